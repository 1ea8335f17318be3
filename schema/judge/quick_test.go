package judge

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// holdTogether holds that what the interpreter finds well formed, whatever its size, the engine finds no fault with.
func holdTogether(t *testing.T, src *schema.Source, draft schema.Draft) {
	t.Helper()
	base := metaschemas[draft]
	if base == "" {
		base = metaschemas[schema.Draft2020]
	}
	for _, r := range resources(src.Document.Root(), base) {
		meta := metaschema(r.dialect)
		if meta == nil || isV1(r.dialect) || !r.alike() || !r.wellFormed() {
			continue
		}
		for _, f := range r.judgeV5(meta) {
			t.Errorf("%s: the interpreter finds it well formed, and the engine finds %v", src.Name, f.problem(src))
		}
	}
}

// TestInterpreterIsAsStrictAsTheEngine changes values of metaschemas, which have most keywords.
func TestInterpreterIsAsStrictAsTheEngine(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "metaschema", "draft*", "schema.json"))
	more, _ := filepath.Glob(filepath.Join("..", "metaschema", "draft", "*", "*.json"))
	deeper, _ := filepath.Glob(filepath.Join("..", "metaschema", "draft", "*", "*", "*.json"))
	files = append(append(append(files, more...), deeper...), filepath.Join("..", "models", "assay_configuration.json"))
	if len(files) < 10 {
		t.Fatalf("found %d schemas, wanted more", len(files))
	}
	random := rand.New(rand.NewPCG(1, 2))
	values := []string{`null`, `-1`, `1.5`, `1.0`, `1e400`, `"x"`, `"%zz"`, `"#a"`, `"string"`, `[]`, `[1, 1.0]`, `["a", "a"]`, `{}`, `{"a": 1}`, `{"(": {}}`, `true`}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := document.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		for range 200 {
			value := values[random.IntN(len(values))]
			start, end := d.Span(1 + random.IntN(d.Entries()-1))
			changed := string(text[:start]) + value + string(text[end:])
			if strings.HasPrefix(strings.TrimSpace(string(text[end:])), ":") && value[0] != '"' {
				continue // it is a name
			}
			other, err := document.Parse([]byte(changed))
			if err != nil {
				continue // a name is there twice
			}
			src := &schema.Source{URI: "file:///s.json", Name: fmt.Sprintf("%s with %s at %d", file, value, start), Document: other}
			holdTogether(t, src, schema.Draft(random.IntN(6)))
		}
	}
}
