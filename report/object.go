package report

import (
	"bytes"
	"encoding/json"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// instanceObject is the JSON form of a Result. Names and order of its members are a contract with users.
type instanceObject struct {
	Source string `json:"source"`
	Record int    `json:"record"`
	// At is there where the instance is a part of a document.
	At    string `json:"at,omitempty"`
	Valid bool   `json:"valid"`
	// Expected is there where the instance was wanted to be invalid: whether it is.
	Expected *bool             `json:"expected,omitempty"`
	Errors   []violationObject `json:"errors"`
	// Output is there in the json report only, where it is asked for.
	Output json.RawMessage `json:"output,omitempty"`
}

// exchangeObject is the JSON form of a Finding. Names and order of its members are a contract with users.
type exchangeObject struct {
	Source    string            `json:"source"`
	Entry     int               `json:"entry"`
	Method    string            `json:"method"`
	URL       string            `json:"url"`
	Status    int               `json:"status"`
	Operation string            `json:"operation"`
	Result    contract.Result   `json:"result"`
	Errors    []violationObject `json:"errors"`
}

// violationObject is the JSON form of a violation. The names of its locations are those of the output
// formats of JSON Schema (core, section 12.3).
type violationObject struct {
	InstanceLocation        string `json:"instanceLocation"`
	KeywordLocation         string `json:"keywordLocation"`
	AbsoluteKeywordLocation string `json:"absoluteKeywordLocation"`
	Keyword                 string `json:"keyword"`
	Code                    string `json:"code"`
	Line                    int    `json:"line"`
	Column                  int    `json:"column"`
	Message                 string `json:"message"`
	// Where is there in contract reports only: where in the exchange the value is that fails, if not in the body of the response.
	Where string `json:"where,omitempty"`
	// Found and Wanted are our words for what the schema words itself.
	Found  string `json:"found,omitempty"`
	Wanted string `json:"wanted,omitempty"`
	// Suggestion are words of the schema that may have been meant, Misspelt the pointers of members that may be meant for what is missing.
	Suggestion []string          `json:"suggestion,omitempty"`
	Misspelt   []string          `json:"misspelt,omitempty"`
	Causes     []violationObject `json:"causes,omitempty"`
}

// ofInstance is the object for a verdict on an instance.
func ofInstance(r Result) any { return plain(r) }

// ofInstanceWithOutput is the object for a verdict on an instance with its output, where there is one.
func ofInstanceWithOutput(r Result) any {
	object := plain(r)
	object.Output = r.Output
	return object
}

// plain is the object without output.
func plain(r Result) instanceObject {
	object := instanceObject{Source: r.Source, Record: r.Record, At: r.At, Valid: r.valid(), Errors: ofFaults(faults(r.Err), checkOf)}
	if r.WantInvalid {
		as := r.Err == nil
		object.Expected = &as
	}
	return object
}

// ofExchange is the object for a finding. A violation stands where its exchange begins in the capture: a
// body within a string has no lines of its own there.
func ofExchange(f contract.Finding) any {
	errors := ofFaults(faults(f.Err), checkOfExchange)
	for i := range errors {
		if f.Line > 0 && errors[i].Line == 0 {
			errors[i].Line, errors[i].Column = f.Line, 1
		}
		if i < len(f.Where) {
			errors[i].Where = f.Where[i]
		}
	}
	return exchangeObject{
		Source: f.Source, Entry: f.Entry, Method: f.Method, URL: f.URL, Status: f.Status,
		Operation: f.Operation, Result: f.Result, Errors: errors,
	}
}

// ofFaults is never nil: a list of none is written as [].
func ofFaults(list []fault, check func(fault) check) []violationObject {
	objects := make([]violationObject, len(list))
	for i, f := range list {
		objects[i] = violationObject{
			InstanceLocation: f.InstanceLocation, KeywordLocation: f.KeywordLocation,
			AbsoluteKeywordLocation: f.AbsoluteKeywordLocation, Keyword: f.Keyword, Code: check(f).name,
			Line: f.Position.Line, Column: f.Position.Column, Message: f.message,
			Suggestion: f.Suggestion, Misspelt: pointersOf(f.Misspelt),
			Causes: ofFaults(faultsOf(f.Causes), check),
		}
		if f.Worded != "" {
			objects[i].Found, objects[i].Wanted = f.Found, f.Wanted
		}
	}
	return objects
}

// pointersOf are the JSON Pointers of members; nil where there are none.
func pointersOf(list []rule.Misspelling) []string {
	var pointers []string
	for _, m := range list {
		pointers = append(pointers, m.InstanceLocation)
	}
	return pointers
}

// omittedInstance is the object for an input that was not checked: not valid, for nobody knows. It is no record.
func omittedInstance(o Omission) any {
	return instanceObject{Source: o.Source, Errors: omittedErrors(o)}
}

// omittedExchange is the same for a capture.
func omittedExchange(o Omission) any {
	return exchangeObject{Source: o.Source, Result: notChecked, Errors: omittedErrors(o)}
}

func omittedErrors(o Omission) []violationObject {
	return []violationObject{{Code: notChecked, Message: o.Reason}}
}

// omissionObject is the JSON form of an Omission in the json report.
type omissionObject struct {
	Source  string `json:"source"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// encode writes a value as JSON in one line, a line break at its end. Nothing is escaped for the
// sake of HTML: readers of these formats compare and search messages.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
