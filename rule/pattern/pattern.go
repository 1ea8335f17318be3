// Package pattern matches strings by the regular expressions of JSON Schema: those of
// ECMA-262 with the u flag, unanchored (JSON Schema core section 6.4).
//
// A pattern is parsed into a tree, and the tree finds its engine: plain comparisons
// for the commonest shapes, package regexp for all that is regular, and
// regexp2, with a time limit, for lookaround and back references. Classes, escapes and assertions
// are settled in the tree, so that they mean the same in every engine.
//
// Schemas are written for many engines. What the u flag refuses is taken as annex B of
// ECMA-262 takes it, if no other engine reads it otherwise: \- and \_ stand for the character,
// a brace or bracket without its partner for itself, [\w-.] holds a hyphen, a lookahead
// can be repeated. Modifiers (?i:...) are those of edition 16, and (?i) is taken at the very
// start or after a first ^. A backslash and a letter that ECMA-262 does not define is an error.
package pattern

import (
	"fmt"
	"time"
)

// Pattern is a compiled regular expression of ECMA-262. It is safe for concurrent use.
type Pattern struct {
	source  string
	matcher matcher
	limit   time.Duration // of a match by backtracking; 0 where nothing goes back
}

// Compile reads a regular expression (ECMA-262 section 22.2.1, u flag, with the leniency
// that the package comment lists). The error is a *SyntaxError with an offset in bytes, or an
// *UnsupportedError for what is right but cannot be matched exactly, such as a
// property of Unicode that Go has no data of.
func Compile(source string) (*Pattern, error) { return CompileWithin(source, TimeLimit) }

// CompileWithin is [Compile] with another bound than [TimeLimit] for a match. What is not positive stands for that.
func CompileWithin(source string, limit time.Duration) (*Pattern, error) {
	if limit <= 0 {
		limit = TimeLimit
	}
	tree, err := (&parser{source: source, inlineFlags: true}).parse()
	if err != nil {
		return nil, err
	}
	m, err := choose(simplify(tree, referenced(tree, map[int]bool{})))
	if err != nil {
		return nil, &UnsupportedError{Source: source, Feature: err.Error()}
	}
	p := &Pattern{source: source, matcher: m}
	if bound(m, limit) {
		p.limit = limit
	}
	return p, nil
}

// MustCompile is Compile for a source that is known to be right. It panics where it is not.
func MustCompile(source string) *Pattern {
	p, err := Compile(source)
	if err != nil {
		panic(err)
	}
	return p
}

// Check reports whether source is a regular expression by ECMA-262 itself, with or without the u
// flag, as the format "regex" asks. Other than Compile it refuses a leading (?i) and takes
// what is right but cannot be matched exactly. The error is a *SyntaxError, or an
// *UnsupportedError where groups are nested too deep to say.
func Check(source string) error {
	p := &parser{source: source}
	_, err := p.parse()
	if err != nil && err == error(p.unsupported) {
		return nil
	}
	return err
}

// Limit is how long one match may take, where the pattern can take long for its string; 0 where it takes a time linear in the string.
func (p *Pattern) Limit() time.Duration { return p.limit }

// Match reports whether the pattern matches anywhere in s. The error is not nil only where the
// backtracking engine ran out of time, so that there is no verdict; it wraps ErrTimeout.
func (p *Pattern) Match(s string) (bool, error) {
	matched, err := p.matcher.match(s)
	if err != nil {
		return false, fmt.Errorf("pattern %q: %w", p.source, err)
	}
	return matched, nil
}

// MatchString is Match where a match that ran out of time counts as none.
func (p *Pattern) MatchString(s string) bool {
	matched, _ := p.Match(s)
	return matched
}

// String returns the source as it was given to Compile.
func (p *Pattern) String() string { return p.source }
