package redact

import (
	"bytes"
	"slices"
	"strings"

	"github.com/assaykit/assay/capture/secret"
	"github.com/assaykit/assay/document"
)

// walk goes through a JSON body.
type walk struct {
	*Redactor
	document *document.Document
	marks    [][2]int
}

// value appends the value at an entry without what is secret; hidden says that all of it is.
func (w *walk) value(b []byte, at int, hidden bool) []byte {
	d := w.document
	hidden = hidden || w.marked(at)
	switch d.Kind(at) {
	case document.Array:
		b = append(b, '[')
		for i, end := at+1, d.End(at); i < end; i = d.End(i) {
			if i > at+1 {
				b = append(b, ',')
			}
			b = w.value(b, i, hidden)
		}
		return append(b, ']')
	case document.Object:
		b = append(b, '{')
		for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
			if m > at+1 {
				b = append(b, ',')
			}
			name := d.Text(m)
			b = append(document.AppendString(b, w.name(name)), ':')
			b = w.value(b, m+1, hidden || secret.Member(name))
		}
		return append(b, '}')
	case document.String:
		return document.AppendString(b, w.string(d.Text(at), hidden))
	case document.Number:
		if text := d.Text(at); hidden || w.options.AllValues || secret.Looks(text) {
			return append(b, ones(text)...)
		}
	}
	return d.AppendJSON(b, at)
}

// marked reports whether the value at an entry is in one of the ranges that are marked.
func (w *walk) marked(at int) bool {
	if len(w.marks) == 0 {
		return false
	}
	start, end := w.document.Span(at)
	return slices.ContainsFunc(w.marks, func(m [2]int) bool { return m[0] <= start && end <= m[1] })
}

// string is a string without what is secret. One that holds JSON is gone through as that.
func (w *walk) string(text string, hidden bool) string {
	switch {
	case hidden && (text == "true" || text == "false" || text == "null"):
		return w.standIn(text)
	case hidden:
		return w.placeholder(text)
	}
	if start := strings.TrimLeft(text, " \t\r\n"); strings.HasPrefix(start, "{") || strings.HasPrefix(start, "[") {
		if d, err := document.Parse([]byte(text)); err == nil {
			defer d.Release()
			inner := walk{Redactor: w.Redactor, document: d}
			if clean := inner.value(nil, 0, false); !bytes.Equal(clean, d.AppendJSON(nil, 0)) {
				return string(clean)
			}
			return text
		}
	}
	if w.options.AllValues {
		return w.placeholder(text)
	}
	return w.text(text)
}
