package infer

import (
	"bytes"
	"encoding/json"
)

// object is a JSON object whose members keep their order.
type object []entry

type entry struct {
	name  string
	value any
}

// set adds a member.
func (o *object) set(name string, value any) { *o = append(*o, entry{name, value}) }

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, e := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, v := range []any{e.name, e.value} {
			if j > 0 {
				b.WriteByte(':')
			}
			text, err := plainJSON(v)
			if err != nil {
				return nil, err
			}
			b.Write(text)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON is a value as JSON, with < and its like as they are: nobody puts a schema into HTML unread.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// pretty is the text of an object, two columns a level.
func (o object) pretty() []byte {
	text, err := plainJSON(o)
	if err != nil {
		panic("infer: a schema cannot be written: " + err.Error()) // it has strings, numbers and lists alone
	}
	var b bytes.Buffer
	if err := json.Indent(&b, text, "", "  "); err != nil {
		panic("infer: a schema is no JSON: " + err.Error())
	}
	b.WriteByte('\n')
	return b.Bytes()
}
