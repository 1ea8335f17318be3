package report

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares a report with its file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// written is the report of some verdicts.
func written[T Result | contract.Finding](t *testing.T, open func(*bytes.Buffer) (Reporter[T], error), verdicts []T) []byte {
	t.Helper()
	var b bytes.Buffer
	r, err := open(&b)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verdicts {
		if err := r.Add(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func ofResults(t *testing.T, format string, o Options, results ...Result) []byte {
	t.Helper()
	return written(t, func(b *bytes.Buffer) (Reporter[Result], error) { return Instances(format, b, o) }, results)
}

func ofFindings(t *testing.T, format string, o Options, findings ...contract.Finding) []byte {
	t.Helper()
	return written(t, func(b *bytes.Buffer) (Reporter[contract.Finding], error) { return Exchanges(format, b, o) }, findings)
}

// violation is one of the value that a pointer leads to.
func violation(t *testing.T, d *document.Document, pointer, keyword, wanted, found string) rule.Violation {
	t.Helper()
	v := d.Root().Lookup(pointer)
	if v.IsZero() {
		t.Fatalf("the document has nothing at %q", pointer)
	}
	at := v.Entry()
	start, end := d.Span(at)
	schema := ""
	for token := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if token != "" {
			schema += "/properties/" + token
		}
	}
	return rule.Violation{
		InstanceLocation: pointer, KeywordLocation: schema + "/" + keyword,
		AbsoluteKeywordLocation: "file:///schema.json#" + schema + "/" + keyword,
		Keyword:                 keyword, Wanted: wanted, Found: found,
		Position: d.Position(at), Start: start, End: end,
	}
}

// parse indexes a text that begins on a line of its file.
func parse(t *testing.T, text string, line int) *document.Document {
	t.Helper()
	d, err := document.ParseAt([]byte(text), line)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// span is the place of a value.
func span(d *document.Document, pointer string) rule.Span {
	start, end := d.Span(d.Root().Lookup(pointer).Entry())
	return rule.Span{Start: start, End: end}
}

const session = `{
  "account_id": "acct-90417",
  "categories": ["hris", "payrol"],
	"id":	"42",
  "owner": {"name": "田中", "age": "old"},
  "token": "made-up-token-3f9a", "tokens": 7
}
`

// invalidSession has violations of several kinds.
func invalidSession(t *testing.T) Result {
	d := parse(t, session, 1)
	owner := violation(t, d, "/owner", "oneOf", "a value that satisfies exactly one of 2 schemas", "one that satisfies none")
	age := violation(t, d, "/owner/age", "type", "a number", `"old"`)
	age.KeywordLocation = owner.KeywordLocation + "/0/properties/age/type"
	kind := violation(t, d, "/owner", "type", "a string", "an object of 2 members")
	kind.KeywordLocation = owner.KeywordLocation + "/1/type"
	owner.Causes = []rule.Violation{age, kind}
	missing := violation(t, d, "", "required", "every required member", `no member "account-id" but "account_id"`)
	account := violation(t, d, "/account_id", "", "", "")
	missing.Misspelt = []rule.Misspelling{{InstanceLocation: "/account_id", Position: account.Position, Start: account.Start, End: account.End}}
	category := violation(t, d, "/categories/1", "enum", `one of "hris", "ats" or "payroll"`, `"payrol"`)
	category.Suggestion = []string{"payroll"}
	return Result{
		Source: "testdata/session.json", Record: 1, Text: []byte(session), Line: 1,
		Err: &rule.Error{
			Violations: []rule.Violation{
				missing,
				category,
				violation(t, d, "/id", "type", "a number", `"42"`),
				violation(t, d, "/id", "maxLength", "at most 1 character", "2 characters"),
				owner,
				violation(t, d, "/tokens", "type", "a string", "7"),
			},
			Sensitive: []rule.Span{span(d, "/token")},
		},
	}
}

// broken is the verdict on a text that is not JSON.
func broken(t *testing.T, source, text string) Result {
	t.Helper()
	_, err := document.Parse([]byte(text))
	syntax, ok := errors.AsType[*document.SyntaxError](err)
	if !ok {
		t.Fatalf("found %v, wanted a syntax error", err)
	}
	return Result{
		Source: source, Record: 1, Text: []byte(text), Line: 1, Public: true,
		Err: &rule.Error{Syntax: err, Violations: []rule.Violation{{
			Wanted: syntax.Wanted, Found: syntax.Found,
			Position: document.Position{Line: syntax.Line, Column: syntax.Column},
		}}},
	}
}

// results are verdicts of all kinds.
func results(t *testing.T) []Result {
	line := `{"id": 1, "note": "` + strings.Repeat("lorem ipsum ", 20) + `", "done": "yes", "rest": "` + strings.Repeat("dolor sit ", 20) + `"}`
	d := parse(t, line, 2)
	return []Result{
		{Source: "testdata/good.json", Record: 1, Text: []byte(`{}`), Line: 1},
		invalidSession(t),
		broken(t, "testdata/comma.json", "{\n  \"id\": 7\n  \"label\": \"a\"\n}\n"),
		{Source: "testdata/batch.ndjson", Record: 1, Records: true, Text: []byte(`{}`), Line: 1},
		{
			Source: "testdata/batch.ndjson", Record: 2, Records: true, Text: []byte(line), Line: 2,
			Err: &rule.Error{Violations: []rule.Violation{violation(t, d, "/done", "type", "a boolean", `"yes"`)}},
		},
		{
			Source: "testdata/built.yaml", Record: 1, Text: []byte("id: 7\nname: x\n"), Line: 1, Public: true,
			Err: &rule.Error{Violations: []rule.Violation{{
				InstanceLocation: "/name", KeywordLocation: "/properties/name",
				AbsoluteKeywordLocation: "file:///schema.json#/properties/name",
				Wanted:                  "no value here", Found: `"x"`, Position: document.Position{Line: 2, Column: 7},
			}}},
		},
		{Source: "testdata/silent.json", Record: 1, Err: &rule.Error{}},
	}
}

// findings are findings of all kinds.
func findings(t *testing.T) []contract.Finding {
	d := parse(t, session, 1)
	return []contract.Finding{
		{
			Source: "capture.har", Entry: 1, Method: "GET", URL: "https://api.example.com/users/7?key=REDACTED",
			Status: 200, Operation: "GET /users/{id}", Result: contract.Valid,
		},
		{
			Source: "capture.har", Entry: 2, Method: "POST", URL: "https://api.example.com/connect_sessions",
			Status: 201, Operation: "create connect session", Result: contract.Invalid,
			Err: &rule.Error{Violations: []rule.Violation{
				violation(t, d, "/id", "type", "a number", "a string of 2 characters"),
				violation(t, d, "/tokens", "type", "a string", "a number"),
			}},
		},
		{
			Source: "capture.har", Entry: 3, Line: 120, Method: "GET", URL: "https://api.example.com/health",
			Status: 200, Result: contract.UndocumentedOperation, Reason: "no route has this path",
		},
		{
			Source: "more.ndjson", Entry: 1, Line: 1, Method: "GET", URL: "https://api.example.com/users/8",
			Status: 304, Operation: "GET /users/{id}", Result: contract.Skipped, Reason: "no body",
		},
	}
}

func TestGolden(t *testing.T) {
	for _, f := range formats {
		if f.instances != nil {
			t.Run("instances as "+f.name, func(t *testing.T) {
				golden(t, "instances."+f.name, ofResults(t, f.name, Options{}, results(t)...))
			})
		}
		if f.exchanges != nil {
			t.Run("exchanges as "+f.name, func(t *testing.T) {
				golden(t, "exchanges."+f.name, ofFindings(t, f.name, Options{}, findings(t)...))
			})
		}
	}
	t.Run("verbose and narrow", func(t *testing.T) {
		o := Options{Verbose: true, Width: 50}
		golden(t, "instances.text-verbose", ofResults(t, "text", o, results(t)...))
		golden(t, "exchanges.text-verbose", ofFindings(t, "text", o, findings(t)...))
	})
	t.Run("coloured", func(t *testing.T) {
		golden(t, "instances.text-color", ofResults(t, "text", Options{Color: true}, results(t)...))
	})
}

func TestNothingToReport(t *testing.T) {
	want := map[string]string{
		"text":   "0 instances: 0 valid, 0 invalid\n",
		"json":   `{"instances":[],"summary":{"instances":0,"valid":0,"invalid":0,"violations":0},"valid":true}` + "\n",
		"ndjson": "",
		"junit":  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n</testsuites>\n",
		"github": "0 instances: 0 valid, 0 invalid\n",
		"gitlab": "[]\n",
		"tap":    "TAP version 14\n1..0\n",
		"sarif": `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0",` +
			`"runs":[{"columnKind":"unicodeCodePoints","results":[],` +
			`"tool":{"driver":{"name":"Assay","informationUri":"https://github.com/assaykit/assay","rules":[]}},` +
			`"originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"the folder that assay was started in"}}},` +
			`"invocations":[{"executionSuccessful":true,"toolExecutionNotifications":[]}]}]}` + "\n",
	}
	for _, name := range InstanceFormats() {
		if name == "html" {
			continue // a page says it in more words
		}
		if got := string(ofResults(t, name, Options{})); got != want[name] {
			t.Errorf("%s: found %q, wanted %q", name, got, want[name])
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	want := `report format: found "xml", wanted one of ` + strings.Join(InstanceFormats(), ", ")
	if _, err := Instances("xml", nil, Options{}); err == nil || err.Error() != want {
		t.Errorf("Instances: found %v, wanted %s", err, want)
	}
	want = `report format: found "xml", wanted one of ` + strings.Join(ExchangeFormats(), ", ")
	if _, err := Exchanges("xml", nil, Options{}); err == nil || err.Error() != want {
		t.Errorf("Exchanges: found %v, wanted %s", err, want)
	}
}

// full is a writer without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorsAreReturned(t *testing.T) {
	for _, name := range InstanceFormats() {
		r, _ := Instances(name, full{}, Options{})
		if err := errors.Join(r.Add(invalidSession(t)), r.Close()); !errors.Is(err, errFull) {
			t.Errorf("instances as %s: found %v, wanted %v", name, err, errFull)
		}
	}
	for _, name := range ExchangeFormats() {
		r, _ := Exchanges(name, full{}, Options{})
		if err := errors.Join(r.Add(findings(t)[1]), r.Close()); !errors.Is(err, errFull) {
			t.Errorf("exchanges as %s: found %v, wanted %v", name, err, errFull)
		}
	}
}
