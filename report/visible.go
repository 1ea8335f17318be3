package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// visible makes each character of s that does not print visible, line breaks included, so that text of a payload can
// neither steer a terminal nor begin a line.
func visible(s string) string {
	plain := func(r rune) bool { return r != utf8.RuneError && unicode.IsPrint(r) }
	if strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		text, n := glyph(s)
		b.WriteString(text)
		s = s[n:]
	}
	return b.String()
}

// Lines is text of several lines, as messages are, with all visible that does not print but line breaks and tabs. A line break is visible, too,
// where what follows it would be a command of a CI system (::error::, ##[error]): names of files and of members may have any character.
func Lines(s string) string {
	var b strings.Builder
	for i, line := range strings.Split(s, "\n") {
		start := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(start, "::") || strings.HasPrefix(start, "##"):
			b.WriteString("␊")
		case i > 0:
			b.WriteByte('\n')
		}
		for j, part := range strings.Split(line, "\t") {
			if j > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(visible(part))
		}
	}
	return b.String()
}

// glyph is how the first character of s is shown, and its length in s. Controls have pictures
// in Unicode; all else that does not print, such as marks that turn the direction of writing, is shown as an
// escape sequence.
func glyph(s string) (text string, n int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && n == 1:
		return fmt.Sprintf(`\x%02x`, s[0]), 1
	case r < ' ':
		return string('␀' + r), n
	case r == 0x7f:
		return "␡", n
	case unicode.IsPrint(r):
		return s[:n], n
	}
	return escape(r), n
}

// escape writes a character by its number.
func escape(r rune) string {
	switch {
	case r <= 0xff:
		return fmt.Sprintf(`\x%02x`, r)
	case r <= 0xffff:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}

// columns is how many columns of a terminal a printing character takes: none for a mark that combines with the one
// before it, two for what is wide (UAX 11), one for all else.
func columns(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
