package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain text", `/a "b" 田 😀`, `/a "b" 田 😀`},
		{"line breaks and tabs", "a\r\n\tb", "a␍␊␉b"},
		{"escape sequence", "\x1b[31m", "␛[31m"},
		{"delete and C1 controls", "\x7f\u009b", `␡\x9b`},
		{"direction of writing", "a\u202eb", `a\u202eb`},
		{"line separator", "\u2028", `\u2028`},
		{"no-break space", "a\u00a0b", `a\xa0b`},
		{"tag characters", "\U000e0041", `\U000e0041`},
		{"not UTF-8", "a\xffb", `a\xffb`},
		{"replacement character", "a\ufffd", "a\ufffd"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := visible(test.in); got != test.want {
				t.Errorf("found %q, wanted %q", got, test.want)
			}
		})
	}
}

// readCommands reads a log as the runner of GitHub Actions does: line by line, a command where a line begins with two colons.
func readCommands(t *testing.T, log string) (files, messages []string) {
	t.Helper()
	unescape := strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	for _, line := range strings.FieldsFunc(log, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line = strings.TrimLeft(line, " \t\ufeff\u2028")
		if !strings.HasPrefix(line, "::") {
			if strings.Contains(line, "##[") {
				t.Fatalf("a line forges a command: %q", line)
			}
			continue
		}
		head, message, ok := strings.Cut(line[2:], "::")
		name, properties, some := strings.Cut(head, " ")
		if !ok || !some || name != "error" {
			t.Fatalf("found command %q, wanted an error", line)
		}
		for i, p := range strings.Split(properties, ",") {
			key, value, _ := strings.Cut(p, "=")
			if i == 0 && key == "file" {
				files = append(files, unescape.Replace(value))
			} else if key != "line" && key != "col" && key != "title" {
				t.Fatalf("found property %q in %q", p, line)
			}
		}
		messages = append(messages, unescape.Replace(message))
	}
	return files, messages
}

func holdGitHubOfPayloads(t *testing.T, r hostile) {
	t.Helper()
	result := r.result()
	files, messages := readCommands(t, string(ofResults(t, "github", Options{}, result)))
	list := faults(result.Err)
	if len(messages) != len(list) || len(files) != len(list) {
		t.Fatalf("%+v: found %d commands, wanted %d", result, len(messages), len(list))
	}
	for i, f := range list {
		if files[i] != result.Source {
			t.Fatalf("found file %q, wanted %q", files[i], result.Source)
		}
		if first, _, _ := strings.Cut(messages[i], "\n"); first != f.line() {
			t.Fatalf("found message %q, wanted %q", first, f.line())
		}
	}
}

func holdGitHubOfExchanges(t *testing.T, r hostile) {
	t.Helper()
	f := r.finding()
	files, messages := readCommands(t, string(ofFindings(t, "github", Options{}, f)))
	if len(messages) != len(f.Err.Violations) || files[0] != f.Source {
		t.Fatalf("%+v: found %d commands for %q", f, len(messages), files)
	}
}

func holdTextOfExchanges(t *testing.T, r hostile) {
	t.Helper()
	for line := range strings.Lines(string(ofFindings(t, "text", Options{}, r.finding()))) {
		if line = strings.TrimSuffix(line, "\n"); visible(line) != line {
			t.Fatalf("the report has a line %q that steers the terminal", line)
		}
	}
}

// readJUnit reads a report and holds its counts against its cases.
func readJUnit(t *testing.T, report []byte) []junitSuite {
	t.Helper()
	var root struct {
		XMLName xml.Name     `xml:"testsuites"`
		Suites  []junitSuite `xml:"testsuite"`
	}
	d := xml.NewDecoder(bytes.NewReader(report))
	if err := d.Decode(&root); err != nil {
		t.Fatalf("%v in\n%q", err, report)
	}
	for {
		rest, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if text, ok := rest.(xml.CharData); err != nil || !ok || len(bytes.TrimSpace(text)) > 0 {
			t.Fatalf("found %v, %v behind the root element", rest, err)
		}
	}
	for _, s := range root.Suites {
		failures, skipped := 0, 0
		for _, c := range s.Cases {
			if c.Failure != nil {
				failures++
			}
			if c.Skipped != nil {
				skipped++
			}
		}
		if s.Tests != len(s.Cases) || s.Failures != failures || s.Skipped != skipped {
			t.Fatalf("found counts %d, %d, %d, wanted %d, %d, %d", s.Tests, s.Failures, s.Skipped, len(s.Cases), failures, skipped)
		}
	}
	return root.Suites
}

