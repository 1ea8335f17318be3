package schema

import (
	"fmt"
	"strings"

	"github.com/assaykit/assay/document"
)

// Problem is a place in a schema document and what is wrong there.
type Problem struct {
	File     string // as the user named it, or a URI
	Position document.Position
	Message  string // what was found, and what was wanted
	Code     Code   // the kind of problem; "" where it has none
}

// String starts with file:line:col.
func (p Problem) String() string {
	if p.Position.Line == 0 {
		return p.File + ": " + p.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Position.Line, p.Position.Column, p.Message)
}

// Coded is String with the code in brackets behind it.
func (p Problem) Coded() string {
	if p.Code == "" {
		return p.String()
	}
	return p.String() + " [" + string(p.Code) + "]"
}

// Error lists why schema documents cannot be used.
type Error struct{ Problems []Problem }

// Error has one line for each problem.
func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
