package rule

import (
	"slices"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule/pattern"
)

// What generated code says by a function of this room. Patterns and values are read when they are first asked for, so a
// program that does not need them does not pay for them.

// Matcher is [Matches] for a pattern, which must be one.
func Matcher(source string) func(text string) bool {
	compiled := sync.OnceValue(func() *pattern.Pattern { return pattern.MustCompile(source) })
	return func(text string) bool { return Matches(compiled(), text) }
}

// MatcherIn is [MatchesIn] for a pattern, which must be one, that can take long.
func MatcherIn(source string) func(d *document.Document, text string) bool {
	compiled := sync.OnceValue(func() *pattern.Pattern { return pattern.MustCompile(source) })
	return func(d *document.Document, text string) bool { return MatchesIn(d, compiled(), text) }
}

// EnumOf is the method Valid of an [Enum] whose values are a JSON array.
func EnumOf(array string) func(d *document.Document, at int) bool {
	parsed := sync.OnceValue(func() Enum { return ParseEnum(array) })
	return func(d *document.Document, at int) bool { return parsed().Valid(d, at) }
}

// One reports whether one of several answers is yes, and no other.
func One(answers ...bool) bool {
	n := 0
	for _, yes := range answers {
		if yes {
			n++
		}
	}
	return n == 1
}

// Each reports whether all items of an array are valid.
func Each(d *document.Document, at int, valid func(d *document.Document, at int) bool) bool {
	for i, end := at+1, d.End(at); i < end; i = d.End(i) {
		if !valid(d, i) {
			return false
		}
	}
	return true
}

// EachMember reports whether the values of all members of an object are valid.
func EachMember(d *document.Document, at int, valid func(d *document.Document, at int) bool) bool {
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		if !valid(d, m+1) {
			return false
		}
	}
	return true
}

// May reports whether a member of an object is valid where it is there.
func May(d *document.Document, at int, name string, valid func(d *document.Document, at int) bool) bool {
	value := d.Find(at, name)
	return value < 0 || valid(d, value)
}

// Must reports whether a member of an object is there and valid.
func Must(d *document.Document, at int, name string, valid func(d *document.Document, at int) bool) bool {
	value := d.Find(at, name)
	return value >= 0 && valid(d, value)
}

// MayBe reports whether a member of an object is a given string where it is there.
func MayBe(d *document.Document, at int, name, text string) bool {
	value := d.Find(at, name)
	return value < 0 || d.Kind(value) == document.String && d.Text(value) == text
}

// MustBe reports whether a member of an object is a given string.
func MustBe(d *document.Document, at int, name, text string) bool {
	value := d.Find(at, name)
	return value >= 0 && d.Kind(value) == document.String && d.Text(value) == text
}

// Tag is the string that a member of an object is, "" where it is absent or something else, or the value is no object.
func Tag(d *document.Document, at int, name string) string {
	if d.Kind(at) != document.Object {
		return ""
	}
	if value := d.Find(at, name); value >= 0 && d.Kind(value) == document.String {
		return d.Text(value)
	}
	return ""
}

// Only reports whether an object has no members but those of some names.
func Only(d *document.Document, at int, names ...string) bool {
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		if !slices.Contains(names, d.Text(m)) {
			return false
		}
	}
	return true
}

// IsObject reports whether a value is an object.
func IsObject(d *document.Document, at int) bool { return d.Kind(at) == document.Object }

// IsArray reports whether a value is an array.
func IsArray(d *document.Document, at int) bool { return d.Kind(at) == document.Array }

// IsString reports whether a value is a string.
func IsString(d *document.Document, at int) bool { return d.Kind(at) == document.String }

// IsNumber reports whether a value is a number.
func IsNumber(d *document.Document, at int) bool { return d.Kind(at) == document.Number }

// IsInteger reports whether a value is a number without a fraction, however it is written.
func IsInteger(d *document.Document, at int) bool {
	return d.Kind(at) == document.Number && d.Integer(at)
}

// IsBoolean reports whether a value is a boolean.
func IsBoolean(d *document.Document, at int) bool { return d.Kind(at) == document.Boolean }

// IsNull reports whether a value is null.
func IsNull(d *document.Document, at int) bool { return d.Kind(at) == document.Null }
