package suite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Expectations are the lines of a file in testdata: what is known to differ from the verdicts that somebody else keeps, each with the
// reason. Each is to be met.
type Expectations struct {
	file    string
	reasons map[string]string
	met     map[string]bool
}

// ReadExpectations reads a list; tests run in folders one below the module's root.
func ReadExpectations(t *testing.T, file string) *Expectations {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	e := &Expectations{file, map[string]string{}, map[string]bool{}}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		at := strings.LastIndex(line, ": ")
		if at < 0 || e.reasons[line[:max(at, 0)]] != "" {
			t.Fatalf("%s: found %q, wanted a line of its own with a reason", file, line)
		}
		e.reasons[line[:at]] = line[at+2:]
	}
	return e
}

// Has reports whether there is a line of that name.
func (e *Expectations) Has(name string) bool { return e.reasons[name] != "" }

// Check compares what became of something that has a verdict with the list.
func (e *Expectations) Check(t *testing.T, name string, fault string) {
	t.Helper()
	reason, listed := e.reasons[name]
	switch {
	case fault != "" && !listed:
		t.Errorf("%s: %s", name, fault)
	case fault == "" && listed:
		t.Errorf("%s: passes, but %s lists it: %s", name, e.file, reason)
	case listed:
		e.met[name] = true
	}
}

// Unmet fails for lines that begin with a prefix and match nothing.
func (e *Expectations) Unmet(t *testing.T, prefix string) {
	t.Helper()
	for name := range e.reasons {
		if strings.HasPrefix(name, prefix) && !e.met[name] {
			t.Errorf("%s: %q matches nothing that fails", e.file, name)
		}
	}
}
