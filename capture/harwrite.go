package capture

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"maps"
	"mime"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// HARWriter writes exchanges as a HAR 1.2, an entry a line, in the form that [Open] reads. It is not safe for concurrent use.
type HARWriter struct {
	w       io.Writer
	creator harName
	begun   bool
	text    bytes.Buffer
}

// NewHARWriter makes a writer; program and version are those that the HAR names as its creator. Nothing is written before the first exchange, or Close.
func NewHARWriter(w io.Writer, program, version string) *HARWriter {
	return &HARWriter{w: w, creator: harName{program, version}}
}

// Write writes an exchange. What is read of the entry again has the same method, URL, status, time, headers, media types and bodies. What an [Exchange]
// does not have, as timings, is written as HAR wants it where nothing is known. The error is that of the underlying writer.
func (h *HARWriter) Write(x *Exchange) error {
	h.text.Reset()
	if !h.begun {
		h.begin()
	} else {
		h.text.WriteByte(',')
	}
	h.text.WriteByte('\n')
	if err := h.encode(harEntryOf(x)); err != nil {
		return err
	}
	h.text.Truncate(h.text.Len() - 1) // the encoder's line break
	_, err := h.w.Write(h.text.Bytes())
	return err
}

// Close writes the end of the HAR. It does not close the underlying writer, whose error it returns.
func (h *HARWriter) Close() error {
	h.text.Reset()
	if !h.begun {
		h.begin()
	}
	h.text.WriteString("\n]}}\n")
	_, err := h.w.Write(h.text.Bytes())
	return err
}

func (h *HARWriter) begin() {
	h.begun = true
	h.text.WriteString(`{"log":{"version":"1.2","creator":`)
	_ = h.encode(h.creator) // two strings
	h.text.Truncate(h.text.Len() - 1)
	h.text.WriteString(`,"entries":[`)
}

func (h *HARWriter) encode(v any) error {
	e := json.NewEncoder(&h.text)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

type harName struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type harPair struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// writtenHAREntry is an entry with the members that HAR 1.2 requires.
type writtenHAREntry struct {
	Started  string             `json:"startedDateTime,omitempty"`
	Time     int                `json:"time"`
	Request  writtenHARRequest  `json:"request"`
	Response writtenHARResponse `json:"response"`
	Cache    struct{}           `json:"cache"`
	Timings  struct {
		Send    int `json:"send"`
		Wait    int `json:"wait"`
		Receive int `json:"receive"`
	} `json:"timings"`
}

type writtenHARMessage struct {
	HTTPVersion string    `json:"httpVersion"`
	Cookies     []harPair `json:"cookies"`
	Headers     []harPair `json:"headers"`
	HeadersSize int       `json:"headersSize"`
	BodySize    int       `json:"bodySize"`
}

type writtenHARRequest struct {
	Method string `json:"method"`
	URL    string `json:"url"`
	writtenHARMessage
	QueryString []harPair       `json:"queryString"`
	PostData    *writtenHARBody `json:"postData,omitempty"`
}

type writtenHARResponse struct {
	Status     int    `json:"status"`
	StatusText string `json:"statusText"`
	writtenHARMessage
	Content     writtenHARBody `json:"content"`
	RedirectURL string         `json:"redirectURL"`
}

type writtenHARBody struct {
	Size     *int    `json:"size,omitempty"`
	MimeType string  `json:"mimeType"`
	Text     *string `json:"text,omitempty"`
	Encoding string  `json:"encoding,omitempty"`
}

func harEntryOf(x *Exchange) writtenHAREntry {
	var e writtenHAREntry
	if !x.Time.IsZero() {
		e.Started = x.Time.Format(time.RFC3339Nano)
	}
	e.Request.Method, e.Request.QueryString = x.Method, []harPair{}
	if x.URL != nil {
		e.Request.URL = x.URL.String()
		e.Request.QueryString = harQuery(x.URL.RawQuery)
	}
	e.Response.Status = x.Status
	sent, got := writtenHARBodyOf(x.Request), writtenHARBodyOf(x.Response)
	e.Request.writtenHARMessage = writtenHARMessageOf(x.Request, *sent.Size)
	e.Response.writtenHARMessage = writtenHARMessageOf(x.Response, *got.Size)
	if sent.Size = nil; sent.Text != nil {
		e.Request.PostData = &sent
	}
	e.Response.Content = got
	return e
}

func writtenHARMessageOf(m Message, size int) writtenHARMessage {
	out := writtenHARMessage{Cookies: []harPair{}, Headers: []harPair{}, HeadersSize: -1, BodySize: size}
	for _, name := range slices.Sorted(maps.Keys(m.Header)) {
		for _, value := range m.Header[name] {
			out.Headers = append(out.Headers, harPair{name, value})
		}
	}
	return out
}

// writtenHARBodyOf is a body with its size. Of one that was not recorded a size above zero says so, which may be the header's.
func writtenHARBodyOf(m Message) writtenHARBody {
	size := len(m.Body)
	b := writtenHARBody{Size: &size, MimeType: m.Header.Get("Content-Type")}
	if b.MimeType == "" && m.MediaType != "" {
		if b.MimeType = mime.FormatMediaType(m.MediaType, m.Parameters); b.MimeType == "" {
			b.MimeType = m.MediaType
		}
	}
	switch m.State {
	case BodyUnrecorded:
		size = 1
		if sent, err := strconv.Atoi(m.Header.Get("Content-Length")); err == nil && sent > 0 {
			size = sent
		}
	case BodyRecorded:
		text := string(m.Body)
		if !utf8.ValidString(text) || m.Coding != "" {
			text, b.Encoding = base64.StdEncoding.EncodeToString(m.Body), "base64"
		}
		b.Text = &text
	}
	return b
}

// harQuery takes a query apart as browsers do for a HAR.
func harQuery(query string) []harPair {
	list := []harPair{}
	plain := func(s string) string {
		if text, err := url.QueryUnescape(s); err == nil {
			return text
		}
		return s
	}
	for item := range strings.SplitSeq(query, "&") {
		if name, value, _ := strings.Cut(item, "="); item != "" {
			list = append(list, harPair{plain(name), plain(value)})
		}
	}
	return list
}
