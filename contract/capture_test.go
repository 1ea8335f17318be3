package contract

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/capture"
)

// checkFile checks each exchange of a capture of the project's testdata.
func checkFile(t *testing.T, c *Checker, name string) []Finding {
	t.Helper()
	path := filepath.Join("..", "testdata", "captures", name)
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r, err := capture.Open(path, file)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var list []Finding
	for {
		x, err := r.Next()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, c.Check(x))
	}
}

func TestCaptures(t *testing.T) {
	route := Route{Name: "create connect session", Host: "*.example.com", Method: "POST", Path: "/connect_sessions",
		Status: "201", MediaType: "application/json", Schema: authLink(t)}
	const (
		redactedURL = "https://api.example.com/connect_sessions?api_key=REDACTED"
		plainURL    = "https://api.example.com/connect_sessions"
	)
	tests := []struct {
		file string
		want []string
	}{
		{"connect_sessions.har", []string{
			"POST " + plainURL + " 201 valid create connect session",
			"POST " + redactedURL + " 201 valid create connect session",
			"POST " + plainURL + ` 201 invalid create connect session` +
				` | : found no member "token", wanted every required member (required)` +
				" | /id: found a string of 5 characters (#0a1a798e), wanted a number (type)",
			"POST " + redactedURL + "&debug=REDACTED 401 undocumented-status create connect session: documented: 201",
			"GET https://api.example.com/connect_sessions/42 200 undocumented-operation : no route has this path",
			"POST " + plainURL + " 201 undocumented-media-type create connect session: the media type text/html is not documented; documented: application/json",
		}},
		{"connect_sessions.ndjson", []string{
			"POST " + plainURL + " 201 valid create connect session",
			"POST " + plainURL + " 201 invalid create connect session | /categories/1: found a string of 3 characters (#0d9934fd), " +
				`wanted one of "ats", "hris", "hris-legacy", "hrisLegacy", "crm", "iam", "marketing", "lms", "stackone", "stackOne" or "documents" (enum)`,
			"POST " + redactedURL + " 201 valid create connect session",
			"POST " + plainURL + " 201 valid create connect session",
			"POST " + plainURL + " 201 invalid create connect session | /created_at: found a string of 15 characters (#dbfc5451), " +
				"wanted a date-time with offset such as 2026-11-01T09:30:00Z (RFC 3339) (format)",
			"POST " + plainURL + " 201 valid create connect session",
		}},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			var got []string
			for i, f := range checkFile(t, mustCheck(t, Options{}, route), test.file) {
				if f.Entry != i+1 || f.Line == 0 {
					t.Errorf("finding %d is of entry %d on line %d", i+1, f.Entry, f.Line)
				}
				if strings.Contains(everything(t, f), "made-up") {
					t.Errorf("entry %d tells a secret", f.Entry)
				}
				got = append(got, line(f))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-wanted +found):\n%s", diff)
			}
		})
	}
}

// line writes a finding.
func line(f Finding) string {
	text := fmt.Sprintf("%s %s %d %s %s", f.Method, f.URL, f.Status, f.Result, f.Operation)
	if f.Reason != "" {
		text += ": " + f.Reason
	}
	for _, m := range messages(f) {
		text += " | " + m
	}
	return text
}
