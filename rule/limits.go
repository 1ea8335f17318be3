package rule

import (
	"cmp"
	"time"
)

// Limits are what an evaluation may cost that a schema makes dear, however small the document is. Fields that are not positive stand for the
// defaults. What bounds documents is [document.Limits].
type Limits struct {
	// Evaluations is how many references an evaluation may follow where it follows many to the same values. The default is 1<<26, and 1<<14
	// more for each value of the document. An evaluation that follows more has no verdict.
	Evaluations int
	// Violations is how many bytes the violations of a document may take, 64 MiB where it is not positive. An explanation that finds more
	// leaves them out, and says so.
	Violations int
	// Match is how long one match may take of a pattern that goes back and forth, a second where it is not positive; those of a document may
	// take ten times as long together. There is no verdict on a document that takes longer.
	Match time.Duration
}

// evaluations is how many references may be followed in a document of so many entries. A schema without limits has the defaults.
func (l *Limits) evaluations(entries int) int {
	if l != nil && l.Evaluations > 0 {
		return l.Evaluations
	}
	return mostAnEntry*entries + mostMore
}

func (l *Limits) violations() int {
	if l == nil {
		return mostOfViolations
	}
	return cmp.Or(max(l.Violations, 0), mostOfViolations)
}
