// Package field holds the Go values that generated structs are made of: members that may be absent, null or
// both, and how such values and plain ones are read from a document and written as JSON by a [Coder].
//
// A member of a JSON object is in one of three states: absent, null, or there with a value. The types
// here keep apart the states that a schema allows, no more and no fewer:
//
//	             not nullable   nullable
//	required     T              Nullable[T]
//	optional     Optional[T]    Maybe[T]
//
// Their zero values are absent, or null where absence is not allowed. With the tag option omitzero, encoding/json
// leaves absent members out, too.
package field

import (
	"encoding/json"
	"errors"
)

// errNull is why null cannot be decoded where the schema does not allow it.
var errNull = errors.New("found null, wanted a value")

// Optional is a value that may be absent. The zero Optional is.
type Optional[T any] struct {
	value   T
	present bool
}

// Some is an Optional that has a value.
func Some[T any](value T) Optional[T] { return Optional[T]{value, true} }

// Get is the value; ok is false where it is absent.
func (o Optional[T]) Get() (value T, ok bool) { return o.value, o.present }

// Or is the value, or another one where it is absent.
func (o Optional[T]) Or(other T) T {
	if o.present {
		return o.value
	}
	return other
}

// Set gives it a value.
func (o *Optional[T]) Set(value T) { *o = Optional[T]{value, true} }

// Clear makes it absent.
func (o *Optional[T]) Clear() { *o = Optional[T]{} }

// IsZero reports whether the value is absent.
func (o Optional[T]) IsZero() bool { return !o.present }

// MarshalJSON writes the value, and null where it is absent: use omitzero to leave it out.
func (o Optional[T]) MarshalJSON() ([]byte, error) {
	if !o.present {
		return []byte("null"), nil
	}
	return json.Marshal(o.value)
}

// UnmarshalJSON reads the value; null is an error.
func (o *Optional[T]) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return errNull
	}
	var value T
	if err := json.Unmarshal(text, &value); err != nil {
		return err
	}
	o.Set(value)
	return nil
}
