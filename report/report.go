// Package report writes the verdicts of validation and of contract checks for people and for machines.
//
// A [Reporter] is made for one format and one writer, is handed each verdict in the order of the input, and
// is closed at the end. It keeps no verdict longer than it must: all formats but junit and html write each one at once;
// junit keeps those of one source, and html what stands on its page, which is bounded for each source.
//
// Whatever a payload holds, a report stays what it is: fields are escaped by the rules of the format, and characters
// that steer terminals are made visible.
//
// # How to add a format
//
//   - Write one file with a type that has Add and Close, for instances, exchanges or both; and Omit, unless what
//     was not checked is told beside the report.
//   - Add its row to the table of formats in this file.
//   - Run the tests with -update and read the golden file that they have written for it.
package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Result is the verdict on one instance.
type Result struct {
	// Source is the path of the file as the user gave it.
	Source string
	// Record counts the instances of a source, from 1.
	Record int
	// Records says that the source may hold several instances, so that texts for people name the record.
	Records bool
	// At is the JSON Pointer of the instance where it is a part of a document; locations of violations are those in the document.
	At string
	// Err lists the violations; nil: the instance is valid.
	Err *rule.Error
	// WantInvalid says that the instance was wanted to be invalid. Then Err is nil where it is, and says that it is valid
	// where that is what is wrong.
	WantInvalid bool
	// Skipped says that the instance was passed over, for nothing names a schema for it: it is neither valid nor invalid, and
	// is but counted in most reports.
	Skipped bool
	// Empty says that this is a document without an instance, where others may have several. It is counted apart from instances, and
	// told of where a report names what is skipped. Record is the number of the document.
	Empty bool
	// Output is the outcome in one of JSON Schema's output formats, as JSON text; nil where none is wanted or the
	// instance was not read. The json report shows it.
	Output []byte
	// Schema is what the user calls the schema that governs the instance; "" where that is not known.
	Schema string
	// Text is what the instance was read from, for excerpts: the text that the document was
	// parsed from, or for languages other than JSON the text whose first line is Line. Without it there
	// are no excerpts.
	Text []byte
	// Line is the line of the file on which Text begins, from 1.
	Line int
	// Public says that the schema marks no value as sensitive. Where a text is not JSON, nobody knows which parts
	// of it are sensitive, so that an excerpt is shown only with this set.
	Public bool
}

// Options are the choices that a user has. The zero value is a plain report for a pipe.
type Options struct {
	// Color lets the text report use the colours of a terminal.
	Color bool
	// Width is how many columns an excerpt of the text report may take; 0 means 100.
	Width int
	// Verbose lets the text report name what is valid or skipped, too, and say more of each violation.
	Verbose bool
	// All lets the text report show each violation, also where many are alike.
	All bool
	// Quiet lets the text report of instances have what is wrong alone: no summary.
	Quiet bool
	// MaxErrors is how many violations the text report of instances shows; 0 shows all. The others are counted.
	MaxErrors int
	// Fails says which exchanges count as failures, so that junit and github agree with the exit status of a program. Without it all but
	// valid and skipped ones do.
	Fails func(contract.Finding) bool
	// Version is that of the program, and Time is when it began; sarif and html say them where they are given.
	Version string
	Time    time.Time
	// Place says where a part of a schema stands, by its absolute keyword location: the file as errors call it, and the place in it. It is
	// not ok, or may be nil, where that is not known. sarif points there.
	Place func(location string) (file string, at document.Position, ok bool)
	// Folder is the absolute path of the folder that relative sources start from; "" where that is not to be told.
	Folder string
}

// fails reports whether a finding counts as a failure.
func (o Options) fails(f contract.Finding) bool {
	if o.Fails == nil {
		return !harmless(f)
	}
	return o.Fails(f)
}

// passedOver says why there is no verdict; "" where there is one.
func (r Result) passedOver() string {
	switch {
	case r.Skipped:
		return "no schema for it"
	case r.Empty:
		return "no instance in it"
	}
	return ""
}

