package rule_test

import (
	"encoding/json"
	"testing"

	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
	"github.com/google/go-cmp/cmp"
)

// annotations are those that an evaluation keeps, by the locations of their keywords, with the instance's behind a space.
func annotations(u *rule.Unit) map[string]string {
	all := map[string]string{}
	var walk func(*rule.Unit)
	walk = func(u *rule.Unit) {
		if !u.Valid {
			return
		}
		if u.Annotation != nil {
			all[u.KeywordLocation+" "+u.InstanceLocation] = string(u.Annotation)
		}
		for _, below := range u.Units {
			walk(below)
		}
	}
	walk(u)
	return all
}

func TestAnnotations(t *testing.T) {
	tests := []struct {
		name, schema, instance string
		draft                  schema.Draft
		want                   map[string]string
	}{
		{"members by the keywords that speak of them",
			`{"properties": {"a": true, "z": true}, "patternProperties": {"^b": true, "c$": true}, "additionalProperties": true}`,
			`{"\"": 0, "bc": 1, "a": 2}`, 0, map[string]string{
				"/properties ": `["a"]`, "/patternProperties ": `["bc"]`, "/additionalProperties ": `["\""]`,
			}},
		{"a keyword that speaks of no member says nothing", `{"properties": {"a": true}, "additionalProperties": true}`, `{}`, 0, map[string]string{}},
		{"members that are left", `{"anyOf": [{"properties": {"a": true}}], "unevaluatedProperties": {"type": "integer"}}`, `{"a": 0, "b": 1}`, 0,
			map[string]string{"/anyOf/0/properties ": `["a"]`, "/unevaluatedProperties ": `["b"]`}},
		{"members that are left, known beforehand", `{"properties": {"a": true}, "unevaluatedProperties": true}`, `{"a": 0, "b": 1}`, 0,
			map[string]string{"/properties ": `["a"]`, "/unevaluatedProperties ": `["b"]`}},
		{"the largest index, and the rest", `{"prefixItems": [true, true], "items": true}`, `[1, 2, 3]`, 0,
			map[string]string{"/prefixItems ": "1", "/items ": "true"}},
		{"all items", `{"prefixItems": [true, true], "items": true}`, `[1, 2]`, 0, map[string]string{"/prefixItems ": "true"}},
		{"fewer items than schemas", `{"prefixItems": [true, true]}`, `[1]`, 0, map[string]string{"/prefixItems ": "true"}},
		{"no item", `{"prefixItems": [true], "items": true}`, `[]`, 0, map[string]string{}},
		{"items as an array", `{"items": [true], "additionalItems": true}`, `[1, 2]`, schema.Draft7,
			map[string]string{"/items ": "0", "/additionalItems ": "true"}},
		{"the items that contains accepts", `{"contains": {"type": "string"}}`, `["a", 1, "b"]`, 0, map[string]string{"/contains ": "[0,2]"}},
		{"contains accepts all", `{"contains": true}`, `[1, 2]`, 0, map[string]string{"/contains ": "true"}},
		{"contains without items", `{"contains": true, "minContains": 0}`, `[]`, 0, map[string]string{"/contains ": "[]"}},
		{"contains speaks of arrays", `{"contains": true}`, `{}`, 0, map[string]string{}},
		{"contains before 2020-12", `{"contains": true}`, `[1]`, schema.Draft2019, map[string]string{}},
		{"items that are left", `{"contains": {"type": "string"}, "unevaluatedItems": true}`, `["a", 1]`, 0,
			map[string]string{"/contains ": "[0]", "/unevaluatedItems ": "true"}},
		{"a member name has none", `{"propertyNames": {"title": "N", "allOf": [{"title": "M"}]}}`, `{"a": 1}`, 0, map[string]string{}},
		{"format asserts and annotates", `{"format": "date"}`, `"2026-11-01"`, 0, map[string]string{"/format ": `"date"`}},
		{"unknown keywords, their names escaped", `{"x-a/b %": [1.0, {}]}`, `1`, 0, map[string]string{"/x-a~1b % ": "[1.0,{}]"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := outputSchema(t, test.schema, schema.Options{Default: test.draft})
			u := s.Rule().Evaluate(instanceOf(t, test.instance), rule.ShowValues)
			if !u.Valid {
				t.Fatalf("found %s, wanted a valid instance", u.AppendOutput(nil, rule.Basic))
			}
			if diff := cmp.Diff(test.want, annotations(u)); diff != "" {
				t.Errorf("wanted -, found +:\n%s", diff)
			}
		})
	}
}

// TestUnitOutlivesItsDocument releases the document and reads the tree.
func TestUnitOutlivesItsDocument(t *testing.T) {
	s := outputSchema(t, `{"properties": {"name": {"type": "integer"}}, "additionalProperties": {"title": "T"}}`, schema.Options{})
	text := []byte(`{"name": "some text", "other": 12}`)
	d := instanceOf(t, string(text))
	u := s.Rule().Evaluate(d, rule.ShowValues)
	before := string(u.AppendOutput(nil, rule.Verbose))
	d.Release()
	instanceOf(t, `["something", "else", "in", "its", "place", 1, 2, 3]`)
	if after := string(u.AppendOutput(nil, rule.Verbose)); after != before || !json.Valid([]byte(after)) {
		t.Errorf("found %s\nwanted %s", after, before)
	}
}
