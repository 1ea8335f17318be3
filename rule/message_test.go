package rule_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/rule"
)

// TestMessages has the words of schemas for what is wrong.
func TestMessages(t *testing.T) {
	const user = `"type": "object", "required": ["id", "name"], "additionalProperties": false, "properties": {"id": {"type": "integer", "minimum": 1}, "name": {"type": "string"}}`
	tests := []struct {
		name, schema, instance string
		wanted                 []string
	}{
		{"for all", `{` + user + `, "errorMessage": "a user, please"}`, `{"id": "x", "age": 1}`, []string{" required: a user, please", "/id type: a user, please", "/age additionalProperties: a user, please"}},
		{"x-message for all", `{"type": "integer", "x-message": "a number, please"}`, `"x"`, []string{" type: a number, please"}},
		{"by keyword", `{` + user + `, "errorMessage": {"type": "not an object", "additionalProperties": "unknown"}}`, `{"id": 1, "name": "a", "b": 1}`, []string{"/b additionalProperties: unknown"}},
		{"another keyword", `{` + user + `, "errorMessage": {"type": "not an object"}}`, `{"id": 1}`, []string{` required: found no member "name", wanted every required member`}},
		{"for all else", `{` + user + `, "errorMessage": {"type": "not an object", "_": "odd"}}`, `{"id": 0, "name": "a"}`, []string{"/id minimum: odd"}},
		{"by missing member", `{` + user + `, "errorMessage": {"required": {"id": "say who", "name": "say how to call them"}}}`, `{}`, []string{" required: say who; say how to call them"}},
		{"by missing member, another", `{` + user + `, "errorMessage": {"required": {"id": "say who"}}}`, `{}`, []string{` required: say who; found no member "name"`}},
		{"by missing member, none of them", `{` + user + `, "errorMessage": {"required": {"id": "say who"}, "_": "odd"}}`, `{"id": 1}`, []string{` required: odd`}},
		{"by member", `{` + user + `, "errorMessage": {"properties": {"id": "a positive number"}}}`, `{"id": 0, "name": 1}`, []string{"/id minimum: a positive number", "/name type: found 1, wanted a string"}},
		{"by member, within it", `{"properties": {"a/b": {"items": {"type": "string"}}}, "errorMessage": {"properties": {"a/b": "odd"}}}`, `{"a/b": [1]}`, []string{"/a~1b/0 type: odd"}},
		{"by item", `{"items": {"type": "string"}, "errorMessage": {"items": ["the first", "the second"]}}`, `["a", 2, 3]`, []string{"/1 type: the second", "/2 type: found 3, wanted a string"}},
		{"the innermost", `{"errorMessage": "outer", "properties": {"a": {"type": "string", "errorMessage": "inner"}, "b": {"type": "string"}}}`, `{"a": 1, "b": 1}`, []string{"/a type: inner", "/b type: outer"}},
		{"by way of a reference", `{"errorMessage": {"$ref": "by reference"}, "$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}}`, `1`, []string{" type: by reference"}},
		{"dependentRequired", `{"dependentRequired": {"a": ["b"], "c": ["d"]}, "errorMessage": {"dependentRequired": {"c": "c wants d"}}}`, `{"c": 1}`, []string{" dependentRequired: c wants d"}},
		{"a choice, and nothing of its branches", `{"anyOf": [{"type": "string"}, {"type": "null", "errorMessage": "inner"}], "errorMessage": "outer"}`, `1`,
			[]string{" anyOf: outer", "- type: found 1, wanted a string", "- type: inner"}},
		{"false", `{"properties": {"a": false}, "errorMessage": "outer"}`, `{"a": 1}`, []string{"/a false-schema: outer"}},
		{"values", `{"properties": {"a": {"maximum": 1, "errorMessage": "${0} is more than 1 beside ${1/b}; ${/c/0}, ${/d}, ${0#}, ${9/a}, ${x"}}}`, `{"a": 2, "b": "x", "c": [{}]}`,
			[]string{`/a maximum: 2 is more than 1 beside "x"; an object of 0 members, nothing, "a", nothing, ${x`}},
		{"no value of what is sensitive", `{"properties": {"a": {"const": 1}, "key": {"x-sensitive": true}}, "errorMessage": "see ${/key}"}`, `{"a": 2, "key": "SECRET"}`, []string{"/a const: see a string of 6 characters"}},
		{"no value within what is sensitive", `{"properties": {"a": {"const": 1}, "keys": {"x-sensitive": true}}, "errorMessage": "see ${/keys/0}"}`, `{"a": 2, "keys": ["SECRET"]}`, []string{"/a const: see a string of 6 characters"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := compiled(t, test.schema).Explain(parse(t, test.instance), rule.ShowValues)
			if err == nil {
				t.Fatal("the instance is valid")
			}
			var got []string
			for _, v := range err.Violations {
				got = append(got, v.InstanceLocation+" "+v.Code()+": "+v.Message())
				for _, c := range v.Causes {
					got = append(got, "- "+c.Code()+": "+c.Message())
				}
			}
			if diff := cmp.Diff(test.wanted, got); diff != "" {
				t.Errorf("the messages differ (-want +got):\n%s", diff)
			}
			if v := err.Violations[0]; v.Worded != "" && (v.Found == "" || v.Wanted == "" || v.AbsoluteKeywordLocation == "") {
				t.Errorf("found %+v, wanted what was found and wanted beside the message", v)
			}
		})
	}
}

// TestMessagesHideValues wants no value in a message where values are hidden.
func TestMessagesHideValues(t *testing.T) {
	s := compiled(t, `{"const": 1, "errorMessage": "found ${0}, ${/a}"}`)
	if got := s.Explain(parse(t, `{"a": "SECRET"}`), rule.HideValues).Error(); strings.Contains(got, "SECRET") || !strings.Contains(got, "found an object of 1 member, a string of 6 characters") {
		t.Errorf("found %q", got)
	}
}

// TestMessagesInOutput wants the output formats to have the same messages.
func TestMessagesInOutput(t *testing.T) {
	s := compiled(t, `{"properties": {"a": {"type": "string"}}, "errorMessage": {"properties": {"a": "a text, not ${/a}"}}}`)
	if got := string(s.Output(parse(t, `{"a": 1}`), rule.Basic, rule.ShowValues)); !strings.Contains(got, `"error":"a text, not 1"`) {
		t.Errorf("found %s", got)
	}
}
