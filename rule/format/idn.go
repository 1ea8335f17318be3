package format

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// wideDots are the characters that stand for a dot between labels besides
// U+002E, when a name is read (RFC 3490, section 3.1).
const wideDots = "\u3002\uff0e\uff61"

// IDNHostname reports whether s is a host name by Hostname, or one with
// internationalized labels (RFC 5890, section 2.3.2.3). Each such label must be a
// U-label or an A-label, all labels must obey the Bidi rule of RFC 5893 where
// one is written from right to left, and the limits of 63 and 253 octets hold
// for the name that is written in A-labels.
func IDNHostname(s string) bool {
	if isASCII(s) {
		return Hostname(s)
	}
	// Every character takes at least one octet of an A-label. The limit keeps
	// the work on a long text small.
	if len(s) > maxName*utf8.UTFMax || !utf8.ValidString(s) {
		return false
	}
	for _, dot := range wideDots {
		s = strings.ReplaceAll(s, string(dot), ".")
	}
	return internationalName(s)
}

// internationalName reports whether s is a domain name of labels in ASCII,
// A-labels and U-labels.
func internationalName(s string) bool {
	labels := strings.Split(s, ".")
	size := len(labels) - 1
	for i, label := range labels {
		wide, ascii, ok := readLabel(label)
		if !ok {
			return false
		}
		labels[i] = wide
		size += len(ascii)
	}
	return size <= maxName && obeyBidi(labels)
}

// readLabel returns both forms of a label: the one with all characters, and the
// one in ASCII. ok is false for a label that is neither a U-label, nor an
// A-label, nor letters, digits and hyphens without the prefix "xn--".
func readLabel(label string) (wide, ascii string, ok bool) {
	if !isASCII(label) {
		ascii, ok = toALabel(label)
		return label, ascii, ok
	}
	if !isLDHLabel(label) {
		return "", "", false
	}
	if !hasACEPrefix(label) {
		return label, label, true
	}
	label = strings.ToLower(label)
	wide, err := idna.Punycode.ToUnicode(label)
	if err != nil {
		return "", "", false
	}
	// RFC 5891, section 5.4: an A-label is what its U-label is turned into.
	ascii, ok = toALabel(wide)
	return wide, ascii, ok && ascii == label
}

// newRegistration returns a profile that looks at normalization, Unicode's
// mappings and lengths. It leaves out what the library does not do as the RFCs
// ask: hyphens, which it counts in bytes, and joiners. A variable would link the
// library's tables into every program that imports this package.
func newRegistration() *idna.Profile {
	return idna.New(
		idna.ValidateForRegistration(),
		idna.CheckHyphens(false),
		idna.CheckJoiners(false),
	)
}

// toALabel turns a U-label into its A-label (RFC 5891, section 4). ok is false
// where the label is none.
func toALabel(label string) (ascii string, ok bool) {
	chars := []rune(label)
	if isASCII(label) || !validHyphens(chars) || unicode.Is(unicode.M, chars[0]) || !validCodePoints(chars) {
		return "", false
	}
	ascii, err := newRegistration().ToASCII(label)
	return ascii, err == nil
}

// validHyphens reports whether a label has no hyphen at its ends, and not two
// in the third and fourth place (RFC 5891, section 4.2.3.1).
func validHyphens(label []rune) bool {
	n := len(label)
	if label[0] == '-' || label[n-1] == '-' {
		return false
	}
	return n < 4 || label[2] != '-' || label[3] != '-'
}
