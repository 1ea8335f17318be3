package document

import (
	"encoding/json"
	"fmt"
)

// marshaled puts on the tape what json.Marshal writes of a value.
func (r *goReader) marshaled(v any) *GoError {
	text, err := json.Marshal(v)
	if err != nil {
		return unwritable(v, err)
	}
	d, err := Parse(text)
	if err != nil {
		return unwritable(v, err)
	}
	defer d.Release()
	return r.copied(d, 0)
}

// copied puts the value at an entry of another document on the tape.
func (r *goReader) copied(d *Document, at int) *GoError {
	kind := d.Kind(at)
	switch kind {
	case String:
		return r.text(d.Text(at))
	case Array, Object:
	default:
		r.leaf(d.tape[at].head&(1<<32-1), d.Text(at))
		return nil
	}
	begun, err := r.begin(kind)
	for i, end := at+1, d.End(at); err == nil && i < end; i = d.End(i) {
		if kind == Object {
			if err = r.name(d.Text(i)); err != nil {
				return err
			}
			i++
		}
		err = r.copied(d, i)
	}
	if err == nil {
		r.end(begun, d.Len(at))
	}
	return err
}

// unwritable is the error for a value whose JSON there is not, or is none.
func unwritable(v any, err error) *GoError {
	return &GoError{Found: fmt.Sprintf("a %T (%v)", v, err), Wanted: "a value that JSON can say", Err: err}
}
