package schema

import (
	"maps"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// scope is a dynamic scope as far as it makes a difference (core, section 7.1): for each name of a dynamic anchor, the
// outermost resource entered so far that has it. There are finitely many, so $dynamicRef and $recursiveRef are
// settled when a schema is compiled: it is compiled once for each scope in which it is met, and the
// references in it become plain ones.
type scope struct {
	outermost map[string]*resource
	text      string               // equal scopes have equal texts
	inside    map[*resource]*scope // those within resources, as far as they were asked for
}

// scoped is a schema within a scope.
type scoped struct {
	value document.Value
	scope *scope
}

// inside is the scope within a resource. Of its anchors only those count that are tracked; two scopes that are equal are
// one.
func (c *compiler) inside(s *scope, r *resource) *scope {
	if inside, ok := s.inside[r]; ok {
		return inside
	}
	outermost := s.outermost
	for anchor := range r.dynamic {
		if c.tracked[anchor] && s.outermost[anchor] == nil {
			if len(outermost) == len(s.outermost) {
				outermost = maps.Clone(s.outermost)
			}
			outermost[anchor] = r
		}
	}
	inside := s
	if len(outermost) > len(s.outermost) {
		inside = c.scopeOf(outermost)
	}
	s.inside[r] = inside
	return inside
}

// scopeOf is the one scope with these outermost resources.
func (c *compiler) scopeOf(outermost map[string]*resource) *scope {
	var lines []string
	for anchor, r := range outermost {
		lines = append(lines, anchor+" "+r.uri.String())
	}
	slices.Sort(lines)
	text := strings.Join(lines, "\n")
	if c.scopes[text] == nil {
		c.scopes[text] = &scope{outermost, text, map[*resource]*scope{}}
	}
	return c.scopes[text]
}

// Every anchor that scopes keep may double their number, and most make no difference: nothing refers to them, or only one
// resource has them. So the anchors to keep track of are found by compiling. A reference that needs one which is not
// tracked yet is passed over, and when all else is compiled, all is compiled once more with those that were missing.

// outermost is the outermost resource of a scope that has a dynamic anchor, nil where none has it. known is one that is in
// the scope. It is not ok where the anchor is not tracked yet.
func (c *compiler) outermost(s *scope, anchor string, known *resource) (r *resource, ok bool) {
	if _, own := known.dynamic[anchor]; own && c.holders[anchor] == 1 {
		return known, true
	}
	if !c.tracked[anchor] {
		c.missing = append(c.missing, anchor)
		return nil, false
	}
	return c.inside(s, known).outermost[anchor], true
}

// startPass forgets what was compiled with fewer anchors tracked.
func (c *compiler) startPass() {
	for _, anchor := range c.missing {
		c.tracked[anchor] = true
	}
	c.missing = nil
	c.compiled = map[scoped]*rule.Schema{}
	c.scopes = map[string]*scope{}
	c.outside = c.scopeOf(map[string]*resource{})
}

// passes compiles by a function until all anchors that it needs are tracked.
func (c *compiler) passes(compile func()) {
	for {
		c.startPass()
		compile()
		if len(c.missing) == 0 || c.spent() {
			return
		}
	}
}

// The work is bounded, for schemas may be written so that there are more scopes than anyone can wait for: each value of
// the documents may be compiled so many times on average, and any so many times more.
const (
	timesEach = 16
	timesMore = 100_000
)

// spent reports whether the bound is reached.
func (c *compiler) spent() bool { return c.count > timesEach*c.entries+timesMore }

// tooMany notes the problem that the bound is.
func (c *compiler) tooMany(at site) {
	if !c.gaveUp {
		c.gaveUp = true
		c.fail(CodeScopes, at.resource.source, at.value, "found a schema that dynamic references give a meaning of its own in too many dynamic scopes: %d schemas compiled so far, wanted fewer", c.count)
	}
}
