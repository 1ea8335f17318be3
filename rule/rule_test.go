package rule_test

import (
	"math"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/rule/format"
	"github.com/assaykit/assay/rule/pattern"
)

// check is an instance for a rule; report is the text of the error, "" where the instance is valid.
type check struct{ instance, report string }

// family is a rule, which is an Assertion or an Applicator, with instances.
type family struct {
	name   string
	rule   any
	checks []check
}

// schemaOf is a schema of rules.
func schemaOf(rules ...any) *rule.Schema {
	s := &rule.Schema{Location: "test:"}
	for _, r := range rules {
		switch k := r.(type) {
		case rule.Assertion:
			s.Assertions = append(s.Assertions, k)
		case rule.Applicator:
			s.Applicators = append(s.Applicators, k)
		}
	}
	return s
}

func parse(t testing.TB, text string) *document.Document {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}

// run asks both ways.
func run(t *testing.T, families []family) {
	t.Helper()
	for _, f := range families {
		t.Run(f.name, func(t *testing.T) {
			s := schemaOf(f.rule)
			for _, c := range f.checks {
				d := parse(t, c.instance)
				report := ""
				if err := s.Explain(d, rule.ShowValues); err != nil {
					report = err.Error()
				}
				if report != c.report {
					t.Errorf("%s: found the report %q, wanted %q", c.instance, report, c.report)
				}
				if s.Valid(d) != (c.report == "") {
					t.Errorf("%s: Valid says %t, wanted %t", c.instance, s.Valid(d), c.report == "")
				}
			}
		})
	}
}

func value(t testing.TB, text string) document.Value { return parse(t, text).Root() }

func values(t testing.TB, array string) (list []document.Value) {
	for _, v := range value(t, array).Items() {
		list = append(list, v)
	}
	return list
}

