// Package yaml reads YAML streams into documents, so that everything that can be asked
// of a JSON text can be asked of YAML.
//
// # What a YAML text means
//
// Plain scalars are resolved by the core schema of YAML 1.2 (section 10.3.2), not by the wider
// rules of YAML 1.1: yes, no, on, off, 1_000, 0b1, 1:30 and 2026-11-01 are strings, and 010 is
// ten. What JSON cannot say in the same way is read by these rules:
//
//   - A number keeps its text where that is a JSON number; else it is rewritten to one of the same value:
//     +1, 010, .5, 1., 0x1F and 0o17 become 1, 10, 0.5, 1.0, 31 and 15. Infinities and .nan are refused.
//   - A member's name is the text of its key as it is written, whatever the key resolves to: 1, true and ~
//     name the members "1", "true" and "~". A key that is a sequence or a mapping is refused.
//   - An alias stands for the value of its anchor. It has the place of the alias; what is
//     in it has the places where it is written. Aliases and merge keys may add [MaxExpansion] to a document.
//   - The merge key << takes over the members of a mapping or of a sequence of mappings. The
//     mapping's own members win, then those of the earlier mapping.
//   - The tags of the core schema demand their kind of value and decide between the scalars; !!binary and
//     !!timestamp scalars are strings as they are written. Any other tag is passed over, as though it
//     were not there: !Ref x is "x" and !Ref 1 is 1.
//   - An empty document, as both of "---\n---", is an empty node and so null (sections 7.2, 10.2.1.1). A
//     stream without any document, such as one of comments only, gives none.
//   - The text must be UTF-8. Before the text and each document of it there may be a byte order mark, at the start of
//     a line and behind comments and blank lines only (sections 5.2, 9.1.1). Of a document that the end marker
//     "..." does not separate from the one before, it is refused.
//   - A mapping that has a name twice is refused.
//
// A stream that is one JSON text is read as that by package document: JSON is YAML, but some of it
// is beyond the library that reads the rest.
package yaml

import (
	"cmp"
	"errors"
	"fmt"
	"io"

	"github.com/assaykit/assay/document"
	library "gopkg.in/yaml.v3"
)

// Parse reads all documents of a stream, in order. A document may refer to the text, which must not change
// while one is in use. The error is an *[Error]; there are no documents with it, not even
// those before the fault: see [Decoder].
func Parse(text []byte) ([]*document.Document, error) {
	d := &Decoder{raw: text}
	var all []*document.Document
	for {
		next, err := d.Next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, next)
	}
}

// Decoder reads the documents of a stream one by one, so that those before a fault are had.
type Decoder struct {
	// Expansion is how much the aliases of one document may add to it, [MaxExpansion] where it is 0. It is read by the first Next.
	Expansion int

	r       io.Reader // until it was read
	raw     []byte    // the text as given
	source  source    // the same as the library is to read it
	library *library.Decoder
	err     error // what every further Next gives
}

// NewDecoder makes a decoder of a stream. The first Next reads all of it.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// Next is the next document, or [io.EOF] behind the last one. An error of the reader is
// wrapped; any other is an *[Error]. After an error, Next gives the same one again.
func (d *Decoder) Next() (*document.Document, error) {
	if d.err != nil {
		return nil, d.err
	}
	next, err := d.next()
	if err != nil {
		d.err = err
		return nil, err
	}
	return next, nil
}

func (d *Decoder) next() (*document.Document, error) {
	if d.library == nil {
		if whole, err := d.start(); whole != nil || err != nil {
			return whole, err
		}
	}
	var root library.Node
	if reason := decode(d.library, &root); reason != nil {
		if reason == io.EOF {
			return nil, io.EOF
		}
		return nil, d.source.fault(reason)
	}
	if d.source.marks != nil {
		d.source.marks.place(&root)
	}
	return d.source.document(&root, cmp.Or(d.Expansion, MaxExpansion))
}

// start reads the text. It gives a document where that is a single JSON text.
func (d *Decoder) start() (*document.Document, error) {
	if d.r != nil {
		raw, err := io.ReadAll(d.r)
		if err != nil {
			return nil, fmt.Errorf("cannot read the YAML text: %w", err)
		}
		d.raw = raw
	}
	if whole, err := document.Parse(d.raw); err == nil {
		d.err = io.EOF
		return whole, nil
	}
	return nil, d.begin()
}

// begin makes the text ready for the library.
func (d *Decoder) begin() error {
	source, err := newSource(d.raw)
	if err != nil {
		return err
	}
	d.source, d.library = source, source.decoder(len(source.text))
	return nil
}

// decode reads the next document of a stream. The library panics on some texts; that is
// an error, too.
func decode(from *library.Decoder, root *library.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("yaml: the text is beyond the YAML library: " + fmt.Sprint(r))
		}
	}()
	return from.Decode(root)
}
