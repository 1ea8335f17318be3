package report

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// readIssues reads a report as GitLab does, which wants every member and fingerprints that differ.
func readIssues(t *testing.T, report []byte) []gitlabIssue {
	t.Helper()
	var issues []gitlabIssue
	if err := json.Unmarshal(report, &issues); err != nil || issues == nil {
		t.Fatalf("%v: found no list in\n%s", err, report)
	}
	seen := map[string]bool{}
	for _, i := range issues {
		known := slices.Contains([]string{"info", gitlabMinor, gitlabMajor, gitlabCritical, gitlabBlocker}, i.Severity)
		if i.Description == "" || i.Check == "" || seen[i.Fingerprint] || !known || i.Location.Lines.Begin < 1 {
			t.Fatalf("found the issue %+v in\n%s", i, report)
		}
		if strings.HasPrefix(i.Location.Path, "./") || i.Location.Path == "" {
			t.Fatalf("found the path %q, which GitLab does not find", i.Location.Path)
		}
		seen[i.Fingerprint] = true
	}
	return issues
}

func holdGitLabOfPayloads(t *testing.T, r hostile) {
	t.Helper()
	result := r.result()
	issues := readIssues(t, ofResults(t, "gitlab", Options{}, Result{Source: result.Source}, result))
	list := faults(result.Err)
	if len(issues) != len(list) {
		t.Fatalf("%+v: found %d issues, wanted %d", result, len(issues), len(list))
	}
	for i, f := range list {
		if path := string([]rune(filepath.Clean(result.Source))); issues[i].Description != f.line() || issues[i].Location.Path != path {
			t.Fatalf("found %+v, wanted %q in %q", issues[i], f.line(), path)
		}
	}
	finding := r.finding()
	if issues := readIssues(t, ofFindings(t, "gitlab", Options{}, finding)); len(issues) != len(finding.Err.Violations) {
		t.Fatalf("%+v: found %d issues", finding, len(issues))
	}
}

// TestGitLabSeverities has what is wrong from least to worst.
func TestGitLabSeverities(t *testing.T) {
	want := map[string]string{"undocumented-operation": "major", "type": "major", "syntax": "critical"}
	issues := readIssues(t, ofResults(t, "gitlab", Options{}, results(t)...))
	issues = append(issues, readIssues(t, ofFindings(t, "gitlab", Options{}, findings(t)...))...)
	for _, i := range issues {
		if severity, ok := want[i.Check]; ok && i.Severity != severity && i.Location.Path != "testdata/silent.json" {
			t.Errorf("found %+v, wanted severity %s", i, severity)
		}
	}
}
