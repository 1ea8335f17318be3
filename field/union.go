package field

import (
	"errors"
	"reflect"
	"slices"

	"github.com/assaykit/assay/document"
)

// ErrNone is why a union without a value cannot be written.
var ErrNone = errors.New("found no value, wanted one of the types of the union")

// None reports whether a union has no value: nil, or a nil pointer.
func None(value any) bool {
	v := reflect.ValueOf(value)
	return !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil()
}

// Value reads a value of one type, as a variant of a union.
func Value[T any](c *Coder, code func(*T, *Coder)) T {
	var v T
	code(&v, c)
	return v
}

// Says reports whether an object has a member that is one of some strings.
func Says(d *document.Document, at int, member string, values ...string) bool {
	if d.Kind(at) != document.Object {
		return false
	}
	value := d.Find(at, member)
	return value >= 0 && d.Kind(value) == document.String && slices.Contains(values, d.Text(value))
}