func holdJUnitOfPayloads(t *testing.T, r hostile) {
	t.Helper()
	result := r.result()
	suites := readJUnit(t, ofResults(t, "junit", Options{}, Result{Source: result.Source}, result))
	if len(suites) != 1 || suites[0].Name != visible(result.Source) || suites[0].Tests != 2 || suites[0].Failures != 1 {
		t.Fatalf("%+v: found suites %+v", result, suites)
	}
	failure := suites[0].Cases[1].Failure
	list := faults(result.Err)
	if failure.Message != headline(list) {
		t.Fatalf("found message %q, wanted %q", failure.Message, headline(list))
	}
	for _, f := range list {
		if line := place(result.Source, f.Position) + ": " + f.line(); !strings.Contains("\n"+failure.Text+"\n", "\n"+line+"\n") {
			t.Fatalf("found text %q, wanted the line %q", failure.Text, line)
		}
	}
}

func holdJUnitOfExchanges(t *testing.T, r hostile) {
	t.Helper()
	f := r.finding()
	suites := readJUnit(t, ofFindings(t, "junit", Options{}, f))
	if len(suites) != 1 || suites[0].Name != visible(f.Source) || suites[0].Failures != 1 {
		t.Fatalf("%+v: found suites %+v", f, suites)
	}
	text := suites[0].Cases[0].Failure.Text
	for _, v := range faults(f.Err) {
		if !strings.Contains(text, "\n"+v.line()) {
			t.Fatalf("found text %q, wanted the line %q", text, v.line())
		}
	}
}

func holdJSONOfPayloads(t *testing.T, r hostile) {
	t.Helper()
	results := []Result{r.result(), {Source: r.text()}, r.result()}
	lines := bytes.SplitAfter(ofResults(t, "ndjson", Options{}, results...), []byte("\n"))
	if len(lines) != len(results)+1 || len(lines[len(results)]) != 0 {
		t.Fatalf("found %d lines, wanted %d", len(lines), len(results)+1)
	}
	for i, r := range results {
		var got instanceObject
		if err := json.Unmarshal(lines[i], &got); err != nil {
			t.Fatal(err)
		}
		checkObject(t, r, got)
	}
	var whole struct {
		Instances []instanceObject
		Summary   instancesSummary
		Valid     *bool
	}
	if err := json.Unmarshal(ofResults(t, "json", Options{}, results...), &whole); err != nil {
		t.Fatal(err)
	}
	for i, r := range results {
		checkObject(t, r, whole.Instances[i])
	}
	if s := whole.Summary; s.Instances != 3 || s.Valid != 1 || s.Invalid != 2 || whole.Valid == nil || *whole.Valid {
		t.Fatalf("found summary %+v, valid %v", s, whole.Valid)
	}
}

// checkObject wants an object to say what the result does. JSON holds Unicode text only: a byte that is
// none becomes U+FFFD.
func checkObject(t *testing.T, r Result, got instanceObject) {
	t.Helper()
	list := faults(r.Err)
	if got.Source != string([]rune(r.Source)) || got.Valid != (r.Err == nil) || len(got.Errors) != len(list) || got.Errors == nil {
		t.Fatalf("found %+v, wanted %+v", got, r)
	}
	for i, f := range list {
		e := got.Errors[i]
		if e.Message != string([]rune(f.message)) || e.Line != f.Position.Line || len(e.Causes) != len(f.Causes) ||
			e.InstanceLocation != string([]rune(f.InstanceLocation)) || !utf8.ValidString(e.Keyword) {
			t.Fatalf("found %+v, wanted %+v", e, f)
		}
	}
}

func TestNDJSONIsTheContract(t *testing.T) {
	result := invalidSession(t)
	result.Err.Violations = result.Err.Violations[2:3]
	result.Err.Violations[0].Found = "<&>"
	want := `{"source":"testdata/session.json","record":1,"valid":false,"errors":[{"instanceLocation":"/id",` +
		`"keywordLocation":"/properties/id/type","absoluteKeywordLocation":"file:///schema.json#/properties/id/type",` +
		`"keyword":"type","code":"type","line":4,"column":8,"message":"found <&>, wanted a number"}]}` + "\n"
	if got := string(ofResults(t, "ndjson", Options{}, result)); got != want {
		t.Errorf("found  %swanted %s", got, want)
	}
}

// TestLines wants messages to keep their lines, and nothing in them to begin another one that is a command, or to steer a terminal.
func TestLines(t *testing.T) {
	for in, want := range map[string]string{
		"a.json:1:2: found\n\tb": "a.json:1:2: found\n\tb",
		"\x1b[31m\r\x00\u202e":   `␛[31m␍␀\u202e`,
		"a\n::error::b":          "a␊::error::b",
		"a\n  ::set-output x":    "a␊  ::set-output x",
		"::stop":                 "␊::stop",
		"a\n\t##[error]b":        "a␊\t##[error]b",
		"a\n\n# b":               "a\n\n# b",
	} {
		if got := Lines(in); got != want {
			t.Errorf("%q: found %q, wanted %q", in, got, want)
		}
	}
}
