package generator_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
)

// oddSchemas are schemas at the edge of what the generator must write Go for, with documents. Their Go is not kept: it
// must compile, and say of each document what the interpreter says.
var oddSchemas = []struct{ name, schema, documents string }{
	{"false", `false`, `null {}`},
	{"true", `true`, `null {"a": 1}`},
	{"repeated enum value", `{"enum": ["a", "a", "b"]}`, `"a" "b" "c"`},
	{"repeated mixed enum value", `{"enum": [1, 1.0, "a", "a"]}`, `1 "a" 2`},
	{"repeated required name", `{"type": "object", "required": ["a", "a", "b"]}`, `{"a": 1, "b": 2} {"a": 1} {}`},
	{"repeated required name of a property", `{"type": "object", "required": ["a", "a"], "properties": {"a": {"type": "string"}}}`, `{"a": "x"} {}`},
	{"repeated type", `{"type": ["string", "string"]}`, `"a" 1`},
	{"reference to itself", `{"$ref": "#"}`, `1 {"a": null}`},
	{"allOf to itself", `{"allOf": [{"$ref": "#"}, {"type": "integer"}]}`, `1 "a"`},
	{"empty allOf entry", `{"allOf": [{}]}`, `1`},
	{"nested not", `{"not": {"not": {"not": {"type": "string"}}}}`, `1 "a"`},
	{"oneOf of nothing valid", `{"oneOf": [false, false]}`, `1`},
	{"oneOf of one", `{"oneOf": [{"type": "string"}]}`, `1 "a"`},
	{"two oneOf in allOf", `{"allOf": [{"oneOf": [{"minimum": 1}, {"maximum": 5}]}, {"oneOf": [true, {"minimum": 9}]}]}`, `0 3 6 10 "a"`},
	{"every keyword of objects", `{"minProperties": 1, "maxProperties": 3, "required": ["a"], "properties": {"a": {"type": "integer"}, "b": false},
		"patternProperties": {"^a": {"minimum": 0}, "^c": true}, "additionalProperties": {"type": "string"}, "propertyNames": {"maxLength": 2},
		"dependentRequired": {"a": ["c"]}, "dependentSchemas": {"c": {"maxProperties": 2}}}`,
		`{"a": 1, "c": 2} {"a": -1, "c": 2} {"a": 1, "c": 2, "d": "x"} {"a": 1} {} {"a": 1, "b": 1, "c": 1} {"a": 1, "ccc": 1} {"a": 1, "c": 1, "x": 1} 1`},
	{"every keyword of arrays", `{"minItems": 1, "maxItems": 4, "uniqueItems": true, "prefixItems": [{"type": "integer"}, true], "items": {"type": "string"},
		"contains": {"const": "x"}, "minContains": 1, "maxContains": 1}`,
		`[] [1, 2, "x"] ["x"] [1, "x", "x"] [1, 2, 3] [1, 2, "x", "y", "z"] [1, "x"] "x"`},
	{"every keyword of numbers", `{"minimum": 0.5, "maximum": 100, "exclusiveMinimum": 0, "exclusiveMaximum": 1e2, "multipleOf": 0.5, "not": {"const": 7}}`,
		`0 0.5 1 7 7.0 100 99.5 99.25 "a"`},
	{"every keyword of strings", `{"minLength": 1, "maxLength": 3, "pattern": "a", "format": "hostname", "enum": ["a", "ab", "abcd", "-a", ""]}`, `"a" "ab" "abcd" "-a" "" 1`},
	{"huge counts", `{"minLength": 1e30, "maxItems": 9223372036854775808, "minProperties": 4294967296}`, `"a" [] {} 1`},
	{"enum and const", `{"enum": ["a", "b", 1], "const": "b"}`, `"a" "b" 1`},
	{"const of a type it is not", `{"type": "string", "const": 1}`, `1 "1"`},
	{"enum of another type", `{"type": "integer", "enum": ["a"]}`, `1 "a"`},
	{"type of nothing that enum has", `{"type": ["integer", "null"], "enum": ["a", null]}`, `1 "a" null`},
	{"integer or number", `{"type": ["integer", "number", "null"]}`, `1 1.5 null "a"`},
	{"integer or string", `{"type": ["integer", "string"], "minimum": 2, "minLength": 2}`, `1 2 2.5 "a" "aa" null`},
	{"member names in one Go switch", `{"properties": {"a": {"type": "integer"}, "\u0061b": {"type": "string"}}, "required": ["ab", "zz"]}`, `{"ab": "x", "zz": null} {"ab": 1}`},
	{"properties only of schemas that are never", `{"type": "object", "properties": {"a": false, "b": false}}`, `{} {"c": 1} {"a": 1}`},
	{"self by anyOf", `{"anyOf": [{"type": "null"}, {"type": "object", "properties": {"next": {"$ref": "#"}}}]}`, `null {} {"next": {"next": null}} {"next": 1}`},
	{"self by items", `{"type": "array", "items": {"$ref": "#"}}`, `[] [[], [[]]] [1]`},
	{"self by members", `{"type": "object", "additionalProperties": {"$ref": "#"}}`, `{} {"a": {"b": {}}} {"a": 1}`},
	{"self by required", `{"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/$defs/b"}}, "$defs": {"b": {"type": ["object", "null"], "properties": {"a": {"$ref": "#"}}, "required": ["a"]}}}`,
		`{"a": null} {"a": {"a": {"a": null}}} {"a": {}}`},
	{"mutual references", `{"$ref": "#/$defs/a", "$defs": {"a": {"type": "object", "properties": {"b": {"$ref": "#/$defs/b"}}}, "b": {"type": "object", "properties": {"a": {"$ref": "#/$defs/a"}}}}}`,
		`{"b": {"a": {"b": {}}}} {"b": {"a": {"b": 1}}}`},
	{"reference into a keyword", `{"type": "object", "properties": {"a": {"type": "integer"}, "b": {"$ref": "#/properties/a"}}}`, `{"b": 1} {"b": "1"}`},
	{"reference into prefixItems", `{"properties": {"a": {"prefixItems": [{"type": "object", "properties": {"x": {"type": "string"}}}]}, "b": {"$ref": "#/properties/a/prefixItems/0"}}}`,
		`{"b": {"x": "y"}, "a": [{"x": "z"}]} {"b": {"x": 1}}`},
	{"nullable time of a reference", `{"type": "object", "required": ["a"], "properties": {"a": {"anyOf": [{"$ref": "#/$defs/t"}, {"type": "null"}]}}, "$defs": {"t": {"type": "string", "format": "date-time"}}}`,
		`{"a": null} {"a": "2026-11-01T09:30:00.10Z"} {"a": "x"}`},
	{"maps of maps of nullable enums", `{"type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"type": ["string", "null"], "enum": ["a", null]}}}`,
		`{"x": {"y": "a", "z": null}} {"x": {"y": "b"}}`},
	{"array of nullable arrays of nullable structs", `{"type": "array", "items": {"type": ["array", "null"], "items": {"type": ["object", "null"], "properties": {"a": {"type": "number"}}}}}`,
		`[null, [null, {"a": 1.5}]] [[1]]`},
	{"definitions named as Go names", `{"properties": {"a": {"$ref": "#/$defs/string"}, "b": {"$ref": "#/$defs/String"}, "c": {"$ref": "#/$defs/ValidateRoot"}, "d": {"$ref": "#/$defs/Root"}},
		"$defs": {"string": {"type": "object", "properties": {"x": true}}, "String": {"type": "object", "properties": {"y": true}},
		"ValidateRoot": {"type": "object", "properties": {"z": {"type": "integer"}}}, "Root": {"enum": ["", "Values"]}}}`,
		`{"a": {"x": 1}, "b": {"y": 2}, "c": {"z": 3}, "d": "Values"} {"c": {"z": "3"}} {"d": "x"}`},
	{"types and constants of one name", `{"properties": {"color": {"enum": ["red"]}, "color_red": {"type": "object", "properties": {"a": {"type": "integer"}}}}}`, `{"color": "red", "color_red": {"a": 1}} {"color": "blue"}`},
	{"deep", strings.Repeat(`{"type": "array", "items": `, 60) + `{"type": "integer"}` + strings.Repeat(`}`, 60), strings.Repeat("[", 60) + "1" + strings.Repeat("]", 60) + ` [1]`},
	{"deep objects", strings.Repeat(`{"type": "object", "properties": {"a": `, 30) + `{"type": "integer"}` + strings.Repeat(`}}`, 30), `{"a": {"a": {}}} {"a": {"a": 1}}`},
	{"the metaschema", `{"$ref": "https://json-schema.org/draft/2020-12/schema"}`, `{"type": "string"} {"type": 1} {"minLength": -1} true`},
	{"the metaschema of draft 7", `{"$ref": "http://json-schema.org/draft-07/schema#"}`, `{"type": "string"} {"type": 1} {"items": [true]} true`},
	{"unevaluated members", `{"allOf": [{"properties": {"a": {"type": "integer"}}}], "anyOf": [{"properties": {"b": {"const": 1}}, "required": ["b"]}, true], "unevaluatedProperties": false}`,
		`{} {"a": 1, "b": 1} {"b": 2} {"c": 1}`},
	{"unevaluated items", `{"prefixItems": [{"type": "integer"}], "contains": {"const": "x"}, "unevaluatedItems": {"type": "boolean"}}`, `[1, "x", true] [1, "x", "y"] [1]`},
	{"sensitive root", `{"type": "string", "maxLength": 2, "x-sensitive": true}`, `"ab" "SECRET"`},
	{"null in a member that is anything", `{"type": "object", "properties": {"a": {}, "b": true}, "required": ["a"]}`, `{"a": null} {"a": null, "b": null} {"b": 1}`},
	{"pattern with a backquote and a quote", "{\"pattern\": \"^[`'\\\"]$\"}", "\"`\" \"a\""},
	{"escapes beyond the basic plane", `{"enum": ["😀", "\ud83d\ude01", "\u0000", "\r\n", "\u2028", "\ufeff"]}`, `"😀" "\ud83d\ude01" "\u0000" "\r\n" "\u2028" "\ufeff" "x"`},
	{"member names with carriage returns", `{"properties": {"\r": {"type": "integer"}, "\n": {"type": "string"}, "\ufeffx": {"type": "boolean"}}, "additionalProperties": false}`,
		`{"\r": 1, "\n": "a", "\ufeffx": true} {"\r": "1"} {"x": 1}`},
	{"kinds that only the schemas in place leave", `{"properties": {
		"a": {"anyOf": [{"type": ["object", "array"]}, {"type": "array", "minItems": 1}]},
		"b": {"properties": {"x": {"type": "integer"}, "y": {"type": "string"}, "z": {"type": "boolean"}}, "anyOf": [{"type": "object"}, {"type": "string"}]},
		"c": {"allOf": [{"type": ["string", "null"]}], "maxLength": 2}, "d": {"not": {"anyOf": [{"type": ["number", "null"]}, {"type": "null"}]}},
		"e": {"items": {"type": "integer"}, "minItems": 1, "contains": {"const": 1}, "oneOf": [{"type": "array"}, {"type": "string"}]}}}`,
		`{"a": {}} {"a": []} {"a": "x"} {"a": null} {"b": [1]} {"b": ["x", 1, 2]} {"b": {"x": 1}} {"b": {"x": "1"}} {"b": "x"} {"b": 1}
		{"c": "ab"} {"c": "abc"} {"c": null} {"c": 1} {"d": 1} {"d": null} {"d": "x"} {"e": [1]} {"e": [2]} {"e": {"a": 1}} {"e": "x"} {"e": 1}`},
	{"oneOf told apart by a member", `{"oneOf": [
		{"type": "object", "required": ["kind"], "properties": {"kind": {"const": "a"}, "x": {"type": "integer"}}},
		{"properties": {"kind": {"enum": ["b", "c"]}}, "allOf": [{"type": "object", "required": ["kind"]}]},
		{"type": "object", "properties": {"kind": {"const": "d"}}}, {"type": "string"}]}`,
		`{"kind": "a"} {"kind": "a", "x": "1"} {"kind": "b"} {"kind": "c", "x": "1"} {"kind": "d"} {"kind": "e"} {} "x" 1`},
	{"oneOf of marks", `{"oneOf": [{"type": "object", "required": ["kind"], "properties": {"kind": {"const": "a"}}},
		{"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["b", "a"]}}}]}`, `{"kind": "a"} {"kind": "b"} {"kind": "c"}`},
	{"equal schemas in place", `{"anyOf": [{"minLength": 2}, {"minLength": 2}], "oneOf": [{"maxLength": 3}, {"maxLength": 3}, {"type": "string"}]}`, `"ab" "a" "abcd" 1`},
	{"few members", `{"properties": {
		"a": {"type": "object", "properties": {"x": {"type": "null"}}, "required": ["x", "y"]},
		"b": {"type": "object", "properties": {"x": {"type": "null"}, "y": false}, "additionalProperties": false},
		"c": {"properties": {"x": {"const": "k"}}, "required": ["x"]}, "d": {"additionalProperties": false},
		"e": {"additionalProperties": {"type": ["integer", "null"]}, "required": ["x"]}, "f": {"required": ["x"], "properties": {"x": false}}}}`,
		`{"a": {"x": null, "y": 1}} {"a": {"x": null}} {"a": {"x": 1, "y": 1}} {"b": {}} {"b": {"x": null}} {"b": {"x": 1}} {"b": {"y": 1}} {"b": {"z": 1}}
		{"c": {"x": "k"}} {"c": {"x": "l"}} {"c": {}} {"c": 1} {"d": {}} {"d": {"x": 1}} {"d": 1} {"e": {"x": 1}} {"e": {"x": "1"}} {"e": {}} {"e": []} {"f": {"x": 1}} {"f": {}} {"f": 1}`},
	{"members whose names look alike", `{"type":"object","properties":{"k0x0z":{"type":"integer"},"k1x1z":{"type":"integer"},"k2x2z":{"type":"integer"},"k3x3z":{"type":"integer"},"k4x4z":{"type":"integer"}}}`,
		`{"k3x3z": 1, "zz": 2, "k0x0z": 3} {"k4x4z": "a"}`},
	{"union within a branch of its own", `{"anyOf":[{"type":"object","properties":{"a":{"type":"integer"},"child":{"anyOf":[{"$ref":"#/anyOf/0"},{"type":"string"}]}}},{"type":"null"}]}`,
		`null {"a": 1, "child": {"child": "x"}} {"child": 1}`},
	{"union within a schema of allOf of its own", `{"allOf":[{"type":"object","properties":{"a":{"type":"integer"},"child":{"anyOf":[{"$ref":"#/allOf/0"},{"type":"string"}]}}}]}`,
		`{"a": 1, "child": {"child": "x"}} {"child": 1}`},
	{"branches that are of one type in pairs", `{"type":"object","properties":{"x":{"anyOf":[{"type":"array","items":{"type":"integer"},"minItems":2},{"type":"array","items":{"type":"string"},"minItems":2},{"type":"array","items":{"type":"integer"},"maxItems":1},{"type":"array","items":{"type":"string"},"maxItems":1}]}}}`,
		`{"x": [1]} {"x": ["a", "b"]} {"x": []} {"x": [1, "a"]}`},
	{"items called Rest", `{"type":"array","prefixItems":[{"title":"Rest","type":"string"},{"type":"integer"}]}`,
		`["a", 1, null] [] [1]`},
	{"several choices in allOf", `{"type":"object","properties":{"id":{"type":"string"}},"allOf":[{"oneOf":[{"properties":{"k0":{"const":"v0"},"m00":{"type":"integer"}},"required":["k0"]},{"properties":{"k0":{"const":"v1"},"m01":{"type":"integer"}},"required":["k0"]},{"properties":{"k0":{"const":"v2"},"m02":{"type":"integer"}},"required":["k0"]},{"properties":{"k0":{"const":"v3"},"m03":{"type":"integer"}},"required":["k0"]}]},{"oneOf":[{"properties":{"k1":{"const":"v0"},"m10":{"type":"integer"}},"required":["k1"]},{"properties":{"k1":{"const":"v1"},"m11":{"type":"integer"}},"required":["k1"]},{"properties":{"k1":{"const":"v2"},"m12":{"type":"integer"}},"required":["k1"]},{"properties":{"k1":{"const":"v3"},"m13":{"type":"integer"}},"required":["k1"]}]},{"oneOf":[{"properties":{"k2":{"const":"v0"},"m20":{"type":"integer"}},"required":["k2"]},{"properties":{"k2":{"const":"v1"},"m21":{"type":"integer"}},"required":["k2"]},{"properties":{"k2":{"const":"v2"},"m22":{"type":"integer"}},"required":["k2"]},{"properties":{"k2":{"const":"v3"},"m23":{"type":"integer"}},"required":["k2"]}]},{"oneOf":[{"properties":{"k3":{"const":"v0"},"m30":{"type":"integer"}},"required":["k3"]},{"properties":{"k3":{"const":"v1"},"m31":{"type":"integer"}},"required":["k3"]},{"properties":{"k3":{"const":"v2"},"m32":{"type":"integer"}},"required":["k3"]},{"properties":{"k3":{"const":"v3"},"m33":{"type":"integer"}},"required":["k3"]}]},{"oneOf":[{"properties":{"k4":{"const":"v0"},"m40":{"type":"integer"}},"required":["k4"]},{"properties":{"k4":{"const":"v1"},"m41":{"type":"integer"}},"required":["k4"]},{"properties":{"k4":{"const":"v2"},"m42":{"type":"integer"}},"required":["k4"]},{"properties":{"k4":{"const":"v3"},"m43":{"type":"integer"}},"required":["k4"]}]},{"oneOf":[{"properties":{"k5":{"const":"v0"},"m50":{"type":"integer"}},"required":["k5"]},{"properties":{"k5":{"const":"v1"},"m51":{"type":"integer"}},"required":["k5"]},{"properties":{"k5":{"const":"v2"},"m52":{"type":"integer"}},"required":["k5"]},{"properties":{"k5":{"const":"v3"},"m53":{"type":"integer"}},"required":["k5"]}]}]}`,
		`{"k0":"v0","k1":"v1","k2":"v2","k3":"v3","k4":"v0","k5":"v1","m00":1,"m01":"x"} {"k0":"v0"}`},
	{"integers of two ranges", `{"anyOf":[{"type":"integer","minimum":0,"maximum":18446744073709551615},{"type":"integer","maximum":-1}]}`,
		`18446744073709551615 -5 1.0 1.5`},
	{"enum beside long strings", `{"type":"object","properties":{"x":{"anyOf":[{"enum":["a","b"]},{"minLength":3}]}}}`,
		`{"x": "xyz"} {"x": "a"} {"x": 7} {"x": "no"}`},
	{"enum of an integer beyond 64 bits", `{"enum":[18446744073709551615, 1]}`,
		`18446744073709551615 1 2`},
	{"required constant beyond 64 bits", `{"type":"object","required":["x"],"properties":{"x":{"const":100000000000000000000}}}`,
		`{"x": 1e20} {"x": 1}`},
	{"enum of numbers that no float64 has", `{"enum":[1.5,9007199254740993]}`,
		`1.5 9007199254740993 2`},
	{"integers from beyond 64 bits on", `{"type":"integer","minimum":9223372036854775808}`,
		`9223372036854775808 1`},
	{"bounds beside allOf", `{"allOf":[{"type":"integer"}],"minimum":0,"maximum":18446744073709551615}`,
		`18446744073709551615 -1`},
	{"build constraint in a description", `{"description": "+build ignore", "type": "object", "properties": {"a": {"description": "+build ignore\n\n+build ignore", "type": "string"}}}`, `{"a": "x"} 1`},
}

