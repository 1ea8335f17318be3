package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// downstream is a module of its own that depends on this checkout.
type downstream struct {
	dir   string
	files map[string]string // of testdata/downstream.txtar
}

// TestDownstream does what a repository does that has assay as a tool: go generate, compile, run, and
// assay generate --check. What it needs is in the module cache, since this test needs it, too.
func TestDownstream(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a module")
	}
	d := newDownstream(t)
	d.run(t, ".", "go", "generate", "./...")
	t.Run("the program prints what it should", d.program)
	t.Run("a second go generate changes nothing", d.again)
	t.Run("go vet is content", func(t *testing.T) { d.run(t, ".", "go", "vet", "./...") })
	t.Run("little is linked in", d.dependencies)
	t.Run("check", d.check)
	t.Run("from a folder below assay.yaml", d.below)
}

// newDownstream writes the module. It requires all that the checkout does, as go get -tool would have it.
func newDownstream(t *testing.T) *downstream {
	t.Helper()
	checkout, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile("testdata/downstream.txtar")
	if err != nil {
		t.Fatal(err)
	}
	d := &downstream{dir: t.TempDir(), files: map[string]string{}}
	for _, f := range archive.Files {
		d.files[f.Name] = string(f.Data)
		if f.Name != "output" {
			d.write(t, f.Name, f.Data)
		}
	}
	const ours = "module github.com/assaykit/assay\n"
	mod := read(t, filepath.Join(checkout, "go.mod"))
	if !bytes.HasPrefix(mod, []byte(ours)) {
		t.Fatalf("go.mod of the checkout does not begin with %q", ours)
	}
	text := "module downstream\n\ntool github.com/assaykit/assay/cmd/assay\n\nrequire github.com/assaykit/assay v0.0.0\n\n" +
		"replace github.com/assaykit/assay => " + strconv.Quote(checkout) + "\n" + string(mod[len(ours):])
	d.write(t, "go.mod", []byte(text))
	d.write(t, "go.sum", read(t, filepath.Join(checkout, "go.sum")))
	return d
}

func (d *downstream) write(t *testing.T, name string, text []byte) {
	t.Helper()
	path := filepath.Join(d.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// try runs a program in a folder of the module and returns both outputs and the exit status.
func (d *downstream) try(t *testing.T, folder, name string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = filepath.Join(d.dir, folder)
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off", "GOTOOLCHAIN=local", "PWD="+cmd.Dir)
	var out, fault bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &fault
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return out.String(), fault.String(), cmd.ProcessState.ExitCode()
}

// run runs a program that must succeed, and returns what it prints.
func (d *downstream) run(t *testing.T, folder, name string, args ...string) string {
	t.Helper()
	stdout, stderr, status := d.try(t, folder, name, args...)
	if status != 0 {
		t.Fatalf("%s %s: exit status %d\n%s%s", name, strings.Join(args, " "), status, stdout, stderr)
	}
	return stdout
}

func (d *downstream) program(t *testing.T) {
	got := d.run(t, ".", "go", "run", "./shop/read")
	if diff := cmp.Diff(d.files["output"], got); diff != "" {
		t.Errorf("-wanted +found\n%s\nall of it:\n%s", diff, got)
	}
}

const generated = "shop/internal/payload"

// packages are all that is generated.
var packages = []string{generated, "billing/internal/invoice", "billing/internal/party"}

// times are the times at which the generated files were written, by their paths.
func (d *downstream) times(t *testing.T) map[string]time.Time {
	t.Helper()
	all := map[string]time.Time{}
	for _, folder := range packages {
		entries, err := os.ReadDir(filepath.Join(d.dir, folder))
		if err != nil || len(entries) == 0 {
			t.Fatalf("%s: found %d generated files and %v, wanted some", folder, len(entries), err)
		}
		for _, entry := range entries {
			info, err := entry.Info()
			if err != nil {
				t.Fatal(err)
			}
			all[folder+"/"+entry.Name()] = info.ModTime()
		}
	}
	return all
}

// age sets the files' times back, so that writing them again shows, whatever the text.
func (d *downstream) age(t *testing.T) map[string]time.Time {
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	for name := range d.times(t) {
		if err := os.Chtimes(filepath.Join(d.dir, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	return d.times(t)
}

func (d *downstream) again(t *testing.T) {
	before := d.age(t)
	d.run(t, ".", "go", "generate", "./...")
	if diff := cmp.Diff(before, d.times(t)); diff != "" {
		t.Errorf("the second go generate wrote files: -before +after\n%s", diff)
	}
}

// dependencies makes sure that the generated package brings no more than it needs into a program.
func (d *downstream) dependencies(t *testing.T) {
	list := d.run(t, ".", "go", "list", "-deps", "./"+generated)
	if !strings.Contains(list, "downstream/"+generated+"\n") || !strings.Contains(list, "github.com/assaykit/assay/rule\n") {
		t.Fatalf("this is no list of what the generated package needs:\n%s", list)
	}
	for _, unwanted := range []string{"yaml", "jennifer", "santhosh-tekuri", "cobra", "pflag", "klauspost", "assay/generator", "assay/report"} {
		for path := range strings.Lines(list) {
			if strings.Contains(path, unwanted) {
				t.Errorf("the generated package brings in %s", strings.TrimSpace(path))
			}
		}
	}
}

// check asks whether the generated files are up to date, before and after the schema changes. It
// calls the tool as the directive does.
func (d *downstream) check(t *testing.T) {
	args := []string{"tool", "assay", "generate", "--check",
		"--schema", "payload.json", "--out", "internal/payload", "--package", "payload", "--type", "Payload"}
	if stdout, stderr, status := d.try(t, "shop", "go", args...); status != 0 || stdout+stderr != "" {
		t.Errorf("before: exit status %d, wanted 0 and no word\n%s%s", status, stdout, stderr)
	}
	before := d.times(t)
	schema := strings.Replace(d.files["shop/payload.json"], `"minimum": 1`, `"minimum": 2`, 1)
	if schema == d.files["shop/payload.json"] {
		t.Fatal("the schema has no minimum to change")
	}
	d.write(t, "shop/payload.json", []byte(schema))
	stdout, _, status := d.try(t, "shop", "go", args...)
	if status != 1 || !strings.Contains(stdout, "\ndiff ") && !strings.HasPrefix(stdout, "diff ") || !strings.Contains(stdout, "\n+") {
		t.Errorf("after: exit status %d, wanted 1 and the difference\n%s", status, stdout)
	}
	if diff := cmp.Diff(before, d.times(t)); diff != "" {
		t.Errorf("--check wrote files: -before +after\n%s", diff)
	}
	d.run(t, ".", "go", "generate", "./...")
	if _, _, status := d.try(t, "shop", "go", args...); status != 0 {
		t.Errorf("after go generate: exit status %d, wanted 0", status)
	}
}
