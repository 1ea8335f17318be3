package format

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// suiteGroup is one group of cases in a file of the official test suite.
type suiteGroup struct {
	Description string `json:"description"`
	Schema      struct {
		Format string `json:"format"`
	} `json:"schema"`
	Tests []struct {
		Description string          `json:"description"`
		Data        json.RawMessage `json:"data"`
		Valid       bool            `json:"valid"`
	} `json:"tests"`
}

// suiteFiles lists the format files of the drafts 4 to v1. Draft 3 names other
// formats, and its time is another one.
func suiteFiles(t *testing.T) []string {
	t.Helper()
	shared := os.Getenv("ASSAY_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	tests := filepath.Join(shared, "suite", "tests")
	if _, err := os.Stat(tests); err != nil {
		t.Skipf("the official suite is missing: %v; set ASSAY_SHARED", err)
	}
	var files []string
	for _, pattern := range []string{"*/optional/format/*.json", "v1/format/*.json"} {
		found, err := filepath.Glob(filepath.Join(tests, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			if !strings.Contains(filepath.ToSlash(file), "/draft3/") {
				files = append(files, file)
			}
		}
	}
	return files
}

// TestSuite wants the verdict of the official suite for each string case, of
// each draft. There is no list of exceptions.
func TestSuite(t *testing.T) {
	cases := 0
	drafts := map[string]bool{}
	for _, file := range suiteFiles(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var groups []suiteGroup
		if err := json.Unmarshal(text, &groups); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		draft := strings.Split(filepath.ToSlash(file), "/tests/")[1]
		drafts[strings.SplitN(draft, "/", 2)[0]] = true
		for _, group := range groups {
			cases += runSuiteGroup(t, draft+": "+group.Description, group)
		}
	}
	if len(drafts) < 6 || cases < 2000 {
		t.Errorf("ran %d cases of %d drafts, want at least 2000 of 6", cases, len(drafts))
	}
}

// runSuiteGroup checks the string cases of a group and returns how many it has.
func runSuiteGroup(t *testing.T, where string, group suiteGroup) int {
	name := group.Schema.Format
	check, known := Lookup(name)
	if known == (name == "unknown") {
		t.Errorf("%s: Lookup(%q): known is %v", where, name, known)
		return 0
	}
	cases := 0
	for _, test := range group.Tests {
		var s string
		if test.Data[0] != '"' {
			continue
		}
		if err := json.Unmarshal(test.Data, &s); err != nil {
			t.Fatal(err)
		}
		cases++
		if !known {
			if !test.Valid {
				t.Errorf("%s: %s: an unknown format is to accept %q", where, test.Description, s)
			}
			continue
		}
		if got := check(s); got != test.Valid {
			t.Errorf("%s: %s: %s(%q) is %v, want %v", where, test.Description, name, s, got, test.Valid)
		}
	}
	return cases
}
