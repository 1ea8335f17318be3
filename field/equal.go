package field

import (
	"bytes"
	"errors"

	"github.com/assaykit/assay/document"
)

// Equal reports whether what two pointers point to is one as JSON: numbers by their value, raw text by what it means, absent and null
// apart. What cannot be written, such as NaN or a union without a value, equals what cannot be written for the same reason.
func Equal[P any](a, b P, code func(P, *Coder)) bool {
	x, y := compared(a, code), compared(b, code)
	defer x.release()
	defer y.release()
	switch {
	case x.err != nil || y.err != nil:
		return false
	case bytes.Equal(x.b, y.b):
		return true
	}
	d, err := document.Parse(x.b)
	if err != nil {
		return false
	}
	defer d.Release()
	e, err := document.Parse(y.b)
	if err != nil {
		return false
	}
	defer e.Release()
	return document.Equal(d.Root(), e.Root())
}

// compared writes a value to be compared.
func compared[P any](v P, code func(P, *Coder)) *Coder {
	c := coders.Get().(*Coder)
	c.comparing = true
	code(v, c)
	c.comparing = false
	return c
}

// unwritable notes why a value cannot be written. For a comparison a text stands for the value: no field has that text and
// such a value, so it is none that can be written there.
func (c *Coder) unwritable(err error, value string) {
	if c.comparing {
		c.b = document.AppendString(c.b, err.Error()+" "+value)
		return
	}
	c.Fail(err)
}

// endless reports whether an error leaves nothing to go on with.
func endless(err error) bool { return errors.Is(err, errDeep) || errors.Is(err, errGap) }
