package schema_test

import "github.com/assaykit/assay/schema"

// bundleCase is a schema with its documents, and instances with the verdict of both the schema and its bundle. The bundle is
// in testdata/bundle, by the name of the case.
type bundleCase struct {
	name           string
	documents      documents
	open           string
	options        schema.Options
	valid, invalid []string
}

var bundleCases = []bundleCase{
	{name: "nothing else", open: "root.json", documents: documents{"root.json": `{"type": "string"}`}},
	{name: "true", open: "root.json", documents: documents{"root.json": `true`}, valid: []string{"1"}},
	{
		name: "files without identifiers", open: "s/root.json",
		documents: documents{
			"s/root.json":   `{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"a": {"$ref": "defs/a.json#/$defs/n"}}, "type": "object", "$defs": {"own": {}}}`,
			"s/defs/a.json": `{"$defs": {"n": {"anyOf": [{"$ref": "../../b.json"}, {"$ref": "../root.json"}]}}}`,
			"b.json":        `{"type": "number", "maximum": 1e400, "enum": [{}, 1.0]}`,
		},
		valid: []string{`{"a": 1}`, `{"a": {"a": 1}}`}, invalid: []string{`{"a": "x"}`, `{"a": {"a": 2}}`},
	},
	{
		name: "identifiers of the web", open: "https://e.com/s/root",
		documents: documents{
			"https://e.com/s/root": `{"$id": "https://e.com/s/root", "items": {"$ref": "item"}}`,
			"https://e.com/s/item": `{"type": "string"}`,
		},
		valid: []string{`["a"]`}, invalid: []string{`[1]`},
	},
	{
		name: "a document that is found by another URI than its own", open: "root.json",
		documents: documents{
			"root.json":                 `{"$id": "https://e.com/root", "properties": {"a": {"$ref": "https://mirror.com/x.json#/$defs/s"}, "b": {"$ref": "https://e.com/x"}}}`,
			"https://mirror.com/x.json": `{"$id": "https://e.com/x", "$defs": {"s": {"type": "string"}, "same": {"$ref": "https://mirror.com/x.json"}}}`,
			"https://e.com/x":           `{"$id": "https://e.com/x", "$defs": {"s": {"type": "string"}, "same": {"$ref": "https://mirror.com/x.json"}}}`,
		},
		valid: []string{`{"a": "", "b": 1}`}, invalid: []string{`{"a": 1}`},
	},
	{
		name: "references beside which all is ignored", open: "root.json", options: schema.Options{Default: schema.Draft7},
		documents: documents{
			"root.json": `{"$id": "https://ignored.com/root", "$ref": "#/definitions/x", "type": "object", "definitions": {"x": {"allOf": [{"$ref": "a.json"}, {"$ref": "#/properties/p"}]}}, "properties": {"p": {"$ref": "b.json"}}}`,
			"a.json":    `{"$ref": "b.json", "definitions": {"i": {"$id": "https://e.com/inert"}}}`,
			"b.json":    `{"type": ["string", "number"]}`,
		},
		valid: []string{`"a"`, `1`}, invalid: []string{`{}`, `null`},
	},
	{
		name: "booleans", open: "root.json", options: schema.Options{Default: schema.Draft6},
		documents: documents{
			"root.json": `{"properties": {"a": {"$ref": "yes.json"}, "b": {"$ref": "no.json"}}}`,
			"yes.json":  `true`, "no.json": `false`,
		},
		valid: []string{`{"a": 1}`}, invalid: []string{`{"b": 1}`},
	},
	{
		name: "other dialects", open: "root.json",
		documents: documents{
			"root.json":  `{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"$ref": "four.json"}, {"$ref": "seven.json"}]}`,
			"four.json":  `{"$schema": "http://json-schema.org/draft-04/schema#", "maximum": 3, "exclusiveMaximum": true, "not": {"$ref": "deep.json"}}`,
			"deep.json":  `{"type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 1, "exclusiveMaximum": true}`,
			"seven.json": `{"$schema": "http://json-schema.org/draft-07/schema#", "$id": "#seven", "properties": {"a": {"$ref": "#seven"}, "b": {"$ref": "four.json"}}}`,
		},
		valid: []string{`2`, `1`, `"x"`}, invalid: []string{`3`, `0.5`, `{"b": 4}`},
	},
	{
		name: "a part of a YAML document", open: "api.yaml#/components/schemas/A b",
		documents: documents{
			"api.yaml":   "openapi: 3.1.0\ncomponents:\n  schemas:\n    A b: {$ref: 'other.yaml#/x'}\n",
			"other.yaml": "x:\n  type: number\n  minimum: 010\n",
		},
		valid: []string{`10`}, invalid: []string{`9`},
	},
	{
		name: "a part of a draft 4 document", open: "root.json#/properties/a", options: schema.Options{Default: schema.Draft4},
		documents: documents{"root.json": `{"$ref": "#/properties/a", "id": "x", "properties": {"a": {"type": "string"}}}`},
		valid:     []string{`""`}, invalid: []string{`9`},
	},
	{
		name: "a file that refers to itself by its name", open: "root.json",
		documents: documents{"root.json": `{"properties": {"a": {"$ref": "root.json"}}, "type": "object"}`},
		valid:     []string{`{"a": {}}`}, invalid: []string{`{"a": 9}`},
	},
	{
		name: "names that are taken", open: "root.json",
		documents: documents{
			"root.json": `{"$ref": "a.json", "$defs": {"https://bundle2.invalid/a.json": {"type": "null"}, "b": {"$id": "https://bundle.invalid/a.json"}}}`,
			"a.json":    `{"type": "string"}`,
		},
		valid: []string{`""`}, invalid: []string{`9`, `null`},
	},
	{
		name: "folders above that of the root", open: "p/q/root.json",
		documents: documents{
			"p/q/root.json":      `{"allOf": [{"$ref": "../a.json"}, {"$ref": "file:///opt/b.json"}], "$defs": {"s": {"maxLength": 2}}}`,
			"p/a.json":           `{"type": "string", "$ref": "q/root.json#/$defs/s", "$defs": {"unused": {"$ref": "file:///home/somebody/none.json#/x"}}}`,
			"file:///opt/b.json": `{"minLength": 1}`,
		},
		valid: []string{`"a"`}, invalid: []string{`9`, `""`, `"abc"`},
	},
	{
		name: "metaschemas without vocabularies", open: "root.json",
		documents: documents{
			"root.json":            `{"$schema": "https://e.com/strict", "properties": {"a": {"$ref": "http://json-schema.org/draft-07/schema#"}}}`,
			"https://e.com/strict": `{"$schema": "http://json-schema.org/draft-07/schema", "$ref": "http://json-schema.org/draft-07/schema"}`,
		},
		valid: []string{`{"a": {}}`}, invalid: []string{`{"a": {"type": 1}}`},
	},
	{
		name: "dynamic references between documents", open: "strict.json",
		documents: documents{
			"strict.json": `{"$dynamicAnchor": "node", "$ref": "tree.json", "unevaluatedProperties": false}`,
			"tree.json":   `{"$dynamicAnchor": "node", "properties": {"children": {"items": {"$dynamicRef": "#node"}}}}`,
		},
		valid: []string{`{"children": [{}]}`}, invalid: []string{`{"children": [{"x": 1}]}`},
	},
}
