package format

import "unicode/utf8"

// isDigit reports whether c is a DIGIT of the RFCs' ABNF. Digits of other
// scripts are none.
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isLetter reports whether c is an ALPHA of the RFCs' ABNF.
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// hexBytes are the HEXDIG of the RFCs' ABNF, of either case.
var hexBytes = setOf("0123456789abcdefABCDEF")

// byteSet tells which bytes are in a set, such as those that may stand for
// themselves in a component of a URI.
type byteSet [256]bool

// setOf returns the set of the bytes of chars.
func setOf(chars string) *byteSet {
	var set byteSet
	for i := 0; i < len(chars); i++ {
		set[chars[i]] = true
	}
	return &set
}

// holds reports whether all bytes of s are in the set.
func (set *byteSet) holds(s string) bool {
	for i := 0; i < len(s); i++ {
		if !set[s[i]] {
			return false
		}
	}
	return true
}

// digits counts the digits that s starts with.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// isPercentEncoded reports whether s starts with a percent sign and two
// hexadecimal digits (RFC 3986, section 2.1).
func isPercentEncoded(s string) bool {
	return len(s) >= 3 && s[0] == '%' && hexBytes[s[1]] && hexBytes[s[2]]
}

// isASCII reports whether s has no byte above 0x7F.
func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
