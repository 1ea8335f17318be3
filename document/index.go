package document

import (
	"encoding/binary"
	"strconv"
)

// indexer reads a text into a tape. A method that reads something takes the offset where it
// begins and returns the offset behind it, or -1 after it has called fail.
type indexer struct {
	text  []byte
	tape  []entry
	arena []byte
	table []uint32
	depth int
	err   *SyntaxError
	// What the limits allow.
	deepest, digits int
}

// index fills the document from a text.
func (d *Document) index(text []byte, l *Limits) error {
	if most := min(l.Size, mostSize); len(text) > most {
		return exceeded(&SyntaxError{Line: d.before + 1, Column: 1, Found: "a text of " + strconv.Itoa(len(text)) + " bytes"}, "size", most)
	}
	x := indexer{text: text, tape: d.tape[:0], arena: d.arena[:0], table: d.table, deepest: l.Depth, digits: l.Digits}
	if cap(x.tape) == 0 {
		x.tape = make([]entry, 0, 16+len(text)/8)
	}
	i := 0
	if len(text) >= 3 && text[0] == 0xef && text[1] == 0xbb && text[2] == 0xbf {
		i = 3
	}
	if i = x.value(i); i >= 0 {
		if i = space(text, i); i < len(text) {
			x.fail(i, "the end of the text")
		}
	}
	d.text, d.data, d.tape, d.arena, d.table = text, shared(text), x.tape, x.arena, x.table
	if len(x.arena) > 0 {
		d.data = shared(x.arena)
	}
	if x.err != nil {
		return x.err.place(text, d.before)
	}
	if len(text) > min(l.String, l.Members) {
		if at, limit := d.Exceeded(*l); limit != nil {
			offset, _ := d.Span(at)
			return exceeded(&SyntaxError{Offset: offset}, limit.Name, limit.Most).place(text, d.before)
		}
	}
	return nil
}

// exceeded makes an error that of a limit.
func exceeded(e *SyntaxError, name string, most int) *SyntaxError {
	e.Limit = &LimitError{name, most}
	e.Wanted = e.Limit.Wanted()
	return e
}

// exceed notes that the value at offset i exceeds a limit.
func (x *indexer) exceed(i int, name string, most int) int {
	if x.err == nil {
		x.err = exceeded(&SyntaxError{Offset: i}, name, most)
	}
	return -1
}

// fail notes what should stand at offset i. The first fault is kept.
func (x *indexer) fail(i int, wanted string) int {
	if x.err == nil {
		x.err = &SyntaxError{Offset: min(i, len(x.text)), Wanted: wanted}
	}
	return -1
}

// leaf puts a value without children on the tape.
func (x *indexer) leaf(head, length uint64) {
	x.tape = append(x.tape, entry{head, length | uint64(len(x.tape)+1)<<32})
}

// value reads any value, and the white space before it.
func (x *indexer) value(i int) int {
	b := x.text
	c := byteAt(b, i)
	if c <= ' ' {
		i = space(b, i)
		c = byteAt(b, i)
	}
	switch c {
	case '"':
		return x.str(i + 1)
	case '{':
		return x.object(i)
	case '[':
		return x.array(i)
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		end, fraction, wanted := number(b, i)
		if wanted != "" {
			return x.fail(end, wanted)
		}
		if end-i > x.digits {
			return x.exceed(i, "digits", x.digits)
		}
		head := uint64(Number) | uint64(i)<<32
		if fraction {
			head |= flagFraction
		}
		x.leaf(head, uint64(end-i))
		return end
	case 't':
		return x.literal(i, 4, i, wordTrue, uint64(Boolean)|flagTrue)
	case 'f':
		return x.literal(i, 5, i+1, wordAlse, uint64(Boolean))
	case 'n':
		return x.literal(i, 4, i, wordNull, uint64(Null))
	}
	return x.fail(i, "a value")
}

// The last four letters of each literal.
const (
	wordTrue = 't' | 'r'<<8 | 'u'<<16 | 'e'<<24
	wordAlse = 'a' | 'l'<<8 | 's'<<16 | 'e'<<24
	wordNull = 'n' | 'u'<<8 | 'l'<<16 | 'l'<<24
)

// literal reads true, false or null, of which the first letter is known, by the four letters that stand at a place.
func (x *indexer) literal(i, length, at int, word uint32, head uint64) int {
	b := x.text
	if at < 0 || at > len(b)-4 || binary.LittleEndian.Uint32(b[at:]) != word {
		return x.fail(i, "a value")
	}
	x.leaf(head|uint64(i)<<32, uint64(length))
	return i + length
}
