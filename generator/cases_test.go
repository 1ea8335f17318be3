package generator_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

var update = flag.Bool("update", false, "write the wanted Go, notes and reports of testdata/generate anew")

// story is an archive of testdata/generate: a schema, the Go that is wanted for it, and documents with what is to be
// said of them.
//
//	schema.json, and others that it refers to
//	want/types.go, want/validate.go
//	want/notes          what is looser than the schema, and warnings, where there are any
//	valid/NAME.json     valid; with valid/NAME.fit the error where it does not fit its Go type
//	invalid/NAME.json   invalid; with invalid/NAME.report, the error's text
type story struct {
	name    string
	path    string
	archive *txtar.Archive
	schema  *schema.Schema
	output  *generator.Output
}

// openStories reads all archives.
func openStories(t *testing.T) []*story {
	t.Helper()
	paths, err := filepath.Glob("../testdata/generate/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("found no archives in testdata/generate (%v), wanted some", err)
	}
	var list []*story
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		list = append(list, &story{name: name, path: path, archive: archive})
	}
	return list
}

// generate writes the schema documents to a folder, so that they are found as a user's are, and generates.
func (s *story) generate(t *testing.T) {
	t.Helper()
	folder := t.TempDir()
	for _, f := range s.archive.Files {
		if !isSchema(f.Name) {
			continue
		}
		path := filepath.Join(folder, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s.schema, s.output = generateFile(t, filepath.Join(folder, "schema.json"), s.name)
}

// isSchema reports whether a file of an archive is a schema document.
func isSchema(name string) bool {
	return !strings.HasPrefix(name, "want/") && !strings.HasPrefix(name, "valid/") && !strings.HasPrefix(name, "invalid/")
}

// generateFile compiles the schema in a file and generates a package with the root type Root.
func generateFile(t *testing.T, path, pkg string) (*schema.Schema, *generator.Output) {
	t.Helper()
	src, err := schema.Files{}.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	options := schema.Options{Load: schema.Files{}.Load}
	compiled, err := schema.Compile(src, "", options)
	if err != nil {
		t.Fatal(err)
	}
	output, err := generator.Generate(compiled, generator.Options{Package: pkg, Type: "Root"})
	if err != nil {
		t.Fatal(err)
	}
	return compiled, output
}

// file is the text of a file of the archive; ok is false where it has none.
func (s *story) file(name string) (text string, ok bool) {
	for _, f := range s.archive.Files {
		if f.Name == name {
			return string(f.Data), true
		}
	}
	return "", false
}

// want compares a text with a file of the archive, or sets it where the flag says so. An empty text is no file.
func (s *story) want(t *testing.T, name, got string) {
	t.Helper()
	if got != "" && !strings.HasSuffix(got, "\n") {
		got += "\n"
	}
	if *update {
		s.set(name, got)
		return
	}
	if wanted, _ := s.file(name); wanted != got {
		t.Errorf("%s: %s differs (-want +got):\n%s", s.path, name, cmp.Diff(wanted, got))
	}
}

// set puts a text into the archive: in its place, or behind the file it belongs to.
func (s *story) set(name, text string) {
	files := s.archive.Files
	at := slices.IndexFunc(files, func(f txtar.File) bool { return f.Name == name })
	switch {
	case text == "" && at >= 0:
		s.archive.Files = slices.Delete(files, at, at+1)
	case text == "":
	case at >= 0:
		files[at].Data = []byte(text)
	default:
		stem := strings.TrimSuffix(name, filepath.Ext(name)) + ".json"
		at = slices.IndexFunc(files, func(f txtar.File) bool { return f.Name == stem }) + 1
		if strings.HasPrefix(name, "want/") {
			if at = slices.IndexFunc(files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "valid/") }); at < 0 {
				at = len(files)
			}
		}
		s.archive.Files = slices.Insert(files, at, txtar.File{Name: name, Data: []byte(text)})
	}
}

// documents are the instances of the archive, in its order.
func (s *story) documents() (names, texts []string) {
	for _, f := range s.archive.Files {
		folder, _, _ := strings.Cut(f.Name, "/")
		if (folder == "valid" || folder == "invalid") && strings.HasSuffix(f.Name, ".json") {
			names, texts = append(names, f.Name), append(texts, string(f.Data))
		}
	}
	return names, texts
}

