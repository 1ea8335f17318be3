package generator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
)

// styles are ways to write Go, each with lines that it must have and documents that must come back as they were.
var styles = []struct {
	name, schema string
	style        generator.Style
	wanted       []string
	documents    []string
	unfit        []string
}{
	{
		name:      "pointers",
		schema:    `{"type": "object", "required": ["c"], "properties": {"a": {"type": "string"}, "b": {"type": ["string", "null"]}, "c": {"type": ["integer", "null"]}, "d": {"$ref": "#"}, "t": {"type": "string", "format": "date-time"}, "l": {"type": "array", "items": {"type": ["number", "null"]}}}}`,
		style:     generator.Style{Optional: generator.PointerOptional},
		wanted:    []string{"A *string `json:\"a,omitempty\"`", "B field.Maybe[string] `json:\"b,omitzero\"`", "C *int64 `json:\"c\"`", "D *Root", "T *time.Time", "L []*float64 `json:\"l,omitzero\"`"},
		documents: []string{`{"c": null}`, `{"a": "", "b": null, "c": 0, "d": {"c": 1}, "t": "2026-11-01t09:30:00.10Z", "l": [null, 1.5]}`, `{"c": 1, "l": []}`},
	},
	{
		name: "lists and maps beside pointers are nil where they are absent",
		schema: `{"type": "object", "required": ["r", "rn"], "properties": {"l": {"type": "array", "items": {"type": "string"}}, "m": {"type": "object", "additionalProperties": {"type": "integer"}},
			"ln": {"type": ["array", "null"], "items": {"type": "string"}}, "mn": {"type": ["object", "null"], "additionalProperties": {"type": "integer"}}, "r": {"type": "array"}, "rn": {"type": ["array", "null"]},
			"ll": {"type": "array", "items": {"type": "array", "items": {"type": "boolean"}}}, "p": {"prefixItems": [{"type": "string"}, {"type": "array"}], "type": "array"}},
			"anyOf": [{"properties": {"sl": {"type": "array", "items": {"type": "string"}}, "sm": {"type": "object", "additionalProperties": {"type": "integer"}}}}, {"minProperties": 1}]}`,
		style: generator.Style{Optional: generator.PointerOptional},
		wanted: []string{"L []string `json:\"l,omitzero\"`", "M map[string]int64 `json:\"m,omitzero\"`", "Ln field.Maybe[[]string]", "Mn field.Maybe[map[string]int64]",
			"R []json.RawMessage `json:\"r\"`", "Rn *[]json.RawMessage", "Ll [][]bool `json:\"ll,omitzero\"`", "Sl []string", "Sm map[string]int64"},
		documents: []string{`{"r": [], "rn": null}`, `{"r": [1], "rn": [], "l": [], "m": {}, "ln": [], "mn": {}, "ll": [], "sl": [], "sm": {}}`,
			`{"r": [], "rn": [1], "l": ["a"], "m": {"a": 1}, "ln": null, "mn": null, "ll": [[], [true]], "sl": ["a"], "sm": {"a": 1}, "p": ["a", []]}`,
			`{"r": [], "rn": null, "sl": "not of its schema", "sm": [1]}`},
	},
	{
		name:      "exact numbers",
		schema:    `{"type": "object", "properties": {"a": {"type": "number"}, "b": {"type": "array", "items": {"type": ["number", "null"]}}, "c": {"type": "integer", "minimum": 0, "maximum": 18446744073709551615}}}`,
		style:     generator.Style{Numbers: generator.ExactNumbers},
		wanted:    []string{"A field.Optional[json.Number]", "C field.Optional[uint64]"},
		documents: []string{`{"a": 1e400, "b": [9007199254740993, null, 0.1], "c": 18446744073709551615}`, `{"a": -0.0, "c": 1e19}`},
	},
	{
		name: "formats",
		schema: `{"type": "object", "properties": {"a": {"type": "string", "format": "ipv4"}, "b": {"type": "integer", "format": "int32"}, "c": {"type": "string", "format": "date-time"},
			"d": {"type": "array", "items": {"type": "string", "format": "ipv6"}}, "e": {"type": "number", "format": "float"}}}`,
		style: generator.Style{Formats: map[string]generator.Format{
			"ipv4": {GoType: "net/netip.Addr"}, "ipv6": {GoType: "net/netip.Addr"}, "int32": {GoType: "int32"}, "date-time": {GoType: "string"}, "float": {GoType: "float32"},
		}},
		wanted:    []string{"A field.Optional[netip.Addr]", "B field.Optional[int32]", "C field.Optional[string]", "D field.Optional[[]netip.Addr]", "E field.Optional[float32]"},
		documents: []string{`{"a": "192.0.2.1", "b": -2147483648, "c": "2026-11-01T09:30:00Z", "d": ["2001:db8::1"], "e": 0.5}`, `{"e": 16777216}`},
		unfit:     []string{`{"b": 2147483648}`, `{"d": ["2001:db8:0::1"]}`, `{"e": 0.1000000001}`},
	},
	{
		name: "types that the schema asks for",
		schema: `{"type": "object", "properties": {"a": {"type": "string", "x-go-type": "net/netip.Prefix", "x-go-name": "Network", "x-go-tags": {"db": "net", "yaml": "a,omitempty"}},
			"b": {"$ref": "#/$defs/b"}}, "$defs": {"b": {"type": "object", "x-go-type": "encoding/json.RawMessage"}}}`,
		wanted:    []string{"Network field.Optional[netip.Prefix] `db:\"net\" json:\"a,omitzero\" yaml:\"a,omitempty\"`", "B field.Optional[json.RawMessage]"},
		documents: []string{`{"a": "192.0.2.0/24", "b": {"x": [1.0]}}`},
		unfit:     []string{`{"a": "nowhere"}`},
	},
	{
		name: "what is asked for beside a reference",
		schema: `{"type": "object", "properties": {"a": {"$ref": "#/$defs/m"}, "b": {"$ref": "#/$defs/m", "x-go-name": "Second"}, "c": {"$ref": "#/$defs/m", "x-go-type": "encoding/json.RawMessage"}},
			"anyOf": [{"properties": {"k": {"type": "string", "x-go-name": "Kay", "x-go-tags": {"db": "k"}}}}], "$defs": {"m": {"type": "object", "x-go-name": "Money", "properties": {"x": {"type": "string"}}}}}`,
		wanted: []string{"A field.Optional[Money]", "Second field.Optional[Money]", "C field.Optional[json.RawMessage]",
			"Kay field.Optional[string] `db:\"k\" json:\"k,omitzero\"`"},
		documents: []string{`{"a": {"x": "1"}, "b": {"x": "2"}, "c": {"x": "3"}, "k": "4"}`},
	},
	{
		name: "what is asked for beside a reference in drafts that ignore all else there",
		schema: `{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {"a": {"$ref": "#/definitions/m", "x-go-name": "First", "x-go-tags": {"db": "a"}},
			"b": {"$ref": "#/definitions/m", "x-go-type": "encoding/json.RawMessage", "maxLength": 1}}, "definitions": {"m": {"type": "string"}}}`,
		wanted:    []string{"First field.Optional[string] `db:\"a\" json:\"a,omitzero\"`", "B field.Optional[json.RawMessage]"},
		documents: []string{`{"a": "x", "b": "yy"}`},
	},
	{
		name: "types that are asked for stay where they are",
		schema: `{"type": "object", "properties": {"p": {"type": "object", "properties": {"a": {"type": "string", "x-go-type": "net/netip.Addr"}}}, "q": {"type": "object", "properties": {"a": {"type": "string"}}},
			"r": {"anyOf": [{"type": "string", "format": "ipv4", "x-go-type": "net/netip.Addr"}, {"type": "string", "maxLength": 5}]}, "s": {"anyOf": [{"type": "integer", "x-go-type": "math/big.Int"}, {"type": "number"}]}}}`,
		wanted:    []string{"P field.Optional[RootP]", "Q field.Optional[RootQ]"},
		documents: []string{`{"p": {"a": "192.0.2.1"}, "q": {"a": "hello"}, "r": "hello", "s": 1.5}`, `{"r": "192.0.2.1", "s": -123456789012345678901234567890}`},
	},
	{
		name:      "integers or exact numbers",
		schema:    `{"anyOf": [{"type": "integer"}, {"type": "number"}]}`,
		style:     generator.Style{Numbers: generator.ExactNumbers},
		wanted:    []string{"type Root json.Number"},
		documents: []string{`1.5`, `1`},
	},
	{
		name:      "read-only members are omitted",
		schema:    `{"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "readOnly": true}, "name": {"type": "string"}, "secret": {"type": "string", "writeOnly": true}}, "additionalProperties": false}`,
		style:     generator.Style{ReadOnly: generator.OmitAccess},
		wanted:    []string{"Name field.Optional[string]", "Secret field.Optional[string]", "AdditionalProperties map[string]json.RawMessage"},
		documents: []string{`{"id": "a", "name": "b"}`},
	},
	{
		name:      "initialisms",
		schema:    `{"type": "object", "properties": {"sku_id": {"type": "string"}, "vat": {"type": "object", "properties": {"a": {"type": "string"}}}}}`,
		style:     generator.Style{Initialisms: []string{"SKU", "VAT"}},
		wanted:    []string{"SKUID field.Optional[string]", "VAT field.Optional[RootVAT]"},
		documents: []string{`{"sku_id": "1", "vat": {}}`},
	},
}

