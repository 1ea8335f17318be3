package generator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/assaykit/assay/generator"
)

// scratch is a module of its own that uses the checkout as a downstream repository does. Generated packages are
// compiled and run in it.
type scratch struct {
	dir      string
	packages map[string]string // package name to the name of its root type
}

// newScratch makes an empty module. Nothing in it needs the network: what the checkout needs is in the module cache.
func newScratch(t *testing.T) *scratch {
	t.Helper()
	s := &scratch{dir: t.TempDir(), packages: map[string]string{}}
	checkout, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile("../go.sum")
	if err != nil {
		t.Fatal(err)
	}
	s.write(t, "go.sum", sums)
	s.write(t, "go.mod", fmt.Appendf(nil,
		"module downstream\n\n%s\n\nrequire github.com/assaykit/assay v0.0.0\n\nreplace github.com/assaykit/assay => %q\n",
		goDirective(t), checkout))
	return s
}

// goDirective is the line of the checkout's go.mod that names the version of Go.
func goDirective(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "go ") {
			return strings.TrimSpace(line)
		}
	}
	t.Fatal("go.mod of the checkout has no line with the version of Go")
	return ""
}

func (s *scratch) write(t *testing.T, name string, text []byte) {
	t.Helper()
	path := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// add puts a generated package into the module.
func (s *scratch) add(t *testing.T, pkg, root string, files []generator.File) {
	t.Helper()
	for _, f := range files {
		s.write(t, pkg+"/"+f.Name, f.Text)
	}
	s.packages[pkg] = root
}

// command runs a program in the module and returns what it prints to its standard output, and to the
// other one where it fails.
func (s *scratch) command(stdin []byte, name string, args ...string) (stdout, stderr []byte, err error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOPROXY=off", "GOWORK=off", "GOSUMDB=off", "PWD="+s.dir)
	cmd.Stdin = bytes.NewReader(stdin)
	var out, fault bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &fault
	if err = cmd.Run(); err != nil {
		err = fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return out.Bytes(), fault.Bytes(), err
}

// compile compiles all packages. One that does not compile is a failure, and leaves the module so that the
// others can run.
func (s *scratch) compile(t *testing.T) {
	t.Helper()
	_, stderr, err := s.command(nil, "go", "build", "-mod=mod", "./...")
	if err == nil {
		return
	}
	found := false
	for _, part := range strings.Split(string(stderr), "# downstream/")[1:] {
		pkg, text, _ := strings.Cut(part, "\n")
		t.Errorf("the package %s does not compile:\n%s", pkg, text)
		if _, known := s.packages[pkg]; known {
			found = true
			delete(s.packages, pkg)
			if err := os.RemoveAll(filepath.Join(s.dir, pkg)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if !found {
		t.Fatalf("%v\n%s", err, stderr)
	}
}

// outcome is what a generated package does with a document.
type outcome struct {
	Panic     string // where any of it panicked
	Validate  string // the error of ValidateT; "" where there is none
	Unmarshal string // the error of UnmarshalJSON
	Kind      string // the types of both errors
	Unfit     bool   // the error of UnmarshalJSON is a *field.FitError
	Changed   bool   // a failed UnmarshalJSON left its mark on the value
	JSON      string // what MarshalJSON writes of the value that was read
	Marshal   string // the error of MarshalJSON
	Again     string // the error of Validate of the value that was read
	Standard  string // what encoding/json makes of the value, where that differs from JSON
}

// run compiles all packages with one program and gives each its documents.
func (s *scratch) run(t *testing.T, documents map[string][]string) map[string][]outcome {
	t.Helper()
	var imports, table strings.Builder
	for _, pkg := range sorted(s.packages) {
		root := s.packages[pkg]
		fmt.Fprintf(&imports, "\t%q\n", "downstream/"+pkg)
		fmt.Fprintf(&table, "\t%q: of[%s.%s](%s.Validate%s),\n", pkg, pkg, root, pkg, root)
	}
	program := strings.NewReplacer("IMPORTS\n", imports.String(), "TABLE\n", table.String()).Replace(runner)
	s.write(t, "run/main.go", []byte(program))
	given := map[string][]string{}
	for pkg := range s.packages {
		given[pkg] = documents[pkg]
	}
	in, err := json.Marshal(given)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string][]outcome
	text, stderr, err := s.command(in, "go", "run", "-mod=mod", "./run")
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr)
	}
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatalf("the runner printed %q: %v", text, err)
	}
	return out
}

func sorted[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// runner is the program. Documents come as strings, so that texts that are no JSON can be among them.
const runner = `package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/field"
IMPORTS
)

type outcome struct {
	Panic, Validate, Unmarshal, Kind string
	Unfit, Changed                   bool
	JSON, Marshal, Again, Standard   string
}

type model[T any] interface {
	*T
	UnmarshalJSON([]byte) error
	MarshalJSON() ([]byte, error)
	Validate() error
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func of[T any, P model[T]](validate func([]byte) error) func([]byte) outcome {
	return func(data []byte) (o outcome) {
		defer func() {
			if p := recover(); p != nil {
				o.Panic = fmt.Sprint(p)
			}
		}()
		verdict := validate(data)
		o.Validate = text(verdict)
		v := P(new(T))
		before, _ := v.MarshalJSON()
		err := v.UnmarshalJSON(data)
		o.Unmarshal = text(err)
		o.Kind = fmt.Sprintf("%T %T", verdict, err)
		var fit *field.FitError
		o.Unfit = errors.As(err, &fit)
		if err != nil {
			after, _ := v.MarshalJSON()
			o.Changed = string(before) != string(after)
			return o
		}
		written, err := v.MarshalJSON()
		o.JSON, o.Marshal = string(written), text(err)
		o.Again = text(v.Validate())
		standard(&o, v)
		return o
	}
}

// standard writes the value through encoding/json, which calls MarshalJSON of the value and not of a pointer.
func standard[T any, P model[T]](o *outcome, v P) {
	written, err := json.Marshal(*v)
	if err != nil {
		o.Standard = err.Error()
		return
	}
	again := P(new(T))
	if err := json.Unmarshal(written, again); err != nil {
		o.Standard = err.Error()
		return
	}
	if text, err := again.MarshalJSON(); err != nil || !equal(text, []byte(o.JSON)) {
		o.Standard = string(text) + fmt.Sprint(err)
	}
}

func equal(a, b []byte) bool {
	d, err := document.Parse(a)
	if err != nil {
		return false
	}
	e, err := document.Parse(b)
	return err == nil && document.Equal(d.Root(), e.Root())
}

var packages = map[string]func([]byte) outcome{
TABLE
}

func main() {
	var documents map[string][]string
	if err := json.NewDecoder(os.Stdin).Decode(&documents); err != nil {
		panic(err)
	}
	out := map[string][]outcome{}
	for pkg, list := range documents {
		for _, text := range list {
			out[pkg] = append(out[pkg], packages[pkg]([]byte(text)))
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		panic(err)
	}
}
`
