package rule

import (
	"slices"
	"strconv"

	"github.com/assaykit/assay/document"
)

// OutputFormat is one of the formats in which JSON Schema has the outcome of an evaluation written.
type OutputFormat uint8

// The formats of 2019-09 and 2020-12 (core, section 12.4) are Flag, Basic, Detailed and Verbose, those of v1 are Flag,
// List and Hierarchical. Each can be had for a schema of any draft.
const (
	// Flag is the verdict alone.
	Flag OutputFormat = iota + 1
	// Basic is a flat list of the errors of an instance that is invalid, and of the annotations of one that is valid.
	Basic
	// Detailed is the same as a tree, without the units that tell nothing: one without anything below it is
	// removed, and one with a single unit below it is replaced by that.
	Detailed
	// Verbose is the tree of all units.
	Verbose
	// List is a flat list of the schemas applied that have errors or annotations.
	List
	// Hierarchical is the tree of all schemas applied.
	Hierarchical
)

// outputFormats are the names of the formats.
var outputFormats = [...]string{Flag: "flag", Basic: "basic", Detailed: "detailed", Verbose: "verbose", List: "list", Hierarchical: "hierarchical"}

// OutputFormats are the names that [ParseOutputFormat] knows.
func OutputFormats() []string { return slices.Clone(outputFormats[Flag:]) }

// ParseOutputFormat is the format of a name, such as "basic"; ok is false for a name that is none.
func ParseOutputFormat(name string) (f OutputFormat, ok bool) {
	for i, known := range OutputFormats() {
		if known == name {
			return Flag + OutputFormat(i), true
		}
	}
	return 0, false
}

// String is the name of the format.
func (f OutputFormat) String() string {
	if f < Flag || f > Hierarchical {
		return "OutputFormat(" + strconv.Itoa(int(f)) + ")"
	}
	return outputFormats[f]
}

// Output evaluates the schema and writes the outcome as JSON text in a format. Messages are those of [Schema.Explain].
func (s *Schema) Output(d *document.Document, f OutputFormat, values Values) []byte {
	if f == Flag {
		return (&Unit{Valid: s.Valid(d)}).AppendOutput(nil, f) // there is nothing to be recorded
	}
	return s.Evaluate(d, values).AppendOutput(nil, f)
}

// AppendOutput appends the outcome of an evaluation as JSON text in a format. u is the unit that [Schema.Evaluate] returned.
//
// In every format but Flag the outcome begins with the locations of the root, List excepted. Annotations are left out
// where a schema above or around them fails (core, section 7.7.1.2), but List and Hierarchical name those of a schema that
// itself fails as droppedAnnotations. Basic, Detailed and List leave out the errors that do not count, such as those of
// branches below an anyOf or a not that passes.
func (u *Unit) AppendOutput(b []byte, f OutputFormat) []byte {
	switch f {
	case Basic:
		return u.appendBasic(b)
	case Detailed:
		return u.appendDetailed(b)
	case Verbose:
		return u.appendVerbose(b, true)
	case List:
		return u.appendList(b)
	case Hierarchical:
		return u.appendHierarchical(b, true)
	}
	return append(u.appendValid(b), '}')
}

// appendValid begins an object with the verdict.
func (u *Unit) appendValid(b []byte) []byte {
	return strconv.AppendBool(append(b, `{"valid":`...), u.Valid)
}

// appendMember appends a member whose value is a string, behind others.
func appendMember(b []byte, name, value string) []byte {
	b = append(document.AppendString(append(b, ','), name), ':')
	return document.AppendString(b, value)
}
