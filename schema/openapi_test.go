package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/schema"
)

// description is an OpenAPI description of a version with the schema A and those given beside it.
func description(version, a string, others ...string) string {
	return fmt.Sprintf(`{"openapi": %q, "info": {}, "paths": {}, "components": {"schemas": {"A": %s}}}`,
		version, strings.Join(append([]string{a}, others...), ", "))
}

const named = "/components/schemas/A"

// compileAt makes a schema from a part of a document.
func compileAt(t *testing.T, uri, text, fragment string, o schema.Options) *schema.Schema {
	t.Helper()
	s, err := schema.Compile(source(t, uri, text), fragment, o)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return s
}

// judges wants a schema to accept some texts and to refuse others.
func judges(t *testing.T, s *schema.Schema, valid, invalid []string) {
	t.Helper()
	for _, text := range valid {
		if err := s.Validate([]byte(text)); err != nil {
			t.Errorf("%s is refused: %v", text, err)
		}
	}
	for _, text := range invalid {
		if err := s.Validate([]byte(text)); err == nil {
			t.Errorf("%s is accepted", text)
		}
	}
}

// warned are the warnings of a schema.
func warned(s *schema.Schema) []string {
	var list []string
	for _, w := range s.Warnings {
		list = append(list, w.Message)
	}
	return list
}

type list = []string

// TestOpenAPI30 wants the schemas of OpenAPI 3.0 to mean what that says of them.
func TestOpenAPI30(t *testing.T) {
	for _, c := range []struct {
		name, a               string
		valid, invalid, warns list
	}{
		{"nullable with a type", `{"type": "string", "nullable": true}`, list{`"a"`, `null`}, list{`1`}, nil},
		{"nullable without a type", `{"nullable": true, "minLength": 2}`, list{`"ab"`, `null`, `1`}, list{`"a"`},
			list{"nullable: found it without type beside it, where it checks nothing and lets in nothing"}},
		{"nullable beside allOf", `{"nullable": true, "allOf": [{"type": "string"}]}`, list{`"a"`}, list{`null`},
			list{"nullable: found it without type beside it, where it checks nothing and lets in nothing"}},
		{"nullable with an enum", `{"type": "string", "nullable": true, "enum": ["a"]}`, list{`"a"`}, list{`null`, `"b"`},
			list{"nullable: found it beside an enum without null, which does not let in null"}},
		{"nullable with an enum that has null", `{"type": "string", "nullable": true, "enum": ["a", null]}`, list{`"a"`, `null`}, list{`"b"`}, nil},
		{"nullable: false", `{"type": "string", "nullable": false}`, list{`"a"`}, list{`null`}, nil},
		{"exclusive limits", `{"minimum": 1, "exclusiveMinimum": true, "maximum": 3, "exclusiveMaximum": false}`, list{`1.5`, `3`}, list{`1`, `3.5`}, nil},
		{"beside a reference", `{"$ref": "#/components/schemas/B", "nullable": true, "maxLength": 1, "description": "b"}`, list{`"abc"`}, list{`null`, `1`},
			list{`found the keyword "nullable" beside $ref, where OpenAPI 3.0 ignores it: it checks nothing`, `found the keyword "maxLength" beside $ref, where OpenAPI 3.0 ignores it: it checks nothing`}},
		{"annotations", `{"type": "object", "example": {"id": 1}, "discriminator": {"propertyName": "kind", "mapping": {"b": "#/components/schemas/B"}},
			"xml": {"name": "a"}, "externalDocs": {"url": "https://example.com"}, "readOnly": true, "writeOnly": true, "deprecated": true, "x-more": 1}`,
			list{`{}`}, list{`1`}, nil},
		{"formats of its own", `{"allOf": [{"format": "int32"}, {"format": "int64"}, {"format": "float"}, {"format": "double"}, {"format": "byte"}, {"format": "binary"}, {"format": "password"}]}`,
			list{`1`, `"a"`, `99999999999`}, nil, nil},
		{"formats of all", `{"format": "date"}`, list{`"2020-01-01"`}, list{`"a"`}, nil},
		{"an unknown format", `{"format": "zip"}`, list{`"a"`}, nil, list{`format: found "zip", which no specification defines: it checks nothing`}},
		{"no identifiers", `{"$id": "#x", "id": 5, "type": "string"}`, list{`"a"`}, list{`1`},
			list{`found the keyword "$id", which OpenAPI 3.0 does not have: it checks nothing`, `found the keyword "id", which OpenAPI 3.0 does not have: it checks nothing`}},
		{"keywords of later drafts", `{"type": "string", "const": "a"}`, list{`"b"`}, list{`1`}, list{`found the keyword "const", which OpenAPI 3.0 does not have: it checks nothing`}},
		{"a misspelt keyword", `{"type": "string", "nulable": true}`, nil, list{`null`}, list{`found the unknown keyword "nulable", did you mean "nullable"? It checks nothing`}},
		{"integers have no fraction", `{"type": "integer"}`, list{`1`}, list{`1.0`, `1.5`}, nil},
		{"no more members", `{"properties": {"a": {}}, "additionalProperties": false}`, list{`{"a": 1}`}, list{`{"b": 1}`}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := compileAt(t, "file:///api.json", description("3.0.3", c.a, `"B": {"type": "string"}`), named, schema.Options{})
			judges(t, s, c.valid, c.invalid)
			if diff := cmp.Diff(c.warns, warned(s)); diff != "" {
				t.Errorf("the warnings differ (-want +got):\n%s", diff)
			}
			if s.Draft != schema.OpenAPI30 {
				t.Errorf("found %s, wanted OpenAPI 3.0", s.Draft.Title())
			}
		})
	}
}

