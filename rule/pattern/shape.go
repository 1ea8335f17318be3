package pattern

import (
	"strings"
	"unicode/utf8"
)

// shapeOf returns a matcher that needs no engine and no memory for a tree of a
// simple shape, and nil for any other tree.
func shapeOf(n node) matcher {
	if c, ok := n.(*choice); ok {
		return anyShape(c)
	}
	items := elements(n)
	start := len(items) > 0 && isEdge(items[0], textStart)
	if start {
		items = items[1:]
	}
	end := len(items) > 0 && isEdge(items[len(items)-1], textEnd)
	if end {
		items = items[:len(items)-1]
	}
	if text, ok := literalText(items); ok {
		return literalShape(text, start, end)
	}
	if texts := choiceOfTexts(items); texts != nil && start {
		return wordsShape(texts, end)
	}
	if c := chainOf(items, end); c != nil {
		if start {
			return c
		}
		if len(c.links) == 1 && c.links[0].min <= 1 && !end {
			return somewhere{c.links[0]}
		}
	}
	return nil
}

// literalText returns the text of items that are literals only. U+FFFD is left to the engines,
// for which a broken byte is one, too.
func literalText(items []node) (string, bool) {
	var text strings.Builder
	for _, item := range items {
		l, ok := item.(*literal)
		if !ok || l.char == utf8.RuneError {
			return "", false
		}
		text.WriteRune(l.char)
	}
	return text.String(), true
}

func literalShape(text string, start, end bool) matcher {
	switch {
	case start && end:
		return equal(text)
	case start:
		return prefix(text)
	case end:
		return suffix(text)
	}
	return substring(text)
}

type (
	equal     string
	prefix    string
	suffix    string
	substring string
)

func (m equal) match(s string) (bool, error)     { return s == string(m), nil }
func (m prefix) match(s string) (bool, error)    { return strings.HasPrefix(s, string(m)), nil }
func (m suffix) match(s string) (bool, error)    { return strings.HasSuffix(s, string(m)), nil }
func (m substring) match(s string) (bool, error) { return strings.Contains(s, string(m)), nil }

// choiceOfTexts returns the texts of a sole choice between literals.
func choiceOfTexts(items []node) []string {
	if len(items) != 1 {
		return nil
	}
	c, ok := items[0].(*choice)
	if !ok {
		return nil
	}
	var texts []string
	for _, option := range c.options {
		text, ok := literalText(elements(option))
		if !ok {
			return nil
		}
		texts = append(texts, text)
	}
	return texts
}

func wordsShape(texts []string, end bool) matcher {
	if !end {
		return prefixes(texts)
	}
	set := make(oneOf, len(texts))
	for _, text := range texts {
		set[text] = struct{}{}
	}
	return set
}

// oneOf is ^(a|b|c)$.
type oneOf map[string]struct{}

func (m oneOf) match(s string) (bool, error) {
	_, ok := m[s]
	return ok, nil
}

// prefixes is ^(a|b|c).
type prefixes []string

func (m prefixes) match(s string) (bool, error) {
	for _, text := range m {
		if strings.HasPrefix(s, text) {
			return true, nil
		}
	}
	return false, nil
}

// some is a choice of shapes, such as ^a|^b$.
type some []matcher

func anyShape(c *choice) matcher {
	shapes := make(some, len(c.options))
	for i, option := range c.options {
		if shapes[i] = shapeOf(option); shapes[i] == nil {
			return nil
		}
	}
	return shapes
}

func (m some) match(s string) (bool, error) {
	for _, shape := range m {
		if matched, err := shape.match(s); matched || err != nil {
			return matched, err
		}
	}
	return false, nil
}
