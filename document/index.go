package document

import (
	"math"
	"unicode/utf8"
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
}

// index fills the document from a text.
func (d *Document) index(text []byte) error {
	if uint64(len(text)) > math.MaxUint32/2 {
		return &SyntaxError{Line: 1, Column: 1, Found: "a text of more than 2 GiB", Wanted: "a smaller one"}
	}
	x := indexer{text: text, tape: d.tape[:0], arena: d.arena[:0], table: d.table}
	if cap(x.tape) == 0 {
		x.tape = make([]entry, 0, 16+len(text)/8)
	}
	i := 0
	if len(text) >= 3 && text[0] == 0xef && text[1] == 0xbb && text[2] == 0xbf {
		i = 3
	}
	if i = x.value(space(text, i)); i >= 0 {
		if i = space(text, i); i < len(text) {
			x.fail(i, "the end of the text")
		}
	}
	d.text, d.data, d.tape, d.arena, d.table = text, text, x.tape, x.arena, x.table
	if len(x.arena) > 0 {
		d.data = x.arena
	}
	if x.err != nil {
		return x.err.place(text, d.before)
	}
	return nil
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

// value reads any value.
func (x *indexer) value(i int) int {
	b := x.text
	if i >= len(b) {
		return x.fail(i, "a value")
	}
	switch c := b[i]; c {
	case '"':
		end, at, length, isWide := x.str(i + 1)
		if end < 0 {
			return end
		}
		head := uint64(String) | uint64(at)<<32
		if isWide {
			head |= flagWide
		}
		x.leaf(head, uint64(length))
		return end + 1
	case '{':
		return x.object(i)
	case '[':
		return x.array(i)
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		end, fraction, wanted := number(b, i)
		if wanted != "" {
			return x.fail(end, wanted)
		}
		head := uint64(Number) | uint64(i)<<32
		if fraction {
			head |= flagFraction
		}
		x.leaf(head, uint64(end-i))
		return end
	case 't':
		return x.literal(i, "true", uint64(Boolean)|flagTrue)
	case 'f':
		return x.literal(i, "false", uint64(Boolean))
	case 'n':
		return x.literal(i, "null", uint64(Null))
	}
	return x.fail(i, "a value")
}

// literal reads true, false or null.
func (x *indexer) literal(i int, word string, head uint64) int {
	if len(x.text)-i < len(word) || string(x.text[i:i+len(word)]) != word {
		return x.fail(i, "a value")
	}
	x.leaf(head|uint64(i)<<32, uint64(len(word)))
	return i + len(word)
}

// str reads a string whose content begins at i. It returns the offset of the closing quote
// and, in data, where the string without escapes is.
func (x *indexer) str(i int) (end, at, length int, isWide bool) {
	b, start := x.text, i
	for i = plain(b, i); i < len(b); i = plain(b, i) {
		switch c := b[i]; {
		case c == '"':
			return i, start, i - start, isWide
		case c == '\\':
			end, at, length, more := x.unescape(start, i)
			return end, at, length, isWide || more
		case c >= utf8.RuneSelf:
			var ok bool
			if i, ok = wide(b, i); !ok {
				return x.fail(i, "UTF-8"), 0, 0, false
			}
			isWide = true
		default:
			return x.fail(i, "no control character within a string"), 0, 0, false
		}
	}
	return x.fail(i, "a closing quote"), 0, 0, false
}

// open puts a container on the tape that begins at i.
func (x *indexer) open(kind Kind, i int) (at int) {
	x.depth++
	at = len(x.tape)
	x.tape = append(x.tape, entry{head: uint64(kind) | uint64(i)<<32})
	return at
}

// close ends the container at the given entry, with its count of members or items.
func (x *indexer) close(at int, count uint32) {
	x.depth--
	x.tape[at].tail = uint64(count) | uint64(len(x.tape))<<32
}

// array reads an array whose bracket is at i.
func (x *indexer) array(i int) int {
	b, at, count := x.text, x.open(Array, i), uint32(0)
	if x.depth > MaxDepth {
		return x.fail(i, depthWanted)
	}
	if i = space(b, i+1); i < len(b) && b[i] == ']' {
		x.close(at, 0)
		return i + 1
	}
	for {
		if i = x.value(i); i < 0 {
			return i
		}
		count++
		i = space(b, i)
		switch {
		case i >= len(b):
			return x.fail(i, "',' or ']'")
		case b[i] == ',':
			i = space(b, i+1)
		case b[i] == ']':
			x.close(at, count)
			return i + 1
		default:
			return x.fail(i, "',' or ']'")
		}
	}
}

// object reads an object whose brace is at i.
func (x *indexer) object(i int) int {
	b, at, count := x.text, x.open(Object, i), uint32(0)
	if x.depth > MaxDepth {
		return x.fail(i, depthWanted)
	}
	if i = space(b, i+1); i < len(b) && b[i] == '}' {
		x.close(at, 0)
		return i + 1
	}
	var seen seenNames
	for {
		if i = x.name(i, &seen); i < 0 {
			return i
		}
		if i = x.value(i); i < 0 {
			return i
		}
		count++
		i = space(b, i)
		switch {
		case i >= len(b):
			return x.fail(i, "',' or '}'")
		case b[i] == ',':
			i = space(b, i+1)
		case b[i] == '}':
			x.close(at, count)
			if seen.repeated {
				if twice := x.duplicate(at); twice >= 0 {
					return x.twice(twice)
				}
			}
			return i + 1
		default:
			return x.fail(i, "',' or '}'")
		}
	}
}

// name reads a member's name and its colon and returns where the value begins.
func (x *indexer) name(i int, seen *seenNames) int {
	b := x.text
	if i >= len(b) || b[i] != '"' {
		return x.fail(i, "a member name in quotes")
	}
	i, at, length, isWide := x.str(i + 1)
	if i < 0 {
		return i
	}
	data := b
	if at >= len(b) {
		data = x.arena
	}
	hash := nameHash(data, at, length)
	seen.add(hash)
	head := uint64(String) | uint64(at)<<32
	if isWide {
		head |= flagWide
	}
	x.tape = append(x.tape, entry{head, uint64(length) | uint64(hash)<<32})
	if i++; i < len(b) && b[i] != ':' {
		i = space(b, i)
	}
	if i >= len(b) || b[i] != ':' {
		return x.fail(i, "':'")
	}
	return space(b, i+1)
}

// depthWanted is what is said of a text that nests too deep.
const depthWanted = "at most 1024 arrays and objects within each other"
