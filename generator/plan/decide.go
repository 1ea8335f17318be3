package plan

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// decision is the Go type for a schema's values other than null, and whether null is one of them.
// A Raw type holds null by itself.
type decision struct {
	is       Type
	nullable bool
}

// anything is the decision for a schema that says nothing of its type.
var anything = decision{is: Raw{}}

// typeOf decides on the type of a schema.
func (p *planner) typeOf(s *rule.Schema) decision {
	s = Pure(s)
	if d, ok := p.decided[s]; ok {
		return d
	}
	if p.deciding[s] {
		return p.loose(s, "it refers to itself through no object")
	}
	p.deciding[s] = true
	d := p.decide(s)
	delete(p.deciding, s)
	p.decided[s] = d
	return d
}

// decide asks each decider in turn; the first that knows the schema decides.
func (p *planner) decide(s *rule.Schema) decision {
	v := look(s)
	for _, decider := range []func(*rule.Schema, view) (decision, bool){
		p.always, p.enum, p.object, p.array, p.scalar, p.referred, p.orNull,
	} {
		if d, ok := decider(s, v); ok {
			return d
		}
	}
	return p.loose(s, v.why())
}

// why says what keeps a schema from having a Go type of its own.
func (v *view) why() string {
	switch {
	case v.types == rule.TypeNull:
		return "it is always null"
	case len(v.either) > 0:
		return "anyOf and oneOf have no Go type yet"
	case len(v.allOf) > 0:
		return "allOf has no Go type yet where it has more than one schema"
	case v.types != 0:
		return "its values may be of several types"
	}
	return "the schema does not say of which type its values are"
}

// loose falls back to any JSON value, and notes it.
func (p *planner) loose(s *rule.Schema, why string) decision {
	p.note(s, why)
	return anything
}

// always decides on schemas that accept anything or nothing.
func (p *planner) always(s *rule.Schema, _ view) (decision, bool) {
	return anything, s.Never || len(s.Assertions) == 0 && len(s.Applicators) == 0
}

// only reports whether all types of a view but null are within the given ones.
func (v *view) only(t rule.Types) bool {
	rest := v.types &^ rule.TypeNull
	return rest != 0 && t.Has(rest)
}

func (v *view) nullable() bool { return v.types.Has(rule.TypeNull) }

// enum decides on lists of strings.
func (p *planner) enum(s *rule.Schema, v view) (decision, bool) {
	texts := v.texts()
	if len(texts) == 0 || !v.only(rule.TypeString) {
		return decision{}, false
	}
	named := p.declare(s)
	e := &Enum{Values: make([]Constant, len(texts))}
	named.Is = e
	var names naming
	for i, text := range texts {
		e.Values[i].Text = text
		names.add(text, func(name string) { e.Values[i].Name = name }, exported(text), exported(spelled(text)),
			exported("Value", spelled(text)), exported(letterCase(text), spelled(text)))
	}
	names.settle()
	null := v.nullable() && hasNull(v.values)
	return decision{named, null}, true
}

func hasNull(values []document.Value) bool {
	for _, v := range values {
		if v.Kind() == document.Null {
			return true
		}
	}
	return false
}

// object decides on objects: a struct where members are named, else a map.
func (p *planner) object(s *rule.Schema, v view) (decision, bool) {
	if !v.only(rule.TypeObject) {
		return decision{}, false
	}
	if v.properties == nil && v.ref != nil {
		return decision{}, false
	}
	if v.properties == nil || len(v.properties.Members) == 0 {
		if len(v.allOf)+len(v.either) > 0 {
			p.note(s, "its members are named by the schemas of allOf, anyOf or oneOf, which have no fields yet")
		}
		return decision{Map{p.extra(v)}, v.nullable()}, true
	}
	named := p.declare(s)
	d := decision{named, v.nullable()}
	p.decided[s] = d // before its fields, which may lead back to it
	named.Is = p.structure(s, v)
	return d, true
}

// extra is the type of the members that have no field of their own.
func (p *planner) extra(v view) Type {
	if v.patterns != nil || v.additional == nil || v.additional.Schema.Never {
		return Raw{}
	}
	return p.element(v.additional.Schema)
}

// element is the type of an item or of a map's value.
func (p *planner) element(s *rule.Schema) Type {
	d := p.typeOf(s)
	if d.nullable {
		return Wrapped{Nullable, d.is}
	}
	return d.is
}

// array decides on arrays.
func (p *planner) array(s *rule.Schema, v view) (decision, bool) {
	if !v.only(rule.TypeArray) {
		return decision{}, false
	}
	if v.prefix != nil {
		p.note(s, "its items have different types")
		return decision{Slice{Raw{}}, v.nullable()}, true
	}
	if v.items == nil || v.items.From > 0 {
		return decision{Slice{Raw{}}, v.nullable()}, true
	}
	return decision{Slice{p.element(v.items.Schema)}, v.nullable()}, true
}

// scalar decides on values of one simple type.
func (p *planner) scalar(_ *rule.Schema, v view) (decision, bool) {
	for _, row := range []struct {
		json rule.Types
		is   Basic
	}{
		{rule.TypeString, String}, {rule.TypeBoolean, Bool}, {rule.TypeInteger, Int64},
		{rule.TypeNumber | rule.TypeInteger, Float64},
	} {
		if v.only(row.json) {
			return decision{row.is, v.nullable()}, true
		}
	}
	return decision{}, false
}

// referred decides on schemas that refer to another and say more: they accept a part of what that one
// does, so its type holds all of it. allOf with one schema is the same.
func (p *planner) referred(_ *rule.Schema, v view) (decision, bool) {
	switch {
	case v.ref != nil:
		return p.typeOf(v.ref.Target), true
	case len(v.allOf) == 1 && (v.types == 0 || v.types.Has(rule.TypeObject)):
		return p.typeOf(v.allOf[0]), true
	}
	return decision{}, false
}

// orNull decides on anyOf and oneOf of a schema and null.
func (p *planner) orNull(_ *rule.Schema, v view) (decision, bool) {
	if len(v.either) != 2 || v.types != 0 {
		return decision{}, false
	}
	for i, s := range v.either {
		if look(Pure(s)).types != rule.TypeNull {
			continue
		}
		d := p.typeOf(v.either[1-i])
		if _, raw := d.is.(Raw); !raw {
			d.nullable = true
		}
		return d, true
	}
	return decision{}, false
}
