package document

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strconv"
)

// seenNames notes the names of an object while it is read: one bit of 64 for each name, by its hash. Only a name whose
// bit is there already is compared with those before it, and where the names are many, each once at the object's end.
type seenNames struct {
	bits  uint64
	count int
	many  bool
}

// few is the number of names up to which a name is compared with those before it.
const few = 24

// add notes a name by its entry's tail. It reports whether the object may have it already.
func (s *seenNames) add(tail uint64) bool {
	s.count++
	bit := uint64(1) << (tail >> 32 & 63)
	was := s.bits & bit
	s.bits |= bit
	return was != 0
}

// NameHash is the hash that every document has for a member name. It is not meant to withstand an adversary, and may
// change from one version of this package to the next.
func NameHash(name string) uint32 { return nameHash([]byte(name)) }

// nameHash mixes the length and up to 24 bytes of a name; it is not meant to withstand an adversary, see
// duplicateOfMany.
func nameHash(name []byte) uint32 {
	n := len(name)
	var w uint64
	if n >= 8 {
		w = binary.LittleEndian.Uint64(name) ^ bits.RotateLeft64(binary.LittleEndian.Uint64(name[n-8:]), 23)
		if n > 16 {
			w += binary.LittleEndian.Uint64(name[n>>1-4:])
		}
		return mix(w, uint64(n))
	}
	for k := n - 1; k >= 0; k-- {
		w = w<<8 | uint64(name[k])
	}
	return mix(w, uint64(n))
}

func mix(w, n uint64) uint32 {
	hi, lo := bits.Mul64(w^n, 0x9E3779B97F4A7C15)
	return uint32((hi ^ lo) >> 16)
}

// repeats reports whether the last name on the tape is one that its object has already, and notes the fault.
func (x *indexer) repeats(object int, seen *seenNames) bool {
	if seen.count > few {
		seen.many = true
		return false
	}
	last := len(x.tape) - 1
	tail := x.tape[last].tail
	for j := object + 1; j < last; j = x.behind(j + 1) {
		if x.tape[j].tail == tail && x.sameName(j, last) {
			x.twice(last)
			return true
		}
	}
	return false
}

// duplicateOfMany finds equal names by a hash table, and notes the fault. Names made to collide in nameHash would make
// the search quadratic: where the steps show it, the table is made again with a hash over the whole name whose seed
// is drawn anew for each process.
func (x *indexer) duplicateOfMany(object, n int) bool {
	size := 64
	for size < 2*n {
		size *= 2
	}
	if cap(x.table) < size {
		x.table = make([]uint32, size)
	}
	table := x.table[:size]
	at, ok := x.repeated(table, object, 8*n, func(j int) uint64 { return x.tape[j].tail >> 32 })
	if !ok {
		at, _ = x.repeated(table, object, math.MaxInt, func(j int) uint64 { return seededHash(x.bytes(j)) })
	}
	if at >= 0 {
		x.twice(at)
	}
	return at >= 0
}

// repeated is the entry of the first name of an object that it has already, -1 where there is none. It is not ok where
// that took more steps than allowed.
func (x *indexer) repeated(table []uint32, object, steps int, hash func(j int) uint64) (at int, ok bool) {
	clear(table)
	mask := uint64(len(table) - 1)
	for j := object + 1; j < len(x.tape); j = x.behind(j + 1) {
		slot := hash(j) & mask
		for ; table[slot] != 0; slot = (slot + 1) & mask {
			if other := int(table[slot]); x.tape[other].tail == x.tape[j].tail && x.sameName(j, other) {
				return j, true
			}
			if steps--; steps < 0 {
				return -1, false
			}
		}
		table[slot] = uint32(j)
	}
	return -1, true
}

// twice notes a member name that its object has already.
func (x *indexer) twice(at int) {
	x.fail(x.offset(at), duplicated)
	name := []rune(string(x.bytes(at)))
	if len(name) > longestName {
		name = append(name[:longestName], '…')
	}
	x.err.Found = "the member name " + strconv.Quote(string(name)) + " for the second time"
}

// longestName is how many characters of a name an error quotes.
const longestName = 60

// behind is the entry behind the value at the given one.
func (x *indexer) behind(at int) int { return int(x.tape[at].tail >> 32) }

// sameName compares two names whose tails, and so their lengths, are equal.
func (x *indexer) sameName(j, k int) bool { return string(x.bytes(j)) == string(x.bytes(k)) }

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
