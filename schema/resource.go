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
}

// identify finds all resources and anchors of a document. d is its dialect where it names none.
func (c *compiler) identify(src *Source, d dialect) *resource {
	root := src.Document.Root()
	r := &resource{source: src, root: root, dialect: d, inner: map[document.Value]*resource{}}
	r.uri = c.parse(src, root, src.URI)
	c.add(r, src.URI)
	c.documents = append(c.documents, r)
	c.visit(r, root, true)
	return r
}

// add makes a resource known by its URI.
func (c *compiler) add(r *resource, uri string) {
	r.anchors, r.dynamic = map[string]document.Value{}, map[string]document.Value{}
	c.resources[uri] = r
}

// parse reads a URI; where it is none the problem is noted and an empty one returned.
func (c *compiler) parse(src *Source, at document.Value, uri string) *url.URL {
	u, err := url.Parse(uri)
	if err != nil {
		c.fail(src, at, "found %q, wanted a URI reference", uri)
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
	if refOnly(r.dialect, v) {
		return
	}
	r.anchor(v)
	for name, value := range v.Members() {
		row := c.row(name.Text(), r.dialect)
		if row == nil || row.holds == nil {
			continue
		}
		row.holds(value, func(sub document.Value, _ ...string) { c.visit(r, sub, false) })
	}
}

// anchor notes the anchors that a schema object has.
func (r *resource) anchor(v document.Value) {
	if r.dialect.draft >= Draft2019 {
		if a := v.Get("$anchor"); a.Kind() == document.String {
			r.anchors[a.Text()] = v
		}
	}
	if r.dialect.draft >= Draft2020 {
		if a := v.Get("$dynamicAnchor"); a.Kind() == document.String {
			r.anchors[a.Text()] = v
			r.dynamic[a.Text()] = v
		}
	}
	if r.dialect.draft == Draft2019 && v == r.root && v.Get("$recursiveAnchor").True() {
		r.dynamic[""] = v
	}
}

// named sets the dialect by $schema, which may stand at the root of a resource.
func (c *compiler) named(r *resource, v document.Value, isRoot bool) *resource {
	name := v.Get("$schema")
	if name.Kind() != document.String || !isRoot && v.Get("$id").IsZero() && v.Get("id").IsZero() {
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
	id := v.Get(r.dialect.draft.identifier())
	if id.Kind() != document.String || refOnly(r.dialect, v) {
		return r
	}
	text := id.Text()
	if fragment, ok := strings.CutPrefix(text, "#"); ok && fragment != "" && r.dialect.draft <= Draft7 {
		r.anchors[fragment] = v
		return r
	}
	uri := r.uri.ResolveReference(c.parse(r.source, id, text))
	fragment := uri.Fragment
	uri.Fragment, uri.RawFragment = "", ""
	if isRoot {
		// The document is known by the URI it was found at, too.
		r.uri = uri
		c.resources[uri.String()] = r
		if fragment != "" && r.dialect.draft <= Draft7 {
			r.anchors[fragment] = v
		}
		return r
	}
	inner := &resource{source: r.source, uri: uri, root: v, dialect: r.dialect, inner: r.inner}
	c.add(inner, uri.String())
	r.inner[v] = inner
	if fragment != "" && r.dialect.draft <= Draft7 {
		inner.anchors[fragment] = v
	}
	return inner
}

// refOnly reports whether a schema object is a reference and nothing else, as in drafts up to 7 every one
// with $ref is: keywords beside it are ignored.
func refOnly(d dialect, v document.Value) bool {
	return d.draft <= Draft7 && v.Get("$ref").Kind() == document.String
}
