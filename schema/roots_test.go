package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/schema"
)

// TestRoots wants every schema of a map to be compiled, or one of them to be asked for.
func TestRoots(t *testing.T) {
	three := description("3.0.0", `{"$ref": "#/components/schemas/B"}`, `"B": {"type": "string", "nullable": true}`)
	swagger := `{"swagger": "2.0", "definitions": {"A": {}, "B": {"type": "string"}}}`
	defs := `{"type": "array", "$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"type": "string"}, "C/c": true, "D": {}}, "properties": {"$defs": {"minLength": 1}, "x": {"$defs": {"Y": {}}}}}`
	for _, c := range []struct{ text, fragment, roots, at, one string }{
		{three, "/components/schemas", "A B", "/components/schemas", "found a map of schemas, wanted one of them: #/components/schemas/A, #/components/schemas/B"},
		{three, "", "A B", "/components/schemas", "found the OpenAPI 3.0 description itself, wanted one of its schemas: #/components/schemas/A, #/components/schemas/B"},
		{three, "/components/schemas/B", "-", "/components/schemas/B", ""},
		{swagger, "", "A B", "/definitions", "found the Swagger 2.0 description itself, wanted one of its schemas: #/definitions/A, #/definitions/B"},
		{`{"openapi": "3.1.0"}`, "", "", "", "found the OpenAPI 3.1 description itself, wanted one of its schemas, of which it has none at #/components/schemas"},
		{defs, "/$defs", "A B C/c D", "/$defs", "found a map of schemas, wanted one of them: #/$defs/A, #/$defs/B, #/$defs/C~1c and 1 more"},
		{defs, "", "-", "", ""},
		{defs, "/properties/$defs", "-", "/properties/$defs", ""},
		{defs, "/properties/x/$defs", "Y", "/properties/x/$defs", "found a map of schemas, wanted one of them: #/properties/x/$defs/Y"},
		{`{"definitions": {"A": {}}}`, "/definitions", "A", "/definitions", "found a map of schemas, wanted one of them: #/definitions/A"},
	} {
		t.Run(c.fragment+" of "+c.text[:20], func(t *testing.T) {
			s, err := schema.Compile(source(t, "file:///s.json", c.text), c.fragment, schema.Options{Each: true})
			if c.roots == "" {
				if err == nil {
					t.Fatalf("found %d schemas, wanted none", len(s.Roots()))
				}
			} else if err != nil {
				t.Fatal(err)
			} else {
				rooted(t, s, c.roots, c.at)
			}
			_, err = schema.Compile(source(t, "file:///s.json", c.text), c.fragment, schema.Options{})
			if c.one == "" && err != nil || c.one != "" && (err == nil || !strings.HasSuffix(err.Error(), c.one)) {
				t.Errorf("alone: found %v, wanted %q", err, c.one)
			}
		})
	}
}

// rooted wants a schema to have roots of the names given, - for one without a name, also after it is compiled once more.
func rooted(t *testing.T, s *schema.Schema, names, fragment string) {
	t.Helper()
	if names == "-" {
		names = ""
	}
	again, err := s.Rename(func(uri string) string { return uri })
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*schema.Schema{s, again} {
		var got []string
		for _, r := range s.Roots() {
			got = append(got, r.Name)
			if s.Find(r.Rule.ID()) != r.Rule {
				t.Errorf("%s is not found by its ID", r.Name)
			}
		}
		if strings.Join(got, " ") != names || s.Fragment() != fragment || (s.Rule() == nil) != (names != "") {
			t.Errorf("found the roots %q at #%s and %v, wanted %s at #%s", got, s.Fragment(), s.Rule(), names, fragment)
		}
	}
}

