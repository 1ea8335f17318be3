package field

import (
	"bytes"
	"reflect"
	"sync"
	"unsafe"

	"github.com/assaykit/assay/document"
)

// Codec is how values of a type become JSON text and come from it, for the methods of the type. What they do is
// done by codec, which is no generic type: each type of a program has its own copy of what is generic.
type Codec[T any] struct {
	// It is not embedded: what is promoted is compiled again for each type.
	by codec
}

type codec struct {
	check Check
	code  func(v any, c *Coder) // v is a *T
	rooms sync.Pool             // of *T, zero
}

// Check is what a text must pass to be read.
type Check interface {
	// Document parses a text and returns it where it passes; the caller releases it.
	Document(text []byte) (*document.Document, error)
	// Validate says what keeps a text from passing.
	Validate(text []byte) error
}

// CodecOf makes a Codec of the function that reads and writes a value and of what a text must pass.
func CodecOf[T any](code func(*T, *Coder), check Check) *Codec[T] {
	return &Codec[T]{by: codec{check: check, code: func(v any, c *Coder) { code(v.(*T), c) }}}
}

// Unmarshal reads v from JSON text. The error is that of the check or a *[FitError]; v is then as it was.
func (j *Codec[T]) Unmarshal(text []byte, v *T) error {
	if isZero(v) {
		err := j.by.read(text, v)
		if err != nil {
			*v = *new(T)
		}
		return err
	}
	room := j.room()
	err := j.by.read(text, room)
	if err == nil {
		*v = *room
	}
	j.leave(room)
	return err
}

// read reads v, which is a pointer to a zero value, from JSON text.
func (j *codec) read(text []byte, v any) error {
	d, err := j.check.Document(text)
	if err != nil {
		return err
	}
	c := coders.Get().(*Coder)
	c.d, c.at = d, 0
	j.code(v, c)
	err = c.err
	c.release()
	if err == nil && d.Kind(0) == document.Null && !j.isNull(v) {
		err = unfit(d, 0, reflect.TypeOf(v).Elem().String(), "null")
	}
	d.Release()
	return err
}

// isNull reports whether v is null. The schema of a type may allow null where the type has no value for it: then it is
// Nullable or Maybe that have one, around the type.
func (j *codec) isNull(v any) bool {
	text, err := j.marshal(v)
	return err == nil && string(text) == "null"
}

// Marshal writes v as JSON text. It does not check the text.
func (j *Codec[T]) Marshal(v *T) ([]byte, error) {
	room := j.copy(v)
	text, err := j.by.marshal(room)
	j.leave(room)
	return text, err
}

func (j *codec) marshal(v any) ([]byte, error) {
	c := coders.Get().(*Coder)
	j.code(v, c)
	var text []byte
	err := c.err
	if err == nil {
		text = append(text, c.b...)
	}
	c.release()
	return text, err
}

// Append appends v as JSON text. It does not check the text. After an error it returns b as it was.
func (j *Codec[T]) Append(b []byte, v *T) ([]byte, error) {
	room := j.copy(v)
	c, kept := appending(b)
	j.by.code(room, c)
	b, err := c.appended(b, kept)
	j.leave(room)
	return b, err
}

// Validate checks v as it would be written.
func (j *Codec[T]) Validate(v *T) error {
	room := j.copy(v)
	err := j.by.validate(room)
	j.leave(room)
	return err
}

func (j *codec) validate(v any) error {
	c := coders.Get().(*Coder)
	j.code(v, c)
	err := c.err
	if err == nil {
		err = j.check.Validate(c.b)
	}
	c.release()
	return err
}

// Check checks JSON text.
func (j *Codec[T]) Check(text []byte) error { return j.by.check.Validate(text) }

// copy is a copy of v that is used again. The methods of generated types have their receiver as a value, which may be large and would be
// moved to the heap for each call, for its way through functions that are values.
func (j *Codec[T]) copy(v *T) *T {
	room := j.room()
	*room = *v
	return room
}

// room is room for a value, which is zero.
func (j *Codec[T]) room() *T {
	if room, ok := j.by.rooms.Get().(*T); ok {
		return room
	}
	return new(T)
}

// leave gives room back.
func (j *Codec[T]) leave(room *T) {
	*room = *new(T)
	j.by.rooms.Put(room)
}

// isZero reports whether a value is zero, as most are that are read into: those need no copy to go back to. Another one may be
// said not to be zero for what stands between its fields.
func isZero[T any](v *T) bool {
	return zeros(unsafe.Slice((*byte)(unsafe.Pointer(v)), unsafe.Sizeof(*v)))
}

var zero [512]byte

func zeros(b []byte) bool {
	for ; len(b) > len(zero); b = b[len(zero):] {
		if !bytes.Equal(b[:len(zero)], zero[:]) {
			return false
		}
	}
	return bytes.Equal(b, zero[:len(b)])
}

// Read reads v from the value at an entry of a document. It is known to be valid.
func Read[T any](d *document.Document, at int, v *T, code func(*T, *Coder)) error {
	c := coders.Get().(*Coder)
	c.d, c.at = d, at
	code(v, c)
	err := c.err
	c.release()
	return err
}

// Parse reads a value from JSON text that is known to be valid; ok is false where it does not fit its Go type.
func Parse[T any](text string, code func(*T, *Coder)) (v T, ok bool) {
	d, err := document.Parse([]byte(text))
	if err != nil {
		return v, false
	}
	defer d.Release()
	if err := Read(d, 0, &v, code); err != nil {
		return *new(T), false
	}
	return v, true
}

// Append appends v as JSON text. After an error it returns b as it was.
func Append[T any](b []byte, v *T, code func(*T, *Coder)) ([]byte, error) {
	c, kept := appending(b)
	code(v, c)
	return c.appended(b, kept)
}

// appending is a Coder that writes behind b, and its own buffer.
func appending(b []byte) (c *Coder, kept []byte) {
	c = coders.Get().(*Coder)
	kept = c.b
	c.b, c.start = b, len(b)
	return c, kept
}

// appended is what was written behind b.
func (c *Coder) appended(b, kept []byte) ([]byte, error) {
	text, err := c.b, c.err
	if err != nil {
		text = b
	}
	c.b = kept
	c.release()
	return text, err
}
