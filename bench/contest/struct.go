package contest

import (
	"testing"

	"github.com/assaykit/assay/bench/corpus"
	"github.com/assaykit/assay/bench/plain"
)

// structWays are who decodes to structs and encodes them, by the names that they have in Codecs.
var structWays = []string{"generated", "encoding-json", "json-v2", "sonic", "goccy", "easyjson"}

// Decode compares ways from a text to a struct. Ours judges the text, too; the others do not.
func Decode(b *testing.B, work string, entries []Entry) {
	var ways []way
	for _, name := range structWays {
		ways = append(ways, way{name, func(e Entry, _ corpus.Case, texts [][]byte) (run, error) {
			if e.Codecs == nil {
				return nil, plain.ErrNotStruct
			}
			decode := e.Codecs.decode[name]
			return func(i int) error { return decode(texts[i]) }, nil
		}})
	}
	compete(b, work, entries, ways)
}

// Encode compares ways from a struct to a text.
func Encode(b *testing.B, work string, entries []Entry) {
	var ways []way
	for _, name := range append([]string{"generated-append"}, structWays...) {
		ways = append(ways, way{name, func(e Entry, _ corpus.Case, texts [][]byte) (run, error) {
			if e.Codecs == nil {
				return nil, plain.ErrNotStruct
			}
			write, err := e.Codecs.encode[name](texts)
			return func(i int) error { _, err := write(i); return err }, err
		}})
	}
	compete(b, work, entries, ways)
}