// TestRootsShare wants a schema to be compiled once for all that refer to it.
func TestRootsShare(t *testing.T) {
	s, err := schema.Compile(source(t, "file:///s.json", `{"$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"type": "string"}}}`), "/$defs", schema.Options{Each: true})
	if err != nil {
		t.Fatal(err)
	}
	roots := s.Roots()
	if got := roots[0].Rule.Applicators[0].Subschemas()[0]; got != roots[1].Rule {
		t.Errorf("found the reference of A to lead to %s, wanted B's own", got.Location)
	}
	embedded := schema.Embed(schema.Options{}, "/$defs", schema.Text{URI: "file:///s.json", JSON: s.Sources[0].Document.Root().JSON()})
	d := source(t, "file:///d.json", `1`).Document
	want := "1:1: found 1, wanted a string (type)"
	if got := fmt.Sprint(embedded.Explain(d, "file:///s.json#/$defs/B")); got != want {
		t.Errorf("an embedded map of schemas (-want +got):\n%s", cmp.Diff(want, got))
	}
}

// TestDocumentDraft wants the draft of a document by what it says itself.
func TestDocumentDraft(t *testing.T) {
	for text, want := range map[string]schema.Draft{
		`{}`: schema.Draft7, `true`: schema.Draft7, `{"$schema": 1}`: schema.Draft7,
		`{"$schema": "http://json-schema.org/draft-04/schema#"}`: schema.Draft4,
		`{"$schema": "https://example.com/mine"}`:                0,
		`{"openapi": "3.0.3"}`:                                   schema.OpenAPI30,
		`{"openapi": "3.1.0"}`:                                   schema.Draft2020,
		`{"openapi": "3.1.0", "jsonSchemaDialect": "http://json-schema.org/draft-06/schema"}`:      schema.Draft6,
		`{"openapi": "3.1.0", "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/x"}`: schema.Draft2020,
		`{"openapi": "3.1.0", "jsonSchemaDialect": "https://example.com/mine"}`:                    0,
		`{"swagger": "2.0"}`: schema.Swagger20, `{"swagger": 2.0}`: schema.Swagger20, `{"openapi": 4}`: schema.Draft7,
	} {
		if got := schema.DocumentDraft(source(t, "file:///s.json", text).Document, schema.Draft7); got != want {
			t.Errorf("%s: found %s, wanted %s", text, got, want)
		}
	}
}

// TestOpenAPISchemas wants every schema of a description to be found, and nothing else.
func TestOpenAPISchemas(t *testing.T) {
	const text = `{"openapi": "3.1.0", "x-a": {"schema": {"no": 1}},
		"paths": {"/a": {"parameters": [{"schema": {"title": "1"}}],
			"get": {"parameters": [{"content": {"a/b": {"schema": {"title": "2"}}}}], "requestBody": {"content": {"a/b": {"schema": {"title": "3"}, "example": {"schema": {}}, "encoding": {"x": {"headers": {"X": {"schema": {"title": "4"}}}}}}}},
				"responses": {"200": {"headers": {"X": {"schema": {"title": "5"}}}, "content": {"a/b": {"schema": {"title": "6"}}}}},
				"callbacks": {"c": {"{$request.body}": {"post": {"requestBody": {"content": {"a/b": {"schema": {"title": "7"}}}}}}}}}}},
		"webhooks": {"w": {"post": {"requestBody": {"content": {"a/b": {"schema": {"title": "8"}}}}}}},
		"components": {"parameters": {"schema": {"schema": {"title": "9"}}}, "schemas": {"schema": {"title": "10", "properties": {"schema": {}}}}, "responses": {"r": {"$ref": "#/x"}},
			"headers": {"h": {"schema": {"title": "11"}}}, "requestBodies": {"b": {"content": {"a/b": {"schema": {"title": "12"}}}}}, "pathItems": {"p": {"put": {"parameters": [{"schema": {"title": "13"}}]}}},
			"callbacks": {"c": {"e": {"get": {"responses": {"default": {"content": {"a/b": {"schema": {"title": "14"}}}}}}}}}}}`
	schemas, ok := schema.OpenAPISchemas(source(t, "file:///s.json", text).Document)
	var got []string
	for _, s := range schemas {
		got = append(got, s.Get("title").TextOr(s.JSON()))
	}
	if want := "1 2 3 4 5 6 7 8 9 10 11 12 13 14"; !ok || strings.Join(got, " ") != want {
		t.Errorf("found %q, wanted %s", got, want)
	}
	if _, ok := schema.OpenAPISchemas(source(t, "file:///s.json", `{"components": {}}`).Document); ok {
		t.Error("an ordinary document was taken for a description")
	}
}
