package field_test

import (
	"encoding/json"
	"testing"

	"github.com/assaykit/assay/field"
)

// record has a member in each state that a schema can allow.
type record struct {
	Bare     string                  `json:"bare"`
	Nullable field.Nullable[string]  `json:"nullable"`
	Optional field.Optional[string]  `json:"optional,omitzero"`
	Maybe    field.Maybe[string]     `json:"maybe,omitzero"`
	List     field.Optional[[]int]   `json:"list,omitzero"`
	Inner    field.Maybe[inner]      `json:"inner,omitzero"`
	Deep     field.Nullable[*record] `json:"deep"`
}

type inner struct {
	N field.Optional[int] `json:"n,omitzero"`
}

// TestStandardJSON wants encoding/json to keep absent, null and given apart, both ways.
func TestStandardJSON(t *testing.T) {
	for _, text := range []string{
		`{"bare":"","nullable":null,"deep":null}`,
		`{"bare":"a","nullable":"","optional":"","maybe":"","list":[],"inner":{},"deep":null}`,
		`{"bare":"a","nullable":null,"maybe":null,"inner":null,"deep":null}`,
		`{"bare":"a","nullable":"b","optional":"c","maybe":"d","list":[1,2],"inner":{"n":0},"deep":{"bare":"","nullable":null,"deep":null}}`,
	} {
		var r record
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		written, err := json.Marshal(r)
		if err != nil || string(written) != text {
			t.Errorf("found %s (%v), wanted %s", written, err, text)
		}
	}
}

// TestStandardJSONErrors wants what does not fit a member to be an error, and the member to stay as it was.
func TestStandardJSONErrors(t *testing.T) {
	for _, text := range []string{`{"optional": null}`, `{"optional": 1}`, `{"maybe": 1}`, `{"nullable": []}`, `{"list": null}`, `{"list": ["a"]}`, `{"inner": {"n": null}}`} {
		r := record{Optional: field.Some("o"), Maybe: field.Given("m"), Nullable: field.NotNull("n"), List: field.Some([]int{1})}
		if err := json.Unmarshal([]byte(text), &r); err == nil {
			t.Errorf("%s: found no error, wanted one", text)
		}
		list, _ := r.List.Get()
		if r.Optional.Or("") != "o" || r.Maybe.Or("") != "m" || r.Nullable.Or("") != "n" || len(list) != 1 || list[0] != 1 {
			t.Errorf("%s: changed the value to %+v", text, r)
		}
	}
}

// TestWithoutOmitzero wants what is absent to be written as null where the tag does not leave it out.
func TestWithoutOmitzero(t *testing.T) {
	written, err := json.Marshal([]any{field.Optional[int]{}, field.Nullable[int]{}, field.Maybe[int]{}, field.Null[int](), field.Some(1), field.NotNull(2), field.Given(3)})
	if wanted := `[null,null,null,null,1,2,3]`; err != nil || string(written) != wanted {
		t.Errorf("found %s (%v), wanted %s", written, err, wanted)
	}
	if _, err := json.Marshal(field.Some(func() {})); err == nil {
		t.Error("found no error for a value that has no JSON, wanted one")
	}
}

func TestOptional(t *testing.T) {
	var o field.Optional[int]
	if v, ok := o.Get(); v != 0 || ok || !o.IsZero() || o.Or(7) != 7 {
		t.Errorf("the zero value is not absent: %+v", o)
	}
	o.Set(0)
	if v, ok := o.Get(); v != 0 || !ok || o.IsZero() || o.Or(7) != 0 || o != field.Some(0) {
		t.Errorf("the value set is not 0: %+v", o)
	}
	o.Clear()
	if !o.IsZero() {
		t.Errorf("cleared, it is not absent: %+v", o)
	}
}

func TestNullable(t *testing.T) {
	var n field.Nullable[int]
	if v, ok := n.Get(); v != 0 || ok || !n.IsNull() || n.Or(7) != 7 {
		t.Errorf("the zero value is not null: %+v", n)
	}
	n.Set(0)
	if v, ok := n.Get(); v != 0 || !ok || n.IsNull() || n.Or(7) != 0 || n != field.NotNull(0) {
		t.Errorf("the value set is not 0: %+v", n)
	}
	n.SetNull()
	if !n.IsNull() {
		t.Errorf("set to null, it is not: %+v", n)
	}
}

func TestMaybe(t *testing.T) {
	var m field.Maybe[int]
	if v, ok := m.Get(); v != 0 || ok || !m.IsZero() || m.IsNull() || m.Or(7) != 7 {
		t.Errorf("the zero value is not absent: %+v", m)
	}
	m.SetNull()
	if _, ok := m.Get(); ok || m.IsZero() || !m.IsNull() || m.Or(7) != 7 || m != field.Null[int]() {
		t.Errorf("set to null, it is not: %+v", m)
	}
	m.Set(0)
	if v, ok := m.Get(); v != 0 || !ok || m.IsZero() || m.IsNull() || m.Or(7) != 0 || m != field.Given(0) {
		t.Errorf("the value set is not 0: %+v", m)
	}
	m.Clear()
	if !m.IsZero() || m.IsNull() {
		t.Errorf("cleared, it is not absent: %+v", m)
	}
}