// TestOpenAPIProblems wants what its schemas cannot have to be refused, with its place.
func TestOpenAPIProblems(t *testing.T) {
	for _, c := range []struct{ version, a, problem string }{
		{"3.0.0", `{"type": ["string", "null"]}`, "type: found an array, wanted a type's name"},
		{"3.0.0", `{"type": "null"}`, `type: found "null", wanted one of array, boolean, integer, number, object and string; nullable: true beside it lets in null`},
		{"3.0.0", `{"nullable": 1}`, "nullable: found a number, wanted a boolean"},
		{"3.0.0", `{"exclusiveMinimum": 1}`, "exclusiveMinimum: found a number, wanted a boolean, as OpenAPI 3.0 has it"},
		{"3.0.0", `{"items": [{}]}`, "found an array, wanted a schema: an object"},
		{"3.0.0", `{"properties": {"a": true}}`, "found a boolean, wanted a schema: an object"},
		{"3.0.0", `{"discriminator": "kind"}`, "discriminator: found a string, wanted an object of propertyName and mapping"},
		{"3.0.0", `{"discriminator": {}}`, "discriminator: found no propertyName, wanted the name of a member"},
		{"3.0.0", `{"discriminator": {"propertyName": 1}}`, "discriminator: found a number, wanted the name of a member in a string"},
		{"3.1.0", `{"discriminator": {"propertyName": "a", "mapping": {"b": {}}}}`, "discriminator: found an object, wanted the name of a schema or a reference to one in a string"},
		{"3.1.0", `{"exclusiveMinimum": true}`, "exclusiveMinimum: found a boolean, wanted a number"},
		{"3.0.0", `{"$ref": "#"}`, "found the OpenAPI 3.0 description itself, wanted one of its schemas: #/components/schemas/A"},
	} {
		_, err := schema.Compile(source(t, "file:///api.json", description(c.version, c.a)), named, schema.Options{})
		if err == nil || !strings.HasPrefix(err.Error(), "api.json:1:") || !strings.HasSuffix(err.Error(), ": "+c.problem) {
			t.Errorf("%s, %s: found %v, wanted %s", c.version, c.a, err, c.problem)
		}
	}
}

