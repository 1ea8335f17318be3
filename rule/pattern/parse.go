package pattern

import (
	"fmt"
	"unicode/utf8"
)

// maxDepth bounds the nesting of groups, and with it every recursion over the tree.
const maxDepth = 200

// flags are the modifiers in force at a place of the pattern.
type flags struct{ ignoreCase, multiline, dotAll bool }

// parser reads a pattern by ECMA-262 section 22.2.1 in unicode mode. Where that
// mode refuses, it takes what annex B.1.2 takes, as far as no other engine reads the same
// text in another way.
type parser struct {
	source      string
	pos         int
	depth       int
	flags       flags
	groups      int
	names       map[string]int
	references  []reference
	inlineFlags bool // take (?i) at the start, which ECMA-262 does not have
	unsupported *UnsupportedError
}

// reference is a back reference whose group may still be to come.
type reference struct {
	node   *backreference
	name   string // empty where a number was given
	offset int
}

// parse reads the whole source. Its error is a *SyntaxError or an *UnsupportedError.
func (p *parser) parse() (node, error) {
	if at := invalidUTF8(p.source); at >= 0 {
		p.pos = at
		return nil, p.wrong("a byte that is not UTF-8", "UTF-8 text")
	}
	p.names = map[string]int{}
	tree, err := p.disjunction()
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.source) {
		return nil, p.wanted("a group that this parenthesis closes")
	}
	if err := p.settleReferences(); err != nil {
		return nil, err
	}
	if p.unsupported != nil {
		return nil, p.unsupported
	}
	return tree, nil
}

func invalidUTF8(s string) int {
	for i, char := range s {
		if char == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}

func (p *parser) settleReferences() error {
	for _, ref := range p.references {
		if ref.name != "" {
			index, ok := p.names[ref.name]
			if !ok {
				p.pos = ref.offset
				return p.wrong(`\k<`+ref.name+`>`, "the name of a group of this pattern")
			}
			ref.node.index = index
		}
		if ref.node.index > p.groups {
			p.pos = ref.offset
			return p.wrong(fmt.Sprintf(`\%d`, ref.node.index),
				fmt.Sprintf(`a back reference to one of the %d groups, or \x and two digits for a character`, p.groups))
		}
	}
	return nil
}

// disjunction reads alternatives up to the end or an unmatched right parenthesis.
func (p *parser) disjunction() (node, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, &UnsupportedError{p.source, p.pos, fmt.Sprintf("a nesting of more than %d groups", maxDepth)}
	}
	defer func() { p.depth-- }()
	var options []node
	for {
		option, err := p.alternative()
		if err != nil {
			return nil, err
		}
		options = append(options, option)
		if !p.take("|") {
			break
		}
	}
	if len(options) == 1 {
		return options[0], nil
	}
	return &choice{options}, nil
}

func (p *parser) alternative() (node, error) {
	items := []node{}
	for p.pos < len(p.source) && p.source[p.pos] != '|' && p.source[p.pos] != ')' {
		item, repeatable, err := p.term()
		if err != nil {
			return nil, err
		}
		if item == nil { // flags for what follows
			continue
		}
		if item, err = p.quantified(item, repeatable); err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return &sequence{items}, nil
}

// term reads one atom or assertion. repeatable tells whether a quantifier may follow.
func (p *parser) term() (item node, repeatable bool, err error) {
	switch p.source[p.pos] {
	case '^':
		p.pos++
		return p.edge(textStart, lineStart), false, nil
	case '$':
		p.pos++
		return p.edge(textEnd, lineEnd), false, nil
	case '.':
		p.pos++
		if p.flags.dotAll {
			return p.set(anyRune), true, nil
		}
		return p.set(lineTerminators.complement()), true, nil
	case '(':
		return p.group()
	case '[':
		item, err = p.class()
		return item, true, err
	case '\\':
		return p.escape()
	case '*', '+', '?':
		return nil, false, p.wanted("something to repeat before it")
	case '{':
		if at := p.pos; p.braces() != nil {
			p.pos = at
			return nil, false, p.wanted("something to repeat before it")
		}
	}
	char, size := utf8.DecodeRuneInString(p.source[p.pos:])
	p.pos += size
	return p.char(char), true, nil
}

func (p *parser) edge(plain, multiline edgeKind) node {
	if p.flags.multiline {
		return &edge{kind: multiline}
	}
	return &edge{kind: plain}
}

// char is the node of a single code point under the flags in force.
func (p *parser) char(char rune) node {
	if p.flags.ignoreCase || surrogates.has(char) {
		return p.set(runeSet{{char, char}})
	}
	return &literal{char}
}

// set is the node of a set under the flags in force.
func (p *parser) set(set runeSet) node {
	if p.flags.ignoreCase {
		set = set.folded()
	}
	return textClass(set)
}

// textClass leaves out the surrogates, which no Go string of valid UTF-8 holds: an
// engine that is given one could take it for U+FFFD.
func textClass(set runeSet) node {
	if set.meets(surrogates) {
		set = set.minus(surrogates)
	}
	return &class{set}
}

// peek returns the source at the position, n bytes or what is left of it.
func (p *parser) peek(n int) string {
	return p.source[p.pos:min(p.pos+n, len(p.source))]
}

// take moves past text if it stands at the position.
func (p *parser) take(text string) bool {
	if p.peek(len(text)) != text {
		return false
	}
	p.pos += len(text)
	return true
}

func (p *parser) wrong(found, wanted string) error {
	return &SyntaxError{Source: p.source, Offset: p.pos, Found: found, Wanted: wanted}
}

// wanted is the error for the character that stands at the position.
func (p *parser) wanted(what string) error {
	if p.pos >= len(p.source) {
		return p.wrong("the end of the pattern", what)
	}
	char, _ := utf8.DecodeRuneInString(p.source[p.pos:])
	return p.wrong(fmt.Sprintf("%q", char), what)
}
