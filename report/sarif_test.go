package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
	"github.com/google/go-cmp/cmp"
)

// sarifSchema is the schema that the standard has for its reports.
var sarifSchema = sync.OnceValues(func() (*schema.Schema, error) {
	files := schema.Files{}
	src, err := files.Open("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		return nil, err
	}
	return schema.Compile(src, "", schema.Options{Load: files.Load})
})

// readRun wants a report to satisfy the standard, and gives its run.
func readRun(t *testing.T, report []byte) (results []sarifResult, run sarifRun) {
	t.Helper()
	s, err := sarifSchema()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(report); err != nil {
		t.Fatalf("%v in\n%s", err, report)
	}
	var whole struct {
		Runs []struct {
			Results []sarifResult
			sarifRun
		}
	}
	if err := json.Unmarshal(report, &whole); err != nil || len(whole.Runs) != 1 {
		t.Fatalf("%v: found %d runs in\n%s", err, len(whole.Runs), report)
	}
	results, run = whole.Runs[0].Results, whole.Runs[0].sarifRun
	for _, r := range results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Fatalf("found rule %q at the number of %q", run.Tool.Driver.Rules[r.RuleIndex].ID, r.RuleID)
		}
	}
	return results, run
}

func TestSARIFSatisfiesItsSchema(t *testing.T) {
	for _, o := range []Options{{}, {Folder: "/home/of someone", Version: "v1.2.3"}} {
		readRun(t, ofResults(t, "sarif", o, results(t)...))
		readRun(t, ofFindings(t, "sarif", o, findings(t)...))
		readRun(t, ofResults(t, "sarif", o))
	}
}

func holdSARIFOfPayloads(t *testing.T, r hostile) {
	t.Helper()
	result := r.result()
	found, _ := readRun(t, ofResults(t, "sarif", Options{}, result))
	list := faults(result.Err)
	if len(found) != len(list) {
		t.Fatalf("%+v: found %d results, wanted %d", result, len(found), len(list))
	}
	for i, f := range list {
		message := strings.ReplaceAll(found[i].Message.Text, `\](`, "](")
		if first, _, _ := strings.Cut(message, "\n"); first != f.line() {
			t.Fatalf("found message %q, wanted %q", first, f.line())
		}
	}
	finding := r.finding()
	found, _ = readRun(t, ofFindings(t, "sarif", Options{Folder: "/x"}, finding))
	if len(found) != len(finding.Err.Violations) {
		t.Fatalf("%+v: found %d results", finding, len(found))
	}
}

// TestSARIFPlaces has the paths of sources, as they are given and as they are told.
func TestSARIFPlaces(t *testing.T) {
	base := func(uri string) sarifArtifact { return sarifArtifact{URI: uri, Base: sourceRoot} }
	tests := []struct {
		folder, source string
		want           sarifArtifact
	}{
		{"", "a/b.json", base("a/b.json")},
		{"", "./a//b.json", base("a/b.json")},
		{"", "a b/ü%.json", base("a%20b/%C3%BC%25.json")},
		{"", "c:d.json", base("./c:d.json")},
		{"", "../a.json", sarifArtifact{URI: "../a.json"}},
		{"", "/x/a.json", sarifArtifact{URI: "file:///x/a.json"}},
		{"/x/y", "../a.json", sarifArtifact{URI: "file:///x/a.json"}},
		{"/x/y", "../y/a.json", base("a.json")},
		{"/x/y", "/x/y/z/a.json", base("z/a.json")},
		{"/x/y", "/x/yz/a.json", sarifArtifact{URI: "file:///x/yz/a.json"}},
		{"/x/y", "-", sarifArtifact{Description: &sarifText{"standard input"}}},
	}
	for _, test := range tests {
		got := Options{Folder: test.folder}.artifact(test.source)
		if diff := cmp.Diff(test.want, *got); diff != "" {
			t.Errorf("%q in %q (-want +got):\n%s", test.source, test.folder, diff)
		}
	}
	if got := (Options{Folder: "/x/y"}).schemaArtifact("file:///x/y/s%20t.json"); *got != base("s%20t.json") {
		t.Errorf("found %+v for a schema in the folder", got)
	}
	if got := (Options{}).schemaArtifact("https://example.com/s"); *got != (sarifArtifact{URI: "https://example.com/s"}) {
		t.Errorf("found %+v for a schema elsewhere", got)
	}
}

