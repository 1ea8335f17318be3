package field

import "encoding/json"

// Nullable is a value that may be null. The zero Nullable is.
type Nullable[T any] struct {
	value T
	valid bool
}

// NotNull is a Nullable that has a value.
func NotNull[T any](value T) Nullable[T] { return Nullable[T]{value, true} }

// Get is the value; ok is false where it is null.
func (n Nullable[T]) Get() (value T, ok bool) { return n.value, n.valid }

// Or is the value, or another one where it is null.
func (n Nullable[T]) Or(other T) T {
	if n.valid {
		return n.value
	}
	return other
}

// Set gives it a value.
func (n *Nullable[T]) Set(value T) { *n = Nullable[T]{value, true} }

// SetNull makes it null.
func (n *Nullable[T]) SetNull() { *n = Nullable[T]{} }

// IsNull reports whether it is null.
func (n Nullable[T]) IsNull() bool { return !n.valid }

// MarshalJSON writes the value or null.
func (n Nullable[T]) MarshalJSON() ([]byte, error) {
	if !n.valid {
		return []byte("null"), nil
	}
	return json.Marshal(n.value)
}

// UnmarshalJSON reads the value or null.
func (n *Nullable[T]) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		n.SetNull()
		return nil
	}
	var value T
	if err := json.Unmarshal(text, &value); err != nil {
		return err
	}
	n.Set(value)
	return nil
}
