package contract

import (
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema/suite"
)

// TestOfficialSuiteIsSeen looks at every valid instance of the official suite: nothing is seen that the outline of its schema does not
// have, and nothing more often than there was room for it.
func TestOfficialSuiteIsSeen(t *testing.T) {
	s := suite.Open(t)
	seen := 0
	for _, g := range s.Groups {
		compiled, err := s.Compile(g)
		if err != nil {
			continue // told by the tests of package schema
		}
		c := &Checker{shown: newShown(Options{ShowSecrets: true})}
		for _, test := range g.Tests {
			d, err := document.Parse(test.Data)
			if err != nil {
				t.Fatalf("%s: %v", g.Name, err)
			}
			if compiled.Valid(d) {
				o := &Seen{}
				c.look(o, "part", compiled.Rule(), "", d)
				for _, p := range o.parts {
					seen++
					checkSeen(t, g.Name+": "+test.Description, p)
				}
			}
			d.Release()
		}
	}
	if seen == 0 || s.Whole && seen < 1000 {
		t.Errorf("found %d bodies seen, wanted those of the suite", seen)
	}
}

// checkSeen holds what was seen of one body against the outline of its schema.
func checkSeen(t *testing.T, name string, p seenPart) {
	t.Helper()
	for location, s := range p.seen.Schemas {
		outline := p.outline.Schemas[location]
		if outline == nil || s.At != outline.At {
			t.Errorf("%s: found %s at %q, which the outline does not have there", name, location, s.At)
			continue
		}
		for member, m := range s.Members {
			if outline.Members[member] == nil || m.Seen > s.Objects || m.Null > m.Seen {
				t.Errorf("%s: found the member %q of %s %d times, %d as null, among %d objects", name, member, location, m.Seen, m.Null, s.Objects)
			}
		}
		if s.Items != nil && outline.Items == nil || s.Others != nil && outline.Others == nil || s.Objects > s.Values {
			t.Errorf("%s: found items, others or objects of %s, which the outline does not have", name, location)
		}
		for _, counts := range []struct{ seen, all map[string]int }{{s.Branches, outline.Branches}, {s.Enum, outline.Enum}} {
			for word, n := range counts.seen {
				if _, known := counts.all[word]; !known || n > s.Values {
					t.Errorf("%s: found %s of %s %d times among %d values", name, word, location, n, s.Values)
				}
			}
		}
	}
}
