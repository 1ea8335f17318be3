package json5

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// peek is the next byte, or 0 at the end.
func (p *parser) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

// found says what stands next.
func (p *parser) found() string {
	if p.at >= len(p.text) {
		if len(p.text) == 0 {
			return "an empty text"
		}
		return "the end of the text"
	}
	r, n := utf8.DecodeRune(p.text[p.at:])
	if r == utf8.RuneError && n == 1 {
		return "a byte that is none of it"
	}
	return strconv.QuoteRune(r)
}

// space passes over white space and comments (sections 7 and 8).
func (p *parser) space() error {
	for p.at < len(p.text) {
		rest := p.text[p.at:]
		switch {
		case bytes.HasPrefix(rest, []byte("//")):
			n := bytes.IndexFunc(rest, endsLine)
			if n < 0 {
				n = len(rest)
			}
			p.at += n
		case bytes.HasPrefix(rest, []byte("/*")):
			n := bytes.Index(rest[2:], []byte("*/"))
			if n < 0 {
				return p.here().Refuse("not JSON5: found a comment that does not end, wanted one that ends with */")
			}
			p.at += n + 4
		default:
			r, n := utf8.DecodeRune(rest)
			if !isSpace(r) {
				return nil
			}
			p.at += n
		}
	}
	return nil
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', '\u2028', '\u2029', '\ufeff':
		return true
	}
	return r >= utf8.RuneSelf && unicode.Is(unicode.Zs, r)
}

// endsLine reports whether a character ends a line, as ECMAScript has it.
func endsLine(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' }

// name reads a member's name: a string, or an identifier of ECMAScript 5.1 (sections 3 and 3.1).
func (p *parser) name() (string, error) {
	if c := p.peek(); c == '"' || c == '\'' {
		return p.quoted()
	}
	var name []byte
	for {
		r, n := utf8.DecodeRune(p.text[p.at:])
		if r == '\\' {
			start := p.at
			p.at++
			if p.peek() != 'u' {
				return "", p.fail("u and four hexadecimal digits")
			}
			var err error
			if r, err = p.unicode(); err != nil {
				return "", err
			}
			if n = 0; !startsName(r) && (len(name) == 0 || !inName(r)) {
				p.at = start
				return "", p.fail("the escape of a letter, $ or _")
			}
		} else if p.at == len(p.text) || !startsName(r) && (len(name) == 0 || !inName(r)) {
			break
		}
		p.at += n
		name = utf8.AppendRune(name, r)
	}
	if len(name) == 0 {
		return "", p.fail("a member name or }")
	}
	return string(name), nil
}

func startsName(r rune) bool {
	return r == '$' || r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r)
}

func inName(r rune) bool {
	return startsName(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc) || r == '\u200c' || r == '\u200d'
}
