package pattern

import "fmt"

// Engine names the kind of matcher that Compile chose.
func (p *Pattern) Engine() string { return fmt.Sprintf("%T", p.matcher) }

// ThroughLinear returns the pattern on package regexp alone; ok is false where it cannot be.
func (p *Pattern) ThroughLinear() (q *Pattern, ok bool) {
	tree := simplified(p.source)
	if !isLinear(tree) {
		return nil, false
	}
	m, err := newLinear(tree)
	return &Pattern{p.source, m}, err == nil
}

// ThroughBacktracking returns the pattern on regexp2 alone; ok is false where it cannot be.
func (p *Pattern) ThroughBacktracking() (q *Pattern, ok bool) {
	m, err := newBacktracking(simplified(p.source))
	return &Pattern{p.source, m}, err == nil
}

func simplified(source string) node {
	tree, err := (&parser{source: source, inlineFlags: true}).parse()
	if err != nil {
		panic(err)
	}
	return simplify(tree, referenced(tree, map[int]bool{}))
}
