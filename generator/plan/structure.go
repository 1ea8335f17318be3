package plan

import (
	"github.com/assaykit/assay/rule"
)

// reserved are the names that no field may have: those of methods, and of the field for further members.
var reserved = map[string]bool{
	"UnmarshalJSON": true, "MarshalJSON": true, "AppendJSON": true, "Validate": true, "AdditionalProperties": true,
}

// structure makes the struct of an object.
func (p *planner) structure(s *rule.Schema, v view) *Struct {
	out := &Struct{}
	names := naming{taken: reserved}
	for _, m := range v.properties.Members {
		if m.Schema.Never {
			continue // no object has that member
		}
		f := &Field{Member: m.Name, Schema: m.Schema, Type: p.member(m.Schema, v.required[m.Name]), Doc: doc(m.Schema)}
		out.Fields = append(out.Fields, f)
		names.add(m.Name, func(name string) { f.Name = name },
			exported(m.Name), exported(spelled(m.Name)), exported(m.Name, "Value"), exported(letterCase(m.Name), m.Name, "Value"))
	}
	names.settle()
	if v.additional == nil || !v.additional.Schema.Never || v.patterns != nil {
		out.Extra = p.extra(v)
	}
	return out
}

// member is the type of a member of an object.
func (p *planner) member(s *rule.Schema, required bool) Type {
	d := p.typeOf(s)
	if _, raw := d.is.(Raw); raw {
		return Raw{} // nil where the member is absent
	}
	is := d.is
	if v := look(Pure(s)); v.format == "date-time" && is == Type(String) {
		is = Time{}
	}
	switch {
	case required && d.nullable:
		return Wrapped{Nullable, is}
	case required:
		return is
	case d.nullable:
		return Wrapped{Maybe, is}
	}
	return Wrapped{Optional, is}
}