// TestOpenAPI31 wants the schemas of OpenAPI 3.1 to be those of 2020-12, of the dialect that the description names, or of the one
// that they name themselves.
func TestOpenAPI31(t *testing.T) {
	const base = `"$schema": "https://spec.openapis.org/oas/3.1/dialect/base", `
	for _, c := range []struct {
		name, text     string
		valid, invalid list
	}{
		{"types in a list", description("3.1.0", `{"type": ["string", "null"], "example": "a", "xml": {}, "externalDocs": {}, "discriminator": {"propertyName": "a"}}`), list{`"a"`, `null`}, list{`1`}},
		{"numbers that exclude", description("3.1.1", `{"exclusiveMinimum": 1}`), list{`2`}, list{`1`}},
		{"beside a reference", description("3.1.0", `{"$ref": "#/components/schemas/B", "maxLength": 1}`, `"B": {"type": "string"}`), list{`"a"`}, list{`"ab"`, `1`}},
		{"nullable says nothing", description("3.1.0", `{"type": "string", "nullable": true}`), list{`"a"`}, list{`null`}},
		{"anchors", description("3.1.0", `{"$ref": "#b"}`, `"B": {"$anchor": "b", "type": "string"}`), list{`"a"`}, list{`1`}},
		{"identifiers", description("3.1.0", `{"$ref": "https://example.com/b"}`, `"B": {"$id": "https://example.com/b", "$ref": "#/$defs/c", "$defs": {"c": {"type": "string"}}}`), list{`"a"`}, list{`1`}},
		{"a dialect of one schema", description("3.1.0", `{"$schema": "http://json-schema.org/draft-07/schema#", "allOf": [{"$ref": "#/components/schemas/B", "maxLength": 0}], "dependencies": {"a": ["b"]}}`,
			`"B": {"$ref": "#c", "maxLength": 2}, "C": {"$anchor": "c"}`), list{`"ab"`, `{}`}, list{`"abc"`, `{"a": 1}`}},
		{"a dialect with its $id", description("3.1.0", `{"$id": "https://example.com/a", "$schema": "http://json-schema.org/draft-07/schema#", "allOf": [{"$ref": "#/definitions/b", "maxLength": 0}], "definitions": {"b": {"type": "string"}}}`),
			list{`"ab"`}, list{`1`}},
		{"the dialect of the description", strings.Replace(description("3.1.0", `{"$ref": "#/components/schemas/B", "maxLength": 0}`, `"B": {"type": "string"}`), `"info"`,
			`"jsonSchemaDialect": "http://json-schema.org/draft-07/schema", "info"`, 1), list{`"ab"`}, list{`1`}},
		{"its own dialect by name", description("3.1.0", `{`+base+`"type": "string"}`), list{`"a"`}, list{`1`}},
		{"3.2", description("3.2.0", `{"type": ["string", "null"]}`), list{`"a"`, `null`}, list{`1`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			judges(t, compileAt(t, "file:///api.json", c.text, named, schema.Options{Default: schema.Draft4}), c.valid, c.invalid)
		})
	}
	s := compile(t, `{`+base+`"type": "string", "example": "a"}`, schema.Options{Whole: true})
	if list := warned(s); list != nil || s.Draft != schema.Draft2020 {
		t.Errorf("a schema of that dialect: found %s and %q, wanted 2020-12 and no warning", s.Draft, list)
	}
}

// TestSwagger20 wants the schemas of Swagger 2.0 to be read, too.
func TestSwagger20(t *testing.T) {
	const text = `{"swagger": "2.0", "info": {}, "paths": {}, "definitions": {
		"A": {"type": "object", "discriminator": "kind", "example": {}, "properties": {"n": {"minimum": 1, "exclusiveMinimum": true}, "b": {"$ref": "#/definitions/B"}}},
		"B": {"type": "string", "readOnly": true}, "C": {"type": "file"}}}`
	s := compileAt(t, "file:///api.json", text, "/definitions/A", schema.Options{})
	judges(t, s, list{`{"n": 2, "b": "a"}`}, list{`{"n": 1}`, `{"b": 1}`, `null`})
	if w := warned(s); w != nil || s.Draft.Title() != "Swagger 2.0" {
		t.Errorf("found %s and the warnings %q, wanted Swagger 2.0 and none", s.Draft.Title(), w)
	}
	if got := s.Rule().Annotation("discriminator").TextOr(""); got != "kind" {
		t.Errorf("discriminator: found %q, wanted kind", got)
	}
	judges(t, compileAt(t, "file:///api.json", text, "/definitions/C", schema.Options{}), list{`1`}, nil)
}

