package plan_test

import (
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// compiled plans a package for a schema and gives the schemas of its properties.
func compiled(t *testing.T, text string) (*plan.Package, map[string]*rule.Schema) {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Compile(&schema.Source{URI: "file:///s.json", Name: "s.json", Document: d}, "", schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	members := map[string]*rule.Schema{}
	for _, a := range s.Rule().Applicators {
		if k, ok := a.(rule.Properties); ok {
			for _, p := range k.Members {
				members[p.Name] = p.Schema
			}
		}
	}
	return plan.Make(s, "p", plan.Options{Root: "Root"}), members
}

// TestClass wants schemas that demand the same to be of one class, whatever they say beside that, and all others not.
func TestClass(t *testing.T) {
	p, of := compiled(t, `{"properties": {
		"a": {"type": "object", "properties": {"x": {"$ref": "#/$defs/word"}, "y": {"items": {"type": "integer"}}, "z": true}, "required": ["x"]},
		"b": {"required": ["x"], "title": "other", "type": "object", "properties": {"y": {"items": {"type": "integer"}}, "x": {"minLength": 1, "type": "string", "description": "d"}}},
		"longer": {"type": "object", "properties": {"x": {"type": "string", "minLength": 2}, "y": {"items": {"type": "integer"}}}, "required": ["x"]},
		"closed": {"type": "object", "properties": {"z": true}, "additionalProperties": false},
		"closedOtherwise": {"type": "object", "properties": {"y": true}, "additionalProperties": false},
		"one": {"const": 1}, "oneAgain": {"enum": [1.0]}, "two": {"enum": [2]},
		"tree": {"$ref": "#/$defs/tree"}, "treeAgain": {"allOf": [{"$ref": "#/$defs/tree"}]},
		"left": {"unevaluatedProperties": false, "anyOf": [{"properties": {"a": true}}, true]},
		"leftAgain": {"unevaluatedProperties": false, "anyOf": [{"properties": {"a": true}}, true]}
	}, "$defs": {"word": {"type": "string", "minLength": 1}, "tree": {"properties": {"next": {"$ref": "#/$defs/tree"}}}}}`)
	for _, pair := range [][2]string{{"a", "b"}} {
		if p.Class(of[pair[0]]) != p.Class(of[pair[1]]) {
			t.Errorf("%s and %s are told apart", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{
		{"a", "longer"}, {"closed", "closedOtherwise"}, {"one", "two"}, {"tree", "a"}, {"left", "leftAgain"}, {"left", "closed"},
	} {
		if p.Class(of[pair[0]]) == p.Class(of[pair[1]]) {
			t.Errorf("%s and %s are the same", pair[0], pair[1])
		}
	}
}

// TestShared wants equal schemas to share one function, called after the one that has a type or is nearest to the root.
func TestShared(t *testing.T) {
	p, of := compiled(t, `{"type": "object", "properties": {
		"b": {"oneOf": [{"enum": ["a", "b", "c", "d"]}, {"type": "integer", "enum": [1, 2, 3, 4, 5]}]},
		"a": {"items": {"oneOf": [{"enum": ["a", "b", "c", "d"]}, {"type": "integer", "enum": [1, 2, 3, 4, 5]}]}},
		"z": {"type": "object", "properties": {"c": {"type": "integer"}, "d": {"type": "string"}, "e": {"type": "boolean"}}},
		"y": {"not": {"type": "object", "properties": {"c": {"type": "integer"}, "d": {"type": "string"}, "e": {"type": "boolean"}}}},
		"word": {"type": "string", "minLength": 1}
	}}`)
	names := map[string]bool{}
	for _, c := range p.Checks {
		if names[c.Name] {
			t.Errorf("found two checks called %s", c.Name)
		}
		names[c.Name] = true
	}
	if c := p.FunctionOf(of["z"]); c == nil || c.Name != "RootZ" || p.FunctionOf(of["y"].Applicators[0].Subschemas()[0]) != c {
		t.Errorf("found the check %v for z, wanted RootZ, and the same within y", c)
	}
	if c := p.FunctionOf(of["b"]); c != nil && c.Name != "RootB" {
		t.Errorf("found the check %v for b, wanted RootB", c)
	}
	if c := p.FunctionOf(of["word"]); c != nil {
		t.Errorf("found the check %v for what is checked in place, wanted none", c)
	}
}