// notes is what the generator and the compiler have to say.
func (s *story) notes() string {
	var b strings.Builder
	for _, p := range append(slices.Clone(s.schema.Warnings), s.output.Notes...) {
		p.File = filepath.Base(p.File)
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

// TestStories walks every archive through both engines.
func TestStories(t *testing.T) {
	stories := openStories(t)
	module := newScratch(t)
	documents := map[string][]string{}
	for _, s := range stories {
		t.Run(s.name, func(t *testing.T) {
			s.generate(t)
			s.goodCode(t)
			s.interpreted(t)
			module.add(t, s.name, "Root", s.output.Files)
			_, documents[s.name] = s.documents()
			if *update {
				if err := os.WriteFile(s.path, txtar.Format(s.archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	if listed, _, err := module.command(nil, "gofmt", "-l", "."); err != nil || len(listed) > 0 {
		t.Errorf("gofmt -l lists %q (%v), wanted nothing", listed, err)
	}
	module.compile(t)
	outcomes := module.run(t, documents)
	for _, s := range stories {
		if _, compiled := module.packages[s.name]; compiled {
			t.Run(s.name+"/generated", func(t *testing.T) { s.generated(t, outcomes[s.name]) })
		}
	}
	if _, stderr, err := module.command(nil, "go", "vet", "-mod=mod", "./..."); err != nil {
		t.Errorf("%v\n%s", err, stderr)
	}
}

// goodCode compares the Go with the wanted one.
func (s *story) goodCode(t *testing.T) {
	for _, f := range s.output.Files {
		if !bytes.HasPrefix(f.Text, []byte(generator.Header+"\n")) {
			t.Errorf("%s begins with another line than %q", f.Name, generator.Header)
		}
		if f.Name == "types.go" || f.Name == "validate.go" {
			s.want(t, "want/"+f.Name, string(f.Text))
		}
	}
	s.want(t, "want/notes", s.notes())
}

// interpreted asks the interpreter for each document.
func (s *story) interpreted(t *testing.T) {
	names, texts := s.documents()
	valid, invalid := 0, 0
	for i, name := range names {
		err := s.schema.Validate([]byte(texts[i]))
		if strings.HasPrefix(name, "valid/") {
			if valid++; err != nil {
				t.Errorf("%s: the interpreter finds %v, wanted it valid", name, err)
			}
			continue
		}
		invalid++
		var all *rule.Error
		if !errors.As(err, &all) {
			t.Errorf("%s: the interpreter returns %v, wanted a *rule.Error", name, err)
			continue
		}
		s.want(t, strings.TrimSuffix(name, ".json")+".report", all.Error())
	}
	if valid == 0 || invalid == 0 && s.name != "anything" {
		t.Errorf("%s has %d valid and %d invalid documents, wanted some of each", s.path, valid, invalid)
	}
}

// generated compares what the generated code did with each document with what is wanted.
func (s *story) generated(t *testing.T, outcomes []outcome) {
	names, texts := s.documents()
	if len(outcomes) != len(names) {
		t.Fatalf("found %d outcomes, wanted %d", len(outcomes), len(names))
	}
	for i, name := range names {
		o, stem := outcomes[i], strings.TrimSuffix(name, ".json")
		if o.Panic != "" {
			t.Errorf("%s: the generated code panics: %s", name, o.Panic)
			continue
		}
		if strings.HasPrefix(name, "invalid/") {
			wanted, _ := s.file(stem + ".report")
			o.refused(t, name, strings.TrimSuffix(wanted, "\n"))
			continue
		}
		unfit, _ := s.file(stem + ".fit")
		o.accepted(t, name, texts[i], strings.TrimSuffix(unfit, "\n"))
	}
}

// refused wants both functions to give the interpreter's error.
func (o outcome) refused(t *testing.T, name, report string) {
	t.Helper()
	if o.Validate != report {
		t.Errorf("%s: ValidateRoot differs from the interpreter (-want +got):\n%s", name, cmp.Diff(report, o.Validate))
	}
	if o.Unmarshal != report {
		t.Errorf("%s: UnmarshalJSON differs from the interpreter (-want +got):\n%s", name, cmp.Diff(report, o.Unmarshal))
	}
	if o.Kind != "*rule.Error *rule.Error" {
		t.Errorf("%s: the errors are %s, wanted two *rule.Error", name, o.Kind)
	}
	if o.Changed {
		t.Errorf("%s: UnmarshalJSON failed and changed the value", name)
	}
}

// accepted wants no error, and that decoding and encoding lose nothing; or, where unfit is not "", that error
// of decoding.
func (o outcome) accepted(t *testing.T, name, text, unfit string) {
	t.Helper()
	if o.Validate != "" {
		t.Errorf("%s: ValidateRoot finds %s, wanted it valid", name, o.Validate)
		return
	}
	if o.Unmarshal != unfit {
		t.Errorf("%s: UnmarshalJSON returns %q, wanted %q", name, o.Unmarshal, unfit)
		return
	}
	if unfit != "" {
		if !o.Unfit || o.Changed {
			t.Errorf("%s: is a *field.FitError: %t, value changed: %t; wanted true and false", name, o.Unfit, o.Changed)
		}
		return
	}
	if o.Marshal != "" || o.Again != "" || o.Standard != "" {
		t.Errorf("%s: MarshalJSON returns %q, Validate %q, encoding/json differs by %q; wanted none", name, o.Marshal, o.Again, o.Standard)
		return
	}
	if !sameValue(text, o.JSON) {
		t.Errorf("%s: decoding and encoding make %s, wanted a value equal to %s", name, o.JSON, text)
	}
}

// sameValue compares two JSON texts by their values. Texts that are no JSON have none.
func sameValue(a, b string) bool {
	d, err := document.Parse([]byte(a))
	if err != nil {
		return false
	}
	e, err := document.Parse([]byte(b))
	return err == nil && document.Equal(d.Root(), e.Root())
}
