package schema_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// TestCompileAll wants the schemas at several places, in several documents, to be compiled together and by the dialect of the
// first document.
func TestCompileAll(t *testing.T) {
	api := source(t, "file:///api.json", description("3.0.3", `{"type": "integer", "nullable": true}`))
	part := source(t, "file:///part.json", `{"inner": {"type": "string", "nullable": true}, "shared": {"$ref": "api.json#/components/schemas/A"}}`)
	places := []schema.Place{{Source: api, Pointer: named}, {Source: part, Pointer: "/inner"}, {Source: part, Pointer: "/shared"}}
	s, err := schema.CompileAll(places, schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Roots()) != len(places) || len(s.Sources) != 2 {
		t.Fatalf("%d roots and %d sources, want %d and 2", len(s.Roots()), len(s.Sources), len(places))
	}
	for i, want := range [][]bool{{true, true, false}, {true, false, true}, {true, true, false}} {
		var got []bool
		for _, text := range []string{`null`, `1`, `"a"`} {
			got = append(got, accepts(t, s.Roots()[i].Rule, text))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v: %s", places[i].Pointer, diff)
		}
	}
	if _, err := schema.CompileAll([]schema.Place{{Source: api, Pointer: named}, {Source: part, Pointer: "/nothing"}}, schema.Options{}); err == nil {
		t.Error("a pointer that leads to nothing is no error")
	}
	if s, err := schema.CompileAll(nil, schema.Options{}); err != nil || len(s.Roots()) != 0 {
		t.Errorf("no places: %v, %v", s, err)
	}
}

// accepts reports whether a text is valid.
func accepts(t *testing.T, s *rule.Schema, text string) bool {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Release()
	return s.Valid(d)
}

// TestDirection wants members to be required but where their direction says that they are not there.
func TestDirection(t *testing.T) {
	const others = `"R": {"type": "integer", "readOnly": true}, "Base": {"properties": {"w": {"writeOnly": true}}}`
	for name, a := range map[string]string{
		"own":    `{"required": ["r", "w", "n"], "properties": {"r": {"readOnly": true}, "w": {"writeOnly": true}, "n": {"readOnly": false}}}`,
		"others": `{"required": ["r", "w", "n"], "properties": {"r": {"allOf": [{"$ref": "#/components/schemas/R"}]}}, "allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"n": {}}}]}`,
		"beside": `{"allOf": [{"$ref": "#/components/schemas/Base"}, {"allOf": [{"required": ["r", "w", "n"]}]}, {"properties": {"r": {"readOnly": true}}}]}`,
	} {
		for direction, want := range map[schema.Direction][]bool{
			schema.AnyWay: {true, false, false, false}, schema.Requests: {true, true, false, false}, schema.Responses: {true, false, true, false},
		} {
			s, err := schema.CompileAll([]schema.Place{{Source: source(t, "file:///a.json", description("3.0.3", a, others)), Pointer: named}}, schema.Options{Direction: direction})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			var got []bool
			for _, text := range []string{`{"r": 1, "w": 1, "n": 1}`, `{"w": 1, "n": 1}`, `{"r": 1, "n": 1}`, `{"r": 1, "w": 1}`} {
				got = append(got, accepts(t, s.Roots()[0].Rule, text))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, direction %d: %s", name, direction, diff)
			}
		}
	}
}
