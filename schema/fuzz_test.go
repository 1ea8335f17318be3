package schema_test

import (
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/suite"
)

// v5Differs are the reasons for which v5 may come to another verdict. Each looks at the schema's text.
var v5Differs = []struct {
	reason string
	is     func(text string, d schema.Draft) bool
}{
	{"v5 asserts formats up to draft 7 by its own readers; package format is held against the suite", has(`"format"`)},
	{"v5 asserts the content keywords in draft 7, where they are annotations here", has(`"content`)},
	{"v5 runs patterns as RE2, where \\s and the dot mean other characters than in ECMA-262, and some escapes something else", func(s string, _ schema.Draft) bool {
		return strings.Contains(s, `"pattern`) && strings.ContainsAny(s, `\.`)
	}},
	{"v5 takes 1.0 for an integer in draft 4, too, whose integers have no fraction part", func(s string, d schema.Draft) bool {
		return d == schema.Draft4 && strings.Contains(s, `"integer"`)
	}},
	{"v5 lets an empty enum accept everything", func(s string, _ schema.Draft) bool { return emptyEnum.MatchString(s) }},
}

var emptyEnum = regexp.MustCompile(`"enum"\s*:\s*\[\s*\]`)

func has(part string) func(string, schema.Draft) bool {
	return func(text string, _ schema.Draft) bool { return strings.Contains(text, part) }
}

// differs is the reason for which v5's verdict may not be ours, or "".
func differs(text string, d schema.Draft) string {
	for _, known := range v5Differs {
		if known.is(text, d) {
			return known.reason
		}
	}
	return ""
}

// expensive are numbers that v5 turns into big ones, whatever their exponent.
var expensive = regexp.MustCompile(`[eE][+-]?[0-9]{4,}`)

// v5Drafts are v5's names for the drafts.
var v5Drafts = map[schema.Draft]*jsonschema.Draft{
	schema.Draft4: jsonschema.Draft4, schema.Draft6: jsonschema.Draft6, schema.Draft7: jsonschema.Draft7,
	schema.Draft2019: jsonschema.Draft2019, schema.Draft2020: jsonschema.Draft2020,
}

// FuzzSchema compiles any schema and gives it any instance: nothing panics, both ways to ask agree, and v5's verdict
// is ours or differs for a known reason.
func FuzzSchema(f *testing.F) {
	for _, g := range suite.Open(f).Groups {
		if len(g.Tests) == 0 {
			continue // as some of the older copies
		}
		// One seed a group is enough to mutate, and few enough to begin with in seconds.
		seed := max(0, slices.IndexFunc(g.Tests, func(c suite.Case) bool { return !c.Valid }))
		f.Add(uint8(g.Draft-schema.Draft4), []byte(g.Schema), []byte(g.Tests[seed].Data))
	}
	f.Fuzz(func(t *testing.T, draft uint8, text, instance []byte) {
		d := schema.Draft4 + schema.Draft(draft%5)
		of, err := document.Parse(text)
		if err != nil || len(text)+len(instance) > 10_000 {
			return
		}
		compiled, err := schema.Compile(&schema.Source{URI: "file:///fuzz.json", Name: "fuzz.json", Document: of}, "",
			schema.Options{Default: d, Formats: schema.SpecFormats})
		if err != nil {
			var list *schema.Error
			if !errors.As(err, &list) || len(list.Problems) == 0 {
				t.Errorf("found the error %v, wanted a *schema.Error", err)
			}
			return
		}
		value, err := document.Parse(instance)
		if err != nil || !json.Valid(instance) {
			return
		}
		valid, explained := compiled.Valid(value), compiled.Explain(value)
		if valid != (explained == nil) || explained != nil && len(explained.Violations) == 0 {
			t.Fatalf("%s with %s: Valid says %t, Explain %v", instance, text, valid, explained)
		}
		v5Valid, ok := askV5(string(text), instance, d)
		if ok && v5Valid != valid && differs(string(text), d) == "" {
			t.Errorf("draft %s, %s with %s: found the verdict %t (%v), v5 says %t", d, instance, text, valid, explained, v5Valid)
		}
	})
}

// askV5 is v5's verdict; ok is false where it has none.
func askV5(text string, instance []byte, d schema.Draft) (valid, ok bool) {
	if expensive.MatchString(text) || expensive.Match(instance) {
		return false, false
	}
	defer func() {
		if p := recover(); p != nil {
			valid, ok = false, false
		}
	}()
	c := jsonschema.NewCompiler()
	c.Draft = v5Drafts[d]
	if err := c.AddResource("file:///fuzz.json", strings.NewReader(text)); err != nil {
		return false, false
	}
	compiled, err := c.Compile("file:///fuzz.json")
	if err != nil {
		return false, false
	}
	decoder := json.NewDecoder(strings.NewReader(string(instance)))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return false, false
	}
	err = compiled.Validate(value)
	var invalid *jsonschema.ValidationError
	if err != nil && !errors.As(err, &invalid) {
		return false, false
	}
	return err == nil, true
}
