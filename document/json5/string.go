package json5

import (
	"strconv"
	"unicode/utf8"
)

// escapes are the characters behind a backslash that stand for others (section 5.1).
var escapes = map[byte]byte{'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v'}

// quoted reads a string, whose first byte is its quote.
func (p *parser) quoted() (string, error) {
	quote := p.peek()
	p.at++
	var s []byte
	for p.at < len(p.text) {
		c := p.text[p.at]
		switch {
		case c == quote:
			p.at++
			return string(s), nil
		case c == '\\':
			r, ok, err := p.escape()
			if err != nil {
				return "", err
			}
			if ok {
				s = utf8.AppendRune(s, r)
			}
		case c == '\n' || c == '\r':
			return "", p.fail("the end of the string, or a backslash before the end of the line")
		default:
			s = append(s, c)
			p.at++
		}
	}
	return "", p.fail("the end of the string")
}

// escape reads what a backslash begins; ok is false for the end of a line, which is no part of the string.
func (p *parser) escape() (r rune, ok bool, err error) {
	p.at++
	if p.at == len(p.text) {
		return 0, false, p.fail("an escape sequence")
	}
	c := p.text[p.at]
	switch {
	case escapes[c] != 0:
		p.at++
		return rune(escapes[c]), true, nil
	case c == 'u':
		r, err = p.unicode()
		return r, true, err
	case c == 'x':
		p.at++
		r, err = p.hex(2)
		return r, true, err
	case c == '0':
		p.at++
		if next := p.peek(); '0' <= next && next <= '9' {
			return 0, false, p.fail(`no digit behind \0`)
		}
		return 0, true, nil
	case '1' <= c && c <= '9':
		return 0, false, p.fail("no digit behind a backslash")
	case c == '\r':
		p.at++
		if p.peek() == '\n' {
			p.at++
		}
		return 0, false, nil
	}
	r, n := utf8.DecodeRune(p.text[p.at:])
	p.at += n
	return r, !endsLine(r), nil
}

// unicode reads u and four digits, or what two of them make together.
func (p *parser) unicode() (rune, error) {
	start := p.at - 1
	p.at++
	r, err := p.hex(4)
	if err != nil || r < 0xd800 || r > 0xdfff {
		return r, err
	}
	if rest := p.text[p.at:]; r < 0xdc00 && len(rest) >= 6 && rest[0] == '\\' && rest[1] == 'u' {
		p.at += 2
		low, err := p.hex(4)
		if err != nil {
			return 0, err
		}
		if low >= 0xdc00 && low <= 0xdfff {
			return (r-0xd800)<<10 + (low - 0xdc00) + 0x10000, nil
		}
	}
	p.at = start
	return 0, p.fail("both halves of a surrogate pair")
}

// hex reads some hexadecimal digits.
func (p *parser) hex(digits int) (rune, error) {
	if rest := p.text[p.at:]; len(rest) >= digits {
		if n, err := strconv.ParseUint(string(rest[:digits]), 16, 32); err == nil {
			p.at += digits
			return rune(n), nil
		}
	}
	return 0, p.fail(strconv.Itoa(digits) + " hexadecimal digits")
}
