package yaml

import (
	"bytes"
	"strings"

	"github.com/assaykit/assay/document"
	library "gopkg.in/yaml.v3"
)

// marks says how many byte order marks were taken from the start of which line. The library counts a mark
// as a column of indentation, which it is not; for people and their editors it is a character of the line.
type marks map[int]int

// withoutMarks takes the byte order marks from where a document may have one: at the start of a
// line, with nothing but comments, blank lines and such marks between it and the start of the text
// or the end marker of the document before (YAML 1.2, production 202, l-document-prefix). Others stay.
//
// The mark that the text itself begins with belongs to the encoding and is no character of its line.
func withoutMarks(text []byte) ([]byte, marks) {
	mark := []byte(string(byteOrderMark))
	text = bytes.TrimPrefix(text, mark)
	if !bytes.Contains(text, mark) {
		return text, nil
	}
	fresh, taken := make([]byte, 0, len(text)), marks{}
	number, prefix := 1, true
	for line := range lines(text) {
		for prefix && bytes.HasPrefix(line, mark) {
			line = line[len(mark):]
			taken[number]++
		}
		fresh = append(fresh, line...)
		prefix = isMarker("...", line) || prefix && isComment(line)
		number++
	}
	return fresh, taken
}

// lines gives the lines of a text with their ends: \n, \r or both.
func lines(text []byte) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for len(text) > 0 {
			end := bytes.IndexAny(text, "\r\n") + 1
			switch {
			case end == 0:
				end = len(text)
			case text[end-1] == '\r' && end < len(text) && text[end] == '\n':
				end++
			}
			if !yield(text[:end]) {
				return
			}
			text = text[end:]
		}
	}
}

// isMarker is whether a line begins with a marker of a document's start or end (YAML 1.2, section 9.1.2).
func isMarker(marker string, line []byte) bool {
	rest, found := bytes.CutPrefix(line, []byte(marker))
	return found && (len(rest) == 0 || strings.IndexByte(blanks, rest[0]) >= 0)
}

// isComment is whether a line, which is no content, has nothing but a comment, if that.
func isComment(line []byte) bool {
	rest := bytes.TrimLeft(line, blanks)
	return len(rest) == 0 || rest[0] == '#'
}

// inFile is the place in the text as given of a place in the text that the library reads.
func (m marks) inFile(p document.Position) document.Position {
	p.Column += m[p.Line]
	return p
}

// inText is the place in the text that the library reads of a place in the text as given.
func (m marks) inText(p document.Position) document.Position {
	p.Column -= m[p.Line]
	return p
}

// place gives a node and all in it their places in the text as given.
func (m marks) place(n *library.Node) {
	p := m.inFile(position(n))
	n.Line, n.Column = p.Line, p.Column
	for _, child := range n.Content {
		m.place(child)
	}
}
