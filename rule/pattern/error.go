package pattern

import (
	"errors"
	"fmt"
)

// ErrTimeout is what Match's error wraps when the backtracking engine ran out of
// its time: there is no verdict.
var ErrTimeout = errors.New("the match took too long")

// SyntaxError says why a text is not a regular expression of ECMA-262
// (section 22.2.1, with the leniency of annex B.1.2 that Compile lists).
type SyntaxError struct {
	Source string // the whole pattern
	Offset int    // where, in bytes from 0
	Found  string // what stands there
	Wanted string // what would have been right
}

// Error prints the pattern, the offset, what was found and what was wanted.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("pattern %q: offset %d: found %s, wanted %s", e.Source, e.Offset, e.Found, e.Wanted)
}

// UnsupportedError says that a pattern is right by ECMA-262 but asks for
// something this package cannot do exactly. It is refused, never guessed at.
type UnsupportedError struct {
	Source  string // the whole pattern
	Offset  int    // where, in bytes from 0; 0 where the whole pattern is meant
	Feature string // what it asks for
}

// Error prints the pattern, the offset and the feature.
func (e *UnsupportedError) Error() string {
	return fmt.Sprintf("pattern %q: offset %d: %s cannot be matched exactly", e.Source, e.Offset, e.Feature)
}
