package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Records name their schemas by texts whose memory is used again for other records. That must not change which schema
// a later record gets. (The names are long, for maps look short keys up in another way.)
func TestSchemasNamedByRecords(t *testing.T) {
	const each = 20_000
	folder := strings.Repeat("long", 20)
	files := map[string]string{}
	for i, text := range []string{`{"type": "object"}`, `{"type": "object"}`, `{"type": "object", "required": ["absent"]}`} {
		files[filepath.Join(folder, fmt.Sprintf("s%d.json", i))] = text
	}
	inTree(t, files)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, slash := range []string{"/", `\/`} {
		var records strings.Builder
		base := strings.ReplaceAll("file://"+filepath.ToSlash(filepath.Join(here, folder)), "/", slash)
		for i := range 3 * each {
			fmt.Fprintf(&records, "{\"$schema\": \"%s%ss%d.json\", \"n\": %d}\n", base, slash, i/each, i%7*100_000)
		}
		if err := os.WriteFile("a.ndjson", []byte(records.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		_, out, notes := assay(nil, "validate", "--report", "ndjson", "a.ndjson")
		if valid := strings.Count(out, `"valid":true`); valid != 2*each {
			t.Errorf("%s: found %d valid records, wanted %d; %s", slash, valid, 2*each, notes)
		}
	}
}
