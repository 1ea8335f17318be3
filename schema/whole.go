package schema

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// found is a schema object in a document, with its resource.
type found struct {
	resource *resource
	value    document.Value
}

// whole compiles every schema of a document, referred to or not.
func (c *compiler) whole(root *resource) {
	outside := c.inside(c.outside, root)
	for _, f := range c.visited {
		if f.resource.source != root.source {
			continue
		}
		c.schema(site{f.resource, f.value, c.pointer(f.resource, f.value)}, outside)
	}
}

// checksNothing warns of a root without any keyword that checks something, but with members that are no keywords at all:
// most often it is no schema.
func (c *compiler) checksNothing(root *rule.Schema) {
	if !c.strange[root] || len(root.Assertions)+len(root.Applicators) > 0 {
		return
	}
	for _, src := range c.sources {
		if src.Document == root.Source.Document() {
			c.warn(CodeNothing, src, root.Source, "found a schema without any keyword that checks something: every instance is valid")
		}
	}
}
