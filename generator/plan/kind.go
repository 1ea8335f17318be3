package plan

import (
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// kindSet is a set of types that values may have, as the keyword type names them.
type kindSet rule.Types

// within reports whether all of the set is allowed. Integers are numbers.
func (k kindSet) within(t rule.Types) bool {
	if t.Has(rule.TypeNumber) {
		t |= rule.TypeInteger
	}
	return t.Has(rule.Types(k))
}

// kindOf is the type of a value; that of 1.0 is integer.
func kindOf(v document.Value) kindSet {
	if v.Kind() == document.Number && v.Document().Integer(v.Entry()) {
		return kindSet(rule.TypeInteger)
	}
	return kindSet(1) << v.Kind()
}

// narrowed are the types that two keywords leave, where 0 stands for all.
func narrowed(a, b rule.Types) rule.Types {
	switch {
	case a == 0:
		return b
	case b == 0:
		return a
	}
	both := a & b
	if a.Has(rule.TypeNumber) && b.Has(rule.TypeInteger) || b.Has(rule.TypeNumber) && a.Has(rule.TypeInteger) {
		both |= rule.TypeInteger
	}
	return both
}

// kindsOf are the types other than null that the values of a conjunction may have; known is false where the
// schemas do not say.
func (p *planner) kindsOf(c conjunction, v *view) (t rule.Types, known bool) {
	t = v.types
	known = t != 0
	if v.listed {
		var of rule.Types
		for _, value := range v.values {
			of |= rule.Types(kindOf(value))
		}
		t, known = narrowedTo(t, of, known)
	}
	for _, choice := range v.either {
		if of := p.kindsOfBranches(choice); of.known {
			t, known = narrowedTo(t, of.types, known)
		}
	}
	if c.kinds != 0 {
		t, known = narrowedTo(t, c.kinds, known)
	}
	if t.Has(rule.TypeNumber) {
		t &^= rule.TypeInteger
	}
	return t &^ rule.TypeNull, known
}

// narrowedTo narrows a set of types that may not be known yet.
func narrowedTo(t, to rule.Types, known bool) (rule.Types, bool) {
	if !known {
		return to, true
	}
	if t == 0 || to == 0 {
		return 0, true
	}
	return narrowed(t, to), true
}

// branchKinds are the types that the branches of an anyOf or oneOf leave together; known is false where one of them does not
// say.
type branchKinds struct {
	types rule.Types
	known bool
}

// kindsOfBranches looks at each anyOf and oneOf once. One that leads back to itself does not say.
func (p *planner) kindsOfBranches(c choice) branchKinds {
	if k, ok := p.branchKinds[c.owner]; ok {
		return k
	}
	p.branchKinds[c.owner] = branchKinds{}
	k := branchKinds{known: true}
	for _, s := range c.branches {
		branch := all(s)
		v := look(branch)
		if v.never {
			continue
		}
		t, known := p.kindsOf(branch, v)
		k.known = k.known && known
		k.types |= t
		if p.nullable(branch) {
			k.types |= rule.TypeNull
		}
	}
	p.branchKinds[c.owner] = k
	return k
}

// kindWords name the types in the order in which a value's kind is asked for.
var kindWords = []struct {
	is   rule.Types
	word string
}{
	{rule.TypeObject, "Object"}, {rule.TypeArray, "List"}, {rule.TypeString, "String"}, {rule.TypeInteger, "Integer"},
	{rule.TypeNumber, "Number"}, {rule.TypeBoolean, "Bool"},
}

// wordOf names types: StringOrList.
func wordOf(t rule.Types) string {
	var list []string
	for _, row := range kindWords {
		if t&row.is != 0 {
			list = append(list, row.word)
		}
	}
	return strings.Join(list, "Or")
}
