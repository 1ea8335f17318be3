package field_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/field"
)

// kept has all that is copied from a document.
type kept struct {
	String, Long, Escaped string
	Enum                  string
	List                  []string
	Map                   map[string]string
	Any                   json.RawMessage
	Number                json.Number
	Extra                 map[string]json.RawMessage
}

var namesOfKept field.Names

func (v *kept) code(c *field.Coder) {
	field.Open(c, &namesOfKept, v, (*kept).code)
	field.Member(c, "string", &v.String, field.String)
	field.Member(c, "long", &v.Long, field.String)
	field.Member(c, "escaped", &v.Escaped, field.String)
	field.Member(c, "enum", &v.Enum, func(v *string, c *field.Coder) { field.Enum(v, c, []string{"other"}) })
	field.Member(c, "list", &v.List, field.List(field.String))
	field.Member(c, "map", &v.Map, field.Map(field.String))
	field.RawMember(c, "any", &v.Any)
	field.Member(c, "number", &v.Number, field.Number)
	field.RawExtra(c, &v.Extra)
	c.Close()
}

var jsonKept = field.CodecOf((*kept).code, anyText{})

// keptText is a text of a number, of which all strings differ from those of another number.
func keptText(n int) []byte {
	s := fmt.Sprint("s", n)
	return fmt.Appendf(nil, `{"string":"%[1]s","long":"%[2]s","escaped":"\n%[1]s","enum":"%[1]s","list":["%[1]s","é%[1]s"],"map":{"%[1]s":"%[1]s"},`+
		`"any":{"%[1]s":["%[1]s","\\"]},"number":%[3]d,"x%[1]s":"%[1]s","y%[1]s":[%[3]d]}`, s, strings.Repeat(s, 100), n)
}

// TestNothingShared wants what was read to stay what it is when the text changes and when others are read and changed.
func TestNothingShared(t *testing.T) {
	const many = 300
	read := make([]kept, many)
	for i := range read {
		text := keptText(i)
		if err := jsonKept.Unmarshal(text, &read[i]); err != nil {
			t.Fatal(err)
		}
		for j := range text {
			text[j] = 'X'
		}
	}
	// Raw texts may be changed and appended to by whoever has them, which reaches nothing else.
	for i := 0; i < many; i += 2 {
		for _, raw := range append([]json.RawMessage{read[i].Any}, values(read[i].Extra)...) {
			for j := range raw {
				raw[j] = 'Y'
			}
			_ = append(raw, "ZZZZZZZZ"...)
		}
	}
	for i := 1; i < many; i += 2 {
		var want kept
		d, err := document.Parse(keptText(i))
		if err != nil {
			t.Fatal(err)
		}
		if err := field.Read(d, 0, &want, (*kept).code); err != nil || !reflect.DeepEqual(read[i], want) {
			t.Fatalf("found %v, wanted %v (%v)", read[i], want, err)
		}
		if got, err := field.Copy(jsonKept, &read[i]).Marshal(); err != nil || string(got) != string(keptText(i)) {
			t.Fatalf("found %s, wanted %s (%v)", got, keptText(i), err)
		}
	}
}

func values(m map[string]json.RawMessage) (list []json.RawMessage) {
	for _, v := range m {
		list = append(list, v)
	}
	return list
}

// TestReadAgain wants a value that is read again to have nothing of what it was, and to be as it was after an error.
func TestReadAgain(t *testing.T) {
	var v, want kept
	for _, n := range []int{1, 2} {
		if err := jsonKept.Unmarshal(keptText(n), &v); err != nil {
			t.Fatal(err)
		}
	}
	if err := jsonKept.Unmarshal(keptText(2), &want); err != nil || !reflect.DeepEqual(v, want) {
		t.Errorf("found %v, wanted %v (%v)", v, want, err)
	}
	if err := jsonKept.Unmarshal([]byte(`{"string":"x"`), &v); err == nil || !reflect.DeepEqual(v, want) {
		t.Errorf("found %v, wanted %v and an error", v, want)
	}
}

// TestAllocations wants few: strings share memory, and a value is written by none but for the text.
func TestAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector drops what is in a pool")
	}
	type plain struct{ A, B, C string }
	var names field.Names
	var code func(v *plain, c *field.Coder)
	code = func(v *plain, c *field.Coder) {
		field.Open(c, &names, v, code)
		field.Member(c, "a", &v.A, field.String)
		field.Member(c, "b", &v.B, field.String)
		field.Member(c, "c", &v.C, field.String)
		c.Close()
	}
	codec := field.CodecOf(code, anyText{})
	text := []byte(`{"a":"one","b":"two","c":"three"}`)
	var v plain
	if n := testing.AllocsPerRun(1000, func() { _ = codec.Unmarshal(text, &v) }); n > 0 {
		t.Errorf("found %v allocations to read, wanted less than one", n)
	}
	if n := testing.AllocsPerRun(1000, func() { v := v; _, _ = field.Copy(codec, &v).Marshal() }); n != 1 {
		t.Errorf("found %v allocations to write, wanted that of the text", n)
	}
	buffer := make([]byte, 0, 100)
	if n := testing.AllocsPerRun(1000, func() { v := v; _, _ = field.Copy(codec, &v).Append(buffer) }); n != 0 {
		t.Errorf("found %v allocations to append, wanted none", n)
	}
}
