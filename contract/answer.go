package contract

import (
	"bufio"
	"net"
	"net/http"
)

// answer is a ResponseWriter that keeps what is written.
type answer struct {
	http.ResponseWriter
	status   int         // 0 until it is written
	header   http.Header // as it was then
	body     []byte
	begin    []byte // of the body, before it was flushed: by it net/http tells a type that the handler does not
	flushed  bool
	n        int64
	hijacked bool
}

// Unwrap is for [http.ResponseController].
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// WriteHeader writes the status. Those of 1xx come before it, but for 101, after which there is no HTTP.
func (a *answer) WriteHeader(status int) {
	if a.status == 0 && (status >= 200 || status == http.StatusSwitchingProtocols) {
		a.status, a.header = status, a.Header().Clone()
	}
	a.ResponseWriter.WriteHeader(status)
}

// start is what net/http does before a body whose handler wrote no status.
func (a *answer) start() {
	if a.status == 0 {
		a.status, a.header = http.StatusOK, a.Header().Clone()
	}
}

// Write writes some of the body, and the status before it.
func (a *answer) Write(b []byte) (int, error) {
	a.start()
	n, err := a.ResponseWriter.Write(b)
	if !a.flushed && len(a.begin) < mostSniffed {
		a.begin = append(a.begin, b[:min(n, mostSniffed-len(a.begin))]...)
	}
	if a.n += int64(n); a.n > MostObserved {
		a.body = nil
	} else {
		a.body = append(a.body, b[:n]...)
	}
	return n, err
}

// mostSniffed is how many bytes tell the type of a body.
const mostSniffed = 512

// sniff is what net/http does for an answer that says nothing of its type: how its beginning looks tells it.
func (a *answer) sniff() {
	_, said := a.header["Content-Type"]
	if len(a.begin) > 0 && !said && a.header.Get("Content-Encoding") == "" && a.header.Get("Transfer-Encoding") == "" {
		a.header.Set("Content-Type", http.DetectContentType(a.begin))
	}
	a.begin = nil
}

// sent is what was answered; 0 where the connection was taken over.
func (a *answer) sent() (status int, header http.Header) {
	switch {
	case a.hijacked:
		return 0, nil
	case a.status == 0:
		return http.StatusOK, a.Header().Clone() // net/http does so for a handler that writes nothing
	}
	a.sniff()
	return a.status, a.header
}

// as is the answer with the methods that its ResponseWriter has beside those of all.
func (a *answer) as() http.ResponseWriter {
	_, flushes := a.ResponseWriter.(http.Flusher)
	_, hijacks := a.ResponseWriter.(http.Hijacker)
	_, pushes := a.ResponseWriter.(http.Pusher)
	switch {
	case flushes && hijacks:
		return struct {
			*answer
			flusher
			hijacker
		}{a, flusher{a}, hijacker{a}}
	case flushes && pushes:
		return struct {
			*answer
			flusher
			http.Pusher
		}{a, flusher{a}, a.ResponseWriter.(http.Pusher)}
	case flushes:
		return struct {
			*answer
			flusher
		}{a, flusher{a}}
	}
	return a
}

// flusher flushes an answer.
type flusher struct{ of *answer }

// Flush sends what was written, and the status before it.
func (f flusher) Flush() {
	f.of.start()
	f.of.flushed = true
	f.of.ResponseWriter.(http.Flusher).Flush()
}

// FlushError is what [http.ResponseController] asks for.
func (f flusher) FlushError() error {
	f.of.start()
	f.of.flushed = true
	return http.NewResponseController(f.of.ResponseWriter).Flush()
}

// hijacker lets the handler take the connection over.
type hijacker struct{ of *answer }

// Hijack takes the connection over.
func (h hijacker) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := h.of.ResponseWriter.(http.Hijacker).Hijack()
	h.of.hijacked = h.of.hijacked || err == nil
	return conn, rw, err
}
