package plan

import (
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// declareUnion makes the union of several parts.
func (p *planner) declareUnion(s subject, parts []part) Type {
	named := p.declare(s.conjunction)
	u := &Union{}
	named.Is = u
	words := map[string]int{}
	for _, one := range parts {
		words[one.word()]++
	}
	for _, one := range parts {
		u.Variants = append(u.Variants, p.variant(s, one, words[one.word()] == 1))
	}
	for i, test := range append(named.hinted(parts), tests(parts)...) {
		u.Cases = append(u.Cases, Case{u.Variants[i%len(parts)], test})
	}
	p.callVariants(named, u, parts)
	return named
}

// variant is the named type of a part. One that has no name is called by its union and what it is, where it is
// alone in that, else by its branch.
func (p *planner) variant(s subject, one part, alone bool) *Named {
	if named, ok := one.is.(*Named); ok {
		return named
	}
	n := &Named{Schema: s.owner(), Also: s.schemas[1:], Is: one.is, Part: true, suffix: one.word(), branches: one.of}
	if len(one.of) > 0 {
		branch := one.of[0].owner()
		if branch != s.owner() && len(one.of) == 1 {
			n.Doc = doc(branch)
		}
		if !alone {
			n.Schema, n.Also = branch, nil
		}
	}
	key := n.id() + " " + identity(n.Is)
	if other := p.parts[key]; other != nil {
		return other // the same branch, of another union
	}
	p.parts[key] = n
	p.named = append(p.named, n)
	return n
}

// word says what a part is.
func (one part) word() string {
	switch t := one.is.(type) {
	case Map:
		return "Map"
	case Raw:
		return "Other"
	case Basic:
		if t == Float64 {
			return "Number"
		}
	}
	if word := wordOf(one.kinds); word != "" {
		return word
	}
	return "Other"
}

// tests says how each part is told from those behind it. The last needs no test.
func tests(parts []part) []Test {
	list := make([]Test, len(parts))
	member := discriminator(parts)
	for i, one := range parts[:len(parts)-1] {
		switch values := member.valuesOf(one); {
		case one.kinds != 0 && !slices.ContainsFunc(parts[i+1:], func(other part) bool { return overlap(one, other) }):
			list[i] = Test{Kinds: one.kinds}
		case len(values) > 0 && one.kinds == rule.TypeObject:
			list[i] = Test{Kinds: one.kinds, Member: member.name, Values: values}
		default:
			list[i].Kinds = one.kinds
			for _, c := range one.of {
				list[i].Any = append(list[i].Any, c.schemas)
			}
		}
	}
	return list
}

// overlap reports whether a value of one part may belong to another. The part for all that is left has no schema.
func overlap(a, b part) bool {
	if len(b.of) == 0 {
		return false
	}
	if a.is == Type(String) || a.is == Type(Bool) {
		return false // they hold any
	}
	if e := enumOf(a.is); e != nil && e.Open {
		return false
	}
	return b.kinds == 0 || narrowed(a.kinds, b.kinds) != 0
}

// mark is a member whose string tells objects apart.
type mark struct{ name string }

// discriminator is a member that each part that may be an object requires, with different strings in each; it has no name where
// there is none.
func discriminator(parts []part) mark {
	var objects []*view
	for _, one := range parts {
		if one.kinds != 0 && !one.kinds.Has(rule.TypeObject) {
			continue
		}
		if len(one.of) != 1 {
			return mark{}
		}
		objects = append(objects, look(one.of[0]))
	}
	return discriminates(objects)
}

// discriminates is the first member by which the objects of all views are told apart.
func discriminates(objects []*view) mark {
	if len(objects) < 2 {
		return mark{}
	}
	for _, m := range objects[0].members {
		seen := map[string]bool{}
		if !slices.ContainsFunc(objects, func(v *view) bool { return !v.tells(m.name, seen) }) {
			return mark{m.name}
		}
	}
	return mark{}
}

// tells reports whether the objects of a view have a member with one of some strings that were not seen, and notes them.
func (v *view) tells(name string, seen map[string]bool) bool {
	values := v.strings(name)
	for _, text := range values {
		if seen[text] {
			return false
		}
		seen[text] = true
	}
	return len(values) > 0
}

// strings are those that a required member may have; nil where it may be anything else.
func (v *view) strings(name string) []string {
	if !v.required[name] {
		return nil
	}
	return v.listedStrings(name)
}

// listedStrings are those that a member may have where it is there.
func (v *view) listedStrings(name string) []string {
	at := slices.IndexFunc(v.members, func(m member) bool { return m.name == name })
	if at < 0 {
		return nil
	}
	of := look(all(v.members[at].schemas...))
	if !of.listed {
		return nil
	}
	var list []string
	for _, value := range of.values {
		if value.Kind() != document.String {
			return nil
		}
		list = append(list, value.Text())
	}
	return list
}

func (m mark) valuesOf(one part) []string {
	if m.name == "" || len(one.of) != 1 {
		return nil
	}
	return look(one.of[0]).strings(m.name)
}

// manyFields bounds the fields that are written again for each branch of a oneOf beside properties.
const manyFields = 300

// discriminated decides on objects that have members of their own and a oneOf or anyOf whose branches are told apart by a string
// member: a union of structs, each with the members of all and of its branch.
func (p *planner) discriminated(s subject) Type {
	if !s.known || s.kinds != rule.TypeObject || len(s.members) == 0 || len(s.conjunction.chosen) > 0 {
		return nil // nor are several multiplied with each other
	}
	for _, c := range s.either {
		var parts []conjunction
		var views []*view
		for _, b := range c.branches {
			part := s.with(c.owner, b)
			parts, views = append(parts, part), append(views, look(part))
		}
		if len(c.branches)*len(s.members) <= manyFields && discriminates(views).name != "" {
			return p.union(s, parts)
		}
	}
	return nil
}
