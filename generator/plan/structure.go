package plan

import (
	"maps"
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// reserved are the names that no field may have whatever is written: those of methods, and of the fields for what has none.
var reserved = map[string]bool{
	"UnmarshalJSON": true, "MarshalJSON": true, "AppendJSON": true, "MarshalJSONTo": true, "UnmarshalJSONFrom": true,
	"Validate": true, "AdditionalProperties": true, "Other": true,
}

// unusable are the names that no field of the package may have.
func (p *planner) unusable() map[string]bool {
	names := maps.Clone(reserved)
	for _, m := range p.Methods {
		names[m] = true
	}
	if p.sharing.sensitive {
		for _, m := range p.SecretMethods {
			names[m] = true
		}
	}
	return names
}

// object decides on objects: a struct where members are named, else a map. Where a schema names members and does
// not say that its values are objects, the struct holds others, too.
func (p *planner) object(s subject) Type {
	switch {
	case s.known && s.kinds != rule.TypeObject, !s.known && (len(s.members) == 0 || s.listed):
		return nil
	case len(s.members) == 0 && slices.ContainsFunc(s.either, func(c choice) bool { return p.shapes(s, c) }):
		return nil // its branches are the types
	}
	soft := p.soft(s)
	if s.known && len(s.members) == 0 && len(soft) == 0 {
		extra := p.extra(s)
		if extra == nil {
			extra = Raw{}
		}
		return Map{extra}
	}
	named := p.declare(s.conjunction)
	named.Is = p.structure(s, soft)
	return named
}

// structure makes the struct of an object.
func (p *planner) structure(s subject, soft []*Field) *Struct {
	out := &Struct{Other: !s.known, Extra: p.extra(s)}
	names := naming{taken: p.unusable()}
	for _, m := range s.members {
		c := all(m.schemas...)
		if p.omits(m) {
			out.Extra = Raw{} // it is kept there
			continue
		}
		if c.nothing() || s.excludes(m.name) {
			continue // no object has that member
		}
		if s.required[m.name] {
			if constant, ok := c.always(); ok {
				constant.Member, constant.Doc = m.name, doc(m.source)
				out.Constants = append(out.Constants, constant)
				continue
			}
		}
		f := &Field{Member: m.name, Schema: c.owner(), Doc: doc(m.source), Tags: tags(m.source), asked: m.asked(), source: m.source, schemas: m.schemas}
		f.Type = p.memberType(f, p.typeOf(c), s.required[m.name])
		f.Type = p.timed(f.Type, c)
		out.Fields = append(out.Fields, f)
	}
	if _, raw := out.Extra.(Raw); raw {
		out.Fields = append(out.Fields, soft...)
	}
	for _, f := range out.Fields {
		names.add(f.Member, func(name string) { f.Name = name }, append([]string{f.wish()}, p.spell.variants(f.Member, "Value")...)...)
	}
	names.settle()
	for _, f := range out.Fields {
		p.refused(f.asked, f.wish(), f.Name)
	}
	p.spell.nameConstants(out)
	return out
}

// nameConstants gives the constants the names of their members.
func (sp speller) nameConstants(s *Struct) {
	var names naming
	for i := range s.Constants {
		c := &s.Constants[i]
		names.add(c.Member, func(name string) { c.Name = name }, sp.variants(c.Member, "Value")...)
	}
	names.settle()
}

// always is the one value that a conjunction accepts, where there is one that Go can write as a constant or JSON.
func (c conjunction) always() (Constant, bool) {
	v := look(c)
	if !v.listed || len(v.values) != 1 {
		return Constant{}, false
	}
	return constant(v.values[0])
}

// excludes reports whether some schema lets no object have a member.
func (v *view) excludes(name string) bool {
	return slices.ContainsFunc(v.closed, func(k *rule.AdditionalProperties) bool {
		return k.Schema.Never && !slices.ContainsFunc(k.Named.Members, func(m rule.Property) bool { return m.Name == name }) &&
			!slices.ContainsFunc(k.Patterns.Each, func(p rule.PatternProperty) bool { return rule.Matches(p.Pattern, name) })
	})
}

// omits reports whether a member gets no field, since it is for one direction only.
func (p *planner) omits(m member) bool {
	is := func(keyword string) bool {
		return slices.ContainsFunc(append(m.schemas, m.source), func(s *rule.Schema) bool {
			v := s.Annotation(keyword)
			return v.Kind() == document.Boolean && v.True()
		})
	}
	return p.OmitReadOnly && is("readOnly") || p.OmitWriteOnly && is("writeOnly")
}

// timed is the type of a field with a time in place of a string where its format says so and nothing else is asked for.
func (p *planner) timed(t Type, c conjunction) Type {
	if _, other := p.Formats["date-time"]; other || look(c).format != "date-time" {
		return t
	}
	switch of := t.(type) {
	case Basic:
		if of == String {
			return Time{}
		}
	case Wrapped:
		of.Of = p.timed(of.Of, c)
		return of
	}
	return t
}

// memberType is the type of a member of an object.
func (p *planner) memberType(f *Field, d decision, required bool) Type {
	if _, raw := d.is.(Raw); raw {
		if why := p.noted[f.Schema]; why != "" {
			f.Doc = append(f.Doc, "Any JSON value, for "+why+". The validator checks all of the schema.")
		}
		return Raw{} // nil where the member is absent
	}
	is := d.is
	switch {
	case required && d.nullable:
		return Wrapped{State: Nullable, Of: is, Pointer: p.Pointers}
	case required:
		return is
	case d.nullable:
		return Wrapped{State: Maybe, Of: is}
	}
	switch is.(type) {
	case Slice, Map:
		return Wrapped{State: Optional, Of: is, Nil: p.Pointers}
	}
	return Wrapped{State: Optional, Of: is, Pointer: p.Pointers}
}

// extra is the type of the members that have no field of their own; nil where there are none.
func (p *planner) extra(s subject) Type {
	closed, rest := false, conjunction{}
	for _, k := range s.closed {
		if closed = closed || k.Schema.Never; !k.Schema.Never {
			rest.add(k.Schema)
		} else if len(k.Patterns.Each) == 0 {
			return nil
		}
	}
	schemas := rest.schemas
	if len(schemas) == 0 && !closed {
		if len(s.patterns) > 0 {
			p.noteAs(s.owner(), "members without a field of their own are held as any JSON", "names that match no pattern may have anything")
		}
		return Raw{}
	}
	for _, each := range s.patterns {
		schemas = append(schemas, each.Schema)
	}
	var d decision
	if len(s.patterns) > 0 && len(schemas) > 1 {
		p.callPatterns(s.patterns)
		d = p.oneOf(schemas)
	} else {
		d = p.typeOf(all(schemas...))
	}
	return p.orNull(d)
}
