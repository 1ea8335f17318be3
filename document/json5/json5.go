// Package json5 reads JSON5 (https://spec.json5.org, version 1.0.0) into documents, so that everything that can be asked of a
// JSON text can be asked of it.
//
// What JSON cannot say in the same way is read by these rules:
//
//   - A number keeps its text where that is a JSON number; else it is rewritten to one of the same value: +1, .5, 5. and 0xff
//     become 1, 0.5, 5.0 and 255. Infinity and NaN are refused.
//   - Half of a surrogate pair, an object that has a name twice, and a text that is not UTF-8 are refused, as package document does.
package json5

import (
	"bytes"
	"math"
	"unicode/utf8"

	"github.com/assaykit/assay/document"
)

// Parse reads a text. Lines end where they do in JSON, at a line feed, whatever else JSON5 ends comments at. The error is a
// *[document.ReadError].
func Parse(text []byte) (*document.Document, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if uint64(len(text)) > math.MaxUint32/2 {
		return nil, document.Position{Line: 1, Column: 1}.Refuse("found a text of more than 2 GiB, wanted a smaller one")
	}
	p := parser{text: text, places: document.NewPlaces(text)}
	if err := p.document(); err != nil {
		return nil, err
	}
	return p.out.Document(), nil
}

// parser reads a text into a document. A method that reads something begins at the offset at and leaves it behind what it read.
type parser struct {
	text   []byte
	at     int
	places *document.Places
	out    document.Builder
}

func (p *parser) document() error {
	if i := document.NotUTF8(p.text); i >= 0 {
		p.at = i
		return p.fail("UTF-8")
	}
	if err := p.value(); err != nil {
		return err
	}
	if err := p.space(); err != nil {
		return err
	}
	if p.at < len(p.text) {
		return p.fail("the end of the text")
	}
	return nil
}

// here is the place of what is read next.
func (p *parser) here() document.Position { return p.places.At(p.at) }

// fail says that something else is wanted than what stands next.
func (p *parser) fail(wanted string) error {
	return p.here().Refuse("not JSON5: found %s, wanted %s", p.found(), wanted)
}

// value reads any value, and the space before it.
func (p *parser) value() error {
	if err := p.space(); err != nil {
		return err
	}
	switch c := p.peek(); {
	case c == '{':
		return p.object()
	case c == '[':
		return p.array()
	case c == '"' || c == '\'':
		at := p.here()
		s, err := p.quoted()
		if err != nil {
			return err
		}
		return at.Placed(p.out.String(s, at))
	case c == '+' || c == '-' || c == '.' || '0' <= c && c <= '9':
		return p.number()
	}
	return p.word()
}

// word reads null, true or false, and says what other words are.
func (p *parser) word() error {
	at, rest := p.here(), p.text[p.at:]
	for _, word := range []string{"null", "true", "false", "Infinity", "NaN"} {
		if !bytes.HasPrefix(rest, []byte(word)) {
			continue
		}
		if r, _ := utf8.DecodeRune(rest[len(word):]); len(rest) > len(word) && inName(r) {
			continue
		}
		switch word {
		case "null":
			p.out.Null(at)
		case "true", "false":
			p.out.Boolean(word == "true", at)
		default:
			return at.Refuse("found %s, wanted a number that JSON has", word)
		}
		p.at += len(word)
		return nil
	}
	return p.fail("a value")
}

func (p *parser) array() error {
	at := p.here()
	if err := p.out.BeginArray(at); err != nil {
		return at.Placed(err)
	}
	p.at++
	for {
		end, err := p.ends(']')
		if err != nil || end {
			return err
		}
		if err := p.value(); err != nil {
			return err
		}
		if err := p.comma(']'); err != nil {
			return err
		}
	}
}

func (p *parser) object() error {
	at := p.here()
	if err := p.out.BeginObject(at); err != nil {
		return at.Placed(err)
	}
	p.at++
	for {
		end, err := p.ends('}')
		if err != nil || end {
			return err
		}
		if err := p.member(); err != nil {
			return err
		}
		if err := p.comma('}'); err != nil {
			return err
		}
	}
}

// member reads a name, a colon and a value.
func (p *parser) member() error {
	at := p.here()
	name, err := p.name()
	if err != nil {
		return err
	}
	if err := p.out.Name(name, at); err != nil {
		return at.Placed(err)
	}
	if err := p.space(); err != nil {
		return err
	}
	if p.peek() != ':' {
		return p.fail("a colon")
	}
	p.at++
	return p.value()
}

// ends reports whether the container ends here, and ends it.
func (p *parser) ends(bracket byte) (bool, error) {
	if err := p.space(); err != nil || p.peek() != bracket {
		return false, err
	}
	p.at++
	p.out.End()
	return true, nil
}

// comma passes over a comma. There may be none before the bracket that ends the container.
func (p *parser) comma(bracket byte) error {
	if err := p.space(); err != nil {
		return err
	}
	switch p.peek() {
	case ',':
		p.at++
	case bracket:
	default:
		return p.fail("a comma or " + string(bracket))
	}
	return nil
}
