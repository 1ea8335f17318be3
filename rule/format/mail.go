package format

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxLocalPart is the longest local part (RFC 5321, section 4.5.3.1.1).
const maxLocalPart = 64

// Email reports whether s is a Mailbox of RFC 5321, section 4.1.2: a dot-string
// or a quoted string, and a domain or an address literal. A domain is judged as
// letters, digits and hyphens only, since that grammar knows no A-labels.
func Email(s string) bool {
	n := localPart(s, false)
	return isLocalSize(s, n) && mailDomain(s[n+1:])
}

// IDNEmail reports whether s is a Mailbox of RFC 6531, section 3.3: that of
// Email, where the local part may hold any characters beyond ASCII, and labels
// of the domain may be U-labels. A domain that is not in Unicode's form NFC is
// brought there first, as RFC 5891, section 5.2, asks of those who look it up.
func IDNEmail(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	n := localPart(s, true)
	if !isLocalSize(s, n) {
		return false
	}
	domain := s[n+1:]
	if isASCII(domain) {
		return mailDomain(domain)
	}
	// Mail knows no other dot than U+002E.
	if strings.ContainsAny(domain, wideDots) {
		return false
	}
	return IDNHostname(norm.NFC.String(domain))
}

// isLocalSize reports whether the first n bytes of s can be a local part: there
// are some, not too many, and an at sign follows.
func isLocalSize(s string, n int) bool {
	return 0 < n && n <= maxLocalPart && n < len(s) && s[n] == '@'
}

// localPart returns the size of the local part that s starts with, or 0. wide
// allows characters beyond ASCII (RFC 6531, section 3.3).
func localPart(s string, wide bool) int {
	if s != "" && s[0] == '"' {
		return quotedString(s, wide)
	}
	n := 0
	for {
		start := n
		for n < len(s) && (atextBytes[s[n]] || wide && s[n] >= utf8.RuneSelf) {
			n++
		}
		if n == start {
			return 0
		}
		if n == len(s) || s[n] != '.' {
			return n
		}
		n++
	}
}

// quotedString returns the size of the Quoted-string that s starts with, or 0.
func quotedString(s string, wide bool) int {
	for n := 1; n < len(s); n++ {
		switch c := s[n]; {
		case c == '"':
			return n + 1
		case c == '\\':
			// A backslash takes along one character of ASCII that prints.
			n++
			if n == len(s) || !isPrintable(s[n]) {
				return 0
			}
		case !isPrintable(c) && (!wide || c < utf8.RuneSelf):
			return 0
		}
	}
	return 0
}

// isPrintable reports whether c is a blank or a visible character of ASCII.
func isPrintable(c byte) bool { return ' ' <= c && c <= '~' }

// atextBytes are the atext of RFC 5322, section 3.2.3.
var atextBytes = setOf(alphanumeric + "!#$%&'*+-/=?^_`{|}~")

// mailDomain reports whether s can follow the at sign: a domain, or an address
// literal in brackets (RFC 5321, sections 4.1.2 and 4.1.3).
func mailDomain(s string) bool {
	if s != "" && s[0] == '[' {
		return s[len(s)-1] == ']' && addressLiteral(s[1:len(s)-1])
	}
	_, ok := readName(s)
	return ok
}

// addressLiteral reports whether s is an address of RFC 5321, section 4.1.3. Its
// numbers may have leading zeros there, and "::" stands for at least two groups.
// Other tags than IPv6 would have to be registered, and none is.
func addressLiteral(s string) bool {
	const tag = "IPv6:"
	if len(s) >= len(tag) && strings.EqualFold(s[:len(tag)], tag) {
		return groups(s[len(tag):], 2, true)
	}
	return dottedQuad(s, true)
}
