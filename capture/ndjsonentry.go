package capture

import (
	"encoding/json"
	"net/textproto"
	"strconv"
)

// ndjsonMessage is a request or a response on a line.
type ndjsonMessage struct {
	header textproto.MIMEHeader
	body   json.RawMessage // nil where absent
	text   text
	base64 text
}

// ndjsonNames is where a line has what a head is made of.
var ndjsonNames = headNames{method: "method", url: "url", status: "status", time: "time"}

// ndjsonReader reads one line.
type ndjsonReader struct{ *cursor }

// readNDJSONEntry makes an exchange of a line, which must be JSON.
func readNDJSONEntry(line []byte, limit int64) (*Exchange, error) {
	c := ndjsonReader{newCursor(line)}
	var h head
	request := ndjsonMessage{header: textproto.MIMEHeader{}}
	response := ndjsonMessage{header: textproto.MIMEHeader{}}
	is, err := c.object(
		member{"method", c.text(&h.method)},
		member{"url", c.text(&h.url)},
		member{"status", c.integer(&h.status)},
		member{"time", c.text(&h.time)},
		member{"request", c.message(&request)},
		member{"response", c.message(&response)},
	)
	if err != nil {
		return nil, err
	}
	if !is {
		return nil, c.fail("found null, wanted an object")
	}
	x, err := h.exchange(ndjsonNames)
	if err != nil {
		return nil, err
	}
	if err := request.fill(&x.Request, "request", limit); err != nil {
		return nil, err
	}
	if err := response.fill(&x.Response, "response", limit); err != nil {
		return nil, err
	}
	return x, nil
}

// message returns what reads a message into m.
func (c ndjsonReader) message(m *ndjsonMessage) func() error {
	return func() error {
		_, err := c.object(
			member{"headers", c.headers(m.header)},
			member{"body", c.body(m)},
			member{"bodyText", c.one(m, c.text(&m.text))},
			member{"bodyBase64", c.one(m, c.text(&m.base64))},
		)
		return err
	}
}

// one lets read run only as long as m has no body.
func (c ndjsonReader) one(m *ndjsonMessage, read func() error) func() error {
	return func() error {
		if m.body != nil || m.text.given || m.base64.given {
			return c.fail("found a second body, wanted one of body, bodyText and bodyBase64")
		}
		return read()
	}
}

// body returns what reads the exact text of any value.
func (c ndjsonReader) body(m *ndjsonMessage) func() error {
	return c.one(m, func() error { return c.json.Decode(&m.body) })
}

// headers returns what reads an object of names and values into h.
func (c ndjsonReader) headers(h textproto.MIMEHeader) func() error {
	return func() error {
		_, err := c.each(func(name string) error {
			return c.at("["+strconv.Quote(name)+"]", func() error { return c.values(name, h) })
		})
		return err
	}
}

// values reads the value of a header, or an array of them.
func (c ndjsonReader) values(name string, h textproto.MIMEHeader) error {
	if name == "" {
		return c.fail("found a header without a name")
	}
	t, err := c.json.Token()
	if err != nil {
		return err
	}
	if value, is := t.(string); is {
		addHeader(h, name, value)
		return nil
	}
	if t != json.Delim('[') {
		return c.fail("found %s, wanted a string or an array of strings", kindOf(t))
	}
	for c.json.More() {
		t, err := c.json.Token()
		if err != nil {
			return err
		}
		value, is := t.(string)
		if !is {
			return c.fail("found an array with %s in it, wanted strings", kindOf(t))
		}
		addHeader(h, name, value)
	}
	_, err = c.json.Token()
	return err
}

// fill makes m of what was read. path is where the line has the message.
func (n *ndjsonMessage) fill(m *Message, path string, limit int64) error {
	m.Header = n.header
	m.setMediaType("")
	switch {
	case n.body != nil:
		m.State, m.Body = BodyRecorded, n.body
	case n.text.given:
		m.setText(n.text.value)
	case n.base64.given:
		return m.setBase64(n.base64.value, path+".bodyBase64", limit)
	}
	return nil
}
