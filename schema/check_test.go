package schema_test

import (
	"errors"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// TestCheck wants the function of a Check to judge, and all its schemas to explain.
func TestCheck(t *testing.T) {
	const text = `{"$defs": {"a": {"required": ["x"]}, "b": {"properties": {"y": {"type": "string"}}}, "c": {"minProperties": 3}}}`
	e := schema.Embed(schema.Options{Whole: true}, "", schema.Text{URI: "file:///s.json", JSON: text})
	none := func(*document.Document, int) bool { return false }
	long := func(d *document.Document, at int) bool { return d.Len(at) > 1 }
	for _, c := range []struct {
		valid func(*document.Document, int) bool
		ids   []string
		text  string
		found []string // keyword locations
	}{
		{long, []string{"a"}, `{"y": 1, "z": 2}`, nil},
		{long, []string{"a"}, `{"y": 1}`, []string{"/required"}},
		{long, []string{"a", "b", "c"}, `{"y": 1}`, []string{"/required", "/minProperties", "/properties/y/type"}},
		{long, []string{"b", "a"}, `{"x": 1}`, []string{""}},
		{none, []string{"a", "none"}, `{"y": 1, "z": 2}`, []string{"/required"}},
		{none, []string{"none"}, `{"y": 1, "z": 2}`, []string{""}},
		{long, []string{"a"}, `{`, []string{""}},
	} {
		ids := make([]string, len(c.ids))
		for i, name := range c.ids {
			ids[i] = "file:///s.json#/$defs/" + name
		}
		check := e.Check(c.valid, ids...)
		err := check.Validate([]byte(c.text))
		d, again := check.Document([]byte(c.text))
		if (d != nil) != (c.found == nil) || (err == nil) != (c.found == nil) || (again == nil) != (c.found == nil) {
			t.Errorf("%s: found %v and %v", c.text, err, again)
		}
		if c.found == nil {
			continue
		}
		var all *rule.Error
		if !errors.As(err, &all) || all.Error() != again.Error() || len(all.Violations) != len(c.found) {
			t.Errorf("%s by %v: found %v, wanted %q", c.text, c.ids, err, c.found)
			continue
		}
		for i, v := range all.Violations {
			if v.KeywordLocation != c.found[i] {
				t.Errorf("%s by %v: found %q, wanted %q", c.text, c.ids, v.KeywordLocation, c.found[i])
			}
		}
	}
}
