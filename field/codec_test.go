package field_test

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/field"
)

// color is an enum as it is generated.
type color string

var colors = []color{"red", "green"}

func (v *color) code(c *field.Coder) { field.Enum(v, c, colors) }

// car is a struct as it is generated, with a member of each kind.
type car struct {
	Brand  string
	Color  color
	Doors  field.Optional[int64]
	Owner  field.Maybe[string]
	Former field.Nullable[[]string]
	Weight field.Maybe[float64]
	Tags   field.Optional[map[string]field.Nullable[bool]]
	Built  field.Maybe[time.Time]
	Tows   field.Optional[*car]
	Note   json.RawMessage
	Extra  map[string]float64

	textOfBuilt string
}

var namesOfCar field.Names

func (v *car) code(c *field.Coder) {
	field.Open(c, &namesOfCar, v, (*car).code)
	field.Member(c, "brand", &v.Brand, field.String)
	field.Member(c, "color", &v.Color, (*color).code)
	field.OptionalMember(c, "doors", &v.Doors, field.Int64)
	field.MaybeMember(c, "owner", &v.Owner, field.String)
	field.Member(c, "former/owners", &v.Former, field.OrNull(field.List(field.String)))
	field.MaybeMember(c, "weight", &v.Weight, field.Float64)
	field.OptionalMember(c, "tags", &v.Tags, field.Map(field.OrNull(field.Bool)))
	field.MaybeMember(c, "built", &v.Built, field.Time(&v.textOfBuilt))
	field.OptionalMember(c, "tows", &v.Tows, field.Pointer((*car).code))
	field.RawMember(c, "\"note\"", &v.Note)
	field.Extra(c, &v.Extra, field.Float64)
	c.Close()
}

// TestRawExtra keeps members without a field as they are, next to those of an object around it.
func TestRawExtra(t *testing.T) {
	type open struct {
		A     field.Optional[bool]
		Inner field.Optional[map[string]json.RawMessage]
		Extra map[string]json.RawMessage
	}
	var outer, inner field.Names
	var code func(*open, *field.Coder)
	code = func(v *open, c *field.Coder) {
		field.Open(c, &outer, v, code)
		field.OptionalMember(c, "a", &v.A, field.Bool)
		field.OptionalMember(c, "inner", &v.Inner, func(v *map[string]json.RawMessage, c *field.Coder) {
			field.Open(c, &inner, v, func(*map[string]json.RawMessage, *field.Coder) {})
			field.RawExtra(c, v)
			c.Close()
		})
		field.RawExtra(c, &v.Extra)
		c.Close()
	}
	for _, text := range []string{`{}`, `{"a":true}`, `{"a":true,"inner":{"a":[1.0,{"b":null}],"z":"\n"},"q":{},"r":""}`, `{"inner":{},"":[]}`} {
		d, err := document.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		var v open
		if err := field.Read(d, 0, &v, code); err != nil {
			t.Fatal(err)
		}
		if b, err := field.Append(nil, &v, code); err != nil || string(b) != text {
			t.Errorf("found %s (%v), wanted %s", b, err, text)
		}
	}
	twice := open{Extra: map[string]json.RawMessage{"a": json.RawMessage("1")}}
	if b, err := field.Append(nil, &twice, code); err == nil || !strings.HasPrefix(err.Error(), "/a: ") {
		t.Errorf("found %s and %v, wanted an error at /a", b, err)
	}
}

// anyText passes all JSON but one text.
type anyText struct{ refused string }

var errRefused = errors.New("refused")

func (a anyText) Document(text []byte) (*document.Document, error) {
	if string(text) == a.refused {
		return nil, errRefused
	}
	return document.Parse(text)
}

func (a anyText) Validate(text []byte) error {
	_, err := a.Document(text)
	return err
}

var jsonCar = field.CodecOf((*car).code, anyText{refused: `{}`})

// TestCodec wants what is written to be what was read, and states to stay apart.
func TestCodec(t *testing.T) {
	const plain = `"brand":"a","color":"red",`
	for _, text := range []string{
		`{` + plain + `"former/owners":null}`,
		`{` + plain + `"owner":null,"former/owners":[],"weight":null,"tags":{},"built":null}`,
		`{` + plain + `"doors":0,"owner":"","former/owners":["x","y\n"],"weight":-1.5,"tags":{"a":null,"b":true,"c":false}}`,
		`{` + plain + `"former/owners":null,"built":"2026-11-01t09:30:00.50Z","tows":{` + plain + `"former/owners":null,"z":1},"\"note\"":{"any":[1.10,null]},"a":1,"b":2}`,
	} {
		var v car
		if err := jsonCar.Unmarshal([]byte(text), &v); err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		for range 2 {
			if b, err := field.Copy(jsonCar, &v).Marshal(); err != nil || string(b) != text {
				t.Errorf("found %s (%v), wanted %s", b, err, text)
			}
		}
		if b, err := field.Copy(jsonCar, &v).Append([]byte("x{")); err != nil || string(b) != "x{"+text {
			t.Errorf("found %s (%v), wanted x{%s", b, err, text)
		}
	}
}

