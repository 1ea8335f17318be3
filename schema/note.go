package schema

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/assaykit/assay/document"
)

// note is a problem or a warning of which it is not yet known at what line and column it is.
type note struct {
	file    string
	at      document.Value
	message string
	code    Code
}

// fail notes a problem at a value of a source, once.
func (c *compiler) fail(code Code, src *Source, at document.Value, message string, args ...any) {
	c.problems = c.note(c.problems, note{src.Name, at, fmt.Sprintf(message, args...), code})
}

// warn notes something that checks nothing, or does not do what it seems to, once.
func (c *compiler) warn(code Code, src *Source, at document.Value, message string, args ...any) {
	c.warnings = c.note(c.warnings, note{src.Name, at, fmt.Sprintf(message, args...), code})
}

func (c *compiler) note(list []note, n note) []note {
	if c.noted[n] {
		return list
	}
	c.noted[n] = true
	return append(list, n)
}

// inPlaceOrder makes problems of notes, in the order of their files and places. Lines are counted once for each document.
func inPlaceOrder(notes []note) []Problem {
	slices.SortStableFunc(notes, func(a, b note) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.at.Entry(), b.at.Entry()))
	})
	locators := map[*document.Document]*document.Locator{}
	list := make([]Problem, len(notes))
	for i, n := range notes {
		l := locators[n.at.Document()]
		if l == nil {
			l = document.NewLocator(n.at.Document())
			locators[n.at.Document()] = l
		}
		list[i] = Problem{n.file, l.Position(n.at.Entry()), n.message, n.code}
	}
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column))
	})
	return list
}
