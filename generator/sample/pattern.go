package sample

import (
	"regexp/syntax"
	"strings"
)

// matching is a short text that a regular expression may match; ok is false for one that package regexp does not read.
func matching(expression string) (text string, ok bool) {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return "", false
	}
	var b strings.Builder
	ok = match(&b, tree)
	return b.String(), ok
}

func match(b *strings.Builder, r *syntax.Regexp) bool {
	if b.Len() > largest {
		return false
	}
	switch r.Op {
	case syntax.OpNoMatch:
		return false
	case syntax.OpLiteral:
		b.WriteString(string(r.Rune))
	case syntax.OpCharClass:
		if len(r.Rune) == 0 {
			return false
		}
		b.WriteRune(likely(r.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte('a')
	case syntax.OpCapture, syntax.OpPlus, syntax.OpAlternate:
		return match(b, r.Sub[0])
	case syntax.OpRepeat:
		for range r.Min {
			if !match(b, r.Sub[0]) {
				return false
			}
		}
	case syntax.OpConcat:
		for _, sub := range r.Sub {
			if !match(b, sub) {
				return false
			}
		}
	}
	return true
}

// likely is a character of a class: a letter or a digit where it has one.
func likely(class []rune) rune {
	for _, c := range "aA0" {
		for i := 0; i < len(class); i += 2 {
			if class[i] <= c && c <= class[i+1] {
				return c
			}
		}
	}
	return class[0]
}
