package yaml

import (
	"errors"
	"fmt"
	"strings"

	"github.com/assaykit/assay/document"
)

// ErrExpansion is what an [Error] wraps that refuses a document for the size that its aliases give it.
var ErrExpansion = errors.New("the aliases of the document expand too far")

// Error says where and why a text is not YAML, or has no counterpart in JSON.
type Error struct {
	Line, Column int    // from 1, columns in characters
	Reason       string // what was found, and what was wanted
	// Err is the error behind this one where there is one: [ErrExpansion] or a
	// *[document.DuplicateError], which has both places.
	Err error
}

// Error gives line and column and the reason.
func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Reason) }

// Message is the error without its place.
func (e *Error) Message() string { return e.Reason }

// Unwrap gives the error behind this one.
func (e *Error) Unwrap() error { return e.Err }

// unexpected is the error of something found at a place where something else is wanted.
func unexpected(p document.Position, found, wanted string) *Error {
	return &Error{Line: p.Line, Column: p.Column, Reason: "found " + found + ", wanted " + wanted}
}

// placed turns an error of the builder, whose text begins with the place, into one of ours; nil stays nil.
func placed(p document.Position, err error) error {
	if err == nil {
		return nil
	}
	prefix := fmt.Sprintf("%d:%d: ", p.Line, p.Column)
	return &Error{Line: p.Line, Column: p.Column, Reason: strings.TrimPrefix(err.Error(), prefix), Err: err}
}