// TestOddSchemas holds both engines together where schemas are odd.
func TestOddSchemas(t *testing.T) {
	module := newScratch(t)
	compiled, documents := map[string]*schema.Schema{}, map[string][]string{}
	for n, odd := range oddSchemas {
		t.Run(odd.name, func(t *testing.T) {
			d, err := document.Parse([]byte(odd.schema))
			if err != nil {
				t.Fatal(err)
			}
			s, err := schema.Compile(&schema.Source{URI: "file:///odd.json", Name: "odd.json", Document: d}, "", schema.Options{})
			if err != nil {
				t.Fatal(err)
			}
			pkg := fmt.Sprintf("odd%d", n)
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("found the panic %v, wanted Go", p)
				}
			}()
			out, err := generator.Generate(s, generator.Options{Package: pkg, Type: "Root"})
			if err != nil {
				t.Fatal(err)
			}
			module.add(t, pkg, "Root", out.Files)
			compiled[pkg], documents[pkg] = s, split(t, odd.documents)
		})
	}
	module.compile(t)
	outcomes := module.run(t, documents)
	for n, odd := range oddSchemas {
		pkg := fmt.Sprintf("odd%d", n)
		for i, o := range outcomes[pkg] {
			text := documents[pkg][i]
			name := odd.name + ": " + text
			if o.Panic != "" {
				t.Errorf("%s: the generated code panics: %s", name, o.Panic)
			} else if err := compiled[pkg].Validate([]byte(text)); err != nil {
				o.refused(t, name, err.Error())
			} else {
				o.accepted(t, name, text, "")
			}
		}
	}
	if _, stderr, err := module.command(nil, "go", "vet", "-mod=mod", "./..."); err != nil {
		t.Errorf("%v\n%s", err, stderr)
	}
}

// split reads JSON values that follow each other.
func split(t *testing.T, text string) (list []string) {
	t.Helper()
	for decoder := json.NewDecoder(strings.NewReader(text)); decoder.More(); {
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		list = append(list, string(value))
	}
	return list
}
