package capture

import (
	"errors"
	"io"
	"io/fs"
)

// The limits that hold where [Limits] says nothing else.
const (
	DefaultEntryLimit  = 64 << 20
	DefaultBodyLimit   = 256 << 20
	DefaultSourceLimit = 256 << 20
)

// Limits bound what one source may cost, in bytes. A field that is not positive stands for its
// default. What goes beyond a limit is reported as a [*LimitError].
type Limits struct {
	// Entry bounds the text of one entry: an NDJSON line, or an entry of a HAR, nock recording, cassette or dump. Only that entry is lost,
	// except for one of a HAR or of nock so large that its end was not reached: that ends the source.
	Entry int64

	// Body bounds a body after its content codings are undone. The entry is lost.
	Body int64

	// Source bounds the text of a compressed source after decompression. It ends the source. Plain
	// sources are not bounded, for they cannot be larger than they look.
	Source int64
}

// Reader gives the exchanges of one source, in order. It is not safe for concurrent use.
type Reader struct {
	source *source
	format string
	next   func() (*Exchange, error)
}

// Open finds out the format of r by its content and returns a reader of its exchanges, under the
// default limits. name is what exchanges and errors call the source; where the content does not decide
// the format, as where the lines are damaged, its ending does (.har, .ndjson or .jsonl, before .gz or .zst). A source in
// which nothing looks like an exchange, such as an empty one, is no capture whatever its name.
//
// The error is an [*SourceError]. It wraps [ErrFormat] where the source is no capture. The caller
// closes the Reader, and r after it.
func Open(name string, r io.Reader) (*Reader, error) {
	return Limits{}.Open(name, r)
}

// Open is like the function [Open], under these limits.
func (l Limits) Open(name string, r io.Reader) (*Reader, error) {
	return l.OpenBeside(name, r, nil)
}

// OpenBeside is like [Limits.Open], and reads bodies that a HAR has in files of the same folder, which is files. Where files is nil, or with Open,
// they are not recorded. Of a HAR that names another folder, or a file that is not there, the entry is damaged.
func (l Limits) OpenBeside(name string, r io.Reader, files fs.FS) (*Reader, error) {
	s, err := openSource(name, r, l.orDefault())
	if err != nil {
		return nil, &SourceError{Source: name, Err: err}
	}
	s.files = files
	f, err := s.detect()
	if err != nil {
		s.close()
		return nil, &SourceError{Source: name, Err: err}
	}
	return &Reader{source: s, format: f.name, next: f.open(s)}, nil
}

// Format returns the name of the format that the source is in: "HAR", "nock", "go-vcr", "curl" or "NDJSON"; or "body" of one that
// a [Naming] opened.
func (r *Reader) Format() string { return r.format }

// Next returns the next exchange. An [*EntryError] stands for a damaged entry, and the next call goes
// on after it. A [*SourceError] ends the stream early. At the end, and from then on, the error is io.EOF.
func (r *Reader) Next() (*Exchange, error) {
	if r.next == nil {
		return nil, io.EOF
	}
	x, err := r.next()
	if err == nil {
		return x, nil
	}
	if _, damaged := errors.AsType[*EntryError](err); !damaged {
		r.next = nil
	}
	return nil, err
}

// Close frees what decompression holds. It does not close the io.Reader that was given to Open. Next
// returns io.EOF after it.
func (r *Reader) Close() {
	r.next = nil
	r.source.close()
}

func (l Limits) orDefault() Limits {
	pick := func(n, standard int64) int64 {
		if n > 0 {
			return n
		}
		return standard
	}
	return Limits{
		Entry:  pick(l.Entry, DefaultEntryLimit),
		Body:   pick(l.Body, DefaultBodyLimit),
		Source: pick(l.Source, DefaultSourceLimit),
	}
}
