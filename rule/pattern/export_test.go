package pattern

import "fmt"

// Engine names the kind of matcher that Compile chose.
func (p *Pattern) Engine() string {
	if m, ok := p.matcher.(*tabled); ok {
		return fmt.Sprintf("%T", m.slow)
	}
	return fmt.Sprintf("%T", p.matcher)
}

// ThroughTable returns the pattern with its table made, with p's matcher for strings beyond ASCII; ok is false where it has none.
func (p *Pattern) ThroughTable() (q *Pattern, ok bool) {
	tree := simplified(p.source)
	if !isLinear(tree) {
		return nil, false
	}
	t := newTable(linearText(tree))
	m := &tabled{slow: p.matcher}
	m.table.Store(t)
	return &Pattern{source: p.source, matcher: m}, t != nil
}

// ThroughLinear returns the pattern on package regexp alone; ok is false where it cannot be.
func (p *Pattern) ThroughLinear() (q *Pattern, ok bool) {
	tree := simplified(p.source)
	if !isLinear(tree) {
		return nil, false
	}
	m, err := newLinear(tree)
	return &Pattern{source: p.source, matcher: m}, err == nil
}

// ThroughBacktracking returns the pattern on regexp2 alone; ok is false where it cannot be.
func (p *Pattern) ThroughBacktracking() (q *Pattern, ok bool) {
	m, err := newBacktracking(simplified(p.source))
	if err == nil {
		bound(m, TimeLimit)
	}
	return &Pattern{source: p.source, matcher: m}, err == nil
}

func simplified(source string) node {
	tree, err := (&parser{source: source, inlineFlags: true}).parse()
	if err != nil {
		panic(err)
	}
	return simplify(tree, referenced(tree, map[int]bool{}))
}
