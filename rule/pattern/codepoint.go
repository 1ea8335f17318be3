package pattern

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// unicodeEscape reads what follows \u: four hexadecimal digits, two such escapes
// that are a surrogate pair, or a code point in braces (ECMA-262 section 22.2.1,
// RegExpUnicodeEscapeSequence). A surrogate without its other half is returned as it is.
func (p *parser) unicodeEscape() (rune, error) {
	if p.peek(1) == "{" {
		return p.bracedEscape()
	}
	lead, err := p.hex(4)
	if err != nil || lead < 0xD800 || lead > 0xDBFF || p.peek(2) != `\u` {
		return lead, err
	}
	start := p.pos
	p.pos += len(`\u`)
	if trail, err := p.hex(4); err == nil && 0xDC00 <= trail && trail <= 0xDFFF {
		return utf16.DecodeRune(lead, trail), nil
	}
	p.pos = start
	return lead, nil
}

func (p *parser) bracedEscape() (rune, error) {
	text, _, closed := strings.Cut(p.source[p.pos+1:], "}")
	code := uint64(0)
	if text == "" || !closed || !isHex(text) {
		return 0, p.wanted("hexadecimal digits in braces")
	}
	code, err := strconv.ParseUint(text, 16, 32)
	if err != nil || code > unicode.MaxRune {
		return 0, p.wrong(`\u{`+text+`}`, "a code point up to 10FFFF")
	}
	p.pos += len(text) + len("{}")
	return rune(code), nil
}

// hex reads exactly n hexadecimal digits.
func (p *parser) hex(n int) (rune, error) {
	text := p.peek(n)
	if len(text) < n || !isHex(text) {
		return 0, p.wanted(strconv.Itoa(n) + " hexadecimal digits")
	}
	p.pos += n
	code, err := strconv.ParseUint(text, 16, 32)
	return rune(code), err
}

func isHex(text string) bool {
	return strings.Trim(text, "0123456789abcdefABCDEF") == ""
}
