// Package rule holds what each keyword of JSON Schema demands of an instance.
//
// A keyword with its operands is plain data, a struct such as [MinLength]{N: 3}. The same
// value is run by the interpreter, explained by reports and compiled into Go
// by the generator. An [Assertion] judges an instance by itself; an [Applicator] applies
// subschemas to it or to its children. A [Schema] is all that one schema
// demands: its assertions and its applicators. Package schema makes them from schema documents.
//
// There are two ways to run a schema. [Schema.Valid] answers yes or no and stops at the first fault. [Schema.Explain] goes through everything and returns each violation as data.
package rule

import (
	"sync/atomic"

	"github.com/assaykit/assay/document"
)

// Assertion is a keyword that judges an instance by itself.
type Assertion interface {
	// Keyword is the keyword's name as the schema has it.
	Keyword() string
	// Valid reports whether the value at an entry of a document satisfies the keyword. A value of a
	// type that the keyword does not speak of does.
	Valid(d *document.Document, at int) bool
	// Wanted says what the keyword demands, to follow the word "wanted": "at least 3 characters".
	Wanted() string
	// Found says what of the value does not satisfy the keyword, to follow the word "found": "2 characters".
	// It is "" where the value itself is what to say. It never holds text of the value.
	Found(d *document.Document, at int) string
}

// Applicator is a keyword that applies subschemas.
type Applicator interface {
	// Keyword is the keyword's name as the schema has it.
	Keyword() string
	// Valid reports whether the value at an entry satisfies the keyword.
	Valid(r *Run, at int) bool
	// Explain does the same without stopping at the first fault, and reports each violation.
	Explain(x *Explanation, at int) bool
	// Subschemas are the schemas that the keyword applies, in order.
	Subschemas() []*Schema
}

// Schema is what one schema demands of an instance. It must not change once it was asked.
type Schema struct {
	// Location is the absolute keyword location: the schema's URI with a JSON Pointer as fragment.
	Location string
	// Scope tells apart schemas of one location that are met in different dynamic scopes (core, section 7.1), where that makes a
	// difference; it is "" mostly.
	Scope string
	// Source is the schema as its document has it, with its position.
	Source document.Value
	// Never marks the schema false, that no instance satisfies.
	Never bool
	// Assertions and Applicators are the schema's keywords in the order in which they are tried.
	Assertions  []Assertion
	Applicators []Applicator
	// Annotations are the keywords that demand nothing, in the order of the schema: title, description,
	// default and any that no specification knows.
	Annotations []Annotation
	// Tracks says that a keyword among the applicators looks at which children the others evaluated.
	Tracks bool
	// Sensitive marks values that no report may show (the keyword x-sensitive).
	Sensitive bool
	// Messages are what the schema has to say of its violations; nil where it has nothing.
	Messages *Messages
	// Limits bound what an evaluation that begins with the schema may cost; nil are the defaults.
	Limits *Limits

	plan atomic.Pointer[plan]
	refs atomic.Int64 // how many references it leads to; 0 until they are counted
}

// ID tells the schema from all others that were compiled with it: its location, and its dynamic scope where that makes a
// difference.
func (s *Schema) ID() string {
	if s.Scope == "" {
		return s.Location
	}
	return s.Location + " in the scope of " + s.Scope
}

// Annotation is a keyword that says something of an instance and demands nothing.
type Annotation struct {
	Keyword string
	Value   document.Value
}

// Annotation is the value of an annotation of the schema; it is the zero Value where the schema has none of that keyword.
func (s *Schema) Annotation(keyword string) document.Value {
	for _, a := range s.Annotations {
		if a.Keyword == keyword {
			return a.Value
		}
	}
	return document.Value{}
}
