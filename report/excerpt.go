package report

import (
	"bytes"
	"sync"
	"unicode/utf8"
)

// excerpt gives the line of the text that a fault is on, cut to at most room columns around the value. It is not ok
// where there is nothing to show, or where what is sensitive in the text is not known.
func excerpt(r Result, f fault, m marks, room int) (q quote, ok bool) {
	start, end, ok := valueSpan(r, f)
	if !ok {
		return quote{}, false
	}
	room = max(room, leastRoom)
	from, to := around(r.Text, start, reach*room)
	if len(bytes.TrimSpace(r.Text[from:to])) <= 1 {
		// A lone bracket tells no more than its place.
		return quote{}, false
	}
	scratch := cellsPool.Get().(*[]cell)
	defer cellsPool.Put(scratch)
	*scratch = m.cells((*scratch)[:0], r.Text, from, to, start, room)
	if n := len(*scratch); n > 0 {
		to = (*scratch)[n-1].end // there may have been no room for all
	}
	w := window{
		cells:    *scratch,
		cutLeft:  from > 0 && r.Text[from-1] != '\n',
		cutRight: to < len(r.Text) && r.Text[to] != '\n' && r.Text[to] != '\r',
	}
	w.mark(start, end)
	return w.render(room), true
}

// cellsPool keeps the cells of excerpts: there are many of them to each, and none is left when it is written.
var cellsPool = sync.Pool{New: func() any { return new([]cell) }}

// reach is how many bytes to each side of a value are looked at, for each column of the excerpt. It bounds the work
// on a file that is one line. It is generous since a character may take several bytes.
const reach = 8

// leastRoom is the width below which an excerpt would tell nothing.
const leastRoom = 24

// valueSpan is where in the text the value stands that a fault is about. Documents read from JSON know it; for
// others, and for a text that is no document, it is found from the position, if what they hold is public.
func valueSpan(r Result, f fault) (start, end int, ok bool) {
	if f.End > 0 && r.Err.Syntax == nil {
		return f.Start, f.End, f.Start >= 0 && f.Start < f.End && f.End <= len(r.Text)
	}
	if !r.Public || r.Line <= 0 || f.Position.Column <= 0 || len(r.Text) == 0 {
		return 0, 0, false
	}
	at := 0
	for range f.Position.Line - r.Line {
		n := bytes.IndexByte(r.Text[at:], '\n')
		if n < 0 {
			return 0, 0, false
		}
		at += n + 1
	}
	if at == 0 {
		at = orderMark(r.Text)
	}
	for range f.Position.Column - 1 {
		if at == len(r.Text) || r.Text[at] == '\n' {
			break
		}
		_, n := utf8.DecodeRune(r.Text[at:])
		at += n
	}
	return at, at, f.Position.Line >= r.Line
}

// orderMark is the length of the byte order mark that a text begins with, 0 without one. It is no part of the first line.
func orderMark(text []byte) int {
	return len(text) - len(bytes.TrimPrefix(text, []byte("\ufeff")))
}

// around is the part of a text's line that is at most n bytes to the left and to the right of an offset. It begins
// and ends between characters.
func around(text []byte, at, n int) (from, to int) {
	from, to = max(0, at-n), min(len(text), at+n)
	for from > 0 && from < at && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && to > at && !utf8.RuneStart(text[to]) {
		to--
	}
	from += bytes.LastIndexByte(text[from:at], '\n') + 1
	if i := bytes.IndexByte(text[at:to], '\n'); i >= 0 {
		to = at + i
	}
	// A carriage return belongs to the line break, also where it stands right before what was cut.
	if to > from && text[to-1] == '\r' && to > at && (to == len(text) || text[to] == '\n') {
		to--
	}
	return from, to
}
