package plan

import (
	"slices"

	"github.com/assaykit/assay/rule"
)

// branches decides on anyOf and oneOf: one of the types of the branches.
func (p *planner) branches(s subject) Type {
	at := slices.IndexFunc(s.either, func(c choice) bool { return p.shapes(s, c) })
	if at < 0 {
		return nil
	}
	var parts []conjunction
	for _, b := range s.either[at].branches {
		parts = append(parts, p.expanded(b, p.mask(s))...)
	}
	return p.union(s, parts)
}

// mask are the types that a branch of the subject is for; 0 for all.
func (p *planner) mask(s subject) rule.Types {
	if s.known {
		return s.kinds
	}
	return s.conjunction.kinds
}

// shaping is a question that shapes answers once: of an anyOf or oneOf, for values of some types.
type shaping struct {
	owner *rule.Schema
	kinds rule.Types
	known bool
}

// shapes reports whether the branches of an anyOf or oneOf say more of the shape of values than the subject does without
// them.
func (p *planner) shapes(s subject, c choice) bool {
	of := shaping{c.owner, s.kinds, s.known}
	known, asked := p.shaped[of]
	if !asked {
		p.shaped[of] = false // where it leads back to itself
		known = slices.ContainsFunc(c.branches, func(b *rule.Schema) bool { return p.branchShapes(s, b) })
		p.shaped[of] = known
	}
	return known
}

func (p *planner) branchShapes(s subject, branch *rule.Schema) bool {
	v := look(all(branch))
	kinds, known := p.kindsOf(all(branch), v)
	return len(v.members)+len(v.items)+len(v.prefix)+len(v.patterns)+len(v.closed) > 0 || v.listed ||
		known && (!s.known || kinds != s.kinds) ||
		slices.ContainsFunc(v.either, func(inner choice) bool { return p.shapes(s, inner) })
}

// expanded are the conjunctions of a branch: several where it stands where it is used and is itself of several types, so
// that no union is within another.
func (p *planner) expanded(branch *rule.Schema, mask rule.Types) []conjunction {
	c := all(branch)
	v := look(c)
	kinds, known := p.kindsOf(c, v)
	switch {
	case !known:
		c.kinds = mask
	case mask != 0:
		own := kinds
		if kinds = narrowed(kinds, mask); kinds == 0 {
			return nil
		}
		if kinds != own {
			c.kinds = kinds
		}
	}
	if Pure(branch) != branch || len(v.members) > 0 {
		return []conjunction{c}
	}
	s := subject{conjunction: c, view: v, kinds: kinds, known: known}
	if at := slices.IndexFunc(v.either, func(inner choice) bool { return p.shapes(s, inner) }); at >= 0 && !p.expanding[branch] {
		p.expanding[branch] = true
		defer delete(p.expanding, branch)
		var parts []conjunction
		for _, b := range v.either[at].branches {
			parts = append(parts, p.expanded(b, p.mask(s))...)
		}
		return parts
	}
	if !known || len(v.either) > 0 {
		return []conjunction{c}
	}
	var parts []conjunction
	for _, row := range kindWords {
		if kinds&row.is != 0 {
			parts = append(parts, c.of(row.is))
		}
	}
	if len(parts) < 2 {
		return []conjunction{c}
	}
	return parts
}

// part is a branch of a union with its type.
type part struct {
	is    Type
	kinds rule.Types // 0 where they are not known
	of    []conjunction
}

// union is the type for values of one of several conjunctions: the type of all where there is one, else a union.
func (p *planner) union(s subject, of []conjunction) Type {
	var parts []part
	for _, c := range of {
		v := look(c)
		kinds, known := p.kindsOf(c, v)
		if v.never || known && kinds == 0 {
			continue // nothing, or null
		}
		if !v.demands && c.kinds == 0 {
			return Raw{} // it accepts anything
		}
		parts = together(parts, part{p.typeOf(c).is, kinds, []conjunction{c}})
	}
	parts = p.texts(s, p.numeric(parts))
	switch len(parts) {
	case 0:
		return Raw{}
	case 1:
		return parts[0].is
	}
	return p.declareUnion(s, last(parts))
}

// together adds a part, to the one of the same type where there is one.
func together(parts []part, one part) []part {
	for i := range parts {
		if same(parts[i].is, one.is) {
			parts[i].of = append(parts[i].of, one.of...)
			if parts[i].kinds |= one.kinds; one.kinds == 0 {
				parts[i].kinds = 0
			}
			return parts
		}
	}
	return append(parts, one)
}

// last puts the part that holds any JSON behind all others.
func last(parts []part) []part {
	for i, one := range parts {
		if _, raw := one.is.(Raw); raw {
			return append(slices.Delete(slices.Clone(parts), i, i+1), one)
		}
	}
	return parts
}

// numeric makes one of the parts that are numbers: of a type that holds those of all.
func (p *planner) numeric(parts []part) []part {
	return joined(parts, rule.TypeInteger|rule.TypeNumber, func(list []part) Type {
		var enums []*Enum
		has := map[Type]bool{}
		for _, one := range list {
			if e := enumOf(one.is); e != nil {
				enums = append(enums, e)
				has[Int64] = true
			} else {
				has[one.is] = true
			}
		}
		float := has[Float64] || has[Basic("float32")]
		switch {
		case len(enums) == len(list):
			return merged(enums, false)
		case has[Number{}], float && p.ExactNumbers, has[Uint64] || has[Basic("uint")]:
			return Number{} // nothing else holds an int64 and an uint64
		case float:
			return Float64
		}
		return Int64
	})
}

// texts makes one of the parts that are strings: a string, or an enum of all values.
func (p *planner) texts(s subject, parts []part) []part {
	parts = joined(parts, rule.TypeString, func(list []part) Type {
		var enums []*Enum
		for _, one := range list {
			if e := enumOf(one.is); e != nil {
				enums = append(enums, e)
			}
		}
		if len(enums) == 0 {
			return String
		}
		return merged(enums, len(enums) < len(list))
	})
	for i, one := range parts {
		e, isNew := one.is.(*Enum)
		if !isNew {
			continue
		}
		c := s.conjunction
		if len(parts) > 1 {
			c = c.of(rule.TypeString)
			if e.Of == Int64 {
				c = c.of(rule.TypeInteger)
			}
		}
		named := p.declare(c)
		named.Is, named.Part = e, len(parts) > 1
		parts[i].is = named
	}
	return parts
}

// joined makes one of all parts whose values are of the given types, where there are several.
func joined(parts []part, t rule.Types, of func([]part) Type) []part {
	var those, rest []part
	at := -1
	for _, one := range parts {
		if one.kinds == 0 || !t.Has(one.kinds) || !simple(one.is) {
			rest = append(rest, one)
			continue
		}
		if at < 0 {
			at = len(rest)
		}
		those = append(those, one)
	}
	if len(those) < 2 {
		return parts
	}
	all := part{is: of(those)}
	for _, one := range those {
		all.kinds |= one.kinds
		all.of = append(all.of, one.of...)
	}
	return slices.Insert(rest, at, all)
}

// simple reports whether a type is a predeclared one, the text of a number or an enum.
func simple(t Type) bool {
	switch t.(type) {
	case Basic, Number:
		return true
	}
	return enumOf(t) != nil
}

// enumOf is the enum that a type is; nil for any other.
func enumOf(t Type) *Enum {
	if named, ok := t.(*Named); ok {
		e, _ := named.Is.(*Enum)
		return e
	}
	e, _ := t.(*Enum)
	return e
}
