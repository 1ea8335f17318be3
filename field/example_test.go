package field_test

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/field"
)

// point is read and written by one function, as generated types are.
type point struct {
	X, Y float64
	Name field.Optional[string]
}

var namesOfPoint field.Names

func (v *point) code(c *field.Coder) {
	field.Open(c, &namesOfPoint, v, (*point).code)
	field.Member(c, "x", &v.X, field.Float64)
	field.Member(c, "y", &v.Y, field.Float64)
	field.OptionalMember(c, "name", &v.Name, field.String)
	c.Close()
}

func ExampleCoder() {
	d, err := document.Parse([]byte(`[{"y": 2, "x": 1e0}, {"name": "here", "x": 0, "y": -0.50}]`))
	if err != nil {
		fmt.Println(err)
		return
	}
	var points []point
	err = field.Read(d, 0, &points, field.List((*point).code))
	fmt.Println(len(points), err)
	text, err := field.Append(nil, &points, field.List((*point).code))
	fmt.Println(string(text), err)
	points[1].Y = math.NaN()
	_, err = field.Append(nil, &points, field.List((*point).code))
	fmt.Println(err)
	// Output:
	// 2 <nil>
	// [{"x":1,"y":2},{"x":0,"y":-0.5,"name":"here"}] <nil>
	// /1/y: found NaN, wanted a number that JSON can write
}

func ExampleMaybe() {
	type patch struct {
		Name field.Maybe[string] `json:"name,omitzero"`
	}
	for _, text := range []string{`{}`, `{"name": null}`, `{"name": "Ada"}`} {
		var p patch
		if err := json.Unmarshal([]byte(text), &p); err != nil {
			fmt.Println(err)
			continue
		}
		name, ok := p.Name.Get()
		written, err := json.Marshal(p)
		fmt.Println(p.Name.IsZero(), p.Name.IsNull(), ok, name, string(written), err)
	}
	// Output:
	// true false false  {} <nil>
	// false true false  {"name":null} <nil>
	// false false true Ada {"name":"Ada"} <nil>
}

func ExampleOptional() {
	var limit field.Optional[int]
	fmt.Println(limit.Or(10))
	limit.Set(0)
	fmt.Println(limit.Or(10))
	limit.Clear()
	fmt.Println(limit.IsZero())
	// Output:
	// 10
	// 0
	// true
}

func ExampleNullable() {
	parent := field.NotNull("root")
	fmt.Println(parent.Get())
	parent.SetNull()
	fmt.Println(parent.IsNull())
	// Output:
	// root true
	// true
}
