package plan

import (
	"slices"

	"github.com/assaykit/assay/rule"
)

// applied are the schemas that others apply to members of an object, whichever branch they stand in.
type applied struct {
	whole      bool // one of those that apply to the object itself is marked as sensitive
	named      []rule.Property
	patterns   []rule.PatternProperty
	additional []rule.AdditionalProperties
	other      []*rule.Schema // for what has no name here
	seen       map[*rule.Schema]bool
}

// membersOf gathers what schemas, and all that they apply in place, say of members.
func membersOf(schemas []*rule.Schema) *applied {
	m := &applied{seen: map[*rule.Schema]bool{}}
	for _, s := range schemas {
		m.gather(s)
	}
	return m
}

func (m *applied) gather(s *rule.Schema) {
	if s == nil || m.seen[s] {
		return
	}
	m.seen[s] = true
	m.whole = m.whole || s.Sensitive
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case *rule.Ref, rule.AllOf, rule.AnyOf, rule.OneOf, rule.Not, rule.If, rule.DependentSchemas, rule.PropertyDependencies:
			for _, sub := range a.Subschemas() {
				m.gather(sub)
			}
		case rule.Properties:
			m.named = append(m.named, k.Members...)
		case rule.PatternProperties:
			m.patterns = append(m.patterns, k.Each...)
		case rule.AdditionalProperties:
			m.additional = append(m.additional, k)
		case rule.Items, rule.PrefixItems, rule.Contains, rule.UnevaluatedItems: // no object has those
		default:
			m.other = append(m.other, a.Subschemas()...)
		}
	}
}

// of are the schemas for a member.
func (m *applied) of(name string) (list []*rule.Schema) {
	for _, named := range m.named {
		if named.Name == name {
			list = append(list, named.Schema)
		}
	}
	for _, each := range m.patterns {
		if rule.Matches(each.Pattern, name) {
			list = append(list, each.Schema)
		}
	}
	for _, k := range m.additional {
		if !slices.ContainsFunc(k.Named.Members, func(n rule.Property) bool { return n.Name == name }) {
			list = append(list, k.Schema)
		}
	}
	return list
}

// rest are the schemas for members without a name.
func (m *applied) rest() (list []*rule.Schema) {
	for _, each := range m.patterns {
		list = append(list, each.Schema)
	}
	for _, k := range m.additional {
		list = append(list, k.Schema)
	}
	return list
}
