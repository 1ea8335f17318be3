package format

import "unicode"

// validCodePoints reports whether all characters of a label beyond ASCII are
// allowed in a U-label by RFC 5892: by the class they are in, or by the rule for
// the place they stand at. That they are stable under Unicode's mappings
// (section 2.2) and assigned (section 2.10) is not asked here.
func validCodePoints(label []rune) bool {
	for i, r := range label {
		if r <= unicode.MaxASCII || isProtocolValid(r) {
			continue
		}
		if !contextHolds(label, i) {
			return false
		}
	}
	return true
}

// isProtocolValid reports whether r is PVALID by RFC 5892, section 3, if it is
// stable and assigned.
func isProtocolValid(r rune) bool {
	switch r { // the exceptions of section 2.6
	case 0x00DF, 0x03C2, 0x06FD, 0x06FE, 0x0F0B, 0x3007:
		return true
	case 0x0640, 0x07FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B:
		return false
	}
	return unicode.In(r, letterDigits...) &&
		!isArabicIndic(r) && !isExtendedArabicIndic(r) &&
		!unicode.In(r, ignorable...) &&
		!isConjoiningJamo(r)
}

// letterDigits are the general categories of RFC 5892, section 2.1.
var letterDigits = []*unicode.RangeTable{
	unicode.Ll, unicode.Lu, unicode.Lo, unicode.Nd, unicode.Lm, unicode.Mn, unicode.Mc,
}

// ignorable are the properties of RFC 5892, section 2.3, and the blocks of
// section 2.4.
var ignorable = []*unicode.RangeTable{
	unicode.Other_Default_Ignorable_Code_Point,
	unicode.Variation_Selector,
	unicode.White_Space,
	unicode.Noncharacter_Code_Point,
	{
		R16: []unicode.Range16{
			{Lo: 0x20D0, Hi: 0x20FF, Stride: 1}, // Combining Diacritical Marks for Symbols
		},
		R32: []unicode.Range32{
			{Lo: 0x1D100, Hi: 0x1D1FF, Stride: 1}, // Musical Symbols
			{Lo: 0x1D200, Hi: 0x1D24F, Stride: 1}, // Ancient Greek Musical Notation
		},
	},
}

// isConjoiningJamo reports whether r is of the Hangul syllable types L, V and T
// (RFC 5892, section 2.9).
func isConjoiningJamo(r rune) bool {
	return 0x1100 <= r && r <= 0x11FF || 0xA960 <= r && r <= 0xA97C || 0xD7B0 <= r && r <= 0xD7FB
}

func isArabicIndic(r rune) bool { return 0x0660 <= r && r <= 0x0669 }

func isExtendedArabicIndic(r rune) bool { return 0x06F0 <= r && r <= 0x06F9 }
