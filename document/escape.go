package document

import (
	"encoding/binary"
	"math"
	"unicode/utf8"
)

// prefix is the room before an unescaped string for its place in the text.
const prefix = 8

// unescape reads the rest of a string that is not plain: text[start:i] is plain content and
// text[i] a backslash. It appends the string to the arena without its escapes, behind a
// prefix of offset and length in the text, and returns the offset of the closing quote.
func (x *indexer) unescape(start, i int) (end, at, length int, isWide bool) {
	b := x.text
	if len(x.arena) == 0 {
		x.arena = append(x.arena, b...)
	}
	if len(x.arena)+len(b)-start > math.MaxUint32 {
		return x.fail(start-1, "less than 4 GiB of text with escapes"), 0, 0, false
	}
	a := append(x.arena, 0, 0, 0, 0, 0, 0, 0, 0)
	at = len(a)
	a = append(a, b[start:i]...)
	for {
		if i >= len(b) {
			return x.fail(i, "a closing quote"), 0, 0, false
		}
		from := i
		switch c := b[i]; {
		case c == '"':
			binary.LittleEndian.PutUint32(a[at-8:], uint32(start))
			binary.LittleEndian.PutUint32(a[at-4:], uint32(i-start))
			x.arena = a
			return i, at, len(a) - at, isWide
		case c == '\\':
			var r rune
			if r, i = x.escape(i); i < 0 {
				return i, 0, 0, false
			}
			isWide = isWide || r >= utf8.RuneSelf
			a = utf8.AppendRune(a, r)
			continue
		case c < ' ':
			return x.fail(i, "no control character within a string"), 0, 0, false
		case c >= utf8.RuneSelf:
			var ok bool
			if i, ok = wide(b, i); !ok {
				return x.fail(i, "UTF-8"), 0, 0, false
			}
			isWide = true
		default:
			i = plain(b, i)
		}
		a = append(a, b[from:i]...)
	}
}

// simpleEscapes gives the character of each escape of one letter.
var simpleEscapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escape reads the escape sequence at i and returns its character and the offset behind it.
func (x *indexer) escape(i int) (rune, int) {
	b := x.text
	if i+1 >= len(b) {
		return 0, x.fail(i+1, "an escape sequence")
	}
	if b[i+1] != 'u' {
		c := simpleEscapes[b[i+1]]
		if c == 0 {
			return 0, x.fail(i+1, `one of " \ / b f n r t u after a backslash`)
		}
		return rune(c), i + 2
	}
	r := hex4(b, i+2)
	switch {
	case r < 0:
		return 0, x.fail(i+2, "four hexadecimal digits")
	case r < 0xd800 || r > 0xdfff:
		return r, i + 6
	case r < 0xdc00 && i+7 < len(b) && b[i+6] == '\\' && b[i+7] == 'u':
		if low := hex4(b, i+8); low >= 0xdc00 && low <= 0xdfff {
			return (r-0xd800)<<10 + (low - 0xdc00) + 0x10000, i + 12
		}
	}
	return 0, x.fail(i, "both halves of a surrogate pair")
}

// hex4 reads four hexadecimal digits at i; it is -1 where there are none.
func hex4(b []byte, i int) rune {
	if len(b)-i < 4 {
		return -1
	}
	var r rune
	for _, c := range b[i : i+4] {
		switch {
		case c-'0' <= 9:
			r = r<<4 | rune(c-'0')
		case c|0x20-'a' <= 5:
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return -1
		}
	}
	return r
}
