package main

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/models"
	"github.com/google/go-cmp/cmp"
)

// TestConfigIsAsItsSchemaSays wants every key of the schema to be read, and every key that is read to be in the schema.
func TestConfigIsAsItsSchemaSays(t *testing.T) {
	root := configSchema().Sources[0].Document.Root()
	var compare func(where string, s document.Value, is reflect.Type)
	compare = func(where string, s document.Value, is reflect.Type) {
		switch is.Kind() {
		case reflect.Slice:
			compare(where+"[]", member(s, "items"), is.Elem())
			return
		case reflect.Map:
			compare(where+"{}", member(s, "additionalProperties"), is.Elem())
			return
		case reflect.Struct:
		default:
			return
		}
		keys := map[string]document.Value{}
		for at := s; !at.IsZero(); at = referred(at) {
			for name, value := range at.Get("properties").Members() {
				keys[name.Text()] = value
			}
		}
		fields := map[string]reflect.Type{}
		for _, f := range reflect.VisibleFields(is) {
			if tag := f.Tag.Get("json"); tag != "" && tag != "-" {
				fields[tag] = f.Type
			}
		}
		if diff := cmp.Diff(slices.Sorted(maps.Keys(keys)), slices.Sorted(maps.Keys(fields))); diff != "" {
			t.Errorf("%s: keys of the schema and of %s (-schema +reader):\n%s", where, is, diff)
		}
		for name, field := range fields {
			if value, ok := keys[name]; ok {
				compare(where+"."+name, value, field)
			}
		}
	}
	compare("", root, reflect.TypeFor[config]())
}

// referred is the schema that one refers to; the zero Value where it refers to none.
func referred(s document.Value) document.Value {
	ref := s.Get("$ref")
	if ref.IsZero() {
		return ref
	}
	return s.Document().Root().Lookup(strings.TrimPrefix(ref.Text(), "#"))
}

// member is a member of a schema, or of one that it refers to.
func member(s document.Value, name string) document.Value {
	for ; !s.IsZero(); s = referred(s) {
		if v := s.Get(name); !v.IsZero() {
			return v
		}
	}
	return s
}

// TestConfigSchemaDescribes wants a description of every key, and examples that are valid.
func TestConfigSchemaDescribes(t *testing.T) {
	src := configSchema().Sources[0]
	var visit func(v document.Value)
	visit = func(v document.Value) {
		for name, sub := range v.Get("properties").Members() {
			if member(sub, "description").IsZero() {
				t.Errorf("%s:%d: %s has no description", src.Name, name.Position().Line, name.Text())
			}
			if member(sub, "type").TextOr("") == "string" && member(sub, "examples").IsZero() && member(sub, "enum").IsZero() {
				t.Errorf("%s:%d: %s has no example", src.Name, name.Position().Line, name.Text())
			}
		}
		for _, example := range v.Get("examples").Items() {
			s, err := schema.Compile(src, v.Pointer(), schema.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate([]byte(example.JSON())); err != nil {
				t.Errorf("%s:%d: %v", src.Name, example.Position().Line, err)
			}
		}
		for _, sub := range v.Members() {
			visit(sub)
		}
	}
	visit(src.Document.Root())
}

// TestConfigSchemaIsPrinted wants the schema as it is, and the project's own configuration to name it to editors.
func TestConfigSchemaIsPrinted(t *testing.T) {
	status, out, _ := assay(nil, "schema", "config")
	if status != statusValid || out != string(models.AssayConfiguration) {
		t.Errorf("found the status %d and\n%s", status, out)
	}
	const modeline = "# yaml-language-server: $schema=schema/models/assay_configuration.json\n"
	if text := read(t, "../../assay.yaml"); !strings.HasPrefix(string(text), modeline) {
		t.Errorf("assay.yaml does not begin with %q", modeline)
	}
	if _, err := loadConfig("../../assay.yaml"); err != nil {
		t.Error(err)
	}
}

// TestGenerateDefaults wants an entry to have what all have in common, but for what it says itself.
func TestGenerateDefaults(t *testing.T) {
	inTree(t, map[string]string{"assay.yaml": `
generate-defaults:
  header: ours
  build-tags: linux
  layout: single
  formats: {uuid: {go-type: a.b/c.UUID}, date: {go-type: string}}
  initialisms: [SKU]
  imports: [{schema: common, package: a.b/common}, {schema: "https://a.b/", package: a.b/c}]
generate:
  - {schema: a.json, out: a}
  - {schema: b.json, out: b, header: theirs, layout: types, formats: {uuid: {go-type: x.y/z.ID}}, initialisms: [VAT], emit: [codec], numbers: exact, optional: pointer, read-only: omit, write-only: keep}
`})
	c, err := loadConfig("")
	if err != nil {
		t.Fatal(err)
	}
	imports := []generator.Import{{Schema: schema.FileURI(absolute("common")), Package: "a.b/common"}, {Schema: "https://a.b/", Package: "a.b/c"}}
	for i, want := range []generator.Style{
		{Header: "ours", BuildTags: "linux", Layout: "single", Formats: map[string]generator.Format{"uuid": {GoType: "a.b/c.UUID"}, "date": {GoType: "string"}},
			Initialisms: []string{"SKU"}, Imports: imports},
		{Header: "theirs", BuildTags: "linux", Layout: "types", Formats: map[string]generator.Format{"uuid": {GoType: "x.y/z.ID"}, "date": {GoType: "string"}},
			Initialisms: []string{"VAT"}, Imports: imports, Emit: []generator.Extra{"codec"}, Numbers: "exact", Optional: "pointer", ReadOnly: "omit", WriteOnly: "keep"},
	} {
		if diff := cmp.Diff(want, c.Generate[i].Style); diff != "" {
			t.Errorf("entry %d (-want +got):\n%s", i, diff)
		}
	}
}