func expression(t testing.TB, text string) *pattern.Pattern {
	t.Helper()
	p, err := pattern.Compile(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func formatOf(t testing.TB, name string) rule.Format {
	t.Helper()
	check, ok := format.Lookup(name)
	if !ok {
		t.Fatalf("found no format %s", name)
	}
	return rule.Format{Name: name, Check: check}
}

// Schemas that rules are made with.
var (
	never    = &rule.Schema{Location: "test:#/never", Never: true}
	anything = &rule.Schema{Location: "test:#/anything"}
	integers = &rule.Schema{Location: "test:#/integers", Assertions: []rule.Assertion{rule.Type{Types: rule.TypeInteger}}}
	positive = &rule.Schema{Location: "test:#/positive", Assertions: []rule.Assertion{rule.Minimum{Limit: rule.ParseLimit("1")}}}
	texts    = &rule.Schema{Location: "test:#/texts", Assertions: []rule.Assertion{rule.Type{Types: rule.TypeString}}}
)

func TestAnyType(t *testing.T) {
	run(t, []family{
		{"one type", rule.Type{Types: rule.TypeString}, []check{
			{`"a"`, ""}, {`1`, `1:1: found 1, wanted a string (type)`}, {`null`, `1:1: found null, wanted a string (type)`},
			{`true`, `1:1: found true, wanted a string (type)`}, {`[1, 2]`, `1:1: found an array of 2 items, wanted a string (type)`},
			{`{"a": 1}`, `1:1: found an object of 1 member, wanted a string (type)`},
		}},
		{"several types", rule.Type{Types: rule.TypeString | rule.TypeNull | rule.TypeArray}, []check{
			{`null`, ""}, {`[]`, ""}, {`{}`, `1:1: found an object of 0 members, wanted a string, an array or null (type)`},
		}},
		{"integer", rule.Type{Types: rule.TypeInteger}, []check{
			{`1`, ""}, {`1.0`, ""}, {`1e400`, ""}, {`10e-1`, ""}, {`-0.0`, ""}, {`0e-5`, ""}, {`100000000000000000000000000000`, ""},
			{`1.5`, `1:1: found 1.5, wanted an integer (type)`}, {`1e-400`, `1:1: found 1e-400, wanted an integer (type)`},
			{`1.0000000000000000000000001`, `1:1: found 1.0000000000000000000000001, wanted an integer (type)`},
			{`"1"`, `1:1: found "1", wanted an integer (type)`},
		}},
		{"integer of draft 4", rule.Type{Types: rule.TypeInteger, Literal: true}, []check{
			{`1`, ""}, {`-100000000000000000000000`, ""}, {`1.0`, `1:1: found 1.0, wanted an integer (type)`}, {`1e2`, `1:1: found 1e2, wanted an integer (type)`},
		}},
		{"number", rule.Type{Types: rule.TypeNumber}, []check{{`1`, ""}, {`1.5e-7`, ""}, {`"1"`, `1:1: found "1", wanted a number (type)`}}},
		{"enum", rule.NewEnum(values(t, `["a", 1, null, [1.0], {"a": 1, "b": 2}]`)), []check{
			{`"a"`, ""}, {`1.0`, ""}, {`null`, ""}, {`[1]`, ""}, {`{"b": 2, "a": 1e0}`, ""},
			{`"b"`, `1:1: found "b", wanted one of "a", 1, null, [1.0] or {"a":1,"b":2} (enum)`},
			{`{"a": 1}`, `1:1: found an object of 1 member, wanted one of "a", 1, null, [1.0] or {"a":1,"b":2} (enum)`},
			{`true`, `1:1: found true, wanted one of "a", 1, null, [1.0] or {"a":1,"b":2} (enum)`},
		}},
		{"enum of one", rule.ParseEnum(`["a"]`), []check{{`"b"`, `1:1: found "b", wanted "a" (enum)`}}},
		{"enum of none", rule.ParseEnum(`[]`), []check{{`1`, `1:1: found 1, wanted no value here, for the enum is empty (enum)`}, {`"a"`, `1:1: found "a", wanted no value here, for the enum is empty (enum)`}}},
		{"enum of many", rule.ParseEnum(`[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]`), []check{
			{`12`, ""}, {`14`, `1:1: found 14, wanted one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 or 2 other values (enum)`},
		}},
		{"const", rule.Const{Value: value(t, `{"a": [1.50]}`)}, []check{
			{`{"a": [15e-1]}`, ""}, {`{"a": [1.5, 1]}`, `1:1: found an object of 1 member, wanted {"a":[1.50]} (const)`}, {`"a"`, `1:1: found "a", wanted {"a":[1.50]} (const)`},
		}},
		{"const that is false", rule.Const{Value: value(t, `false`)}, []check{{`false`, ""}, {`0`, `1:1: found 0, wanted false (const)`}, {`true`, `1:1: found true, wanted false (const)`}}},
	})
}

func TestNumbers(t *testing.T) {
	limit := rule.ParseLimit
	run(t, []family{
		{"minimum", rule.Minimum{Limit: limit("2")}, []check{
			{`2`, ""}, {`2.0`, ""}, {`1e99`, ""}, {`"1"`, ""}, {`null`, ""},
			{`1`, `1:1: found 1, wanted at least 2 (minimum)`}, {`1.99999999999999999999`, `1:1: found 1.99999999999999999999, wanted at least 2 (minimum)`},
			{`-1e400`, `1:1: found -1e400, wanted at least 2 (minimum)`},
		}},
		{"maximum", rule.Maximum{Limit: limit("0.1")}, []check{
			{`0.1`, ""}, {`1e-1`, ""}, {`-5`, ""}, {`0.10000000000000000001`, `1:1: found 0.10000000000000000001, wanted at most 0.1 (maximum)`},
		}},
		{"exclusiveMinimum", rule.ExclusiveMinimum{Limit: limit("0")}, []check{
			{`1e-400`, ""}, {`0`, `1:1: found 0, wanted more than 0 (exclusiveMinimum)`}, {`-0.0`, `1:1: found -0.0, wanted more than 0 (exclusiveMinimum)`},
		}},
		{"exclusiveMaximum", rule.ExclusiveMaximum{Limit: limit("9007199254740993")}, []check{
			{`9007199254740992`, ""}, {`9007199254740993`, `1:1: found 9007199254740993, wanted less than 9007199254740993 (exclusiveMaximum)`},
			{`9007199254740993.0`, `1:1: found 9007199254740993.0, wanted less than 9007199254740993 (exclusiveMaximum)`},
		}},
		{"minimum of draft 4, exclusive", rule.ExclusiveMinimum{Limit: limit("1"), Beside: true}, []check{{`1.1`, ""}, {`1`, `1:1: found 1, wanted more than 1 (minimum)`}}},
		{"maximum of draft 4, exclusive", rule.ExclusiveMaximum{Limit: limit("1"), Beside: true}, []check{{`0`, ""}, {`1`, `1:1: found 1, wanted less than 1 (maximum)`}}},
		{"multipleOf", rule.MultipleOf{Limit: limit("0.01")}, []check{
			{`0.29`, ""}, {`1e300`, ""}, {`0`, ""}, {`-4.35`, ""}, {`"x"`, ""}, {`0.295`, `1:1: found 0.295, wanted a multiple of 0.01 (multipleOf)`},
			{`1e-1000000000`, `1:1: found 1e-1000000000, wanted a multiple of 0.01 (multipleOf)`},
		}},
		{"multipleOf an integer", rule.MultipleOf{Limit: limit("3")}, []check{
			{`9`, ""}, {`-9.0`, ""}, {`9223372036854775806`, ""}, {`300000000000000000000`, ""}, {`10`, `1:1: found 10, wanted a multiple of 3 (multipleOf)`},
			{`1e1000000000`, `1:1: found 1e1000000000, wanted a multiple of 3 (multipleOf)`}, {`4.5`, `1:1: found 4.5, wanted a multiple of 3 (multipleOf)`},
		}},
	})
}

func TestStrings(t *testing.T) {
	run(t, []family{
		{"minLength", rule.MinLength{N: 2}, []check{
			{`"ab"`, ""}, {`"é😀"`, ""}, {`"\ud83d\ude00a"`, ""}, {`1`, ""}, {`"a"`, `1:1: found 1 character, wanted at least 2 characters (minLength)`},
			{`"😀"`, `1:1: found 1 character, wanted at least 2 characters (minLength)`}, {`""`, `1:1: found 0 characters, wanted at least 2 characters (minLength)`},
		}},
		{"maxLength", rule.MaxLength{N: 1}, []check{
			{`""`, ""}, {`"😀"`, ""}, {`"\n"`, ""}, {`"e\u0301"`, `1:1: found 2 characters, wanted at most 1 character (maxLength)`},
		}},
		{"pattern", rule.Pattern{Pattern: expression(t, `^\d+$`)}, []check{
			{`"123"`, ""}, {`123`, ""}, {`"12a"`, `1:1: found "12a", wanted a string that matches ^\d+$ (pattern)`}, {`"١"`, `1:1: found "١", wanted a string that matches ^\d+$ (pattern)`},
		}},
		{"pattern that is not anchored", rule.Pattern{Pattern: expression(t, `b(?!c)`)}, []check{{`"abd"`, ""}, {`"abc"`, `1:1: found "abc", wanted a string that matches b(?!c) (pattern)`}}},
		{"format with words", formatOf(t, "date"), []check{
			{`"2024-02-29"`, ""}, {`20240229`, ""}, {`"2023-02-29"`, `1:1: found "2023-02-29", wanted a date such as 2026-11-01 (RFC 3339) (format)`},
		}},
		{"format without words", formatOf(t, "uri-template"), []check{{`"/{a}"`, ""}, {`"/{a"`, `1:1: found "/{a", wanted a string of the format uri-template (format)`}}},
		{"content", rule.Content{Encoding: "base64", MediaType: "application/json", Schema: integers}, []check{
			{`"MQ=="`, ""}, {`1`, ""}, {`"MQ"`, `1:1: found "MQ", wanted a string in the encoding base64 (contentEncoding)`},
			{`"ew=="`, `1:1: found "ew==", wanted text of the media type application/json (contentMediaType)`},
			{`"IjEi"`, `1:1: found "IjEi", wanted JSON that the schema of contentSchema accepts (contentSchema)`},
		}},
	})
}

func TestArrays(t *testing.T) {
	run(t, []family{
		{"minItems", rule.MinItems{N: 1}, []check{{`[null]`, ""}, {`{}`, ""}, {`[]`, `1:1: found 0 items, wanted at least 1 item (minItems)`}}},
		{"maxItems", rule.MaxItems{N: 2}, []check{{`[1, [2, 3, 4]]`, ""}, {`[1, 2, 3]`, `1:1: found 3 items, wanted at most 2 items (maxItems)`}}},
		{"uniqueItems", rule.UniqueItems{}, []check{
			{`[1, "1", [1], {"a": 1}, true, null, 0, false]`, ""}, {`"aa"`, ""}, {`[]`, ""},
			{`[1, 2, 1.0]`, `1:1: found equal items 0 and 2, wanted items that are all different (uniqueItems)`},
			{`[{"a": 1, "b": [2]}, {"b": [2e0], "a": 1}]`, `1:1: found equal items 0 and 1, wanted items that are all different (uniqueItems)`},
			{`["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "\u0064"]`, `1:1: found equal items 3 and 10, wanted items that are all different (uniqueItems)`},
			{`[-0.0, 0]`, `1:1: found equal items 0 and 1, wanted items that are all different (uniqueItems)`},
			{`[1, 2, 3, 4, 5, 6, 7, 8, 0, -0.0]`, `1:1: found equal items 8 and 9, wanted items that are all different (uniqueItems)`},
		}},
		{"prefixItems", rule.PrefixItems{Name: "prefixItems", Schemas: []*rule.Schema{integers, texts}}, []check{
			{`[1, "a", null]`, ""}, {`[]`, ""}, {`{}`, ""}, {`["a", 1]`, "1:2: /0: found \"a\", wanted an integer (type)\n1:7: /1: found 1, wanted a string (type)"},
		}},
		{"items", rule.Items{Name: "items", From: 1, Schema: integers}, []check{
			{`["a", 1, 2]`, ""}, {`["a"]`, ""}, {`1`, ""}, {`[1, 2, "a"]`, `1:8: /2: found "a", wanted an integer (type)`},
		}},
		{"items that must not be", rule.Items{Name: "additionalItems", From: 1, Schema: never}, []check{{`[1]`, ""}, {`[1, 2]`, `1:5: /1: found 2, wanted no value here`}}},
		{"contains", rule.Contains{Schema: integers, Min: 1, Max: -1}, []check{
			{`["a", 1]`, ""}, {`"a"`, ""}, {`["a"]`, `1:1: found 0 items that the schema of contains accepts, wanted at least 1 (contains)`}, {`[]`, `1:1: found 0 items that the schema of contains accepts, wanted at least 1 (contains)`},
		}},
		{"contains with counts", rule.Contains{Schema: integers, Min: 2, Max: 3}, []check{
			{`[1, 2]`, ""}, {`[1, "a", 2, 3]`, ""}, {`[1]`, `1:1: found 1 item that the schema of contains accepts, wanted at least 2 (minContains)`},
			{`[1, 2, 3, 4]`, `1:1: found 4 items that the schema of contains accepts, wanted at most 3 (maxContains)`},
		}},
		{"contains of none", rule.Contains{Schema: integers, Min: 0, Max: -1}, []check{{`[]`, ""}, {`["a"]`, ""}}},
	})
}

func TestObjects(t *testing.T) {
	run(t, []family{
		{"minProperties", rule.MinProperties{N: 1}, []check{{`{"a": null}`, ""}, {`[]`, ""}, {`{}`, `1:1: found 0 members, wanted at least 1 member (minProperties)`}}},
		{"maxProperties", rule.MaxProperties{N: 1}, []check{{`{}`, ""}, {`{"a": 1, "b": 2}`, `1:1: found 2 members, wanted at most 1 member (maxProperties)`}}},
		{"required", rule.Required{Names: []string{"a", "b\n"}}, []check{
			{`{"b\n": 1, "a": null}`, ""}, {`[]`, ""}, {`{"A": 1, "b\n": 1}`, `1:1: found no member "a", wanted every required member (required)`},
			{`{}`, `1:1: found no members "a" or "b\n", wanted every required member (required)`},
		}},
		{"dependentRequired", rule.DependentRequired{Name: "dependentRequired", Each: []rule.Dependency{{On: "a", Names: []string{"b", "c"}}}}, []check{
			{`{"b": 1}`, ""}, {`{"a": 1, "b": 2, "c": 3}`, ""}, {`"a"`, ""},
			{`{"a": 1, "c": 2}`, `1:1: found the member "a" and no member "b", which it demands, wanted the members "b" and "c" beside "a" (dependentRequired)`},
		}},
		{"dependencies", rule.DependentRequired{Name: "dependencies", Each: []rule.Dependency{{On: "a", Names: []string{"b"}}, {On: "b", Names: nil}, {On: "c", Names: []string{"d"}}}}, []check{
			{`{"b": 1}`, ""}, {`{"c": 1}`, `1:1: found the member "c" and no member "d", which it demands, wanted the members that the present ones demand (dependencies)`},
		}},
		{"dependentSchemas", rule.DependentSchemas{Name: "dependentSchemas", Each: []rule.Dependency{{On: "a", Schema: schemaOf(rule.MinProperties{N: 2})}}}, []check{
			{`{"a": 1, "b": 2}`, ""}, {`{}`, ""}, {`["a"]`, ""}, {`{"a": 1}`, `1:1: found 1 member, wanted at least 2 members (minProperties)`},
		}},
		{"properties", rule.NewProperties([]rule.Property{{Name: "a", Schema: integers}, {Name: "b/~", Schema: texts}}), []check{
			{`{"b/~": "x", "a": 1, "c": null}`, ""}, {`{}`, ""}, {`1`, ""},
			{`{"b/~": 1, "a": "x"}`, "1:9: /b~1~0: found 1, wanted a string (type)\n1:17: /a: found \"x\", wanted an integer (type)"},
		}},
		{"patternProperties", rule.PatternProperties{Each: []rule.PatternProperty{{Pattern: expression(t, "^i"), Schema: integers}, {Pattern: expression(t, "x$"), Schema: positive}}}, []check{
			{`{"ix": 1, "o": "a"}`, ""}, {`[]`, ""}, {`{"ix": 0.5, "yx": 0}`, "1:8: /ix: found 0.5, wanted an integer (type)\n1:8: /ix: found 0.5, wanted at least 1 (minimum)\n1:19: /yx: found 0, wanted at least 1 (minimum)"},
		}},
		{"additionalProperties", rule.AdditionalProperties{Name: "additionalProperties", Schema: integers, Named: rule.NewProperties([]rule.Property{{Name: "a", Schema: anything}})}, []check{
			{`{"a": "x", "b": 1}`, ""}, {`"x"`, ""}, {`{"a": "x", "b": "y"}`, `1:17: /b: found "y", wanted an integer (type)`},
		}},
		{"additionalProperties that must not be", rule.AdditionalProperties{
			Name: "additionalProperties", Schema: never, Named: rule.NewProperties([]rule.Property{{Name: "a", Schema: anything}, {Name: "b", Schema: anything}}),
			Patterns: rule.PatternProperties{Each: []rule.PatternProperty{{Pattern: expression(t, "^x-"), Schema: anything}}},
		}, []check{
			{`{"a": 1, "x-y": 2}`, ""}, {`{"a": 1, "c": 2}`, `1:10: /c: found the member "c", wanted only "a" or "b", or a name that matches ^x- (additionalProperties)`},
		}},
		{"no members at all", rule.AdditionalProperties{Name: "additionalProperties", Schema: never}, []check{{`{}`, ""}, {`{"a": 1}`, `1:2: /a: found the member "a", wanted no members (additionalProperties)`}}},
		{"propertyNames", rule.PropertyNames{Schema: schemaOf(rule.MaxLength{N: 1})}, []check{
			{`{"a": 1, "😀": 2}`, ""}, {`["ab"]`, ""}, {`{"ab": 1}`, `1:2: /ab: found 2 characters, wanted at most 1 character (maxLength)`},
		}},
		{"propertyDependencies", rule.PropertyDependencies{Each: []rule.PropertyDependency{{Name: "kind", Value: "big", Schema: schemaOf(rule.Required{Names: []string{"size"}})}}}, []check{
			{`{"kind": "small"}`, ""}, {`{"kind": "big", "size": 1}`, ""}, {`{"kind": ["big"]}`, ""}, {`"big"`, ""}, {`{"kind": "big"}`, `1:1: found no member "size", wanted every required member (required)`},
		}},
	})
}

func TestSchemasInPlace(t *testing.T) {
	both := []*rule.Schema{integers, positive}
	run(t, []family{
		{"allOf", rule.AllOf{Schemas: both}, []check{{`1`, ""}, {`0.5`, "1:1: found 0.5, wanted an integer (type)\n1:1: found 0.5, wanted at least 1 (minimum)"}}},
		{"anyOf", rule.AnyOf{Schemas: both}, []check{{`0`, ""}, {`1.5`, ""}, {`0.5`, `1:1: found 0.5, wanted a value that one of the 2 schemas of anyOf accepts (anyOf)`}}},
		{"oneOf", rule.OneOf{Schemas: both}, []check{
			{`0`, ""}, {`1.5`, ""}, {`0.5`, `1:1: found 0.5, wanted a value that exactly one of the 2 schemas of oneOf accepts (oneOf)`},
			{`1`, `1:1: found a value that 2 schemas accept (/oneOf/0, /oneOf/1), wanted a value that exactly one of the 2 schemas of oneOf accepts (oneOf)`},
		}},
		{"not", rule.Not{Schema: integers}, []check{{`1.5`, ""}, {`1`, `1:1: found 1, wanted a value that the schema of not refuses (not)`}}},
		{"if, then and else", rule.If{If: integers, Then: positive, Else: texts}, []check{
			{`1`, ""}, {`"a"`, ""}, {`0`, `1:1: found 0, wanted at least 1 (minimum)`}, {`0.5`, `1:1: found 0.5, wanted a string (type)`},
		}},
		{"if and then", rule.If{If: integers, Then: never}, []check{{`0.5`, ""}, {`1`, `1:1: found 1, wanted no value here`}}},
		{"if and else", rule.If{If: integers, Else: never}, []check{{`1`, ""}, {`0.5`, `1:1: found 0.5, wanted no value here`}}},
		{"$ref", &rule.Ref{Name: "$ref", Target: integers, To: "#/integers"}, []check{{`1`, ""}, {`"a"`, `1:1: found "a", wanted an integer (type)`}}},
	})
}

// TestNever wants the schema false to accept nothing, and true everything.
func TestNever(t *testing.T) {
	d := parse(t, `null`)
	if never.Valid(d) || !anything.Valid(d) || anything.Explain(d, rule.ShowValues) != nil {
		t.Error("false accepts null, or true does not")
	}
	if got, wanted := never.Explain(d, rule.ShowValues).Error(), "1:1: found null, wanted no value here"; got != wanted {
		t.Errorf("found %q, wanted %q", got, wanted)
	}
}

// TestLimit wants limits to know whether they are whole.
func TestLimit(t *testing.T) {
	for _, c := range []struct {
		text  string
		whole int64
		ok    bool
	}{{"1", 1, true}, {"1.0", 1, true}, {"-2e3", -2000, true}, {"0.5", 0, false}, {"1e19", 0, false}, {"9223372036854775807", math.MaxInt64, true}, {"-9223372036854775808", math.MinInt64, true}, {"9223372036854775808", 0, false}} {
		if n, ok := rule.ParseLimit(c.text).Whole(); ok != c.ok || ok && n != c.whole {
			t.Errorf("%s: found %d (%t), wanted %d (%t)", c.text, n, ok, c.whole, c.ok)
		}
	}
}
