package contract

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/assaykit/assay/document"
)

// appendEqual appends a text that is the same for equal values (JSON Schema core, section 4.2.2), and only for those: 1 and 1.0 are equal, and the order of
// members says nothing.
func appendEqual(b []byte, d *document.Document, at int) []byte {
	switch d.Kind(at) {
	case document.String:
		return appendText(append(b, '"'), d.Text(at))
	case document.Number:
		return appendText(append(b, '#'), d.Decimal(at).String())
	case document.Array:
		b = append(b, '[')
		for i, end := at+1, d.End(at); i < end; i = d.End(i) {
			b = appendEqual(b, d, i)
		}
		return append(b, ']')
	case document.Object:
		var names []int
		for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
			names = append(names, m)
		}
		slices.SortFunc(names, func(m, n int) int { return cmp.Compare(d.Text(m), d.Text(n)) })
		b = append(b, '{')
		for _, m := range names {
			b = appendEqual(appendText(b, d.Text(m)), d, m+1)
		}
		return append(b, '}')
	}
	return append(b, d.Text(at)...)
}

// appendText appends a text with its length before it, so that no two texts can pass for one.
func appendText(b []byte, text string) []byte {
	return append(append(strconv.AppendInt(b, int64(len(text)), 10), ':'), text...)
}
