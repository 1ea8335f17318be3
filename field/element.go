package field

import (
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"github.com/assaykit/assay/document"
)

// String reads or writes a string. What is read does not share the document's memory. It may share memory with other strings that
// were read: one that is kept alone keeps up to a KiB of them, unless it is cloned.
func String(v *string, c *Coder) {
	if c.d != nil {
		*v = c.keep(c.d.Text(c.at))
		return
	}
	c.b = document.AppendString(c.b, *v)
}

// few is how many values are compared with one that was read.
const few = 32

// Enum reads or writes one of some strings. What is read shares their memory, where they are not too many to look through.
func Enum[T ~string](v *T, c *Coder, values []T) {
	if c.d == nil {
		c.b = document.AppendString(c.b, string(*v))
		return
	}
	text := c.d.Text(c.at)
	for _, value := range values[:min(few, len(values))] {
		if string(value) == text {
			*v = value
			return
		}
	}
	*v = T(c.keep(text))
}

// Bool reads or writes a boolean.
func Bool(v *bool, c *Coder) {
	if c.d != nil {
		*v = c.d.True(c.at)
		return
	}
	c.b = strconv.AppendBool(c.b, *v)
}

// Int64 reads or writes an integer. It reads it however it is written.
func Int64(v *int64, c *Coder) {
	if c.d == nil {
		c.b = strconv.AppendInt(c.b, *v, 10)
		return
	}
	n, err := readInt64(c.d, c.at)
	if err != nil {
		c.Fail(err)
	}
	*v = n
}

// Float64 reads or writes a number. One that no float64 gives back, such as 9007199254740993 or 1e400, does not fit;
// NaN and the infinities have no JSON text.
func Float64(v *float64, c *Coder) {
	var err error
	if c.d == nil {
		c.b, err = appendFloat(c.b, *v)
	} else {
		*v, err = readFloat64(c.d, c.at)
	}
	if err != nil {
		c.Fail(err)
	}
}

// Time reads or writes a date-time of RFC 3339. It has more than one spelling: text keeps the one that was read where
// Go writes another, and is written again while it says the same time in the same zone. A leap second is the moment
// behind it, for time.Time has none.
func Time(text *string) func(*time.Time, *Coder) {
	return func(v *time.Time, c *Coder) { c.time(v, text) }
}

func (c *Coder) time(v *time.Time, text *string) {
	if c.d != nil {
		var err error
		if *v, *text, err = readTime(c.d, c.at); err != nil {
			c.Fail(err)
		}
		return
	}
	var err error
	if c.b, err = appendTime(c.b, *v, *text); err != nil {
		c.unwritable(err, v.Format(time.RFC3339Nano))
	}
}

// Raw reads or writes any value as JSON text. What is written must be one JSON value.
func Raw(v *json.RawMessage, c *Coder) {
	if c.d != nil {
		*v = c.text(c.at)
		return
	}
	c.raw(*v)
}

func (c *Coder) raw(text json.RawMessage) {
	if document.IsPlain(text) {
		c.b = append(c.b, text...)
		return
	}
	d, err := document.Parse(text)
	switch {
	case err != nil:
		c.unwritable(err, string(text))
		return
	case d.Compact(): // as what was read is
		c.b = append(c.b, text...)
	default:
		c.b = d.AppendJSON(c.b, 0)
	}
	d.Release()
}

// ErrNil is why a nil pointer cannot be written: it has no value, and the schema does not allow null there.
var ErrNil = errors.New("found a nil pointer, wanted a value")

// Pointer is for what a pointer points to.
func Pointer[T any](code func(*T, *Coder)) func(**T, *Coder) {
	return func(v **T, c *Coder) {
		switch {
		case c.d != nil:
			*v = new(T)
			code(*v, c)
		case *v == nil:
			c.Fail(ErrNil)
		case c.err == nil: // the value may hold itself
			code(*v, c)
		}
	}
}

// OrNull is for a value that may be null.
func OrNull[T any](code func(*T, *Coder)) func(*Nullable[T], *Coder) {
	return func(v *Nullable[T], c *Coder) {
		isNull := c.Null(!v.valid)
		if c.d != nil {
			v.valid = !isNull
		}
		if !isNull {
			code(&v.value, c)
		}
	}
}

// List is for an array whose items are alike.
func List[T any](code func(*T, *Coder)) func(*[]T, *Coder) {
	return func(v *[]T, c *Coder) { list(v, c, code) }
}

func list[T any](v *[]T, c *Coder, code func(*T, *Coder)) {
	if d, at := c.d, c.at; d != nil {
		items, n := make([]T, d.Len(at)), 0
		for i, end := at+1, d.End(at); i < end; i = d.End(i) {
			c.at = i
			code(&items[n], c)
			n++
		}
		*v = items
		return
	}
	c.begin('[')
	for i := range *v {
		if c.err != nil {
			return // the value may hold itself
		}
		c.comma()
		code(&(*v)[i], c)
	}
	c.end(']')
}

// Map is for an object whose members are alike. They are written in the order of their names.
func Map[T any](code func(*T, *Coder)) func(*map[string]T, *Coder) {
	return func(v *map[string]T, c *Coder) { mapping(v, c, code) }
}

func mapping[T any](v *map[string]T, c *Coder, code func(*T, *Coder)) {
	if d, at := c.d, c.at; d != nil {
		members, value := make(map[string]T, d.Len(at)), new(T)
		for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
			readMember(c, members, m, value, code)
		}
		*v = members
		return
	}
	c.begin('{')
	writeMembers(c, *v, nil, code)
	c.end('}')
}
