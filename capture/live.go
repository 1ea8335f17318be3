package capture

import "net/textproto"

// NewMessage makes a message of what was sent, as somebody sees it who listens: content codings that the header names are undone, as far as this
// package can and within DefaultBodyLimit. The message shares the header's memory, and that of the body where it has no coding. The error says
// why a coding cannot be undone; the message then has the body as it was sent, and Coding.
func NewMessage(header textproto.MIMEHeader, body []byte, state BodyState) (Message, error) {
	m := Message{Header: header, State: state}
	if m.Header == nil {
		m.Header = textproto.MIMEHeader{}
	}
	m.setMediaType("")
	if state != BodyRecorded {
		return m, nil
	}
	err := m.setSent(body, "body", DefaultBodyLimit)
	if err != nil {
		m.State, m.Body, m.Coding = BodyRecorded, body, m.Header.Get("Content-Encoding")
	}
	return m, err
}
