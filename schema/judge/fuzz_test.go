package judge

import (
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// FuzzCheck holds that any document is judged without the engine failing, that each problem has a place, and that the
// order of the problems does not change.
func FuzzCheck(f *testing.F) {
	for _, text := range []string{
		`{"type": ["string", 1], "$ref": "#/a%zz", "minLength": -1e9}`,
		`{"$schema": "http://json-schema.org/draft-04/schema#", "id": "%", "enum": [1, 1.0, 1e999], "exclusiveMaximum": true}`,
		`{"$id": "a#b", "$anchor": "1", "dependencies": {"~/ %": [1, 1]}, "patternProperties": {"(": 5}, "propertyNames": []}`,
		`{"$defs": {"": {"$schema": "http://json-schema.org/draft-07/schema", "$id": "x", "items": [[]]}}, "allOf": []}`,
		`{"properties": {"$ref": {"$dynamicRef": 1}}, "$vocabulary": {"a": 1}, "multipleOf": -0, "uniqueItems": null}`,
	} {
		for draft := range uint8(6) {
			f.Add([]byte(text), draft)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, draft uint8) {
		d, err := document.Parse(text)
		if err != nil {
			return
		}
		src := &schema.Source{URI: "file:///s.json", Name: "s.json", Document: d}
		first := Check(src, schema.Draft(draft%6))
		for _, p := range first {
			if p.Position.Line == 0 || strings.Contains(p.Message, "engine failed") {
				t.Errorf("found %v", p)
			}
		}
		holdTogether(t, src, schema.Draft(draft%6))
		again := Check(src, schema.Draft(draft%6))
		if len(again) != len(first) {
			t.Fatalf("found %v, then %v", first, again)
		}
		for i := range first {
			if first[i] != again[i] {
				t.Errorf("found %v, then %v", first[i], again[i])
			}
		}
	})
}
