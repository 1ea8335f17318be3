package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// traffic is a check of captures.
type traffic struct {
	streams
	checker           *contract.Checker
	reports           *reports[contract.Finding]
	failOn            []contract.Result
	exchanges, judged int
}

// capture checks the exchanges of one capture. status is the exit status of what was found; the error is one of writing a
// report.
func (t *traffic) capture(name string) (status int, err error) {
	f, err := t.raw(name)
	if err != nil {
		t.notes.print(fmt.Sprintf("%s: cannot be read: %v", name, err))
		return statusUsage, nil
	}
	defer func() { _ = f.Close() }() // it was only read
	r, err := capture.Open(name, f)
	if err != nil {
		t.notes.print(err.Error())
		return statusUsage, nil
	}
	defer r.Close()
	for {
		x, err := r.Next()
		if err == io.EOF {
			return status, nil
		}
		if _, ended := errors.AsType[*capture.SourceError](err); ended {
			t.notes.print(err.Error())
			return max(status, statusOfSource(err)), nil
		}
		finding := damaged(err)
		if err == nil {
			finding = t.checker.Check(x)
		}
		if err := t.add(finding); err != nil {
			return status, err
		}
		if slices.Contains(t.failOn, finding.Result) {
			status = max(status, statusInvalid)
		}
	}
}

// statusOfSource is the exit status of a capture that cannot be read on: a text that is not what it
// should be is invalid; it is another matter if there is no more text.
func statusOfSource(err error) int {
	_, unread := errors.AsType[*fs.PathError](err)
	_, large := errors.AsType[*capture.LimitError](err)
	if unread || large {
		return statusUsage
	}
	return statusInvalid
}

// add counts and reports a finding.
func (t *traffic) add(f contract.Finding) error {
	t.exchanges++
	if f.Result != contract.UndocumentedOperation && f.Result != contract.Skipped {
		t.judged++
	}
	return t.reports.add(f)
}

// damaged is the finding for an entry that is no exchange: it is invalid, so that no report passes over it.
func damaged(err error) contract.Finding {
	e, ok := errors.AsType[*capture.EntryError](err)
	if !ok {
		return contract.Finding{}
	}
	v := rule.Violation{Found: "a damaged entry: " + e.Err.Error(), Wanted: "an exchange"}
	return contract.Finding{
		Source: e.Source, Entry: e.Entry, Line: e.Line, Result: contract.Invalid,
		Err: &rule.Error{Violations: []rule.Violation{v}},
	}
}

// ungoverned is the exit status of captures in which no exchange was checked at all: a contract that governs nothing
// must not pass for one that is kept.
func (t *traffic) ungoverned() int {
	if t.judged > 0 {
		return statusValid
	}
	t.notes.print(fmt.Sprintf("assay: found no response that a route governs among %s, wanted at least one; see the hosts and paths of the routes",
		rule.Count(t.exchanges, "exchange")))
	return statusUsage
}
