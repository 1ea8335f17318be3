package redact

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Stand-ins are told from all else by their looks: a long one by its first word and the syllables behind it, a short one by being of three
// letters, and those of formats by a beginning that nobody's has.
const (
	firstWord = "redacted-"
	short     = 16 // characters of which a stand-in has room for a first word and enough behind it
	fewest    = "xyz"
	firsts    = "bdfgklmnprst"
	seconds   = "aeio"
)

var (
	longStandIn = regexp.MustCompile(`^` + firstWord + `(?:[` + firsts + `][` + seconds + `])*[` + firsts + `]?$`)
	uuidStandIn = regexp.MustCompile(`^00000000-0000-4000-8000-[0-9a-f]{12}$`)
	hexStandIn  = regexp.MustCompile(`^0{24,}[0-9a-f]{8}$`)
	uuid        = regexp.MustCompile(`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`)
	longHex     = regexp.MustCompile(`^[0-9a-fA-F]{32,}$`)
	digitsAlone = regexp.MustCompile(`^[0-9][0-9 -]*$`)
	moment      = regexp.MustCompile(`^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?)?$`)
	timeOfDay   = regexp.MustCompile(`^\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?$`)
	email       = regexp.MustCompile(`^[^@\s/:]+@[^@\s/:]+\.[^@\s/:]+$`)
	ipv4        = regexp.MustCompile(`^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$`)
	number      = regexp.MustCompile(`^-?\d+(?:\.\d+)?$`)
)

// publicSchemes are those of URLs that tell nothing.
var publicSchemes = []string{"http", "https", "ws", "wss", "ftp"}

// isStandIn reports whether a text is what standIn gives.
func isStandIn(text string) bool {
	return len(text) < short && strings.Trim(text, fewest) == "" || longStandIn.MatchString(text) ||
		uuidStandIn.MatchString(text) || hexStandIn.MatchString(text)
}

// standIn takes the place of a text: of the same length, and the same format where it is of one that tokens have.
func (r *Redactor) standIn(text string) string {
	sum := r.sum(text)
	switch {
	case isStandIn(text):
		return text
	case uuid.MatchString(text):
		return "00000000-0000-4000-8000-" + hex.EncodeToString(sum[:6])
	case longHex.MatchString(text):
		return strings.Repeat("0", len(text)-8) + hex.EncodeToString(sum[:4])
	case digitsAlone.MatchString(text):
		return ones(text)
	}
	return r.letters(text, utf8.RuneCountInString(text))
}

// letters takes the place of a text in so many characters.
func (r *Redactor) letters(text string, n int) string {
	sum := r.sum(text)
	b := make([]byte, 0, n)
	if n < short {
		for i := range n {
			b = append(b, fewest[sum[i]%3])
		}
		return string(b)
	}
	b = append(b, firstWord...)
	for i := 0; len(b) < n; i++ {
		c := sum[i%len(sum)]
		b = append(b, firsts[int(c)%len(firsts)], seconds[int(c)/len(firsts)%len(seconds)])
	}
	return string(b[:n])
}

// sum is the same for equal texts, and tells nobody what they are who has not the key.
func (r *Redactor) sum(text string) []byte {
	h := hmac.New(sha256.New, r.options.Key)
	_, _ = h.Write([]byte(text)) // a hash takes everything
	return h.Sum(nil)
}

// ones has a one for each digit of a text. Zeros would not be numbers, where they come first.
func ones(text string) string {
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return '1'
		}
		return c
	}, text)
}

// placeholder takes the place of any value that is text, and is of its format as far as it is known.
func (r *Redactor) placeholder(text string) string {
	switch {
	case isStandIn(text), text == "true", text == "false", text == "null":
		return text // there are too few of them to hide one
	case moment.MatchString(text):
		return "2000-01-01" + strings.ReplaceAll(ones(text[10:]), "1", "0")
	case timeOfDay.MatchString(text):
		return strings.ReplaceAll(ones(text), "1", "0")
	case ipv4.MatchString(text):
		return "192.0.2.1" // of documentation (RFC 5737)
	case number.MatchString(text):
		return ones(text)
	case email.MatchString(text):
		local, _, _ := strings.Cut(text, "@")
		return r.standIn(local) + "@example.com"
	case strings.Contains(text, "://") && !strings.ContainsAny(text, " \t\r\n"):
		if scheme, rest, _ := strings.Cut(text, "://"); slices.Contains(publicSchemes, strings.ToLower(scheme)) {
			return scheme + "://example.com/" + r.standIn(strings.TrimPrefix(rest, "example.com/"))
		}
	}
	return r.standIn(text)
}
