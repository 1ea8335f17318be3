package schema_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// violations are those of an error that must be a *rule.Error.
func violations(t testing.TB, err error) []rule.Violation {
	t.Helper()
	var all *rule.Error
	if !errors.As(err, &all) || len(all.Violations) == 0 {
		t.Fatalf("found the error %v, wanted a *rule.Error with violations", err)
	}
	return all.Violations
}

// TestWarnings wants what checks nothing to be named, with the keyword that was meant.
func TestWarnings(t *testing.T) {
	for _, c := range []struct {
		draft    schema.Draft
		text     string
		warnings []string
	}{
		{0, `{"type": "string", "x-mine": 1, "$mine": 2, "wholly-other": 3}`, nil},
		{0, `{"minLenght": 1}`, []string{`s.json:1:2: found the unknown keyword "minLenght", did you mean "minLength"? It checks nothing`}},
		{0, `{"x-go-name": "A", "x-go-type": "time.Time", "x-go-tags": {}, "x-sensitive": true, "x-go-package": "a", "x-go-type-import": {}}`, nil},
		{0, `{"x-go-nmae": "A"}`, []string{`s.json:1:2: found the unknown keyword "x-go-nmae", did you mean "x-go-name"? It names nothing`}},
		{0, `{"x-go-typ": "A"}`, []string{`s.json:1:2: found the unknown keyword "x-go-typ", did you mean "x-go-type"? It asks for no type`}},
		{0, `{"x-Go-Tag": {}}`, []string{`s.json:1:2: found the unknown keyword "x-Go-Tag", did you mean "x-go-tags"? It asks for no tags`}},
		{0, `{"x_go_name": "A"}`, []string{`s.json:1:2: found the unknown keyword "x_go_name", did you mean "x-go-name"? It names nothing`}},
		{0, `{"x-sensitiv": true}`, []string{`s.json:1:2: found the unknown keyword "x-sensitiv", did you mean "x-sensitive"? It hides nothing`}},
		{schema.Draft7, `{"$ref": "#/definitions/a", "x-go-nmae": "A", "definitions": {"a": {}}}`, []string{`s.json:1:29: found the unknown keyword "x-go-nmae", did you mean "x-go-name"? It names nothing`}},
		{0, `{"propertys": {}}`, []string{`s.json:1:2: found the unknown keyword "propertys", did you mean "properties"? It checks nothing`}},
		{0, `{"Required": []}`, []string{`s.json:1:2: found the unknown keyword "Required", did you mean "required"? It checks nothing`}},
		{schema.Draft7, `{"dependentRequired": {}}`, []string{`s.json:1:2: found the keyword "dependentRequired", which draft 7 does not have: it checks nothing`}},
		{schema.Draft4, `{"const": 1}`, []string{`s.json:1:2: found the keyword "const", which draft 4 does not have: it checks nothing`}},
		{schema.Draft2020, "{\n\"additionalItems\": false}", []string{`s.json:2:1: found the keyword "additionalItems", which draft 2020-12 does not have: it checks nothing`}},
		{0, `{"properties": {"name": {}}, "required": ["nmae"]}`, []string{`s.json:1:43: required: found "nmae", which properties does not declare, did you mean "name"?`}},
		{0, `{"properties": {"name": {}}, "required": ["zip"], "additionalProperties": false}`,
			[]string{`s.json:1:43: required: found "zip", which properties does not declare and additionalProperties refuses: no object is valid`}},
		{0, `{"properties": {"a": {}}, "required": ["zip"]}`, nil},
		{0, `{"properties": {"name": {}}, "required": ["name", "names"]}`, nil},
		{0, `{"properties": {"name": {}}, "required": ["nmae"], "allOf": [{"properties": {"nmae": {}}}]}`, nil},
		{0, `{"properties": {"name": {}}, "required": ["zip"], "patternProperties": {"z": {}}, "additionalProperties": false}`, nil},
		{schema.Draft4, `{"properties": {"name": {}}, "required": ["nmae"]}`, []string{`s.json:1:43: required: found "nmae", which properties does not declare, did you mean "name"?`}},
		{0, `{"format": "zip"}`, []string{`s.json:1:12: format: found "zip", which no specification defines: it checks nothing`}},
		{0, `{"minimum": 1, "required": ["a"], "errorMessage": {"minimum": "small", "required": {"a": "say a ${/a} ${0} ${1/b} ${2#}"}, "_": "odd"}}`, nil},
		{0, `{"errorMessage": 7}`, []string{`s.json:1:18: errorMessage: found a number, wanted a message, or an object of messages by keyword`}},
		{0, `{"minimum": 1, "x-message": {"minimum": 7, "_": []}}`, []string{`s.json:1:41: x-message: found a number, wanted a message`, `s.json:1:49: x-message: found an array, wanted a message`}},
		{0, `{"minimum": 1, "errorMessage": {"minimun": "a", "type": "b"}}`, []string{
			`s.json:1:33: errorMessage: found a message for "minimun", which the schema does not have, did you mean "minimum"? It is never shown`,
			`s.json:1:49: errorMessage: found a message for "type", which the schema does not have: it is never shown`,
		}},
		{0, `{"properties": {"name": {}, "names": {}}, "errorMessage": {"properties": {"nmae": "a", "names": "b", "zip": "c"}}}`,
			[]string{`s.json:1:75: errorMessage: found a message for "nmae", which properties does not have, did you mean "name"?`}},
		{0, `{"required": ["name"], "errorMessage": {"required": {"nmae": 7}}}`, []string{
			`s.json:1:54: errorMessage: found a message for "nmae", which required does not have, did you mean "name"?`,
			`s.json:1:62: errorMessage: found a number, wanted a message`,
		}},
		{0, `{"errorMessage": "found ${a.b}, ${"}`, []string{`s.json:1:18: errorMessage: found "${a.b}", wanted a JSON Pointer such as ${/a/b} or a relative one such as ${1/a}`}},
		{0, `{"errorMessage": "a", "x-message": "b"}`, []string{`s.json:1:18: errorMessage: found x-message beside it, which goes before it: its messages are never shown`}},
		{0, `{"x-mesage": "a"}`, []string{`s.json:1:2: found the unknown keyword "x-mesage", did you mean "x-message"? It words nothing`}},
		{schema.Draft7, `{"$ref": "#/definitions/a", "errorMessage": "b", "definitions": {"a": {}}}`, nil},
		{schema.Draft7, `{"$ref": "#/definitions/a", "minLenght": 1, "definitions": {"a": {}}}`, nil},
	} {
		s := compile(t, c.text, schema.Options{Default: c.draft})
		var got []string
		for _, w := range s.Warnings {
			got = append(got, w.String())
		}
		if diff := cmp.Diff(c.warnings, got); diff != "" {
			t.Errorf("%s: the warnings differ (-want +got):\n%s", c.text, diff)
		}
		if err := s.Validate([]byte(`"a"`)); err != nil {
			t.Errorf("%s: found %v, wanted what checks nothing to check nothing", c.text, err)
		}
	}
}

