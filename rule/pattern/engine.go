package pattern

import (
	"errors"
	"regexp"
	"time"

	"github.com/dlclark/regexp2"
)

const (
	// TimeLimit bounds one match of the backtracking engine, whose time can grow
	// exponentially with the string. Its clock is coarse: the match may go on for as long again.
	TimeLimit = time.Second
	// maxLinearWeight bounds the program given to package regexp, which copies a loop's body for
	// each count. What is heavier goes to regexp2, which counts.
	maxLinearWeight = 20000
)

// matcher gives the verdict of a tree, or a part of it, on a string.
type matcher interface {
	match(s string) (bool, error)
}

// choose returns the cheapest matcher that is exact for a simplified tree.
func choose(n node) (matcher, error) {
	if m := shapeOf(n); m != nil {
		switch m.(type) {
		case *chain, some:
			return newTabled(n, m), nil
		}
		return m, nil
	}
	if parts := conditions(n); parts != nil {
		return newAll(parts)
	}
	if isLinear(n) {
		if m, err := newLinear(n); err == nil {
			return newTabled(n, m), nil
		}
	}
	return newBacktracking(n)
}

// isLinear reports whether package regexp can do n in reasonable space.
func isLinear(n node) bool {
	return weight(n) <= maxLinearWeight && !contains(n, func(n node) bool {
		switch n := n.(type) {
		case *look, *group, *backreference:
			return true
		case *edge:
			return n.kind == lineStart || n.kind == lineEnd || len(n.word) != 0 && n.word.has(0x017F)
		}
		return false
	})
}

// linear matches with package regexp, in time linear in the string.
type linear struct{ re *regexp.Regexp }

func newLinear(n node) (matcher, error) {
	re, err := regexp.Compile(linearText(n))
	if err != nil {
		return nil, err
	}
	return linear{re}, nil
}

func (m linear) match(s string) (bool, error) { return m.re.MatchString(s), nil }

// backtracking matches with regexp2.
type backtracking struct{ re *regexp2.Regexp }

func newBacktracking(n node) (matcher, error) {
	if contains(n, capturesNothingAgain) {
		return nil, errors.New("a back reference to a group within a loop whose turns can be empty")
	}
	re, err := regexp2.Compile(backtrackingText(n), regexp2.ECMAScript|regexp2.Unicode)
	if err != nil {
		return nil, err
	}
	return backtracking{re}, nil
}

// bound gives the backtracking engines within a matcher their time, and reports whether there is one.
func bound(m matcher, limit time.Duration) (found bool) {
	switch m := m.(type) {
	case backtracking:
		m.re.MatchTimeout = limit
		return true
	case all:
		for _, part := range m {
			found = bound(part.matcher, limit) || found
		}
	}
	return found
}

// capturesNothingAgain finds the loops where ECMA-262 and regexp2 disagree on what a group
// holds: ECMA-262 undoes a turn that took no character, regexp2 keeps its captures.
func capturesNothingAgain(n node) bool {
	r, ok := n.(*repeat)
	return ok && r.max > 1 && nullable(r.body) && contains(r.body, isGroup)
}

// match leaves out regexp2's error text, which holds the whole string.
func (m backtracking) match(s string) (bool, error) {
	matched, err := m.re.MatchString(s)
	if err != nil {
		return false, ErrTimeout
	}
	return matched, nil
}
