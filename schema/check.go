package schema

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Check judges JSON texts by a function of generated code, and explains by an Embedded what that refuses.
type Check struct {
	valid    func(d *document.Document, at int) bool
	embedded *Embedded
	ids      []string
}

// Check makes a Check of a validating function. The IDs are those of the schemas that it stands for, all of which a text
// must satisfy.
func (e *Embedded) Check(valid func(d *document.Document, at int) bool, ids ...string) *Check {
	return &Check{valid, e, ids}
}

// Document parses a text and returns it where it is valid; the caller releases it. The error is a *[rule.Error] that lists
// every violation.
func (c *Check) Document(text []byte) (*document.Document, error) {
	d, err := document.Parse(text)
	if err == nil && c.accepts(d) {
		return d, nil
	}
	return nil, c.refused(d, err)
}

// Validate checks a text. It allocates nothing where the text is valid; the error is that of Document.
func (c *Check) Validate(text []byte) error {
	d, err := document.Parse(text)
	if err == nil && c.accepts(d) {
		d.Release()
		return nil
	}
	return c.refused(d, err)
}

// accepts asks the function, and the interpreter where the former came to no verdict.
func (c *Check) accepts(d *document.Document) bool {
	ok, decided := rule.Try(c.valid, d)
	return ok || !decided && c.embedded.accepts(d, c.ids)
}

// refused is the error of a text that is not valid; err is why it is no document.
func (c *Check) refused(d *document.Document, err error) error {
	if err != nil {
		return rule.SyntaxError(err)
	}
	found := c.embedded.Explain(d, c.ids...)
	d.Release()
	return found
}
