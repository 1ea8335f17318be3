package emit

import (
	"slices"

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
	return len(objects) < 2 || told(objects)
}

// told reports whether a member tells objects apart.
func told(schemas []*rule.Schema) bool {
	marks := make([]map[string][]string, len(schemas))
	for i, s := range schemas {
		m := marksOf{required: map[string]bool{}, texts: map[string][]string{}, seen: map[*rule.Schema]bool{}}
		m.gather(s)
		for name := range m.texts {
			if !m.required[name] {
				delete(m.texts, name)
			}
		}
		marks[i] = m.texts
	}
	for name := range marks[0] {
		seen, apart := map[string]bool{}, true
		for _, texts := range marks {
			apart = apart && len(texts[name]) > 0 && !slices.ContainsFunc(texts[name], func(t string) bool { return seen[t] })
			for _, t := range texts[name] {
				seen[t] = true
			}
		}
		if apart {
			return true
		}
	}
	return false
}

// marksOf are the members that a schema and those it always applies in place demand, and the strings that members may be.
type marksOf struct {
	required map[string]bool
	texts    map[string][]string
	seen     map[*rule.Schema]bool
}

// far is how many schemas are looked at for the marks of one.
const far = 32

func (m *marksOf) gather(s *rule.Schema) {
	s = plan.Pure(s)
	if m.seen[s] || len(m.seen) == far {
		return
	}
	m.seen[s] = true
	members := plan.MembersOf(s)
	for _, name := range members.Required {
		m.required[name] = true
	}
	for _, p := range members.Named {
		for _, a := range plan.Pure(p.Schema).Assertions {
			if values, ok := valuesOf(a); ok {
				if texts, null := plan.Texts(values); len(texts) > 0 && !null {
					m.texts[p.Name] = texts
				}
			}
		}
	}
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case *rule.Ref:
			m.gather(k.Target)
		case rule.AllOf:
			for _, sub := range k.Schemas {
				m.gather(sub)
			}
		}
	}
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