// TestStyles wants each style to show in the types, to compile, and to lose nothing.
func TestStyles(t *testing.T) {
	module := newScratch(t)
	documents := map[string][]string{}
	for _, c := range styles {
		t.Run(c.name, func(t *testing.T) {
			pkg := strings.ReplaceAll(strings.ReplaceAll(c.name, " ", ""), "-", "")
			out, err := generator.Generate(compiled(t, "file:///s.json", c.schema), generator.Options{Package: pkg, Type: "Root", Style: c.style})
			if err != nil {
				t.Fatal(err)
			}
			types := strings.Join(strings.Fields(string(out.Files[0].Text)), " ")
			for _, line := range c.wanted {
				if !strings.Contains(types, line) {
					t.Errorf("found no %s in\n%s", line, out.Files[0].Text)
				}
			}
			module.add(t, pkg, "Root", out.Files)
			documents[pkg] = append(append([]string{}, c.documents...), c.unfit...)
		})
	}
	module.compile(t)
	outcomes := module.run(t, documents)
	for _, c := range styles {
		pkg := strings.ReplaceAll(strings.ReplaceAll(c.name, " ", ""), "-", "")
		for i, o := range outcomes[pkg] {
			text := documents[pkg][i]
			switch {
			case o.Panic != "":
				t.Errorf("%s: %s: the generated code panics: %s", c.name, text, o.Panic)
			case i >= len(c.documents):
				if o.Validate != "" || !o.Unfit || o.Changed {
					t.Errorf("%s: %s: Validate finds %q, UnmarshalJSON %q; wanted a *field.FitError alone", c.name, text, o.Validate, o.Unmarshal)
				}
			default:
				o.accepted(t, c.name+": "+text, text, "")
			}
		}
	}
}

