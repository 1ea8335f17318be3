package secret

import (
	"strings"
	"unicode"
)

// Hidden stands in reports for what is shaped like a token.
const Hidden = "REDACTED"

// Segment is a segment of a path, a label of a host, or a name: itself, or [Hidden] where it looks like a token.
func Segment(text string) string {
	if Looks(text) {
		return Hidden
	}
	return text
}

// Pointer is a JSON Pointer (RFC 6901) with the names in it that look like tokens hidden.
func Pointer(pointer string) string {
	if len(pointer) < shortest {
		return pointer
	}
	tokens := strings.Split(pointer, "/")
	for i, t := range tokens {
		if Looks(strings.NewReplacer("~1", "/", "~0", "~").Replace(t)) {
			tokens[i] = Hidden
		}
	}
	return strings.Join(tokens, "/")
}

// Words is a text with each of its words hidden that looks like a token. What is in quotes or brackets is a word of its own.
func Words(text string) string {
	var b strings.Builder
	ends := func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("\"'`()[]<>,", c) }
	for text != "" {
		n := strings.IndexFunc(text, ends)
		if n < 0 {
			n = len(text)
		}
		b.WriteString(Segment(text[:n]))
		text = text[n:]
		n = strings.IndexFunc(text, func(c rune) bool { return !ends(c) })
		if n < 0 {
			n = len(text)
		}
		b.WriteString(text[:n])
		text = text[n:]
	}
	return b.String()
}
