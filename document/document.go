// Package document holds a JSON text as an indexed, positioned value.
//
// [Parse] reads a text once into a flat tape of entries, one for each value and
// one for each member name. Strings and numbers stay in the text; containers know
// where they end, so a subtree is skipped in one step. Everything else, the rules,
// the generated validators and decoders, the reports, asks questions of the tape.
// The package knows no schema.
//
// # What is accepted
//
// The grammar is RFC 8259's, and nothing beside it, with these rules where the
// RFC leaves a choice or warns of different readings:
//
//   - A byte order mark before the text is passed over (section 8.1).
//   - A text that is not UTF-8 is refused, and so is an escape that is half of a
//     surrogate pair: neither is Unicode text, and replacing it would lose it.
//   - An object that has the same name twice is refused (section 4), names being
//     compared after their escapes are undone.
//   - More than [MaxDepth] containers in each other, or an exponent of more than
//     18 digits, is refused with an error that says so.
//
// A Document does not change after it was made: any number of goroutines may read it
// until its owner calls [Document.Release].
package document

import (
	"sync"
	"sync/atomic"
)

// MaxDepth is how many arrays and objects may stand in each other where [Limits] do not say otherwise.
const MaxDepth = 1024

// Kind is the JSON type of a value.
type Kind uint8

// The kinds of values; the zero Kind is none of them.
const (
	Invalid Kind = iota
	Null
	Boolean
	Number
	String
	Array
	Object
)

// String gives the name that JSON Schema has for the type.
func (k Kind) String() string {
	return [...]string{"invalid", "null", "boolean", "number", "string", "array", "object"}[k]
}

// entry is a value or a member name on the tape.
//
// head: kind in bits 0 to 3, flags in bits 4 to 7, offset into data in the upper half.
// tail: length in bytes, or the count of members or items, in the lower half; in
// the upper half the index of the entry behind the value, or the hash of a name.
type entry struct{ head, tail uint64 }

const (
	kindMask = 0xf
	// flagTrue marks the boolean that is true.
	flagTrue = 0x10
	// flagFraction marks a number that is written with a point or an exponent.
	flagFraction = 0x10
	// flagWide marks a string that has characters beyond ASCII.
	flagWide = 0x10
)

// Document is an indexed JSON value with all that is in it.
type Document struct {
	text []byte // the text as given, but for comments; empty for a document that a Builder made
	// shown is the text with comments, in which places are counted; nil where there are none.
	shown []byte
	// data is what entries point into: the text itself, or a copy of it followed by
	// the strings that had escapes, with their escapes undone.
	data   string
	tape   []entry
	places []Position   // for each entry, where a Builder was told so
	before int          // lines of the file that stand before the text
	ticks  int          // see Tick
	spent  atomic.Int64 // see Spend; in nanoseconds
	part   bool         // its memory is another document's

	arena []byte   // kept between uses: the copy behind data
	table []uint32 // kept between uses: hash table of the search for equal names
}

var pool = sync.Pool{New: func() any { return new(Document) }}

// Parse indexes a JSON text. The document refers to the text, which must not change
// while the document is in use. The error is a *[SyntaxError].
func Parse(text []byte) (*Document, error) { return ParseAt(text, 1) }

// ParseAt is [Parse] for a text that begins on the given line of its file, as a record
// of newline-delimited JSON does. Lines count from 1.
func ParseAt(text []byte, line int) (*Document, error) { return indexed(text, line, &DefaultLimits) }

// ParseWithin is [ParseAt] with other limits than [DefaultLimits]. The error for a text that exceeds one of them unwraps to a *[LimitError].
func ParseWithin(text []byte, line int, l Limits) (*Document, error) {
	l = l.whole()
	return indexed(text, line, &l)
}

func indexed(text []byte, line int, l *Limits) (*Document, error) {
	d := pool.Get().(*Document)
	d.before = line - 1
	if err := d.index(text, l); err != nil {
		d.Release()
		return nil, err
	}
	return d, nil
}

// largest is the size in bytes of the buffers that a released document may keep.
const largest = 1 << 20

// Release gives the document's memory back for the next [Parse]. Neither the document nor
// a value or string read from it may be used afterwards. Calling it is never
// needed; it spares allocations.
func (d *Document) Release() {
	if poisoned && !d.part {
		d.poison()
	}
	if cap(d.tape)*16 > largest || cap(d.arena) > largest || cap(d.table)*4 > largest || d.places != nil || d.part {
		return
	}
	d.text, d.shown, d.data, d.tape, d.before = nil, nil, "", d.tape[:0], 0
	d.ticks = 0
	d.spent.Store(0)
	pool.Put(d)
}

// Root is the value that the whole document is.
func (d *Document) Root() Value { return Value{d, 0} }

// Source is the JSON text that the document was read from, with blanks for the comments of [ParseJSONC], or nil where a
// [Builder] made it.
func (d *Document) Source() []byte { return d.text }
