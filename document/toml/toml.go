// Package toml reads TOML into documents, so that everything that can be asked of a JSON text can be asked of TOML.
//
// # What a TOML text means
//
// TOML 1.1 is read, of which 1.0 is a part. What JSON cannot say in the same way is read by these rules:
//
//   - Dates and times are strings, as they are written; a blank between date and time becomes a T, and seconds that are
//     left out are 00, as formats date-time and time want it (RFC 3339, section 5.6).
//   - A number keeps its text where that is a JSON number; else it is rewritten to one of the same value: +1, 1_000, 0xff and
//     0b1 become 1, 1000, 255 and 1. Infinities and nan are refused.
//   - A table stands where it is named first, and so does what a dotted key leads to. An array of tables is an array.
//
// A text that holds nothing but comments is an empty object. The text must be UTF-8.
package toml

import (
	"math"
	"strings"

	"github.com/assaykit/assay/document"
)

// Parse reads a text. The error is a *[document.ReadError].
func Parse(text []byte) (*document.Document, error) {
	body := []byte(strings.TrimPrefix(string(text), "\ufeff"))
	if uint64(len(body)) > math.MaxUint32/2 {
		return nil, &document.ReadError{Line: 1, Column: 1, Reason: "found a text of more than 2 GiB, wanted a smaller one"}
	}
	r := newReader(body)
	if err := r.read(); err != nil {
		return nil, err
	}
	var b document.Builder
	if err := r.root.build(&b); err != nil {
		return nil, err
	}
	return b.Document(), nil
}
