package report

import (
	"strings"
	"testing"

	"github.com/assaykit/assay/schema"
	"github.com/google/go-cmp/cmp"
)

// explainedBy is the result of an instance by a schema.
func explainedBy(t *testing.T, schemaText, instance string) Result {
	t.Helper()
	s, err := schema.Compile(&schema.Source{Name: "s.json", URI: "file:///s.json", Document: parse(t, schemaText, 1)}, "", schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Result{Source: "a.json", Record: 1, Text: []byte(instance), Line: 1, Err: s.Explain(parse(t, instance, 1)), Public: true}
}

// TestExplained has what is said of choices.
func TestExplained(t *testing.T) {
	shapes := `{"oneOf": [
		{"properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}}, "required": ["kind", "radius"]},
		{"properties": {"kind": {"const": "box"}, "width": {"anyOf": [{"type": "number"}, {"type": "null"}]}}, "required": ["kind"], "additionalProperties": false}
	]}`
	tests := []struct {
		name, schema, instance string
		wanted                 []string
	}{
		{"each has but one thing", `{"anyOf": [{"type": "integer"}, {"enum": ["auto", "none"]}, {"type": "null"}]}`, `"atuo"`,
			[]string{`- anyOf/1 wants one of "auto" or "none"; anyOf/0 wants an integer; anyOf/2 wants null; did you mean "auto"?`}},
		{"the nearest has one thing", shapes, `{"kind": "circle"}`,
			[]string{`- oneOf/0 came nearest: found no member "radius", wanted every required member (required)`, `- oneOf/1 wants "box" at /kind`}},
		{"the nearest has several", shapes, `{"kind": "box", "width": "1", "height": 1}`, []string{
			`- oneOf/1 came nearest:`,
			`  - 1:26: /width: found "1", wanted a value that one of the 2 schemas of anyOf accepts (properties/width/anyOf)`,
			`    - anyOf/0 wants a number; anyOf/1 wants null`,
			`  - 1:31: /height: found the member "height", wanted only "kind" or "width" (additionalProperties)`,
			`- oneOf/0 wants "circle" at /kind`,
		}},
		{"a choice within", `{"anyOf": [{"type": "null"}, {"oneOf": [{"type": "array", "items": {"minimum": 3}}, {"type": "string"}]}]}`, `[1]`, []string{
			`- anyOf/1/oneOf/0 came nearest: 1:2: /0: found 1, wanted at least 3 (items/minimum)`, `- anyOf/0 wants null`, `- anyOf/1/oneOf/1 wants a string`,
		}},
		{"many others", `{"anyOf": [{"maximum": 0, "minimum": 5}, {"const": 1}, {"const": 2}, {"const": 3}, {"const": 4}, {"const": 6}, {"const": 7}, {"const": 8}]}`, `3.5`, []string{
			`- anyOf/0 came nearest:`, `  - found 3.5, wanted at least 5 (minimum)`, `  - found 3.5, wanted at most 0 (maximum)`,
			`- anyOf/1 wants 1; anyOf/2 wants 2; anyOf/3 wants 3; anyOf/4 wants 4; anyOf/5 wants 6; … and 2 more`,
		}},
		{"a tag that none is for", `{"oneOf": [{"properties": {"kind": {"const": "circle"}}, "required": ["radius"]}, {"properties": {"kind": {"const": "box"}}}, {"properties": {"kind": {"const": "cone"}}}]}`,
			`{"kind": "bok"}`, []string{`- oneOf: found "bok" at /kind, wanted "box", "cone" or "circle"; did you mean "box"?`}},
		{"words of their own", `{"anyOf": [{"type": "integer", "x-message": "a count, please"}, {"type": "null"}]}`, `"x"`, []string{`- anyOf/0 says a count, please; anyOf/1 wants null`}},
		{"members", `{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}`, `{}`, []string{`- anyOf/0 wants the member "a"; anyOf/1 wants the member "b"`}},
		{"several accept", `{"oneOf": [true, true]}`, `{}`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := explainedBy(t, test.schema, test.instance).Err.Violations[0]
			if diff := cmp.Diff(test.wanted, explained(v, false)); diff != "" {
				t.Errorf("the lines differ (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(causes(v, 0), explained(v, true)); diff != "" {
				t.Errorf("the lines of a verbose report differ (-want +got):\n%s", diff)
			}
		})
	}
}

// TestExcerptOfTheNearest wants the line that the nearest branch speaks of, not that where the choice begins.
func TestExcerptOfTheNearest(t *testing.T) {
	r := explainedBy(t, `{"anyOf": [{"type": "null"}, {"properties": {"a": {"type": "integer"}}}]}`, "{\n  \"a\": \"1\"\n}")
	got := string(ofResults(t, "text", Options{Quiet: true}, r))
	if wanted := "    2 |   \"a\": \"1\"\n      |        ^~~\n"; !strings.Contains(got, wanted) {
		t.Errorf("found no\n%s in\n%s", wanted, got)
	}
}
