package capture

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

var errNoEnd = errors.New("the end of the body cannot be told: found another status line behind it, wanted Content-Length, or a line with the request before that")

// body takes the body of a response. curl writes no end behind it, so it is as long as Content-Length says, if a response, a request or the
// end of the text follows there; else it goes to the next line with a request, or to the end.
func (c *curl) body(a *answer, method string) ([]byte, BodyState, error) {
	limit := c.source.limits.Entry
	length, err := strconv.ParseInt(a.header.Get("Content-Length"), 10, 64)
	told := err == nil && length >= 0
	if method == "HEAD" || !mayHaveBody(method, a.status) {
		length, told = 0, true
	}
	if _, is := statusLine(c.lineAt(0)); is {
		// curl does not write the bodies of redirects that it follows.
		if told && length == 0 {
			return nil, NoBody, nil
		}
		return nil, BodyUnrecorded, nil
	}
	if told && length <= limit && c.endsAt(int(length)) {
		return recorded(c.passed(int(length)))
	}
	body, certain, tooLong := c.search()
	coded := len(splitCodings(a.header.Values("Content-Encoding"))) > 0
	switch {
	case tooLong:
		return nil, NoBody, &LimitError{What: "the entry", Limit: limit}
	case told && (!coded || length == 0):
		return nil, NoBody, fmt.Errorf("found a body of %d bytes, wanted the %d that its head leads to", len(body), length)
	case !certain:
		return nil, NoBody, errNoEnd
	}
	return recorded(body)
}

// recorded is a body that may be none.
func recorded(body []byte) ([]byte, BodyState, error) {
	if len(body) == 0 {
		return nil, NoBody, nil
	}
	return body, BodyRecorded, nil
}

// endsAt reports whether a body may be n bytes long: the text ends behind it, or there is a response, at once or behind
// blank lines, comments and requests.
func (c *curl) endsAt(n int) bool {
	c.fill(n)
	if len(c.rest()) < n {
		return false
	}
	if _, is := statusLine(c.lineAt(n)); is {
		return true
	}
	for pos := n; pos-n < maxCommand; {
		line := c.lineAt(pos)
		if len(line) == 0 {
			return true
		}
		_, is := statusLine(line)
		_, size := requestLine(c.ahead(pos))
		switch blank := len(bytes.TrimSpace(line)) == 0; {
		case is:
			return true
		case pos == n && !blank && n > 0 && c.rest()[n-1] != '\n':
			return false
		case size > 0:
			pos += size
		case comment(line):
			pos += len(line)
		default:
			return false
		}
	}
	return false
}

// search takes all up to the next response, with the line of its request before it where there is one: then it is certain. Line breaks
// before that are no part of the text. What is too long is not kept.
func (c *curl) search() (passed []byte, certain, tooLong bool) {
	// run is where blank lines, comments and requests begin that go on to pos.
	pos, run, requested := 0, 0, false
	for {
		line := c.lineAt(pos)
		_, is := statusLine(line)
		switch {
		case len(line) == 0:
			return c.passed(pos), true, tooLong
		case is && requested:
			return bytes.TrimRight(c.passed(run), "\r\n"), true, tooLong
		case is:
			return c.passed(pos), false, tooLong
		}
		a, n := requestLine(c.ahead(pos))
		requested = requested || a != nil
		pos += max(n, len(line))
		if a == nil && !comment(line) || pos-run > 2*maxCommand {
			run, requested = pos, false
		}
		if tooLong = tooLong || int64(run) > c.source.limits.Entry; tooLong {
			c.take(run)
			pos, run = pos-run, 0
		}
	}
}

// passed takes n bytes, and returns them.
func (c *curl) passed(n int) []byte {
	text := bytes.Clone(c.rest()[:n])
	c.take(n)
	return text
}
