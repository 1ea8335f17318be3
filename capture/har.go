package capture

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// errComplete says that a HAR was read to its end. io.EOF cannot: package json uses it for cut-off text.
var errComplete = errors.New("complete")

var errTrailing = errors.New("found text after the end of the recording")

// level tells how deep into a HAR the reader is.
type level int

const (
	outside level = iota
	inFile
	inLog
	inEntries
)

// har reads the entries of a HAR, whose members may come in any order.
type har struct {
	source *source
	window *window
	json   *json.Decoder
	level  level
	seen   [inEntries]bool // whether the way down from each level was met
	entry  int

	// How an entry is read, and what can be read of a damaged one.
	readEntry func(text []byte, limit int64) (*Exchange, error)
	glance    func(text []byte) head
}

func openHAR(s *source) func() (*Exchange, error) {
	var beside *besides
	if s.files != nil {
		beside = &besides{s.files, s.limits.Entry}
	}
	entries := &harEntries{beside: beside}
	h := newEntries(s, entries.read, glanceHAR)
	return h.next
}

// newEntries is a reader of JSON entries that has read nothing yet.
func newEntries(s *source, read func([]byte, int64) (*Exchange, error), glance func([]byte) head) har {
	w := newWindow(s.text, s.limits.Entry)
	d := json.NewDecoder(w)
	d.UseNumber()
	return har{source: s, window: w, json: d, readEntry: read, glance: glance}
}

func (h *har) next() (*Exchange, error) {
	for h.level != inEntries || !h.json.More() {
		err := h.step()
		if err == errComplete {
			return nil, io.EOF
		}
		if err != nil {
			return nil, h.ended(err)
		}
		h.window.pass(h.json.InputOffset())
	}
	return h.exchange()
}

// step goes one member on, or one level down or up. It returns errComplete at the end.
func (h *har) step() error {
	switch {
	case h.level == outside && h.seen[outside]:
		return h.atEnd()
	case h.level == outside:
		return h.down('{', "the file", "an object")
	case !h.json.More():
		if _, err := h.json.Token(); err != nil {
			return err
		}
		h.level--
		return nil
	}
	t, err := h.json.Token()
	if err != nil {
		return err
	}
	switch {
	case h.level == inFile && t == "log":
		return h.down('{', "log", "an object")
	case h.level == inLog && t == "entries":
		return h.down('[', "log.entries", "an array")
	}
	return h.skip()
}

// down enters the object or array that a level is made of.
func (h *har) down(open json.Delim, what, want string) error {
	if h.seen[h.level] {
		return fmt.Errorf("%s is given twice", what)
	}
	h.seen[h.level] = true
	t, err := h.json.Token()
	if err != nil {
		return err
	}
	if t != open {
		return fmt.Errorf("%s: found %s, wanted %s", what, kindOf(t), want)
	}
	h.level++
	return nil
}

// skip passes over a value of any size.
func (h *har) skip() error {
	return skipValue(h.json, func() { h.window.pass(h.json.InputOffset()) })
}

// atEnd returns errComplete where a HAR is complete and nothing follows it.
func (h *har) atEnd() error {
	if h.json.More() {
		return errTrailing
	}
	_, err := h.json.Token()
	if isBroken(err) {
		return errTrailing
	}
	switch {
	case h.window.err != io.EOF:
		return err
	case !h.seen[inFile]:
		return errors.New("log is missing")
	case !h.seen[inLog]:
		return errors.New("log.entries is missing")
	}
	return errComplete
}

// exchange reads one entry.
func (h *har) exchange() (*Exchange, error) {
	h.entry++
	var text json.RawMessage
	if err := h.json.Decode(&text); err != nil {
		h.window.pass(h.json.InputOffset())
		if isBroken(err) {
			h.window.pass(h.window.offset + int64(brokenAt(h.window.rest())))
		}
		return nil, h.ended(fmt.Errorf("entry %d: %w", h.entry, err))
	}
	end := h.json.InputOffset()
	h.window.pass(end - int64(len(text)))
	line := h.window.line
	h.window.pass(end)

	x, err := h.read(text)
	if err != nil {
		damage := &EntryError{Source: h.source.name, Entry: h.entry, Line: line, Err: err}
		damage.setHead(h.glance(text))
		return nil, damage
	}
	x.Source, x.Entry, x.Line = h.source.name, h.entry, line
	return x, nil
}

func (h *har) read(text []byte) (*Exchange, error) {
	if int64(len(text)) > h.source.limits.Entry {
		return nil, &LimitError{What: "the entry", Limit: h.source.limits.Entry}
	}
	if !utf8.Valid(text) {
		return nil, errNotUTF8
	}
	return h.readEntry(text, h.source.limits.Body)
}

// ended tells where and why the stream ends before its time.
func (h *har) ended(err error) error {
	h.window.pass(max(h.window.offset, h.json.InputOffset()))
	switch {
	case isBroken(err):
		err = h.inEntry(errBroken)
	case h.window.err == io.EOF && (errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)):
		h.window.pass(h.window.offset + int64(len(h.window.rest())))
		err = h.inEntry(errors.New("the JSON ends too early"))
	}
	return &SourceError{Source: h.source.name, Line: h.window.line, Column: h.window.column, Err: err}
}

// inEntry names the entry near which the stream ends, where it ends among entries.
func (h *har) inEntry(err error) error {
	if h.level == inEntries && h.entry > 0 {
		return fmt.Errorf("entry %d: %w", h.entry, err)
	}
	return err
}
