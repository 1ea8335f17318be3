package format

import "strings"

const (
	// maxName is the longest domain name in text: RFC 1034, section 3.1, allows
	// 255 octets on the wire, two of which the text does not show.
	maxName = 253
	// maxLabel is the longest label of a domain name (RFC 1034, section 3.1).
	maxLabel = 63
)

// Hostname reports whether s is a host name by RFC 1123, section 2.1: labels of
// letters, digits and inner hyphens, without a root dot. A label that
// starts with "xn--" must be an A-label (RFC 5890, section 2.3.2.1), and a name
// with such labels must obey the rules of IDNHostname. A name of numbers alone,
// such as 127.0.0.1, has the syntax of a host name and is accepted.
func Hostname(s string) bool {
	aLabels, ok := readName(s)
	return ok && (!aLabels || internationalName(s))
}

// readName reports whether s is a domain name of letters, digits and hyphens
// alone, and whether some label of it starts with "xn--".
func readName(s string) (aLabels, ok bool) {
	if len(s) > maxName {
		return false, false
	}
	for {
		label, rest, more := strings.Cut(s, ".")
		if !isLDHLabel(label) {
			return false, false
		}
		aLabels = aLabels || hasACEPrefix(label)
		if !more {
			return aLabels, true
		}
		s = rest
	}
}

// isLDHLabel reports whether s is a label of up to 63 letters, digits and
// hyphens that neither starts nor ends with a hyphen (RFC 5890, section 2.3.1).
func isLDHLabel(s string) bool {
	if s == "" || len(s) > maxLabel || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if !isLetter(s[i]) && !isDigit(s[i]) && s[i] != '-' {
			return false
		}
	}
	return true
}

// hasACEPrefix reports whether s starts with "xn--" in either case.
func hasACEPrefix(s string) bool {
	return len(s) >= 4 && s[0]|0x20 == 'x' && s[1]|0x20 == 'n' && s[2:4] == "--"
}
