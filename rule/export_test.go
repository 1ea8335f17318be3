package rule

import "github.com/assaykit/assay/document"

// ValidRemembering is [Schema.Valid] that remembers what the first reference came to already.
func (s *Schema) ValidRemembering(d *document.Document) (ok bool) {
	defer undecided(func(noVerdict) { ok = false })
	r := newRun(d, memory{more: 1 << 20})
	return s.valid(r, 0)
}

// ExplainBriefly is [Schema.Explain] that goes into a few references alone.
func (s *Schema) ExplainBriefly(d *document.Document, references int) *Error {
	if s.Valid(d) {
		return nil
	}
	return s.explain(d, ShowValues, &effort{references: references, memory: mostOfViolations}, func() {})
}

// ExplainWithin is [Schema.Explain] that has memory for some bytes of violations.
func (s *Schema) ExplainWithin(d *document.Document, memory int) *Error {
	return s.explain(d, ShowValues, &effort{references: 1 << 20, memory: memory}, func() {})
}

// TryWithin is an evaluation that follows few references.
func (s *Schema) TryWithin(d *document.Document, references int) (e *Error) {
	defer undecided(func(why noVerdict) { e = undecidedError(why) })
	s.valid(newRun(d, memory{more: references}), 0)
	return nil
}
