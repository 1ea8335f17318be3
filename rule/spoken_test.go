package rule_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// everyKeyword has all keywords that speak of values of one type alone, each such that it refuses what it can.
const everyKeyword = `{
	"minLength": 100, "maxLength": 0, "pattern": "^$x", "format": "ipv4", "contentEncoding": "base64", "contentMediaType": "application/json", "contentSchema": false,
	"minimum": 100, "maximum": -100, "exclusiveMinimum": 100, "exclusiveMaximum": -100, "multipleOf": 7,
	"minItems": 100, "maxItems": 0, "uniqueItems": true, "prefixItems": [false], "items": false, "contains": false, "unevaluatedItems": false,
	"minProperties": 100, "maxProperties": 0, "required": ["z"], "dependentRequired": {"a": ["z"]}, "properties": {"a": false}, "patternProperties": {"": false},
	"additionalProperties": false, "propertyNames": false, "dependentSchemas": {"a": false}, "unevaluatedProperties": false, "not": true}`

// spoken are the keywords that may speak of a value of each type.
var spoken = map[string]string{
	`"\u0061!"`: "minLength maxLength pattern format contentEncoding contentMediaType contentSchema",
	`3`:         "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf",
	`[1, 1]`:    "minItems maxItems uniqueItems prefixItems items contains unevaluatedItems",
	`{"a": 1}`: "minProperties maxProperties required dependentRequired properties patternProperties additionalProperties propertyNames dependentSchemas " +
		"unevaluatedProperties",
	`true`: "", `null`: "",
}

// TestSpokenOf wants keywords to say nothing of values of other types than theirs, where one is explained, and something of their own.
func TestSpokenOf(t *testing.T) {
	d, err := document.Parse([]byte(everyKeyword))
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Compile(&schema.Source{URI: "file:///s.json", Name: "s.json", Document: d}, "", schema.Options{Formats: schema.AssertFormats, Content: schema.AssertContent})
	if err != nil {
		t.Fatal(err)
	}
	for text, keywords := range spoken {
		instance, err := document.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		for _, v := range s.Rule().Explain(instance, rule.ShowValues).Violations {
			word, _, _ := strings.Cut(strings.TrimPrefix(v.KeywordLocation, "/"), "/")
			found[word] = true
			if word != "not" && !strings.Contains(" "+keywords+" ", " "+word+" ") {
				t.Errorf("%s: found a violation of %s, which does not speak of it", text, word)
			}
		}
		if keywords != "" && len(found) < 4 {
			t.Errorf("%s: found violations of %v, wanted most of %s", text, found, keywords)
		}
		if !found["not"] {
			t.Errorf("%s: found no violation of not", text)
		}
	}
}

// TestEqualItems wants the indexes of the first two items that are equal, in short arrays and long ones.
func TestEqualItems(t *testing.T) {
	s := schema.MustCompile(`{"uniqueItems": true}`)
	for text, want := range map[string]string{
		`[1, 2, 3, 2]`:                         "found equal items 1 and 3",
		`[1, 1]`:                               "found equal items 0 and 1",
		`[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 5.0]`:  "found equal items 5 and 10",
		`[0, [1, {"a": 2}], [1.0, {"a": 2}]]`:  "found equal items 1 and 2",
		`[9, "a", "b", "c", "\u0061", "d", 9]`: "found equal items 1 and 4",
	} {
		if err := s.Validate([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: found %v, wanted %q", text, err, want)
		}
	}
}

// TestListedValues wants all values of an enum in a message, or all but two and more.
func TestListedValues(t *testing.T) {
	for n, want := range map[int]string{12: "11 or 12", 13: "12 or 13", 14: "12 or 2 other values"} {
		s := schema.MustCompile(`{"enum": [` + numbersTo(n) + `]}`)
		if err := s.Validate([]byte("0")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%d values: found %v, wanted %q", n, err, want)
		}
	}
}

// numbersTo are the numbers from 1 on, with commas.
func numbersTo(n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(i + 1))
	}
	return b.String()
}

// TestSecretWithin wants no value of a document within a string that is sensitive.
func TestSecretWithin(t *testing.T) {
	d, err := document.Parse([]byte(`{"properties": {"a": {"x-sensitive": true, "contentMediaType": "application/json", "contentSchema": {"const": 1}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Compile(&schema.Source{URI: "file:///s.json", Name: "s.json", Document: d}, "", schema.Options{Content: schema.AssertContent})
	if err != nil {
		t.Fatal(err)
	}
	instance, err := document.Parse([]byte(`{"a": "\"planted\""}`))
	if err != nil {
		t.Fatal(err)
	}
	found := s.Rule().Explain(instance, rule.ShowValues)
	if text := found.Error() + causes(found.Violations); strings.Contains(text, "planted") || !strings.Contains(text, "a string of 7 characters") {
		t.Errorf("found %s\nwanted type and length alone", text)
	}
}

// causes are the messages of what is behind violations.
func causes(list []rule.Violation) string {
	var b strings.Builder
	for _, v := range list {
		for _, c := range v.Causes {
			b.WriteString("\n" + c.Message())
		}
	}
	return b.String()
}

// TestGeneratedFunctions wants the functions that generated code asks to do as their comments say.
func TestGeneratedFunctions(t *testing.T) {
	at := func(text string) *document.Document {
		d, err := document.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for text, want := range map[string]string{`{"x": 1, "kind": "a"}`: "a", `{"kind": 1}`: "", `{}`: "", `[]`: "", `"kind"`: "", `["kind", "a"]`: ""} {
		if got := rule.Tag(at(text), 0, "kind"); got != want {
			t.Errorf("Tag of %s: found %q, wanted %q", text, got, want)
		}
	}
	for text, want := range map[string]bool{`{}`: true, `{"a": {"z": 1}, "b": [2]}`: true, `{"a": {}, "c": 1}`: false, `{"c": 1, "a": 1}`: false} {
		if got := rule.Only(at(text), 0, "a", "b"); got != want {
			t.Errorf("Only of %s: found %t, wanted %t", text, got, want)
		}
	}
	for text, want := range map[string][2]bool{`{"a": 1}`: {true, true}, `{"a": "1"}`: {false, false}, `{"b": 1}`: {true, false}} {
		if may, must := rule.May(at(text), 0, "a", rule.IsNumber), rule.Must(at(text), 0, "a", rule.IsNumber); may != want[0] || must != want[1] {
			t.Errorf("May and Must of %s: found %t and %t, wanted %v", text, may, must, want)
		}
	}
	for text, want := range map[string][2]bool{`{"a": "x"}`: {true, true}, `{"a": "y"}`: {false, false}, `{"a": 1}`: {false, false}, `{"b": "x"}`: {true, false}} {
		if may, must := rule.MayBe(at(text), 0, "a", "x"), rule.MustBe(at(text), 0, "a", "x"); may != want[0] || must != want[1] {
			t.Errorf("MayBe and MustBe of %s: found %t and %t, wanted %v", text, may, must, want)
		}
	}
	if rule.One(true, true) || !rule.One(false, true) || rule.One(false) || rule.One() {
		t.Error("One: found another answer than one yes and no other")
	}
	if !rule.Each(at(`[1, 2]`), 0, rule.IsNumber) || rule.Each(at(`[1, "2"]`), 0, rule.IsNumber) || rule.EachMember(at(`{"a": 1, "b": null}`), 0, rule.IsNumber) ||
		!rule.EachMember(at(`{"a": 1, "b": 2}`), 0, rule.IsNumber) {
		t.Error("Each, EachMember: found another answer than that of all")
	}
}
