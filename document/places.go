package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Places finds lines and columns in the text of another language than JSON. A call costs what lies between its offset and that
// of the call before, as long as offsets grow.
type Places struct {
	text   []byte
	offset int
	last   Position
}

// NewPlaces makes Places of a text, which has no byte order mark.
func NewPlaces(text []byte) *Places { return &Places{text: text, last: Position{1, 1}} }

// At is the place of an offset in bytes.
func (p *Places) At(offset int) Position {
	offset = min(offset, len(p.text))
	if offset < p.offset {
		p.offset, p.last = 0, Position{1, 1}
	}
	between := p.text[p.offset:offset]
	if i := bytes.LastIndexByte(between, '\n'); i >= 0 {
		p.last.Line += bytes.Count(between, []byte{'\n'})
		p.last.Column = 1
		between = between[i+1:]
	}
	p.last.Column += utf8.RuneCount(between)
	p.offset = offset
	return p.last
}

// ReadError says where and why a text of another language is none of it, or has no counterpart in JSON.
type ReadError struct {
	Line, Column int    // from 1, columns in characters
	Reason       string // what was found, and what was wanted
	Err          error  // that of a [Builder], such as a *[DuplicateError], or nil
}

// Error gives line and column and the reason.
func (e *ReadError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Reason) }

// Message is the error without its place.
func (e *ReadError) Message() string { return e.Reason }

// Unwrap gives the error behind this one.
func (e *ReadError) Unwrap() error { return e.Err }

// Refuse makes a *[ReadError].
func (p Position) Refuse(format string, args ...any) *ReadError {
	return &ReadError{Line: p.Line, Column: p.Column, Reason: fmt.Sprintf(format, args...)}
}

// Placed makes a *[ReadError] of an error of a [Builder], whose text begins with the place; nil stays nil.
func (p Position) Placed(err error) error {
	if err == nil {
		return nil
	}
	e := p.Refuse("%s", strings.TrimPrefix(err.Error(), fmt.Sprintf("%d:%d: ", p.Line, p.Column)))
	e.Err = err
	return e
}
