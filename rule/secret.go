package rule

import (
	"slices"

	"github.com/assaykit/assay/document"
)

// secrets are the values of a document that schemas mark as sensitive.
type secrets struct {
	marked map[int]bool
	// ranges are the entries of the marked values and all that is in them, in order and apart. They are known once the whole
	// document was gone through.
	ranges [][2]int
}

func (s *secrets) mark(at int) {
	if s.marked == nil {
		s.marked = map[int]bool{}
	}
	s.marked[at] = true
}

// settle makes the ranges of all marks so far.
func (s *secrets) settle(d *document.Document) {
	s.ranges = s.ranges[:0]
	for at := range s.marked {
		s.ranges = append(s.ranges, [2]int{at, endOf(d, at)})
	}
	slices.SortFunc(s.ranges, func(a, b [2]int) int { return a[0] - b[0] })
	outer := s.ranges[:0]
	for _, r := range s.ranges {
		if n := len(outer); n == 0 || r[0] >= outer[n-1][1] {
			outer = append(outer, r)
		}
	}
	s.ranges = outer
}

// endOf is the entry behind a value or a member name.
func endOf(d *document.Document, at int) int {
	if k := d.Kind(at); k == document.Array || k == document.Object {
		return d.End(at)
	}
	return at + 1
}

// cover reports whether an entry is within a marked value.
func (s *secrets) cover(at int) bool {
	i, found := slices.BinarySearchFunc(s.ranges, at, func(r [2]int, at int) int { return r[0] - at })
	return found || i > 0 && at < s.ranges[i-1][1]
}

// spans are the places of the marked values in the document's text.
func (s *secrets) spans(d *document.Document) []Span {
	var spans []Span
	for _, r := range s.ranges {
		if start, end := d.Span(r[0]); end > 0 {
			spans = append(spans, Span{start, end})
		}
	}
	return spans
}

// marks reports whether a schema, or one that it applies, marks values as sensitive.
func (s *Schema) marks(seen map[*Schema]bool) bool {
	if seen[s] {
		return false
	}
	seen[s] = true
	if s.Sensitive {
		return true
	}
	for _, a := range s.Applicators {
		for _, sub := range a.Subschemas() {
			if sub.marks(seen) {
				return true
			}
		}
	}
	return false
}