// TestCodecOrder wants members to be found in any order, and nothing of an earlier value to stay.
func TestCodecOrder(t *testing.T) {
	members := []string{`"brand":"a"`, `"color":"green"`, `"doors":4`, `"owner":"o"`, `"former/owners":["f"]`, `"weight":2`, `"\"note\"":1`, `"x":7`, `"tows":{"color":"red","brand":"b","former/owners":null,"doors":1}`}
	const wanted = `{"brand":"a","color":"green","doors":4,"owner":"o","former/owners":["f"],"weight":2,"tows":{"brand":"b","color":"red","doors":1,"former/owners":null},"\"note\"":1,"x":7}`
	var v car
	for range members {
		members = append(members[1:], members[0])
		text := "{" + strings.Join(members, ",") + "}"
		v.Tags.Set(map[string]field.Nullable[bool]{})
		if err := jsonCar.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		if b, err := field.Copy(jsonCar, &v).Marshal(); err != nil || string(b) != wanted {
			t.Errorf("%s: found %s (%v), wanted %s", text, b, err, wanted)
		}
	}
}

// TestCodecUnfit wants a value to stay as it was where the new one does not fit, and the next to be read all the same.
func TestCodecUnfit(t *testing.T) {
	v := car{Brand: "before"}
	for _, text := range []string{`{"tows":{"tows":{"doors":1e30}},"tags":{"a":true}}`, `{}`, `{"tows":{"x":1e400}}`, `{`} {
		if err := jsonCar.Unmarshal([]byte(text), &v); err == nil {
			t.Errorf("%s: found no error, wanted one", text)
		}
		if b, err := field.Copy(jsonCar, &v).Marshal(); err != nil || string(b) != `{"brand":"before","color":"","former/owners":null}` {
			t.Errorf("%s: the value became %s (%v)", text, b, err)
		}
	}
	err := jsonCar.Unmarshal([]byte(`{"tows":{"tows":{"doors":1e30}}}`), &v)
	var fit *field.FitError
	if !errors.As(err, &fit) || fit.InstanceLocation != "/tows/tows/doors" {
		t.Errorf("found %v, wanted a *field.FitError at /tows/tows/doors", err)
	}
	if err := jsonCar.Unmarshal([]byte(`{"brand":"after","former/owners":null}`), &v); err != nil || v.Brand != "after" {
		t.Errorf("found %v and %+v", err, v)
	}
}

// TestErrorsOfWriting wants them to say where the value is that cannot be written.
func TestErrorsOfWriting(t *testing.T) {
	towing := func(c car) car { return car{Tows: field.Some(&c)} }
	for wanted, v := range map[string]car{
		`/weight: found NaN, wanted a number that JSON can write`:          {Weight: field.Given(math.NaN())},
		`/tows/tows: found a nil pointer, wanted a value`:                  towing(car{Tows: field.Some[*car](nil)}),
		`/tows/built: found the year 10000, wanted one of four digits`:     towing(car{Built: field.Given(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC))}),
		`/{"[,~1~0: found +Inf, wanted a number that JSON can write`:       {Former: field.NotNull([]string{`"`, `]}`}), Extra: map[string]float64{"a": 1, `{"[,/~`: math.Inf(1)}},
		`/doors: found it in AdditionalProperties, wanted it in its field`: {Extra: map[string]float64{"a": 1, "doors": 1}},
	} {
		b, err := field.Copy(jsonCar, &v).Marshal()
		if err == nil || err.Error() != wanted || b != nil {
			t.Errorf("found %s and %v, wanted %s", b, err, wanted)
		}
		if again := field.Copy(jsonCar, &v).Validate(); again == nil || again.Error() != wanted {
			t.Errorf("Validate returns %v, wanted %s", again, wanted)
		}
		if b, err := field.Append([]byte(`[{"x`), &v, (*car).code); err == nil || err.Error() != wanted || string(b) != `[{"x` {
			t.Errorf("found %s and %v, wanted %s", b, err, wanted)
		}
	}
	v := towing(car{Tows: field.Some[*car](nil)})
	if _, err := field.Copy(jsonCar, &v).Marshal(); !errors.Is(err, field.ErrNil) {
		t.Errorf("found %v, wanted field.ErrNil", err)
	}
	list := []float64{1, 2, math.NaN()}
	if _, err := field.Append(nil, &list, field.List(field.Float64)); err == nil || !strings.HasPrefix(err.Error(), "/2: ") {
		t.Errorf("found %v, wanted an error at /2", err)
	}
	if _, err := field.Append(nil, &list[2], field.Float64); err == nil || !strings.HasPrefix(err.Error(), "found NaN") {
		t.Errorf("found %v, wanted an error without a place", err)
	}
}

// node, nodes and nodesByName can hold themselves.
type nodes []nodes

func (v *nodes) code(c *field.Coder) { field.List((*nodes).code)((*[]nodes)(v), c) }

type nodesByName map[string]nodesByName

func (v *nodesByName) code(c *field.Coder) {
	field.Map((*nodesByName).code)((*map[string]nodesByName)(v), c)
}

