package field

import (
	"math/bits"
	"sync/atomic"

	"github.com/assaykit/assay/document"
)

// Names are the names of a struct's members in JSON. They are listed when the first value of the struct is read or
// written.
type Names struct{ table atomic.Pointer[table] }

// table has the names in the order of the fields.
type table struct {
	names  []string
	labels []string // what stands before the values: ,"name":
	// slots is a hash table of the names: the number of a name plus 1, or 0.
	slots  []uint32
	factor uint32
	shift  uint32
}

// list makes the table. Two goroutines may do that at once, to the same end.
func (n *Names) list(code func(*Coder)) *table {
	c := &Coder{listing: true}
	code(c)
	t := &table{names: c.listed}
	for _, name := range t.names {
		t.labels = append(t.labels, string(document.AppendString([]byte{','}, name))+":")
	}
	t.spread()
	n.table.Store(t)
	return t
}

// spread fills the slots, by the factor of some that leaves the fewest names in a slot that is not theirs.
func (t *table) spread() {
	size := bits.Len(uint(2 * len(t.names)))
	t.shift = uint32(32 - size)
	fewest := len(t.names) + 1
	for factor := uint32(0x9E3779B1); factor != 0x9E3779B1+64 && fewest > 0; factor += 2 {
		try := table{names: t.names, slots: make([]uint32, 1<<size), factor: factor, shift: t.shift}
		moved := 0
		for i, name := range t.names {
			at := try.slot(name)
			for try.slots[at] != 0 {
				at = (at + 1) & (len(try.slots) - 1)
				moved++
			}
			try.slots[at] = uint32(i + 1)
		}
		if t.slots == nil || moved < fewest {
			fewest, t.slots, t.factor = moved, try.slots, factor
		}
	}
}

// slot is where a name belongs. It looks at a few characters only: names are few, and none is of an adversary.
func (t *table) slot(name string) int {
	n := len(name)
	h := uint32(n)
	if n > 0 {
		h ^= uint32(name[0])<<8 ^ uint32(name[n/2])<<16 ^ uint32(name[n-1])<<24 ^ uint32(name[n/4])<<12 ^ uint32(name[n*3/4])<<20
	}
	return int(h * t.factor >> t.shift)
}

// find is the number of a name, or -1.
func (t *table) find(name string) int {
	for at := t.slot(name); ; at = (at + 1) & (len(t.slots) - 1) {
		n := int(t.slots[at]) - 1
		if n < 0 || t.names[n] == name {
			return n
		}
	}
}
