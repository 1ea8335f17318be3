package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// tally counts the verdicts on instances.
type tally struct{ instances, invalid, violations, wanted, unwanted, skipped, empty int }

// add counts one verdict. Where an instance was wanted to be invalid, only one that is valid has a violation to count.
func (t *tally) add(r Result) {
	if r.Skipped {
		t.skipped++
		return
	}
	if r.Empty {
		t.empty++
		return
	}
	t.instances++
	if !r.valid() {
		t.invalid++
	}
	switch {
	case r.Err != nil:
		t.violations += len(faults(r.Err))
		if r.WantInvalid {
			t.unwanted++
		}
	case r.WantInvalid:
		t.wanted++
	}
}

// asWanted reports whether no instance is otherwise than it was wanted.
func (t *tally) asWanted() bool { return t.invalid == t.wanted && t.unwanted == 0 }

// String is the summary in one line: "3 instances: 1 valid, 2 invalid (5 violations)". It says how many were wanted to be
// otherwise than valid.
func (t *tally) String() string {
	s := rule.Count(t.instances, "instance") + ": " + strconv.Itoa(t.instances-t.invalid) + " valid"
	if t.unwanted > 0 {
		s += ", of which " + strconv.Itoa(t.unwanted) + " should be invalid"
	}
	s += ", " + strconv.Itoa(t.invalid) + " invalid"
	if t.wanted > 0 {
		s += ", of which " + strconv.Itoa(t.wanted) + " should be"
	}
	if t.violations > 0 {
		s += " (" + rule.Count(t.violations, "violation") + ")"
	}
	if t.skipped > 0 {
		s += "; " + strconv.Itoa(t.skipped) + " passed over, without a schema"
	}
	if t.empty > 0 {
		s += "; " + rule.Count(t.empty, "document") + " without an instance"
	}
	return s
}

// exchangeTally counts the findings of a contract check by their results.
type exchangeTally struct {
	exchanges, violations int
	results               map[contract.Result]int
	skipped               map[string]int // by reason
	known                 int            // those that a baseline has
	drifted               int            // those that are valid and fail nevertheless
}

// resultOrder is the order in which a summary names results. One that is not here follows in
// alphabetical order, so that none is left out.
var resultOrder = []contract.Result{
	contract.Valid, contract.Invalid, contract.UndocumentedOperation,
	contract.UndocumentedStatus, contract.UndocumentedMediaType, contract.Skipped,
}

// newExchangeTally makes a tally that knows all results.
func newExchangeTally() exchangeTally {
	t := exchangeTally{results: map[contract.Result]int{}, skipped: map[string]int{}}
	for _, r := range resultOrder {
		t.results[r] = 0
	}
	return t
}

// add counts one finding.
func (t *exchangeTally) add(f contract.Finding) {
	t.exchanges++
	t.results[f.Result]++
	if f.Result == contract.Skipped {
		t.skipped[f.Reason]++
	}
	t.violations += len(faults(f.Err))
	if f.Known {
		t.known++
	}
}

// undocumented is what a valid exchange fails for, if the user wants it to.
const undocumented = "undocumented data"

// order is all results that there are or may be, in the order in which they are named.
func (t *exchangeTally) order() []contract.Result {
	order := slices.Clone(resultOrder)
	for _, r := range slices.Sorted(maps.Keys(t.results)) {
		if !slices.Contains(order, r) {
			order = append(order, r)
		}
	}
	return order
}

// String is the summary in one line. Valid and invalid are always named, other results where there are any.
func (t *exchangeTally) String() string {
	var parts []string
	for _, r := range t.order() {
		if n := t.results[r]; n > 0 || r == contract.Valid || r == contract.Invalid {
			parts = append(parts, strconv.Itoa(n)+" "+visible(string(r)))
			if r == contract.Valid && t.drifted > 0 {
				parts[len(parts)-1] += " (" + strconv.Itoa(t.drifted) + " with " + undocumented + ")"
			}
		}
	}
	s := rule.Count(t.exchanges, "exchange") + ": " + strings.Join(parts, ", ")
	if t.violations > 0 {
		s += " (" + rule.Count(t.violations, "violation") + ")"
	}
	if t.known > 0 {
		s += "; " + strconv.Itoa(t.known) + " known by the baseline"
	}
	return s
}

// skips says why exchanges were skipped, a line for each reason, the most frequent first: "  2 skipped: the capture does
// not hold the body".
func (t *exchangeTally) skips() string {
	reasons := slices.SortedFunc(maps.Keys(t.skipped), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.skipped[b], t.skipped[a]), cmp.Compare(a, b))
	})
	var b strings.Builder
	for _, reason := range reasons {
		fmt.Fprintf(&b, "  %d skipped", t.skipped[reason])
		if reason != "" {
			b.WriteString(": " + visible(reason))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
