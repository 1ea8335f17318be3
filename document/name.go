package document

import (
	"encoding/binary"
	"math/bits"
	"strconv"
)

// seenNames notes the names of an object while it is read: one bit of 64 for each name, by
// its hash. Only where a bit comes twice are the names compared, at the object's end.
type seenNames struct {
	bits     uint64
	repeated bool
}

func (s *seenNames) add(hash uint32) {
	bit := uint64(1) << (hash & 63)
	s.repeated = s.repeated || s.bits&bit != 0
	s.bits |= bit
}

// nameHash mixes the length and up to 24 bytes of data[at:at+n]; it is not
// meant to withstand an adversary, see duplicate.
func nameHash(data []byte, at, n int) uint32 {
	var w uint64
	switch {
	case n >= 8:
		w = binary.LittleEndian.Uint64(data[at:]) ^ bits.RotateLeft64(binary.LittleEndian.Uint64(data[at+n-8:]), 23)
		if n > 16 {
			w += binary.LittleEndian.Uint64(data[at+n>>1-4:])
		}
	case len(data)-at >= 8:
		w = binary.LittleEndian.Uint64(data[at:]) << uint(64-8*n)
	default:
		for k := n - 1; k >= 0; k-- {
			w = w<<8 | uint64(data[at+k])
		}
		w <<= uint(64 - 8*n)
	}
	hi, lo := bits.Mul64(w^uint64(n), 0x9E3779B97F4A7C15)
	return uint32((hi ^ lo) >> 16)
}

// few is the number of names up to which comparing each with each is cheapest.
const few = 32

// duplicate looks for two equal names in the object at the given entry. It returns the entry
// of the second one, or -1.
func (x *indexer) duplicate(object int) int {
	n, end := int(uint32(x.tape[object].tail)), len(x.tape)
	if n > few {
		return x.duplicateOfMany(object, n)
	}
	var tails [few]uint64
	var names [few]int
	n = 0
	for j := object + 1; j < end; j = x.behind(j + 1) {
		tail := x.tape[j].tail
		for k, other := range tails[:n] {
			if tail == other && x.sameName(j, names[k]) {
				return j
			}
		}
		tails[n], names[n] = tail, j
		n++
	}
	return -1
}

// duplicateOfMany finds equal names by a hash table. Names made to collide in nameHash would make
// the search quadratic, so the table has a hash of its own over the whole name
// with a seed that is drawn anew for each process.
func (x *indexer) duplicateOfMany(object, n int) int {
	size := 32
	for size < 2*n {
		size *= 2
	}
	if cap(x.table) < size {
		x.table = make([]uint32, size)
	}
	table := x.table[:size]
	clear(table)
	for j := object + 1; j < len(x.tape); j = x.behind(j + 1) {
		slot := int(seededHash(x.bytes(j))) & (size - 1)
		for ; table[slot] != 0; slot = (slot + 1) & (size - 1) {
			if x.sameName(j, int(table[slot])) {
				return j
			}
		}
		table[slot] = uint32(j)
	}
	return -1
}

// twice notes a member name that its object has already.
func (x *indexer) twice(at int) int {
	x.fail(x.offset(at), duplicated)
	name := []rune(string(x.bytes(at)))
	if len(name) > longestName {
		name = append(name[:longestName], '…')
	}
	x.err.Found = "the member name " + strconv.Quote(string(name)) + " for the second time"
	return -1
}

// longestName is how many characters of a name an error quotes.
const longestName = 60

// behind is the entry behind the value at the given one.
func (x *indexer) behind(at int) int { return int(x.tape[at].tail >> 32) }

// sameName compares two names; their tails hold length and hash.
func (x *indexer) sameName(j, k int) bool {
	return x.tape[j].tail == x.tape[k].tail && string(x.bytes(j)) == string(x.bytes(k))
}

// bytes is the string of an entry without its escapes.
func (x *indexer) bytes(at int) []byte {
	data := x.text
	start, n := int(x.tape[at].head>>32), int(uint32(x.tape[at].tail))
	if start >= len(x.text) {
		data = x.arena
	}
	return data[start : start+n]
}

// offset is where in the text the opening quote of a string stands.
func (x *indexer) offset(at int) int {
	start := int(x.tape[at].head >> 32)
	if start >= len(x.text) {
		start = int(binary.LittleEndian.Uint32(x.arena[start-prefix:]))
	}
	return start - 1
}
