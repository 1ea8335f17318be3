package field

import (
	"fmt"
	"log/slog"
	"reflect"
)

// The types of this package print as the value that they hold, or as the word absent or null. Without a method of their own fmt would
// look into their unexported fields, where it calls no methods: a value that hides a secret would not be asked.

// Format prints the value as fmt does, or absent.
func (o Optional[T]) Format(s fmt.State, verb rune) {
	if o.present {
		printGiven(s, verb, "Some", o.value, reflect.TypeFor[T]())
		return
	}
	printState(s, verb, "absent", "Optional", "{}", reflect.TypeFor[T]())
}

// Format prints the value as fmt does, or null.
func (n Nullable[T]) Format(s fmt.State, verb rune) {
	if n.valid {
		printGiven(s, verb, "NotNull", n.value, reflect.TypeFor[T]())
		return
	}
	printState(s, verb, "null", "Nullable", "{}", reflect.TypeFor[T]())
}

// Format prints the value as fmt does, or absent, or null.
func (m Maybe[T]) Format(s fmt.State, verb rune) {
	switch m.state {
	case given:
		printGiven(s, verb, "Given", m.value, reflect.TypeFor[T]())
	case null:
		printState(s, verb, "null", "Null", "()", reflect.TypeFor[T]())
	default:
		printState(s, verb, "absent", "Maybe", "{}", reflect.TypeFor[T]())
	}
}

// LogValue is the value for a log, or absent.
func (o Optional[T]) LogValue() slog.Value {
	if o.present {
		return logged(o.value)
	}
	return slog.StringValue("absent")
}

// LogValue is the value for a log, or nil.
func (n Nullable[T]) LogValue() slog.Value {
	if n.valid {
		return logged(n.value)
	}
	return slog.AnyValue(nil)
}

// LogValue is the value for a log, or nil for null, or absent.
func (m Maybe[T]) LogValue() slog.Value {
	switch m.state {
	case given:
		return logged(m.value)
	case null:
		return slog.AnyValue(nil)
	}
	return slog.StringValue("absent")
}

// printGiven prints a value that is there; for %#v it is Go that makes it: field.Some[string]("a").
func printGiven(s fmt.State, verb rune, function string, value any, of reflect.Type) {
	if verb != 'v' || !s.Flag('#') {
		_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), value)
		return
	}
	_, _ = fmt.Fprintf(s, "field.%s[%s](%#v)", function, of, value)
}

// printState prints that there is no value, in a word or as Go.
func printState(s fmt.State, verb rune, word, function, end string, of reflect.Type) {
	if verb == 'v' && s.Flag('#') {
		_, _ = fmt.Fprintf(s, "field.%s[%s]%s", function, of, end)
		return
	}
	width, _ := s.Width()
	if s.Flag('-') {
		width = -width
	}
	_, _ = fmt.Fprintf(s, "%*s", width, word)
}
