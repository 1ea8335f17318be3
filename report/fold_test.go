package report

import (
	"strconv"
	"strings"
	"testing"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

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
	own := explainedBy(t, `{"items": {"type": "integer", "x-message": "a count, not ${0}"}}`, `["a", "b", "c", "d", "e", "f", "g"]`)
	if got := string(ofResults(t, "text", Options{}, own)); !strings.Contains(got, `… and 2 more like it, to 1:32: /*: a count, not "f"`) {
		t.Errorf("found no words of the schema in\n%s", got)
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
