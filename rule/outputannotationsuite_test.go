package rule_test

import (
	"encoding/json"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// annotationDrafts are the drafts by the numbers that the annotation tests know them by. 9999 is what follows 2020-12.
var annotationDrafts = map[schema.Draft]int{
	schema.Draft4: 4, schema.Draft6: 6, schema.Draft7: 7, schema.Draft2019: 2019, schema.Draft2020: 2020, schema.V1: 9999,
}

// compatible reads the option compatibility of a case: numbers from which on, up to which, or for which alone it is meant.
func compatible(option string, number int) bool {
	for bound := range strings.SplitSeq(option, ",") {
		limit, _ := strconv.Atoi(strings.TrimLeft(bound, "<="))
		switch {
		case bound == "":
		case strings.HasPrefix(bound, "<="):
			if number > limit {
				return false
			}
		case strings.HasPrefix(bound, "="):
			if number != limit {
				return false
			}
		case number < limit:
			return false
		}
	}
	return true
}

// annotationCase is a schema with instances, and what is said of them.
type annotationCase struct {
	Description   string
	Compatibility string
	Schema        json.RawMessage
	Tests         []struct {
		Instance   json.RawMessage
		Assertions []struct {
			Location, Keyword string
			Expected          map[string]json.RawMessage
		}
	}
}

// TestAnnotationSuite runs the official tests of annotations in every draft that they are compatible with.
func TestAnnotationSuite(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedSuite(t), "annotations", "tests", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("found %d files (%v), wanted some", len(files), err)
	}
	ran := map[schema.Draft]int{}
	for _, file := range files {
		var suite struct{ Suite []annotationCase }
		readJSON(t, &suite, file)
		for _, c := range suite.Suite {
			for draft, number := range annotationDrafts {
				name := draft.String() + " " + c.Description
				if !compatible(c.Compatibility, number) {
					continue
				}
				ran[draft]++
				t.Run(name, func(t *testing.T) { c.run(t, draft) })
			}
		}
	}
	t.Logf("cases by draft: %v", ran)
}

func (c annotationCase) run(t *testing.T, draft schema.Draft) {
	s := outputSchema(t, string(c.Schema), schema.Options{Default: draft, Formats: schema.SpecFormats})
	for _, test := range c.Tests {
		u := s.Rule().Evaluate(instanceOf(t, string(test.Instance)), rule.ShowValues)
		for _, a := range test.Assertions {
			found := annotated(u, a.Location, a.Keyword)
			if len(found) != len(a.Expected) {
				t.Errorf("%s at %q of %s: found %v, wanted %s", a.Keyword, a.Location, test.Instance, found, a.Expected)
			}
			for place, wanted := range a.Expected {
				text, has := found[place]
				if !has || !document.Equal(instanceOf(t, text).Root(), instanceOf(t, string(wanted)).Root()) {
					t.Errorf("%s at %q of %s by %s: found %q, wanted %s", a.Keyword, a.Location, test.Instance, place, text, wanted)
				}
			}
		}
	}
}

// annotated are the annotations of a keyword at an instance location, by the places of their schemas in the root's document.
func annotated(u *rule.Unit, location, keyword string) map[string]string {
	found := map[string]string{}
	var walk func(*rule.Unit)
	walk = func(u *rule.Unit) {
		if !u.Valid {
			return
		}
		if u.Annotation != nil && u.Keyword == keyword && u.InstanceLocation == location {
			found["#"+(&url.URL{Fragment: u.Schema.Source.Pointer()}).EscapedFragment()] = string(u.Annotation)
		}
		for _, below := range u.Units {
			walk(below)
		}
	}
	walk(u)
	return found
}
