package main

import (
	"fmt"
	"slices"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// readBaseline reads the summary of an earlier run. One that cannot be used is a fault of the configuration: without it nobody knows what is
// accepted.
func (s *streams) readBaseline(name string) (*contract.Summary, error) {
	baseline, err := s.readSummary(name)
	if err != nil {
		return nil, unusable(fmt.Errorf("%w (the baseline)", err))
	}
	return baseline, nil
}

// mostNews is how many lines tell of what is new; the rest is counted.
const mostNews = 100

// news tells of all that the baseline has not, and gives the exit status of it.
func (t *traffic) news() (status int) {
	if t.baseline == nil {
		return statusValid
	}
	list := t.summary.News(t.baseline)
	if len(list) == 0 {
		return statusValid
	}
	t.note("")
	t.note(fmt.Sprintf("New beside the baseline, %s:", rule.Count(len(list), "thing")))
	for i, n := range list {
		if slices.Contains(t.failOn, string(n.Kind)) {
			status = statusInvalid
		}
		if i < mostNews {
			t.note("  " + newsLine(n))
		}
	}
	if more := len(list) - mostNews; more > 0 {
		t.note(fmt.Sprintf("  %d more", more))
	}
	return status
}

// note tells at the end of the text report, or on standard error where there is none.
func (t *traffic) note(line string) {
	if !t.reports.note(line) && line != "" {
		t.notes.print(line)
	}
}

// newsLine is a line on one thing that is new.
func newsLine(n contract.News) string {
	line := string(n.Kind) + ": "
	if n.Kind != contract.DriftKind(contract.UndocumentedOperation) && n.Key.Operation != "" {
		line += n.Key.Operation + ": "
	}
	line += n.Describe()
	if n.First != (contract.Place{}) {
		line += fmt.Sprintf(" (%d, first in %s)", n.Count, n.First)
	}
	return line
}
