package generator_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/suite"
)

// TestWebhooks holds GitHub's own examples of webhooks (@octokit/webhooks-examples) against its schemas of them (@octokit/webhooks-schemas), which make
// test-github fetches, through the interpreter and through generated code. Those that the schemas refuse are in testdata/webhooks.expected, the same that
// ajv refuses: the oldest example of an event has not got the members that later ones have.
func TestWebhooks(t *testing.T) {
	folder := os.Getenv("ASSAY_GITHUB")
	if folder == "" {
		t.Skip("make test-github runs this test: it needs two packages of npm")
	}
	s, err := schema.Files{}.Compile(filepath.Join(folder, "webhooks-schemas/schema.json"), "", schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(folder, "webhooks-examples/api.github.com/index.json"))
	if err != nil {
		t.Fatal(err)
	}
	var events []struct {
		Name     string
		Examples []json.RawMessage
	}
	if err := json.Unmarshal(text, &events); err != nil {
		t.Fatal(err)
	}
	out, err := generator.Generate(s, generator.Options{Package: "webhooks", Type: "Root"})
	if err != nil {
		t.Fatal(err)
	}
	module := newScratch(t)
	module.add(t, "webhooks", "Root", out.Files)
	module.compile(t)
	var names, documents, refused []string
	var cases []suite.Case
	for _, e := range events {
		for i, text := range e.Examples {
			name := fmt.Sprintf("%s %d", e.Name, i+1)
			valid := s.Validate(text) == nil
			if !valid {
				refused = append(refused, name)
			}
			names, documents, cases = append(names, name), append(documents, string(text)), append(cases, suite.Case{Data: text, Valid: valid})
		}
	}
	slices.Sort(refused)
	want, err := os.ReadFile("testdata/webhooks.expected")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), strings.Join(refused, "\n")+"\n"); diff != "" {
		t.Errorf("-wanted to be refused +refused\n%s", diff)
	}
	for i, o := range module.run(t, map[string][]string{"webhooks": documents})["webhooks"] {
		if fault := o.fault(cases[i]); fault != "" {
			t.Errorf("%s: %s", names[i], fault)
		}
	}
	t.Logf("%d examples, %d valid", len(names), len(names)-len(refused))
}
