package report

import (
	"strconv"
	"strings"
	"testing"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
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

// TestFold wants a few of the violations that are alike, the number of the others, and all where they are asked for.
func TestFold(t *testing.T) {
	schemaText := `{"items": {"properties": {"id": {"type": "integer"}}, "additionalProperties": false}}`
	var items []string
	for range 20 {
		items = append(items, ` {"id": "x", "a": 1}`)
	}
	r := explainedBy(t, schemaText, "[\n"+strings.Join(items, ",\n")+"\n]")
	other := explainedBy(t, schemaText, `[{"id": null}]`)
	other.Source = "b.json"
	got := string(ofResults(t, "text", Options{}, r, other))
	for _, wanted := range []string{
		"a.json:7:9: … and 15 more like it, to 21:9: /*/id: wanted an integer\na.json:7:14: … and 15 more like it, to 21:14: /*/a: wanted only \"id\"\n\nb.json:1:9: /0/id",
		"2 instances: 0 valid, 2 invalid (41 violations)\n",
	} {
		if !strings.Contains(got, wanted) {
			t.Errorf("found no %q in\n%s", wanted, got)
		}
	}
	if n := strings.Count(got, "/id: found"); n != mostAlike+1 {
		t.Errorf("found %d violations that are alike, wanted %d in one file and 1 in the other", n, mostAlike)
	}
	for _, o := range []Options{{All: true}, {Verbose: true}} {
		if n := strings.Count(string(ofResults(t, "text", o, r, other)), "/id: found"); n != 21 {
			t.Errorf("%+v: found %d violations, wanted all 21", o, n)
		}
	}
	r.Records, other.Records, other.Source = true, true, r.Source
	if got := string(ofResults(t, "text", Options{}, r, other)); !strings.Contains(got, "… and 16 more like it, to 1:9: /*/id") {
		t.Errorf("found no sum of two records in\n%s", got)
	}
}

// TestFoldOfExchanges wants the same of each exchange.
func TestFoldOfExchanges(t *testing.T) {
	var list []rule.Violation
	for i := range 9 {
		list = append(list, rule.Violation{
			Keyword: "type", InstanceLocation: "/items/" + strconv.Itoa(i) + "/id", KeywordLocation: "/properties/items/type", Found: "a number", Wanted: "a string",
		})
	}
	f := contract.Finding{Source: "a.har", Entry: 1, Result: contract.Invalid, Err: &rule.Error{Violations: list}}
	got := string(ofFindings(t, "text", Options{}, f, f))
	if n := strings.Count(got, "found a number"); n != 2*mostAlike || strings.Count(got, "  … and 4 more like it: /items/*/id: wanted a string\n") != 2 {
		t.Errorf("found\n%s", got)
	}
	if n := strings.Count(string(ofFindings(t, "text", Options{Verbose: true}, f)), "found a number"); n != 9 {
		t.Errorf("found %d violations in a verbose report, wanted 9", n)
	}
}

// TestFoldTellsKindsApart wants what differs in more than its place to be shown: other members, other demands, texts that are no documents.
func TestFoldTellsKindsApart(t *testing.T) {
	var f folds
	f.begin("a.json")
	v := fault{Violation: rule.Violation{Keyword: "additionalProperties", KeywordLocation: "/additionalProperties", AbsoluteKeywordLocation: "s#/additionalProperties"}}
	for i := range 3 * mostAlike {
		v.Found, v.InstanceLocation = "the member "+strings.Repeat("x", i), "/"+strings.Repeat("x", i)
		if f.hides(v) {
			t.Errorf("%q is not shown", v.Found)
		}
		if f.hides(fault{Violation: rule.Violation{Found: "x", Position: document.Position{Line: i + 1}}}) {
			t.Error("a text that is no document is not shown")
		}
	}
	for i := range 2 * mostKinds {
		f.hides(fault{Violation: rule.Violation{Keyword: "type", KeywordLocation: strings.Repeat("/a", i)}})
	}
	if len(f.kinds) != mostKinds {
		t.Errorf("found %d kinds, wanted %d at most", len(f.kinds), mostKinds)
	}
}
