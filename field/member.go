package field

import (
	"errors"
	"fmt"

	"github.com/assaykit/assay/document"
)

// ErrNil is why a nil pointer cannot be written: it has no value, and the schema does not allow null there.
var ErrNil = errors.New("found a nil pointer, wanted a value")

// In says of which member an error is. The members of members add up to a JSON Pointer.
func In(member string, err error) error {
	var inner *memberError
	if errors.As(err, &inner) {
		return &memberError{"/" + document.EscapePointer(member) + inner.pointer, inner.err}
	}
	return &memberError{"/" + document.EscapePointer(member), err}
}

// memberError is an error of writing with the place of the value that cannot be written.
type memberError struct {
	pointer string
	err     error
}

func (e *memberError) Error() string { return e.pointer + ": " + e.err.Error() }

func (e *memberError) Unwrap() error { return e.err }

// Apart makes sure that the members without a field have no name that a field has, for the object would have that
// name twice.
func Apart[T any](members map[string]T, names ...string) error {
	for _, name := range names {
		if _, twice := members[name]; twice {
			return In(name, fmt.Errorf("found it in AdditionalProperties, wanted it in its field"))
		}
	}
	return nil
}
