package report_test

import (
	"log"
	"os"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
)

func ExampleInstances() {
	payload := []byte(`{"id": "42", "token": "made-up"}`)
	r, err := report.Instances("text", os.Stdout, report.Options{})
	if err != nil {
		log.Fatal(err)
	}
	err = r.Add(report.Result{
		Source: "payload.json", Record: 1, Text: payload, Line: 1,
		Err: &rule.Error{
			Violations: []rule.Violation{{
				InstanceLocation: "/id", Keyword: "type", KeywordLocation: "/properties/id/type",
				Found: `"42"`, Wanted: "a number",
				Position: document.Position{Line: 1, Column: 8}, Start: 7, End: 11,
			}},
			Sensitive: []rule.Span{{Start: 22, End: 31}},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := r.Close(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// payload.json:1:8: /id: found "42", wanted a number
	//     1 | {"id": "42", "token": "•••••"}
	//       |        ^~~~
	//       = keyword /properties/id/type
	//
	// 1 instance: 0 valid, 1 invalid (1 violation)
}
