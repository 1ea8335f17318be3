package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/capture/secret"
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// traffic is a check of captures.
type traffic struct {
	streams
	checker           *contract.Checker
	reports           *reports[contract.Finding]
	bodies            bodyFolders
	limits            captureLimits
	look              string // at what, where no exchange is governed
	failOn            []string
	showAll           bool
	summary           *contract.Summary // nil where none is wanted
	baseline          *contract.Summary // nil where there is none
	exchanges, judged int
	skipped           map[string]int // exchanges that a route governs, by the reason
}

// capture checks the exchanges of one capture. status is the exit status of what was found; the error is one of writing a
// report.
func (t *traffic) capture(name string) (status int, err error) {
	f, err := t.raw(name)
	if err != nil {
		return t.unread(name, fmt.Sprintf("%s: cannot be read: %v", name, err))
	}
	defer func() { _ = f.Close() }() // it was only read
	r, err := t.bodies.open(&t.limits, name, f)
	if err != nil {
		return t.unread(name, err.Error())
	}
	defer r.Close()
	for {
		x, err := r.Next()
		if err == io.EOF {
			return status, nil
		}
		if _, ended := errors.AsType[*capture.SourceError](err); ended {
			if !t.showAll {
				err = wordsOf(err)
			}
			return t.unread(name, err.Error())
		}
		var finding contract.Finding
		if err == nil {
			finding = t.checker.Check(x)
		} else {
			finding = t.damaged(err)
		}
		if err := t.add(finding); err != nil {
			return status, err
		}
		if t.fails(finding) {
			status = max(status, statusInvalid)
		}
	}
}

// unread tells of a capture that was not read, or not to its end.
func (t *traffic) unread(name, line string) (status int, err error) {
	t.notes.print(line)
	return statusUsage, t.reports.omit(name, line)
}

// fails reports whether an exchange makes the exit status one of failure: by its result, or by what else it has of drift. What the
// baseline has does not count.
func (t *traffic) fails(f contract.Finding) bool {
	drifts := false
	for d := range f.Drift() {
		drifts = true
		if slices.Contains(t.failOn, string(d.Kind)) && (t.baseline == nil || !t.baseline.Knows(d)) {
			return true
		}
	}
	if drifts && t.baseline != nil {
		return false
	}
	return slices.Contains(t.failOn, string(f.Result))
}

// known reports whether the baseline has all in which an exchange parts from the contract, which is something.
func (t *traffic) known(f contract.Finding) bool {
	if t.baseline == nil {
		return false
	}
	drifts := false
	for d := range f.Drift() {
		if drifts = true; !t.baseline.Knows(d) {
			return false
		}
	}
	return drifts
}

// add counts and reports a finding.
func (t *traffic) add(f contract.Finding) error {
	t.exchanges++
	f.Known = t.known(f)
	if t.summary != nil {
		t.summary.Add(f)
	}
	switch {
	case f.Result == contract.Skipped && f.Operation != "":
		if t.skipped == nil {
			t.skipped = map[string]int{}
		}
		t.skipped[f.Reason]++
	case f.Result != contract.UndocumentedOperation && f.Result != contract.Skipped:
		t.judged++
	}
	return t.reports.add(f)
}

// damaged is the finding for an entry that is no exchange, with what is known of it: it is invalid, so that no report
// passes over it.
func (t *traffic) damaged(err error) contract.Finding {
	found := err.Error()
	var f contract.Finding
	if e, ok := errors.AsType[*capture.EntryError](err); ok {
		found = e.Err.Error()
		// The checker is asked for its way to show a URL, and for the operation.
		f = t.checker.Check(&capture.Exchange{Source: e.Source, Entry: e.Entry, Line: e.Line,
			Method: e.Method, URL: e.URL, Status: e.Status})
		if e.Method == "" || e.URL == nil {
			f.Operation = ""
		}
	}
	if !t.showAll {
		found = secret.Words(found) // names of headers and members are told
	}
	f.Result, f.Reason = contract.Invalid, ""
	f.Err = &rule.Error{Violations: []rule.Violation{{Found: "a damaged entry: " + found, Wanted: "an exchange"}}}
	return f
}

// ungoverned is the exit status of captures in which no exchange was checked at all: a contract that governs nothing
// must not pass for one that is kept, nor one whose responses were not recorded.
func (t *traffic) ungoverned() int {
	if t.judged > 0 {
		return statusValid
	}
	exchanges := rule.Count(t.exchanges, "exchange")
	if len(t.skipped) == 0 {
		t.notes.print(fmt.Sprintf("assay: found no response that a route governs among %s, wanted at least one; %s", exchanges, t.look))
		return statusUsage
	}
	reasons := slices.Sorted(maps.Keys(t.skipped))
	governed := 0
	for i, reason := range reasons {
		governed += t.skipped[reason]
		reasons[i] = fmt.Sprintf("%d skipped: %s", t.skipped[reason], reason)
	}
	t.notes.print(fmt.Sprintf("assay: found no response that can be checked among %s, of which routes govern %d (%s); wanted at least one, recorded with its body",
		exchanges, governed, strings.Join(reasons, "; ")))
	return statusUsage
}
