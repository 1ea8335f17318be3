package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Numbers go on through the batches of a file and begin anew with each file, also where the first batches of it have no instances.
func TestNumbersOfParts(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	empty := strings.Repeat(`{"a":[]}`+"\n", 2*batchLines)
	args := []string{
		"validate", "--schema", file("schema.json", `{"type":"object"}`), "--at", "/a/*", "--report", "ndjson", "--jobs", "3",
		file("1.ndjson", `{"a":[{},{},{}]}`), file("2.ndjson", empty+`{"a":[{},{}]}`+"\n"+empty+`{"a":[{}]}`+"\n"+empty), file("3.ndjson", `{"a":[{}]}`),
	}
	var out, notes bytes.Buffer
	if status := run(args, nil, &out, &notes); status != statusValid {
		t.Fatalf("found status %d, wanted 0: %s", status, &notes)
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		var verdict struct {
			Source string
			Record int
		}
		if err := json.Unmarshal([]byte(line), &verdict); err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s:%d", filepath.Base(verdict.Source), verdict.Record))
	}
	const want = "1.ndjson:1 1.ndjson:2 1.ndjson:3 2.ndjson:1 2.ndjson:2 2.ndjson:3 3.ndjson:1"
	if strings.Join(got, " ") != want {
		t.Errorf("found %s\nwanted %s", got, want)
	}
	if n := strings.Count(notes.String(), "\n"); n != 2 || !strings.Contains(notes.String(), "in 6143 documents more\n") {
		t.Errorf("found %s, wanted the first document without an instance and the number of others", &notes)
	}
}

// A pointer is written as it was read.
func TestSteps(t *testing.T) {
	for _, text := range []string{"", "/", "/a/*/0", "/~2/*", "/a~1b/~0~01//", "/**"} {
		s, err := parseSteps(text)
		if err != nil || s.String() != text {
			t.Errorf("%q: found %q and %v", text, s, err)
		}
	}
	s, err := parseSteps("/*/~2/a~2~1~01")
	if err != nil || len(s) != 3 || s[0] != (step{"*", true}) || s[1] != (step{"*", false}) || s[2] != (step{"a*/~1", false}) {
		t.Errorf("found %v and %v", s, err)
	}
	for _, text := range []string{"a", "*", "/~", "/a~3", "/~0~"} {
		if s, err := parseSteps(text); err == nil {
			t.Errorf("%q: found %v, wanted an error", text, s)
		}
	}
}
