package field

import (
	"bytes"
	"reflect"
	"sync"
	"unsafe"

	"github.com/assaykit/assay/document"
)

// Codec is how values of a type become JSON text and come from it. It is no generic type, for the compiler would make its methods for each
// type anew: only what copies a value is generic.
type Codec struct {
	code  func(any, *Coder) // of a pointer to a value
	check Check
	size  uintptr   // of a value
	rooms sync.Pool // of pointers to values
}

// Check is what a text must pass to be read.
type Check interface {
	// Document parses a text and returns it where it passes; the caller releases it.
	Document(text []byte) (*document.Document, error)
	// Validate says what keeps a text from passing.
	Validate(text []byte) error
}

// CodecOf makes a Codec of the function that reads and writes a value and of what a text must pass. P is a pointer to the type; all
// pointers share one instance of this function.
func CodecOf[P any](code func(P, *Coder), check Check) *Codec {
	return &Codec{code: func(v any, c *Coder) { code(v.(P), c) }, check: check, size: reflect.TypeFor[P]().Elem().Size()}
}

// Copied is a copy of a value, to be written once.
type Copied struct {
	of   *Codec
	room any // a pointer to the copy
}

// Copy copies what v points to. The methods of generated types have their receiver as a value, which may be large and would be moved to
// the heap for each call, for its way through functions that are values; so those get a copy whose room is used again.
func Copy[T any](j *Codec, v *T) Copied {
	room, ok := j.rooms.Get().(*T)
	if !ok {
		room = new(T)
	}
	*room = *v
	return Copied{j, room}
}

// Check checks JSON text.
func (j *Codec) Check(text []byte) error { return j.check.Validate(text) }

// Unmarshal reads the value that v points to from JSON text. The error is that of the check or a *[FitError]; the value is then as it was.
func (j *Codec) Unmarshal(text []byte, v any) error {
	d, err := j.check.Document(text)
	if err != nil {
		return err
	}
	target := reflect.ValueOf(v)
	if !zeros(unsafe.Slice((*byte)(target.UnsafePointer()), j.size)) {
		err = j.replace(d, v)
	} else if err = j.read(d, v); err != nil {
		target.Elem().SetZero()
	}
	d.Release()
	return err
}

// replace reads v where there is a value already.
func (j *Codec) replace(d *document.Document, v any) error {
	target := reflect.ValueOf(v).Elem()
	room := j.rooms.Get()
	if room == nil {
		room = reflect.New(target.Type()).Interface()
	}
	before := reflect.ValueOf(room).Elem()
	before.Set(target)
	target.SetZero()
	err := j.read(d, v)
	if err != nil {
		target.Set(before)
	}
	before.SetZero()
	j.rooms.Put(room)
	return err
}

func (j *Codec) read(d *document.Document, v any) (err error) {
	c := coders.Get().(*Coder)
	c.d, c.at = d, 0
	returned := false
	defer func() {
		if !returned {
			err = undecided(recover())
		}
	}()
	j.code(v, c)
	returned, err = true, c.err
	c.release()
	if err == nil && d.Kind(0) == document.Null && !j.isNull(v) {
		err = unfit(d, 0, reflect.TypeOf(v).Elem().String(), "null")
	}
	return err
}

// isNull reports whether v is null. The schema of a type may allow null where the type has no value for it: then it is
// Nullable or Maybe that have one, around the type.
func (j *Codec) isNull(v any) bool {
	c := coders.Get().(*Coder)
	j.code(v, c)
	is := c.err == nil && string(c.b) == "null"
	c.release()
	return is
}

// write writes the copy, and gives back its room.
func (v Copied) write(c *Coder) {
	v.of.code(v.room, c)
	reflect.ValueOf(v.room).Elem().SetZero()
	v.of.rooms.Put(v.room)
}

// Marshal writes the copy as JSON text. It does not check the text.
func (v Copied) Marshal() ([]byte, error) {
	c := coders.Get().(*Coder)
	v.write(c)
	var text []byte
	err := c.err
	if err == nil {
		text = append(text, c.b...)
	}
	c.release()
	return text, err
}

// Append appends the copy as JSON text. It does not check the text. After an error it returns b as it was.
func (v Copied) Append(b []byte) ([]byte, error) {
	c, kept := appending(b)
	v.write(c)
	return c.appended(b, kept)
}

// Validate checks the copy as it would be written.
func (v Copied) Validate() error {
	c := coders.Get().(*Coder)
	v.write(c)
	err := c.err
	if err == nil {
		err = v.of.check.Validate(c.b)
	}
	c.release()
	return err
}

var zero [512]byte

// zeros reports whether a value is zero, as most are that are read into: those need no copy to go back to. Another one may be
// said not to be zero for what stands between its fields.
func zeros(b []byte) bool {
	for ; len(b) > len(zero); b = b[len(zero):] {
		if !bytes.Equal(b[:len(zero)], zero[:]) {
			return false
		}
	}
	return bytes.Equal(b, zero[:len(b)])
}

// Read reads what v points to from the value at an entry of a document. It is known to be valid.
func Read[P any](d *document.Document, at int, v P, code func(P, *Coder)) error {
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

// Append appends what v points to as JSON text. After an error it returns b as it was.
func Append[P any](b []byte, v P, code func(P, *Coder)) ([]byte, error) {
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

// undecided is the error where a validating function that was asked for the type of a value came to no verdict; it panics again where
// that is not why the function did. Package rule says so.
func undecided(panicked any) error {
	if why, is := panicked.(interface{ Undecided() error }); is {
		return why.Undecided()
	}
	panic(panicked)
}
