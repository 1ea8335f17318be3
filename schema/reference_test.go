package schema_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/schema"
)

// TestReferences wants references to lead where the specification says.
func TestReferences(t *testing.T) {
	others := map[string]string{
		"http://x.example/dir/other.json": `{"$defs": {"n": {"type": "integer"}, "up": {"$ref": "../up.json"}}, "type": "string"}`,
		"http://x.example/up.json":        `{"$anchor": "top", "type": "null", "$defs": {"b": {"$anchor": "b", "type": "boolean"}}}`,
		"http://x.example/seven.json":     `{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/a", "type": "null", "definitions": {"a": {"type": "array"}}}`,
		"urn:uuid:deadbeef":               `{"type": "number"}`,
	}
	for _, c := range []struct{ name, text, valid, invalid string }{
		{"own pointer", `{"$ref": "#/$defs/a", "$defs": {"a": {"type": "null"}}}`, `null`, `1`},
		{"escaped pointer", `{"$ref": "#/$defs/a~1b~0c%25%20d", "$defs": {"a/b~c% d": {"type": "null"}}}`, `null`, `1`},
		{"own anchor", `{"$ref": "#a", "$defs": {"x": {"$anchor": "a", "type": "null"}}}`, `null`, `1`},
		{"siblings", `{"$ref": "#/$defs/a", "maxLength": 2, "$defs": {"a": {"type": "string"}}}`, `"ab"`, `"abc"`},
		{"relative to $id", `{"$id": "http://x.example/dir/s.json", "$ref": "other.json"}`, `"a"`, `1`},
		{"pointer into another", `{"$id": "http://x.example/dir/s.json", "$ref": "other.json#/$defs/n"}`, `1`, `"a"`},
		{"from another on", `{"$ref": "http://x.example/dir/other.json#/$defs/up"}`, `null`, `1`},
		{"anchor of another", `{"$ref": "http://x.example/up.json#b"}`, `true`, `null`},
		{"urn", `{"$ref": "urn:uuid:deadbeef"}`, `1.5`, `"a"`},
		{"inner resource", `{"$ref": "http://y.example/in.json", "$defs": {"x": {"$id": "http://y.example/in.json", "$ref": "#/$defs/d", "$defs": {"d": {"type": "null"}}}}}`, `null`, `1`},
		{"inner relative resource", `{"$id": "http://y.example/a/root.json", "$ref": "inner/", "$defs": {"x": {"$id": "inner/", "$ref": "in.json", "$defs": {"y": {"$id": "in.json", "type": "null"}}}}}`, `null`, `1`},
		{"pointer through an inner resource", `{"$ref": "#/$defs/x/$defs/d", "$defs": {"x": {"$id": "http://y.example/in.json", "$defs": {"d": {"$ref": "#/$defs/e"}, "e": {"type": "null"}}}}}`, `null`, `1`},
		{"$id that is no identifier", `{"$ref": "#/$defs/x", "$defs": {"x": {"type": "null"}}, "enum": [null, {"$id": "#/$defs/x"}]}`, `null`, `1`},
		{"another draft", `{"$ref": "http://x.example/seven.json"}`, `[]`, `null`},
		{"property named $ref", `{"properties": {"$ref": {"type": "integer"}}}`, `{"$ref": 1}`, `{"$ref": "a"}`},
		{"into what is no schema by itself", `{"$ref": "#/x-parts/0", "x-parts": [{"type": "null"}]}`, `null`, `1`},
		{"recursion through the instance", `{"type": "object", "additionalProperties": {"$ref": "#"}}`, `{"a": {"b": {}}}`, `{"a": {"b": 1}}`},
		{"v1's metaschema", `{"$ref": "https://json-schema.org/v1"}`, `{"minLength": 1}`, `{"minLength": -1}`},
		{"v1's metaschema by its release", `{"$ref": "https://json-schema.org/v1/2026", "$defs": {"a": {"$ref": "https://json-schema.org/v1"}}}`, `{"x-a": 1}`, `{"a": 1}`},
		{"a metaschema", `{"$ref": "https://json-schema.org/draft/2020-12/schema"}`, `{"minLength": 1}`, `{"minLength": -1}`},
		{"dynamic reference", `{"$id": "http://y.example/tree", "$dynamicAnchor": "node", "type": "object", "properties": {"child": {"$dynamicRef": "#node"}}}`, `{"child": {}}`, `{"child": 1}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := compile(t, c.text, schema.Options{Load: library(t, others)})
			if err := s.Validate([]byte(c.valid)); err != nil {
				t.Errorf("%s is refused: %v", c.valid, err)
			}
			if err := s.Validate([]byte(c.invalid)); err == nil {
				t.Errorf("%s is accepted", c.invalid)
			}
		})
	}
}

// TestOldReferences wants a reference to hide what stands beside it up to draft 7, and $id to make anchors.
func TestOldReferences(t *testing.T) {
	for _, draft := range []schema.Draft{schema.Draft4, schema.Draft6, schema.Draft7} {
		id := "$id"
		if draft == schema.Draft4 {
			id = "id"
		}
		text := strings.ReplaceAll(`{"allOf": [{"$ref": "#here", "maxLength": 0, "type": 5}], "definitions": {"a": {"ID": "#here", "type": "string"}}}`, "ID", id)
		s := compile(t, text, schema.Options{Default: draft})
		if err := s.Validate([]byte(`"abc"`)); err != nil {
			t.Errorf("draft %s: a string is refused: %v", draft, err)
		}
		if err := s.Validate([]byte(`1`)); err == nil {
			t.Errorf("draft %s: a number is accepted", draft)
		}
	}
}

// TestWaysBack wants references in a circle that ask nothing new to end, with a warning.
func TestWaysBack(t *testing.T) {
	for _, text := range []string{
		`{"$ref": "#"}`, `{"allOf": [{"$ref": "#"}]}`, `{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}`,
	} {
		s := compile(t, text, schema.Options{})
		if len(s.Warnings) != 1 || !strings.Contains(s.Warnings[0].String(), "leads back to itself") {
			t.Errorf("%s: found the warnings %v, wanted one of the way back", text, s.Warnings)
		}
		if err := s.Validate([]byte(`1`)); err != nil {
			t.Errorf("%s: found %v, wanted 1 to be valid", text, err)
		}
	}
}

// TestLocations wants violations to name the keyword by the URI of its resource.
func TestLocations(t *testing.T) {
	s := compile(t, `{"$id": "http://x.example/s.json", "properties": {"a": {"$ref": "in.json"}}, "$defs": {"x": {"$id": "in.json", "items": {"type": "null"}}}}`, schema.Options{})
	err := s.Validate([]byte(`{"a": [1]}`))
	found := violations(t, err)[0]
	if found.AbsoluteKeywordLocation != "http://x.example/in.json#/items/type" || found.KeywordLocation != "/properties/a/$ref/items/type" {
		t.Errorf("found %s and %s", found.AbsoluteKeywordLocation, found.KeywordLocation)
	}
}

// TestFiles wants files to be found by relative references and by maps, with and without an ending.
func TestFiles(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"main.json":             `{"properties": {"a": {"$ref": "parts/a.json"}, "b": {"$ref": "http://x.example/lib/b"}, "c": {"$ref": "parts/with%20space.json"}}}`,
		"parts/a.json":          `{"$ref": "../root.json#/$defs/n"}`,
		"root.json":             `{"$defs": {"n": {"type": "integer"}}}`,
		"mapped/b.json":         `{"$ref": "c.json"}`,
		"mapped/c.json":         `{"type": "boolean"}`,
		"parts/with space.json": `{"type": "null"}`,
		"bad.json":              "{\n \"type\": }",
		"missing.json":          `{"$ref": "none.json"}`,
		"unmapped.json":         `{"$ref": "http://z.example/x"}`,
		"refers.json":           `{"$ref": "bad.json"}`,
	} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files := schema.Files{Maps: []schema.Map{{Prefix: "http://x.example/other/", Dir: folder}, {Prefix: "http://x.example/lib/", Dir: filepath.Join(folder, "mapped")}}}
	open := func(name string) (*schema.Schema, error) {
		src, err := files.Open(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		return schema.Compile(src, "", schema.Options{Load: files.Load})
	}
	s, err := open("main.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate([]byte(`{"a": 1, "b": true, "c": null}`)); err != nil {
		t.Error(err)
	}
	if list := violations(t, s.Validate([]byte(`{"a": "1", "b": 1, "c": 2}`))); len(list) != 3 {
		t.Errorf("found %d violations, wanted 3", len(list))
	}
	for name, wanted := range map[string]string{
		"bad.json": "bad.json:2:10: ", "nothing.json": "nothing.json: cannot be read: ", "missing.json": "missing.json:1:10: $ref: ",
		"unmapped.json": "--map PREFIX=DIR", "refers.json": "bad.json:2:10: ",
	} {
		if _, err := open(name); err == nil || !strings.Contains(err.Error(), wanted) {
			t.Errorf("%s: found %v, wanted %s", name, err, wanted)
		}
	}
}

// TestParseMap wants PREFIX=DIR and nothing else.
func TestParseMap(t *testing.T) {
	if m, err := schema.ParseMap("http://x/=dir=a"); err != nil || m != (schema.Map{Prefix: "http://x/", Dir: "dir=a"}) {
		t.Errorf("found %v (%v)", m, err)
	}
	for _, text := range []string{"", "a", "=a", "a="} {
		if m, err := schema.ParseMap(text); err == nil {
			t.Errorf("%q: found %v, wanted an error", text, m)
		}
	}
}
