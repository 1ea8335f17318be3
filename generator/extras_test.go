package generator_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/assaykit/assay/generator"
)

// An archive of testdata/extras is a schema, a style to write it in, and Go that uses what comes of it.
//
//	schema.json
//	style.json          a generator.Style
//	want/files          the names of the files that are written
//	want/NAME.go        one of them
//	want/notes          what is to be said of the schema, where there is anything
//	NAME_test.go        tests in the generated package

// TestExtras compiles every archive's package in one module, vets it and runs its tests.
func TestExtras(t *testing.T) {
	paths, err := filepath.Glob("../testdata/extras/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("found no archives in testdata/extras (%v), wanted some", err)
	}
	module := newScratch(t)
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := &story{name: strings.TrimSuffix(filepath.Base(path), ".txtar"), path: path, archive: archive}
		t.Run(s.name, func(t *testing.T) { s.extras(t, module) })
	}
	if listed, _, err := module.command(nil, "gofmt", "-s", "-l", "."); err != nil || len(listed) > 0 {
		t.Errorf("gofmt -s -l lists %q (%v), wanted nothing", listed, err)
	}
	for _, args := range []string{"go vet -mod=mod ./...", "go test -mod=mod ./...", "env GOEXPERIMENT=jsonv2 go test -mod=mod ./v2"} {
		words := strings.Fields(args)
		if out, stderr, err := module.command(nil, words[0], words[1:]...); err != nil {
			t.Errorf("%v\n%s%s", err, out, stderr)
		}
	}
}

// extras generates the package of an archive into a module, and compares what is wanted of it.
func (s *story) extras(t *testing.T, module *scratch) {
	text, _ := s.file("schema.json")
	style, _ := s.file("style.json")
	o := generator.Options{Package: s.name, Type: "Root"}
	if err := json.Unmarshal([]byte(style), &o.Style); err != nil {
		t.Fatal(err)
	}
	s.schema = compiled(t, "file:///schema.json", text)
	var err error
	if s.output, err = generator.Generate(s.schema, o); err != nil {
		t.Fatal(err)
	}
	module.add(t, s.name, "Root", s.output.Files)
	var names strings.Builder
	written := map[string]string{}
	for _, f := range s.output.Files {
		fmt.Fprintln(&names, f.Name)
		written["want/"+f.Name] = string(f.Text)
	}
	written["want/files"] = names.String()
	for _, f := range slices.Clone(s.archive.Files) {
		switch {
		case strings.HasPrefix(f.Name, "want/") && f.Name != "want/notes":
			s.want(t, f.Name, written[f.Name])
		case strings.HasSuffix(f.Name, "_test.go"):
			module.write(t, s.name+"/"+f.Name, f.Data)
		}
	}
	s.want(t, "want/notes", s.notes())
	if *update {
		if err := os.WriteFile(s.path, txtar.Format(s.archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestExtrasOfStories writes everything for the schema of every story, in each layout in turn, and runs the tests that come of it.
func TestExtrasOfStories(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles each story's package with its tests")
	}
	module := newScratch(t)
	layouts := []generator.Layout{generator.TypesLayout, generator.SingleLayout, generator.KindsLayout}
	for i, s := range openStories(t) {
		s.generate(t)
		style := generator.Style{Layout: layouts[i%len(layouts)], Emit: []generator.Extra{"codec", "validator", "constructors", "equal", "string", "tests", "v2"}}
		out, err := generator.Generate(s.schema, generator.Options{Package: s.name, Type: "Root", Style: style})
		if err != nil {
			t.Fatal(err)
		}
		module.add(t, s.name, "Root", out.Files)
	}
	if listed, _, err := module.command(nil, "gofmt", "-s", "-l", "."); err != nil || len(listed) > 0 {
		t.Errorf("gofmt -s -l lists %q (%v), wanted nothing", listed, err)
	}
	if out, stderr, err := module.command(nil, "go", "test", "-mod=mod", "./..."); err != nil {
		t.Errorf("%v\n%s%s", err, out, stderr)
	}
}
