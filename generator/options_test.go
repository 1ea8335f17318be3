package generator_test

import (
	"bytes"
	"errors"
	"go/build/constraint"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/assaykit/assay/generator"
)

// TestOptionsRefuses wants options that cannot be used, or would be more in Go source than they are meant for, to be refused
// by name.
func TestOptionsRefuses(t *testing.T) {
	type style = generator.Style
	for _, c := range []struct {
		style style
		want  string
	}{
		{style{Header: "a\rpackage b"}, `header: found "\r" in it, wanted lines of text`},
		{style{Header: "a\x00"}, `header: found "\x00" in it`},
		{style{Header: "Ours.\n+build ignore"}, `header: found the build constraint "+build ignore", wanted it under build-tags`},
		{style{Header: "go:build ignore"}, `header: found the build constraint "go:build ignore", wanted it under build-tags`},
		{style{BuildTags: "linux &&"}, `build-tags: found "linux &&" (`},
		{style{BuildTags: "linux\n\npackage p"}, `build-tags: found "linux\n\npackage p", wanted one line`},
		{style{BuildTags: "linux // x"}, `build-tags: found "linux // x" (`},
		{style{Layout: "many"}, `layout: found "many", wanted one of single, kinds, types`},
		{style{Optional: "maybe"}, `optional: found "maybe", wanted one of field, pointer`},
		{style{Numbers: "big"}, `numbers: found "big", wanted one of float64, exact`},
		{style{Formats: map[string]generator.Format{"uuid": {GoType: "UUID"}}}, `formats: uuid: found the Go type "UUID", wanted a package's path and a type of it such as net/netip.Addr, or string`},
		{style{Formats: map[string]generator.Format{"uuid": {GoType: `a"; import "b.C`}}}, `formats: uuid: found the Go type`},
		{style{Formats: map[string]generator.Format{"uuid": {GoType: "net/netip.addr"}}}, `formats: uuid: found the Go type`},
		{style{Formats: map[string]generator.Format{"uuid": {GoType: "C.Type"}}}, `formats: uuid: found the Go type`},
		{style{Formats: map[string]generator.Format{"uuid": {}}}, `formats: uuid: found the Go type ""`},
		{style{Initialisms: []string{"Sku"}}, `initialisms: found "Sku", wanted a word of capital letters and digits such as SKU`},
		{style{Imports: []generator.Import{{Package: "a.b/c"}}}, `imports: found no schema for a.b/c`},
		{style{Imports: []generator.Import{{Schema: "s.json", Package: "../c"}}}, `imports: found the import path "../c", wanted one such as example.com/module/package`},
		{style{Emit: []generator.Extra{"code"}}, `emit: found "code", wanted one of codec, validator, constructors, equal, string, tests, v2`},
		{style{Emit: []generator.Extra{""}}, `emit: found an empty word`},
		{style{Emit: []generator.Extra{"equal", "string"}}, `emit: found equal alone, wanted codec or validator beside it`},
		{style{Emit: []generator.Extra{"tests", "codec"}}, `emit: found tests alone, wanted validator beside it`},
		{style{Emit: []generator.Extra{"v2", "validator"}}, `emit: found v2 alone, wanted codec beside it`},
		{style{ReadOnly: "hide"}, `read-only: found "hide", wanted one of keep, omit`},
		{style{WriteOnly: "hide"}, `write-only: found "hide", wanted one of keep, omit`},
	} {
		err := generator.Options{Package: "p", Style: c.style}.Check()
		var option *generator.OptionError
		if !errors.As(err, &option) || !strings.HasPrefix(err.Error(), c.want) || !strings.HasPrefix(c.want, option.Option+": ") {
			t.Errorf("%+v: found %v, wanted %s", c.style, err, c.want)
		}
	}
	for _, o := range []generator.Options{{Package: "_"}, {Package: "a-b"}, {Package: "p", Type: "t"}} {
		if err := o.Check(); err == nil {
			t.Errorf("%+v is accepted", o)
		}
	}
	good := generator.Options{Package: "p", Type: "T", Style: style{
		Header: "Copyright: us.\n\n\tIndented, of course.\n", BuildTags: "linux && !race", Layout: "types", Optional: "pointer", Numbers: "exact",
		Formats:     map[string]generator.Format{"uuid": {GoType: "github.com/google/uuid.UUID"}, "ipv4": {GoType: "net/netip.Addr"}, "date": {GoType: "string"}, "x": {GoType: "gopkg.in/x/null.v4.Time"}},
		Initialisms: []string{"SKU", "B2B"}, Imports: []generator.Import{{Schema: "https://example.com/", Package: "example.com/a/b"}},
		Emit: []generator.Extra{"codec", "v2"}, ReadOnly: "omit", WriteOnly: "keep"}}
	if err := good.Check(); err != nil {
		t.Error(err)
	}
}

// TestHeaderAndBuildTags wants both at the head of each file, below the line by which it is known, as gofmt has them.
func TestHeaderAndBuildTags(t *testing.T) {
	s := compiled(t, "file:///s.json", `{"type": "object"}`)
	plain, err := generator.Generate(s, generator.Options{Package: "p"})
	if err != nil {
		t.Fatal(err)
	}
	style := generator.Style{Header: "Copyright: us. \n\n  All of it.\n", BuildTags: "linux&&( !race )"}
	out, err := generator.Generate(s, generator.Options{Package: "p", Style: style})
	if err != nil {
		t.Fatal(err)
	}
	const head = generator.Header + "\n//\n// Copyright: us.\n//\n//   All of it.\n\n//go:build linux && !race\n"
	for i, f := range out.Files {
		rest, ok := bytes.CutPrefix(f.Text, []byte(head))
		if !ok || generator.Header+"\n"+string(rest) != string(plain.Files[i].Text) {
			t.Errorf("%s: found\n%s\nwanted it to begin with\n%s", f.Name, f.Text[:min(len(f.Text), 300)], head)
		}
		if formatted, err := format.Source(f.Text); err != nil || !bytes.Equal(formatted, f.Text) {
			t.Errorf("%s is not as gofmt has it: %v", f.Name, err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Text, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil || strings.Contains(file.Doc.Text(), "Copyright") || !constraint.IsGoBuild(strings.TrimSpace(file.Comments[1].List[0].Text)) {
			t.Errorf("%s: found %v and the package comment %q, wanted a constraint and no header there", f.Name, err, file.Doc.Text())
		}
	}
}
