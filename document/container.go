package document

import (
	"encoding/binary"
	"math/bits"
)

// Most of a text is names and strings within objects and arrays, so what is usual stands in the loops of this
// file: a name of less than sixteen plain characters with its hash, a plain string, one space behind a colon
// or a comma. All else is a call.

// open puts a container on the tape that begins at i.
func (x *indexer) open(kind Kind, i int) (at int) {
	x.depth++
	at = len(x.tape)
	x.tape = append(x.tape, entry{head: uint64(kind) | uint64(i)<<32})
	return at
}

// close ends the container at the given entry, with its count of members or items.
func (x *indexer) close(at, count int) {
	x.depth--
	x.tape[at].tail = uint64(count) | uint64(len(x.tape))<<32
}

// array reads an array whose bracket is at i.
func (x *indexer) array(i int) int {
	b, at, count := x.text, x.open(Array, i), 0
	if x.depth > x.deepest {
		return x.exceed(i, "depth", x.deepest)
	}
	if i = space(b, i+1); byteAt(b, i) == ']' {
		x.close(at, 0)
		return i + 1
	}
	for {
		if byteAt(b, i) == '"' {
			i = x.str(i + 1)
		} else {
			i = x.value(i)
		}
		if i < 0 {
			return i
		}
		count++
		if byteAt(b, i) <= ' ' {
			i = space(b, i)
		}
		switch byteAt(b, i) {
		case ',':
			if i++; byteAt(b, i) == ' ' {
				i++
			}
		case ']':
			x.close(at, count)
			return i + 1
		default:
			return x.fail(i, "',' or ']'")
		}
	}
}

// object reads an object whose brace is at i.
func (x *indexer) object(i int) int {
	b, at, seen := x.text, x.open(Object, i), seenNames{}
	if x.depth > x.deepest {
		return x.exceed(i, "depth", x.deepest)
	}
	if i = space(b, i+1); byteAt(b, i) == '}' {
		x.close(at, 0)
		return i + 1
	}
	for {
		if byteAt(b, i) != '"' {
			if i = space(b, i); byteAt(b, i) != '"' {
				return x.fail(i, "a member name in quotes")
			}
		}
		start, word, end := i+1, uint64(0), -1
		if start >= 0 && start <= len(b)-16 {
			word = binary.LittleEndian.Uint64(b[start:])
			if m := special(word); m != 0 {
				end = start + bits.TrailingZeros64(m)>>3
				word &= (m - 1) &^ m >> 7 // the bytes before the special one; as nameHash does it
			} else if m := special(binary.LittleEndian.Uint64(b[start+8:])); m != 0 {
				end = start + 8 + bits.TrailingZeros64(m)>>3
				word ^= bits.RotateLeft64(binary.LittleEndian.Uint64(b[end-8:]), 23)
			}
		}
		var tail uint64
		if byteAt(b, end) == '"' {
			n := uint64(end - start)
			tail = n | uint64(mix(word, n))<<32
			x.tape = append(x.tape, entry{uint64(String) | uint64(start)<<32, tail})
		} else if end, tail = x.oddName(start); end < 0 {
			return end
		}
		if seen.add(tail) && x.repeats(at, &seen) {
			return -1
		}
		if i = end + 1; byteAt(b, i) != ':' {
			if i = space(b, i); byteAt(b, i) != ':' {
				return x.fail(i, "':'")
			}
		}
		if i++; byteAt(b, i) == ' ' {
			i++
		}
		if byteAt(b, i) == '"' {
			i = x.str(i + 1)
		} else {
			i = x.value(i)
		}
		if i < 0 {
			return i
		}
		if byteAt(b, i) <= ' ' {
			i = space(b, i)
		}
		switch byteAt(b, i) {
		case ',':
			if i++; byteAt(b, i) == ' ' {
				i++
			}
		case '}':
			x.close(at, seen.count)
			if seen.many && x.duplicateOfMany(at, seen.count) {
				return -1
			}
			return i + 1
		default:
			return x.fail(i, "',' or '}'")
		}
	}
}
