package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/assaykit/assay/contract"
)

// omitted is a report of nothing but what was not checked.
func omitted[T Result | contract.Finding](t *testing.T, open func(*bytes.Buffer) (Reporter[T], error), o Omission) (string, bool) {
	t.Helper()
	var b bytes.Buffer
	r, err := open(&b)
	if err != nil {
		t.Fatal(err)
	}
	omitter, ok := r.(Omitter)
	if ok {
		if err := omitter.Omit(o); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String(), ok
}

// TestOmissions wants each format but the one for people, which has it beside, to tell of what was not checked, whatever it is called.
func TestOmissions(t *testing.T) {
	o := Omission{Source: "a\n::error::]]>b.json", Reason: "cannot be read: \x1b]]></error>\n::error::no"}
	check := func(name, got string, ok bool) {
		t.Helper()
		if name == "text" {
			if ok {
				t.Error("text tells of omissions, which stand beside it")
			}
			return
		}
		if !ok || !strings.Contains(got, "cannot be read") || strings.Contains(got, "\x1b") || strings.Contains(got, "\n::error::no") {
			t.Errorf("%s: found\n%s", name, got)
		}
		switch name {
		case "json", "ndjson", "sarif", "gitlab":
			if !json.Valid([]byte(got)) {
				t.Errorf("%s: found no JSON\n%s", name, got)
			}
		}
	}
	for _, name := range InstanceFormats() {
		got, ok := omitted(t, func(b *bytes.Buffer) (Reporter[Result], error) { return Instances(name, b, Options{}) }, o)
		check(name, got, ok)
	}
	for _, name := range ExchangeFormats() {
		got, ok := omitted(t, func(b *bytes.Buffer) (Reporter[contract.Finding], error) { return Exchanges(name, b, Options{}) }, o)
		check(name, got, ok)
	}
}

// TestJSONIsNotValidWithOmissions wants what all was valid to be said only where all was checked.
func TestJSONIsNotValidWithOmissions(t *testing.T) {
	got, _ := omitted(t, func(b *bytes.Buffer) (Reporter[Result], error) { return Instances("json", b, Options{}) }, Omission{"a.json", "no"})
	if !strings.Contains(got, `"omissions":[{"source":"a.json","code":"not-checked","message":"no"}]`) || !strings.HasSuffix(got, "\"valid\":false}\n") {
		t.Errorf("found %s", got)
	}
}
