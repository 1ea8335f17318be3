package pattern

import "unicode/utf8"

// classAtom is what may stand at an end of a range: one code point, or a set such as \d.
type classAtom struct {
	set    runeSet
	single bool
}

// class reads a class in brackets: ECMA-262 section 22.2.1, CharacterClass.
// A set at an end of a range makes the hyphen stand for itself, as in annex B.1.2.
func (p *parser) class() (node, error) {
	start := p.pos
	p.pos++
	negated := p.take("^")
	ranges := []runeRange{}
	for !p.take("]") {
		from, err := p.classAtom(start)
		if err != nil {
			return nil, err
		}
		if hyphen := p.peek(2); len(hyphen) < 2 || hyphen[0] != '-' || hyphen[1] == ']' {
			ranges = append(ranges, from.set...)
			continue
		}
		at := p.pos
		p.pos++
		to, err := p.classAtom(start)
		if err != nil {
			return nil, err
		}
		if !from.single || !to.single {
			ranges = append(append(append(ranges, from.set...), to.set...), runeRange{'-', '-'})
			continue
		}
		if from.set[0].lo > to.set[0].lo {
			p.pos = at
			return nil, p.wrong("a range that ends before it begins", "the lower end first")
		}
		ranges = append(ranges, runeRange{from.set[0].lo, to.set[0].lo})
	}
	set := newRuneSet(ranges...)
	if p.flags.ignoreCase {
		set = set.folded()
	}
	if negated {
		set = set.complement()
	}
	return textClass(set), nil
}

func (p *parser) classAtom(start int) (classAtom, error) {
	if p.pos >= len(p.source) {
		p.pos = start
		return classAtom{}, p.wanted(`a "]" that closes this class`)
	}
	if p.source[p.pos] != '\\' {
		char, size := utf8.DecodeRuneInString(p.source[p.pos:])
		p.pos += size
		return singleAtom(char), nil
	}
	if p.take(`\b`) {
		return singleAtom('\b'), nil
	}
	if set, ok, err := p.setEscape(); ok || err != nil {
		return classAtom{set: set}, err
	}
	char, err := p.charEscape()
	return singleAtom(char), err
}

func singleAtom(char rune) classAtom {
	return classAtom{runeSet{{char, char}}, true}
}
