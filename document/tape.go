package document

import (
	"cmp"
	"math"
	"strconv"
	"time"
	"unicode/utf8"
	"unsafe"
)

// The methods of this file are the questions that engines ask, by entry: 0 is the root; the
// first item of an array and the first member name of an object stand at their entry
// plus 1, a member's value at its name's entry plus 1, and what follows a value
// at End. So a loop over the members of the object at an entry is
//
//	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
//		name, value := d.Text(m), m+1
//
// [Value] says the same in a friendlier way.

// Kind is the type of the value at an entry.
func (d *Document) Kind(at int) Kind { return Kind(d.tape[at].head & kindMask) }

// Len is the count of an array's items or of an object's members, and the length of
// any other value in bytes, without quotes and escapes.
func (d *Document) Len(at int) int { return int(uint32(d.tape[at].tail)) }

// End is the entry behind the value at an entry and all that is in it. It must not be asked of a member name.
func (d *Document) End(at int) int { return int(d.tape[at].tail >> 32) }

// True reports whether the boolean at an entry is true.
func (d *Document) True(at int) bool { return d.tape[at].head&flagTrue != 0 }

// Text is the string at an entry without its escapes, a member's name, or the text of a number or literal as it is
// written. It shares the document's memory: copy it to keep it beyond Release.
func (d *Document) Text(at int) string {
	e := &d.tape[at]
	start := e.head >> 32
	return d.data[start : start+uint64(uint32(e.tail))]
}

// Bytes is [Document.Text] as bytes that must not be changed.
func (d *Document) Bytes(at int) []byte {
	return bytesOf(d.Text(at))
}

// shared is bytes as a string without a copy. They must not change while it is in use.
func shared(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// bytesOf is a string as bytes, which must not be changed.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// NameHash is the hash of the member name at an entry, for tables of names: see the function of the same name.
func (d *Document) NameHash(at int) uint32 { return uint32(d.tape[at].tail >> 32) }

// Runes is the length in characters (Unicode code points) of the string at an entry.
func (d *Document) Runes(at int) int {
	if d.tape[at].head&flagWide == 0 {
		return d.Len(at)
	}
	return utf8.RuneCount(d.Bytes(at))
}

// Int is the number at an entry where it is written without point and exponent
// and fits. A number such as 1.0 is an integer, too, but not ok here: see [Document.Decimal].
func (d *Document) Int(at int) (n int64, ok bool) {
	e := &d.tape[at]
	if e.head&(kindMask|flagFraction) != uint64(Number) {
		return 0, false
	}
	text := d.Bytes(at)
	if len(text) < 19 { // cannot overflow
		negative := text[0] == '-'
		if negative {
			text = text[1:]
		}
		for _, c := range text {
			n = n*10 + int64(c-'0')
		}
		if negative {
			n = -n
		}
		return n, true
	}
	n, err := strconv.ParseInt(d.Text(at), 10, 64)
	return n, err == nil
}

// Integer reports whether the number at an entry has no fraction, however it is
// written: 1.0 and 1e3 have none (JSON Schema core, section 4.2.2).
func (d *Document) Integer(at int) bool {
	if d.tape[at].head&flagFraction == 0 {
		return true
	}
	if n, ok := scale(d.Bytes(at)); ok {
		return n.integer()
	}
	return d.Decimal(at).Integer()
}

// Decimal is the exact value of the number at an entry.
func (d *Document) Decimal(at int) Decimal { return parseDecimal(d.Bytes(at)) }

// Find is the entry of the value that a member of the object at an entry has, or -1 where it has no
// member of that name.
func (d *Document) Find(at int, name string) int {
	tape := d.tape
	end := int(tape[at].tail >> 32)
	for m := at + 1; m < end; {
		e := &tape[m]
		if start := e.head >> 32; uint64(uint32(e.tail)) == uint64(len(name)) && d.data[start:start+uint64(len(name))] == name {
			return m + 1
		}
		m = int(tape[m+1].tail >> 32)
	}
	return -1
}

// Tick counts for a function that judges the document and has it to itself, and returns how often it was called. Nothing else
// of a document changes once it is made.
func (d *Document) Tick() int {
	d.ticks++
	return d.ticks
}

// Spend adds to the time that matches of slow patterns have taken with strings of the document, and returns all of it. Any number of goroutines
// may do so.
func (d *Document) Spend(took time.Duration) time.Duration {
	return time.Duration(d.spent.Add(int64(took)))
}

// StopTicking makes the counts of [Document.Tick] negative from now on.
func (d *Document) StopTicking() { d.ticks = math.MinInt }

// Entries is the count of entries on the tape: values and member names.
func (d *Document) Entries() int { return len(d.tape) }

// CompareInt is -1, 0 or 1 as the number at an entry is less than, equal to or greater than n.
func (d *Document) CompareInt(at int, n int64) int {
	if m, ok := d.Int(at); ok {
		return cmp.Compare(m, n)
	}
	if m, ok := scale(d.Bytes(at)); ok && n == int64(int32(n)) {
		if x, y, ok := aligned(m, scaled{digits: n}); ok {
			return cmp.Compare(x, y)
		}
	}
	return d.Decimal(at).Compare(intDecimal(n))
}

// Compare is -1, 0 or 1 as the number at an entry is less than, equal to or greater than another.
func (d *Document) Compare(at int, to Decimal) int {
	if x, y, ok := d.beside(at, to); ok {
		return cmp.Compare(x, y)
	}
	return d.Decimal(at).Compare(to)
}

// MultipleOf reports whether the number at an entry divided by another, which must not be zero, is an integer.
func (d *Document) MultipleOf(at int, of Decimal) bool {
	if x, y, ok := d.beside(at, of); ok {
		return x%y == 0
	}
	return d.Decimal(at).MultipleOf(of)
}

// beside are the digits of the number at an entry and of another, at one exponent; ok is false where either has many.
func (d *Document) beside(at int, other Decimal) (x, y int64, ok bool) {
	m, few := scale(d.Bytes(at))
	n, ok := other.scaled()
	if !few || !ok {
		return 0, 0, false
	}
	return aligned(m, n)
}
