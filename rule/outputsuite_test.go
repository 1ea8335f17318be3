package rule_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// sharedSuite is the official test suite; a test that needs it is skipped where it is absent.
func sharedSuite(t *testing.T) string {
	t.Helper()
	shared := os.Getenv("ASSAY_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	folder := filepath.Join(shared, "suite")
	if _, err := os.Stat(filepath.Join(folder, "output-tests")); err != nil {
		t.Skipf("the official suite with its output tests is missing: %v", err)
	}
	return folder
}

// outputDrafts are the folders of the output tests, and the formats that their output-schema.json has definitions of. v1's List goes
// by the name of basic there.
var outputDrafts = []struct {
	folder      string
	draft       schema.Draft
	definitions map[rule.OutputFormat]string
}{
	{"draft2019-09", schema.Draft2019, classicDefinitions},
	{"draft2020-12", schema.Draft2020, classicDefinitions},
	{"v1", schema.V1, map[rule.OutputFormat]string{rule.Flag: "flag", rule.List: "basic", rule.Hierarchical: "hierarchical"}},
}

var classicDefinitions = map[rule.OutputFormat]string{
	rule.Flag: "flag", rule.Basic: "basic", rule.Detailed: "detailed", rule.Verbose: "verbose",
}

// readJSON reads a file into v, and fails the test where it cannot.
func readJSON(t *testing.T, v any, path ...string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(path...))
	if err == nil {
		err = json.Unmarshal(text, v)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// demands compiles what output must satisfy: a schema of the suite, in whose scope output-schema.json is known.
func demands(t *testing.T, text []byte, fragment, folder string, d schema.Draft) *schema.Schema {
	t.Helper()
	var output json.RawMessage
	readJSON(t, &output, folder, "output-schema.json")
	o := schema.Options{Default: d, Load: func(uri string) (*schema.Source, error) {
		if !strings.HasSuffix(uri, "/output/schema") {
			return nil, fs.ErrNotExist
		}
		return &schema.Source{URI: uri, Name: uri, Document: instanceOf(t, string(output))}, nil
	}}
	if text == nil {
		text = output
	}
	s, err := schema.Compile(&schema.Source{URI: "https://example.com/output", Name: "output", Document: instanceOf(t, string(text))}, fragment, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestOutputSuite runs the official tests of output formats.
func TestOutputSuite(t *testing.T) {
	suite := sharedSuite(t)
	for _, d := range outputDrafts {
		folder := filepath.Join(suite, "output-tests", d.folder)
		files, err := filepath.Glob(filepath.Join(folder, "content", "*.json"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: found %d files (%v), wanted some", folder, len(files), err)
		}
		for _, file := range files {
			var groups []struct {
				Description string
				Schema      json.RawMessage
				Tests       []struct {
					Description string
					Data        json.RawMessage
					Output      map[string]json.RawMessage
				}
			}
			readJSON(t, &groups, file)
			for _, g := range groups {
				s := outputSchema(t, string(g.Schema), schema.Options{Default: d.draft, Formats: schema.SpecFormats})
				for _, c := range g.Tests {
					for name, wanted := range c.Output {
						t.Run(fmt.Sprintf("%s/%s/%s/%s/%s", d.folder, filepath.Base(file), g.Description, c.Description, name), func(t *testing.T) {
							outputIs(t, s, c.Data, name, demands(t, wanted, "", folder, d.draft))
						})
					}
				}
			}
		}
	}
}

// outputIs wants the output for an instance to satisfy a schema.
func outputIs(t *testing.T, s *schema.Schema, instance []byte, name string, wanted *schema.Schema) {
	t.Helper()
	format, ok := rule.ParseOutputFormat(name)
	if !ok {
		t.Fatalf("found the format %q, wanted a known one", name)
	}
	got := s.Rule().Output(instanceOf(t, string(instance)), format, rule.ShowValues)
	if err := wanted.Validate(got); err != nil {
		t.Errorf("%v in\n%s", err, indent(t, got))
	}
}

// TestOutputOfSuite evaluates all tests of the official suite in every format, and holds the output against the formats' definitions, the
// verdicts and the explanations.
func TestOutputOfSuite(t *testing.T) {
	suite := sharedSuite(t)
	definitions := map[rule.OutputFormat]*schema.Schema{}
	for _, d := range outputDrafts[1:] {
		for format, name := range d.definitions {
			definitions[format] = demands(t, nil, "/$defs/"+name, filepath.Join(suite, "output-tests", d.folder), d.draft)
		}
	}
	files := schema.Files{Maps: []schema.Map{{Prefix: "http://localhost:1234/", Dir: filepath.Join(suite, "remotes")}}}
	for draft := schema.Draft4; draft <= schema.V1; draft++ {
		if !draft.HasMetaschema() {
			continue // a dialect of OpenAPI, of which the suite has no tests
		}
		o := schema.Options{Default: draft, Formats: schema.SpecFormats, Load: files.Load}
		folder := filepath.Join(suite, "tests", "draft"+draft.String())
		if draft == schema.V1 {
			folder = filepath.Join(suite, "tests", "v1")
		}
		each, err := filepath.Glob(filepath.Join(folder, "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		cases := 0
		for _, file := range each {
			cases += outputsOf(t, file, o, definitions)
		}
		if cases < 500 {
			t.Errorf("draft %s: found %d tests, wanted the suite", draft, cases)
		}
	}
}

// outputsOf holds the output of all tests of one file against what it should be, and counts them.
func outputsOf(t *testing.T, file string, o schema.Options, definitions map[rule.OutputFormat]*schema.Schema) (cases int) {
	t.Helper()
	var groups []struct {
		Description string
		Schema      json.RawMessage
		Tests       []struct {
			Description string
			Data        json.RawMessage
		}
	}
	readJSON(t, &groups, file)
	for _, g := range groups {
		src := &schema.Source{URI: "https://example.com/schema", Name: "schema", Document: instanceOf(t, string(g.Schema))}
		s, err := schema.Compile(src, "", o)
		if err != nil {
			continue // that is for the suite's own test to judge
		}
		for _, c := range g.Tests {
			cases++
			if fault := outputFault(s, instanceOf(t, string(c.Data)), definitions); fault != "" {
				t.Errorf("%s · %s · %s: %s", file, g.Description, c.Description, fault)
			}
		}
	}
	return cases
}

// outputFault says what is wrong with the output for an instance; "" is nothing.
func outputFault(s *schema.Schema, d *document.Document, definitions map[rule.OutputFormat]*schema.Schema) string {
	u, valid := s.Rule().Evaluate(d, rule.ShowValues), s.Valid(d)
	for format, definition := range definitions {
		text := u.AppendOutput(nil, format)
		if err := definition.Validate(text); err != nil {
			return fmt.Sprintf("%s: %v in %s", format, err, text)
		}
		if wanted := fmt.Sprintf(`{"valid":%t`, valid); !strings.HasPrefix(string(text), wanted) {
			return fmt.Sprintf("%s: found %s, wanted it to begin with %s", format, text, wanted)
		}
	}
	var basic struct {
		Errors []struct{ KeywordLocation, AbsoluteKeywordLocation, InstanceLocation, Error string }
	}
	text := u.AppendOutput(nil, rule.Basic)
	if err := json.Unmarshal(text, &basic); err != nil {
		return err.Error()
	}
	told := map[string]bool{}
	for _, e := range basic.Errors {
		told[strings.Join([]string{e.KeywordLocation, e.AbsoluteKeywordLocation, e.InstanceLocation, e.Error}, " ")] = true
	}
	if explained := s.Explain(d); explained != nil {
		for _, v := range explained.Violations {
			words := strings.Join([]string{v.KeywordLocation, v.AbsoluteKeywordLocation, v.InstanceLocation, v.Message()}, " ")
			if !told[words] {
				return fmt.Sprintf("basic: found %s, wanted the violation %s", text, words)
			}
		}
	}
	return ""
}
