package schema

import (
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// scope is a dynamic scope as far as it makes a difference (core, section 7.1): for each name of a dynamic anchor, the
// outermost resource entered so far that has it. There are finitely many, so $dynamicRef and $recursiveRef are
// settled when a schema is compiled: it is compiled once for each scope in which it is met, and the
// references in it become plain ones. nil is the scope without any.
type scope struct {
	outermost map[string]*resource
	key       string // the same as text
}

// scoped is a schema within a scope.
type scoped struct {
	value document.Value
	scope string
}

func (s *scope) text() string {
	if s == nil {
		return ""
	}
	return s.key
}

// find is the outermost resource that has a dynamic anchor, or nil.
func (s *scope) find(anchor string) *resource {
	if s == nil {
		return nil
	}
	return s.outermost[anchor]
}

// enter is the scope within a resource.
func (s *scope) enter(r *resource) *scope {
	inside := s
	for anchor := range r.dynamic {
		if s.find(anchor) == nil {
			if inside == s {
				inside = s.copy()
			}
			inside.outermost[anchor] = r
		}
	}
	if inside != s {
		inside.key = inside.name()
	}
	return inside
}

func (s *scope) copy() *scope {
	c := &scope{outermost: map[string]*resource{}}
	if s != nil {
		for anchor, r := range s.outermost {
			c.outermost[anchor] = r
		}
	}
	return c
}

// name writes the scope so that equal ones are written the same.
func (s *scope) name() string {
	var lines []string
	for anchor, r := range s.outermost {
		lines = append(lines, anchor+" "+r.uri.String())
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
