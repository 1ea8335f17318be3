package pattern_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/rule/pattern"
)

// shared returns a folder of the shared data, and skips the test where it is absent.
func shared(t *testing.T, folder string) string {
	t.Helper()
	root := os.Getenv("ASSAY_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(root, folder)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is missing: set ASSAY_SHARED to the folder that holds %s", path, folder)
	}
	return path
}

// suiteGroup is a group of the official test suite.
type suiteGroup struct {
	Description string
	Schema      json.RawMessage
	Tests       []struct {
		Description string
		Data        any
		Valid       bool
	}
}

func TestOfficialSuite(t *testing.T) {
	root := shared(t, filepath.Join("suite", "tests"))
	files := []string{"pattern.json", "patternProperties.json", "optional/ecmascript-regex.json", "optional/non-bmp-regex.json"}
	run := 0
	for _, file := range files {
		found, err := filepath.Glob(filepath.Join(root, "*", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			run += suiteFile(t, path)
		}
	}
	if run < 300 {
		t.Errorf("%d cases ran, want at least 300", run)
	}
}

func suiteFile(t *testing.T, path string) (run int) {
	t.Helper()
	var groups []suiteGroup
	readJSON(t, path, &groups)
	for _, group := range groups {
		source, ok := solePattern(t, group.Schema)
		if !ok {
			continue
		}
		p, err := pattern.Compile(source)
		if err != nil {
			t.Errorf("%s: %s: %v", path, group.Description, err)
			continue
		}
		for _, test := range group.Tests {
			s, ok := test.Data.(string)
			if !ok {
				continue
			}
			run++
			if got, err := p.Match(s); got != test.Valid || err != nil {
				t.Errorf("%s: %s: %s: got %v, %v, want %v", path, group.Description, test.Description, got, err, test.Valid)
			}
		}
	}
	return run
}

// solePattern returns the pattern of a schema that asks for nothing else of a string.
func solePattern(t *testing.T, schema json.RawMessage) (string, bool) {
	var keywords map[string]any
	if json.Unmarshal(schema, &keywords) != nil {
		return "", false // a boolean schema
	}
	for keyword, value := range keywords {
		switch {
		case keyword == "pattern" || keyword == "$schema":
		case keyword == "type" && value == "string":
		default:
			return "", false
		}
	}
	source, ok := keywords["pattern"].(string)
	return source, ok
}

// corpusExceptions are patterns of published schemas that need not compile, with the reason.
var corpusExceptions = map[string]string{}

func TestPublishedSchemasCompile(t *testing.T) {
	root := shared(t, filepath.Join("corpus", "schemastore"))
	sources := map[string]string{}
	for _, folder := range []string{"schemas", "referenced"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".json") {
				return err
			}
			var schema any
			readJSON(t, path, &schema)
			collect(schema, func(source string) { sources[source] = path })
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(sources) < 900 {
		t.Errorf("%d patterns found, want at least 900", len(sources))
	}
	for source, path := range sources {
		p, err := pattern.Compile(source)
		if _, excepted := corpusExceptions[source]; excepted != (err != nil) {
			t.Errorf("%s: %v, excepted: %v", path, err, excepted)
		}
		if err == nil {
			for _, s := range []string{"", "a", "1.2.3", "foo-bar", source} {
				agree(t, enginesOf(p), s)
			}
		}
	}
}

// collect finds the values of pattern and the names in patternProperties. A property
// called pattern is not one, as its value is no string.
func collect(value any, found func(string)) {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			collect(item, found)
		}
	case map[string]any:
		for name, member := range value {
			if source, ok := member.(string); ok && name == "pattern" {
				found(source)
			}
			if members, ok := member.(map[string]any); ok && name == "patternProperties" {
				for source := range members {
					found(source)
				}
			}
			collect(member, found)
		}
	}
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
