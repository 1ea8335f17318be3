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
	if err != nil {
		return nil, rule.SyntaxError(err)
	}
	if !rule.Try(c.valid, d) {
		err := c.embedded.Explain(d, c.ids...)
		d.Release()
		return nil, err
	}
	return d, nil
}

// Validate checks a text. It allocates nothing where the text is valid; the error is that of Document.
func (c *Check) Validate(text []byte) error {
	d, err := c.Document(text)
	if err != nil {
		return err
	}
	d.Release()
	return nil
}
