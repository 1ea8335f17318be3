package report

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/assaykit/assay/rule"
)

// cell is what one character of a text, or one masked value, looks like in an excerpt.
type cell struct {
	text       string
	width      int // in columns
	start, end int // the bytes of the text that it shows
}

// mask stands for a value that may not be shown. It is the same for all, so that it does not even tell a length.
const mask = "•••••"

// tabStop is how far apart the columns are that a tab leads to.
const tabStop = 4

// mostMarks is how many combining marks may follow a character; more of them would cover other lines.
const mostMarks = 4

// marks are the spans of a text that hold sensitive values, in order and apart from each other.
type marks []rule.Span

// newMarks orders spans, and joins those that overlap or touch.
func newMarks(spans []rule.Span) marks {
	sorted := slices.SortedFunc(slices.Values(spans), func(a, b rule.Span) int { return cmp.Compare(a.Start, b.Start) })
	var m marks
	for _, s := range sorted {
		if n := len(m); n > 0 && s.Start <= m[n-1].End {
			m[n-1].End = max(m[n-1].End, s.End)
		} else if s.Start < s.End {
			m = append(m, s)
		}
	}
	return m
}

// next is the first span that ends behind an offset.
func (m marks) next(at int) (rule.Span, bool) {
	i, _ := slices.BinarySearchFunc(m, at, func(s rule.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	if i == len(m) {
		return rule.Span{}, false
	}
	return m[i], true
}

// cells shows a part of a line: each sensitive value as one cell, each other character as one. They are appended to cells.
// Behind the offset of the value that matters there are no more of them than fill room columns.
func (m marks) cells(cells []cell, text []byte, from, to, value, room int) []cell {
	column, combined, full := 0, 0, math.MaxInt
	if from == 0 {
		from = min(orderMark(text), to)
	}
	for at := from; at < to && column <= full; {
		if at >= value && full == math.MaxInt {
			full = column + room
		}
		if c := text[at]; len(m) == 0 && ' ' <= c && c <= '~' { // most are such, and need no look at Unicode
			cells = append(cells, cell{text: printable[c-' ':][:1], width: 1, start: at, end: at + 1})
			at, column, combined = at+1, column+1, 0
			continue
		}
		span, some := m.next(at)
		if some && span.Start <= at {
			c := masked(text, span, from, to)
			cells, at, column = append(cells, c), c.end, column+c.width
			continue
		}
		c := shown(text, at, column)
		at = c.end
		if c.width > 0 {
			combined = 0
		} else if combined++; combined > mostMarks || len(cells) == 0 {
			r, _ := utf8.DecodeRuneInString(c.text)
			c.text = escape(r)
			c.width = len(c.text)
		}
		column += c.width
		if n := len(cells); c.width == 0 {
			cells[n-1].text += c.text
			cells[n-1].end = c.end
			continue
		}
		cells = append(cells, c)
	}
	return cells
}

// printable are the characters of ASCII that print, in their order.
const printable = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"

// masked is the cell for as much of a sensitive value as lies within a part of a line. A string keeps its
// quotes.
func masked(text []byte, span rule.Span, from, to int) cell {
	s := mask
	if span.Start >= from && text[span.Start] == '"' {
		s = `"` + s + `"`
	}
	return cell{text: s, width: utf8.RuneCountInString(s), start: max(span.Start, from), end: min(span.End, to)}
}

// shown is the cell for the character at an offset; column is where it will stand.
func shown(text []byte, at, column int) cell {
	if text[at] == '\t' {
		n := tabStop - column%tabStop
		return cell{text: "    "[:n], width: n, start: at, end: at + 1}
	}
	s, n := glyph(string(text[at:min(at+utf8.UTFMax, len(text))]))
	w := 0
	for _, r := range s {
		w += columns(r)
	}
	return cell{text: s, width: w, start: at, end: at + n}
}
