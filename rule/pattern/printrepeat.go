package pattern

import (
	"fmt"
	"slices"
	"strings"
)

// maxRepeat is the highest count that package regexp takes.
const maxRepeat = 1000

// repeat prints a loop.
func (p *printer) repeat(n *repeat) {
	text := p.loopBody(n)
	if !p.linear {
		p.write(text)
		p.counts(n.min, n.max)
		if n.lazy {
			p.text.WriteByte('?')
		}
		return
	}
	p.piecewise(text, n.min, n.max)
}

// loopBody returns the text to repeat. ECMA-262 forgets the captures of a loop's body at the
// start of each turn (section 22.2.2.3.1, RepeatMatcher), regexp2 does not: so the body
// takes back what the turn before captured.
func (p *printer) loopBody(n *repeat) string {
	outer := p.text
	p.text = strings.Builder{}
	forget := p.forget(n)
	p.write("(?:")
	if !p.backward {
		p.write(forget)
	}
	p.node(n.body)
	if p.backward {
		p.write(forget)
	}
	p.text.WriteByte(')')
	text := p.text.String()
	p.text = outer
	return text
}

func (p *printer) forget(n *repeat) string {
	if n.max <= 1 {
		return ""
	}
	var text strings.Builder
	for _, index := range groupsWithin(n.body) {
		if p.reset[index] {
			fmt.Fprintf(&text, "(?(g%d)(?<-g%d>)|)", index, index)
		}
	}
	return text.String()
}

func groupsWithin(n node) []int {
	var indexes []int
	if g, ok := n.(*group); ok {
		indexes = append(indexes, g.index)
	}
	for _, child := range children(n) {
		indexes = append(indexes, groupsWithin(child)...)
	}
	return slices.Compact(indexes)
}

// piecewise prints counts above maxRepeat as several loops in a row. Which of them takes what is
// no matter, as nothing is captured. That also keeps laziness out of it.
func (p *printer) piecewise(body string, low, high int) {
	for ; low > maxRepeat; low -= maxRepeat {
		p.write(body)
		p.counts(maxRepeat, maxRepeat)
		high = less(high, maxRepeat)
	}
	for high != unlimited && high > maxRepeat {
		p.write(body)
		p.counts(low, maxRepeat)
		high, low = high-maxRepeat, 0
	}
	p.write(body)
	p.counts(low, high)
}

func less(high, by int) int {
	if high == unlimited {
		return high
	}
	return high - by
}

func (p *printer) counts(low, high int) {
	switch {
	case low == 0 && high == unlimited:
		p.text.WriteByte('*')
	case low == 1 && high == unlimited:
		p.text.WriteByte('+')
	case high == unlimited:
		fmt.Fprintf(&p.text, "{%d,}", low)
	default:
		fmt.Fprintf(&p.text, "{%d,%d}", low, high)
	}
}
