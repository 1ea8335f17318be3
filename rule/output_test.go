package rule_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
	"github.com/google/go-cmp/cmp"
)

// outputSchema makes a schema from its text.
func outputSchema(t testing.TB, text string, o schema.Options) *schema.Schema {
	t.Helper()
	s, err := schema.Compile(&schema.Source{URI: "https://example.com/schema", Name: "schema", Document: instanceOf(t, text)}, "", o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func instanceOf(t testing.TB, text string) *document.Document {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return d
}

// indent writes JSON text so that differences can be read.
func indent(t *testing.T, text []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, text, "", "  "); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return b.String()
}

// outline keeps what tells units apart: a line for each unit, indented by its depth.
func outline(t *testing.T, text []byte) string {
	t.Helper()
	var root any
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	var b strings.Builder
	var write func(unit map[string]any, depth int)
	write = func(unit map[string]any, depth int) {
		path, v1 := unit["evaluationPath"]
		if !v1 {
			path = unit["keywordLocation"]
		}
		words := []string{"fails"}
		if unit["valid"] == true {
			words[0] = "passes"
		}
		for _, w := range []any{path, unit["instanceLocation"]} {
			if text, ok := w.(string); ok {
				words = append(words, "#"+text)
			}
		}
		below := unit["details"]
		for _, name := range []string{"error", "annotation", "errors", "annotations", "droppedAnnotations"} {
			value, has := unit[name]
			if list, ok := value.([]any); ok && name != "annotation" {
				below = list
			} else if has {
				text, _ := json.Marshal(value)
				words = append(words, name+"="+string(text))
			}
		}
		b.WriteString(strings.Repeat("  ", depth) + strings.Join(words, " ") + "\n")
		list, _ := below.([]any)
		for _, u := range list {
			write(u.(map[string]any), depth+1)
		}
	}
	write(root.(map[string]any), 0)
	return b.String()
}

// polygon is after the example of the specification (core, section 12.4.2).
const polygon = `{
	"$defs": {"point": {
		"type": "object",
		"properties": {"x": {"type": "number"}, "y": {"type": "number"}},
		"additionalProperties": false,
		"required": ["x", "y"]
	}},
	"type": "array", "items": {"$ref": "#/$defs/point"}, "minItems": 3
}`

const branches = `{
	"title": "T",
	"anyOf": [{"type": "string", "title": "S"}, {"title": "N", "minimum": 2}],
	"not": {"const": 7},
	"if": {"type": "boolean"}, "then": {"title": "B"}, "else": {"title": "E"}
}`

func TestOutput(t *testing.T) {
	tests := []struct {
		name, schema, instance string
		format                 rule.OutputFormat
		want                   string
	}{
		{"flag", polygon, `[]`, rule.Flag, `
fails
`},
		{"basic lists errors", polygon, `[{"x": 2.5, "y": 1.3}, {"x": 1, "z": 6.7}]`, rule.Basic, `
fails # #
  fails #/minItems # error="found 2 items, wanted at least 3 items"
  fails #/items/$ref/required #/1 error="found no member \"y\", wanted every required member"
  fails #/items/$ref/additionalProperties #/1/z error="found the member \"z\", wanted only \"x\" or \"y\""
`},
		{"detailed replaces a unit that has one below by that", polygon, `[{"x": 2.5, "y": 1.3}, {"x": 1, "z": 6.7}]`, rule.Detailed, `
fails # #
  fails #/minItems # error="found 2 items, wanted at least 3 items"
  fails #/items/$ref #/1
    fails #/items/$ref/required #/1 error="found no member \"y\", wanted every required member"
    fails #/items/$ref/additionalProperties #/1/z error="found the member \"z\", wanted only \"x\" or \"y\""
`},
		{"detailed replaces the root, too", polygon, `[{}, {"x": 1, "y": 2}, {"x": 1, "y": 2}]`, rule.Detailed, `
fails #/items/$ref/required #/0 error="found no members \"x\" or \"y\", wanted every required member"
`},
		{"detailed of what has nothing to tell", `{"type": "integer"}`, `1`, rule.Detailed, `
passes # #
`},
		{"verbose has all", `{"type": "object", "properties": {"validProp": true}, "additionalProperties": false}`,
			`{"validProp": 5, "disallowedProp": "value"}`, rule.Verbose, `
fails # #
  passes #/type #
  passes #/properties #
    passes #/properties/validProp #/validProp
  fails #/additionalProperties #
    fails #/additionalProperties #/disallowedProp error="found the member \"disallowedProp\", wanted only \"validProp\""
`},
		{"branches that fail where enough pass are no errors", branches, `3`, rule.Basic, `
passes # #
  passes #/anyOf/1/title # annotation="N"
  passes #/else/title # annotation="E"
  passes #/title # annotation="T"
`},
		{"detailed annotations", branches, `3`, rule.Detailed, `
passes # #
  passes #/anyOf/1/title # annotation="N"
  passes #/else/title # annotation="E"
  passes #/title # annotation="T"
`},
		{"verbose shows them", branches, `3`, rule.Verbose, `
passes # #
  passes #/anyOf #
    fails #/anyOf/0 #
      fails #/anyOf/0/type # error="found 3, wanted a string"
      passes #/anyOf/0/title #
    passes #/anyOf/1 #
      passes #/anyOf/1/minimum #
      passes #/anyOf/1/title # annotation="N"
  passes #/not #
    fails #/not #
      fails #/not/const # error="found 3, wanted 7"
  passes #/if #
    fails #/if #
      fails #/if/type # error="found 3, wanted a boolean"
  passes #/else #
    passes #/else #
      passes #/else/title # annotation="E"
  passes #/title # annotation="T"
`},
		{"an instance that fails has no annotations", branches, `7`, rule.Verbose, `
fails # #
  passes #/anyOf #
    fails #/anyOf/0 #
      fails #/anyOf/0/type # error="found 7, wanted a string"
      passes #/anyOf/0/title #
    passes #/anyOf/1 #
      passes #/anyOf/1/minimum #
      passes #/anyOf/1/title #
  fails #/not # error="found 7, wanted a value that the schema of not refuses"
    passes #/not #
      passes #/not/const #
  passes #/if #
    fails #/if #
      fails #/if/type # error="found 7, wanted a boolean"
  passes #/else #
    passes #/else #
      passes #/else/title #
  passes #/title #
`},
		{"hierarchical", branches, `1`, rule.Hierarchical, `
fails # # errors={"anyOf":"found 1, wanted a value that one of the 2 schemas of anyOf accepts"} droppedAnnotations={"title":"T"}
  fails #/anyOf/0 # errors={"type":"found 1, wanted a string"} droppedAnnotations={"title":"S"}
  fails #/anyOf/1 # errors={"minimum":"found 1, wanted at least 2"} droppedAnnotations={"title":"N"}
  fails #/not # errors={"const":"found 1, wanted 7"}
  fails #/if # errors={"type":"found 1, wanted a boolean"}
  passes #/else #
`},
		{"list of errors", branches, `1`, rule.List, `
fails
  fails # # errors={"anyOf":"found 1, wanted a value that one of the 2 schemas of anyOf accepts"} droppedAnnotations={"title":"T"}
  fails #/anyOf/0 # errors={"type":"found 1, wanted a string"} droppedAnnotations={"title":"S"}
  fails #/anyOf/1 # errors={"minimum":"found 1, wanted at least 2"} droppedAnnotations={"title":"N"}
`},
		{"list of annotations", branches, `true`, rule.List, `
passes
  passes # # annotations={"title":"T"}
  passes #/anyOf/1 # annotations={"title":"N"}
  passes #/then # annotations={"title":"B"}
`},
		{"the schema false", `{"properties": {"a/b": false}}`, `{"a/b": 1}`, rule.List, `
fails
  fails #/properties/a~1b #/a~1b errors={"":"found 1, wanted no value here"}
`},
		{"the schema false as root", `false`, `1`, rule.Basic, `
fails # #
  fails # # error="found 1, wanted no value here"
`},
		{"minContains fails by itself", `{"contains": {"type": "string"}, "minContains": 2}`, `[1, "a"]`, rule.Detailed, `
fails #/minContains # error="found 1 item that the schema of contains accepts, wanted at least 2"
`},
		{"contains fails with its items", `{"contains": {"type": "string"}}`, `[1]`, rule.Detailed, `
fails #/contains # error="found 0 items that the schema of contains accepts, wanted at least 1"
  fails #/contains/type #/0 error="found 1, wanted a string"
`},
		{"sensitive values are hidden wherever they are met", `{"const": 1, "properties": {"p": {"type": "string"}}, "allOf": [{"properties": {"p": {"x-sensitive": true}}}]}`,
			`{"p": 4711}`, rule.Basic, `
fails # #
  fails #/const # error="found an object of 1 member, wanted 1"
  fails #/properties/p/type #/p error="found a number, wanted a string"
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := outputSchema(t, test.schema, schema.Options{})
			got := s.Rule().Output(instanceOf(t, test.instance), test.format, rule.ShowValues)
			if diff := cmp.Diff(strings.TrimPrefix(test.want, "\n"), outline(t, got)); diff != "" {
				t.Errorf("%s: wanted -, found +:\n%s\n%s", test.format, diff, indent(t, got))
			}
		})
	}
}

// TestOutputText pins the members and their order.
func TestOutputText(t *testing.T) {
	s := outputSchema(t, `{"minimum": 2, "title": "\u0000<"}`, schema.Options{})
	head := `"absoluteKeywordLocation":"https://example.com/schema#`
	tests := []struct {
		format   rule.OutputFormat
		instance string
		want     string
	}{
		{rule.Flag, `1`, `{"valid":false}`},
		{rule.Basic, `1`, `{"valid":false,"keywordLocation":"",` + head + `","instanceLocation":"","errors":[` +
			`{"valid":false,"keywordLocation":"/minimum",` + head + `/minimum","instanceLocation":"","error":"found 1, wanted at least 2"}]}`},
		{rule.Basic, `2`, `{"valid":true,"keywordLocation":"",` + head + `","instanceLocation":"","annotations":[` +
			`{"valid":true,"keywordLocation":"/title",` + head + `/title","instanceLocation":"","annotation":"\u0000<"}]}`},
		{rule.List, `2`, `{"valid":true,"details":[{"valid":true,"evaluationPath":"","schemaLocation":"https://example.com/schema#",` +
			`"instanceLocation":"","annotations":{"title":"\u0000<"}}]}`},
		{rule.Hierarchical, `1`, `{"valid":false,"evaluationPath":"","schemaLocation":"https://example.com/schema#",` +
			`"instanceLocation":"","errors":{"minimum":"found 1, wanted at least 2"},"droppedAnnotations":{"title":"\u0000<"}}`},
	}
	for _, test := range tests {
		t.Run(test.format.String()+" of "+test.instance, func(t *testing.T) {
			got := s.Rule().Output(instanceOf(t, test.instance), test.format, rule.ShowValues)
			if diff := cmp.Diff(test.want, string(got)); diff != "" {
				t.Errorf("wanted -, found +:\n%s", diff)
			}
		})
	}
}

func TestParseOutputFormat(t *testing.T) {
	for _, name := range rule.OutputFormats() {
		if f, ok := rule.ParseOutputFormat(name); !ok || f.String() != name {
			t.Errorf("%s: found %s, %t", name, f, ok)
		}
	}
	for _, name := range []string{"", "Basic", rule.OutputFormat(0).String(), (rule.Hierarchical + 1).String()} {
		if f, ok := rule.ParseOutputFormat(name); ok {
			t.Errorf("%q: found %s, wanted none", name, f)
		}
	}
}
