package generator_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/suite"
)

// fuzzed is a schema of the suite as the fuzzing program has it.
type fuzzed struct {
	Package, Name string
	Draft         schema.Draft
	Schema        json.RawMessage
	Instances     []json.RawMessage
}

// fuzzedShare is how many groups of the suite come to one that is fuzzed: all of them would take minutes to compile.
const fuzzedShare = 4

// TestFuzzGenerated generates packages for schemas of the suite once and then mutates instances: generated code, the interpreter and,
// where it is known to be right, v5 come to one verdict, and decoding loses nothing. `make fuzz` runs it for a
// time; the variable is the time, such as 30s.
func TestFuzzGenerated(t *testing.T) {
	duration := os.Getenv("ASSAY_FUZZ_GENERATED")
	if duration == "" {
		t.Skip("ASSAY_FUZZ_GENERATED says for how long, as make fuzz does")
	}
	s, module := suite.Open(t), newScratch(t)
	var all []fuzzed
	for n, g := range s.Groups {
		if n%fuzzedShare != 0 {
			continue
		}
		// References to documents elsewhere would need a loader in the program.
		if g.Formats != schema.SpecFormats || strings.Contains(string(g.Schema), "localhost") || strings.Contains(g.Name, "vocabulary") {
			continue
		}
		pkg := fmt.Sprintf("group%d", n)
		files, err := generate(s, g, pkg)
		if err != nil {
			continue // TestSuite says so
		}
		module.add(t, pkg, "Root", files)
		one := fuzzed{Package: pkg, Name: g.Name, Draft: g.Draft, Schema: g.Schema}
		for _, c := range g.Tests {
			one.Instances = append(one.Instances, c.Data)
		}
		all = append(all, one)
	}
	module.compile(t)
	var imports, table strings.Builder
	for _, f := range all {
		fmt.Fprintf(&imports, "\t%q\n", "downstream/"+f.Package)
		fmt.Fprintf(&table, "\t%q: {%s.ValidateRoot, func() root { return new(%s.Root) }},\n", f.Package, f.Package, f.Package)
	}
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	module.write(t, "fuzz/schemas.json", text)
	program := strings.NewReplacer("IMPORTS\n", imports.String(), "TABLE\n", table.String()).Replace(fuzzer)
	module.write(t, "fuzz/generated_test.go", []byte(program))
	stdout, stderr, err := module.command(nil, "go", "test", "-mod=mod", "-run", "^$", "-fuzz", "^FuzzGenerated$",
		"-fuzztime", duration, "-fuzzminimizetime", "1x", "./fuzz")
	t.Logf("%d schemas\n%s%s", len(all), stdout, stderr)
	if err != nil {
		t.Error(err)
	}
}

// fuzzer is the program.
const fuzzer = `package fuzz

import (
	_ "embed"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/field"
	"github.com/assaykit/assay/schema"
IMPORTS
)

type root interface {
	json.Unmarshaler
	json.Marshaler
}

type generated struct {
	validate func([]byte) error
	new      func() root
}

var table = map[string]generated{
TABLE
}

type one struct {
	Package, Name string
	Draft         schema.Draft
	Schema        json.RawMessage
	Instances     []json.RawMessage

	interpreter *schema.Schema
	v5          *jsonschema.Schema // nil where it has no say
}

//go:embed schemas.json
var schemas []byte

var drafts = map[schema.Draft]*jsonschema.Draft{
	schema.Draft4: jsonschema.Draft4, schema.Draft6: jsonschema.Draft6, schema.Draft7: jsonschema.Draft7,
	schema.Draft2019: jsonschema.Draft2019, schema.Draft2020: jsonschema.Draft2020,
}

// other are the keywords by which v5 is known to judge otherwise on some instances; the metaschemas have formats.
var other = regexp.MustCompile("\"[$]ref\"\\s*:\\s*\"https?://json-schema|\"format\"|\"content|\"pattern|\"integer\"|\"enum\"\\s*:\\s*\\[\\s*\\]|[eE][+-]?[0-9]{4}")

func open(f *testing.F) []*one {
	var all []*one
	if err := json.Unmarshal(schemas, &all); err != nil {
		f.Fatal(err)
	}
	for _, o := range all {
		d, err := document.Parse(o.Schema)
		if err != nil {
			f.Fatal(err)
		}
		o.interpreter, err = schema.Compile(&schema.Source{URI: "file:///s.json", Name: o.Name, Document: d}, "",
			schema.Options{Default: o.Draft, Formats: schema.SpecFormats})
		if err != nil {
			f.Fatal(err)
		}
		o.ask()
	}
	return all
}

// ask gives v5 a say where it is right about all instances of the suite.
func (o *one) ask() {
	if drafts[o.Draft] == nil || other.Match(o.Schema) {
		return
	}
	c := jsonschema.NewCompiler()
	c.Draft = drafts[o.Draft]
	if c.AddResource("file:///s.json", strings.NewReader(string(o.Schema))) != nil {
		return
	}
	v5, err := c.Compile("file:///s.json")
	if err != nil {
		return
	}
	for _, i := range o.Instances {
		if judge(v5, i) != (o.interpreter.Validate(i) == nil) {
			return
		}
	}
	o.v5 = v5
}

func judge(s *jsonschema.Schema, text []byte) bool {
	// encoding/json refuses a byte order mark, which package document passes over.
	decoder := json.NewDecoder(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	decoder.UseNumber()
	var v any
	return decoder.Decode(&v) == nil && s.Validate(v) == nil
}

func FuzzGenerated(f *testing.F) {
	all := open(f)
	for n, o := range all {
		// One seed a schema is enough to mutate, and few enough to begin with in seconds.
		f.Add(uint16(n), []byte(o.Instances[len(o.Instances)-1]))
	}
	f.Fuzz(func(t *testing.T, n uint16, text []byte) {
		o := all[int(n)%len(all)]
		code := table[o.Package]
		verdict := o.interpreter.Validate(text)
		if err := code.validate(text); (err == nil) != (verdict == nil) {
			t.Fatalf("%s\n%s\nwith %q: generated code says %v, the interpreter %v", o.Name, o.Schema, text, err, verdict)
		}
		given, err := document.Parse(text)
		if err != nil {
			return
		}
		if o.v5 != nil && !other.Match(text) && judge(o.v5, text) != (verdict == nil) {
			t.Fatalf("%s\n%s\nwith %q: the interpreter says %v, v5 the opposite", o.Name, o.Schema, text, verdict)
		}
		if verdict != nil {
			return
		}
		v := code.new()
		var unfit *field.FitError
		if err := v.UnmarshalJSON(text); errors.As(err, &unfit) {
			return
		} else if err != nil {
			t.Fatalf("%s\n%s\nwith %q: decoding says %v", o.Name, o.Schema, text, err)
		}
		written, err := v.MarshalJSON()
		if err != nil {
			t.Fatalf("%s\n%s\nwith %q: encoding says %v", o.Name, o.Schema, text, err)
		}
		back, err := document.Parse(written)
		if err != nil || !document.Equal(given.Root(), back.Root()) {
			t.Fatalf("%s\n%s\nwith %q: encoding writes %q (%v)", o.Name, o.Schema, text, written, err)
		}
	})
}
`
