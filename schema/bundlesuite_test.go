package schema_test

import (
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/suite"
)

// unbundled are the groups of the official suite that a bundle cannot hold: their metaschemas choose vocabularies.
var unbundled = map[string]bool{
	"draft2019-09 vocabulary.json · schema that uses custom metaschema with with no validation vocabulary":          true,
	"draft2019-09 vocabulary.json · ignore unrecognized optional vocabulary":                                        true,
	"draft2020-12 vocabulary.json · schema that uses custom metaschema with with no validation vocabulary":          true,
	"draft2020-12 vocabulary.json · ignore unrecognized optional vocabulary":                                        true,
	"draft2020-12 optional/format-assertion.json · schema that uses custom metaschema with format-assertion: false": true,
	"draft2020-12 optional/format-assertion.json · schema that uses custom metaschema with format-assertion: true":  true,
}

// TestBundleSuite wants the verdicts on all instances of the official suite to be those of the bundle alone.
func TestBundleSuite(t *testing.T) {
	s := suite.Open(t)
	several, refused := 0, map[string]bool{}
	for _, g := range s.Groups {
		compiled, err := s.Compile(g)
		if err != nil {
			continue
		}
		text, err := schema.Bundle(compiled)
		if err != nil {
			refused[g.Name] = true
			if !unbundled[g.Name] || !strings.Contains(err.Error(), "$vocabulary") {
				t.Errorf("%s: found the error %v, wanted a bundle", g.Name, err)
			}
			continue
		}
		if len(compiled.Sources) > 1 {
			several++
		}
		o := s.Options(g)
		alone := standAlone(t, text, o)
		for _, c := range g.Tests {
			sameVerdict(t, g.Name+" · "+c.Description, compiled, alone, c.Data)
		}
		if found := judged(alone); len(judged(compiled)) == 0 && len(found) > 0 {
			t.Errorf("%s: the judge finds %v in the bundle, wanted nothing", g.Name, found)
		}
	}
	for name := range unbundled {
		if s.Whole && !refused[name] {
			t.Errorf("%s: is bundled, but listed as one that cannot be", name)
		}
	}
	t.Logf("%d groups of several documents bundled, %d refused", several, len(refused))
	if several == 0 {
		t.Error("found no group that refers to another document, wanted some")
	}
}

// TestBundleSuiteFiles has the documents that the suite gets from the web in a folder, under the URIs of files.
func TestBundleSuiteFiles(t *testing.T) {
	s := suite.Open(t)
	const web, folder = "http://localhost:1234/", "file:///home/somebody/remotes/"
	bundled := 0
	for _, g := range s.Groups {
		if !strings.Contains(string(g.Schema), web) || unbundled[g.Name] {
			continue
		}
		o := s.Options(g)
		remote := o.Load
		o.Load = func(uri string) (*schema.Source, error) {
			src, err := remote(strings.Replace(uri, folder, web, 1))
			if err != nil {
				return nil, err
			}
			text := strings.ReplaceAll(string(src.Document.Source()), web, folder)
			d, err := document.Parse([]byte(text))
			return &schema.Source{URI: uri, Name: src.Name, Document: d}, err
		}
		d, err := document.Parse([]byte(strings.ReplaceAll(string(g.Schema), web, folder)))
		if err != nil {
			t.Fatal(err)
		}
		before, err := schema.Compile(&schema.Source{URI: "file:///home/somebody/tests/group.json", Name: "group.json", Document: d}, "", o)
		if err != nil {
			continue
		}
		text, err := schema.Bundle(before)
		if err != nil {
			t.Errorf("%s: found the error %v, wanted a bundle", g.Name, err)
			continue
		}
		if strings.Contains(string(text), "somebody/tests") {
			t.Errorf("%s: found a path of the machine in the bundle:\n%s", g.Name, text)
		}
		bundled++
		alone := standAlone(t, text, o)
		for _, c := range g.Tests {
			sameVerdict(t, g.Name+" · "+c.Description, before, alone, c.Data)
		}
	}
	t.Logf("%d groups bundled", bundled)
	if bundled == 0 {
		t.Error("found no group that refers to a document of the web, wanted some")
	}
}

// sameVerdict wants a schema and its bundle to say the same of an instance.
func sameVerdict(t *testing.T, name string, before, after *schema.Schema, instance []byte) {
	t.Helper()
	d, err := document.Parse(instance)
	if err != nil {
		return // what is not JSON has no verdict
	}
	if a, b := before.Valid(d), after.Valid(d); a != b {
		t.Errorf("%s: found the verdict %t of the schema and %t of its bundle", name, a, b)
	}
}
