package contract

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/capture/secret"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// withoutBody says why a response of which the capture holds no body cannot be judged. It is "" where there is
// a body, and where there is none although the server was free to send one, as one that answers 204 was.
func withoutBody(x *capture.Exchange) string {
	switch {
	case len(x.Response.Body) > 0:
		return ""
	case strings.EqualFold(x.Method, "HEAD"):
		return "a response to HEAD has no body (RFC 9110, section 9.3.2)"
	case x.Status < 200:
		return "an interim response has no body (RFC 9110, section 15.2)"
	case x.Status == 304:
		return "a response of status 304 has no body (RFC 9110, section 15.4.5)"
	case x.Response.State == capture.BodyUnrecorded && x.Response.MediaType == "":
		return unrecorded
	}
	return ""
}

// unrecorded is the reason for which a body that the capture does not hold is skipped.
const unrecorded = "the capture does not hold the body"

// undone is the reason for which a body is skipped whose content coding this program does not know.
const undone = "the body has a content coding that cannot be undone"

func coded(m capture.Message) bool { return m.Coding != "" && !utf8.Valid(m.Body) }

// body judges the body of a response by the schema that governs it.
func (c *Checker) body(r governing, m capture.Message, f Finding) Finding {
	if m.State != capture.BodyRecorded {
		return f.skip(unrecorded)
	}
	if coded(m) {
		return f.skip(undone)
	}
	d, err := document.Parse(m.Body)
	if err != nil {
		return f.invalid(c.syntax(err, m.Body))
	}
	defer d.Release()
	if r.Pointer == "" {
		return c.judge(r, d, f)
	}
	v := d.Root().Lookup(r.Pointer)
	if v.IsZero() {
		return f.invalid(fault(r.Pointer, "nothing", "the value that the schema governs"))
	}
	return c.part(r, m.Body, v, f)
}

// part judges a value within the body, as a document of its own.
func (c *Checker) part(r governing, body []byte, v document.Value, f Finding) Finding {
	start, end := v.Document().Span(v.Entry())
	d, err := document.Parse(body[start:end])
	if err != nil {
		return f.invalid(c.syntax(err, body[start:end]))
	}
	defer d.Release()
	return c.judge(r, d, f).within(r.Pointer)
}

// judge completes a finding with what the schema of a route says, and looks at what is valid if that is wanted.
func (c *Checker) judge(g governing, d *document.Document, f Finding) Finding {
	f = f.judged(g.Schema.Explain(d, c.shown.values))
	if f.Err == nil {
		c.look(f.Seen, g.part(), g.Schema, g.Pointer, d)
	}
	return f
}

// judged completes a finding with what a schema says; nil is that all is well.
func (f Finding) judged(err *rule.Error) Finding {
	if err == nil {
		f.Result = Valid
		return f
	}
	err.Sensitive = nil
	detach(err.Violations)
	return f.invalid(err)
}

// detach takes from violations what ties them to the text of the body: places, and memory.
func detach(list []rule.Violation) {
	for i := range list {
		v := &list[i]
		v.Position, v.Start, v.End = document.Position{}, 0, 0
		v.Found = strings.Clone(v.Found) // a number's is the text itself
		for j := range v.Misspelt {
			v.Misspelt[j] = rule.Misspelling{InstanceLocation: v.Misspelt[j].InstanceLocation}
		}
		detach(v.Causes)
	}
}

// within moves the instance locations of a finding to below a pointer.
func (f Finding) within(pointer string) Finding {
	if f.Err != nil {
		f.Err.Within(pointer)
	}
	return f
}

func (f Finding) invalid(err *rule.Error) Finding {
	f.Result, f.Err = Invalid, err
	return f
}

// CodeResponse is the code of violations of responses where no keyword is broken: something is missing, or cannot be read.
const CodeResponse = "response"

// fault is a violation of the contract itself, not of a keyword.
func fault(location, found, wanted string) *rule.Error {
	return &rule.Error{Violations: []rule.Violation{{Fault: CodeResponse, InstanceLocation: location, Found: found, Wanted: wanted}}}
}

// syntax says why a body is not JSON. The place is told in words, since a position is one of a file.
func (c *Checker) syntax(err error, body []byte) *rule.Error {
	return syntaxOf("a body", err, body, c.shown.values)
}

// syntaxOf does what syntax says for a text that is called otherwise.
func syntaxOf(what string, err error, body []byte, v rule.Values) *rule.Error {
	var s *document.SyntaxError
	if !errors.As(err, &s) {
		return fault("", "a body that cannot be read", "JSON")
	}
	found := s.Found
	if !v.Revealed {
		found = secret.Words(found) // a name that is there twice is told
	}
	if v.Hidden {
		found = hideCharacter(found, s.Offset, body)
	}
	e := fault("", fmt.Sprintf("%s that is not JSON (%s at its line %d, column %d)", what, found, s.Line, s.Column), s.Wanted)
	e.Syntax = errors.New(e.Violations[0].Message())
	return e
}

// hideCharacter keeps what stands at a fault only as far as it is punctuation, which is what tells HTML from a cut-off
// text. A letter or digit may be of a secret.
func hideCharacter(found string, offset int, body []byte) string {
	isCharacter := strings.HasPrefix(found, "'") || strings.HasPrefix(found, "byte ")
	if !isCharacter || offset >= len(body) {
		return found
	}
	switch b := body[offset]; {
	case b >= utf8.RuneSelf:
		return "a character beyond ASCII"
	case b|0x20 >= 'a' && b|0x20 <= 'z':
		return "a letter"
	case b >= '0' && b <= '9':
		return "a digit"
	}
	return found
}
