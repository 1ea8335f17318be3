package rule

import "strconv"

// effort is what an explanation may still spend. What it finds is said for each way through the schema that leads to it, and a hostile schema
// has more ways than anybody can read.
type effort struct {
	references int  // and the steps of the way to each
	memory     int  // bytes of violations
	cut        bool // a reference was not gone into
	dropped    bool // a violation was not kept
}

const (
	// An explanation goes into this many references for each entry of the document, and some more, but never into more than the most where
	// that is enough for an ordinary one. Those beyond it are answered by yes or no.
	explainedAnEntry, explainedMore, mostExplained = 256, 4096, 1 << 22
	// mostOfViolations is how many bytes the violations take that an explanation makes, those of branches included that are not reported
	// in the end, and eachViolation what one takes beside its locations. The locations are what grows: they are as long as the way is deep.
	mostOfViolations, eachViolation = 64 << 20, 256
	// aStep is how many steps of the way to a reference cost as much as the reference.
	aStep = 16
)

func newEffort(l *Limits, entries int) *effort {
	most := explainedAnEntry*entries + explainedMore
	return &effort{references: min(most, max(mostExplained, referencesAnEntry*entries)), memory: l.violations()}
}

// follow explains what the schema that a reference leads to has against a value.
func (x *Explanation) follow(k *Ref, at int) bool {
	if x.effort.references -= 1 + len(x.path)/aStep; x.effort.references >= 0 {
		return x.Apply(k.Target, at, k.Name)
	}
	x.effort.cut = true
	if k.Valid(&x.Run, at) {
		return true
	}
	x.Report(k.Name, "a value that the schema at "+strconv.Quote(k.To)+" accepts", "", at)
	return false
}

// keep reports whether there is memory left for a violation.
func (e *effort) keep(v *Violation) bool {
	e.memory -= eachViolation + len(v.KeywordLocation) + len(v.InstanceLocation) + len(v.AbsoluteKeywordLocation)
	e.dropped = e.dropped || e.memory < 0
	return e.memory >= 0
}

// tooManyViolations says that there are more than those in a list.
func tooManyViolations(l *Limits) Violation {
	return Violation{
		Fault:  CodeTooManyViolations,
		Found:  "more violations than " + strconv.Itoa(l.violations()) + " bytes hold, those of tried branches included",
		Wanted: "at most that many (the limit violations); not all of them are listed",
	}
}
