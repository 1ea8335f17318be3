package schema_test

import (
	"errors"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/judge"
	"github.com/google/go-cmp/cmp"
)

// documents are the schema documents of a test, by their URIs; those without a scheme are files in a folder.
type documents map[string]string

const bundleFolder = "file:///home/somebody/work/"

// open compiles the schema of a document and a fragment.
func (d documents) open(t *testing.T, name string, o schema.Options) *schema.Schema {
	t.Helper()
	o.Load = d.load
	name, fragment, _ := strings.Cut(name, "#")
	uri := name
	if !strings.Contains(name, ":") {
		uri = bundleFolder + name
	}
	src, err := d.load(uri)
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Compile(src, fragment, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (d documents) load(uri string) (*schema.Source, error) {
	text, ok := d[uri]
	if !ok {
		text, ok = d[strings.TrimPrefix(uri, bundleFolder)]
	}
	if !ok {
		return nil, errors.New("no such document")
	}
	var one *document.Document
	var err error
	if path.Ext(uri) == ".yaml" {
		var all []*document.Document
		if all, err = yaml.Parse([]byte(text)); err == nil {
			one = all[0]
		}
	} else {
		one, err = document.Parse([]byte(text))
	}
	return &schema.Source{URI: uri, Name: path.Base(uri), Document: one}, err
}

// standAlone compiles a bundle without anything else, and wants its own bundle to be the same.
func standAlone(t *testing.T, bundle []byte, o schema.Options) *schema.Schema {
	t.Helper()
	d, err := document.Parse(bundle)
	if err != nil {
		t.Fatalf("the bundle is not JSON: %v\n%s", err, bundle)
	}
	o.Load = nil
	s, err := schema.Compile(&schema.Source{URI: "file:///elsewhere/bundle.json", Name: "bundle.json", Document: d}, "", o)
	if err != nil {
		t.Fatalf("the bundle cannot be used alone: %v\n%s", err, bundle)
	}
	again, err := schema.Bundle(s)
	if err != nil {
		t.Fatalf("the bundle cannot be bundled: %v\n%s", err, bundle)
	}
	if diff := cmp.Diff(string(bundle), string(again)); diff != "" {
		t.Errorf("the bundle of the bundle is another one (-first +second):\n%s", diff)
	}
	return s
}

// judged are the problems that the judge finds in the documents of a schema.
func judged(s *schema.Schema) []schema.Problem {
	var all []schema.Problem
	for _, src := range s.Sources {
		all = append(all, judge.Check(src, s.Options().Default)...)
	}
	return all
}

// sameAsFile compares a text with a file, which it writes first where UPDATE_BUNDLES is set.
func sameAsFile(t *testing.T, name string, text []byte) {
	t.Helper()
	if os.Getenv("UPDATE_BUNDLES") != "" {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, text, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(text)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestBundle(t *testing.T) {
	for _, c := range bundleCases {
		t.Run(c.name, func(t *testing.T) {
			s := c.documents.open(t, c.open, c.options)
			text, err := schema.Bundle(s)
			if err != nil {
				t.Fatal(err)
			}
			sameAsFile(t, filepath.Join("testdata", "bundle", strings.ReplaceAll(c.name, " ", "-")+".json"), text)
			alone := standAlone(t, text, c.options)
			for valid, list := range map[bool][]string{true: c.valid, false: c.invalid} {
				for _, instance := range list {
					before, after := s.Validate([]byte(instance)) == nil, alone.Validate([]byte(instance)) == nil
					if before != valid || after != valid {
						t.Errorf("%s: found the verdicts %t before and %t after, wanted %t", instance, before, after, valid)
					}
				}
			}
			if found := judged(alone); len(judged(s)) == 0 && len(found) > 0 {
				t.Errorf("the judge finds %v in the bundle, wanted nothing", found)
			}
			for _, word := range []string{"file:", "somebody"} {
				if strings.Contains(string(text), word) {
					t.Errorf("found %q in the bundle, wanted nothing of the machine", word)
				}
			}
		})
	}
}

func TestBundleRefuses(t *testing.T) {
	tests := []struct {
		name      string
		documents documents
		want      string
	}{
		{
			name: "a metaschema that chooses vocabularies",
			documents: documents{
				"root.json":          `{"$schema": "https://e.com/meta", "minimum": 1}`,
				"https://e.com/meta": `{"$schema": "https://json-schema.org/draft/2020-12/schema", "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true}}`,
			},
			want: `root.json:1:13: $schema: found "https://e.com/meta", whose $vocabulary is not that of a draft, wanted the dialect of a draft: ` +
				`a bundle cannot hold the metaschema by which it is read`,
		},
		{
			name: "a document that is no schema",
			documents: documents{
				"root.json": `{"$ref": "list.json#/0"}`,
				"list.json": `[{"type": "string"}]`,
			},
			want: `list.json:1:1: found an array, wanted an object or a boolean: nothing else can stand in a bundle`,
		},
		{
			name: "two documents of one URI that differ",
			documents: documents{
				"root.json": `{"properties": {"a": {"$ref": "a.json"}, "b": {"$ref": "b.json"}}}`,
				"a.json":    `{"$id": "https://e.com/x", "type": "string"}`,
				"b.json":    `{"$id": "https://e.com/x", "type": "number"}`,
			},
			want: `b.json:1:1: found the URI https://e.com/x, which is that of another schema in a.json, wanted one schema of that URI`,
		},
		{
			name: "definitions that cannot take documents",
			documents: documents{
				"root.json": `{"$ref": "a.json", "$defs": 1}`,
				"a.json":    `{}`,
			},
			want: `root.json:1:29: $defs: found a number, wanted an object, to put the other documents there`,
		},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			text, err := schema.Bundle(c.documents.open(t, "root.json", schema.Options{}))
			var list *schema.Error
			if !errors.As(err, &list) || err.Error() != c.want {
				t.Errorf("found the error %v, wanted %s", err, c.want)
			}
			if text != nil {
				t.Errorf("found the text %s beside an error", text)
			}
		})
	}
}

// TestBundleOrder wants the same text from every run.
func TestBundleOrder(t *testing.T) {
	d := documents{"root.json": `{"allOf": [{"$ref": "a.json"}, {"$ref": "b.json"}, {"$ref": "c.json"}, {"$ref": "d.json"}]}`}
	for _, name := range []string{"a", "b", "c", "d"} {
		d[name+".json"] = `{"$defs": {"x": {"$id": "` + name + `/x"}, "y": {"$id": "` + name + `/y"}}}`
	}
	texts := map[string]bool{}
	for range 10 {
		text, err := schema.Bundle(d.open(t, "root.json", schema.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		texts[string(text)] = true
	}
	if len(texts) != 1 {
		t.Errorf("found %d texts, wanted one:\n%s", len(texts), strings.Join(slices.Sorted(maps.Keys(texts)), "\n"))
	}
}