// TestOpenAPIReferences wants each document to be read as what it is, whichever refers to it.
func TestOpenAPIReferences(t *testing.T) {
	others := map[string]string{
		"file:///three.json": description("3.0.3", `{"type": "string", "nullable": true}`, `"Out": {"$ref": "part.json#/P"}, "Plain": {"$ref": "plain.json"}`),
		"file:///part.json":  `{"P": {"type": "number", "nullable": true}}`,
		"file:///plain.json": `{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["string", "null"], "nullable": true, "exclusiveMinimum": 1}`,
	}
	options := func(d schema.Draft) schema.Options { return schema.Options{Default: d, Load: library(t, others)} }
	for _, c := range []struct {
		name, text, fragment string
		valid, invalid       list
	}{
		{"an ordinary schema to 3.0", `{"properties": {"a": {"$ref": "three.json#/components/schemas/A"}, "b": {"type": "string", "nullable": true}}}`, "",
			list{`{"a": null}`}, list{`{"a": 1}`, `{"b": null}`}},
		{"on to a part of it", `{"$ref": "three.json#/components/schemas/Out"}`, "", list{`null`, `1`}, list{`"a"`}},
		{"and to an ordinary schema", `{"$ref": "three.json#/components/schemas/Plain"}`, "", list{`null`, `"a"`}, list{`2`}},
		{"3.1 to 3.0", description("3.1.0", `{"$ref": "three.json#/components/schemas/A", "type": ["string", "null", "number"]}`), named, list{`null`, `"a"`}, list{`1`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			judges(t, compileAt(t, "file:///s.json", c.text, c.fragment, options(schema.Draft7)), c.valid, c.invalid)
		})
	}
	_, err := schema.Compile(source(t, "file:///s.json", `{"$ref": "three.json"}`), "", options(0))
	if want := "three.json:1:1: found the OpenAPI 3.0 description itself, wanted one of its schemas: #/components/schemas/A, #/components/schemas/Out, #/components/schemas/Plain"; err == nil || err.Error() != want {
		t.Errorf("found %v, wanted %s", err, want)
	}
}

// TestDiscriminator wants the annotation to be there for those who make types of a schema.
func TestDiscriminator(t *testing.T) {
	for _, version := range []string{"3.0.3", "3.1.0"} {
		s := compileAt(t, "file:///api.json", description(version, `{"discriminator": {"propertyName": "kind", "mapping": {"b": "B"}}, "oneOf": [{"$ref": "#/components/schemas/B"}]}`, `"B": {}`), named, schema.Options{})
		d := s.Rule().Annotation("discriminator")
		if d.Get("propertyName").TextOr("") != "kind" || d.Get("mapping").Get("b").TextOr("") != "B" {
			t.Errorf("%s: found the discriminator %v, wanted kind and its mapping", version, d.JSON())
		}
	}
}

// TestOpenAPIOutside wants words of OpenAPI to be unknown in ordinary schemas, as before.
func TestOpenAPIOutside(t *testing.T) {
	const text = `{"type": "string", "example": "a", "xml": {}, "discriminator": 1, "externalDocs": 1}`
	for _, d := range []schema.Draft{schema.Draft4, schema.Draft7, schema.Draft2020} {
		s := compile(t, text, schema.Options{Default: d, Whole: true})
		if got := len(warned(s)); got != 4 {
			t.Errorf("draft %s: found the warnings %q, wanted one for each unknown keyword", d, warned(s))
		}
	}
	s := compile(t, `{"openapi": "3.0.0", "$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["string", "null"]}`, schema.Options{})
	judges(t, s, list{`null`}, list{`1`})
}

// TestOpenAPIBundle wants a bundle of what a bundle can hold, and a reason for what it cannot.
func TestOpenAPIBundle(t *testing.T) {
	s := compileAt(t, "file:///api.json", description("3.1.0", `{"$ref": "#/components/schemas/B"}`, `"B": {"type": ["string", "null"]}`), named, schema.Options{})
	text, err := schema.Bundle(s)
	if err != nil {
		t.Fatal(err)
	}
	judges(t, compile(t, string(text), schema.Options{}), list{`"a"`, `null`}, list{`1`})
	s = compileAt(t, "file:///api.json", description("3.0.0", `{"nullable": true}`), named, schema.Options{})
	want := "api.json:1:1: found schemas of OpenAPI 3.0, wanted those of a draft: a bundle cannot say how these are read"
	if _, err := schema.Bundle(s); err == nil || err.Error() != want {
		t.Errorf("found %v, wanted %s", err, want)
	}
}
