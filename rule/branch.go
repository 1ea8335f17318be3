package rule

import (
	"slices"
	"strconv"
	"strings"
)

// Branch is what one schema of anyOf or oneOf has against a value.
type Branch struct {
	// Number is the place of the schema in the list, from 0.
	Number int
	// Violations are never none.
	Violations []Violation
	// Decisive is the one that tells most that the value is not meant for the schema.
	Decisive Violation
}

// Branches are the causes of a violation of anyOf or oneOf by the schemas that they are of, the one that came nearest first. There are
// none for other keywords.
func (v Violation) Branches() []Branch {
	var list []Branch
	for rest := v.Causes; len(rest) > 0; {
		number, n := v.branch(rest)
		if n == 0 {
			return nil
		}
		b := Branch{Number: number, Violations: rest[:n:n]}
		most := -1
		for _, c := range b.Violations {
			if w := weight(c, v.InstanceLocation); w > most {
				b.Decisive, most = c, w
			}
		}
		list, rest = append(list, b), rest[n:]
	}
	return list
}

// branch is the number of the branch that the first of some causes is of, and how many are; none where the keyword has no branches.
func (v Violation) branch(causes []Violation) (number, count int) {
	if v.Keyword != "anyOf" && v.Keyword != "oneOf" || len(causes) == 0 {
		return 0, 0
	}
	of := func(c *Violation) string {
		rest, _ := strings.CutPrefix(c.KeywordLocation, v.KeywordLocation)
		token, _, _ := strings.Cut(strings.TrimPrefix(rest, "/"), "/")
		return token
	}
	first := of(&causes[0])
	number, err := strconv.Atoi(first)
	if err != nil {
		return 0, 0
	}
	for count < len(causes) && of(&causes[count]) == first {
		count++
	}
	return number, count
}

// refusal is a branch that refuses the value.
type refusal struct {
	violations []Violation
	// far is how little the value looks as if it was meant for the branch.
	far int
}

// branches evaluates each schema apart. It returns the indexes of those that accept and what the others
// have against the value, the branch that came nearest first.
func (x *Explanation) branches(keyword string, schemas []*Schema, at int) (accepted []int, causes []Violation) {
	var refused []refusal
	here := ""
	if x.record == nil {
		here = x.places.Pointer(at)
	}
	for i, s := range schemas {
		ok, violations := x.Trial(func() bool { return x.Apply(s, at, keyword, strconv.Itoa(i)) })
		if ok {
			accepted = append(accepted, i)
		} else {
			refused = append(refused, refusal{violations, distance(violations, here)})
		}
	}
	slices.SortStableFunc(refused, func(a, b refusal) int { return a.far - b.far })
	for _, b := range refused {
		causes = append(causes, b.violations...)
	}
	return accepted, causes
}

// What violations weigh, by how much they tell that a value was meant for another schema.
const (
	otherType   = 1000 // the value itself is of another type, or may not be there at all
	otherValue  = 100  // it, or a member of it, has another value where the schema names some: that tells kinds of objects apart
	misspelt    = 20   // that, but for its spelling
	otherMember = 10   // a member is missing, or one too many
	otherWithin = 5    // a member is of another type
	detail      = 1
	// mostDetails is how much all that weighs less than another value may weigh: however much is wrong within a value, it was meant for the
	// schema that its kind is that of.
	mostDetails = 90
)

// distance weighs the violations of a branch.
func distance(violations []Violation, here string) int {
	far, details := 0, 0
	for _, v := range violations {
		if w := weight(v, here); w >= otherValue {
			far += w
		} else {
			details += w
		}
	}
	return far + min(details, mostDetails)
}

// weight is what one violation weighs in a branch for the value at a location.
func weight(v Violation, here string) int {
	depth := strings.Count(strings.TrimPrefix(v.InstanceLocation, here), "/")
	switch v.Keyword {
	case "type", "":
		switch depth {
		case 0:
			return otherType
		case 1:
			return otherWithin
		}
	case "const", "enum":
		if depth <= 1 && len(v.Suggestion) > 0 {
			return misspelt
		} else if depth <= 1 {
			return otherValue
		}
	case "anyOf", "oneOf":
		// The nearest of its branches stands first, and is what it was meant for, if any.
		if _, n := v.branch(v.Causes); depth == 0 && n > 0 {
			return distance(v.Causes[:n], here)
		}
	case "required", "additionalProperties", "unevaluatedProperties":
		if depth <= 1 {
			return otherMember
		}
	}
	return detail
}
