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
	slots  []slot   // by the hashes that documents have for names; at least half of them are free
}

// slot has the number of a name plus 1, or is free.
type slot struct{ hash, number uint32 }

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

// spread fills the slots.
func (t *table) spread() {
	t.slots = make([]slot, 1<<bits.Len(uint(2*len(t.names))))
	for i, name := range t.names {
		hash := document.NameHash(name)
		at := t.first(hash)
		for t.slots[at].number != 0 {
			at = t.next(at)
		}
		t.slots[at] = slot{hash, uint32(i + 1)}
	}
}

func (t *table) first(hash uint32) int { return int(hash) & (len(t.slots) - 1) }

func (t *table) next(at int) int { return (at + 1) & (len(t.slots) - 1) }

// has reports whether a name is one of the table.
func (t *table) has(name string) bool {
	hash := document.NameHash(name)
	for at := t.first(hash); t.slots[at].number != 0; at = t.next(at) {
		if t.names[t.slots[at].number-1] == name {
			return true
		}
	}
	return false
}

// find is the number of the name at an entry of a document, or -1.
func (t *table) find(d *document.Document, name int) int {
	hash := d.NameHash(name)
	for at := t.first(hash); ; at = t.next(at) {
		s := &t.slots[at]
		if s.number == 0 {
			return -1
		}
		if n := int(s.number) - 1; s.hash == hash && t.names[n] == d.Text(name) {
			return n
		}
	}
}
