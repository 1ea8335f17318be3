package capture

import (
	"bytes"
	"errors"
	"net/textproto"
	"net/url"
	"strconv"
	"strings"
)

// answer is the head of a response.
type answer struct {
	status int
	reason string
	header textproto.MIMEHeader
}

// statusLine reads the status line that line is, of HTTP/1 (RFC 9112, 4) or as curl writes it for later versions.
func statusLine(line []byte) (a answer, is bool) {
	if !bytes.HasPrefix(line, []byte("HTTP/")) {
		return a, false
	}
	words := strings.SplitN(strings.TrimRight(string(line[:min(len(line), 1<<10)]), "\r\n"), " ", 3)
	if len(words) < 2 || len(words[1]) != 3 {
		return a, false
	}
	switch words[0] {
	case "HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/2.0", "HTTP/3", "HTTP/3.0":
	default:
		return a, false
	}
	status, err := strconv.ParseUint(words[1], 10, 16)
	if err != nil || status < 100 {
		return a, false
	}
	a = answer{status: int(status), header: textproto.MIMEHeader{}}
	if len(words) == 3 {
		a.reason = words[2]
	}
	return a, true
}

// answer takes the head of a response, with the blank line behind it.
func (c *curl) answer() (answer, error) {
	if _, is := statusLine(c.lineAt(0)); !is {
		return answer{}, errNoEntry
	}
	c.advance()
	a, size, err := c.answerAt(0)
	c.last = &a
	c.take(size)
	return a, err
}

// answerAt reads the head of the response at a place, which is so long. Of one that is damaged all is read that is whole, for the length of the
// body may be there.
func (c *curl) answerAt(pos int) (a answer, size int, err error) {
	line := c.lineAt(pos)
	a, _ = statusLine(line)
	size = len(line)
	name := ""
	for {
		if int64(size) > c.source.limits.Entry {
			return a, size, &LimitError{What: "the entry", Limit: c.source.limits.Entry}
		}
		line = c.lineAt(pos + size)
		plain := strings.TrimRight(string(line), "\r\n")
		if plain == "" {
			return a, size + len(line), err
		}
		if _, is := statusLine(line); is {
			return a, size, err
		}
		field, value, is := strings.Cut(plain, ":")
		switch {
		case (plain[0] == ' ' || plain[0] == '\t') && name != "":
			// Obsolete line folding (RFC 9112, 5.2).
			values := a.header[name]
			values[len(values)-1] += " " + strings.TrimSpace(plain)
		case !is || field == "" || strings.ContainsAny(field, " \t\"{}"):
			err = errors.New("found a line among the headers that is none, wanted NAME: VALUE")
		default:
			name = textproto.CanonicalMIMEHeaderKey(field)
			a.header.Add(name, strings.TrimSpace(value))
		}
		size += len(line)
	}
}

// interim tells a response that comes before the one that counts, and its size: those of 1xx but 101, after which the connection
// speaks another protocol (RFC 9110, 15.2), and that of a proxy which opened the way.
func (c *curl) interim() (size int, is bool) {
	a, is := statusLine(c.lineAt(0))
	if !is || a.status > 299 || a.status == 101 {
		return 0, false
	}
	if a.status < 200 {
		_, size, err := c.answerAt(0)
		return size, err == nil
	}
	if !strings.EqualFold(strings.TrimSpace(a.reason), "Connection established") || c.asked != nil && c.asked.method == "CONNECT" {
		return 0, false
	}
	_, size, err := c.answerAt(0)
	if err != nil {
		return 0, false
	}
	_, is = statusLine(c.lineAt(size))
	return size, is
}

// advance goes from the request of the last response to that of the next one behind it: where curl follows a redirect, or
// asks the same again, or has another URL.
func (c *curl) advance() {
	a, last := c.asked, c.last
	if a == nil || last == nil || len(a.urls) == 0 {
		return
	}
	location := last.header.Get("Location")
	switch {
	case last.status/100 == 3 && location != "":
		a.redirect(last.status, location)
	case last.status == 401 || last.status == 407 || last.status == 408 || last.status == 429 || last.status >= 500 && len(a.urls) == 1:
	default:
		a.urls = a.urls[1:]
	}
}

// redirect follows a redirect as curl does: to anything but 307 and 308 it sends a GET without a body, unless -X names the method.
func (a *asked) redirect(status int, location string) {
	from, err := url.Parse(a.urls[0])
	if err == nil {
		var to *url.URL
		if to, err = from.Parse(location); err == nil {
			a.urls[0] = to.String()
		}
	}
	if err != nil {
		a.urls[0] = location
	}
	if status == 307 || status == 308 {
		return
	}
	if !a.explicit && a.method != "HEAD" {
		a.method = "GET"
	}
	a.state, a.body = NoBody, nil
	a.header.Del("Content-Type")
}

// claimsCurl looks for a status line, with nothing before it but comments and requests.
func claimsCurl(head []byte) bool {
	for len(head) > 0 {
		line := head
		if i := bytes.IndexByte(head, '\n'); i >= 0 {
			line = head[:i+1]
		}
		if _, is := statusLine(line); is {
			return true
		}
		_, n := requestLine(head[:min(len(head), maxCommand)])
		switch {
		case n > 0:
			head = head[n:]
		case comment(line):
			head = head[len(line):]
		default:
			return false
		}
	}
	return false
}

// hintsCurl says no: without a status line there is nothing to read.
func hintsCurl([]byte) bool { return false }
