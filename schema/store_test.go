package schema_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/suite"
)

// TestStore holds the verdicts on the documents of the corpus against those of its maintainers. Where they differ,
// testdata/store.expected has the reason.
func TestStore(t *testing.T) {
	folder := storeFolder(t)
	files, e := storeFiles(folder), suite.ReadExpectations(t, "store.expected")
	names, err := filepath.Glob(filepath.Join(folder, "schemas", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	judged, absent := 0, 0
	for _, name := range names {
		stem := strings.TrimSuffix(filepath.Base(name), ".json")
		valid, invalid := storedFiles(t, folder, "valid", stem), storedFiles(t, folder, "invalid", stem)
		if len(valid)+len(invalid) == 0 {
			continue
		}
		s, err := openStored(files, name)
		switch {
		case err == nil:
			e.Check(t, stem, "")
			storeVerdicts(t, e, s, stem+" valid/", valid, true)
			storeVerdicts(t, e, s, stem+" invalid/", invalid, false)
			judged += len(valid) + len(invalid)
		case beyondStore(err):
			absent++
		default:
			e.Check(t, stem, "refused: "+err.Error())
		}
	}
	e.Unmet(t, "")
	t.Logf("%d documents judged; %d schemas with documents refer to what is not in the corpus", judged, absent)
	if judged == 0 {
		t.Error("found no documents, wanted some")
	}
}

// storeVerdicts judges documents of a schema. A line of the list may stand for all of a folder.
func storeVerdicts(t *testing.T, e *suite.Expectations, s *schema.Schema, prefix string, paths []string, wanted bool) {
	for _, path := range paths {
		name := prefix + filepath.Base(path)
		if e.Has(prefix + "*") {
			name = prefix + "*"
		}
		valid, err := validFile(s, path)
		switch {
		case err != nil:
			e.Check(t, name, err.Error())
		case valid != wanted:
			e.Check(t, name, filepath.Base(path)+" has the other verdict")
		default:
			e.Check(t, name, "")
		}
	}
}

// validFile reports whether all documents of a file satisfy a schema, and there is one. What is no JSON or YAML does not.
func validFile(s *schema.Schema, path string) (bool, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	if filepath.Ext(path) == ".json" {
		d, err := document.Parse(text)
		return err == nil && s.Valid(d), nil
	}
	from := yaml.NewDecoder(bytes.NewReader(text))
	for n := 0; ; n++ {
		d, err := from.Next()
		if errors.Is(err, io.EOF) {
			return n > 0, nil
		}
		if err != nil || !s.Valid(d) {
			return false, nil
		}
	}
}

// storedFiles are the files that the corpus has for a schema.
func storedFiles(t *testing.T, folder, kind, stem string) (paths []string) {
	err := filepath.WalkDir(filepath.Join(folder, kind, stem), func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && slices.Contains([]string{".json", ".yaml", ".yml"}, filepath.Ext(path)) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return paths
}

// beyondStore reports whether a schema cannot be used for the only reason that it refers to URLs which the corpus does not
// have.
func beyondStore(err error) bool {
	var list *schema.Error
	if !errors.As(err, &list) {
		return false
	}
	for _, p := range list.Problems {
		if !strings.Contains(p.Message, "is not on disk") {
			return false
		}
	}
	return true
}
