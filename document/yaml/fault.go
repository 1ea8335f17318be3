package yaml

import (
	"bytes"
	"errors"
	"io"
	"sort"
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
	library "gopkg.in/yaml.v3"
)

// maxSearched is the size in bytes of a text in which the exact place of a fault is searched for. In a longer one the
// place may be some words off.
const maxSearched = 1 << 16

var libraryError = lazily(`(?s)^yaml: (?:line ([0-9]+): )?(.*)$`)

// fault turns an error of the library into one with a place. The library names a line at best, often
// that in which something begins, so the place is looked for: it is the end of the shortest piece of the text that
// has the fault.
func (s *source) fault(err error) *Error {
	reason, line := splitReason(err)
	var p document.Position
	switch {
	case strings.HasSuffix(reason, "end of stream"):
		p = place(s.text, len(s.text))
	case strings.Contains(reason, "expected ':'"):
		p = s.lineStart(line) // of a name that nothing follows
	case strings.Contains(reason, "',' or"), len(s.text) > maxSearched:
		p = s.nearly() // each piece of an open bracket has the first of these faults
	default:
		p = place(s.text, s.search(reason))
	}
	tab := s.tabAt(p)
	p = s.marks.inFile(p)
	if tab {
		return unexpected(p, "a tab in the indentation", "spaces")
	}
	return &Error{Line: p.Line, Column: p.Column, Reason: "not YAML: " + reason}
}

// splitReason gives what the library says and the line that it says, 1 where it says none.
func splitReason(err error) (reason string, line int) {
	part := libraryError().FindStringSubmatch(err.Error())
	if part == nil {
		return err.Error(), 1
	}
	line, _ = strconv.Atoi(part[1])
	if strings.HasPrefix(part[2], "did not find expected") {
		line++ // these lines are counted from 0
	}
	return part[2], max(line, 1)
}

// fails is whether reading the first n bytes ends with a given fault.
func (s *source) fails(n int, reason string) bool {
	from := s.decoder(n)
	for {
		var root library.Node
		if err := decode(from, &root); err != nil {
			said, _ := splitReason(err)
			return said == reason
		}
	}
}

// search finds the offset of a fault: first its line, for whole lines are pieces that mean what they
// mean in the text, then its last byte.
func (s *source) search(reason string) int {
	ends := lineEnds(s.text)
	line := sort.Search(len(ends)-1, func(i int) bool { return s.fails(ends[i], reason) })
	start := 0
	if line > 0 {
		start = ends[line-1]
	}
	length := sort.Search(ends[line]-start, func(n int) bool { return s.fails(start+n, reason) })
	at := max(start+length-1, 0)
	if strings.HasPrefix(reason, "unknown anchor") {
		at = max(bytes.LastIndexByte(s.text[:at+1], '*'), 0)
	}
	return at
}

// lineEnds lists the offsets behind the lines of a text; there is at least one.
func lineEnds(text []byte) []int {
	var ends []int
	for i, c := range text {
		if c == '\n' {
			ends = append(ends, i+1)
		}
	}
	return append(ends, len(text))
}

// nearly is a place close behind a fault: the last character that the library has read when it finds it, less
// what it looks ahead.
func (s *source) nearly() document.Position {
	const ahead = 4
	r := &slowReader{text: s.text}
	from := library.NewDecoder(r)
	for err := error(nil); err == nil; {
		var root library.Node
		err = decode(from, &root)
	}
	at := len(bytes.TrimRight(s.text[:max(r.at-ahead, 0)], " \t\r\n"))
	return place(s.text, max(at-1, 0))
}

// slowReader gives one byte at a time, so that no more is read than is looked at.
type slowReader struct {
	text []byte
	at   int
}

func (r *slowReader) Read(b []byte) (int, error) {
	if r.at == len(r.text) {
		return 0, io.EOF
	}
	if len(b) == 0 {
		return 0, errors.New("no room to read into")
	}
	b[0] = r.text[r.at]
	r.at++
	return 1, nil
}

// lineStart is the first character of a line that is no space.
func (s *source) lineStart(line int) document.Position {
	rest := s.text[s.offset(document.Position{Line: line, Column: 1}):]
	return document.Position{Line: line, Column: len(rest) - len(bytes.TrimLeft(rest, " ")) + 1}
}

// tabAt is whether there is a tab at a place with nothing but space before it.
func (s *source) tabAt(p document.Position) bool {
	start, at := s.offset(document.Position{Line: p.Line, Column: 1}), s.offset(p)
	return at < len(s.text) && s.text[at] == '\t' && len(bytes.TrimLeft(s.text[start:at], " \t")) == 0
}