// TestAskedTypes wants a type that cannot be had to be refused with its place.
func TestAskedTypes(t *testing.T) {
	for text, wanted := range map[string]string{
		`{"type": "string", "x-go-type": "Addr"}`:                                             `s.json:1:33: x-go-type: found the Go type "Addr"`,
		`{"type": "string", "x-go-type": 1}`:                                                  `s.json:1:33: x-go-type: found 1, wanted a string`,
		"{\"properties\": {\"a\": {\"x-go-tags\": {\"db\": \"a`b\"}}}}":                       `s.json:1:43: x-go-tags: found "db"`,
		`{"properties": {"a": {"x-go-tags": {"json": "b"}}}}`:                                 `s.json:1:45: x-go-tags: found "json"`,
		`{"properties": {"a": {"x-go-tags": "db"}}}`:                                          `s.json:1:36: x-go-tags: found "db", wanted an object`,
		`{"properties": {"a": {"x-go-tags": {"a b": "c"}}, "b": {"x-go-type": "int/x y.Z"}}}`: `s.json:1:44: x-go-tags: found "a b"`,
		`{"properties": {"a": {"x-go-tags": {"db": 1}}}}`:                                     `s.json:1:43: x-go-tags: found "db": 1`,
		`{"properties": {"a": {"x-go-tags": {"": "c"}}}}`:                                     `s.json:1:41: x-go-tags: found ""`,
		`{"properties": {"a": {"type": "string", "x-go-name": "user"}}}`:                      `s.json:1:54: x-go-name: found "user", wanted a Go name`,
		`{"properties": {"a": {"type": "string", "x-go-name": "My-Name"}}}`:                   `s.json:1:54: x-go-name: found "My-Name", wanted a Go name`,
		`{"properties": {"a": {"type": "string", "x-go-name": ["A"]}}}`:                       `s.json:1:54: x-go-name: found ["A"], wanted a Go name`,
		// A name that is taken.
		`{"properties": {"a": {"type": "string", "x-go-name": "Validate"}}}`:                                                           `s.json:1:54: x-go-name: found "Validate", which something else is called already`,
		`{"properties": {"a": {"type": "string", "x-go-name": "B"}, "b": {"type": "string", "x-go-name": "B"}}}`:                       `s.json:1:54: x-go-name: found "B", which`,
		`{"properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {"x-go-name": "Root", "properties": {"b": {"type": "string"}}}}}`: `s.json:1:75: x-go-name: found "Root", which`,
		// Where no type of its own is asked for, too.
		`{"type": "string", "not": {"const": "a", "x-go-name": ""}}`:                               `s.json:1:55: x-go-name: found "", wanted a Go name`,
		`{"allOf": [{"type": "string", "x-go-type": "Addr"}, {"type": "string", "minLength": 2}]}`: `s.json:1:44: x-go-type: found the Go type "Addr"`,
		`{"type": "array", "items": {"type": "string", "x-go-tags": []}}`:                          `s.json:1:60: x-go-tags: found [], wanted an object`,
	} {
		_, err := generator.Generate(compiled(t, "file:///s.json", text), generator.Options{Package: "p", Type: "Root"})
		if err == nil || !strings.HasPrefix(err.Error(), wanted) {
			t.Errorf("%s: found %v, wanted %s", text, err, wanted)
		}
	}
}

