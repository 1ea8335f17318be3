package schema_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// TestSuite runs the official suite through the interpreter.
func TestSuite(t *testing.T) {
	s, e := openSuite(t), readExpectations(t)
	right, total := map[schema.Draft]int{}, map[schema.Draft]int{}
	for _, g := range s.groups {
		total[g.draft] += len(g.Tests)
		compiled, err := s.compile(g)
		if err != nil {
			var list *schema.Error
			if !errors.As(err, &list) {
				t.Errorf("%s: found the error %v, wanted a *schema.Error", g.name, err)
			}
			if !s.excused(t, g, err) {
				e.check(t, g.name, "refused: "+err.Error())
			}
			continue
		}
		e.check(t, g.name, "")
		for _, c := range g.Tests {
			if fault := verdict(compiled, c); fault != "" {
				e.check(t, g.name+" · "+c.Description, fault)
			} else {
				e.check(t, g.name+" · "+c.Description, "")
				right[g.draft]++
			}
		}
	}
	e.unmet(t, s, "")
	for _, d := range suiteDrafts {
		t.Logf("draft %s: %d of %d verdicts right", d.draft, right[d.draft], total[d.draft])
	}
	if len(s.groups) == 0 {
		t.Error("found no groups, wanted the suite")
	}
}

// verdict says what is wrong with the interpreter's verdict; both ways to ask it must agree.
func verdict(s *schema.Schema, c suiteCase) string {
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
