package redact

import (
	"strings"
	"unicode"

	"github.com/assaykit/assay/capture/secret"
)

// text has stand-ins for what looks like a token in a text: for its words, or all of it where it looks like one still.
func (r *Redactor) text(text string) string { return r.words(text, false) }

// links is text in which URLs have stand-ins for all values of their queries.
func (r *Redactor) links(text string) string { return r.words(text, true) }

// ends and endsLink know what does not belong to a word, and to a URL.
func ends(c rune) bool     { return unicode.IsSpace(c) || strings.ContainsRune("\"'`()[]<>{},;", c) }
func endsLink(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("\"'`<>", c) }

func (r *Redactor) words(text string, links bool) string {
	if !secret.Looks(text) && !(links && strings.Contains(text, "?")) || isStandIn(text) {
		return text
	}
	var out, rest strings.Builder
	for left := text; left != ""; {
		n := strings.IndexFunc(left, ends)
		if n == 0 {
			n = len(left) - len(strings.TrimLeftFunc(left, ends))
			out.WriteString(left[:n])
			rest.WriteString(left[:n])
			left = left[n:]
			continue
		}
		if n < 0 {
			n = len(left)
		}
		if isLink(left[:n]) {
			if n = strings.IndexFunc(left, endsLink); n < 0 {
				n = len(left)
			}
			out.WriteString(r.link(left[:n], links))
			left = left[n:]
			continue // what is left of it may look like something signed
		}
		word := left[:n]
		left = left[n:]
		if secret.Looks(word) {
			word = r.standIn(word)
		}
		out.WriteString(word)
		rest.WriteString(word)
	}
	if secret.Looks(rest.String()) {
		return r.standIn(text)
	}
	return out.String()
}