// valid reports whether the instance is valid, whatever was wanted.
func (r Result) valid() bool { return (r.Err == nil) != r.WantInvalid }

// Reporter writes a report of verdicts, which are Results of instances or Findings of exchanges. It serves one
// goroutine at a time.
type Reporter[T Result | contract.Finding] interface {
	// Add reports one verdict. The error is the writer's.
	Add(T) error
	// Close writes what stands at the end of the report. It is called once, and does not close the
	// writer. The error is the writer's.
	Close() error
}

// rowReporter is a Reporter that is quick about valid instances in a row.
type rowReporter interface {
	// addRow is what Add is for each of count instances of a source, which follow each other and have nothing to tell
	// but their numbers. The first one is given.
	addRow(first Result, count int) error
}

// AddRow reports count instances of one source that are as wanted and follow each other, of which the first is given; none has an
// Output. It is the same as adding each, and faster.
func AddRow(r Reporter[Result], first Result, count int) error {
	if quick, ok := r.(rowReporter); ok && first.Err == nil && first.Output == nil && first.At == "" && !first.WantInvalid && first.passedOver() == "" {
		return quick.addRow(first, count)
	}
	for range count {
		if err := r.Add(first); err != nil {
			return err
		}
		first.Record++
	}
	return nil
}

// Omission is an input, or a part of one, that has no verdict.
type Omission struct {
	// Source is the path of the file as the user gave it.
	Source string
	// Reason says why there is no verdict, without the source: "cannot be read: permission denied".
	Reason string
}

// Omitter is a [Reporter] that tells of omissions, too. For the text format the program's own messages must do.
type Omitter interface {
	// Omit reports an omission. The error is the writer's.
	Omit(Omission) error
}

// Noter is a [Reporter] that has room for notes on the whole at its end.
type Noter interface {
	// Note adds a line to what stands at the end. It is called before Close.
	Note(line string)
}

// format is a row of the table of formats. A nil function says that the format is not for these verdicts.
type format struct {
	name      string
	instances func(io.Writer, Options) Reporter[Result]
	exchanges func(io.Writer, Options) Reporter[contract.Finding]
}

// formats are all formats, in the order in which users are told of them.
var formats = []format{
	{"text", newText, newExchangeText},
	{"json", newJSON, newExchangeJSON},
	{"ndjson", newNDJSON, newExchangeNDJSON},
	{"junit", newJUnit, newExchangeJUnit},
	{"github", newGitHub, newExchangeGitHub},
	{"sarif", newSARIF, newExchangeSARIF},
	{"gitlab", newGitLab, newExchangeGitLab},
	{"tap", newTAP, nil},
	{"html", newHTML, newExchangeHTML},
}

// Instances makes a reporter for the verdicts of validation. The error says which formats there are where the one
// wanted is not among them.
func Instances(name string, w io.Writer, o Options) (Reporter[Result], error) {
	for _, f := range formats {
		if f.name == name && f.instances != nil {
			return f.instances(w, o), nil
		}
	}
	return nil, unknown(name, InstanceFormats())
}

// Exchanges makes a reporter for the findings of a contract check. The error is that of [Instances].
func Exchanges(name string, w io.Writer, o Options) (Reporter[contract.Finding], error) {
	for _, f := range formats {
		if f.name == name && f.exchanges != nil {
			return f.exchanges(w, o), nil
		}
	}
	return nil, unknown(name, ExchangeFormats())
}

// InstanceFormats are the names that [Instances] knows.
func InstanceFormats() []string {
	return names(func(f format) bool { return f.instances != nil })
}

// ExchangeFormats are the names that [Exchanges] knows.
func ExchangeFormats() []string {
	return names(func(f format) bool { return f.exchanges != nil })
}

// names are the names of the formats that has says yes to.
func names(has func(format) bool) []string {
	var list []string
	for _, f := range formats {
		if has(f) {
			list = append(list, f.name)
		}
	}
	return list
}

// unknown is the error for a format that does not exist.
func unknown(name string, known []string) error {
	return fmt.Errorf("report format: found %q, wanted one of %s", name, strings.Join(known, ", "))
}
