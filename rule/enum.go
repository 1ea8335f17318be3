package rule

import (
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// Enum is the keyword enum (validation, section 6.1.2): the value equals one of these.
type Enum struct {
	Values []document.Value
	texts  map[string]bool // the strings among the values
	// others are the other values, by their hashes where they are many.
	others []document.Value
	hashed map[uint64][]document.Value
}

// fewValues is how many values are compared one by one.
const fewValues = 16

// NewEnum makes the keyword from its values.
func NewEnum(values []document.Value) Enum {
	k := Enum{Values: values, texts: map[string]bool{}}
	for _, v := range values {
		if v.Kind() == document.String {
			k.texts[v.Text()] = true
		} else {
			k.others = append(k.others, v)
		}
	}
	if len(k.others) > fewValues {
		k.hashed = make(map[uint64][]document.Value, len(k.others))
		for _, v := range k.others {
			k.hashed[v.Hash()] = append(k.hashed[v.Hash()], v)
		}
	}
	return k
}

// ParseEnum makes the keyword from a JSON array; it panics where the text is none. Generated code uses it.
func ParseEnum(array string) Enum {
	d, err := document.Parse([]byte(array))
	if err != nil {
		panic("rule: the values of an enum: " + err.Error())
	}
	var values []document.Value
	for _, v := range d.Root().Items() {
		values = append(values, v)
	}
	return NewEnum(values)
}

func (Enum) Keyword() string { return "enum" }

func (k Enum) Valid(d *document.Document, at int) bool {
	if d.Kind(at) == document.String {
		return k.texts[d.Text(at)]
	}
	v, values := d.Value(at), k.others
	if k.hashed != nil {
		values = k.hashed[v.Hash()]
	}
	return slices.ContainsFunc(values, func(w document.Value) bool { return document.Equal(v, w) })
}

// most is how many values of an enum a message lists.
const most = 12

func (k Enum) Wanted() string {
	var words []string
	for i, v := range k.Values {
		if i == most && len(k.Values) > most+1 {
			words = append(words, Count(len(k.Values)-most, "other value"))
			break
		}
		words = append(words, quote(v))
	}
	if len(words) == 1 {
		return words[0]
	}
	if len(words) == 0 {
		return "no value here, for the enum is empty"
	}
	return "one of " + either(words)
}

func (k Enum) Found(*document.Document, int) string { return "" }

// Const is the keyword const (validation, section 6.1.3): the value equals this one.
type Const struct{ Value document.Value }

func (Const) Keyword() string { return "const" }

func (k Const) Valid(d *document.Document, at int) bool { return document.Equal(d.Value(at), k.Value) }

func (k Const) Wanted() string { return quote(k.Value) }

func (k Const) Found(*document.Document, int) string { return "" }

// quote writes a value of a schema, cut where it is long.
func quote(v document.Value) string {
	text := []rune(string(v.Document().AppendSorted(nil, v.Entry())))
	if len(text) <= longest {
		return string(text)
	}
	return strings.TrimRight(string(text[:longest]), " ") + "…"
}
