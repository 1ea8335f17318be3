package field

import "encoding/json"

// Maybe is a value that may be absent or null. The zero Maybe is absent.
type Maybe[T any] struct {
	value T
	state state
}

// state is one of the three states of an object's member.
type state uint8

const (
	absent state = iota
	null
	given
)

// Given is a Maybe that has a value.
func Given[T any](value T) Maybe[T] { return Maybe[T]{value, given} }

// Null is a Maybe that is null.
func Null[T any]() Maybe[T] { return Maybe[T]{state: null} }

// Get is the value; ok is false where it is absent or null.
func (m Maybe[T]) Get() (value T, ok bool) { return m.value, m.state == given }

// Or is the value, or another one where it is absent or null.
func (m Maybe[T]) Or(other T) T {
	if m.state == given {
		return m.value
	}
	return other
}

// Set gives it a value.
func (m *Maybe[T]) Set(value T) { *m = Maybe[T]{value, given} }

// SetNull makes it null.
func (m *Maybe[T]) SetNull() { *m = Maybe[T]{state: null} }

// Clear makes it absent.
func (m *Maybe[T]) Clear() { *m = Maybe[T]{} }

// IsNull reports whether it is null; absent is not.
func (m Maybe[T]) IsNull() bool { return m.state == null }

// IsZero reports whether it is absent.
func (m Maybe[T]) IsZero() bool { return m.state == absent }

// MarshalJSON writes the value, and null where it is null or absent: use omitzero to leave an absent one out.
func (m Maybe[T]) MarshalJSON() ([]byte, error) {
	if m.state != given {
		return []byte("null"), nil
	}
	return json.Marshal(m.value)
}

// UnmarshalJSON reads the value or null.
func (m *Maybe[T]) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		m.SetNull()
		return nil
	}
	var value T
	if err := json.Unmarshal(text, &value); err != nil {
		return err
	}
	m.Set(value)
	return nil
}
