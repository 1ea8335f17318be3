package main

import (
	"os"
	"strings"
	"testing"
)

func TestReportOverStandardInput(t *testing.T) {
	inTree(t, map[string]string{"s.json": "true", "a.json": "1"})
	in, err := os.Open("a.json")
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	status, _, notes := assay(in, "validate", "--schema", "s.json", "--output", "a.json", "-")
	if want := "assay: --output: found a.json, which is an input, wanted another file\n"; status != statusUsage || notes != want {
		t.Errorf("found status %d and %q, wanted %d and %q", status, notes, statusUsage, want)
	}
	if text, err := os.ReadFile("a.json"); err != nil || string(text) != "1" {
		t.Errorf("found %q, %v in a.json, wanted it untouched", text, err)
	}
}

// TestFailuresAreTheExitStatus holds the failures of junit and the errors of github against the exit status.
func TestFailuresAreTheExitStatus(t *testing.T) {
	line := func(url, status, response string) string {
		return `{"method":"GET","url":"` + url + `","status":` + status + `,"response":{"headers":{"content-type":` + response + "}}\n"
	}
	const good = `{"method":"GET","url":"/a","status":200,"response":{"headers":{"content-type":"application/json"},"body":1}}` + "\n"
	captures := map[string]string{
		"valid":                   "",
		"invalid":                 line("/a", "200", `"application/json"},"body":"x"`),
		"damaged":                 `{"method":"GET","url"` + "\n",
		"undocumented-operation":  line("/b", "200", `"application/json"},"body":1`),
		"undocumented-status":     line("/a", "404", `"application/json"},"body":1`),
		"undocumented-media-type": line("/a", "200", `"text/plain"},"bodyText":"1"`),
		"skipped":                 line("/a", "0", `"text/plain"}`),
	}
	files := map[string]string{"s.json": `{"type":"integer"}`, "assay.yaml": "contract: {routes: [{path: /a, status: 200, schema: s.json}]}"}
	for name, text := range captures {
		files[name+".ndjson"] = good + text
	}
	inTree(t, files)
	choices := [][]string{nil, {"--fail-on", strings.Join(failures, ",")}}
	for _, r := range failures {
		choices = append(choices, []string{"--fail-on", string(r)})
	}
	failed := 0
	for _, choice := range choices {
		for name := range captures {
			args := append([]string{"contract", "--report", "junit", "--report", "github", "--output", "-", "--output", "out.txt"}, choice...)
			status, junit, notes := assay(nil, append(args, name+".ndjson")...)
			github, err := os.ReadFile("out.txt")
			if err != nil {
				t.Fatal(err)
			}
			inJUnit, inGitHub := strings.Contains(junit, "<failure"), strings.Contains(string(github), "::error ")
			if want := status == statusInvalid; inJUnit != want || inGitHub != want || status > statusInvalid {
				t.Errorf("%s %v: found status %d, a failure in junit: %v, an error in github: %v; %s", name, choice, status, inJUnit, inGitHub, notes)
			}
			failed += status
		}
	}
	// By default four captures fail; with all results all six that are not valid; with one result the capture of that name,
	// and with invalid the damaged one, too.
	if want := 4 + 6 + 6; failed != want {
		t.Errorf("found %d runs that fail, wanted %d", failed, want)
	}
}
