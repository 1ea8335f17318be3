package format

import "golang.org/x/text/unicode/bidi"

// Sets of bidirectional classes that RFC 5893, section 2, speaks of.
const (
	rightToLeft = 1<<bidi.R | 1<<bidi.AL
	neutral     = 1<<bidi.EN | 1<<bidi.ES | 1<<bidi.CS | 1<<bidi.ET | 1<<bidi.ON | 1<<bidi.BN | 1<<bidi.NSM

	inRTLLabel   = rightToLeft | 1<<bidi.AN | neutral
	endsRTLLabel = rightToLeft | 1<<bidi.AN | 1<<bidi.EN
	inLTRLabel   = 1<<bidi.L | neutral
	endsLTRLabel = 1<<bidi.L | 1<<bidi.EN
)

// obeyBidi reports whether the labels of a domain name obey the Bidi rule of
// RFC 5893, section 2. It binds all labels as soon as one of them has a
// character that is written from right to left, or an Arabic number.
func obeyBidi(labels []string) bool {
	var seen uint
	for _, label := range labels {
		_, _, classes := scanBidi(label)
		seen |= classes
	}
	if seen&(rightToLeft|1<<bidi.AN) == 0 {
		return true
	}
	for _, label := range labels {
		if !isBidiLabel(label) {
			return false
		}
	}
	return true
}

// isBidiLabel reports whether one label obeys the six conditions of the rule.
func isBidiLabel(label string) bool {
	first, last, seen := scanBidi(label)
	switch {
	case first&rightToLeft != 0:
		const numbers = 1<<bidi.EN | 1<<bidi.AN
		return seen&^inRTLLabel == 0 && last&endsRTLLabel != 0 && seen&numbers != numbers
	case first == 1<<bidi.L:
		return seen&^inLTRLabel == 0 && last&endsLTRLabel != 0
	}
	return false
}

// scanBidi returns, each as a set, the class of the first character of a label,
// that of the last which is no mark (NSM), and those of all.
func scanBidi(label string) (first, last, seen uint) {
	for _, r := range label {
		properties, _ := bidi.LookupRune(r)
		class := uint(1) << properties.Class()
		if first == 0 {
			first = class
		}
		if class != 1<<bidi.NSM {
			last = class
		}
		seen |= class
	}
	return first, last, seen
}
