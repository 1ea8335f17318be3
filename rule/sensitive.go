package rule

import "github.com/assaykit/assay/document"

// SensitiveIn are the byte ranges of a document's text that hold what the schema marks as sensitive, whether the document satisfies the schema or
// not: a branch that refuses a value marks it, too. Where that cannot be told, all of the text is.
func (s *Schema) SensitiveIn(d *document.Document) (spans []Span) {
	defer undecided(func(noVerdict) { spans = []Span{{0, len(d.Source())}} })
	if !s.marks(map[*Schema]bool{}) {
		return nil
	}
	e := newEffort(s.Limits, d.Entries())
	x := &Explanation{Run: Run{Document: d, memory: newMemory(s, d.Entries())}, values: HideValues, places: document.NewLocator(d), effort: e, renew: func() { *e = *newEffort(s.Limits, d.Entries()) }}
	x.run(s)
	return x.secrets.spans(d)
}
