package field_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/field"
)

// entry is an array whose items have types by their place.
type entry struct {
	X     float64
	Y     field.Optional[float64]
	Label field.Maybe[string]
	More  json.RawMessage
	Rest  []int64
}

func (v *entry) code(c *field.Coder) {
	c.OpenTuple()
	field.Item(c, &v.X, field.Float64)
	field.OptionalItem(c, &v.Y, field.Float64)
	field.MaybeItem(c, &v.Label, field.String)
	field.RawItem(c, &v.More)
	field.Rest(c, &v.Rest, field.Int64)
	c.CloseTuple()
}

// shape is one of two types.
type shape struct {
	Value interface{ writeShape(c *field.Coder) }
}

type word string

func (v word) writeShape(c *field.Coder)  { v.code(c) }
func (v entry) writeShape(c *field.Coder) { v.code(c) }

func (v *word) code(c *field.Coder) { field.String((*string)(v), c) }

func (v *shape) code(c *field.Coder) {
	switch d, at, reading := c.Entry(); {
	case !reading && field.None(v.Value):
		c.Fail(field.ErrNone)
	case !reading:
		v.Value.writeShape(c)
	case d.Kind(at) == document.String:
		v.Value = field.Value(c, (*word).code)
	default:
		v.Value = field.Value(c, (*entry).code)
	}
}

// loose has a constant, a member that its field may not have, and may be no object at all.
type loose struct {
	Size   field.Optional[int64]
	Shapes field.Optional[[]shape]
	Extra  map[string]json.RawMessage
	Other  json.RawMessage
}

var namesOfLoose field.Names

func (v *loose) code(c *field.Coder) {
	if field.Other(c, &v.Other) {
		return
	}
	field.Open(c, &namesOfLoose, v, (*loose).code)
	field.Constant(c, "kind", `"loose"`)
	field.SoftMember(c, "size", &v.Size, field.Int64, func(d *document.Document, at int) bool { return d.Kind(at) == document.Number })
	field.OptionalMember(c, "shapes", &v.Shapes, field.List((*shape).code))
	field.Extra(c, &v.Extra, field.Raw)
	c.Close()
}

func readLoose(t *testing.T, text string) loose {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Release()
	var v loose
	if err := field.Read(d, 0, &v, (*loose).code); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestShapes wants tuples, unions, constants and loose members to be written as they were read.
func TestShapes(t *testing.T) {
	for _, text := range []string{
		`{"kind":"loose"}`, `{"kind":"loose","size":7}`, `{"kind":"loose","size":"big","x":[1]}`, `[{"kind":1}]`, `"text"`, `null`,
		`{"kind":"loose","shapes":["a",[1],[1,2],[1,2,null],[1,2,"b",{"c":null}],[1,2,"b",3,4,5]]}`,
	} {
		v := readLoose(t, text)
		b, err := field.Append(nil, &v, (*loose).code)
		if err != nil || !document.Equal(parse(t, text), parse(t, string(b))) {
			t.Errorf("%s: found %s (%v)", text, b, err)
		}
	}
	if v := readLoose(t, `{"kind":"loose","size":"big"}`); !v.Size.IsZero() || string(v.Extra["size"]) != `"big"` {
		t.Errorf("found %+v, wanted size among the members without a field", v)
	}
}

func parse(t *testing.T, text string) document.Value {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d.Root()
}

// TestShapesThatCannotBeWritten wants an error that leads to the value.
func TestShapesThatCannotBeWritten(t *testing.T) {
	gap := entry{Label: field.Given("a")}
	behind := entry{Rest: []int64{1}}
	var none *word
	for wanted, v := range map[string]loose{
		"/shapes/1: found no value":                   {Shapes: field.Some([]shape{{word("a")}, {}})},
		"/shapes/0: found no value":                   {Shapes: field.Some([]shape{{none}})},
		"/shapes/0/1: found it absent before an item": {Shapes: field.Some([]shape{{gap}})},
		"/shapes/0/1: found it absent":                {Shapes: field.Some([]shape{{behind}})},
		"/size: found it in AdditionalProperties":     {Size: field.Some(int64(1)), Extra: map[string]json.RawMessage{"size": json.RawMessage("2")}},
		"/kind: found it in AdditionalProperties":     {Extra: map[string]json.RawMessage{"kind": json.RawMessage("2")}},
	} {
		if b, err := field.Append(nil, &v, (*loose).code); err == nil || !strings.HasPrefix(err.Error(), wanted) {
			t.Errorf("found %s (%v), wanted %s", b, err, wanted)
		}
	}
}
