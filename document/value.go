package document

import "iter"

// Value is a value within a document. The zero Value is none: IsZero says so, Kind gives Invalid, Get and Lookup
// find nothing in it, and its other methods must not be called.
type Value struct {
	doc *Document
	at  int
}

// Value is the value at an entry of the tape.
func (d *Document) Value(at int) Value { return Value{d, at} }

// IsZero reports whether v is no value at all.
func (v Value) IsZero() bool { return v.doc == nil }

// Document is the document that the value is in.
func (v Value) Document() *Document { return v.doc }

// Entry is the value's place on the document's tape.
func (v Value) Entry() int { return v.at }

// Kind is the type of the value.
func (v Value) Kind() Kind {
	if v.doc == nil {
		return Invalid
	}
	return v.doc.Kind(v.at)
}

// Len is the count of items or members, or the length in bytes of what is no container.
func (v Value) Len() int { return v.doc.Len(v.at) }

// Text is the string without its escapes, or the text of a number or literal as it is
// written.
func (v Value) Text() string { return v.doc.Text(v.at) }

// True reports whether the value is the boolean true.
func (v Value) True() bool { return v.Kind() == Boolean && v.doc.True(v.at) }

// Position is where in its file the value begins.
func (v Value) Position() Position { return v.doc.Position(v.at) }

// Get is the value of a member; it is the zero Value where v is no object or has no
// such member.
func (v Value) Get(name string) Value {
	if v.Kind() != Object {
		return Value{}
	}
	if at := v.doc.Find(v.at, name); at >= 0 {
		return Value{v.doc, at}
	}
	return Value{}
}

// Items ranges over the items of an array with their indexes; over nothing where v is none.
func (v Value) Items() iter.Seq2[int, Value] {
	return func(yield func(int, Value) bool) {
		if v.Kind() != Array {
			return
		}
		for i, at, end := 0, v.at+1, v.doc.End(v.at); at < end; i, at = i+1, v.doc.End(at) {
			if !yield(i, Value{v.doc, at}) {
				return
			}
		}
	}
}

// Members ranges over the members of an object: the name, itself a value with a position, and the
// member's value; over nothing where v is no object.
func (v Value) Members() iter.Seq2[Value, Value] {
	return func(yield func(Value, Value) bool) {
		if v.Kind() != Object {
			return
		}
		for m, end := v.at+1, v.doc.End(v.at); m < end; m = v.doc.End(m + 1) {
			if !yield(Value{v.doc, m}, Value{v.doc, m + 1}) {
				return
			}
		}
	}
}

// TextOr is the text of a string, or other where v is none.
func (v Value) TextOr(other string) string {
	if v.Kind() != String {
		return other
	}
	return v.Text()
}
