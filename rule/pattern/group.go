package pattern

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

const groupKinds = "one of (?: (?= (?! (?<= (?<! (?<name> or modifiers such as (?i:"

// group reads what begins with a left parenthesis. Its node is nil for flags that hold
// for all that follows.
func (p *parser) group() (item node, repeatable bool, err error) {
	start := p.pos
	switch {
	case !strings.HasPrefix(p.source[start:], "(?"):
		p.pos++
		item, err = p.capture("")
		return item, true, err
	case p.take("(?:"):
		item, err = p.body()
		return item, true, err
	case p.take("(?="):
		item, err = p.look(false, false)
		return item, true, err // annex B.1.2 lets a lookahead be repeated
	case p.take("(?!"):
		item, err = p.look(false, true)
		return item, true, err
	case p.take("(?<="):
		item, err = p.look(true, false)
		return item, false, err
	case p.take("(?<!"):
		item, err = p.look(true, true)
		return item, false, err
	case p.take("(?<"):
		name, err := p.name()
		if err != nil {
			return nil, false, err
		}
		item, err = p.capture(name)
		return item, true, err
	}
	return p.modifiers()
}

// body reads up to the right parenthesis and past it.
func (p *parser) body() (node, error) {
	outer := p.flags
	body, err := p.disjunction()
	p.flags = outer
	if err != nil {
		return nil, err
	}
	if !p.take(")") {
		return nil, p.wanted(`")"`)
	}
	return body, nil
}

func (p *parser) capture(name string) (node, error) {
	p.groups++
	index := p.groups
	if name != "" {
		if _, ok := p.names[name]; ok {
			return nil, p.wrong("a second group "+name, "each name once")
		}
		p.names[name] = index
	}
	body, err := p.body()
	return &group{index, body}, err
}

func (p *parser) look(behind, negative bool) (node, error) {
	body, err := p.body()
	return &look{body, behind, negative}, err
}

// modifiers reads (?ims-ims:...) of ECMA-262 edition 16, and (?i) where it is at
// the start of the pattern, so that all engines that have it agree on its reach.
func (p *parser) modifiers() (item node, repeatable bool, err error) {
	start := p.pos
	p.pos += len("(?")
	outer := p.flags
	add := p.modifierLetters()
	remove, signed := "", p.take("-")
	if signed {
		remove = p.modifierLetters()
	}
	end := p.peek(1)
	if twice := repeated(add + remove); twice != "" || (end != ":" && end != ")") || add+remove == "" {
		return nil, false, p.groupKindError(start)
	}
	p.flags.apply(add, true)
	p.flags.apply(remove, false)
	p.pos++
	if end == ":" {
		item, err = p.body()
		p.flags = outer
		return item, true, err
	}
	atStart := start == 0 || p.source[:start] == "^"
	if !p.inlineFlags || signed || !atStart {
		found := p.source[start:p.pos]
		p.pos = start
		return nil, false, p.wrong(found, "the modifiers with a colon and the text they hold for, as in (?i:...)")
	}
	return nil, false, nil
}

func (p *parser) modifierLetters() string {
	start := p.pos
	for p.pos < len(p.source) && strings.IndexByte("ims", p.source[p.pos]) >= 0 {
		p.pos++
	}
	return p.source[start:p.pos]
}

// repeated returns a letter that is in letters twice, or nothing.
func repeated(letters string) string {
	for i := range letters {
		if strings.IndexByte(letters[:i], letters[i]) >= 0 {
			return letters[i : i+1]
		}
	}
	return ""
}

func (f *flags) apply(letters string, on bool) {
	for _, letter := range letters {
		switch letter {
		case 'i':
			f.ignoreCase = on
		case 'm':
			f.multiline = on
		case 's':
			f.dotAll = on
		}
	}
}

// groupKindError says what begins with (? is none of ECMA-262's groups.
func (p *parser) groupKindError(start int) error {
	p.pos = start
	wanted := groupKinds
	switch p.peek(3) {
	case "(?P":
		wanted = `(?<name> for a named group and \k<name> for a reference to it`
	case "(?>":
		wanted = "no atomic group, as ECMA-262 has none"
	case "(?#":
		wanted = "no comment, as ECMA-262 has none"
	}
	_, size := utf8.DecodeRuneInString(p.source[min(start+2, len(p.source)):])
	return p.wrong(fmt.Sprintf("%q", p.peek(2+size)), wanted)
}

// name reads a group's name and the > after it (ECMA-262 section 22.2.1, GroupName).
func (p *parser) name() (string, error) {
	var name strings.Builder
	for !p.take(">") {
		at := p.pos
		char, err := p.nameChar()
		if err != nil {
			return "", err
		}
		if !nameCharAllowed(char, name.Len() == 0) {
			p.pos = at
			return "", p.wanted("a group's name, of letters, digits, _ and $, and > after it")
		}
		name.WriteRune(char)
	}
	if name.Len() == 0 {
		p.pos--
		return "", p.wanted("a group's name")
	}
	return name.String(), nil
}

func (p *parser) nameChar() (rune, error) {
	if p.take(`\u`) {
		return p.unicodeEscape()
	}
	char, size := utf8.DecodeRuneInString(p.source[p.pos:])
	p.pos += size
	return char, nil
}

func nameCharAllowed(char rune, first bool) bool {
	if char < utf8.RuneSelf {
		return char == '$' || words.has(char) && !(first && digits.has(char))
	}
	if idStart().has(char) {
		return true
	}
	return !first && (char == 0x200C || char == 0x200D || idContinue().has(char))
}
