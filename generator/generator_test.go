package generator_test

import (
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
)

// compiled is a schema from text.
func compiled(t *testing.T, uri, text string) *schema.Schema {
	t.Helper()
	d, err := document.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Compile(&schema.Source{URI: uri, Name: "s.json", Document: d}, "", schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestRootName wants the root type's name from the options, the title or the document's name, and a Go name whatever they
// are.
func TestRootName(t *testing.T) {
	for _, c := range []struct{ option, title, uri, name string }{
		{"Given", "the title", "file:///file.json", "Given"},
		{"", "the title", "file:///file.json", "TheTitle"},
		{"", "", "file:///user-account.schema.json", "UserAccount"},
		{"", "!?", "file:///file.json", "File"},
		{"", "", "https://x.example/v1/order", "Order"},
		{"", "user id", "file:///f.json", "UserID"},
		{"", "2 fast", "file:///f.json", "X2Fast"},
		{"", "名前", "file:///f.json", "X名前"},
	} {
		text := `{"type": "object", "properties": {"a": {"type": "string"}}, "title": "` + c.title + `"}`
		out, err := generator.Generate(compiled(t, c.uri, text), generator.Options{Package: "p", Type: c.option})
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		if types := string(out.Files[0].Text); !strings.Contains(types, "\ntype "+c.name+" struct") {
			t.Errorf("%+v: found\n%s", c, types)
		}
	}
}

// TestNoName wants a name even where nothing gives one.
func TestNoName(t *testing.T) {
	for _, uri := range []string{"file:///---.json", "file:///", "file:///.json", "urn:x", "https://x.example/"} {
		out, err := generator.Generate(compiled(t, uri, `{"type": "object", "properties": {"a": {"type": "string"}}}`), generator.Options{Package: "p"})
		if err != nil {
			t.Errorf("%s: %v", uri, err)
			continue
		}
		if types := string(out.Files[0].Text); !strings.Contains(types, "\ntype ") || strings.Contains(types, "\ntype struct") {
			t.Errorf("%s: found\n%s\nwanted a type with a name", uri, types)
		}
	}
}

// TestOptions wants names that are no Go names to be refused.
func TestOptions(t *testing.T) {
	s := compiled(t, "file:///s.json", `{"type": "string"}`)
	for _, o := range []generator.Options{
		{Package: ""}, {Package: "a-b"}, {Package: "func"}, {Package: "_"}, {Package: "1a"}, {Package: "p", Type: "lower"}, {Package: "p", Type: "A-B"}, {Package: "p", Type: "_A"},
		{Package: "p", Type: "A.B"},
	} {
		if _, err := generator.Generate(s, o); err == nil || !strings.Contains(err.Error(), ": found ") {
			t.Errorf("%+v: found %v, wanted an error that names what was found", o, err)
		}
	}
}

// TestMachineIsNotInOutput wants no folder of the machine in what is generated.
func TestMachineIsNotInOutput(t *testing.T) {
	for _, s := range openStories(t) {
		s.generate(t)
		for _, f := range s.output.Files {
			for _, part := range []string{t.TempDir(), "/tmp/", "TestMachine"} {
				if strings.Contains(string(f.Text), part) {
					t.Errorf("%s: %s has %q in it", s.name, f.Name, part)
				}
			}
		}
	}
}

// TestNotes wants each looser type to be named with its place.
func TestNotes(t *testing.T) {
	out, err := generator.Generate(compiled(t, "file:///s.json", "{\"type\": \"object\", \"properties\": {\n\"a\": {\"not\": {\"type\": \"integer\"}}}}"), generator.Options{Package: "p", Type: "Root"})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Notes) != 1 || !strings.HasPrefix(out.Notes[0].String(), "s.json:2:6: /properties/a: ") {
		t.Errorf("found the notes %v, wanted one at s.json:2:6", out.Notes)
	}
}
