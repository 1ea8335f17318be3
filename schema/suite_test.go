package schema_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/suite"
)

// TestSuite runs the official suite through the interpreter.
func TestSuite(t *testing.T) {
	s, e := suite.Open(t), suite.ReadExpectations(t, "suite.expected")
	right, total := map[schema.Draft]int{}, map[schema.Draft]int{}
	for _, g := range s.Groups {
		total[g.Draft] += len(g.Tests)
		compiled, err := s.Compile(g)
		if err != nil {
			var list *schema.Error
			if !errors.As(err, &list) {
				t.Errorf("%s: found the error %v, wanted a *schema.Error", g.Name, err)
			}
			if !s.Excused(t, g, err) {
				e.Check(t, g.Name, "refused: "+err.Error())
			}
			continue
		}
		e.Check(t, g.Name, "")
		for _, c := range g.Tests {
			if fault := verdict(compiled, c); fault != "" {
				e.Check(t, g.Name+" · "+c.Description, fault)
			} else {
				e.Check(t, g.Name+" · "+c.Description, "")
				right[g.Draft]++
			}
		}
	}
	if s.Whole { // the older copies do not have all that is listed
		e.Unmet(t, "")
	}
	for _, d := range suite.Drafts {
		t.Logf("draft %s: %d of %d verdicts right", d.Draft, right[d.Draft], total[d.Draft])
	}
	if len(s.Groups) == 0 {
		t.Error("found no groups, wanted the suite")
	}
}

// verdict says what is wrong with the interpreter's verdict; both ways to ask it must agree.
func verdict(s *schema.Schema, c suite.Case) string {
	d, err := document.Parse(c.Data)
	if err != nil {
		return "the instance is not read: " + err.Error()
	}
	valid, explained := s.Valid(d), s.Explain(d)
	switch {
	case valid != (explained == nil):
		return fmt.Sprintf("Valid says %t, Explain %v", valid, explained)
	case valid != c.Valid:
		return fmt.Sprintf("found the verdict %t, wanted %t", valid, c.Valid)
	case explained != nil && len(explained.Violations) == 0:
		return "invalid without a violation"
	}
	return ""
}
