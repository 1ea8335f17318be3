package plan

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Members is what the keywords of a schema say of an object's members, by name and otherwise.
type Members struct {
	Named      []rule.Property
	Required   []string
	Patterns   []rule.PatternProperty
	Additional *rule.Schema // of the members that neither name nor pattern speaks of; nil where nothing is said
	Names      *rule.Schema // of the names themselves
}

// MembersOf gathers what a schema says of members. What accepts all is left out.
func MembersOf(s *rule.Schema) Members {
	var m Members
	for _, a := range s.Assertions {
		if k, ok := a.(rule.Required); ok {
			m.Required = distinct(k.Names)
		}
	}
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case rule.Properties:
			m.Named = k.Members
		case rule.PatternProperties:
			m.Patterns = k.Each
		case rule.AdditionalProperties:
			m.Named = k.Named.Members
			m.Patterns = k.Patterns.Each
			if !All(k.Schema) {
				m.Additional = Pure(k.Schema)
			}
		case rule.PropertyNames:
			if !All(k.Schema) {
				m.Names = k.Schema
			}
		}
	}
	return m
}

func distinct(names []string) (list []string) {
	seen := map[string]bool{}
	for _, name := range names {
		if !seen[name] {
			seen[name] = true
			list = append(list, name)
		}
	}
	return list
}

// Member is what is demanded of a member by its name.
type Member struct {
	Name     string
	Schema   *rule.Schema // nil where all are accepted
	Named    bool         // it has a schema of its own, even if one that accepts all
	Required bool
}

// Each are the members that have a schema or must be there.
func (m Members) Each() (list []Member) {
	required, seen := map[string]bool{}, map[string]bool{}
	for _, name := range m.Required {
		required[name] = true
	}
	for _, p := range m.Named {
		one := Member{Name: p.Name, Named: true, Required: required[p.Name]}
		if !All(p.Schema) {
			one.Schema = Pure(p.Schema)
		}
		seen[p.Name] = true
		list = append(list, one)
	}
	for _, name := range m.Required {
		if !seen[name] {
			list = append(list, Member{Name: name, Required: true})
		}
	}
	return list
}

// Demanding are those of Each of which something is demanded.
func (m Members) Demanding() (list []Member) {
	for _, one := range m.Each() {
		if one.Schema != nil || one.Required {
			list = append(list, one)
		}
	}
	return list
}

// Looked reports whether what is said of members is answered by looking for a few of them.
func (m Members) Looked() bool {
	if len(m.Patterns) > 0 || m.Names != nil {
		return false
	}
	if m.Additional != nil {
		return m.Additional.Never && len(m.Named)+len(m.Required) <= 2*pair && len(m.Each()) <= pair
	}
	list, schemas := m.Demanding(), 0
	for _, one := range list {
		if one.Schema != nil {
			schemas++
		}
	}
	return schemas <= pair && len(list) <= few
}

// pair is how many members with a schema are looked for one by one.
const pair = 2

// Values is the schema that all members of an object satisfy, where that is all that is said of them but for a few that
// must be there; nil for any other.
func (m Members) Values() *rule.Schema {
	if len(m.Named)+len(m.Patterns) > 0 || m.Names != nil || m.Additional == nil || m.Additional.Never || len(m.Required) > few {
		return nil
	}
	return m.Additional
}

// ItemsOf is the schema that all items of an array satisfy, where that is all that is said of them; nil for any other.
func ItemsOf(s *rule.Schema) (items *rule.Schema) {
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case rule.PrefixItems, rule.Contains:
			return nil
		case rule.Items:
			if k.From == 0 && !All(k.Schema) && !k.Schema.Never {
				items = Pure(k.Schema)
			}
		}
	}
	return items
}

// LoopsMembers reports whether what a schema demands of members takes a loop of its own.
func LoopsMembers(s *rule.Schema) bool {
	m := MembersOf(s)
	return !m.Looked() && m.Values() == nil
}

// LoopsItems reports whether what a schema demands of items takes a loop of its own.
func LoopsItems(s *rule.Schema) bool {
	if ItemsOf(s) != nil {
		return false
	}
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case rule.Contains:
			return true
		case rule.PrefixItems:
			for _, sub := range k.Schemas {
				if !All(sub) {
					return true
				}
			}
		case rule.Items:
			if !All(k.Schema) && !k.Schema.Never {
				return true
			}
		}
	}
	return false
}

// referred are the schemas of a schema's children whose function is passed to one of package rule.
func referred(s *rule.Schema) (list []*rule.Schema) {
	if items := ItemsOf(s); items != nil {
		list = append(list, items)
	}
	m := MembersOf(s)
	if values := m.Values(); values != nil {
		return append(list, values)
	}
	if m.Looked() {
		for _, one := range m.Demanding() {
			if one.Schema != nil && !one.Schema.Never {
				if _, ok := Text(one.Schema); !ok {
					list = append(list, one.Schema)
				}
			}
		}
	}
	return list
}

// Text is the string that is the only value of a schema; ok is false for any other.
func Text(s *rule.Schema) (text string, ok bool) {
	if s.Never || len(s.Applicators) > 0 {
		return "", false
	}
	for _, a := range s.Assertions {
		var values []document.Value
		switch k := a.(type) {
		case rule.Type:
			if !k.Types.Has(rule.TypeString) {
				return "", false
			}
			continue
		case rule.Enum:
			values = k.Values
		case rule.Const:
			values = []document.Value{k.Value}
		}
		if len(values) != 1 || ok || values[0].Kind() != document.String {
			return "", false
		}
		text, ok = values[0].Text(), true
	}
	return text, ok
}

// Kind is the type of a schema that tests for one and for nothing else; 0 for any other.
func Kind(s *rule.Schema) rule.Types {
	if len(s.Assertions) != 1 || len(s.Applicators) > 0 || s.Never {
		return 0
	}
	t, ok := s.Assertions[0].(rule.Type)
	if !ok || t.Literal || t.Types&(t.Types-1) != 0 {
		return 0
	}
	return t.Types
}
