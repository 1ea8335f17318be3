package yaml

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/assaykit/assay/document"
	library "gopkg.in/yaml.v3"
)

// source is a text that the library can read.
//
// The library knows YAML 1.1's characters and escapes. Within quotes YAML 1.2 has more: the
// escape \/, which JSON writes, and control characters; and it does not take U+0085,
// U+2028 and U+2029 for line breaks. So such characters, and the backslashes of escapes that the library
// does not know, are exchanged for private ones that the text does not have, and
// changed back in the values that were read. Each stands for one character: columns stay.
type source struct {
	text        []byte
	first       rune   // what stands for exchanged[0]; the others follow; 0 where there is nothing to exchange
	marks       marks  // what was taken from the text
	nonSpecific bool   // whether the tag "!" may be in the text
	here        cursor // where the text was last looked at
}

// exchanged are the characters that others stand for. A backslash is the first: it may be the start of an escape.
var exchanged = func() []rune {
	all := []rune{'\\', 0x2028, 0x2029, 0x85, byteOrderMark, 0xfffe, 0xffff, 0x7f}
	for r := rune(0x80); r < 0xa0; r++ {
		if r != 0x85 {
			all = append(all, r)
		}
	}
	return all
}()

// printable is how many of those may stand outside of quotes (YAML 1.2, production 1).
const printable = 4

const byteOrderMark = '\ufeff'

// Private characters are taken from planes 15 and 16, in blocks that hold all of exchanged.
const (
	privateFirst = 0xf0000
	privateBlock = 64
)

// newSource checks a text's characters and makes it ready for the library.
func newSource(raw []byte) (source, error) {
	if uint64(len(raw)) > math.MaxUint32/2 {
		return source{}, unexpected(document.Position{Line: 1, Column: 1}, "a text of more than 2 GiB", "a smaller one")
	}
	text, taken := withoutMarks(raw)
	s := source{text: asVersion11(text), marks: taken}
	exchange, err := s.check()
	if err == nil && exchange {
		err = s.exchange()
	}
	return s, err
}

// check looks for what the library refuses or misreads; exchange says that there is something.
func (s *source) check() (exchange bool, err error) {
	text := s.text
	for i := 0; i < len(text); {
		c, n := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			if c, n = utf8.DecodeRune(text[i:]); c == utf8.RuneError && n == 1 {
				return false, unexpected(s.marks.inFile(place(text, i)), fmt.Sprintf("byte 0x%02x", text[i]), "UTF-8")
			}
		}
		switch {
		case c == '!':
			s.nonSpecific = s.nonSpecific || endsTag(text[i+1:])
		case c < ' ' && c != '\t' && c != '\n' && c != '\r':
			return false, unexpected(s.marks.inFile(place(text, i)), fmt.Sprintf("the control character U+%04X", c), "none")
		default:
			exchange = exchange || standsFor(c) >= 0
		}
		i += n
	}
	return exchange, nil
}

// standsFor is the index of a character in exchanged, or -1.
func standsFor(c rune) int {
	if c != '\\' && (c < 0x7f || c >= 0xa0 && c < 0x2028) {
		return -1
	}
	for i, r := range exchanged {
		if r == c {
			return i
		}
	}
	return -1
}

// exchange writes the text anew, with private characters.
func (s *source) exchange() error {
	if s.first = unusedBlock(s.text); s.first == 0 {
		return unexpected(document.Position{Line: 1, Column: 1}, "characters of every block for private use", "a block without")
	}
	text, fresh := s.text, make([]byte, 0, len(s.text)+len(s.text)/8)
	for i := 0; i < len(text); {
		if text[i] == '\\' {
			var n int
			fresh, n = s.exchangeEscape(fresh, text[i:])
			i += n
			continue
		}
		c, n := utf8.DecodeRune(text[i:])
		if k := standsFor(c); k >= 0 {
			fresh = utf8.AppendRune(fresh, s.first+rune(k))
		} else {
			fresh = append(fresh, text[i:i+n]...)
		}
		i += n
	}
	s.text = fresh
	return nil
}

var longEscape = lazily(`\\U([0-9a-fA-F]{8})`)

// unusedBlock is the first character of a private block that the text has nothing of, escaped or not; 0 if there
// is none.
func unusedBlock(text []byte) rune {
	var used [(utf8.MaxRune + 1 - privateFirst) / privateBlock]bool
	for _, c := range string(text) {
		if c >= privateFirst {
			used[(c-privateFirst)/privateBlock] = true
		}
	}
	for _, escape := range longEscape().FindAllSubmatch(text, -1) {
		if c, _ := strconv.ParseUint(string(escape[1]), 16, 32); c >= privateFirst && c <= utf8.MaxRune {
			used[(c-privateFirst)/privateBlock] = true
		}
	}
	for i, taken := range used {
		if !taken {
			return privateFirst + rune(i)*privateBlock
		}
	}
	return 0
}

// decoder reads the first n bytes of the text.
func (s *source) decoder(n int) *library.Decoder {
	return library.NewDecoder(bytes.NewReader(s.text[:n]))
}
