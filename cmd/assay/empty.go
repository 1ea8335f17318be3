package main

import (
	"bytes"
	"errors"
	"io"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/rule"
)

// emptyError says that an input has nothing in it.
type emptyError struct{ found, wanted string }

// Error has no place: there is but one.
func (e *emptyError) Error() string { return "found " + e.found + ", wanted " + e.wanted }

// Message is the error without its place.
func (e *emptyError) Message() string { return e.Error() }

// aText is what there should be in an empty file of JSON.
const aText = "a JSON text"

// empty is the error for a text of a source that has nothing in it; nil for any other.
func empty(source string, text []byte, wanted string) *rule.Error {
	if len(bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff")))) > 0 {
		return nil
	}
	e := &emptyError{"an empty file", wanted}
	if source == dash {
		e.found = "nothing on standard input"
	}
	return &rule.Error{Syntax: e, Violations: []rule.Violation{{
		Fault: rule.CodeEmpty, Found: e.found, Wanted: e.wanted, Position: document.Position{Line: 1, Column: 1},
	}}}
}

// notJSON is the error for a text that is no JSON; wanted is what there should be in an empty one.
func notJSON(source string, text []byte, wanted string, err error) *rule.Error {
	if e := empty(source, text, wanted); e != nil {
		return e
	}
	return rule.SyntaxError(err)
}

// notRead is the error for a text that is none of another language than JSON; wanted is what there should be in an empty one. An empty
// text of TOML is a document.
func notRead(source string, text []byte, language, wanted string, err error) *rule.Error {
	if e := empty(source, text, wanted); e != nil {
		return e
	}
	v := rule.Violation{Found: err.Error(), Wanted: language}
	if e, ok := errors.AsType[*document.ReadError](err); ok {
		v.Found, v.Position = e.Reason, document.Position{Line: e.Line, Column: e.Column}
	}
	if e, ok := errors.AsType[*yaml.Error](err); ok {
		v.Found, v.Position = e.Reason, document.Position{Line: e.Line, Column: e.Column}
	}
	if _, large := errors.AsType[*document.LimitError](err); large || errors.Is(err, yaml.ErrExpansion) {
		v.Fault = rule.CodeLimit
	}
	if _, twice := errors.AsType[*document.DuplicateError](err); twice {
		v.Fault = rule.CodeDuplicateName
	}
	return &rule.Error{Violations: []rule.Violation{v}, Syntax: err}
}

// notYAML is the error for a stream that is no YAML, or has no document at all.
func notYAML(source string, text []byte, err error) *rule.Error {
	const wanted = "a YAML document"
	if err != io.EOF {
		return notRead(source, text, "YAML", wanted, err)
	}
	e := notRead(source, text, "YAML", wanted, &yaml.Error{Line: 1, Column: 1, Reason: "found no document, wanted at least one"})
	e.Violations[0].Fault = rule.CodeEmpty
	return e
}
