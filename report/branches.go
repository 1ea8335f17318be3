package report

import (
	"strconv"
	"strings"

	"github.com/assaykit/assay/rule"
)

// mostOthers is how many branches that did not come nearest are told of, with what each wanted.
const mostOthers = 5

// explained are the lines below a violation: of anyOf and oneOf what the branch that came nearest has against the value, and what the
// others wanted, else all causes. A verbose report has all causes of all branches.
func explained(v rule.Violation, verbose bool) []string {
	if verbose {
		return causes(v, 0)
	}
	var lines []string
	path := v.Keyword
	for {
		branches := v.Branches()
		switch {
		case len(branches) == 0:
			return append(lines, causes(v, mostCauses)...)
		case simple(v, branches):
			return append(lines, "- "+others(v, path, branches, mostCauses)+question(branches[0].Decisive))
		}
		first := branches[0]
		if len(branches) > 1 {
			lines = append(lines, "- "+others(v, path, branches[1:], mostOthers))
		}
		path += "/" + strconv.Itoa(first.Number)
		// What has but a choice of its own against the value came no nearer than the nearest of that.
		only := first.Violations[0]
		if len(first.Violations) == 1 && len(only.Branches()) > 0 && only.InstanceLocation == v.InstanceLocation {
			path += strings.TrimPrefix(only.KeywordLocation, v.KeywordLocation+"/"+strconv.Itoa(first.Number))
			v = only
			continue
		}
		return append(nearest(v, first, path), lines...)
	}
}

// meant is what the branch that came nearest has against the value, where that is one thing; else the violation itself.
func meant(v rule.Violation) rule.Violation {
	for {
		branches := v.Branches()
		if len(branches) == 0 || len(branches[0].Violations) > 1 || simple(v, branches) {
			return v
		}
		v = branches[0].Violations[0]
	}
}

// nearest are the lines for the branch that came nearest.
func nearest(parent rule.Violation, b rule.Branch, path string) []string {
	parent.KeywordLocation += "/" + strconv.Itoa(b.Number)
	head := "- " + visible(path) + " came nearest: "
	if len(b.Violations) == 1 {
		lines := []string{head + causeLine(parent, b.Violations[0])}
		for _, l := range explained(b.Violations[0], false) {
			lines = append(lines, "  "+l)
		}
		return lines
	}
	lines := []string{strings.TrimSuffix(head, " ")}
	for i, c := range b.Violations {
		if i == mostCauses {
			return append(lines, "  - … and "+strconv.Itoa(len(b.Violations)-i)+" more")
		}
		lines = append(lines, "  - "+causeLine(parent, c))
		for _, l := range explained(c, false) {
			lines = append(lines, "    "+l)
		}
	}
	return lines
}

// simple reports whether each branch has but one thing against the value itself, so that none is to be told of before the others.
func simple(parent rule.Violation, branches []rule.Branch) bool {
	for _, b := range branches {
		if c := b.Violations[0]; len(b.Violations) > 1 || len(c.Causes) > 0 || c.InstanceLocation != parent.InstanceLocation {
			return false
		}
	}
	return true
}

// others says in a line what each of some branches wanted. The path of the keyword stands before the first.
func others(parent rule.Violation, path string, branches []rule.Branch, most int) string {
	var words []string
	for i, b := range branches {
		if i == most && len(branches) > most+1 {
			words = append(words, "… and "+strconv.Itoa(len(branches)-i)+" more")
			break
		}
		words = append(words, visible(path)+"/"+strconv.Itoa(b.Number)+" "+wants(b.Decisive)+within(parent, b.Decisive))
		path = parent.Keyword
	}
	return strings.Join(words, "; ")
}

// wants says what a branch wants where something else is.
func wants(v rule.Violation) string {
	switch v.Keyword {
	case "required":
		missing, _, _ := strings.Cut(strings.TrimPrefix(v.Found, "no "), " but ")
		return "wants the " + cut(missing)
	case "additionalProperties", "unevaluatedProperties":
		return "does not want " + cut(v.Found)
	case "not":
		return "does not want what its not accepts"
	}
	branches := v.Branches()
	if len(branches) == 0 || len(branches) > 3 || !simple(v, branches) {
		return "wants " + cut(v.Wanted)
	}
	var words []string
	for _, b := range branches {
		words = append(words, strings.TrimPrefix(wants(b.Decisive), "wants "))
	}
	return "wants " + strings.Join(words, " or ")
}

// within is where below the value of its parent a violation is.
func within(parent, v rule.Violation) string {
	if rest := strings.TrimPrefix(v.InstanceLocation, parent.InstanceLocation); rest != "" && v.Keyword != "additionalProperties" && v.Keyword != "unevaluatedProperties" {
		return " at " + cut(rest)
	}
	return ""
}

// longestWant is how many characters of a demand stand in a line with others.
const longestWant = 60

func cut(s string) string {
	text := []rune(s)
	if len(text) > longestWant {
		s = string(text[:longestWant]) + "…"
	}
	return visible(s)
}

// question asks for what the nearest of several simple branches takes, where the value looks like it.
func question(v rule.Violation) string {
	if len(v.Suggestion) != 1 {
		return ""
	}
	return "; did you mean " + visible(strconv.Quote(v.Suggestion[0])) + "?"
}
