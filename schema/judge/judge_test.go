package judge

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
	"github.com/google/go-cmp/cmp"
)

// source makes a schema document of a text.
func source(t *testing.T, text string) *schema.Source {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return &schema.Source{URI: "file:///s.json", Name: "s.json", Document: d}
}

func TestCheck(t *testing.T) {
	tests := []struct {
		name, text string
		draft      schema.Draft
		want       []string
	}{
		{"well formed", `{"type": "object"}`, 0, nil},
		{"no schema at all", `5`, 0, []string{`1:1: found 5, wanted an object or a boolean`}},
		{"draft 4 has no boolean schemas", `true`, schema.Draft4, []string{`1:1: found true, wanted an object`}},
		{"unknown type", `{"type": "strin"}`, 0,
			[]string{`1:10: /type: found "strin", wanted one of "array", "boolean", "integer", "null", "number", "object", "string"`}},
		{"no type of any kind", `{"required": 1}`, 0, []string{`1:14: /required: found 1, wanted an array`}},
		{"an item deeper than the choice", `{"items": [{"type": "string"}, {"minLength": -1}]}`, schema.Draft7,
			[]string{`1:46: /items/1/minLength: found -1, wanted at least 0`}},
		{"kinds of all branches", `{"dependencies": {"a": 5}}`, schema.Draft7,
			[]string{`1:24: /dependencies/a: found 5, wanted an object, a boolean or an array`}},
		{"several, in the order of the document", "{\n  \"maxLength\": 1.5,\n  \"$defs\": {\"a b/c\": {\"uniqueItems\": \"yes\"}}\n}", 0, []string{
			`2:16: /maxLength: found 1.5, wanted an integer`,
			`3:38: /$defs/a b~1c/uniqueItems: found a string, wanted a boolean`}},
		{"equal names", `{"required": ["a", "b", "a"]}`, 0, []string{`1:14: /required: found an array, wanted items that all differ`}},
		{"enum without values in draft 4", `{"enum": []}`, schema.Draft4, []string{`1:10: /enum: found an empty array, wanted at least 1 item`}},
		{"exclusiveMinimum by itself in draft 4", `{"exclusiveMinimum": true}`, schema.Draft4,
			[]string{`1:1: found an object, wanted the member 'minimum' beside 'exclusiveMinimum'`}},
		{"multipleOf zero", `{"multipleOf": 0}`, 0, []string{`1:16: /multipleOf: found 0, wanted more than 0`}},
		{"identifier with a fragment", `{"$id": "a#b"}`, 0, []string{`1:9: /$id: found "a#b", wanted text that matches ^[^#]*#?$`}},
		{"identifier that is no URI reference", `{"$id": "a%zz"}`, schema.Draft7,
			[]string{`1:9: /$id: found "a%zz", wanted text of the format uri-reference`}},
		{"a fault within propertyNames", `{"propertyNames": {"required": ["a", "a"]}}`, 0,
			[]string{`1:32: /propertyNames/required: found an array, wanted items that all differ`}},
		{"patterns are judged elsewhere", `{"pattern": "^(?!x)", "patternProperties": {"^(?!y)": {}}}`, schema.Draft7, nil},
		{"a percent-encoded host is a URI", `{"$id": "http://h%41st/"}`, schema.Draft7, nil},
		{"the dialect of the document counts", `{"$schema": "http://json-schema.org/draft-04/schema#", "const": 1, "exclusiveMinimum": 1}`, 0, []string{
			`1:1: found an object, wanted the member 'minimum' beside 'exclusiveMinimum'`,
			`1:88: /exclusiveMinimum: found 1, wanted a boolean`}},
		{"an unknown dialect is refused elsewhere", `{"$schema": "https://example.com/mine", "type": 5}`, 0, nil},
		{"a resource of its own dialect",
			`{"$defs": {"old": {"$schema": "http://json-schema.org/draft-04/schema#", "id": "http://x/old", "minimum": 1, "exclusiveMinimum": true},
 "new": {"$schema": "http://json-schema.org/draft-06/schema#", "$id": "http://x/new", "minimum": 1, "exclusiveMinimum": true}}}`, 0,
			[]string{`2:121: /exclusiveMinimum: found true, wanted a number`}},
		{"values are no schemas", `{"default": {"$schema": "http://json-schema.org/draft-04/schema#", "$id": "x", "type": 5}}`, 0, nil},
		{"numbers that would take all memory", `{"multipleOf": 1e999999999, "maximum": -1e99999999, "minLength": 1e9999999}`, 0, nil},
		{"a long number that is none of those wanted", `{"minLength": -1e999999999}`, 0,
			[]string{`1:15: /minLength: found -1e999999999, wanted at least 0`}},
		{"long numbers in an enum differ", `{"enum": [1e999999, 2e999999]}`, schema.Draft4, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			var got []string
			for _, p := range Check(source(t, test.text), test.draft) {
				got = append(got, strings.TrimPrefix(p.String(), "s.json:"))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if took := time.Since(start); took > time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// TestCheckV1 judges by v1's metaschema, which is not the engine's.
func TestCheckV1(t *testing.T) {
	const prefix = `{"$schema": "https://json-schema.org/v1", `
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"well formed", `"type": ["object", "null"], "$anchor": "é", "propertyDependencies": {"a": {"b": true}}, "x-mine": 1}`, nil},
		{"unknown type", `"type": "strin"}`, []string{
			`1:51: /type: found "strin", wanted one of "array", "boolean", "integer", "null", "number", "object" or "string"`}},
		{"an item deeper than the choice", `"type": ["string", "strin"]}`, []string{
			`1:62: /type/1: found "strin", wanted one of "array", "boolean", "integer", "null", "number", "object" or "string"`}},
		{"within", `"not": {"items": {"minLength": -1, "uniqueItems": 1}}}`, []string{
			`1:74: /not/items/minLength: found -1, wanted at least 0`, `1:93: /not/items/uniqueItems: found 1, wanted a boolean`}},
		{"a name that is reserved", `"$recursiveRef": "#"}`, []string{`1:43: /$recursiveRef: found the name "$recursiveRef", wanted a keyword of v1: no others begin with $`}},
		{"unknown keywords are warned of elsewhere", `"dependencies": {"a": ["b"]}, "minLenght": "x"}`, nil},
		{"patterns are judged elsewhere", `"pattern": "(", "patternProperties": {"(": true}}`, nil},
		{"an anchor that is no name", `"$anchor": "1"}`, []string{`1:54: /$anchor: found "1", wanted a name: a letter or _, then letters, digits, -, _ and .`}},
		{"both forms of dynamic references", `"anyOf": [{"$dynamicRef": "#a"}, {"$dynamicRef": "a"}]}`, nil},
		{"a resource of another dialect", `"$defs": {"a": {"$id": "http://x/a", "$schema": "http://json-schema.org/draft-07/schema#", "$recursiveRef": 1, "minLength": -1}}}`,
			[]string{`1:167: /minLength: found -1, wanted at least 0`}},
		{"formats", `"$id": "a b", "$ref": "%"}`, []string{
			`1:50: /$id: found "a b", wanted a string of the format iri-reference`, `1:65: /$ref: found "%", wanted a string of the format iri-reference`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range Check(source(t, prefix+test.text), 0) {
				got = append(got, strings.TrimPrefix(p.String(), "s.json:"))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCheckAtJudgesOnlyThePart(t *testing.T) {
	src := source(t, `{"type": "no schema", "schemas": {"a": {"minLength": "1"}, "b": {"type": 7}}}`)
	got := CheckAt(src, src.Document.Root().Lookup("/schemas/a"), 0)
	if len(got) != 1 || got[0].String() != `s.json:1:54: /minLength: found a string, wanted an integer` {
		t.Errorf("found %v", got)
	}
}

// TestCheckCorpus holds that no schema that its maintainers publish and use is found fault with.
func TestCheckCorpus(t *testing.T) {
	shared := os.Getenv("ASSAY_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	files, _ := filepath.Glob(filepath.Join(shared, "corpus", "schemastore", "schemas", "*.json"))
	if len(files) == 0 {
		files, _ = filepath.Glob(filepath.Join("..", "models", "*.json"))
		t.Logf("the corpus is missing in %s; set ASSAY_SHARED", shared)
	}
	if len(files) == 0 {
		t.Fatal("there are no schemas to judge")
	}
	if testing.Short() && len(files) > 40 {
		files = files[:40]
	}
	for _, file := range files {
		src, err := schema.Files{}.Open(file)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, p := range Check(src, schema.Draft7) {
			t.Error(p)
		}
		holdTogether(t, src, schema.Draft7)
	}
}

// The engine's metaschemas of old drafts ask for member names that are expressions of its own kind; those that count are ECMA-262's.
func TestPatternsOfOldDrafts(t *testing.T) {
	for _, draft := range []string{"04", "06", "07"} {
		text := `{"$schema": "http://json-schema.org/draft-` + draft + `/schema#", "patternProperties": {"^(?!x-).*$": {"type": "string"}}}`
		d, err := document.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if problems := Check(&schema.Source{URI: "urn:s", Name: "s.json", Document: d}, schema.Draft2020); len(problems) > 0 {
			t.Errorf("draft %s: found %v, wanted nothing", draft, problems)
		}
	}
}
