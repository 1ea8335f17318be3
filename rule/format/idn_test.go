package format

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

func TestHostname(t *testing.T) {
	label := strings.Repeat("a", 63)
	verdicts(t, "hostname",
		[]string{"a", "A.b", "1.2.3.4", "a--b", "ab--cd", label, label + "." + label + "." + label + "." + strings.Repeat("b", 61),
			"XN--9N2BP8Q", "xn--bcher-kva.example", "xn", "xn--4db.example"},
		[]string{"", ".", "a.", ".a", "a..b", "-a", "a-", "a_b", "a b", "ü", label + "a", label + "." + label + "." + label + "." + strings.Repeat("b", 62),
			"xn-", "xn--", "xn--a", "xn--bcher-kvb", "a.xn--99999999", "0a.xn--4db", "xn--a-0000000"})
}

func TestIDNHostname(t *testing.T) {
	verdicts(t, "idn-hostname",
		[]string{"bücher.example", "xn--bcher-kva", "ü。ö．ä｡a", "straße", "ü--a", "aü-b--c", "א.a", "ab--cd.ü"},
		[]string{"Bücher", "bu\u0308cher", "xn--bcher-kva.-ü", "ü-", "-ü", "üü--a", "\u0308a", "ü_a", "ü a", "ü\xff", "\ufffd", "☃", "a☃", "ａ",
			"0.א", "a-.א", "א.a-", "אa", "א1٢", "ü..a", "ü.", "。", strings.Repeat("ü", 64), strings.Repeat("ü.", 130) + "a"})
}

// TestContextRules covers appendix A of RFC 5892 beyond the official suite.
func TestContextRules(t *testing.T) {
	verdicts(t, "idn-hostname",
		[]string{"l·l·l", "α͵β", "א״", "ア・ー", "々・", "ب٠١", "ب۰۱", "\u0628\u200c\u0628", "\u0628\u064b\u200c\u064b\u0628", "क्\u200d", "\u0628\u200c\u0627"},
		[]string{"l·l·", "a·a", "͵α·", "α͵a", "״א", "a・b", "ب٠۰", "\u0628\u200c", "\u200c\u0628", "\u0627\u200c\u0628", "\u0628\u200c\u05d0", "\u0628\u200c\u200c\u0628",
			"\u0628\u200d\u0628", "क\u200c", "\u0628\u200c\u064b"})
}

// TestCodePointClasses has code points of each clause of RFC 5892, section 2,
// with the property that appendix B.1 gives them.
func TestCodePointClasses(t *testing.T) {
	for property, points := range map[bool][]rune{
		true: {0xE0, 0xDF, 0x3C2, 0x6FD, 0xF0B, 0x3007, 0x13A0, 0x16A0, 0x1E01, 0x4E00, 0xAC00, 0x0300, 0x0966, 0x10300},
		false: {0xD7, 0xC0, 0x034F, 0x0640, 0x10A0, 0x1100, 0x115F, 0x180B, 0x19DA, 0x1F80, 0x2028, 0x20D0, 0x2160, 0x2603,
			0x3031, 0x302E, 0xA960, 0xD7B0, 0xE000, 0xFB01, 0xFDD0, 0xFE0F, 0xFF41, 0x1D165, 0x1D242, 0x1F600, 0xE0100},
	} {
		for _, r := range points {
			if _, got := toALabel(around(r)); got != property {
				t.Errorf("%U: allowed is %v, want %v", r, got, property)
			}
		}
	}
}

// TestStable compares what toALabel takes from the library's mapping table with
// RFC 5892, section 2.2, worked out from normalization and case folding, for
// every assigned code point.
func TestStable(t *testing.T) {
	fold := cases.Fold()
	stable := func(r rune) bool {
		if 0x13A0 <= r && r <= 0x13F5 {
			// In Cherokee the small letters fold to the capitals, which were
			// there first (CaseFolding.txt); the library folds them back.
			return true
		}
		return norm.NFKC.String(fold.String(norm.NFKC.String(string(r)))) == string(r)
	}
	shown := 0
	for r := rune(0x80); r <= unicode.MaxRune && shown < 20; r++ {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cf) || isContextual(r) {
			continue
		}
		want := isProtocolValid(r)
		if r != 0xDF && r != 0x3C2 { // section 2.6 has them before section 2.2
			want = want && stable(r)
		}
		if _, got := toALabel(around(r)); got != want {
			t.Errorf("%U: allowed is %v, want %v", r, got, want)
			shown++
		}
	}
}

// around puts a character into a label where neither the Bidi rule nor Unicode's
// form NFC nor the ban on a mark at the start can matter.
func around(r rune) string {
	if label := "\u4E00" + string(r) + "\u4E00"; isBidiLabel(label) {
		return label
	}
	return "\u0628" + string(r) + "\u0628"
}

// isContextual reports whether RFC 5892 makes r depend on its place.
func isContextual(r rune) bool {
	switch r {
	case 0x200C, 0x200D, 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB:
		return true
	}
	return isArabicIndic(r) || isExtendedArabicIndic(r)
}

// TestNonJoiner compares breaksJoin with the expression that RFC 5892,
// appendix A.1, gives, on all short strings of one character for each type.
func TestNonJoiner(t *testing.T) {
	const joiner = "\u200c"
	letters := []string{"\u0628", "\u0627", "\u05D0", "\u064B", "\uA872", joiner} // D, R, U, T, L
	before := regexp.MustCompile(`[\x{0628}\x{A872}]\x{064B}*$`)
	after := regexp.MustCompile(`^\x{064B}*[\x{0628}\x{0627}]`)
	sides := []string{""}
	for from, n := 0, 0; n < 3; n++ {
		end := len(sides)
		for _, side := range sides[from:end] {
			for _, letter := range letters {
				sides = append(sides, side+letter)
			}
		}
		from = end
	}
	for _, left := range sides {
		for _, right := range sides {
			want := before.MatchString(left) && after.MatchString(right)
			if got := breaksJoin([]rune(left+joiner+right), len([]rune(left))); got != want {
				t.Fatalf("%+q between %+q and %+q: allowed is %v, want %v", joiner, left, right, got, want)
			}
		}
	}
}
