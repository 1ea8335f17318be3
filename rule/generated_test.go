package rule_test

import (
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// TestGenerated asks what generated code asks, of the values of one document.
func TestGenerated(t *testing.T) {
	d, err := document.Parse([]byte(`{"object": {"a": "x", "b": 1}, "array": [1, 2.0, 3], "mixed": [1, "x"], "string": "abc",
		"number": 0.5, "boolean": true, "null": null, "empty": {}, "none": [], "numbers": {"x": 1, "y": 2}}`))
	if err != nil {
		t.Fatal(err)
	}
	matcher, enum := rule.Matcher("^a"), rule.EnumOf(`[1, "abc", {"b": 1.0, "a": "x"}]`)
	value := func(name string) int { return d.Find(0, name) }
	match := func(d *document.Document, at int) bool { return rule.IsString(d, at) && matcher(d.Text(at)) }
	each := func(valid func(*document.Document, int) bool) func(string) bool {
		return func(name string) bool { return rule.Each(d, value(name), valid) }
	}
	for _, test := range []struct {
		name string
		ask  func(name string) bool
		yes  string
		no   string
	}{
		{"IsObject", func(n string) bool { return rule.IsObject(d, value(n)) }, "object", "array"},
		{"IsArray", func(n string) bool { return rule.IsArray(d, value(n)) }, "array", "object"},
		{"IsString", func(n string) bool { return rule.IsString(d, value(n)) }, "string", "number"},
		{"IsNumber", func(n string) bool { return rule.IsNumber(d, value(n)) }, "number", "string"},
		{"IsBoolean", func(n string) bool { return rule.IsBoolean(d, value(n)) }, "boolean", "null"},
		{"IsNull", func(n string) bool { return rule.IsNull(d, value(n)) }, "null", "boolean"},
		{"Each", each(rule.IsInteger), "array", "mixed"},
		{"Each of none", each(rule.IsNull), "none", "array"},
		{"EachMember", func(n string) bool { return rule.EachMember(d, value(n), rule.IsInteger) }, "numbers", "object"},
		{"May", func(n string) bool { return rule.May(d, value("object"), n, rule.IsString) }, "a", "b"},
		{"May, absent", func(n string) bool { return rule.May(d, value("object"), n, rule.IsString) }, "c", "b"},
		{"Must", func(n string) bool { return rule.Must(d, value("object"), n, rule.IsString) }, "a", "c"},
		{"MayBe", func(n string) bool { return rule.MayBe(d, value("object"), n, "x") }, "a", "b"},
		{"MayBe, absent", func(text string) bool { return rule.MayBe(d, value("object"), "a", text) }, "x", "y"},
		{"MustBe", func(n string) bool { return rule.MustBe(d, value("object"), n, "x") }, "a", "b"},
		{"MustBe, absent", func(n string) bool { return rule.MustBe(d, value("object"), n, "x") }, "a", "c"},
		{"Only", func(n string) bool { return rule.Only(d, value("object"), "b", n) }, "a", "c"},
		{"Only, empty", func(n string) bool { return rule.Only(d, value(n), "b") }, "empty", "object"},
		{"Matcher", func(n string) bool { return match(d, value(n)) }, "string", "number"},
		{"EnumOf", func(n string) bool { return enum(d, value(n)) }, "object", "array"},
	} {
		if !test.ask(test.yes) || test.ask(test.no) {
			t.Errorf("%s: found %t for %s and %t for %s, wanted true and false", test.name, test.ask(test.yes), test.yes, test.ask(test.no), test.no)
		}
	}
	for _, answers := range [][]bool{{}, {false, false}, {true, true}, {true, false, true}} {
		if rule.One(answers...) {
			t.Errorf("One(%t): found true, wanted false", answers)
		}
	}
	if !rule.One(true) || !rule.One(false, true, false) {
		t.Error("One: found false for one yes, wanted true")
	}
}
