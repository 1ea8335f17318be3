package pattern

import "strings"

// bounds are the counts of a quantifier.
type bounds struct{ min, max int }

// quantified reads the quantifier after an atom, if there is one (ECMA-262
// section 22.2.1, Quantifier).
func (p *parser) quantified(atom node, repeatable bool) (node, error) {
	start := p.pos
	counts := p.quantifier()
	if counts == nil {
		return atom, nil
	}
	if !repeatable {
		p.pos = start
		return nil, p.wanted("no quantifier after an assertion")
	}
	if counts.min > counts.max {
		p.pos = start
		return nil, p.wanted("the lower count first")
	}
	lazy := p.take("?")
	switch p.peek(1) {
	case "+":
		return nil, p.wanted("no possessive quantifier, as ECMA-262 has none")
	case "*", "?":
		return nil, p.wanted("one quantifier")
	}
	if at := p.pos; p.braces() != nil {
		p.pos = at
		return nil, p.wanted("one quantifier")
	}
	return &repeat{atom, counts.min, counts.max, lazy}, nil
}

// quantifier reads * + ? or counts in braces, or returns nil and stays where it is.
func (p *parser) quantifier() *bounds {
	switch {
	case p.take("*"):
		return &bounds{0, unlimited}
	case p.take("+"):
		return &bounds{1, unlimited}
	case p.take("?"):
		return &bounds{0, 1}
	}
	return p.braces()
}

// braces reads {n}, {n,} or {n,m}. Any other text after { is no quantifier:
// by annex B.1.2 the brace then stands for itself.
func (p *parser) braces() *bounds {
	if p.peek(1) != "{" {
		return nil
	}
	end := p.pos + 1
	for end < len(p.source) && strings.IndexByte("0123456789,", p.source[end]) >= 0 {
		end++
	}
	if end == len(p.source) || p.source[end] != '}' {
		return nil
	}
	from, to, isRange := strings.Cut(p.source[p.pos+1:end], ",")
	lower, ok := count(from)
	if !ok {
		return nil
	}
	counts := &bounds{lower, lower}
	if isRange {
		counts.max = unlimited
		if to != "" {
			if counts.max, ok = count(to); !ok {
				return nil
			}
		}
	}
	p.pos = end + 1
	return counts
}

// count reads decimal digits; what is above unlimited becomes unlimited.
func count(text string) (int, bool) {
	n := 0
	for _, char := range []byte(text) {
		if char < '0' || char > '9' {
			return 0, false
		}
		n = min(n*10+int(char-'0'), unlimited)
	}
	return n, text != ""
}
