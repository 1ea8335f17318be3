package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
)

// TestOutput wants the output of an instance in the json report and nowhere else.
func TestOutput(t *testing.T) {
	results := []report.Result{
		{Source: "a.json", Record: 1, Output: []byte(`{"valid":true,"annotation":"<&>"}`)},
		{Source: "b.json", Record: 1, Err: &rule.Error{Violations: []rule.Violation{{Found: "1", Wanted: "2"}}}, Output: []byte(`{"valid":false}`)},
		{Source: "c.json", Record: 1},
	}
	for _, format := range report.InstanceFormats() {
		t.Run(format, func(t *testing.T) {
			var b bytes.Buffer
			r, err := report.Instances(format, &b, report.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, result := range results {
				if err := r.Add(result); err != nil {
					t.Fatal(err)
				}
			}
			if err := r.Close(); err != nil {
				t.Fatal(err)
			}
			wanted := 0
			if format == "json" {
				wanted = 2
			}
			if found := strings.Count(b.String(), `"output":{"valid":`); found != wanted {
				t.Errorf("found %d outputs, wanted %d in\n%s", found, wanted, b.String())
			}
			if format == "json" && !strings.Contains(b.String(), `,"errors":[],"output":{"valid":true,"annotation":"<&>"}}`) {
				t.Errorf("found %s, wanted the output as it is, behind the errors", b.String())
			}
		})
	}
}
