package schema_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// source is a schema document in a test.
func source(t testing.TB, uri, text string) *schema.Source {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return &schema.Source{URI: uri, Name: uri[strings.LastIndexByte(uri, '/')+1:], Document: d}
}

// library finds documents by their URIs.
func library(t testing.TB, texts map[string]string) func(string) (*schema.Source, error) {
	return func(uri string) (*schema.Source, error) {
		if text, ok := texts[uri]; ok {
			return source(t, uri, text), nil
		}
		return nil, errors.New("it is not in the library")
	}
}

// compile makes a schema from text.
func compile(t testing.TB, text string, o schema.Options) *schema.Schema {
	t.Helper()
	s, err := schema.Compile(source(t, "file:///s.json", text), "", o)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return s
}

// TestProblems wants each kind of problem to be refused, with its place.
func TestProblems(t *testing.T) {
	const aSchema = "wanted a schema: an object or a boolean"
	const types = "wanted one of array, boolean, integer, null, number, object and string"
	for _, c := range []struct{ text, problem string }{
		{`1`, `1:1: found a number, ` + aSchema},
		{`null`, `1:1: found null, ` + aSchema},
		{`[]`, `1:1: found an array, ` + aSchema},
		{"{\n  \"type\": \"strin\"}", `2:11: type: found "strin", ` + types},
		{`{"type": 5}`, `1:10: type: found a number, wanted a type's name or an array of them`},
		{`{"type": ["string", 1]}`, `1:21: type: found 1, ` + types},
		{`{"enum": 1}`, `1:10: enum: found a number, wanted an array of values`},
		{`{"minimum": "1"}`, `1:13: minimum: found a string, wanted a number`},
		{`{"exclusiveMaximum": true}`, `1:22: exclusiveMaximum: found a boolean, wanted a number`},
		{`{"multipleOf": 0}`, `1:16: multipleOf: found 0, wanted a number greater than 0`},
		{`{"multipleOf": -0.5}`, `1:16: multipleOf: found -0.5, wanted a number greater than 0`},
		{`{"minLength": -1}`, `1:15: minLength: found -1, wanted a non-negative integer`},
		{`{"maxItems": 1.5}`, `1:14: maxItems: found 1.5, wanted a non-negative integer`},
		{`{"minProperties": "1"}`, `1:19: minProperties: found a string, wanted a non-negative integer`},
		{`{"pattern": "("}`, `1:13: pattern: pattern "(": offset 1: found the end of the pattern, wanted ")"`},
		{`{"pattern": 1}`, `1:13: pattern: found a number, wanted a regular expression in a string`},
		{`{"format": 1}`, `1:12: format: found a number, wanted a format's name`},
		{`{"uniqueItems": 1}`, `1:17: uniqueItems: found a number, wanted a boolean`},
		{`{"required": "a"}`, `1:14: required: found a string, wanted an array of strings`},
		{`{"required": ["a", 1]}`, `1:20: required: found a number, wanted a string`},
		{`{"properties": []}`, `1:16: properties: found an array, wanted an object of schemas`},
		{`{"properties": {"ä": 1}}`, `1:22: found a number, ` + aSchema},
		{`{"patternProperties": {"(": true}}`, `1:24: patternProperties: pattern "(": offset 1: found the end of the pattern, wanted ")"`},
		{`{"additionalProperties": 1}`, `1:26: found a number, ` + aSchema},
		{`{"items": [true]}`, `1:11: found an array, ` + aSchema},
		{`{"prefixItems": []}`, `1:17: prefixItems: found an empty array, wanted at least one schema`},
		{`{"allOf": {}}`, `1:11: allOf: found an object, wanted an array of schemas`},
		{`{"anyOf": []}`, `1:11: anyOf: found an empty array, wanted at least one schema`},
		{`{"not": "x"}`, `1:9: found a string, ` + aSchema},
		{`{"dependentRequired": {"a": "b"}}`, `1:29: dependentRequired: found a string, wanted an array of strings`},
		{`{"dependentSchemas": []}`, `1:22: dependentSchemas: found an array, wanted an object of schemas`},
		{`{"dependencies": {"a": 1}}`, `1:24: found a number, ` + aSchema},
		{`{"x-sensitive": 1}`, `1:17: x-sensitive: found a number, wanted a boolean`},
		{`{"$ref": 1}`, `1:10: $ref: found a number, wanted a URI reference in a string`},
		{`{"$ref": "::"}`, `1:10: $ref: found "::", wanted a URI reference`},
		{`{"$ref": "#/nowhere"}`, `1:10: $ref: found "#/nowhere", which leads to nothing in s.json: the document has no member "nowhere", wanted a schema`},
		{`{"$ref": "#nowhere"}`, `1:10: $ref: found "#nowhere", which leads to nothing in s.json: it has no anchor "nowhere", wanted a schema`},
		{`{"$ref": "other.json"}`, `1:10: $ref: found "other.json", which cannot be resolved: no document is known by that URI`},
		{`{"$ref": "#/$defs/a", "$defs": {"a": 1}}`, `1:38: found a number, ` + aSchema},
		{`{"$id": "http://["}`, `1:9: found "http://[", wanted a URI reference`},
		{`{"anyOf": [{"$ref": "#"}, true]}`, `1:12: $ref: found a schema that leads back to itself without going into the instance, wanted an end`},
		{`{"not": {"$ref": "#"}}`, `1:9: $ref: found a schema that leads back to itself without going into the instance, wanted an end`},
		{`{"if": {"allOf": [{"$ref": "#"}]}, "then": true}`, `1:19: $ref: found a schema that leads back to itself without going into the instance, wanted an end`},
	} {
		_, err := schema.Compile(source(t, "file:///s.json", c.text), "", schema.Options{})
		var list *schema.Error
		if !errors.As(err, &list) {
			t.Errorf("%s: found the error %v, wanted a *schema.Error", c.text, err)
			continue
		}
		if wanted := "s.json:" + c.problem; err.Error() != wanted {
			t.Errorf("%s: found\n%v\nwanted\n%s", c.text, err, wanted)
		}
	}
}

