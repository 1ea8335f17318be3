package capture

import (
	"encoding/base64"
	"errors"
	"mime"
	"net/textproto"
	"strings"
)

// addHeader adds a field under its canonical name. HTTP/2 pseudo-headers are no fields (RFC 9113, 8.3).
func addHeader(h textproto.MIMEHeader, name, value string) {
	if !strings.HasPrefix(name, ":") {
		h.Add(name, value)
	}
}

// setMediaType takes the media type from the header, else from what the recorder noted.
func (m *Message) setMediaType(noted string) {
	value := m.Header.Get("Content-Type")
	// Browsers note x-unknown where there is no such header.
	if value == "" && noted != "x-unknown" {
		value = noted
	}
	mediaType, parameters, err := mime.ParseMediaType(value)
	if err != nil {
		// A bad parameter must not cost the type.
		end := strings.IndexAny(value+";", ";,")
		mediaType, parameters = strings.ToLower(strings.TrimSpace(value[:end])), nil
	}
	m.MediaType = mediaType
	if len(parameters) > 0 {
		m.Parameters = parameters
	}
}

// setBase64 makes the bytes that encoded stands for the body of m. Recorded bytes may be as they were
// sent, so content codings are undone. path is where the entry has encoded.
func (m *Message) setBase64(encoded, path string, limit int64) error {
	sent, err := decodeBase64(encoded)
	if err != nil {
		return wrap(path, err)
	}
	return m.setSent(sent, path, limit)
}

// setSent makes bytes that may be as they were sent the body of m.
func (m *Message) setSent(sent []byte, path string, limit int64) error {
	body, left, err := undoCodings(sent, m.Header.Values("Content-Encoding"), limit)
	if err != nil {
		return wrap(path, err)
	}
	m.State, m.Body, m.Coding = BodyRecorded, body, left
	return nil
}

// setText makes body, which was recorded as text, the body of m. A recorder that has the text has undone
// the content codings, whatever the header says.
func (m *Message) setText(body string) {
	m.State, m.Body = BodyRecorded, []byte(body)
}

// decodeBase64 takes the standard alphabet, with or without padding, with or without line breaks.
func decodeBase64(s string) ([]byte, error) {
	s = strings.TrimRight(strings.TrimSpace(s), "=")
	body, err := base64.RawStdEncoding.DecodeString(s)
	if err != nil {
		return nil, errors.New("is not base64")
	}
	return body, nil
}