// TestWritingWithoutEnd wants a value that holds itself to be an error.
func TestWritingWithoutEnd(t *testing.T) {
	var v car
	v.Tows.Set(&v)
	if _, err := field.Copy(jsonCar, &v).Marshal(); err == nil || !strings.Contains(err.Error(), "holds itself") {
		t.Errorf("found %.100v, wanted an error", err)
	}
	list := make(nodes, 1)
	list[0] = list
	if _, err := field.Append(nil, &list, (*nodes).code); err == nil {
		t.Error("found no error for a list that holds itself")
	}
	members := nodesByName{}
	members["a"] = members
	if _, err := field.Append(nil, &members, (*nodesByName).code); err == nil {
		t.Error("found no error for a map that holds itself")
	}
	deep := nodes{}
	for range document.MaxDepth - 1 {
		deep = nodes{deep}
	}
	text, err := field.Append(nil, &deep, (*nodes).code)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := document.Parse(text); err != nil {
		t.Error(err)
	}
}

// TestCodecAllocations wants reading to allocate what is kept and writing no more than the text, and no function that is made
// of others to be made anew for each value.
func TestCodecAllocations(t *testing.T) {
	text := []byte(`{"brand":"","color":"green","former/owners":[],"weight":2,"tags":{}}`)
	var v car
	if err := jsonCar.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	if raceEnabled {
		t.Skip("the race detector drops pooled memory, so allocations cannot be counted")
	}
	// The map, and room for its values.
	if n := testing.AllocsPerRun(100, func() { _ = jsonCar.Unmarshal(text, &v) }); n > 2 {
		t.Errorf("reading: found %v allocations, wanted 2", n)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = field.Copy(jsonCar, &v).Marshal() }); n > 1 {
		t.Errorf("writing: found %v allocations, wanted 1", n)
	}
	b := make([]byte, 0, 1000)
	if n := testing.AllocsPerRun(100, func() { _, _ = field.Append(b, &v, (*car).code) }); n > 0 {
		t.Errorf("appending: found %v allocations, wanted none", n)
	}
}

// TestCodecShared writes one value and reads others from many goroutines, the first time included.
func TestCodecShared(t *testing.T) {
	var names field.Names
	var code func(v *car, c *field.Coder)
	code = func(v *car, c *field.Coder) {
		field.Open(c, &names, v, code)
		field.MaybeMember(c, "owner", &v.Owner, field.String)
		field.OptionalMember(c, "tows", &v.Tows, field.Pointer(code))
		field.Member(c, "former", &v.Former, field.OrNull(field.List(field.String)))
		c.Close()
	}
	const text = `{"owner":null,"tows":{"former":null},"former":["x"]}`
	shared := car{Owner: field.Null[string](), Tows: field.Some(&car{}), Former: field.NotNull([]string{"x"})}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 20 {
				if b, err := field.Append(nil, &shared, code); err != nil || string(b) != text {
					t.Errorf("found %s (%v), wanted %s", b, err, text)
				}
				d, err := document.Parse([]byte(text))
				if err != nil {
					t.Error(err)
					return
				}
				var v car
				if err := field.Read(d, 0, &v, code); err != nil || !v.Owner.IsNull() || v.Tows.IsZero() {
					t.Errorf("read %+v (%v)", v, err)
				}
				d.Release()
			}
		})
	}
	wait.Wait()
}

// TestEnum wants values that the list does not have, and those far behind in it, to be kept as well.
func TestEnum(t *testing.T) {
	var many []color
	for r := 'a'; r <= 'z'; r++ {
		many = append(many, color(r), color(r)+color(r))
	}
	for _, wanted := range slices.Concat(many, []color{"other", ""}) {
		d, err := document.Parse([]byte(`"` + wanted + `"`))
		if err != nil {
			t.Fatal(err)
		}
		var v color
		err = field.Read(d, 0, &v, func(v *color, c *field.Coder) { field.Enum(v, c, many) })
		if err != nil || v != wanted {
			t.Errorf("found %q (%v), wanted %q", v, err, wanted)
		}
	}
}

// TestCoder reads and writes a value whose function asks the Coder itself.
func TestCoder(t *testing.T) {
	errNone := errors.New("found none")
	positive := func(v *bool, c *field.Coder) {
		d, at, reading := c.Entry()
		switch {
		case reading:
			*v = d.Text(at) != "0"
		case *v:
			n := int64(1)
			field.Int64(&n, c)
		default:
			c.Fail(errNone)
			c.Fail(errors.New("a second error"))
		}
	}
	v, err := read(item(t, "1"), positive)
	if !v || err != nil {
		t.Errorf("found %t (%v), wanted true", v, err)
	}
	list := []bool{true, true}
	if b, err := field.Append(nil, &list, field.List(positive)); err != nil || string(b) != "[1,1]" {
		t.Errorf("found %s (%v), wanted [1,1]", b, err)
	}
	list[1] = false
	if _, err := field.Append(nil, &list, field.List(positive)); !errors.Is(err, errNone) || err.Error() != "/1: found none" {
		t.Errorf("found %v, wanted the first error, at /1", err)
	}
}
