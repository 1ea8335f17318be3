package format

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// contextHolds reports whether label[i] is one of the characters that RFC 5892
// allows in some places only, and stands at such a place (appendix A).
func contextHolds(label []rune, i int) bool {
	before, after := rune(-1), rune(-1)
	if i > 0 {
		before = label[i-1]
	}
	if i+1 < len(label) {
		after = label[i+1]
	}
	switch r := label[i]; {
	case r == 0x200C: // A.1, ZERO WIDTH NON-JOINER
		return isVirama(before) || breaksJoin(label, i)
	case r == 0x200D: // A.2, ZERO WIDTH JOINER
		return isVirama(before)
	case r == 0x00B7: // A.3, MIDDLE DOT
		return before == 'l' && after == 'l'
	case r == 0x0375: // A.4, GREEK LOWER NUMERAL SIGN (KERAIA)
		return unicode.Is(unicode.Greek, after)
	case r == 0x05F3 || r == 0x05F4: // A.5 and A.6, HEBREW PUNCTUATION GERESH, GERSHAYIM
		return unicode.Is(unicode.Hebrew, before)
	case r == 0x30FB: // A.7, KATAKANA MIDDLE DOT
		return slices.ContainsFunc(label, isJapanese)
	case isArabicIndic(r): // A.8
		return !slices.ContainsFunc(label, isExtendedArabicIndic)
	case isExtendedArabicIndic(r): // A.9
		return !slices.ContainsFunc(label, isArabicIndic)
	}
	return false
}

func isJapanese(r rune) bool {
	return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han)
}

// isVirama reports whether r has the canonical combining class 9. r may be
// negative, for no character.
func isVirama(r rune) bool {
	const virama = 9
	return r >= 0 && norm.NFC.PropertiesString(string(r)).CCC() == virama
}

// breaksJoin reports whether label[i] stands between two characters that would
// join with each other, transparent ones left aside (RFC 5892, appendix A.1).
func breaksJoin(label []rune, i int) bool {
	left, right := i-1, i+1
	for left >= 0 && isTransparent(label[left]) {
		left--
	}
	for right < len(label) && isTransparent(label[right]) {
		right++
	}
	return left >= 0 && unicode.In(label[left], joinsLeft, joinsBoth) &&
		right < len(label) && unicode.In(label[right], joinsRight, joinsBoth)
}

// isTransparent reports whether r has the joining type T. Of what a label may
// hold, this is so for the marks without width and for ADLAM NASALIZATION MARK,
// which Unicode counts as a letter.
func isTransparent(r rune) bool { return unicode.Is(unicode.Mn, r) || r == 0x1E94B }
