package capture

import "net/textproto"

// harBody is what a HAR says of a body: postData of a request, content of a response.
type harBody struct {
	given    bool
	mimeType text
	text     text
	encoding text
	file     text     // that has the body, beside the HAR
	bytes    []byte   // of that file
	fetched  bool     // whether they were read
	comment  text     // which recorders make where they keep less than the body
	size     integer  // of the body, known of responses only
	form     []string // names and values of a form, encoded
	files    bool     // whether the form had files, which a HAR does not hold
}

// harMessage is a request or a response of a HAR.
type harMessage struct {
	given    bool
	method   text
	url      text
	status   integer
	header   textproto.MIMEHeader
	bodySize integer // as sent
	body     harBody
	cut      bool // whether the recorder says that the response came to no good end
}

// harReader reads one entry.
type harReader struct{ *cursor }

// readLooseHAREntry makes an exchange of an entry that may be otherwise than the schema has it. Its text must be JSON. beside has the files of
// bodies; it is nil where they are not known.
func readLooseHAREntry(entry []byte, limit int64, beside *besides) (*Exchange, error) {
	c := harReader{newCursor(entry)}
	var started text
	var request, response harMessage
	is, err := c.object(
		member{"startedDateTime", c.text(&started)},
		member{"request", c.message(&request, "postData")},
		member{"response", c.message(&response, "content")},
	)
	switch {
	case err != nil:
		return nil, err
	case !is:
		return nil, c.fail("found null, wanted an object")
	case !request.given:
		return nil, wrap("request", errMissing)
	case !response.given:
		response = noHARResponse()
	}
	return beside.exchange(started, &request, &response, limit)
}

// message returns what reads a request or a response into m, with its body in the named member.
func (c harReader) message(m *harMessage, body string) func() error {
	members := []member{
		{"headers", func() error { return c.headers(m.header)() }},
		{"bodySize", c.size(&m.bodySize)},
		{body, c.body(&m.body, body)},
	}
	if body == "postData" {
		members = append(members, member{"method", c.text(&m.method)}, member{"url", c.text(&m.url)})
	} else {
		members = append(members, member{"status", c.status(&m.status)}, member{"_error", c.failure(&m.cut, "")},
			member{"_failureText", c.failure(&m.cut, "")}, member{"_charlesStatus", c.failure(&m.cut, charlesWhole)})
	}
	return func() (err error) {
		m.header = textproto.MIMEHeader{}
		m.given, err = c.object(members...)
		return err
	}
}

// headers returns what reads an array of names and values into h.
func (c harReader) headers(h textproto.MIMEHeader) func() error {
	return func() error {
		return c.array(func() error {
			var name, value text
			_, err := c.object(member{"name", c.text(&name)}, member{"value", c.text(&value)})
			if err != nil {
				return err
			}
			if name.value == "" {
				return c.at(".name", func() error { return c.fail("is missing") })
			}
			addHeader(h, name.value, value.value)
			return nil
		})
	}
}

// body returns what reads postData or content, as name says, into b.
func (c harReader) body(b *harBody, name string) func() error {
	return func() (err error) {
		own := member{"size", c.size(&b.size)}
		if name == "postData" {
			own = member{"params", c.params(b)}
		}
		b.given, err = c.object(
			member{"mimeType", c.text(&b.mimeType)},
			member{"text", c.text(&b.text)},
			member{"encoding", c.text(&b.encoding)},
			member{"_file", c.text(&b.file)},
			member{"comment", c.text(&b.comment)},
			own,
		)
		return err
	}
}

// params returns what reads the fields of a form into b.
func (c harReader) params(b *harBody) func() error {
	return func() error {
		return c.array(func() error {
			var name, value, file text
			_, err := c.object(member{"name", c.text(&name)}, member{"value", c.text(&value)},
				member{"fileName", c.text(&file)})
			b.addField(name.value, value.value, file.given)
			return err
		})
	}
}
