// Package sample makes documents that satisfy schemas, for the tests of generated code. It guesses, by what the
// schemas say, and keeps what the interpreter accepts: where it finds nothing there may be something all the same.
package sample

import (
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// most is how many documents there are for one type, and largest how many bytes each has at most.
const (
	most    = 8
	largest = 1 << 12
)

// Of are JSON texts that satisfy all of some schemas. The same schemas give the same texts.
func Of(schemas ...*rule.Schema) []string {
	var list []string
	m := &maker{left: 20000}
	m.each(schemas, nil, 0, func(text string) bool {
		if len(text) <= largest && !slices.Contains(list, text) {
			list = append(list, text)
		}
		return len(list) < most
	})
	return list
}

// maker bounds the work: a schema may have more combinations than there is time.
type maker struct{ left int }

// deepest is how far down values are made. What is recursive ends before, or has no sample.
const deepest = 8

// fullest is how far down objects have the members that they need not have.
const fullest = 3

// yield takes a text, and says whether more are wanted.
type yield func(text string) bool

// each yields texts that satisfy schemas. It reports whether more are wanted. Chosen are the schemas one of whose branches is
// among the others.
func (m *maker) each(schemas, chosen []*rule.Schema, depth int, more yield) bool {
	if m.left--; m.left < 0 || depth > deepest {
		return true
	}
	f := gather(schemas, chosen)
	if f.never {
		return true
	}
	good := func(text string) bool { return !valid(text, schemas) || more(text) }
	for _, v := range f.stated {
		if !good(v.JSON()) {
			return false
		}
	}
	if f.listed {
		return true
	}
	if len(f.choices) > 0 {
		c := f.choices[0]
		for _, branch := range c.branches {
			if !m.each(append(slices.Clone(schemas), branch), append(slices.Clone(chosen), c.owner), depth, more) {
				return false
			}
		}
		return true
	}
	return m.made(f, depth, good)
}

// made yields texts of each type that the facts allow. They may satisfy the schemas or not.
func (m *maker) made(f *facts, depth int, more yield) bool {
	for _, row := range []struct {
		is   rule.Types
		make func(*facts, int, yield) bool
	}{
		{rule.TypeObject, m.objects}, {rule.TypeArray, m.arrays}, {rule.TypeString, m.strings}, {rule.TypeInteger, m.numbers},
		{rule.TypeBoolean, literals("true", "false")}, {rule.TypeNull, literals("null")},
	} {
		if f.allows(row.is) && !row.make(f, depth, more) {
			return false
		}
	}
	return true
}

// literals yields texts as they are.
func literals(texts ...string) func(*facts, int, yield) bool {
	return func(_ *facts, _ int, more yield) bool {
		return !slices.ContainsFunc(texts, func(text string) bool { return !more(text) })
	}
}

// some are the first texts that satisfy schemas.
func (m *maker) some(schemas []*rule.Schema, depth, n int) (list []string) {
	m.each(schemas, nil, depth, func(text string) bool {
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
		return len(list) < n
	})
	return list
}

// valid asks the interpreter.
func valid(text string, schemas []*rule.Schema) bool {
	d, err := document.Parse([]byte(text))
	if err != nil {
		return false
	}
	defer d.Release()
	return !slices.ContainsFunc(schemas, func(s *rule.Schema) bool { return !s.ValidAt(d, 0) })
}
