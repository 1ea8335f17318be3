package capture

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/textproto"
	"strconv"
	"strings"
)

// nockEntry is what an item of a nock recording says.
type nockEntry struct {
	scope, method, path text
	status              integer
	binary              bool
	sent, got, raw      textproto.MIMEHeader
	body, response      json.RawMessage // nil where absent
}

// nockNames is where an item has what a head is made of.
var nockNames = headNames{method: "method", url: "scope and path", status: "status"}

// nockReader reads one item.
type nockReader struct{ ndjsonReader }

// readNockEntry makes an exchange of an item, whose text must be JSON.
func readNockEntry(item []byte, limit int64) (*Exchange, error) {
	c := nockReader{ndjsonReader{newCursor(item)}}
	e := nockEntry{sent: textproto.MIMEHeader{}, got: textproto.MIMEHeader{}, raw: textproto.MIMEHeader{}}
	is, err := c.object(
		member{"scope", c.text(&e.scope)},
		member{"method", c.text(&e.method)},
		member{"path", c.text(&e.path)},
		member{"status", c.integer(&e.status)},
		member{"responseIsBinary", func() error { return c.json.Decode(&e.binary) }},
		member{"reqheaders", c.anyHeaders(e.sent)},
		member{"headers", c.anyHeaders(e.got)},
		member{"rawHeaders", c.anyHeaders(e.raw)},
		member{"body", func() error { return c.json.Decode(&e.body) }},
		member{"response", func() error { return c.json.Decode(&e.response) }},
	)
	if _, wrong := errors.AsType[*json.UnmarshalTypeError](err); wrong {
		err = errors.New("responseIsBinary: found another value, wanted a boolean")
	}
	switch {
	case err != nil:
		return nil, err
	case !is:
		return nil, c.fail("found null, wanted an object")
	case e.scope.value == "":
		return nil, wrap("scope", errMissing)
	}
	return e.exchange(limit)
}

// head takes the method in upper case, for nock compares them so, and leaves out the port that nock adds to a scope
// where the scheme has it already. A status that is absent is 200, as nock has it.
func (e *nockEntry) head() head {
	scope := e.scope.value
	for scheme, port := range map[string]string{"http://": ":80", "https://": ":443"} {
		if strings.HasPrefix(scope, scheme) {
			scope = strings.TrimSuffix(scope, port)
		}
	}
	h := head{method: text{strings.ToUpper(e.method.value), true}, url: text{scope + e.path.value, true}, status: e.status}
	if !h.status.given {
		h.status = integer{200, true}
	}
	return h
}

func (e *nockEntry) exchange(limit int64) (*Exchange, error) {
	h := e.head()
	x, err := h.exchange(nockNames)
	if err != nil {
		return nil, err
	}
	// Both say the same where both are there, rawHeaders as it came.
	if len(e.raw) > 0 {
		e.got = e.raw
	}
	x.Request.Header, x.Response.Header = e.sent, e.got
	x.Request.setMediaType("")
	x.Response.setMediaType("")
	if err := x.Request.setNock(e.body, false, "body", limit); err != nil {
		return nil, err
	}
	if err := x.Response.setNock(e.response, e.binary, "response", limit); err != nil {
		return nil, err
	}
	// An empty text stands for no body, too.
	if len(x.Request.Body) == 0 {
		x.Request.State = NoBody
	}
	if len(x.Response.Body) == 0 && !mayHaveBody(x.Method, x.Status) {
		x.Response.State = NoBody
	}
	return x, nil
}

// setNock makes value the body: a text, the hexadecimal bytes of a binary one, an array of such where the message has
// content codings, else the JSON that it is.
func (m *Message) setNock(value json.RawMessage, binary bool, path string, limit int64) error {
	coded := len(splitCodings(m.Header.Values("Content-Encoding"))) > 0
	var one string
	var chunks []string
	switch {
	case value == nil:
		m.State = NoBody
		if path == "response" {
			m.setText("")
		}
		return nil
	case json.Unmarshal(value, &one) == nil && value[0] == '"':
		if !binary {
			m.setText(one)
			return nil
		}
		chunks = []string{one}
	case coded && json.Unmarshal(value, &chunks) == nil && value[0] == '[' && allHex(chunks):
	default:
		m.State, m.Body = BodyRecorded, value
		return nil
	}
	sent, err := hex.DecodeString(strings.Join(chunks, ""))
	if err != nil {
		return wrap(path, errors.New("is not hexadecimal"))
	}
	return m.setSent(sent, path, limit)
}

// allHex tells the chunks of a coded body from a JSON array of strings.
func allHex(chunks []string) bool {
	_, err := hex.DecodeString(strings.Join(chunks, ""))
	return err == nil
}

// anyHeaders returns what reads headers into h: a flat array of names and values, or an object.
func (c nockReader) anyHeaders(h textproto.MIMEHeader) func() error {
	return func() error {
		var value json.RawMessage
		if err := c.json.Decode(&value); err != nil {
			return err
		}
		inner := nockReader{ndjsonReader{newCursor(value)}}
		inner.path = c.path
		if value[0] != '[' {
			return inner.headerObject(h)
		}
		var flat []text
		err := inner.array(func() error {
			flat = append(flat, text{})
			return inner.text(&flat[len(flat)-1])()
		})
		if err != nil {
			return err
		}
		if len(flat)%2 != 0 {
			return c.fail("found %s strings, wanted names and values by turns", strconv.Itoa(len(flat)))
		}
		for i := 0; i < len(flat); i += 2 {
			addHeader(h, flat[i].value, flat[i+1].value)
		}
		return nil
	}
}

// headerObject reads an object of names and values into h. Values that recorders count, as content-length, are numbers
// in it.
func (c nockReader) headerObject(h textproto.MIMEHeader) error {
	_, err := c.each(func(name string) error {
		return c.at("["+strconv.Quote(name)+"]", func() error {
			var value json.RawMessage
			if err := c.json.Decode(&value); err != nil {
				return err
			}
			var number json.Number
			if value[0] != '"' && json.Unmarshal(value, &number) == nil && number != "" {
				addHeader(h, name, number.String())
				return nil
			}
			one := nockReader{ndjsonReader{newCursor(value)}}
			one.path = c.path
			return one.values(name, h)
		})
	})
	return err
}