// TestDrafts wants the draft of a schema by its $schema, else by the options.
func TestDrafts(t *testing.T) {
	for uri, wanted := range map[string]schema.Draft{
		"http://json-schema.org/draft-04/schema#": schema.Draft4, "http://json-schema.org/draft-04/schema": schema.Draft4,
		"http://json-schema.org/draft-06/schema#": schema.Draft6, "https://json-schema.org/draft-07/schema": schema.Draft7,
		"https://json-schema.org/draft/2019-09/schema": schema.Draft2019, "https://json-schema.org/draft/2020-12/schema#": schema.Draft2020,
		"https://json-schema.org/v1": schema.V1, "https://json-schema.org/v1/2026": schema.V1,
	} {
		if got := compile(t, `{"$schema": "`+uri+`"}`, schema.Options{Default: schema.Draft6}).Draft; got != wanted {
			t.Errorf("%s: found draft %s, wanted %s", uri, got, wanted)
		}
	}
	if got := compile(t, `{}`, schema.Options{Default: schema.Draft6}).Draft; got != schema.Draft6 {
		t.Errorf("found draft %s, wanted the default one", got)
	}
	if got := compile(t, `{}`, schema.Options{}).Draft; got != schema.Draft2020 {
		t.Errorf("found draft %s, wanted 2020-12", got)
	}
	for name, wanted := range map[string]schema.Draft{"4": schema.Draft4, "draft-06": schema.Draft6, "draft7": schema.Draft7, "2019-09": schema.Draft2019, "draft2020-12": schema.Draft2020} {
		if got, err := schema.ParseDraft(name); err != nil || got != wanted {
			t.Errorf("%s: found draft %s (%v), wanted %s", name, got, err, wanted)
		}
	}
	for _, name := range []string{"", "3", "5", "2020", "draft"} {
		if got, err := schema.ParseDraft(name); err == nil {
			t.Errorf("%q: found draft %s, wanted an error", name, got)
		}
	}
}

