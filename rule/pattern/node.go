package pattern

// unlimited is the upper bound of *, + and {n,}. Counts above it mean the same:
// no string is that long.
const unlimited = 1<<31 - 1

// node is a piece of the syntax tree. Flags are settled by the parser: ignoreCase is
// already folded into the sets, dotAll and multiline into the nodes they touch.
type node interface{}

// literal is one code point.
type literal struct{ char rune }

// class is one code point out of a set. A set without members never matches.
type class struct{ set runeSet }

// sequence is its items one after another; without items it matches the empty string.
type sequence struct{ items []node }

// choice is its options, tried in order.
type choice struct{ options []node }

// group is a capturing group, counted from 1 by its left parenthesis.
type group struct {
	index int
	body  node
}

// backreference matches again what a group captured, and nothing where it did not take part.
type backreference struct{ index int }

// repeat is body from min to max times.
type repeat struct {
	body     node
	min, max int
	lazy     bool
}

// look is an assertion on the text after the position, or before it.
type look struct {
	body             node
	behind, negative bool
}

// edge is one of the assertions ^ $ \b \B.
type edge struct {
	kind edgeKind
	word runeSet // what \b and \B take for a word character
}

type edgeKind int

const (
	textStart edgeKind = iota
	textEnd
	lineStart
	lineEnd
	wordEdge
	notWordEdge
)

// children lists the nodes directly below n.
func children(n node) []node {
	switch n := n.(type) {
	case *sequence:
		return n.items
	case *choice:
		return n.options
	case *group:
		return []node{n.body}
	case *repeat:
		return []node{n.body}
	case *look:
		return []node{n.body}
	}
	return nil
}

// contains reports whether n or a node below it satisfies is.
func contains(n node, is func(node) bool) bool {
	if is(n) {
		return true
	}
	for _, child := range children(n) {
		if contains(child, is) {
			return true
		}
	}
	return false
}

// nullable reports whether n can match without taking a character.
func nullable(n node) bool {
	switch n := n.(type) {
	case *literal, *class:
		return false
	case *sequence:
		for _, item := range n.items {
			if !nullable(item) {
				return false
			}
		}
		return true
	case *choice:
		for _, option := range n.options {
			if nullable(option) {
				return true
			}
		}
		return false
	case *group:
		return nullable(n.body)
	case *repeat:
		return n.min == 0 || nullable(n.body)
	}
	return true // assertions, and back references to the empty string
}

// weight estimates how many instructions a matcher without loop counters needs
// for n. It stops counting at unlimited.
func weight(n node) int {
	total := 1
	for _, child := range children(n) {
		total += weight(child)
	}
	if r, ok := n.(*repeat); ok {
		copies := r.max
		if copies == unlimited {
			copies = r.min + 1
		}
		if copies > 0 && total > unlimited/copies {
			return unlimited
		}
		total *= max(copies, 1)
	}
	return min(total, unlimited)
}
