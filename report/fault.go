package report

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// fault is a violation with the message that reports show for it.
type fault struct {
	rule.Violation
	message string
}

// faults lists what is wrong with an instance. It is never empty for an error, so that no format can lose the verdict.
func faults(e *rule.Error) []fault {
	switch {
	case e == nil:
		return nil
	case e.Syntax != nil:
		return []fault{syntaxFault(e)}
	case len(e.Violations) == 0:
		return []fault{{message: "invalid, without a violation to tell why"}}
	}
	return faultsOf(e.Violations)
}

// faultsOf are the faults that violations are.
func faultsOf(list []rule.Violation) []fault {
	out := make([]fault, len(list))
	for i, v := range list {
		out[i] = fault{v, v.Message()}
	}
	return out
}

// syntaxFault is the one fault of a text that is no document.
func syntaxFault(e *rule.Error) fault {
	f := fault{message: e.Syntax.Error()}
	if len(e.Violations) > 0 {
		f.Violation = e.Violations[0]
	}
	// An error that can say its message without its place is asked to: the place has fields of its own.
	if m, ok := errors.AsType[interface {
		error
		Message() string
	}](e.Syntax); ok {
		f.message = m.Message()
	}
	if s, ok := errors.AsType[*document.SyntaxError](e.Syntax); ok && f.Position.Line == 0 {
		f.Position = document.Position{Line: s.Line, Column: s.Column}
	}
	return f
}

// line is the fault in one line without its file: instance location and message.
func (f fault) line() string {
	if f.InstanceLocation == "" {
		return visible(f.message)
	}
	return visible(f.InstanceLocation) + ": " + visible(f.message)
}

// demand says which part of the schema is not met; it is "" for a text that is no document.
func (f fault) demand() string {
	switch {
	case f.Keyword != "":
		return "keyword " + visible(f.KeywordLocation)
	case f.AbsoluteKeywordLocation != "":
		// The root schema has no keyword location.
		return "schema " + visible(cmp.Or(f.KeywordLocation, f.AbsoluteKeywordLocation))
	}
	return ""
}

// place is where a verdict stands: file:line:col as far as they are known, the form that editors jump to.
func place(source string, p document.Position) string {
	s := visible(source)
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Column > 0 {
			s += ":" + strconv.Itoa(p.Column)
		}
	}
	return s
}

// mostCauses is how many causes of one violation a report shows that is not verbose.
const mostCauses = 8

// causes lists what is wrong in the branches of a violation, a line each, indented by depth. A limit of
// 0 is none.
func causes(parent rule.Violation, limit int) []string {
	var lines []string
	for i, c := range parent.Causes {
		if limit > 0 && i == limit {
			return append(lines, "- … and "+strconv.Itoa(len(parent.Causes)-i)+" more")
		}
		lines = append(lines, "- "+causeLine(parent, c))
		for _, l := range causes(c, limit) {
			lines = append(lines, "  "+l)
		}
	}
	return lines
}

// causeLine says a cause, as far as it differs from its parent.
func causeLine(parent, c rule.Violation) string {
	s := visible(c.Message())
	if c.InstanceLocation != parent.InstanceLocation {
		s = visible(c.InstanceLocation) + ": " + s
		if c.Position.Line > 0 {
			s = strconv.Itoa(c.Position.Line) + ":" + strconv.Itoa(c.Position.Column) + ": " + s
		}
	}
	if at := strings.TrimPrefix(c.KeywordLocation, parent.KeywordLocation+"/"); at != "" {
		s += " (" + visible(at) + ")"
	}
	return s
}
