package sample

import (
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// facts is what schemas, and those that they apply to the same value whatever it is, say of a value.
type facts struct {
	never      bool
	stated     []document.Value // examples, defaults and listed values
	listed     bool             // there are no values but stated ones
	types      rule.Types       // 0: any
	choices    []choice
	named      []rule.Property
	required   []string
	patterns   []rule.PatternProperty
	additional []rule.AdditionalProperties
	items      []rule.Items
	prefix     []rule.PrefixItems
	contains   []rule.Contains
	least      int // of items or members
	shortest   int // of characters
	assertions []rule.Assertion
	chosen     []*rule.Schema
	seen       map[*rule.Schema]bool
}

// choice is an anyOf or oneOf with the schema that it stands in.
type choice struct {
	owner    *rule.Schema
	branches []*rule.Schema
}

func gather(schemas, chosen []*rule.Schema) *facts {
	f := &facts{chosen: chosen, seen: map[*rule.Schema]bool{}}
	for _, s := range schemas {
		f.schema(s)
	}
	return f
}

func (f *facts) schema(s *rule.Schema) {
	if f.seen[s] {
		return
	}
	f.seen[s] = true
	f.never = f.never || s.Never
	f.stated = append(f.stated, slices.Collect(values(s.Annotation("examples")))...)
	for _, keyword := range []string{"example", "default"} {
		if v := s.Annotation(keyword); !v.IsZero() {
			f.stated = append(f.stated, v)
		}
	}
	for _, a := range s.Assertions {
		f.assertion(a)
	}
	for _, a := range s.Applicators {
		f.applicator(s, a)
	}
}

// values are the items of an array.
func values(v document.Value) func(func(document.Value) bool) {
	return func(more func(document.Value) bool) {
		if v.Kind() != document.Array {
			return
		}
		for _, item := range v.Items() {
			if !more(item) {
				return
			}
		}
	}
}

func (f *facts) assertion(a rule.Assertion) {
	f.assertions = append(f.assertions, a)
	switch k := a.(type) {
	case rule.Type:
		if f.types == 0 {
			f.types = k.Types
		} else {
			f.types &= k.Types | numbers(k.Types)
		}
	case rule.Enum:
		f.stated, f.listed = append(f.stated, k.Values...), true
	case rule.Const:
		f.stated, f.listed = append(f.stated, k.Value), true
	case rule.Required:
		f.required = append(f.required, k.Names...)
	case rule.MinItems:
		f.least = max(f.least, k.N)
	case rule.MinProperties:
		f.least = max(f.least, k.N)
	case rule.MinLength:
		f.shortest = max(f.shortest, k.N)
	}
}

// numbers adds integers to numbers, of which they are some.
func numbers(t rule.Types) rule.Types {
	if t.Has(rule.TypeNumber) {
		return rule.TypeInteger
	}
	return 0
}

func (f *facts) applicator(owner *rule.Schema, a rule.Applicator) {
	switch k := a.(type) {
	case *rule.Ref, rule.AllOf:
		for _, sub := range a.Subschemas() {
			f.schema(sub)
		}
	case rule.AnyOf, rule.OneOf:
		if !slices.Contains(f.chosen, owner) {
			f.choices = append(f.choices, choice{owner, a.Subschemas()})
		}
	case rule.Properties:
		f.named = append(f.named, k.Members...)
	case rule.PatternProperties:
		f.patterns = append(f.patterns, k.Each...)
	case rule.AdditionalProperties:
		f.additional = append(f.additional, k)
	case rule.Items:
		f.items = append(f.items, k)
	case rule.PrefixItems:
		f.prefix = append(f.prefix, k)
	case rule.Contains:
		f.contains = append(f.contains, k)
	}
}

// allows reports whether a value may be of a type. Without a word of types one is made of those that keywords speak of, or a
// string.
func (f *facts) allows(t rule.Types) bool {
	if f.types != 0 {
		return f.types&t != 0 || t == rule.TypeInteger && f.types.Has(rule.TypeNumber)
	}
	switch t {
	case rule.TypeObject:
		return len(f.named)+len(f.required)+len(f.patterns)+len(f.additional) > 0
	case rule.TypeArray:
		return len(f.items)+len(f.prefix)+len(f.contains) > 0
	}
	return true
}