// TestFingerprintsStay wants them to be the same where text moves, and to differ where the violation is another one.
func TestFingerprintsStay(t *testing.T) {
	prints := func(o Options, verdicts ...Result) (list []string) {
		results, _ := readRun(t, ofResults(t, "sarif", o, verdicts...))
		for _, r := range results {
			list = append(list, r.Prints[printName])
		}
		return list
	}
	one := invalidSession(t)
	want := prints(Options{}, one)
	for i, p := range want {
		for _, q := range want[:i] {
			if p == q {
				t.Errorf("found the fingerprint %s twice in one document", p)
			}
		}
	}
	moved := invalidSession(t)
	for i := range moved.Err.Violations {
		moved.Err.Violations[i].Position.Line += 7
		moved.Err.Violations[i].Found = "something else"
	}
	if diff := cmp.Diff(want, prints(Options{}, moved)); diff != "" {
		t.Errorf("below other lines (-want +got):\n%s", diff)
	}
	moved.Source = "/x/" + one.Source
	if diff := cmp.Diff(want, prints(Options{Folder: "/x"}, moved)); diff != "" {
		t.Errorf("by an absolute path (-want +got):\n%s", diff)
	}
	twice := prints(Options{}, one, one)
	if diff := cmp.Diff(want, twice[:len(want)]); diff != "" || twice[0] == twice[len(want)] {
		t.Errorf("two records: found %q, wanted them apart", twice)
	}
}

// TestSARIFOmissions wants what was not checked to be told, and the run not to count as one that went well.
func TestSARIFOmissions(t *testing.T) {
	var b bytes.Buffer
	r, err := Instances("sarif", &b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.(Omitter).Omit(Omission{"a b.json", "cannot be read: permission denied"}); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	_, run := readRun(t, b.Bytes())
	i := run.Invocations[0]
	if i.Successful || len(i.Notifications) != 1 || i.Notifications[0].Message.Text != "a b.json: cannot be read: permission denied" ||
		i.Notifications[0].Locations[0].Physical.Artifact.URI != "a%20b.json" {
		t.Errorf("found %+v, wanted a run that failed, and why", i)
	}
}

// TestChecksAreNamed wants every check to say what it demands and a keyword to be in the table once.
func TestChecksAreNamed(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range keywords {
		if seen[c.name] || c.summary == "" || !strings.HasPrefix(c.uri, "https://json-schema.org/") {
			t.Errorf("found %+v, wanted a summary and a section, once", c)
		}
		seen[c.name] = true
	}
	tests := []struct {
		fault    rule.Violation
		instance string
		exchange string
	}{
		{rule.Violation{Keyword: "type", AbsoluteKeywordLocation: "s#/type"}, "type", "type"},
		{rule.Violation{Keyword: "nullable", AbsoluteKeywordLocation: "s#/nullable"}, "nullable", "nullable"},
		{rule.Violation{AbsoluteKeywordLocation: "s#/properties/a"}, "false-schema", "false-schema"},
		{rule.Violation{}, "syntax", "response"},
	}
	for _, test := range tests {
		f := fault{Violation: test.fault}
		if got, other := checkOf(f).name, checkOfExchange(f).name; got != test.instance || other != test.exchange {
			t.Errorf("%+v: found %s and %s, wanted %s and %s", test.fault, got, other, test.instance, test.exchange)
		}
	}
	if got := checkOfResult(contract.UndocumentedStatus).name; got != "undocumented-status" {
		t.Errorf("found %s for an undocumented status", got)
	}
}
