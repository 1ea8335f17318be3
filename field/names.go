package field

import (
	"sync/atomic"

	"github.com/assaykit/assay/document"
)

// Names are the names of a struct's members in JSON. They are listed when the first value of the struct is read or
// written.
type Names struct{ table atomic.Pointer[table] }

// table has the names in the order of the fields.
type table struct {
	names  []string
	labels []string       // what stands before the values: ,"name":
	index  map[string]int // of the names
}

// list makes the table. Two goroutines may do that at once, to the same end.
func (n *Names) list(code func(*Coder)) *table {
	c := &Coder{listing: true}
	code(c)
	t := &table{names: c.listed, index: make(map[string]int, len(c.listed))}
	for i, name := range t.names {
		t.labels = append(t.labels, string(document.AppendString([]byte{','}, name))+":")
		t.index[name] = i
	}
	n.table.Store(t)
	return t
}
