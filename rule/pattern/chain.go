package pattern

import (
	"unicode"
	"unicode/utf8"
)

// link is a set repeated from min to max times.
type link struct {
	min, max int
	ascii    [4]uint32 // the members below U+0080, one bit each
	set      runeSet
}

// chain is links one after another from the start of the text, such as ^v\d+\.\d+$. A link of
// varying length shares no character with what can follow it: so to take all it can is the
// only way, and nothing has to be tried again.
type chain struct {
	links []link
	end   bool // the text must end where the chain does
}

// maxLinks bounds a chain: the check of what can follow what is not linear in it.
const maxLinks = 64

// chainOf returns the chain that items are, or nil.
func chainOf(items []node, end bool) *chain {
	if len(items) > maxLinks {
		return nil
	}
	c := &chain{end: end}
	for _, item := range items {
		l, ok := linkOf(item)
		if !ok {
			return nil
		}
		c.links = append(c.links, l)
	}
	for i, l := range c.links {
		if l.min < l.max && l.set.meets(firstOf(c.links[i+1:])) {
			return nil
		}
	}
	return c
}

// firstOf returns the characters that links can begin with.
func firstOf(links []link) runeSet {
	first := runeSet{}
	for _, l := range links {
		if l.max > 0 {
			first = first.union(l.set)
		}
		if l.min > 0 {
			break
		}
	}
	return first
}

func linkOf(n node) (link, bool) {
	l := link{min: 1, max: 1}
	if r, ok := n.(*repeat); ok {
		l.min, l.max = r.min, r.max
		n = r.body
	}
	switch n := n.(type) {
	case *literal:
		l.set = runeSet{{n.char, n.char}}
	case *class:
		l.set = n.set
	default:
		return link{}, false
	}
	for char := rune(0); char <= unicode.MaxASCII; char++ {
		if l.set.has(char) {
			l.ascii[char/32] |= 1 << (char % 32)
		}
	}
	return l, true
}

func (c *chain) match(s string) (bool, error) {
	at := 0
	for i := range c.links {
		n, size := c.links[i].span(s[at:])
		if n < c.links[i].min {
			return false, nil
		}
		at += size
	}
	return !c.end || at == len(s), nil
}

// span counts the members that s begins with, at most max of them, and their bytes.
func (l *link) span(s string) (n, size int) {
	for n < l.max && size < len(s) {
		width := l.step(s[size:])
		if width == 0 {
			break
		}
		size += width
		n++
	}
	return n, size
}

// step returns how many bytes the first character of s has if it is a member, else 0.
func (l *link) step(s string) int {
	if char := s[0]; char < utf8.RuneSelf {
		return int(l.ascii[char/32] >> (char % 32) & 1)
	}
	char, width := utf8.DecodeRuneInString(s)
	if !l.set.has(char) {
		return 0
	}
	return width
}

// somewhere is a link at any place of the text, such as \S.
type somewhere struct{ link link }

func (m somewhere) match(s string) (bool, error) {
	if m.link.min == 0 {
		return true, nil
	}
	for size := 0; size < len(s); {
		if m.link.step(s[size:]) > 0 {
			return true, nil
		}
		_, width := utf8.DecodeRuneInString(s[size:])
		size += width
	}
	return false, nil
}
