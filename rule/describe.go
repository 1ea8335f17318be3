package rule

import (
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
)

// longest is how many characters of a value a message quotes.
const longest = 60

// describe says what the value at an entry is.
func (x *Explanation) describe(at int) string {
	d := x.Document
	kind := d.Kind(at)
	switch {
	case kind == document.Null:
		return "null"
	case x.sensitive(at):
		return describeHidden(d, at)
	case x.values.Hidden:
		return x.describeSummed(at)
	case kind == document.Array, kind == document.Object:
		return describeHidden(d, at)
	case kind == document.String:
		if x.secret(d.Text(at)) {
			return x.describeSummed(at)
		}
		text := []rune(d.Text(at))
		if len(text) > longest {
			return strconv.Quote(string(text[:longest])) + "… (" + Count(len(text), "character") + ")"
		}
		return strconv.Quote(string(text))
	}
	text := d.Text(at)
	switch {
	case x.secret(text):
		return x.describeSummed(at)
	case len(text) <= longest:
		return strings.Clone(text) // the document's memory is not ours to keep
	}
	return "a number of " + Count(d.Len(at), "byte")
}

// sensitive reports whether the schema marks the value at an entry, or one around it.
func (x *Explanation) sensitive(at int) bool { return x.hidden > 0 || x.secrets.cover(at) }

// secret reports whether a text is not shown although values are.
func (x *Explanation) secret(text string) bool {
	return x.values.Secret != nil && x.values.Secret(text)
}

// quoteName writes the name of a member in quotes, or says how long it is.
func (x *Explanation) quoteName(name string) string {
	if x.secret(name) {
		return "with a name of " + Count(len([]rune(name)), "character")
	}
	return strconv.Quote(name)
}

// describeHidden says type and length only.
func describeHidden(d *document.Document, at int) string {
	switch d.Kind(at) {
	case document.String:
		return "a string of " + Count(d.Runes(at), "character")
	case document.Array:
		return "an array of " + Count(d.Len(at), "item")
	case document.Object:
		return "an object of " + Count(d.Len(at), "member")
	case document.Boolean:
		return "a boolean"
	}
	return "a number"
}

// describeSummed says type and length, and what tells the value from others.
func (x *Explanation) describeSummed(at int) string {
	d := x.Document
	said := describeHidden(d, at)
	if x.values.Sum == nil || d.Kind(at) == document.Boolean {
		return said
	}
	if d.Kind(at) == document.Number {
		said += " of " + Count(digits(d.Bytes(at)), "digit")
	}
	sum, known := x.sums[at]
	if !known {
		if x.sums == nil {
			x.sums = map[int]string{}
		}
		sum = x.values.Sum(d.Value(at))
		x.sums[at] = sum
	}
	if sum != "" {
		said += " (#" + sum + ")"
	}
	return said
}

// digits counts those of a number in front of its exponent.
func digits(number []byte) int {
	n := 0
	for _, c := range number {
		switch {
		case c|0x20 == 'e':
			return n
		case c >= '0' && c <= '9':
			n++
		}
	}
	return n
}
