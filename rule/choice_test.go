package rule

import (
	"testing"

	"github.com/assaykit/assay/document"
)

// Branches that cannot accept a value are not tried, and those that can keep their order.
func TestCandidates(t *testing.T) {
	value := func(text string) document.Value {
		d, err := document.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return d.Root()
	}
	object := func(name string, kind *Schema, required ...string) *Schema {
		s := &Schema{Location: name, Assertions: []Assertion{Type{Types: TypeObject}}}
		if kind != nil {
			s.Applicators = []Applicator{NewProperties([]Property{{"kind", kind}})}
		}
		if len(required) > 0 {
			s.Assertions = append(s.Assertions, Required{required})
		}
		return s
	}
	a := object("a", &Schema{Assertions: []Assertion{Const{value(`"a"`)}}}, "kind")
	ab := object("ab", &Schema{Assertions: []Assertion{ParseEnum(`["a","b"]`)}})
	free := object("free", nil)
	number := &Schema{Location: "number", Assertions: []Assertion{Type{Types: TypeInteger}}}
	list := &Schema{Location: "list", Assertions: []Assertion{ParseEnum(`[[],null]`)}}
	loop := &Schema{Location: "loop"}
	loop.Applicators = []Applicator{&Ref{Name: "$ref", Target: loop}}
	referred := &Schema{Location: "referred", Applicators: []Applicator{&Ref{Name: "$ref", Target: a}}}
	// What demands the member, and what says which strings it may be, stand in two parts of one schema.
	parts := &Schema{Location: "parts", Applicators: []Applicator{AllOf{[]*Schema{
		object("", nil, "kind"), object("", &Schema{Assertions: []Assertion{Const{value(`"p"`)}}}),
	}}}}
	c := Choose([]*Schema{a, ab, number, free, list, {Location: "never", Never: true}, loop, referred, parts})
	if Apart([]*Schema{a, ab}) || Apart([]*Schema{a, free}) || !Apart([]*Schema{referred, parts}) {
		t.Error("Apart: found otherwise")
	}
	for instance, want := range map[string]string{
		`{"kind":"a"}`: "a ab free loop referred ", `{"kind":"b"}`: "ab free loop ", `{"kind":"c"}`: "free loop ", `{"kind":1}`: "free loop ", `{"kind":"p"}`: "free loop parts ",
		`{}`: "ab free loop ", `{"Kind":"a"}`: "ab free loop ", `1.5`: "number loop parts ", `"a"`: "loop parts ", `[]`: "list loop parts ", `null`: "list loop parts ", `true`: "loop parts ",
	} {
		v, got := value(instance), ""
		for _, s := range c.candidates(v.Document(), v.Entry()) {
			got += s.Location + " "
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", instance, got, want)
		}
	}
}
