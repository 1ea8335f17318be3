package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaykit/assay/report"
)

// TestReportsAreTheSame wants every format to have the same bytes however many instances are checked at a time, and
// names of files, which may be anything, to stay within it.
func TestReportsAreTheSame(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1750000000")
	files := map[string]string{"s.json": `{"properties": {"id": {"type": "integer"}}}`}
	args := []string{"--schema", "s.json", "nowhere.json"}
	for i := range 40 {
		name := fmt.Sprintf("%02d\n::error::]]></script># SKIP\x1b[2J.json", i)
		text := strings.Repeat(fmt.Sprintf(`{"id": [%d, "]]></script>\u001b[2J"]}`+"\n", i), 50)
		if i%4 > 0 {
			name, text = fmt.Sprintf("%02d.ndjson", i), text+"{}\n"
		}
		files[name] = text
		args = append(args, name)
	}
	inTree(t, files)
	for _, format := range report.InstanceFormats() {
		var first string
		for _, jobs := range []string{"1", "2", "8"} {
			status, out, _ := assay(nil, append([]string{"validate", "--report", format, "--jobs", jobs}, args...)...)
			if status != statusUsage {
				t.Errorf("%s: found status %d, wanted %d, since one input is not there", format, status, statusUsage)
			}
			if first == "" {
				first = out
			}
			if out != first {
				t.Errorf("%s: found another report with --jobs %s", format, jobs)
			}
		}
		if format == "github" {
			continue // it has commands, and names of files as they are
		}
		if strings.Contains(first, "\x1b") || strings.Contains("\n"+first, "\n::") {
			t.Errorf("%s: found a character that steers terminals, or a line that is a command", format)
		}
	}
}
