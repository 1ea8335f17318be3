package document

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"
)

// Position is a place in a file. Both count from 1, the column in characters. The zero
// Position is no place.
type Position struct{ Line, Column int }

// position finds line and column of an offset.
func position(text []byte, offset, linesBefore int) Position {
	before := text[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	line := before[start:]
	if start == 0 {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	return Position{
		Line:   linesBefore + bytes.Count(before, []byte{'\n'}) + 1,
		Column: utf8.RuneCount(line) + 1,
	}
}

// Position is where in its file the value or the member name at an entry begins. It counts
// lines from the start of the text, so it is meant for reports, not for loops over a
// document.
func (d *Document) Position(at int) Position {
	if d.places != nil {
		return d.places[at]
	}
	if d.text == nil {
		return Position{} // of a Go value
	}
	start, _ := d.span(at)
	return position(d.lines(), start, d.before)
}

// lines is the text in which places are counted.
func (d *Document) lines() []byte {
	if d.shown != nil {
		return d.shown
	}
	return d.text
}

// Span is where in the text the value at an entry stands, quotes and brackets included: its
// first byte and the byte behind it. It is 0, 0 for a document that was not read from
// JSON text.
func (d *Document) Span(at int) (start, end int) {
	if d.text == nil {
		return 0, 0
	}
	return d.span(at)
}

func (d *Document) span(at int) (start, end int) {
	e := d.tape[at]
	start, n := int(e.head>>32), int(uint32(e.tail))
	switch Kind(e.head & kindMask) {
	case String:
		if start >= len(d.text) {
			n = int(binary.LittleEndian.Uint32(d.arena[start-prefix+4:]))
			start = int(binary.LittleEndian.Uint32(d.arena[start-prefix:]))
		}
		return start - 1, start + n + 1
	case Array, Object:
		return start, d.closing(at) + 1
	}
	return start, start + n
}

// closing finds the bracket that ends the container at an entry: the first one behind its last child. That child
// may be a container, too, and so on inwards: each of them closes once behind the innermost last child.
func (d *Document) closing(at int) int {
	open, last := 1, at
	child := d.lastChild(at)
	for child >= 0 && (d.Kind(child) == Array || d.Kind(child) == Object) {
		open++
		last, child = child, d.lastChild(child)
	}
	behind := int(d.tape[last].head>>32) + 1
	if child >= 0 {
		_, behind = d.span(child)
	}
	for ; ; behind++ {
		if c := d.text[behind]; c == ']' || c == '}' {
			if open--; open == 0 {
				return behind
			}
		}
	}
}

// lastChild is the last item or member value of the container at an entry, or -1.
func (d *Document) lastChild(at int) int {
	last, step := -1, 0
	if d.Kind(at) == Object {
		step = 1
	}
	for i, end := at+1, d.End(at); i < end; i = d.End(i + step) {
		last = i + step
	}
	return last
}
