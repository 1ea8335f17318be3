package rule

import (
	"github.com/assaykit/assay/document"
)

// UnevaluatedItems is the keyword unevaluatedItems (core, section 11.2): a schema for the items that no other
// keyword of Owner, and of the schemas it applies in place, spoke of.
type UnevaluatedItems struct{ Schema, Owner *Schema }

func (UnevaluatedItems) Keyword() string { return "unevaluatedItems" }

func (k UnevaluatedItems) Subschemas() []*Schema { return []*Schema{k.Schema} }

func (k UnevaluatedItems) Valid(r *Run, at int) bool {
	d := r.Document
	if d.Kind(at) != document.Array {
		return true
	}
	evaluated := r.evaluatedSoFar()
	for i, end := at+1, d.End(at); i < end; i = d.End(i) {
		if !among(evaluated, i) && !r.child(k.Schema, i) {
			return false
		}
	}
	return true
}

func (k UnevaluatedItems) Explain(x *Explanation, at int) bool {
	if x.Document.Kind(at) != document.Array {
		return true
	}
	ok, evaluated := true, k.Owner.evaluated(x, at)
	for _, item := range x.Document.Value(at).Items() {
		if !evaluated[item.Entry()] && !x.Apply(k.Schema, item.Entry(), "unevaluatedItems") {
			ok = false
		}
	}
	return ok
}

// UnevaluatedProperties is the keyword unevaluatedProperties (core, section 11.3): a schema for the members that no other
// keyword of Owner, and of the schemas it applies in place, spoke of.
type UnevaluatedProperties struct{ Schema, Owner *Schema }

func (UnevaluatedProperties) Keyword() string { return "unevaluatedProperties" }

func (k UnevaluatedProperties) Subschemas() []*Schema { return []*Schema{k.Schema} }

func (k UnevaluatedProperties) Valid(r *Run, at int) bool {
	d := r.Document
	if d.Kind(at) != document.Object {
		return true
	}
	evaluated := r.evaluatedSoFar()
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		if !among(evaluated, m+1) && !r.child(k.Schema, m+1) {
			return false
		}
	}
	return true
}

func (k UnevaluatedProperties) Explain(x *Explanation, at int) bool {
	if x.Document.Kind(at) != document.Object {
		return true
	}
	ok, evaluated := true, k.Owner.evaluated(x, at)
	for name, value := range x.Document.Value(at).Members() {
		if evaluated[value.Entry()] {
			continue
		}
		if k.Schema.Never {
			x.report(Violation{
				Keyword: "unevaluatedProperties", Wanted: "only members that the schema knows", Found: "the member " + x.quoteName(name.Text()),
				Suggestion: x.suggestMember(at, name.Entry(), func(yield func(string) bool) { k.Owner.inPlace(map[*Schema]bool{}, yield) }),
			}, name.Entry())
			ok = false
		} else if !x.Apply(k.Schema, value.Entry(), "unevaluatedProperties") {
			ok = false
		}
	}
	return ok
}

// evaluated are the children of a value that the schema's other applicators speak of, whether they accept them or
// not: what they refuse is reported by them.
func (s *Schema) evaluated(x *Explanation, at int) map[int]bool {
	r := Run{Document: x.Document, tracking: true, memory: x.memory}
	s.gather(&r, at, gathering{s, map[*Schema]bool{}})
	x.memory = r.memory
	set := map[int]bool{}
	for _, child := range r.evaluated {
		set[child] = true
	}
	return set
}

// gathering is who asks for what was evaluated, and which schemas have told.
type gathering struct {
	owner *Schema
	told  map[*Schema]bool
}

func (s *Schema) gather(r *Run, at int, g gathering) {
	if g.told[s] {
		return
	}
	g.told[s] = true
	for _, a := range s.Applicators {
		n := len(r.evaluated)
		switch a.(type) {
		case Properties, PatternProperties, AdditionalProperties, PrefixItems, Items:
			r.lenient = true
			a.Valid(r, at)
			r.lenient = false
		case *Ref, AllOf:
			for _, sub := range a.Subschemas() {
				sub.gather(r, at, g)
			}
		case UnevaluatedItems, UnevaluatedProperties:
			if s != g.owner && !a.Valid(r, at) {
				r.evaluated = r.evaluated[:n]
			}
		default:
			if !a.Valid(r, at) {
				r.evaluated = r.evaluated[:n]
			}
		}
	}
}
