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
		case tagged(v, branches):
			return append([]string{"- " + visible(path) + ": " + tags(v, branches)}, lines...)
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

// meant is what the branch that came nearest has against the value, where that is one thing, or the member that tells the
// branches apart; else the violation itself.
func meant(v rule.Violation) rule.Violation {
	for {
		branches := v.Branches()
		switch {
		case len(branches) == 0 || simple(v, branches):
			return v
		case tagged(v, branches):
			return branches[0].Decisive
		case len(branches[0].Violations) > 1:
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

// tagged reports whether one member is to tell the branches apart, and has a value that none of them is for.
func tagged(parent rule.Violation, branches []rule.Branch) bool {
	at := branches[0].Decisive.InstanceLocation
	for _, b := range branches {
		if b.Decisive.Keyword != "const" || b.Decisive.Worded != "" || b.Decisive.InstanceLocation != at {
			return false
		}
	}
	return len(branches) > 1 && at != parent.InstanceLocation
}

// tags says what such a member may be.
func tags(parent rule.Violation, branches []rule.Branch) string {
	var words []string
	for i, b := range branches {
		if i == mostCauses && len(branches) > mostCauses+1 {
			words = append(words, strconv.Itoa(len(branches)-i)+" others")
			break
		}
		words = append(words, cut(b.Decisive.Wanted, roomForBranch))
	}
	last := len(words) - 1
	tag := branches[0].Decisive
	return "found " + visible(tag.Found) + within(parent, tag) + ", wanted " + strings.Join(words[:last], ", ") + " or " + words[last] + question(tag)
}

// others says in a line what each of some branches wanted. The path of the keyword stands before the first.
func others(parent rule.Violation, path string, branches []rule.Branch, most int) string {
	room := max(roomForBranch, roomForBranches/len(branches))
	var words []string
	for i, b := range branches {
		if i == most && len(branches) > most+1 {
			words = append(words, "… and "+strconv.Itoa(len(branches)-i)+" more")
			break
		}
		words = append(words, visible(path)+"/"+strconv.Itoa(b.Number)+" "+wants(b.Decisive, room)+within(parent, b.Decisive))
		path = parent.Keyword
	}
	return strings.Join(words, "; ")
}

// wants says what a branch wants where something else is.
func wants(v rule.Violation, room int) string {
	if v.Worded != "" {
		return "says " + cut(v.Worded, room)
	}
	switch v.Keyword {
	case "required":
		missing, _, _ := strings.Cut(strings.TrimPrefix(v.Found, "no "), " but ")
		return "wants the " + cut(missing, room)
	case "additionalProperties", "unevaluatedProperties":
		return "does not want " + cut(v.Found, room)
	case "not":
		return "does not want what its not accepts"
	}
	branches := v.Branches()
	if len(branches) == 0 || len(branches) > 3 || !simple(v, branches) {
		return "wants " + cut(v.Wanted, room)
	}
	var words []string
	for _, b := range branches {
		words = append(words, strings.TrimPrefix(wants(b.Decisive, room), "wants "))
	}
	return "wants " + strings.Join(words, " or ")
}

// within is where below the value of its parent a violation is.
func within(parent, v rule.Violation) string {
	if rest := strings.TrimPrefix(v.InstanceLocation, parent.InstanceLocation); rest != "" && v.Keyword != "additionalProperties" && v.Keyword != "unevaluatedProperties" {
		return " at " + cut(rest, roomForBranch)
	}
	return ""
}

// A line about several branches has room for about so many characters, and for so many at least of each.
const (
	roomForBranches = 240
	roomForBranch   = 60
)

// cut is a text as far as there is room for it.
func cut(s string, room int) string {
	text := []rune(s)
	if len(text) > room {
		s = string(text[:room]) + "…"
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
