package capture

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"time"
	"unicode/utf8"
)

// Writer writes exchanges as NDJSON, a line each, in the form that [Open] reads. It is not safe for concurrent use.
type Writer struct {
	w    io.Writer
	line bytes.Buffer
}

// NewWriter makes a writer. Each exchange is one call of w.Write.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Write writes an exchange. What is read of the line again has the same method, URL, status, time, headers and bodies. Only white space between
// the tokens of JSON is not kept, a body that was not recorded is not told from none, and bytes of headers that are not UTF-8 become U+FFFD.
// The error is that of the underlying writer.
func (w *Writer) Write(x *Exchange) error {
	line := writtenExchange{Method: x.Method, Status: x.Status, Request: written(x.Request), Response: written(x.Response)}
	if x.URL != nil {
		line.URL = x.URL.String()
	}
	if !x.Time.IsZero() {
		line.Time = x.Time.Format(time.RFC3339Nano)
	}
	w.line.Reset()
	e := json.NewEncoder(&w.line)
	e.SetEscapeHTML(false)
	if err := e.Encode(line); err != nil {
		return err
	}
	_, err := w.w.Write(w.line.Bytes())
	return err
}

// writtenExchange is a line.
type writtenExchange struct {
	Method   string          `json:"method"`
	URL      string          `json:"url"`
	Status   int             `json:"status"`
	Time     string          `json:"time,omitempty"`
	Request  *writtenMessage `json:"request,omitempty"`
	Response *writtenMessage `json:"response,omitempty"`
}

// writtenMessage is a message of a line, with one of three bodies at most.
type writtenMessage struct {
	Headers map[string][]string `json:"headers,omitempty"`
	Body    json.RawMessage     `json:"body,omitempty"`
	Text    *string             `json:"bodyText,omitempty"`
	Base64  *string             `json:"bodyBase64,omitempty"`
}

// written is a message as it is written; nil for one that says nothing.
func written(m Message) *writtenMessage {
	out := &writtenMessage{Headers: map[string][]string{}}
	for _, name := range slices.Sorted(maps.Keys(m.Header)) {
		out.Headers[name] = m.Header[name]
	}
	if m.State != BodyRecorded {
		if len(out.Headers) == 0 {
			return nil
		}
		return out
	}
	switch {
	case !utf8.Valid(m.Body) || m.Coding != "":
		text := base64.StdEncoding.EncodeToString(m.Body)
		out.Base64 = &text
	case json.Valid(m.Body):
		out.Body = m.Body // the encoder makes it one line
	default:
		text := string(m.Body)
		out.Text = &text
	}
	return out
}