// TestImports wants the types of schemas that another package has to be those of that package.
func TestImports(t *testing.T) {
	s := compileTree(t, map[string]string{
		"shop/order.json":   `{"type": "object", "properties": {"to": {"$ref": "../common/place.json#/$defs/address"}, "at": {"$ref": "../common/place.json"}, "inner": {"$ref": "../common/place.json#/properties/x"}}}`,
		"common/place.json": `{"title": "Place", "type": "object", "properties": {"x": {"type": "object", "properties": {"y": {"type": "string"}}}}, "$defs": {"address": {"type": "object", "properties": {"city": {"type": "string"}}}}}`,
	}, "shop/order.json")
	folder := strings.TrimSuffix(s.Sources[0].URI, "shop/order.json")
	out, err := generator.Generate(s, generator.Options{Package: "p", Type: "Root", Style: generator.Style{Imports: []generator.Import{
		{Schema: folder + "common/", Package: "example.com/common"},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	types := strings.Join(strings.Fields(string(out.Files[0].Text)), " ")
	for _, line := range []string{`"example.com/common"`, "To field.Optional[common.Address]", "At field.Optional[common.Place]", "Inner field.Optional[PlaceX]"} {
		if !strings.Contains(types, line) {
			t.Errorf("found no %s in\n%s", line, out.Files[0].Text)
		}
	}
}

// compileTree writes files and compiles the schema in one of them.
func compileTree(t *testing.T, files map[string]string, root string) *schema.Schema {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		writeFile(t, folder, name, text)
	}
	src, err := schema.Files{}.Open(folder + "/" + root)
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Compile(src, "", schema.Options{Load: schema.Files{}.Load})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func writeFile(t *testing.T, folder, name, text string) {
	t.Helper()
	path := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
