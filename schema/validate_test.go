package schema_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// A text, a reader of it and the value that it decodes to have one verdict and one explanation, whichever goroutine asks.
func TestWaysToValidateAgree(t *testing.T) {
	s := schema.MustCompile(`{
		"type": "object", "required": ["kind", "id"], "unevaluatedProperties": false,
		"properties": {
			"kind": {"enum": ["a", "b"]}, "id": {"type": "integer", "maximum": 1e30}, "tags": {"uniqueItems": true, "items": {"type": "string", "pattern": "^\\p{L}+$"}}
		},
		"anyOf": [{"properties": {"kind": {"const": "a"}, "size": {"type": "number", "multipleOf": 0.1}}}, {"properties": {"kind": {"const": "b"}}}]
	}`)
	texts := []string{
		`{"kind": "a", "id": 12, "size": 1.3, "tags": ["é", "y"]}`, `{"kind": "b", "id": 1e29}`, `{"kind": "a", "id": 1e31, "size": 0.05}`,
		`{"kind": "b", "id": 1.5, "size": 1}`, `{"tags": ["1", "x", "x", 2]}`, `[]`, `null`, `{}`, `"kind"`,
	}
	var wait sync.WaitGroup
	for range 4 {
		for _, text := range texts {
			wait.Go(func() {
				decoder := json.NewDecoder(strings.NewReader(text))
				decoder.UseNumber()
				var v any
				if err := decoder.Decode(&v); err != nil {
					t.Error(err)
					return
				}
				want := locations(s.Validate([]byte(text)))
				if got := locations(s.ValidateReader(strings.NewReader(text))); got != want {
					t.Errorf("%s: found %s of a reader, wanted %s", text, got, want)
				}
				// Members of maps have an order of their own, which is that of these texts.
				for _, v := range []any{v, json.RawMessage(text)} {
					if got := locations(s.ValidateValue(v)); got != want {
						t.Errorf("%s: found %s of a %T, wanted %s", text, got, v, want)
					}
				}
			})
		}
	}
	wait.Wait()
}

// locations are the places and messages of an error, in whatever order they came.
func locations(err error) string {
	var invalid *rule.Error
	if !errors.As(err, &invalid) {
		return "valid"
	}
	lines := map[string]int{}
	for _, v := range invalid.Violations {
		lines[v.InstanceLocation+" "+v.AbsoluteKeywordLocation+" "+v.Message()]++
	}
	text, _ := json.Marshal(lines)
	return string(text)
}

func TestValidateWhatIsNoDocument(t *testing.T) {
	s := schema.MustCompile(`true`)
	var syntax *document.SyntaxError
	if err := s.ValidateReader(strings.NewReader(`{}{}`)); !errors.As(err, &syntax) {
		t.Errorf("found %v, wanted a syntax error", err)
	}
	if err := s.ValidateReader(strings.NewReader(``)); !errors.As(err, &syntax) {
		t.Errorf("found %v for nothing, wanted a syntax error", err)
	}
	broken := io.MultiReader(strings.NewReader(`{}`), iotest.ErrReader(io.ErrClosedPipe))
	if err := s.ValidateReader(broken); err != io.ErrClosedPipe {
		t.Errorf("found %v, wanted the reader's error", err)
	}
	var unsayable *document.GoError
	var invalid *rule.Error
	err := s.ValidateValue([]any{1, func() {}})
	if !errors.As(err, &unsayable) || !errors.As(err, &invalid) || invalid.Violations[0].InstanceLocation != "/1" {
		t.Errorf("found %v, wanted an error at /1", err)
	}
}

func TestValidateBySeveralRoots(t *testing.T) {
	s, err := schema.CompileText(`{"openapi": "3.1.0", "components": {"schemas": {"A": {}, "B": {}}}}`, schema.Options{Each: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate([]byte(`{}`)); err == nil || !strings.Contains(err.Error(), "wanted one") {
		t.Errorf("found %v, wanted an error: a verdict that nobody gave is none", err)
	}
}

func TestMustCompilePanics(t *testing.T) {
	defer func() {
		if text, ok := recover().(string); !ok || !strings.HasPrefix(text, "assay: schema:1:10: ") {
			t.Errorf("found the panic %q, wanted one with the place", text)
		}
	}()
	schema.MustCompile(`{"type": "strin"}`)
	t.Error("found no panic, wanted one")
}

func TestCompileTextHasNoFolder(t *testing.T) {
	_, err := schema.CompileText(`{"$ref": "other.json"}`, schema.Options{Load: schema.Files{}.Load})
	if err == nil || !strings.HasPrefix(err.Error(), "schema:1:") {
		t.Errorf("found %v, wanted the place of the reference", err)
	}
	t.Log(err)
}

// TestFilesWithin wants a schema that is compiled from its file to refer to no other folder unless that is allowed.
func TestFilesWithin(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"sub/a.json": `{"$ref": "../b.json"}`, "b.json": `true`, "sub/c.json": `{"$ref": "a2.json"}`, "sub/a2.json": "true"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name   string
		within []string
		ok     bool
	}{{"sub/a.json", nil, false}, {"sub/a.json", []string{dir}, true}, {"sub/c.json", nil, true}} {
		_, err := schema.Files{Within: c.within}.Compile(filepath.Join(dir, c.name), "", schema.Options{})
		if (err == nil) != c.ok || err != nil && !strings.Contains(err.Error(), "wanted a file within") {
			t.Errorf("%s: found the error %v, wanted none: %t", c.name, err, c.ok)
		}
	}
}
