package emit

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// apart reports whether no two of some schemas accept one value: they differ in the kinds of values, and objects in the
// string that a member must be.
func (w *writer) apart(schemas []*rule.Schema) bool {
	var taken kindSet
	var objects []*rule.Schema
	for _, s := range schemas {
		set := w.accepted(s)
		if has(set, document.Object) {
			objects = append(objects, s)
			set &^= rule.TypeObject
		}
		if taken&set != 0 {
			return false
		}
		taken |= set
	}
	return len(objects) < 2 || rule.Apart(objects)
}

// accepted are the kinds of values that a schema may accept.
func (w *writer) accepted(s *rule.Schema) kindSet {
	s = plan.Pure(s)
	if set, ok := w.kinds[s]; ok {
		return set
	}
	w.kinds[s] = allKinds // where it refers to itself
	set := allowed(s)
	if s.Never {
		set = 0
	}
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case *rule.Ref:
			set &= w.accepted(k.Target)
		case rule.AllOf:
			for _, sub := range k.Schemas {
				set &= w.accepted(sub)
			}
		case rule.AnyOf:
			set &= w.acceptedByAny(k.Schemas)
		case rule.OneOf:
			set &= w.acceptedByAny(k.Schemas)
		}
	}
	w.kinds[s] = set
	return set
}

func (w *writer) acceptedByAny(schemas []*rule.Schema) (set kindSet) {
	for _, s := range schemas {
		set |= w.accepted(s)
	}
	return set
}
