package pattern

import (
	"slices"
	"sync"
	"unicode"
)

// runeRange is the code points lo to hi, both included.
type runeRange struct{ lo, hi rune }

// runeSet is a set of code points: ranges in order that neither overlap nor touch.
type runeSet []runeRange

var (
	anyRune         = runeSet{{0, unicode.MaxRune}}
	surrogates      = runeSet{{0xD800, 0xDFFF}}
	digits          = runeSet{{'0', '9'}}
	words           = newRuneSet(runeRange{'0', '9'}, runeRange{'A', 'Z'}, runeRange{'_', '_'}, runeRange{'a', 'z'})
	lineTerminators = newRuneSet(runeRange{'\n', '\n'}, runeRange{'\r', '\r'}, runeRange{0x2028, 0x2029})
	// White space and line terminators of ECMA-262 sections 12.2 and 12.3.
	spaces = newRuneSet(runeRange{'\t', '\r'}, runeRange{0xFEFF, 0xFEFF}, runeRange{0x2028, 0x2029}).union(tableSet(unicode.Zs))
	// What \w is under ignoreCase: also what folds to a word character (section 22.2.2.9.3).
	foldedWords = words.union(runeSet{{0x017F, 0x017F}, {0x212A, 0x212A}})
)

// newRuneSet returns the set of all the ranges' members.
func newRuneSet(ranges ...runeRange) runeSet {
	sorted := slices.Clone(ranges)
	slices.SortFunc(sorted, func(a, b runeRange) int { return int(a.lo) - int(b.lo) })
	set := runeSet{}
	for _, r := range sorted {
		if last := len(set) - 1; last >= 0 && r.lo <= set[last].hi+1 {
			set[last].hi = max(set[last].hi, r.hi)
			continue
		}
		set = append(set, r)
	}
	return set
}

// tableSet returns the members of a table of package unicode.
func tableSet(table *unicode.RangeTable) runeSet {
	var ranges []runeRange
	add := func(lo, hi, stride rune) {
		if stride == 1 {
			ranges = append(ranges, runeRange{lo, hi})
			return
		}
		for r := lo; r <= hi; r += stride {
			ranges = append(ranges, runeRange{r, r})
		}
	}
	for _, r := range table.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range table.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return newRuneSet(ranges...)
}

func (s runeSet) union(t runeSet) runeSet {
	return newRuneSet(slices.Concat(s, t)...)
}

func (s runeSet) complement() runeSet {
	rest := runeSet{}
	next := rune(0)
	for _, r := range s {
		if next < r.lo {
			rest = append(rest, runeRange{next, r.lo - 1})
		}
		next = r.hi + 1
	}
	if next <= unicode.MaxRune {
		rest = append(rest, runeRange{next, unicode.MaxRune})
	}
	return rest
}

func (s runeSet) minus(t runeSet) runeSet {
	return s.complement().union(t).complement()
}

func (s runeSet) has(char rune) bool {
	_, found := slices.BinarySearchFunc(s, char, func(r runeRange, char rune) int {
		switch {
		case r.hi < char:
			return -1
		case char < r.lo:
			return 1
		}
		return 0
	})
	return found
}

// meets reports whether the two sets have a member in common.
func (s runeSet) meets(t runeSet) bool {
	for i, j := 0, 0; i < len(s) && j < len(t); {
		switch {
		case s[i].hi < t[j].lo:
			i++
		case t[j].hi < s[i].lo:
			j++
		default:
			return true
		}
	}
	return false
}

// folded adds to s all that is equal to a member under simple case folding, which
// is how ignoreCase compares (ECMA-262 section 22.2.2.7.3, Canonicalize).
func (s runeSet) folded() runeSet {
	ranges := slices.Clone(s)
	folding := foldingRunes()
	for _, r := range s {
		first, _ := slices.BinarySearch(folding, r.lo)
		for _, char := range folding[first:] {
			if char > r.hi {
				break
			}
			for next := unicode.SimpleFold(char); next != char; next = unicode.SimpleFold(next) {
				ranges = append(ranges, runeRange{next, next})
			}
		}
	}
	return newRuneSet(ranges...)
}

// lastCased is past the last code point that has an upper or lower case; a test holds it so.
const lastCased = 0x1FFFF

// foldingRunes lists the code points that have another one equal to them.
var foldingRunes = sync.OnceValue(func() []rune {
	var chars []rune
	for char := rune(0); char <= lastCased; char++ {
		if unicode.SimpleFold(char) != char {
			chars = append(chars, char)
		}
	}
	return chars
})
