package plan

import "slices"

// step is a part of a way.
type step struct {
	word string
	is   stepKind
}

// stepKind says what a step leads to.
type stepKind uint8

const (
	ofMember stepKind = iota
	ofDefinition
	ofElement // Item or Value, which says nothing by itself
	ofBranch  // a number or a condition
	ofVariant // a branch that has a word for it
	ofWith    // a branch with a member, which is no word of what is within it but where that is in several
	ofTitle   // a branch that has a title, which stands for itself as a definition does
)

// callings have words for branches, and for members whose names match a pattern, by their locations.
type callings map[string]step

// element takes in the step to an item or value, which is called by the singular of what it is within.
func element(steps []step, word string) []step {
	last := len(steps) - 1
	if last < 0 || steps[last].is != ofMember || singular(steps[last].word) == "" {
		return append(steps, step{word, ofElement})
	}
	return append(slices.Clone(steps[:last]), step{singular(steps[last].word), ofMember})
}

// anchor is the index of the last step that stands for itself, or -1.
func anchor(steps []step) int {
	for i, s := range slices.Backward(steps) {
		if s.is == ofDefinition || s.is == ofTitle {
			return i
		}
	}
	return -1
}
