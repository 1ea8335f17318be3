package capture

import (
	"errors"
	"strconv"
	"strings"
)

// harNames is where an entry has what a head is made of.
var harNames = headNames{
	method: "request.method",
	url:    "request.url",
	status: "response.status",
	time:   "startedDateTime",
}

// harExchange puts together what was read of an entry.
func harExchange(started text, request, response *harMessage, limit int64) (*Exchange, error) {
	h := head{method: request.method, url: request.url, status: response.status, time: started}
	x, err := h.exchange(harNames)
	if err != nil {
		return nil, err
	}
	err = request.fill(&x.Request, requestState(request), "request.postData", limit)
	if err != nil {
		return nil, err
	}
	err = response.fill(&x.Response, responseState(x.Method, response), "response.content", limit)
	if err != nil {
		return nil, err
	}
	return x, nil
}

// fill makes m of what was read. state is that of a body of which the entry holds nothing; path is
// where the entry has the body.
func (h *harMessage) fill(m *Message, state BodyState, path string, limit int64) error {
	b := &h.body
	m.Header, m.State = h.header, state
	m.setMediaType(b.mimeType.value)
	switch {
	case h.cut:
		if b.text.value != "" {
			m.State = BodyUnrecorded
		}
	case b.fetched:
		return m.setSent(b.bytes, path+"._file", limit)
	case b.text.value != "":
		if err := b.decode(m, path, limit); err != nil {
			return err
		}
		if b.short(m.Body) {
			m.State, m.Body, m.Coding = BodyUnrecorded, nil, ""
		}
	case len(b.form) > 0:
		b.encodeForm(m)
	case b.text.given && state == NoBody:
		m.setText("")
	}
	return nil
}

// decode sets the body that is recorded as text.
func (b *harBody) decode(m *Message, path string, limit int64) error {
	switch strings.ToLower(b.encoding.value) {
	case "", "utf-8", "utf8":
		m.setText(b.text.value)
		return nil
	case "base64":
		return m.setBase64(b.text.value, path+".text", limit)
	}
	return wrap(path+".encoding", errors.New("found another encoding, wanted base64 or none"))
}

// encodeForm writes a form as it was sent, where its fields say all of it. Those of other media types,
// and files, do not.
func (b *harBody) encodeForm(m *Message) {
	if m.MediaType != "application/x-www-form-urlencoded" || b.files {
		m.State = BodyUnrecorded
		return
	}
	m.setText(strings.Join(b.form, "&"))
}

// requestState tells whether a request had a body, where the entry holds none.
func requestState(h *harMessage) BodyState {
	sent, err := strconv.ParseInt(h.header.Get("Content-Length"), 10, 64)
	if h.bodySize.value > 0 || err == nil && sent > 0 {
		return BodyUnrecorded
	}
	return NoBody
}

// responseState tells whether a response had a body, where the entry holds none. The size of the
// content decides, unless it is absent or negative, which says that it is not known.
func responseState(method string, h *harMessage) BodyState {
	size, status := h.body.size, h.status.value
	switch {
	case size.value > 0:
		return BodyUnrecorded
	case size.given && size.value == 0:
		return NoBody
	case h.bodySize.value > 0:
		return BodyUnrecorded
	case h.bodySize.given && h.bodySize.value == 0:
		return NoBody
	case !mayHaveBody(method, int(status)):
		return NoBody
	case h.body.text.given:
		return NoBody // an empty text is a word, too
	}
	return BodyUnrecorded
}

// mayHaveBody tells whether a response may have a body (RFC 9110, 6.4.1). That to an aborted request has none.
func mayHaveBody(method string, status int) bool {
	return method != "HEAD" && status >= 200 && status != 204 && status != 304
}
