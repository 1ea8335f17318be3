package pattern

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// foreign says what to write instead of escapes that other engines have.
var foreign = map[byte]string{
	'A': "^", 'Z': "$", 'z': "$", 'a': `\x07`, 'e': `\x1B`, 'h': `[ \t]`, 'R': `(?:\r\n|[\n\r\u2028\u2029])`, 'Q': "each character escaped",
}

// controls are the control escapes of ECMA-262 table 65.
var controls = map[rune]rune{'t': '\t', 'n': '\n', 'v': '\v', 'f': '\f', 'r': '\r'}

// escape reads an escape outside of a class: ECMA-262 section 22.2.1, AtomEscape,
// and the assertions \b and \B.
func (p *parser) escape() (item node, repeatable bool, err error) {
	start := p.pos
	word := words
	if p.flags.ignoreCase {
		word = foldedWords
	}
	switch {
	case p.take(`\b`):
		return &edge{wordEdge, word}, false, nil
	case p.take(`\B`):
		return &edge{notWordEdge, word}, false, nil
	case p.take(`\k`):
		if !p.take("<") {
			return nil, false, p.wanted(`"<" and a group's name`)
		}
		name, err := p.name()
		return p.refer(0, name, start), true, err
	}
	if digit := strings.TrimLeft(p.peek(2), `\`); digit >= "1" && digit <= "9" {
		p.pos++
		digits := p.source[p.pos:]
		digits = digits[:len(digits)-len(strings.TrimLeft(digits, "0123456789"))]
		p.pos += len(digits)
		index, _ := count(digits)
		return p.refer(index, "", start), true, nil
	}
	if set, ok, err := p.setEscape(); ok || err != nil {
		return p.set(set), true, err
	}
	char, err := p.charEscape()
	return p.char(char), true, err
}

func (p *parser) refer(index int, name string, offset int) node {
	ref := &backreference{index}
	p.references = append(p.references, reference{ref, name, offset})
	if p.flags.ignoreCase {
		p.cannot(offset, "a back reference that ignores case")
	}
	return ref
}

// cannot notes the first thing that is right but out of reach.
func (p *parser) cannot(offset int, feature string) {
	if p.unsupported == nil {
		p.unsupported = &UnsupportedError{p.source, offset, feature}
	}
}

// setEscape reads an escape that stands for a set, in a class or outside:
// ECMA-262 section 22.2.1, CharacterClassEscape. If it is another escape, ok is false.
func (p *parser) setEscape() (set runeSet, ok bool, err error) {
	word := words
	if p.flags.ignoreCase {
		word = foldedWords
	}
	switch {
	case p.take(`\d`):
		return digits, true, nil
	case p.take(`\D`):
		return digits.complement(), true, nil
	case p.take(`\s`):
		return spaces, true, nil
	case p.take(`\S`):
		return spaces.complement(), true, nil
	case p.take(`\w`):
		return word, true, nil
	case p.take(`\W`):
		return word.complement(), true, nil
	case p.take(`\p`):
		set, err = p.property()
		return set, true, err
	case p.take(`\P`):
		set, err = p.property()
		return set.complement(), true, err
	}
	return nil, false, nil
}

// property reads the braces of \p{...}.
func (p *parser) property() (runeSet, error) {
	start := p.pos - len(`\p`)
	end := strings.IndexByte(p.source[p.pos:], '}')
	if p.peek(1) != "{" || end < 0 {
		return nil, p.wanted("a property in braces, as in {L} or {Script=Greek}")
	}
	expression := p.source[p.pos+1 : p.pos+end]
	set, ok, known := propertySet(expression)
	if !known {
		wanted := "a general category, Script= and a script, or a binary property of ECMA-262"
		if _, isScript := scriptSet(expression); isScript {
			wanted = "Script=" + expression
		}
		return nil, p.wrong(fmt.Sprintf("the property %q", expression), wanted)
	}
	p.pos += end + 1
	if !ok {
		p.cannot(start, p.source[start:p.pos])
	}
	return set, nil
}

// charEscape reads an escape that stands for one code point: ECMA-262
// section 22.2.1, CharacterEscape, with annex B's identity escapes save for letters and digits:
// to other engines a backslash and a letter is something else.
func (p *parser) charEscape() (rune, error) {
	start := p.pos
	p.pos++
	if p.pos >= len(p.source) {
		return 0, p.wanted("a character after the backslash")
	}
	char, size := utf8.DecodeRuneInString(p.source[p.pos:])
	p.pos += size
	if control, ok := controls[char]; ok {
		return control, nil
	}
	switch char {
	case 'c':
		return p.controlEscape()
	case 'x':
		return p.hex(2)
	case 'u':
		return p.unicodeEscape()
	case '0':
		if next := p.peek(1); next >= "0" && next <= "9" {
			return 0, p.wanted(`no digit after \0: \x and two hexadecimal digits instead of an octal escape`)
		}
		return 0, nil
	}
	if !isASCIILetterOrDigit(char) {
		return char, nil
	}
	p.pos = start
	wanted := "an escape of ECMA-262"
	if instead, ok := foreign[byte(char)]; ok {
		wanted = instead
	}
	return 0, p.wrong(`\`+string(char), wanted)
}

func isASCIILetterOrDigit(char rune) bool {
	return 'a' <= char && char <= 'z' || 'A' <= char && char <= 'Z' || '0' <= char && char <= '9'
}

// controlEscape reads the letter of \cX.
func (p *parser) controlEscape() (rune, error) {
	letter := p.peek(1)
	if letter == "" || !isASCIILetterOrDigit(rune(letter[0])) || letter <= "9" {
		return 0, p.wanted(`a letter from a to z after \c`)
	}
	p.pos++
	return rune(letter[0] % 32), nil
}
