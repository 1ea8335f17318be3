package pattern

import (
	"fmt"
	"strings"
)

// printer writes a simplified tree as the text of one of the two engines. Every code
// point but letters and digits is escaped and every class is plain ranges, so that both
// engines are left no choice of what a character means.
type printer struct {
	text      strings.Builder
	codePoint func(char rune) string
	linear    bool         // for package regexp; else for regexp2
	reset     map[int]bool // the groups that a new turn of a loop around them must forget
	backward  bool         // within a lookbehind, which is matched from right to left
}

// linearText prints for package regexp.
func linearText(n node) string {
	p := &printer{linear: true, codePoint: func(char rune) string { return fmt.Sprintf(`\x{%X}`, char) }}
	p.node(n)
	return p.text.String()
}

// backtrackingText prints for regexp2 with its options ECMAScript and Unicode.
func backtrackingText(n node) string {
	p := &printer{reset: referenced(n, map[int]bool{}), codePoint: func(char rune) string { return fmt.Sprintf(`\u{%X}`, char) }}
	p.node(n)
	return p.text.String()
}

func (p *printer) node(n node) {
	switch n := n.(type) {
	case *literal:
		p.char(n.char)
	case *class:
		p.set(n.set, false)
	case *sequence:
		for _, item := range n.items {
			p.node(item)
		}
	case *choice:
		p.write("(?:")
		for i, option := range n.options {
			if i > 0 {
				p.text.WriteByte('|')
			}
			p.node(option)
		}
		p.text.WriteByte(')')
	case *group:
		fmt.Fprintf(&p.text, "(?<g%d>", n.index)
		p.node(n.body)
		p.text.WriteByte(')')
	case *backreference:
		fmt.Fprintf(&p.text, `\k<g%d>`, n.index)
	case *repeat:
		p.repeat(n)
	case *look:
		p.look(n)
	case *edge:
		p.edge(n)
	}
}

func (p *printer) write(text string) { p.text.WriteString(text) }

func (p *printer) char(char rune) {
	if isASCIILetterOrDigit(char) {
		p.text.WriteRune(char)
		return
	}
	p.write(p.codePoint(char))
}

func (p *printer) set(set runeSet, negated bool) {
	if len(set) == 0 {
		set, negated = anyRune, !negated
	}
	p.text.WriteByte('[')
	if negated {
		p.text.WriteByte('^')
	}
	for _, r := range set {
		p.char(r.lo)
		if r.lo < r.hi {
			p.text.WriteByte('-')
			p.char(r.hi)
		}
	}
	p.text.WriteByte(']')
}

func (p *printer) look(n *look) {
	opening := map[[2]bool]string{{false, false}: "(?=", {false, true}: "(?!", {true, false}: "(?<=", {true, true}: "(?<!"}
	p.write(opening[[2]bool{n.behind, n.negative}])
	outer := p.backward
	p.backward = n.behind
	p.node(n.body)
	p.backward = outer
	p.text.WriteByte(')')
}

// edge prints an assertion. What only regexp2 sees is printed as lookaround: its own
// \b takes all letters of Unicode for word characters.
func (p *printer) edge(n *edge) {
	switch n.kind {
	case textStart:
		p.write(`\A`)
	case textEnd:
		p.write(`\z`)
	case lineStart:
		p.neighbour("(?<!", lineTerminators, true)
	case lineEnd:
		p.neighbour("(?!", lineTerminators, true)
	case wordEdge:
		if p.linear {
			p.write(`\b`)
			return
		}
		p.wordEdge(n.word, "(?<=", "(?!", "(?<!", "(?=")
	case notWordEdge:
		if p.linear {
			p.write(`\B`)
			return
		}
		p.wordEdge(n.word, "(?<=", "(?=", "(?<!", "(?!")
	}
}

// wordEdge prints two pairs of a condition on the character before and the one after.
func (p *printer) wordEdge(word runeSet, before, after, orBefore, orAfter string) {
	p.write("(?:")
	p.neighbour(before, word, false)
	p.neighbour(after, word, false)
	p.text.WriteByte('|')
	p.neighbour(orBefore, word, false)
	p.neighbour(orAfter, word, false)
	p.text.WriteByte(')')
}

func (p *printer) neighbour(look string, set runeSet, negated bool) {
	p.write(look)
	p.set(set, negated)
	p.text.WriteByte(')')
}
