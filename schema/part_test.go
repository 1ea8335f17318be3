package schema_test

import (
	"slices"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema/suite"
)

// A part of a document has the verdict that it has alone, for the same violations: what stands beside it is no part of the instance.
func TestParts(t *testing.T) {
	n := 0
	s := suite.Open(t)
	for _, g := range s.Groups {
		compiled, err := s.Compile(g)
		if err != nil {
			continue // TestSuite wants it
		}
		for _, c := range g.Tests {
			alone, err := document.Parse(c.Data)
			if err != nil {
				t.Fatal(err)
			}
			text := slices.Concat([]byte(`{"\u0061": [0, `), c.Data, []byte(`, {"foo": [1]}], "foo": `), c.Data, []byte(`, "bar": {"foo": `), c.Data, []byte(`}}`))
			whole, err := document.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			for _, pointer := range []string{"/a/1", "/foo", "/bar/foo"} {
				part := whole.Part(whole.Root().Lookup(pointer).Entry())
				n++
				if found, want := compiled.Valid(part), compiled.Valid(alone); found != want {
					t.Errorf("%s · %s: found %t at %s, wanted %t", g.Name, c.Description, found, pointer, want)
				}
				if found, want := told(compiled.Explain(part)), told(compiled.Explain(alone)); !slices.Equal(found, want) {
					t.Errorf("%s · %s: found %q at %s, wanted %q", g.Name, c.Description, found, pointer, want)
				}
			}
		}
	}
	if n == 0 {
		t.Error("found no instances, wanted those of the suite")
	}
}

// told is what violations say, without where they stand in a text.
func told(err *rule.Error) (list []string) {
	if err == nil {
		return nil
	}
	for _, v := range err.Violations {
		list = append(list, v.InstanceLocation+" "+v.KeywordLocation+" "+v.Found+" "+v.Wanted)
	}
	return list
}
