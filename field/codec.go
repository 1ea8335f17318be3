package field

import (
	"bytes"
	"fmt"
	"sync"
	"unsafe"

	"github.com/assaykit/assay/document"
)

// Codec is how values of a type become JSON text and come from it.
type Codec[T any] struct {
	code  func(*T, *Coder)
	check Check
	rooms sync.Pool // of *T
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
	return &Codec[T]{code: code, check: check}
}

// Unmarshal reads v from JSON text. The error is that of the check or a *[FitError]; v is then as it was.
func (j *Codec[T]) Unmarshal(text []byte, v *T) error {
	d, err := j.check.Document(text)
	if err != nil {
		return err
	}
	if !isZero(v) {
		err = j.replace(d, v)
	} else if err = j.read(d, v); err != nil {
		*v = *new(T)
	}
	d.Release()
	return err
}

// replace reads v where there is a value already. It is a function of its own for what room it takes on the stack.
//
//go:noinline
func (j *Codec[T]) replace(d *document.Document, v *T) error {
	before := *v
	*v = *new(T)
	err := j.read(d, v)
	if err != nil {
		*v = before
	}
	return err
}

func (j *Codec[T]) read(d *document.Document, v *T) error {
	err := Read(d, 0, v, j.code)
	if err == nil && d.Kind(0) == document.Null && !j.isNull(v) {
		err = unfit(d, 0, fmt.Sprintf("%T", *v), "null")
	}
	return err
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

// isNull reports whether v is null. The schema of a type may allow null where the type has no value for it: then it is
// Nullable or Maybe that have one, around the type.
func (j *Codec[T]) isNull(v *T) bool {
	text, err := j.Marshal(v)
	return err == nil && string(text) == "null"
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

// write writes v. The methods of generated types have their receiver as a value, which may be large and would be moved to the heap
// for each call, for its way through functions that are values; so those get a copy that is used again.
func (j *Codec[T]) write(v *T, c *Coder) {
	room, ok := j.rooms.Get().(*T)
	if !ok {
		room = new(T)
	}
	*room = *v
	j.code(room, c)
	*room = *new(T)
	j.rooms.Put(room)
}

// Marshal writes v as JSON text. It does not check the text.
func (j *Codec[T]) Marshal(v *T) ([]byte, error) {
	c := coders.Get().(*Coder)
	j.write(v, c)
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
	c, kept := appending(b)
	j.write(v, c)
	return c.appended(b, kept)
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

// Validate checks v as it would be written.
func (j *Codec[T]) Validate(v *T) error {
	c := coders.Get().(*Coder)
	j.write(v, c)
	err := c.err
	if err == nil {
		err = j.check.Validate(c.b)
	}
	c.release()
	return err
}

// Check checks JSON text.
func (j *Codec[T]) Check(text []byte) error { return j.check.Validate(text) }
