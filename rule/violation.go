package rule

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// Violation is one demand of a schema that an instance does not meet.
type Violation struct {
	// InstanceLocation is the JSON Pointer of the value that fails.
	InstanceLocation string
	// KeywordLocation is the path of keywords that led to the demand, references included; AbsoluteKeywordLocation is the
	// keyword's own place, a URI with a JSON Pointer as fragment (core, section 12.3).
	KeywordLocation, AbsoluteKeywordLocation string
	// Keyword is the keyword that demands. It is "" for the schema false, and where the text is no JSON at all: then
	// AbsoluteKeywordLocation is "", too.
	Keyword string
	// Fault is the code of what is wrong where that is no keyword and not the schema false; "" is [CodeSyntax]. See [Violation.Code].
	Fault string
	// Wanted and Found say what the keyword demands and what stands there instead. Found
	// holds no text of a value that the schema marks as sensitive, and of no value at all
	// where the explanation was asked to hide values.
	Wanted, Found string
	// Worded is what the schema itself has to say of it, by x-message or errorMessage; "" where it has nothing.
	Worded string
	// Suggestion are words of the schema, one or two, that the member name or the string found may be a misspelling of. There are none
	// for values that are sensitive or hidden.
	Suggestion []string
	// Misspelt are members that may be meant for those that are missing: their names look like them.
	Misspelt []Misspelling
	// Position is where the value stands in its file.
	Position document.Position
	// Start and End are the bytes of the document's text that the value takes; both are 0 where the
	// document was not read from JSON text.
	Start, End int
	// Causes are the violations within the branches of anyOf and oneOf, none of which is a fault by itself.
	Causes []Violation
}

// Misspelling is where a member stands whose name may be misspelt: its JSON Pointer, and the place of its name as a violation has that of a
// value.
type Misspelling struct {
	InstanceLocation string
	Position         document.Position
	Start, End       int
}

// Message says in one line what was found and what was wanted, and what may have been meant, unless the schema words it.
func (v Violation) Message() string {
	if v.Worded != "" {
		return v.Worded
	}
	return v.Demand()
}

// Demand is the message in our words, whether the schema has its own or not.
func (v Violation) Demand() string {
	return "found " + v.Found + ", wanted " + v.Wanted + v.question()
}

// question asks whether a suggestion was meant. It is "" where that is all that was wanted, too.
func (v Violation) question() string {
	if len(v.Suggestion) == 0 {
		return ""
	}
	words := either(quotes(v.Suggestion))
	if v.Wanted == words || v.Wanted == "only "+words {
		return ""
	}
	return "; did you mean " + words + "?"
}

// Error lists every violation of a schema by one instance, in the order of their positions. It is what
// validation and generated code return.
type Error struct {
	Violations []Violation
	// Sensitive are the byte ranges of the document's text that hold values which no report may show.
	Sensitive []Span
	// Secret says that the document holds values which no report may show, whether it was read from text or not.
	Secret bool
	// Syntax is why the text is no JSON document at all; then Violations has one entry, without a keyword.
	Syntax error
}

// Span is a range of bytes of a text.
type Span struct{ Start, End int }

// Error has one line for each violation: its line and column, instance location and message.
func (e *Error) Error() string {
	var b strings.Builder
	for i, v := range e.Violations {
		if i > 0 {
			b.WriteByte('\n')
		}
		if v.Position.Line > 0 {
			fmt.Fprintf(&b, "%d:%d: ", v.Position.Line, v.Position.Column)
		}
		if v.InstanceLocation != "" {
			b.WriteString(v.InstanceLocation + ": ")
		}
		b.WriteString(v.Message())
		if v.Keyword != "" {
			b.WriteString(" (" + v.Keyword + ")")
		}
	}
	return b.String()
}

// Within lets locations be those in a larger instance, which has the instance at a JSON Pointer.
func (e *Error) Within(pointer string) { moveWithin(e.Violations, pointer) }

func moveWithin(list []Violation, pointer string) {
	for i := range list {
		v := &list[i]
		v.InstanceLocation = pointer + v.InstanceLocation
		for k := range v.Misspelt {
			v.Misspelt[k].InstanceLocation = pointer + v.Misspelt[k].InstanceLocation
		}
		moveWithin(v.Causes, pointer)
	}
}

// Unwrap gives the syntax error where there is one.
func (e *Error) Unwrap() error { return e.Syntax }

// sortViolations puts violations in the order of their places; those at one place stay as they are.
func sortViolations(list []Violation) {
	slices.SortStableFunc(list, func(a, b Violation) int {
		return cmp.Or(cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column))
	})
}

// SyntaxError is the error for a text, or a Go value, that is no document: one violation, without a keyword.
func SyntaxError(err error) *Error {
	v := Violation{Found: err.Error(), Wanted: "JSON"}
	var s *document.SyntaxError
	if errors.As(err, &s) {
		v.Found, v.Wanted = s.Found, s.Wanted
		if s.Duplicate() {
			v.Fault = CodeDuplicateName
		} else if s.Limit != nil {
			v.Fault = CodeLimit
		}
		v.Position = document.Position{Line: s.Line, Column: s.Column}
		v.Start, v.End = s.Offset, s.Offset
	}
	var g *document.GoError
	if errors.As(err, &g) {
		v.InstanceLocation, v.Found, v.Wanted = g.Location, g.Found, g.Wanted
	}
	return &Error{Violations: []Violation{v}, Syntax: err}
}
