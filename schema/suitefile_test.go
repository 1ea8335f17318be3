package schema_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// suiteDrafts are the folders of the official suite, those of the copy within the module v5, and their drafts.
var suiteDrafts = []struct {
	folder, copied string
	draft          schema.Draft
}{
	{"draft4", "", schema.Draft4},
	{"draft6", "", schema.Draft6},
	{"draft7", "draft7", schema.Draft7},
	{"draft2019-09", "draft2019", schema.Draft2019},
	{"draft2020-12", "draft2020", schema.Draft2020},
	{"v1", "", schema.V1},
}

// suiteGroup is a schema of the suite with its tests.
type suiteGroup struct {
	name        string // draft, file and group, as suite.expected has them
	draft       schema.Draft
	formats     schema.Formats
	Description string          `json:"description"`
	Schema      json.RawMessage `json:"schema"`
	Tests       []suiteCase     `json:"tests"`
}

// suiteCase is an instance with its verdict.
type suiteCase struct {
	Description string          `json:"description"`
	Data        json.RawMessage `json:"data"`
	Valid       bool            `json:"valid"`
}

// suite is the official test suite, or what there is of it.
type suite struct {
	remotes string
	whole   bool // the suite itself and not the older copies
	groups  []suiteGroup
}

// suiteFolder is where the suite is: the folder itself, or the copies that the module v5 holds.
func suiteFolder(t testing.TB) (folder string, whole bool) {
	t.Helper()
	folder = os.Getenv("ASSAY_SUITE")
	if folder == "" {
		shared := os.Getenv("ASSAY_SHARED")
		if shared == "" {
			shared = filepath.Join("..", "..", "shared")
		}
		folder = filepath.Join(shared, "suite")
	}
	if _, err := os.Stat(filepath.Join(folder, "tests")); err == nil {
		return folder, true
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/santhosh-tekuri/jsonschema/v5").Output()
	if err != nil {
		t.Fatalf("the official suite is not in %s, and its copies in the module v5 are not found: %v", folder, err)
	}
	return filepath.Join(strings.TrimSpace(string(out)), "testdata"), false
}

// openSuite reads all groups of all drafts that there are.
func openSuite(t testing.TB) *suite {
	t.Helper()
	folder, whole := suiteFolder(t)
	s := &suite{remotes: filepath.Join(folder, "remotes"), whole: whole}
	for _, d := range suiteDrafts {
		name := d.folder
		if !whole {
			name = d.copied
		}
		if name == "" {
			continue
		}
		root := filepath.Join(folder, "tests", name)
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || filepath.Ext(path) != ".json" {
				return err
			}
			file, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			return s.read(path, d.folder, filepath.ToSlash(file), d.draft)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// read adds the groups of one file.
func (s *suite) read(path, draft, file string, d schema.Draft) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var groups []suiteGroup
	if err := json.Unmarshal(text, &groups); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, g := range groups {
		g.name = draft + " " + file + " · " + g.Description
		g.draft, g.formats = d, schema.SpecFormats
		if strings.HasPrefix(file, "format/") || strings.HasPrefix(file, "optional/format/") || file == "optional/format-assertion.json" {
			g.formats = schema.AssertFormats
		}
		s.groups = append(s.groups, g)
	}
	return nil
}

// options are what a group is compiled with.
func (s *suite) options(g suiteGroup) schema.Options {
	files := schema.Files{Maps: []schema.Map{{Prefix: "http://localhost:1234/", Dir: s.remotes}}}
	if !s.whole {
		files.Maps = append(files.Maps, schema.Map{Prefix: "http://localhost:1235/", Dir: s.remotes})
	}
	// The copies are tests of v5 itself, which assert the content keywords in every draft.
	o := schema.Options{Default: g.draft, Formats: g.formats, Load: files.Load}
	if !s.whole {
		o.Content = schema.AssertContent
	}
	return o
}

// compile makes the schema of a group.
func (s *suite) compile(g suiteGroup) (*schema.Schema, error) {
	d, err := document.Parse(g.Schema)
	if err != nil {
		return nil, err
	}
	return schema.Compile(&schema.Source{URI: "file:///group.json", Name: "group.json", Document: d}, "", s.options(g))
}

// expectations are the lines of testdata/suite.expected: groups that are refused, and tests with another verdict than the
// suite's. Each is to be met.
type expectations struct {
	reasons map[string]string
	met     map[string]bool
}

func readExpectations(t *testing.T) *expectations {
	t.Helper()
	text, err := os.ReadFile("../testdata/suite.expected")
	if err != nil {
		t.Fatal(err)
	}
	e := &expectations{map[string]string{}, map[string]bool{}}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		at := strings.LastIndex(line, ": ")
		if at < 0 || e.reasons[line[:max(at, 0)]] != "" {
			t.Fatalf("suite.expected: found %q, wanted a line of its own with a reason", line)
		}
		e.reasons[line[:at]] = line[at+2:]
	}
	return e
}

// excused logs groups that refer to documents which the older copies do not have.
func (s *suite) excused(t *testing.T, g suiteGroup, err error) bool {
	if s.whole || !strings.Contains(err.Error(), "is not on disk") {
		return false
	}
	t.Logf("%s: not run, for the copies of the suite lack a document: %v", g.name, err)
	return true
}

// check compares what became of a group or test with the list.
func (e *expectations) check(t *testing.T, name string, fault string) {
	t.Helper()
	reason, listed := e.reasons[name]
	switch {
	case fault != "" && !listed:
		t.Errorf("%s: %s", name, fault)
	case fault == "" && listed:
		t.Errorf("%s: passes, but suite.expected lists it: %s", name, reason)
	case listed:
		e.met[name] = true
	}
}

// unmet fails for lines that begin with a prefix and match nothing. The older copies of the suite do not have all that
// is listed.
func (e *expectations) unmet(t *testing.T, s *suite, prefix string) {
	t.Helper()
	for name := range e.reasons {
		if s.whole && strings.HasPrefix(name, prefix) && !e.met[name] {
			t.Errorf("suite.expected: %q matches nothing that fails", name)
		}
	}
}
