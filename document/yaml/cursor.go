package yaml

import (
	"unicode/utf8"

	"github.com/assaykit/assay/document"
)

// cursor is a place in a text: an offset with its position. Nodes come in the order of the
// text, so going forward from the last place finds all of them in one pass.
type cursor struct {
	offset       int
	line, column int // from 0
}

// next goes one character on. A line ends with \n, \r or both.
func (c *cursor) next(text []byte) {
	switch b := text[c.offset]; {
	case b == '\n', b == '\r' && (c.offset+1 == len(text) || text[c.offset+1] != '\n'):
		c.offset, c.line, c.column = c.offset+1, c.line+1, 0
	case b < utf8.RuneSelf:
		c.offset, c.column = c.offset+1, c.column+1
	default:
		_, n := utf8.DecodeRune(text[c.offset:])
		c.offset, c.column = c.offset+n, c.column+1
	}
}

// offset is where in the text a position is; the end of the text where there is no such position.
func (s *source) offset(p document.Position) int {
	c, line, column := s.here, p.Line-1, p.Column-1
	if c.line > line || c.line == line && c.column > column {
		c = cursor{}
	}
	for c.offset < len(s.text) && (c.line < line || c.line == line && c.column < column) {
		c.next(s.text)
	}
	s.here = c
	return c.offset
}

// place is the position of the character that the byte at an offset belongs to.
func place(text []byte, offset int) document.Position {
	var c, last cursor
	for c.offset <= offset && c.offset < len(text) {
		last = c
		c.next(text)
	}
	if c.offset <= offset {
		last = c
	}
	return document.Position{Line: last.line + 1, Column: last.column + 1}
}
