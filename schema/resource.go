package schema

import (
	"net/url"
	"strings"

	"github.com/assaykit/assay/document"
)

// resource is a schema with a URI of its own: the root of a document, or a schema with $id
// within it (core, section 4.3.5).
type resource struct {
	source  *Source
	uri     *url.URL
	root    document.Value
	dialect dialect
	anchors map[string]document.Value
	// dynamic are the anchors among them that $dynamicRef may lead to; "" is the root where it
	// has $recursiveAnchor.
	dynamic map[string]document.Value
	// inner are the resources that begin within this one's document, by their roots.
	inner map[document.Value]*resource
	// describes says that the document is an OpenAPI description. Then others are the schemas in it that have a dialect of
	// their own and no URI: each as this resource in that dialect, whose within is this one.
	describes *description
	others    map[document.Value]*resource
	within    *resource
}

func newResource(src *Source, root document.Value, d dialect, inner map[document.Value]*resource) *resource {
	return &resource{source: src, root: root, dialect: d, inner: inner, others: map[document.Value]*resource{},
		anchors: map[string]document.Value{}, dynamic: map[string]document.Value{}}
}

// identify finds all resources and anchors of a document. d is its dialect where it names none.
func (c *compiler) identify(src *Source, d dialect) *resource {
	root := src.Document.Root()
	r := newResource(src, root, d, map[document.Value]*resource{})
	r.uri = c.parse(src, root, src.URI)
	c.add(r, src.URI, root)
	c.located[r] = true
	c.documents = append(c.documents, r)
	c.entries += src.Document.Entries()
	if r.describes = describes(root); r.describes != nil {
		c.describe(r)
	} else {
		c.visit(r, root, true)
	}
	return r
}

// add makes a resource known by its URI. Where there is one of that URI already, references lead to the first.
// A URI that a schema has by its identifier goes before one that a document was found at.
func (c *compiler) add(r *resource, uri string, at document.Value) {
	if other, ok := c.resources[uri]; ok && other != r && !c.located[other] {
		c.warn(CodeDuplicateURI, r.source, at, "found the URI %q, which another schema has: references lead to the first", uri)
		return
	}
	c.resources[uri] = r
}

// anchor makes a schema known by an anchor of its resource, likewise.
func (c *compiler) anchor(r *resource, at document.Value, name string, v document.Value) {
	if other, ok := r.anchors[name]; ok && other != v {
		c.warn(CodeDuplicateURI, r.source, at, "found the anchor %q, which another schema has: references lead to the first", name)
		return
	}
	r.anchors[name] = v
}

// parse reads a URI; where it is none the problem is noted and an empty one returned.
func (c *compiler) parse(src *Source, at document.Value, uri string) *url.URL {
	u, err := url.Parse(uri)
	if err != nil {
		c.fail(CodeURI, src, at, "found %q, wanted a URI reference", uri)
		return &url.URL{}
	}
	return u
}

// visit looks at one schema object, then at the subschemas in it.
func (c *compiler) visit(r *resource, v document.Value, isRoot bool) {
	if v.Kind() != document.Object {
		return
	}
	r = c.named(r, v, isRoot)
	r = c.enter(r, v, isRoot)
	c.visited = append(c.visited, found{r, v})
	if refOnly(r.dialect, v) {
		return
	}
	c.anchors(r, v)
	for name, value := range v.Members() {
		row := c.row(name.Text(), r.dialect)
		if row == nil || row.holds == nil {
			continue
		}
		row.holds(value, func(sub document.Value, _ ...string) { c.visit(r, sub, false) })
	}
}

// anchors notes the anchors that a schema object has.
func (c *compiler) anchors(r *resource, v document.Value) {
	if r.dialect.draft >= Draft2019 {
		if a := v.Get("$anchor"); a.Kind() == document.String {
			c.anchor(r, a, a.Text(), v)
		}
	}
	if r.dialect.draft >= Draft2020 {
		if a := v.Get("$dynamicAnchor"); a.Kind() == document.String {
			c.anchor(r, a, a.Text(), v)
			c.dynamicAnchor(r, a.Text(), r.anchors[a.Text()])
		}
	}
	if r.dialect.draft == Draft2019 && v == r.root && v.Get("$recursiveAnchor").True() {
		c.dynamicAnchor(r, "", v)
	}
}

// dynamicAnchor makes a schema known by a dynamic anchor of its resource.
func (c *compiler) dynamicAnchor(r *resource, name string, v document.Value) {
	if _, ok := r.dynamic[name]; !ok {
		c.holders[name]++
	}
	r.dynamic[name] = v
}

// named sets the dialect by $schema, which may stand at the root of a resource.
func (c *compiler) named(r *resource, v document.Value, isRoot bool) *resource {
	name := v.Get("$schema")
	if isRoot && !name.IsZero() && name.Kind() != document.String {
		c.fail(CodeDialect, r.source, name, "$schema: found %s, wanted the URI of a dialect in a string", kindWord(name))
	}
	if name.Kind() != document.String || r.others[v] != nil {
		return r
	}
	if !isRoot && v.Get("$id").IsZero() && v.Get("id").IsZero() {
		c.warn(CodeIgnoredDialect, r.source, name, "$schema: found a dialect in a schema that has no URI of its own, where it says nothing")
		return r
	}
	d, ok := c.dialectOf(r.source, name)
	if !ok {
		return r
	}
	if isRoot {
		r.dialect = d
		return r
	}
	inner := *r
	inner.dialect = d
	return &inner
}

// enter makes a new resource, or an anchor in old drafts, where the schema has an identifier.
func (c *compiler) enter(r *resource, v document.Value, isRoot bool) *resource {
	keyword := r.dialect.draft.identifier()
	if keyword == "" {
		return r
	}
	id := v.Get(keyword)
	if id.IsZero() || refOnly(r.dialect, v) {
		return r
	}
	if id.Kind() != document.String {
		c.fail(CodeURI, r.source, id, "%s: found %s, wanted a URI reference in a string", keyword, kindWord(id))
		return r
	}
	text := id.Text()
	if fragment, ok := strings.CutPrefix(text, "#"); ok && fragment != "" && r.dialect.draft <= Draft7 {
		c.anchor(r, id, fragment, v)
		return r
	}
	uri := r.uri.ResolveReference(c.parse(r.source, id, text))
	fragment := uri.Fragment
	uri.Fragment, uri.RawFragment = "", ""
	if isRoot {
		// The document is known by the URI it was found at, too.
		r.uri = uri
		c.add(r, uri.String(), id)
		delete(c.located, r)
		if fragment != "" && r.dialect.draft <= Draft7 {
			c.anchor(r, id, fragment, v)
		}
		return r
	}
	inner := newResource(r.source, v, r.dialect, r.inner)
	inner.uri = uri
	c.add(inner, uri.String(), id)
	r.inner[v] = inner
	if fragment != "" && r.dialect.draft <= Draft7 {
		c.anchor(inner, id, fragment, v)
	}
	return inner
}

// refOnly reports whether a schema object is a reference and nothing else, as in drafts up to 7 every one
// with $ref is: keywords beside it are ignored.
func refOnly(d dialect, v document.Value) bool {
	return d.draft <= Draft7 && v.Get("$ref").Kind() == document.String
}
