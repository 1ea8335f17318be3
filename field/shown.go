package field

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"
)

// Shown is what a value that holds secrets shows of itself: no verb of fmt, and no log, has more. Secrets are those that the
// schema marks with x-sensitive.
type Shown struct {
	goType string
	parts  []Part // of a struct
	whole  any    // what stands for any other value
}

// Part is a field of a struct that is shown.
type Part struct {
	name, member string // in Go, and in JSON
	value        any
}

// mask stands for a secret, as in reports. It is the same for all, so that it does not even tell a length.
const mask = "•••••"

// secret prints as the mask.
type secret struct{}

func (secret) String() string   { return mask }
func (secret) GoString() string { return mask }

// ShowStruct shows some fields of a struct.
func ShowStruct(goType string, parts ...Part) Shown { return Shown{goType: goType, parts: parts} }

// ShowValue shows a value that is no struct. What hides secrets within it is asked by fmt.
func ShowValue(goType string, value any) Shown { return Shown{goType: goType, whole: value} }

// HideValue shows that there is a value, and no more.
func HideValue(goType string) Shown { return ShowValue(goType, secret{}) }

// Show is a field with its value.
func Show(name, member string, value any) Part { return Part{name, member, value} }

// ShowPointer is a field with what it points to.
func ShowPointer[T any](name, member string, value *T) Part {
	if value == nil {
		return Part{name, member, nil}
	}
	return Part{name, member, *value}
}

// ShowGiven is a field whose value may be absent by being nil.
func ShowGiven(name, member string, value any, given bool) Part {
	if !given {
		value = nil
	}
	return Part{name, member, value}
}

// Hide is a field without its value.
func Hide(name, member string) Part { return Part{name, member, secret{}} }

// Format prints Go for %#v, and the same text for all other verbs: there is none that looks deeper.
func (v Shown) Format(s fmt.State, verb rune) {
	text := v.String
	if verb == 'v' && s.Flag('#') {
		text = v.GoString
	}
	_, _ = io.WriteString(s, text())
}

// String is what fmt prints for %+v of a struct: {Name:value Other:value}.
func (v Shown) String() string {
	if v.parts == nil {
		return printed(v.whole)
	}
	texts := make([]string, len(v.parts))
	for i, p := range v.parts {
		texts[i] = p.name + ":" + printed(p.value)
	}
	return "{" + strings.Join(texts, " ") + "}"
}

// GoString is what fmt prints for %#v of a struct: pkg.T{Name:"value"}.
func (v Shown) GoString() string {
	if v.parts == nil {
		return v.goType + "(" + printedGo(v.whole) + ")"
	}
	texts := make([]string, len(v.parts))
	for i, p := range v.parts {
		texts[i] = p.name + ":" + printedGo(p.value)
	}
	return v.goType + "{" + strings.Join(texts, ", ") + "}"
}

// LogValue is a group of the members that are there, by their names in JSON.
func (v Shown) LogValue() slog.Value {
	if v.parts == nil {
		return logged(v.whole)
	}
	var list []slog.Attr
	for _, p := range v.parts {
		if !isAbsent(p.value) {
			list = append(list, slog.Attr{Key: p.member, Value: logged(p.value)})
		}
	}
	return slog.GroupValue(list...)
}

// isAbsent reports whether a field has no value.
func isAbsent(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case json.RawMessage:
		return len(v) == 0
	case map[string]json.RawMessage:
		return len(v) == 0
	case interface {
		slog.LogValuer
		IsZero() bool
	}:
		// An Optional or a Maybe, but no other type that can be zero.
		return reflect.TypeOf(v).PkgPath() == path && v.IsZero()
	}
	return false
}

// path is that of this package.
var path = reflect.TypeFor[Coder]().PkgPath()

// printed is a value as fmt prints it, but JSON text as text.
func printed(v any) string {
	switch v := v.(type) {
	case json.RawMessage:
		if len(v) == 0 {
			return "absent"
		}
		return string(v)
	case map[string]json.RawMessage:
		texts := make(map[string]string, len(v))
		for name, text := range v {
			texts[name] = string(text)
		}
		return fmt.Sprint(texts)
	}
	return fmt.Sprintf("%+v", v)
}

// printedGo is the same for Go.
func printedGo(v any) string {
	switch v := v.(type) {
	case json.RawMessage:
		return fmt.Sprintf("json.RawMessage(%q)", string(v))
	case map[string]json.RawMessage:
		texts := make([]string, 0, len(v))
		for _, name := range slices.Sorted(maps.Keys(v)) {
			texts = append(texts, fmt.Sprintf("%q:%s", name, printedGo(v[name])))
		}
		return "map[string]json.RawMessage{" + strings.Join(texts, ", ") + "}"
	}
	return fmt.Sprintf("%#v", v)
}

// logged is a value for a log. Handlers may write a value through encoding/json, which hides nothing, so one that neither
// says what is to be logged of it nor is simple is logged as it is printed.
func logged(v any) slog.Value {
	switch v.(type) {
	case nil, slog.LogValuer, string, bool, json.Number, time.Time,
		int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64, float32, float64:
		return slog.AnyValue(v)
	}
	return slog.StringValue(printed(v))
}
