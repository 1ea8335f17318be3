package yaml

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/assaykit/assay/document"
	library "gopkg.in/yaml.v3"
)

// exchangeEscape appends the run of backslashes that text begins with, and what the last of them
// escapes as far as the library does not know it. It returns how many bytes of the text that is. Whether the
// run stands within double quotes is not known here, so what is exchanged can be undone.
func (s *source) exchangeEscape(fresh, text []byte) ([]byte, int) {
	n := 0
	for n < len(text) && text[n] == '\\' {
		n++
	}
	fresh = append(fresh, text[:n]...)
	if n%2 == 0 || n == len(text) {
		return fresh, n
	}
	switch {
	case text[n] == '/':
		return utf8.AppendRune(fresh[:len(fresh)-1], s.first), n
	case len(text) >= n+pairLength-1:
		if pair := string(text[n-1 : n-1+pairLength]); surrogates(pair) >= 0 {
			mark := string(s.first)
			return append(fresh[:len(fresh)-1], strings.ReplaceAll(pair, `\`, mark)...), n - 1 + pairLength
		}
	}
	return fresh, n
}

// pairLength is the length of two escapes that are one character.
const pairLength = len(`\ud83d\ude00`)

// surrogates reads two escapes that are one character, -1 where they are not.
func surrogates(pair string) rune {
	if pair[:2] != `\u` || pair[6:8] != `\u` {
		return -1
	}
	high, err := strconv.ParseUint(pair[2:6], 16, 16)
	if err != nil {
		return -1
	}
	low, err := strconv.ParseUint(pair[8:], 16, 16)
	if err != nil {
		return -1
	}
	if r := utf16.DecodeRune(rune(high), rune(low)); r != utf8.RuneError {
		return r
	}
	return -1
}

// restore gives a scalar's value the characters of the text again.
func (s *source) restore(n *library.Node) error {
	if s.first == 0 || !strings.ContainsFunc(n.Value, s.private) {
		return nil
	}
	var b strings.Builder
	mark := string(s.first)
	quoted := n.Style&(library.DoubleQuotedStyle|library.SingleQuotedStyle) != 0
	for i := 0; i < len(n.Value); {
		c, size := utf8.DecodeRuneInString(n.Value[i:])
		switch k := int(c - s.first); {
		case !s.private(c):
			b.WriteRune(c)
		case k == 0 && n.Style&library.DoubleQuotedStyle != 0:
			if n.Value[i+size] != '/' {
				size = pairLength + 2*(len(mark)-1)
				b.WriteRune(surrogates(strings.ReplaceAll(n.Value[i:i+size], mark, `\`)))
			}
		case k >= printable && !quoted:
			return unexpected(document.Position{Line: n.Line, Column: n.Column},
				fmt.Sprintf("a scalar with the character U+%04X", exchanged[k]), "such characters within quotes only")
		default:
			b.WriteRune(exchanged[k])
		}
		i += size
	}
	n.Value = b.String()
	return nil
}

// private is whether a character stands for another.
func (s *source) private(c rune) bool {
	return c >= s.first && c < s.first+rune(len(exchanged))
}
