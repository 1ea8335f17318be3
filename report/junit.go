package report

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/assaykit/assay/contract"
)

// junit writes the XML that CI systems read test results from: a suite for each source, a case for each
// instance or exchange. A suite begins with its counts, so the cases of one source are kept until the next source begins; the
// root element goes without counts, which spares keeping all the sources and reading a temporary file back.
type junit struct {
	w     io.Writer
	suite *junitSuite
	begun bool
}

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitFailure `xml:"failure"`
	Error   *junitFailure `xml:"error"`
	Skipped *junitSkipped `xml:"skipped"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",cdata"` // as character data it would have its line breaks escaped
}

type junitSkipped struct {
	Message string `xml:"message,attr,omitempty"`
}

// add counts a case into the suite of its source.
func (j *junit) add(source string, c junitCase) error {
	if j.suite != nil && j.suite.Name != source {
		if err := j.flush(); err != nil {
			return err
		}
	}
	if j.suite == nil {
		j.suite = &junitSuite{Name: source}
	}
	s := j.suite
	c.Class = source
	s.Cases = append(s.Cases, c)
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
	if c.Error != nil {
		s.Errors++
	}
	if c.Skipped != nil {
		s.Skipped++
	}
	return nil
}

// Omit makes a case of what was not checked, with an error: it neither passed nor failed.
func (j *junit) Omit(o Omission) error {
	reason := visible(o.Reason)
	return j.add(visible(o.Source), junitCase{Name: visible(o.Source), Error: &junitFailure{Message: reason, Type: notChecked, Text: reason}})
}

// flush writes the suite that was collected.
func (j *junit) flush() error {
	var b bytes.Buffer
	if !j.begun {
		j.begun = true
		b.WriteString(xml.Header + "<testsuites>\n")
	}
	if j.suite != nil {
		e := xml.NewEncoder(&b)
		e.Indent("  ", "  ")
		if err := e.Encode(j.suite); err != nil {
			return err
		}
		b.WriteByte('\n')
		j.suite = nil
	}
	_, err := j.w.Write(b.Bytes())
	return err
}

// Close writes the last suite and ends the document.
func (j *junit) Close() error {
	if err := j.flush(); err != nil {
		return err
	}
	_, err := io.WriteString(j.w, "</testsuites>\n")
	return err
}

// junitInstances reports instances.
type junitInstances struct{ junit }

func newJUnit(w io.Writer, _ Options) Reporter[Result] { return &junitInstances{junit{w: w}} }

// Add makes a case of an instance. Its failure has all violations, since most readers take one failure a case.
func (j *junitInstances) Add(r Result) error {
	c := junitCase{Name: sourceOf(r)}
	if list := faults(r.Err); len(list) > 0 {
		var lines []string
		for _, f := range list {
			lines = append(lines, place(r.Source, f.Position)+": "+f.line())
			lines = append(lines, details(f)...)
		}
		kind := "invalid"
		if r.WantInvalid {
			kind = "valid"
		}
		c.Failure = &junitFailure{Message: headline(list), Type: kind, Text: strings.Join(lines, "\n")}
	}
	if why := r.passedOver(); why != "" {
		c.Skipped = &junitSkipped{Message: why}
	}
	return j.add(visible(r.Source), c)
}

// headline says a list of violations in a line.
func headline(list []fault) string {
	if len(list) == 1 {
		return list[0].line()
	}
	return strconv.Itoa(len(list)) + " violations, the first: " + list[0].line()
}

// details are the lines below a violation where a report has no layout of its own.
func details(f fault) []string {
	var lines []string
	for _, l := range explained(f.Violation, false) {
		lines = append(lines, "  "+l)
	}
	if d := f.demand(); d != "" {
		lines = append(lines, "  = "+d)
	}
	return lines
}

// junitExchanges reports exchanges.
type junitExchanges struct {
	junit
	options Options
}

func newExchangeJUnit(w io.Writer, o Options) Reporter[contract.Finding] {
	return &junitExchanges{junit{w: w}, o}
}

// Add makes a case of a finding: a failure where it counts as one, else a skipped case unless it is valid.
func (j *junitExchanges) Add(f contract.Finding) error {
	c := junitCase{Name: "entry " + strconv.Itoa(f.Entry)}
	if r := request(f); r != "" {
		c.Name += ": " + r
	}
	result := visible(string(f.Result))
	if f.Result == contract.Valid && j.options.fails(f) {
		result = undocumented
	}
	message := result + circumstances(f)
	if f.Err != nil {
		message = headline(faults(f.Err))
	}
	switch {
	case j.options.fails(f):
		lines := []string{exchangePlace(f) + ": " + outcome(f) + circumstances(f)}
		for _, v := range faults(f.Err) {
			lines = append(append(lines, v.line()), details(v)...)
		}
		c.Failure = &junitFailure{Message: message, Type: result, Text: strings.Join(lines, "\n")}
	case f.Result == contract.Skipped:
		c.Skipped = &junitSkipped{Message: visible(f.Reason)}
	case !harmless(f):
		if f.Err != nil {
			message = result + circumstances(f) + ": " + message
		}
		c.Skipped = &junitSkipped{Message: message}
	}
	return j.add(visible(f.Source), c)
}
