package report

import (
	"bytes"
	"testing"

	"github.com/assaykit/assay/rule"
)

// TestRowsAreWhatTheirInstancesAre holds rows of valid instances against as many additions.
func TestRowsAreWhatTheirInstancesAre(t *testing.T) {
	invalid := &rule.Error{Violations: []rule.Violation{{Found: "1", Wanted: "a string", Keyword: "type"}}}
	rows := []struct {
		first Result
		count int
	}{
		{Result{Source: `a "<b>".ndjson`, Record: 1, Records: true}, 3},
		{Result{Source: `a "<b>".ndjson`, Record: 4, Records: true, Err: invalid}, 1},
		{Result{Source: `a "<b>".ndjson`, Record: 5, Records: true}, 1000},
		{Result{Source: "b.json", Record: 1}, 1},
		{Result{Source: "c.json", Record: 1, Output: []byte(`{"valid":true}`)}, 1},
	}
	for _, name := range InstanceFormats() {
		for from := range rows {
			for _, o := range []Options{{}, {Verbose: true}} {
				var quick, each bytes.Buffer
				rowwise, err := Instances(name, &quick, o)
				if err != nil {
					t.Fatal(err)
				}
				single, _ := Instances(name, &each, o)
				for _, r := range rows[from:] {
					if err := AddRow(rowwise, r.first, r.count); err != nil {
						t.Fatal(err)
					}
					for range r.count {
						if err := single.Add(r.first); err != nil {
							t.Fatal(err)
						}
						r.first.Record++
					}
				}
				if rowwise.Close() != nil || single.Close() != nil || quick.String() != each.String() {
					t.Errorf("%s, from row %d, %+v: found\n%s\nwanted\n%s", name, from, o, &quick, &each)
				}
			}
		}
	}
}
