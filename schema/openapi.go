package schema

import (
	"fmt"
	"strings"

	"github.com/assaykit/assay/document"
)

// An OpenAPI description is no schema itself: it has schemas at places that its specification names, and says by its
// version what they are written in.

// versions are those of OpenAPI, with the draft of their schemas and the place of those that have names.
var versions = []struct {
	member, version string
	dialect         dialect
	named           string
}{
	{"swagger", "2.0", Swagger20.dialect(), "/definitions"},
	{"openapi", "3.0", OpenAPI30.dialect(), "/components/schemas"},
	{"openapi", "3.1", openAPI31, "/components/schemas"},
	{"openapi", "3.2", openAPI31, "/components/schemas"},
}

// openAPI31 is the dialect of OpenAPI since 3.1 (section 4.8.24.2), which openAPIName knows as a "dialect".
var openAPI31 = dialect{Draft2020, everyVocabulary | openAPIBase}

// openAPIName reports whether a URI is that of a dialect ("dialect") or a vocabulary ("vocab") of OpenAPI since 3.1.
func openAPIName(uri, what string) bool {
	for _, version := range []string{"1", "2"} {
		if name, ok := strings.CutPrefix(uri, "https://spec.openapis.org/oas/3."+version+"/"+what+"/"); ok {
			return name != "" && !strings.Contains(name, "/")
		}
	}
	return false
}

// description is what is known of an OpenAPI description.
type description struct {
	title   string // such as "OpenAPI 3.0"
	dialect dialect
	named   string // the pointer to the schemas that have names
}

// describes looks at the root of a document; nil says that it is no OpenAPI description.
func describes(root document.Value) *description {
	if root.Kind() != document.Object || !root.Get("$schema").IsZero() {
		return nil
	}
	for _, row := range versions {
		v := root.Get(row.member)
		// YAML takes 2.0 for a number unless it is quoted.
		if (v.Kind() == document.String || v.Kind() == document.Number) && strings.HasPrefix(v.Text()+".", row.version+".") {
			name := map[string]string{"swagger": "Swagger ", "openapi": "OpenAPI "}[row.member]
			return &description{name + row.version, row.dialect, row.named}
		}
	}
	return nil
}

// OpenAPISchemas are the schemas in an OpenAPI description; ok is false for a document that is none.
func OpenAPISchemas(d *document.Document) (schemas []document.Value, ok bool) {
	if describes(d.Root()) == nil {
		return nil, false
	}
	schemasIn(d.Root(), "description", func(v document.Value) { schemas = append(schemas, v) })
	return schemas, true
}

// DocumentDraft is the draft that the schemas of a document are written in, as far as the document says so itself: by $schema, or
// as an OpenAPI description. It is the other draft where the document says nothing, and 0 where it names a dialect
// that is none of a draft.
func DocumentDraft(d *document.Document, other Draft) Draft {
	name := d.Root().Get("$schema")
	if is := describes(d.Root()); is != nil {
		if other, name = is.dialect.draft, d.Root().Get("jsonSchemaDialect"); openAPI.Has(other) {
			return other
		}
	}
	if name.Kind() != document.String {
		return other
	}
	if openAPIName(name.Text(), "dialect") {
		return Draft2020
	}
	named, _ := draftOf(name.Text())
	return named
}

// place is where an object of an OpenAPI description has others: how its member holds them, and what they are.
type place struct {
	holds func(document.Value, func(document.Value, ...string))
	what  string
}

// places are those that lead to schemas, by the kind of object and its member.
var places = map[string]map[string]place{
	"description": {
		"definitions": {byName, "schema"}, "parameters": {byName, "parameter"}, "responses": {byName, "response"},
		"paths": {byName, "path"}, "webhooks": {byName, "path"}, "components": {one, "components"},
	},
	"components": {
		"schemas": {byName, "schema"}, "parameters": {byName, "parameter"}, "headers": {byName, "parameter"},
		"responses": {byName, "response"}, "requestBodies": {byName, "body"}, "callbacks": {byNameTwice, "path"},
		"pathItems": {byName, "path"}, "mediaTypes": {byName, "media"},
	},
	"path": {
		"parameters": {list, "parameter"}, "additionalOperations": {byName, "operation"},
		"get": {one, "operation"}, "put": {one, "operation"}, "post": {one, "operation"}, "delete": {one, "operation"},
		"options": {one, "operation"}, "head": {one, "operation"}, "patch": {one, "operation"}, "trace": {one, "operation"},
		"query": {one, "operation"},
	},
	"operation": {
		"parameters": {list, "parameter"}, "requestBody": {one, "body"}, "responses": {byName, "response"},
		"callbacks": {byNameTwice, "path"},
	},
	"parameter": {"schema": {one, "schema"}, "content": {byName, "media"}},
	"body":      {"content": {byName, "media"}},
	"response":  {"schema": {one, "schema"}, "headers": {byName, "parameter"}, "content": {byName, "media"}},
	"media":     {"schema": {one, "schema"}, "itemSchema": {one, "schema"}, "encoding": {byName, "encoding"}},
	"encoding":  {"headers": {byName, "parameter"}},
}

// schemasIn calls yield for the schemas within an object of an OpenAPI description, in the order of the document.
func schemasIn(v document.Value, what string, yield func(document.Value)) {
	if what == "schema" {
		yield(v)
		return
	}
	for name, value := range v.Members() {
		if p, ok := places[what][name.Text()]; ok {
			p.holds(value, func(inner document.Value, _ ...string) { schemasIn(inner, p.what, yield) })
		}
	}
}

// describe finds the resources and anchors in an OpenAPI description.
func (c *compiler) describe(r *resource) {
	r.dialect = r.describes.dialect
	if own := r.root.Get("jsonSchemaDialect"); !own.IsZero() && r.dialect == openAPI31 {
		if d, ok := c.dialectOf(r.source, own); ok {
			r.dialect = d
		}
	}
	schemasIn(r.root, "description", func(v document.Value) { c.visit(c.spoken(r, v), v, false) })
}

// spoken is the resource for a schema of a description that is written in a dialect of its own without being a
// resource of its own (OpenAPI 3.1, section 4.8.24.2).
func (c *compiler) spoken(r *resource, v document.Value) *resource {
	name := v.Get("$schema")
	if r.dialect.draft < Draft6 || name.Kind() != document.String || !v.Get("$id").IsZero() {
		return r
	}
	d, ok := c.dialectOf(r.source, name)
	if !ok {
		return r
	}
	own := *r
	own.dialect, own.within = d, r
	r.others[v] = &own
	return &own
}

// oneOf is what to say where a description stands for a schema.
func (d *description) oneOf(root document.Value) string {
	return fmt.Sprintf("found the %s description itself, wanted one of its schemas%s", d.title, listed(root.Lookup(d.named), d.named))
}

// listed names a few of the schemas of a map, to follow "wanted one of its schemas".
func listed(schemas document.Value, pointer string) string {
	const few = 3
	var names []string
	for name := range schemas.Members() {
		if names = append(names, "#"+pointer+"/"+document.EscapePointer(name.Text())); len(names) == few {
			break
		}
	}
	switch n := len(names); {
	case n == 0:
		return ", of which it has none at #" + pointer
	case schemas.Len() > few:
		return fmt.Sprintf(": %s and %d more", strings.Join(names, ", "), schemas.Len()-few)
	default:
		return ": " + strings.Join(names, ", ")
	}
}
