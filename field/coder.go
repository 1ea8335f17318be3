package field

import (
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
)

// Coder reads Go values from a document, or writes them as JSON text. A function that takes one does both, by what
// the Coder is for, so that how a type looks in JSON is said once:
//
//	func (v *Car) code(c *field.Coder) {
//		field.Open(c, &namesOfCar, v, (*Car).code)
//		field.Member(c, "brand", &v.Brand, field.String)
//		field.OptionalMember(c, "wheels", &v.Wheels, field.List((*Wheel).code))
//		c.Close()
//	}
//
// What is read is known to be valid. After an error nothing that is read or written matters any more.
type Coder struct {
	// What is read: a document, which is nil while writing, and the entry of the value at hand.
	d  *document.Document
	at int
	// What is written, from start on.
	b     []byte
	start int
	// The memory that texts share which were read; see keep.
	texts strings.Builder
	raws  []byte
	// The names of members, in turn, while they are listed; see Names.
	listing bool
	listed  []string

	skip    int32    // how many members of the innermost object are to be passed, for they are absent
	object  object   // the innermost that is open
	outer   []object // those around it
	places  []int32  // for each member of the open objects its entry; 0 where it is absent
	unknown []int    // the names of members without a field
	loose   []string // soft members that their fields do not have, while writing
	sorted  []string // the names of the maps that are written, those of the innermost last
	depth   int      // containers that are open while writing
	err     error    // the first one
	// comparing says that what is written is compared: then there is a text also for what cannot be written.
	comparing bool
}

var coders = sync.Pool{New: func() any { return new(Coder) }}

// largest is the size in bytes of a buffer that is kept for the next Coder.
const largest = 1 << 20

// release gives a Coder back for the next time.
func (c *Coder) release() {
	switch {
	case cap(c.b) > largest || cap(c.places)*4+cap(c.unknown)*8+cap(c.sorted)*16 > largest:
		return
	case c.err != nil: // so that something may still be open
		*c = Coder{b: c.b}
	}
	c.d, c.b, c.start = nil, c.b[:0], 0
	coders.Put(c)
}

// Entry is the value to read, as an entry of a document; ok is false while writing.
func (c *Coder) Entry() (d *document.Document, at int, ok bool) { return c.d, c.at, c.d != nil }

// Fail notes an error. While writing it is said to be one of the value at hand.
func (c *Coder) Fail(err error) {
	if c.err != nil {
		return
	}
	if c.comparing && !endless(err) {
		c.unwritable(err, "")
		return
	}
	if c.d == nil {
		err = &placedError{place(c.b[c.start:]), err}
	}
	c.err = err
}

// Null reads or writes null, where a value may be null: is says while writing whether it is. The answer is whether
// the value is null.
func (c *Coder) Null(is bool) bool {
	if c.d != nil {
		return c.d.Kind(c.at) == document.Null
	}
	if is {
		c.b = append(c.b, "null"...)
	}
	return is
}
