package rule

import (
	"slices"
	"strconv"
)

// branch is what one schema of anyOf or oneOf has against a value.
type branch struct {
	violations []Violation
	// far is how little the value looks as if it was meant for the branch.
	far int
}

// branches evaluates each schema apart. It returns the indexes of those that accept and what the others
// have against the value, the branch that came nearest first.
func (x *Explanation) branches(keyword string, schemas []*Schema, at int) (accepted []int, causes []Violation) {
	var refused []branch
	here := ""
	if x.record == nil {
		here = x.places.Pointer(at)
	}
	for i, s := range schemas {
		ok, violations := x.Trial(func() bool { return x.Apply(s, at, keyword, strconv.Itoa(i)) })
		if ok {
			accepted = append(accepted, i)
		} else {
			refused = append(refused, branch{violations, distance(violations, here)})
		}
	}
	slices.SortStableFunc(refused, func(a, b branch) int { return a.far - b.far })
	for _, b := range refused {
		causes = append(causes, b.violations...)
	}
	return accepted, causes
}

// distance weighs violations: another type of the value itself is farthest from what was meant, then another
// value where the schema names some, which tells kinds of objects apart, then a member that is missing.
func distance(violations []Violation, here string) int {
	far := 0
	for _, v := range violations {
		switch {
		case v.Keyword == "type" && v.InstanceLocation == here || v.Keyword == "":
			far += 1000
		case v.Keyword == "const" || v.Keyword == "enum":
			far += 100
		case v.Keyword == "required" || v.Keyword == "additionalProperties":
			far += 10
		default:
			far++
		}
	}
	return far
}
