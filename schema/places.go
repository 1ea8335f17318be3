package schema

import (
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Direction says which way the instances go that a schema of an API description governs.
type Direction uint8

const (
	// AnyWay makes nothing of the direction.
	AnyWay Direction = iota
	// Requests does not require members of requests that are readOnly.
	Requests
	// Responses does not require members of responses that are writeOnly.
	Responses
)

// Place is a schema within a document.
type Place struct {
	Source  *Source
	Pointer string // a JSON Pointer (RFC 6901)
}

// CompileAll makes one Schema of schemas at many places, which share what they refer to: its Roots are theirs, in the same order. A document that says
// nothing of its dialect is read by that of the document of the first place, as a part of an API description. The error is an
// *[Error] with the place of each problem.
func CompileAll(places []Place, o Options) (*Schema, error) {
	return newCompiler(o).compileAll(places)
}

func (c *compiler) compileAll(places []Place) (*Schema, error) {
	s := &Schema{options: c.options}
	resources := map[*Source]*resource{}
	d := c.options.Default
	if d == 0 {
		d = Draft2020
	}
	first := d.dialect()
	for i, p := range places {
		if resources[p.Source] != nil {
			continue
		}
		r := c.resources[p.Source.URI]
		if r == nil {
			c.sources = append(c.sources, p.Source)
			r = c.identify(p.Source, first)
		}
		resources[p.Source] = r
		if i == 0 {
			first, s.Draft = r.dialect, r.dialect.draft
		}
	}
	c.passes(func() {
		s.roots = make([]Root, len(places))
		for i, p := range places {
			roots, _ := c.rootsAt(resources[p.Source], p.Pointer)
			if len(roots) > 0 {
				s.roots[i] = roots[0]
			}
		}
	})
	return c.finished(s)
}

// finished completes a schema whose roots are compiled.
func (c *compiler) finished(s *Schema) (*Schema, error) {
	for _, root := range s.roots {
		if root.Rule != nil {
			c.checksNothing(root.Rule)
		}
	}
	c.endless()
	if len(c.problems) == 0 {
		c.settle()
	}
	if len(c.problems) > 0 {
		return nil, &Error{inPlaceOrder(c.problems)}
	}
	s.Sources, s.Warnings = c.sources, inPlaceOrder(c.warnings)
	// Only generated code asks for schemas by their IDs.
	compiled := c.compiled
	s.all = sync.OnceValue(func() map[string]*rule.Schema {
		all := make(map[string]*rule.Schema, len(compiled))
		for _, one := range compiled {
			all[one.ID()] = one
		}
		return all
	})
	return s, nil
}

// optional reports whether a member that a schema requires need not be there because of the way that instances go: one
// that the server alone sets (readOnly) in requests, and one that it never shows (writeOnly) in responses (OpenAPI 3.0.3, section
// 4.7.24.2: "the required will take effect on the response only").
func (r *reader) optional(name string) bool {
	keyword := map[Direction]string{Requests: "readOnly", Responses: "writeOnly"}[r.options.Direction]
	if keyword == "" {
		return false
	}
	for at, ok := r.site, true; ok; at, ok = r.above(at) {
		if r.marked(at, name, keyword, map[document.Value]bool{}) {
			return true
		}
	}
	return false
}

// above is the schema of which the one at a site is a branch of allOf, if it is one.
func (r *reader) above(at site) (site, bool) {
	rest, index := cutLast(at.pointer)
	parent, keyword := cutLast(rest)
	if keyword != "allOf" || index == "" {
		return site{}, false
	}
	return r.within(at.resource, parent)
}

// cutLast takes the last reference token off a JSON Pointer.
func cutLast(pointer string) (rest, token string) {
	i := strings.LastIndexByte(pointer, '/')
	if i < 0 {
		return "", ""
	}
	return pointer[:i], pointer[i+1:]
}

// marked reports whether a schema, or one that it combines by allOf and $ref, declares a member with a keyword that is true.
func (r *reader) marked(at site, name, keyword string, seen map[document.Value]bool) bool {
	if seen[at.value] || at.value.Kind() != document.Object {
		return false
	}
	seen[at.value] = true
	if v := at.value.Get("properties").Get(name); !v.IsZero() && r.says(at.down(v, "properties", name), keyword, map[document.Value]bool{}) {
		return true
	}
	if to, ok := r.referred(at); ok && r.marked(to, name, keyword, seen) {
		return true
	}
	found := false
	list(at.value.Get("allOf"), func(sub document.Value, tokens ...string) {
		found = found || r.marked(at.down(sub, "allOf", tokens[0]), name, keyword, seen)
	})
	return found
}

// says reports whether a schema, or one that it combines by allOf and $ref, has a keyword that is true.
func (r *reader) says(at site, keyword string, seen map[document.Value]bool) bool {
	if seen[at.value] || at.value.Kind() != document.Object {
		return false
	}
	seen[at.value] = true
	if at.value.Get(keyword).True() {
		return true
	}
	if to, ok := r.referred(at); ok && r.says(to, keyword, seen) {
		return true
	}
	found := false
	list(at.value.Get("allOf"), func(sub document.Value, tokens ...string) {
		found = found || r.says(at.down(sub, "allOf", tokens[0]), keyword, seen)
	})
	return found
}

// referred is what the $ref of a schema leads to, if it has one.
func (r *reader) referred(at site) (site, bool) {
	ref := at.value.Get("$ref")
	if ref.Kind() != document.String {
		return site{}, false
	}
	return r.refer(at, "$ref", ref)
}
