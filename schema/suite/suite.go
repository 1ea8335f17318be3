// Package suite reads the official JSON Schema Test Suite, and lists of what is known to differ from it and from others, for the tests of
// both engines.
package suite

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

// Drafts are the folders of the official suite, those of the copy within the module v5, and their drafts.
var Drafts = []struct {
	Folder, copied string
	Draft          schema.Draft
}{
	{"draft4", "", schema.Draft4},
	{"draft6", "", schema.Draft6},
	{"draft7", "draft7", schema.Draft7},
	{"draft2019-09", "draft2019", schema.Draft2019},
	{"draft2020-12", "draft2020", schema.Draft2020},
	{"v1", "", schema.V1},
}

// Group is a schema of the suite with its tests.
type Group struct {
	Name        string          `json:"-"` // draft, file and group, as suite.expected has them
	Draft       schema.Draft    `json:"-"`
	Formats     schema.Formats  `json:"-"`
	Description string          `json:"description"`
	Schema      json.RawMessage `json:"schema"`
	Tests       []Case          `json:"tests"`
}

// Case is an instance with its verdict.
type Case struct {
	Description string          `json:"description"`
	Data        json.RawMessage `json:"data"`
	Valid       bool            `json:"valid"`
}

// Suite is the official test suite, or what there is of it.
type Suite struct {
	remotes string
	// Whole says that it is the suite itself and not the older copies.
	Whole  bool
	Groups []Group
}

// find is where the suite is: the folder itself, or the copies that the module v5 holds.
func find(t testing.TB) (folder string, whole bool) {
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

// Open reads all groups of all drafts that there are.
func Open(t testing.TB) *Suite {
	t.Helper()
	folder, whole := find(t)
	s := &Suite{remotes: filepath.Join(folder, "remotes"), Whole: whole}
	for _, d := range Drafts {
		name := d.Folder
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
			return s.read(path, d.Folder, filepath.ToSlash(file), d.Draft)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// read adds the groups of one file.
func (s *Suite) read(path, draft, file string, d schema.Draft) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var groups []Group
	if err := json.Unmarshal(text, &groups); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, g := range groups {
		g.Name = draft + " " + file + " · " + g.Description
		g.Draft, g.Formats = d, schema.SpecFormats
		if strings.HasPrefix(file, "format/") || strings.HasPrefix(file, "optional/format/") || file == "optional/format-assertion.json" {
			g.Formats = schema.AssertFormats
		}
		s.Groups = append(s.Groups, g)
	}
	return nil
}

// Options are what a group is compiled with.
func (s *Suite) Options(g Group) schema.Options {
	files := schema.Files{Maps: []schema.Map{{Prefix: "http://localhost:1234/", Dir: s.remotes}}}
	if !s.Whole {
		files.Maps = append(files.Maps, schema.Map{Prefix: "http://localhost:1235/", Dir: s.remotes})
	}
	// The copies are tests of v5 itself, which assert the content keywords in every draft.
	o := schema.Options{Default: g.Draft, Formats: g.Formats, Load: files.Load}
	if !s.Whole {
		o.Content = schema.AssertContent
	}
	return o
}

// Compile makes the schema of a group.
func (s *Suite) Compile(g Group) (*schema.Schema, error) {
	d, err := document.Parse(g.Schema)
	if err != nil {
		return nil, err
	}
	return schema.Compile(&schema.Source{URI: "file:///group.json", Name: "group.json", Document: d}, "", s.Options(g))
}

// Excused logs groups that refer to documents which the older copies do not have.
func (s *Suite) Excused(t *testing.T, g Group, err error) bool {
	if s.Whole || !strings.Contains(err.Error(), "is not on disk") {
		return false
	}
	t.Logf("%s: not run, for the copies of the suite lack a document: %v", g.Name, err)
	return true
}
