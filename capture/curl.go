package capture

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
)

// maxCommand bounds a line with a request, and what may stand between a body and the response behind it.
const maxCommand = 64 << 10

var (
	errNoRequest = errors.New("found no line with the request before the response, wanted one such as # GET https://api.example.com/users/1")
	errNoEntry   = errors.New("found another line, wanted a response, or a line with its request")
	errNoFinal   = errors.New("found no response behind those that come before one, wanted it")
)

// curl reads what curl -i writes: responses one behind the other, each as its status line, headers and body.
type curl struct {
	source *source
	text   []byte // text[from:] was read and is not taken
	from   int
	line   int   // of text[from]
	ended  error // what ended the reading
	entry  int
	asked  *asked // by the responses at hand; nil where nothing says
	last   *answer
}

func openCurl(s *source) func() (*Exchange, error) {
	c := &curl{source: s, line: 1}
	return c.next
}

func (c *curl) next() (*Exchange, error) {
	before := c.preamble()
	if len(c.rest()) == 0 {
		switch {
		case c.ended != io.EOF:
			return nil, &SourceError{Source: c.source.name, Line: c.line, Err: c.ended}
		case before > 0:
			return nil, c.damaged(before, answer{}, errNoFinal)
		}
		return nil, io.EOF
	}
	start := c.line
	a, err := c.answer()
	var x *Exchange
	switch {
	case err == nil:
		x, err = c.exchange(a)
	case a.header != nil:
		_, _, _ = c.body(&a, "") // which is lost with its head
	default:
		c.search()
	}
	if len(c.rest()) == 0 && c.ended != nil && c.ended != io.EOF {
		return nil, &SourceError{Source: c.source.name, Line: c.line, Err: c.ended}
	}
	if err != nil {
		return nil, c.damaged(start, a, err)
	}
	c.entry++
	x.Source, x.Entry, x.Line = c.source.name, c.entry, start
	return x, nil
}

// damaged is the error for the entry that begins on a line.
func (c *curl) damaged(line int, a answer, err error) error {
	c.entry++
	damage := &EntryError{Source: c.source.name, Entry: c.entry, Line: line, Err: err}
	damage.setHead(c.head(a))
	return damage
}

// preamble takes what stands before a response: blank lines, comments, lines with requests, and the responses that come before the
// one that counts. It returns the line of the last of these, 0 where there is none.
func (c *curl) preamble() (before int) {
	for {
		line := c.lineAt(0)
		if len(line) == 0 {
			return before
		}
		a, n := requestLine(c.ahead(0))
		size, interim := c.interim()
		switch {
		case a != nil:
			c.asked, c.last, before = a, nil, 0
		case comment(line):
			n = max(n, len(line))
		case interim:
			before, n = c.line, size
		default:
			return 0
		}
		c.take(n)
	}
}

// comment reports whether a line says nothing.
func comment(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) == 0 || line[0] == '#'
}

// head is what is known of an exchange whose response begins as a says.
func (c *curl) head(a answer) head {
	h := head{status: integer{int64(a.status), a.status > 0}}
	if c.asked != nil && len(c.asked.urls) > 0 {
		h.method, h.url = text{c.asked.method, true}, text{c.asked.urls[0], true}
	}
	return h
}

// exchange reads the body behind the head of a response.
func (c *curl) exchange(a answer) (*Exchange, error) {
	h := c.head(a)
	method := ""
	if h.method.given {
		method = c.asked.method
	}
	body, state, err := c.body(&a, method)
	switch {
	case err != nil:
		return nil, err
	case !h.method.given:
		return nil, errNoRequest
	}
	x, err := h.exchange(headNames{method: "the method", url: "the URL", status: "the status"})
	if err != nil {
		return nil, err
	}
	x.Request.Header, x.Request.State, x.Request.Body = maps.Clone(c.asked.header), c.asked.state, bytes.Clone(c.asked.body)
	x.Request.setMediaType("")
	x.Response.Header, x.Response.State = a.header, state
	x.Response.setMediaType("")
	if state == BodyRecorded {
		err = x.Response.setSent(body, "the body", c.source.limits.Body)
	}
	return x, err
}

// rest is what was read and is not taken.
func (c *curl) rest() []byte { return c.text[c.from:] }

// take moves on by n bytes.
func (c *curl) take(n int) {
	c.line += bytes.Count(c.text[c.from:c.from+n], []byte("\n"))
	c.from += n
}

// fill reads until n bytes wait to be taken, or the text ends.
func (c *curl) fill(n int) {
	for len(c.rest()) < n && c.ended == nil {
		if c.from > 0 {
			c.text = c.text[:copy(c.text, c.rest())]
			c.from = 0
		}
		c.text = slices.Grow(c.text, chunk)
		start, got := len(c.text), 0
		// Peek gives up on a reader that never gives anything; a plain Read does not.
		if _, c.ended = c.source.text.Peek(1); c.ended == nil {
			got, c.ended = c.source.text.Read(c.text[start:cap(c.text)])
		}
		c.text = c.text[:start+got]
	}
}

// lineAt is the line at a place behind what is taken, with its end; a piece of one that is beyond the limit of an entry.
func (c *curl) lineAt(pos int) []byte {
	for seen := pos; ; {
		rest := c.rest()
		if seen < len(rest) {
			if i := bytes.IndexByte(rest[seen:], '\n'); i >= 0 {
				return rest[pos : seen+i+1]
			}
		}
		seen = max(seen, len(rest))
		if c.ended != nil || int64(len(rest)-pos) > c.source.limits.Entry {
			return rest[min(pos, len(rest)):]
		}
		c.fill(len(rest) + 1)
	}
}

// ahead is what stands at a place, as far as a request may go.
func (c *curl) ahead(pos int) []byte {
	line := c.lineAt(pos)
	if !bytes.Contains(line, []byte("curl ")) {
		return line
	}
	c.fill(pos + maxCommand)
	rest := c.rest()
	return rest[pos:min(len(rest), pos+maxCommand)]
}
