package schema

import (
	"errors"
	"io"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Validate checks a JSON text. It allocates nothing where the text is valid. The error, where there is one, is a
// *[rule.Error] that lists every violation; for a text that is not JSON it has one violation without a keyword.
func (s *Schema) Validate(text []byte) error { return s.judge(document.Parse(text)) }

// ValidateReader reads one JSON text to its end and checks it as [Schema.Validate] does. An error of the reader is
// returned as it is: it says nothing of the text.
func (s *Schema) ValidateReader(r io.Reader) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	return s.Validate(text)
}

// ValidateValue checks a Go value, by the JSON that [encoding/json] writes of it: an any that was decoded, a struct
// with tags, a generated type. What json.Unmarshal makes of an any is read as it stands, which is quicker
// than to write it first (a []byte is a string in base64 there: for the text of a JSON value there is [encoding/json.RawMessage]); so numbers are as exact as they were decoded, and [encoding/json.Number] keeps them whole. The error
// is that of [Schema.Validate] without places; for a value that JSON cannot say, such as a channel, it has one violation
// without a keyword.
func (s *Schema) ValidateValue(v any) error { return s.judge(document.FromGo(v)) }

// errSeveral is the error where Options.Each made several roots.
var errSeveral = errors.New("found several schemas to validate by, wanted one: choose from Roots")

// judge checks a document that was made for it, or says why there is none.
func (s *Schema) judge(d *document.Document, err error) error {
	if err != nil {
		return rule.SyntaxError(err)
	}
	defer d.Release()
	if s.root == nil {
		return errSeveral
	}
	if s.root.Valid(d) {
		return nil
	}
	return s.Explain(d)
}
