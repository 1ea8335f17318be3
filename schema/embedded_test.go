package schema_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// TestEmbedded wants an embedded schema to explain as the interpreter does, from many goroutines, and never nothing.
func TestEmbedded(t *testing.T) {
	const main = `{"properties": {"a": {"$ref": "other.json#/$defs/n"}}}`
	const other = `{"$defs": {"n": {"type": "integer"}}}`
	e := schema.Embed(schema.Options{}, "", schema.Text{URI: "file:///s.json", JSON: main}, schema.Text{URI: "file:///other.json", JSON: other})
	s := compile(t, main, schema.Options{Load: library(t, map[string]string{"file:///other.json": other})})
	invalid, valid := source(t, "file:///i", `{"a": "x"}`).Document, source(t, "file:///v", `{"a": 1}`).Document
	wanted := s.Explain(invalid).Error()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got := e.Explain(invalid, s.Rule().ID()); got == nil || got.Error() != wanted {
				t.Errorf("found %v, wanted %s", got, wanted)
			}
		})
	}
	wait.Wait()
	for name, err := range map[string]*rule.Error{
		"a valid document": e.Explain(valid, s.Rule().ID()), "an unknown schema": e.Explain(invalid, "file:///none.json#"),
	} {
		if err == nil || len(err.Violations) != 1 {
			t.Errorf("%s: found %v, wanted an error that says so", name, err)
		}
	}
	if text := e.Explain(valid, s.Rule().ID()).Error(); !strings.Contains(text, "defect of assay") {
		t.Errorf("found %q, wanted it to name the defect", text)
	}
}

// TestSharedSchema asks one schema from many goroutines.
func TestSharedSchema(t *testing.T) {
	s := compile(t, `{"type": "array", "items": {"anyOf": [{"type": "string", "pattern": "^(?!a)"}, {"enum": [1, {"a": 2}]}]}, "uniqueItems": true, "unevaluatedItems": false}`, schema.Options{})
	text := []byte(`["b", 1, {"a": 2}, "a", 2, "b"]`)
	wanted := s.Validate(text).Error()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				if got := s.Validate(text); got == nil || got.Error() != wanted {
					t.Errorf("found %v, wanted %s", got, wanted)
				}
				if err := s.Validate([]byte(`["b", 1]`)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
}

// TestMemoryOfInstances wants an error to outlive the text it is about.
func TestMemoryOfInstances(t *testing.T) {
	s := compile(t, `{"type": "object", "properties": {"a": {"type": "integer"}}, "additionalProperties": false}`, schema.Options{})
	text := []byte(`{"a": "xyz", "other": 1}`)
	err := s.Validate(text)
	before := strings.Clone(err.Error())
	for i := range text {
		text[i] = '#'
	}
	if d, err := document.Parse([]byte(`{"overwritten": "overwritten", "b": [1, 2]}`)); err == nil {
		defer d.Release()
	}
	if err.Error() != before {
		t.Errorf("the error changed to %q, wanted %q", err, before)
	}
}
