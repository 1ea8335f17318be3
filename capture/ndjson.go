package capture

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"unicode/utf8"
)

// ndjson reads exchanges written one a line.
type ndjson struct {
	source *source
	line   int
	entry  int
	text   []byte // of the line
}

func openNDJSON(s *source) func() (*Exchange, error) {
	n := &ndjson{source: s}
	return n.next
}

func (n *ndjson) next() (*Exchange, error) {
	for {
		tooLong, err := n.readLine()
		if err != nil && err != io.EOF {
			return nil, &SourceError{Source: n.source.name, Line: n.line, Err: err}
		}
		if len(bytes.TrimSpace(n.text)) > 0 || tooLong {
			n.entry++
			return n.exchange(tooLong)
		}
		if err == io.EOF {
			return nil, io.EOF
		}
	}
}

// readLine reads the next line without its end. Of one that is too long it keeps nothing.
func (n *ndjson) readLine() (bool, error) {
	n.line++
	n.text = n.text[:0]
	for tooLong := false; ; {
		piece, err := n.source.text.ReadSlice('\n')
		size := len(n.text) + len(bytes.TrimRight(piece, "\r\n"))
		if tooLong = tooLong || int64(size) > n.source.limits.Entry; tooLong {
			n.text = n.text[:0]
		} else {
			n.text = append(n.text, piece...)
		}
		if err != bufio.ErrBufferFull {
			return tooLong, err
		}
	}
}

// exchange reads the line at hand.
func (n *ndjson) exchange(tooLong bool) (*Exchange, error) {
	x, column, err := n.read(tooLong)
	if err != nil {
		damage := &EntryError{Source: n.source.name, Entry: n.entry, Line: n.line, Column: column, Err: err}
		damage.setHead(glanceNDJSON(n.text))
		return nil, damage
	}
	x.Source, x.Entry, x.Line = n.source.name, n.entry, n.line
	return x, nil
}

// read makes an exchange of the line at hand. The column is that of the damage, where it is known.
func (n *ndjson) read(tooLong bool) (x *Exchange, column int, err error) {
	switch {
	case tooLong:
		return nil, 0, &LimitError{What: "the line", Limit: n.source.limits.Entry}
	case !utf8.Valid(n.text):
		return nil, 0, errNotUTF8
	case !json.Valid(n.text):
		_, column = walk(n.text[:brokenIn(n.text)], n.line, 1)
		return nil, column, errBroken
	}
	x, err = readNDJSONEntry(n.text, n.source.limits.Body)
	return x, 0, err
}
