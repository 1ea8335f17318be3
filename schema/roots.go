package schema

import (
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Root is a schema that was compiled for its own sake, not because another refers to it.
type Root struct {
	Name string // by which the map of schemas that it stands in has it; "" for one that was asked for by itself
	Rule *rule.Schema
}

// Roots are the schemas that were asked for, in the order of their document: one without a name, or with
// [Options].Each those of a map of schemas.
func (s *Schema) Roots() []Root { return s.roots }

// rootsAt compiles what a fragment leads to. The fragment that it returns is that of the roots.
func (c *compiler) rootsAt(r *resource, fragment string) ([]Root, string) {
	if c.options.Each && fragment == "" && r.describes != nil {
		fragment = r.describes.named
	}
	at, ok := c.within(r, fragment)
	switch {
	case ok && c.holdsSchemas(at):
		if !c.options.Each {
			c.fail(CodeNotSchema, at.resource.source, at.value, "found a map of schemas, wanted one of them%s", listed(at.value, fragment))
			return nil, fragment
		}
		return c.each(at), fragment
	case ok:
		return []Root{{Rule: c.schema(at, c.outside)}}, fragment
	case c.options.Whole && r.describes != nil && fragment == r.describes.named:
		// A description without schemas of a name may have others.
	default:
		l := c.lose(r, fragment)
		c.fail(CodeReference, r.source, l.at, "found nothing at #%s%s", fragment, l.wanted("a schema", func(f string) string { return "#" + f }))
	}
	return nil, fragment
}

// each compiles the schemas of a map.
func (c *compiler) each(at site) []Root {
	var roots []Root
	for name, value := range at.value.Members() {
		roots = append(roots, Root{name.Text(), c.schema(at.down(value, name.Text()), c.outside)})
	}
	if len(roots) == 0 && !c.options.Whole {
		c.fail(CodeNotSchema, at.resource.source, at.value, "found a map without any schema, wanted at least one")
	}
	return roots
}

// holdsSchemas reports whether a value is a map of schemas, not a schema: one that a keyword or a description has under the name
// by which others refer to it.
func (c *compiler) holdsSchemas(at site) bool {
	if at.value.Kind() != document.Object {
		return false
	}
	if d := at.resource.describes; d != nil && at.pointer == d.named {
		return true
	}
	switch at.pointer[strings.LastIndexByte(at.pointer, '/')+1:] {
	case "$defs", "definitions":
	default:
		return false
	}
	for _, f := range c.visited {
		if f.value == at.value {
			return false // such as a property of that name
		}
	}
	return true
}
