package format

// IRI reports whether s is an IRI by RFC 3987, section 2.2: with a scheme, and
// with or without a fragment. Every URI is one. The characters that steer the
// direction of writing are refused, as section 4.1 demands.
func IRI(s string) bool { return iriGrammar.absolute(s) }

// IRIReference reports whether s is an IRI or a relative reference by RFC 3987,
// section 2.2. The empty string is one.
func IRIReference(s string) bool { return iriGrammar.reference(s) }

var iriGrammar = grammar{anywhere: isIRIChar, inQuery: isIRIQueryChar}

func isIRIChar(r rune) bool { return isUCSChar(r) && !isBidiFormatting(r) }

func isIRIQueryChar(r rune) bool { return isIRIChar(r) || isPrivateUse(r) }

// isUCSChar reports whether r is a ucschar of RFC 3987, section 2.2.
func isUCSChar(r rune) bool {
	switch {
	case r < 0x10000:
		return 0xA0 <= r && r <= 0xD7FF || 0xF900 <= r && r <= 0xFDCF || 0xFDF0 <= r && r <= 0xFFEF
	case r >= 0xE0000 && r < 0xE1000:
		// Tags and variation selectors are left out.
		return false
	}
	// The last two code points of each plane are no characters.
	return r < 0xF0000 && r&0xFFFF <= 0xFFFD
}

// isPrivateUse reports whether r is an iprivate of RFC 3987, section 2.2.
func isPrivateUse(r rune) bool {
	return 0xE000 <= r && r <= 0xF8FF || r >= 0xF0000 && r&0xFFFF <= 0xFFFD
}

// isBidiFormatting reports whether r is one of LRM, RLM, LRE, RLE, PDF, LRO and
// RLO (RFC 3987, section 4.1).
func isBidiFormatting(r rune) bool {
	return r == 0x200E || r == 0x200F || 0x202A <= r && r <= 0x202E
}