// TestAllProblems wants every problem to be listed, not the first one only.
func TestAllProblems(t *testing.T) {
	_, err := schema.Compile(source(t, "file:///s.json", "{\"type\": 1,\n\"minimum\": \"a\",\n\"properties\": {\"a\": {\"maxLength\": -1}}}"), "", schema.Options{})
	if n := strings.Count(err.Error(), "\n") + 1; n != 3 {
		t.Errorf("found %d problems, wanted 3:\n%v", n, err)
	}
}

// TestProblemsOfDrafts wants forms of one draft to be refused in another.
func TestProblemsOfDrafts(t *testing.T) {
	for _, c := range []struct {
		draft         schema.Draft
		text, problem string
	}{
		{schema.Draft4, `true`, `found a boolean, wanted a schema: an object`},
		{schema.Draft4, `{"properties": {"a": true}}`, `found a boolean, wanted a schema: an object`},
		{schema.Draft4, `{"exclusiveMinimum": 1}`, `found a number, wanted a boolean, as draft 4 has it`},
		{schema.Draft6, `{"exclusiveMinimum": true}`, `found a boolean, wanted a number`},
		{schema.Draft2020, `{"items": [{}]}`, `found an array, wanted a schema: an object or a boolean`},
		{schema.Draft2019, `{"$recursiveRef": "#/a"}`, `found "#/a", wanted "#"`},
	} {
		_, err := schema.Compile(source(t, "file:///s.json", c.text), "", schema.Options{Default: c.draft})
		if err == nil || !strings.Contains(err.Error(), c.problem) {
			t.Errorf("draft %s, %s: found %v, wanted %s", c.draft, c.text, err, c.problem)
		}
	}
}

// TestMetaschemaWithoutSchema wants a dialect whose metaschema names none itself to be a problem, not a panic.
func TestMetaschemaWithoutSchema(t *testing.T) {
	for _, text := range []string{`{}`, `true`, `[]`, `{"$schema": 1}`, `{"$schema": "http://x.example/meta"}`, `{"$schema": "http://x.example/none"}`} {
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("metaschema %s: found the panic %v, wanted a problem", text, p)
				}
			}()
			_, err := schema.Compile(source(t, "file:///s.json", `{"$schema": "http://x.example/meta", "type": "string"}`), "",
				schema.Options{Load: library(t, map[string]string{"http://x.example/meta": text})})
			if err == nil {
				t.Errorf("metaschema %s: found no problem, wanted one", text)
			}
		}()
	}
}

// TestFragment wants a part of a document by pointer or anchor, and a problem where there is none.
func TestFragment(t *testing.T) {
	text := `{"type": "integer", "$defs": {"a/b": {"type": "string"}, "c": {"$anchor": "here", "type": "null"}}}`
	for _, c := range []struct{ fragment, valid, invalid string }{
		{"", `1`, `"a"`}, {"/$defs/a~1b", `"a"`, `1`}, {"here", `null`, `1`}, {"/$defs/c", `null`, `1`},
	} {
		s, err := schema.Compile(source(t, "file:///s.json", text), c.fragment, schema.Options{})
		if err != nil {
			t.Errorf("%q: %v", c.fragment, err)
			continue
		}
		if s.Validate([]byte(c.valid)) != nil || s.Validate([]byte(c.invalid)) == nil {
			t.Errorf("%q: %s is refused or %s accepted", c.fragment, c.valid, c.invalid)
		}
	}
	for _, fragment := range []string{"/nowhere", "nowhere", "/$defs/a/b", "/type"} {
		if _, err := schema.Compile(source(t, "file:///s.json", text), fragment, schema.Options{}); err == nil || !strings.HasPrefix(err.Error(), "s.json:1:") {
			t.Errorf("%q: found %v, wanted a problem with its place", fragment, err)
		}
	}
}

// TestFormats wants each mode to do what it says, in every draft.
func TestFormats(t *testing.T) {
	for _, draft := range []schema.Draft{schema.Draft4, schema.Draft7, schema.Draft2019, schema.Draft2020} {
		for mode, valid := range map[schema.Formats]bool{schema.AssertFormats: false, schema.AnnotateFormats: true, schema.SpecFormats: true} {
			s := compile(t, `{"format": "ipv4"}`, schema.Options{Default: draft, Formats: mode})
			if err := s.Validate([]byte(`"1.2.3.400"`)); (err == nil) != valid {
				t.Errorf("draft %s, mode %d: found %v, wanted valid: %t", draft, mode, err, valid)
			}
			if err := s.Validate([]byte(`5`)); err != nil {
				t.Errorf("draft %s, mode %d: a number is refused: %v", draft, mode, err)
			}
		}
	}
	for name, mode := range map[string]schema.Formats{"assert": schema.AssertFormats, "annotate": schema.AnnotateFormats, "spec": schema.SpecFormats} {
		if got, ok := schema.ParseFormats(name); !ok || got != mode {
			t.Errorf("%s: found the mode %d (%t), wanted %d", name, got, ok, mode)
		}
	}
	if _, ok := schema.ParseFormats("strict"); ok {
		t.Error("found a mode strict, wanted none")
	}
}
