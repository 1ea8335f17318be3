package infer

import (
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule/format"
)

// numbers are the numbers seen at a place.
type numbers struct {
	Count    int `json:"count"`
	Integers int `json:"integers"`
	// Min and Max are JSON numbers.
	Min string `json:"min"`
	Max string `json:"max"`
}

func (n *numbers) add(d *document.Document, at int) {
	n.Count++
	if d.Integer(at) {
		n.Integers++
	}
	n.widen(d.Decimal(at))
}

func (n *numbers) merge(o *numbers) {
	n.Count += o.Count
	n.Integers += o.Integers
	for _, text := range []string{o.Min, o.Max} {
		if v, ok := document.ParseDecimal(text); ok {
			n.widen(v)
		}
	}
}

func (n *numbers) widen(v document.Decimal) {
	if least, ok := document.ParseDecimal(n.Min); !ok || v.Compare(least) < 0 {
		n.Min = v.String()
	}
	if most, ok := document.ParseDecimal(n.Max); !ok || v.Compare(most) > 0 {
		n.Max = v.String()
	}
}

// texts are the strings seen at a place.
type texts struct {
	Count  int  `json:"count"`
	Length span `json:"length"` // in characters
	// Formats is how many of the strings have each format.
	Formats map[string]int `json:"formats,omitempty"`
	// Values are the different strings, nil where there are too many, or one is too long.
	Values map[string]int `json:"values,omitempty"`
	Many   bool           `json:"many,omitempty"`
}

// formats are those that a string shows by itself: hardly any other text has them.
var formats = []struct {
	name string
	is   func(string) bool
}{
	{"date-time", format.DateTime}, {"date", format.Date}, {"uuid", format.UUID}, {"ipv4", format.IPv4},
	{"ipv6", func(s string) bool { return strings.Count(s, ":") > 1 && format.IPv6(s) }},
	{"email", format.Email},
	{"uri", func(s string) bool { return strings.Contains(s, "://") && format.URI(s) }},
}

func (t *texts) add(d *document.Document, at int) {
	t.Length.widen(d.Runes(at), t.Count == 0)
	t.Count++
	text := d.Text(at)
	for _, f := range formats {
		if f.is(text) {
			if t.Formats == nil {
				t.Formats = map[string]int{}
			}
			t.Formats[f.name]++
		}
	}
	if !t.Many {
		t.value(strings.Clone(text), 1)
	}
}

// value counts a string.
func (t *texts) value(text string, n int) {
	if t.Values == nil {
		t.Values = map[string]int{}
	}
	t.Values[text] += n
	if len(t.Values) > MostValues || len(text) > LongestValue {
		t.Values, t.Many = nil, true
	}
}

func (t *texts) merge(o *texts) {
	t.Length.join(o.Length, t.Count == 0)
	t.Count += o.Count
	for name, n := range o.Formats {
		if t.Formats == nil {
			t.Formats = map[string]int{}
		}
		t.Formats[name] += n
	}
	if o.Many {
		t.Values, t.Many = nil, true
	}
	for text, n := range o.Values {
		if t.Many {
			break
		}
		t.value(text, n)
	}
}

// format is the one that all strings have, "" where there is none.
func (t *texts) format() string {
	for _, f := range formats {
		if t.Formats[f.name] == t.Count {
			return f.name
		}
	}
	return ""
}
