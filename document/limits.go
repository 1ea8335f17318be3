package document

import (
	"cmp"
	"errors"
	"fmt"
	"math"
)

// Limits are what a text and its document may have at most. Fields that are 0 stand for those of [DefaultLimits].
type Limits struct {
	// Size is how many bytes a text may have, at most 2 GiB.
	Size int
	// Depth is how many arrays and objects may stand in each other, at most [MostDepth].
	Depth int
	// Digits is how many characters a number may have: time to divide grows with their square.
	Digits int
	// String is how many bytes a string or a member name may have.
	String int
	// Members is how many members or items an object or array may have.
	Members int
}

// DefaultLimits are those of [Parse].
var DefaultLimits = Limits{Size: 1 << 30, Depth: MaxDepth, Digits: 10_000, String: 1 << 28, Members: 1 << 24}

// MostDepth is the largest depth that may be asked for: every engine calls itself for what is within a value.
const MostDepth = 10_000

// mostSize is what offsets within a text have room for.
const mostSize = math.MaxUint32 / 2

// LimitError is the error of a document that has more of something than a limit allows. It is what a [*SyntaxError] unwraps to where the limit
// was found to be exceeded while the text was read.
type LimitError struct {
	// Name is the limit: size, depth, digits, string or members.
	Name string
	// Most is what it allows.
	Most int
}

// limited are what each limit counts.
var limited = map[string]string{
	"size": "bytes", "depth": "arrays and objects within each other", "digits": "characters of a number",
	"string": "bytes of a string", "members": "members or items",
}

// Wanted is what the limit allows, to follow "wanted".
func (e *LimitError) Wanted() string {
	return fmt.Sprintf("at most %d %s (the limit %s)", e.Most, limited[e.Name], e.Name)
}

// depthWanted is what is wanted of values that are deeper.
var depthWanted = (&LimitError{"depth", MaxDepth}).Wanted()

func (e *LimitError) Error() string { return "found more, wanted " + e.Wanted() }

// whole are the limits with the defaults in the place of zeros.
func (l Limits) whole() Limits {
	d := DefaultLimits
	return Limits{
		cmp.Or(l.Size, d.Size), cmp.Or(l.Depth, d.Depth), cmp.Or(l.Digits, d.Digits), cmp.Or(l.String, d.String), cmp.Or(l.Members, d.Members),
	}
}

// Check is nil for limits that can be kept.
func (l Limits) Check() error {
	switch w := l.whole(); {
	case min(w.Size, w.Depth, w.Digits, w.String, w.Members) < 1:
		return errors.New("found a limit below 1, wanted positive ones")
	case w.Size > mostSize:
		return fmt.Errorf("found a size of %d bytes, wanted at most %d", w.Size, mostSize)
	case w.Depth > MostDepth:
		return fmt.Errorf("found a depth of %d, wanted at most %d", w.Depth, MostDepth)
	}
	return nil
}

// Exceeded is which limit a document exceeds, and the entry where it does; nil where it exceeds none. The size of its text is not looked at.
func (d *Document) Exceeded(l Limits) (at int, e *LimitError) {
	l = l.whole()
	var ends []int // of the containers around the entry
	for at := range d.tape {
		for len(ends) > 0 && at >= ends[len(ends)-1] {
			ends = ends[:len(ends)-1]
		}
		switch n := d.Len(at); d.Kind(at) {
		case Array, Object:
			ends = append(ends, d.End(at))
			if len(ends) > l.Depth {
				return at, &LimitError{"depth", l.Depth}
			}
			if n > l.Members {
				return at, &LimitError{"members", l.Members}
			}
		case Number:
			if n > l.Digits {
				return at, &LimitError{"digits", l.Digits}
			}
		case String:
			if n > l.String {
				return at, &LimitError{"string", l.String}
			}
		}
	}
	return 0, nil
}
