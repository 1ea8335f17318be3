package main

import (
	"strings"

	"github.com/assaykit/assay/report"
)

// omission is what a message says of a source that has no verdict. Most messages begin with the source, which has a place of its
// own in reports.
func omission(source, message string) report.Omission {
	return report.Omission{Source: source, Reason: strings.TrimPrefix(message, source+": ")}
}

// omit keeps an omission that was found before there are reports.
func (f *reportFlags) omit(source, message string) {
	f.omissions = append(f.omissions, omission(source, message))
}

// omit tells the reports that have room for it of an omission. The notes have said it to all others.
func (r *reports[T]) omit(source, message string) error {
	for _, out := range r.each {
		if o, ok := out.Reporter.(report.Omitter); ok {
			if err := o.Omit(omission(source, message)); err != nil {
				return out.failed(err)
			}
		}
	}
	return nil
}