// TestKeywordsOfDrafts wants each draft's meaning of keywords that changed.
func TestKeywordsOfDrafts(t *testing.T) {
	for _, c := range []struct {
		name           string
		draft          schema.Draft
		text           string
		valid, invalid []string
	}{
		{"bounds of draft 4", schema.Draft4, `{"minimum": 1, "exclusiveMinimum": true, "maximum": 3, "exclusiveMaximum": false}`, []string{`2`, `3`}, []string{`1`, `3.5`}},
		{"bounds since draft 6", schema.Draft6, `{"minimum": 1, "exclusiveMinimum": 1}`, []string{`2`}, []string{`1`}},
		{"integers of draft 4", schema.Draft4, `{"type": "integer"}`, []string{`1`}, []string{`1.0`}},
		{"integers since draft 6", schema.Draft6, `{"type": "integer"}`, []string{`1`, `1.0`, `1e2`}, []string{`1.5`}},
		{"additionalItems false of draft 4", schema.Draft4, `{"items": [{}], "additionalItems": false}`, []string{`[1]`}, []string{`[1, 2]`}},
		{"items as a list", schema.Draft2019, `{"items": [{"type": "null"}], "additionalItems": {"type": "integer"}}`, []string{`[null, 1]`, `[]`}, []string{`[1]`, `[null, "a"]`}},
		{"additionalItems beside one schema", schema.Draft7, `{"items": {}, "additionalItems": false}`, []string{`[1, 2]`}, nil},
		{"items behind prefixItems", schema.Draft2020, `{"prefixItems": [{"type": "null"}], "items": {"type": "integer"}}`, []string{`[null, 1]`}, []string{`[1]`, `[null, "a"]`}},
		{"minContains before 2019-09", schema.Draft7, `{"contains": {"const": 1}, "minContains": 2}`, []string{`[1]`}, []string{`[2]`}},
		{"minContains", schema.Draft2019, `{"contains": {"const": 1}, "minContains": 2}`, []string{`[1, 1]`}, []string{`[1]`}},
		{"if before draft 7", schema.Draft6, `{"if": true, "then": false}`, []string{`1`}, nil},
		{"if", schema.Draft7, `{"if": {"type": "string"}, "then": {"minLength": 1}, "else": {"minimum": 1}}`, []string{`"a"`, `1`, `null`}, []string{`""`, `0`}},
		{"then without if", schema.Draft7, `{"then": false, "else": false}`, []string{`1`}, nil},
		{"dependencies of both forms", schema.Draft7, `{"dependencies": {"a": ["b"], "c": {"required": ["d"]}}}`, []string{`{}`, `{"a": 1, "b": 2}`}, []string{`{"a": 1}`, `{"c": 1}`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := compile(t, c.text, schema.Options{Default: c.draft})
			for _, instance := range c.valid {
				if err := s.Validate([]byte(instance)); err != nil {
					t.Errorf("%s is refused: %v", instance, err)
				}
			}
			for _, instance := range c.invalid {
				if err := s.Validate([]byte(instance)); err == nil {
					t.Errorf("%s is accepted", instance)
				}
			}
		})
	}
}

// TestNotJSON wants a text that is no JSON to be invalid, as a *rule.Error with its place.
func TestNotJSON(t *testing.T) {
	s := compile(t, `true`, schema.Options{})
	for _, text := range []string{"", "{", "{\"a\": 1,}", "nul", "1 2", "\xff", `"\ud800"`, `{"a": 1, "\u0061": 2}`} {
		v := violations(t, s.Validate([]byte(text)))
		if len(v) != 1 || v[0].Keyword != "" || v[0].Position.Line != 1 {
			t.Errorf("%q: found %+v, wanted one violation on line 1 without a keyword", text, v)
		}
	}
}
