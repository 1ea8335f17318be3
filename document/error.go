package document

import (
	"fmt"
	"strconv"
	"unicode/utf8"
)

// SyntaxError says where and why a text is not the JSON that [Parse] accepts.
type SyntaxError struct {
	Offset       int         // of the fault, in bytes from the start of the text
	Line, Column int         // the same, counted from 1; columns in characters
	Found        string      // what stands there
	Wanted       string      // what should
	Limit        *LimitError // the limit that is exceeded, nil where that is not the fault
}

// Unwrap is the limit that is exceeded, if any.
func (e *SyntaxError) Unwrap() error {
	if e.Limit == nil {
		return nil
	}
	return e.Limit
}

// Error gives line and column, what was found and what was wanted. It quotes no more of the text than
// one character.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message())
}

// Message is the error without its place.
func (e *SyntaxError) Message() string {
	if e.Duplicate() || e.Limit != nil {
		return "found " + e.Found + ", wanted " + e.Wanted
	}
	return "not JSON: found " + e.Found + ", wanted " + e.Wanted
}

// duplicated is the Wanted of an object that has a name twice. The text is JSON then, but no one knows what it means.
const duplicated = "each member name once in an object"

// Duplicate reports whether the fault is a member name that its object has already.
func (e *SyntaxError) Duplicate() bool { return e.Wanted == duplicated }

// place fills in what follows from the offset.
func (e *SyntaxError) place(text []byte, linesBefore int) *SyntaxError {
	p := position(text, e.Offset, linesBefore)
	e.Line, e.Column = p.Line, p.Column
	if e.Found != "" {
		return e
	}
	e.Found = "the end of the text"
	if e.Offset < len(text) {
		r, n := utf8.DecodeRune(text[e.Offset:])
		if r == utf8.RuneError && n == 1 {
			e.Found = fmt.Sprintf("byte 0x%02x", text[e.Offset])
		} else {
			e.Found = strconv.QuoteRune(r)
		}
	}
	return e
}
