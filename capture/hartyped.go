package capture

import (
	"net/textproto"
	"net/url"
	"strings"

	"github.com/assaykit/assay/field"
	archive "github.com/assaykit/assay/generated/har"
)

// harEntries makes exchanges of entries.
//
// An entry that is as the schema has it (schema/models/har.json) is read by the type that is generated from that, in a fifth of
// the time. What the schema refuses is read by hand: recorders are met halfway there, and what is wrong is told without any value. Since
// refusing costs time, too, the more of the entries before were refused in a row, the more are read by hand at once.
type harEntries struct {
	beside  *besides
	refused int // how many were, one after the other
	byHand  int // how many of the next are
}

// maxRefused bounds the refusals in a row that count: then one entry in a thousand is tried.
const maxRefused = 10

// read makes an exchange of an entry, whose text must be JSON.
func (e *harEntries) read(entry []byte, limit int64) (*Exchange, error) {
	if e.byHand > 0 {
		e.byHand--
		return readLooseHAREntry(entry, limit, e.beside)
	}
	var typed archive.Entry
	if typed.UnmarshalJSON(entry) != nil {
		e.refused = min(e.refused+1, maxRefused)
		e.byHand = 1<<e.refused - 1
		return readLooseHAREntry(entry, limit, e.beside)
	}
	e.refused = 0
	request, response := typedRequest(&typed.Request), noHARResponse()
	if r, is := typed.Response.Get(); is {
		response = typedResponse(&r)
	}
	return e.beside.exchange(maybe(typed.StartedDateTime), &request, &response, limit)
}

// noHARResponse stands for a response that is not there: proxies that are stopped while they wait leave it out.
func noHARResponse() harMessage {
	return harMessage{header: textproto.MIMEHeader{}, status: integer{0, true}}
}

func typedRequest(r *archive.Request) harMessage {
	m := harMessage{given: true, method: text{r.Method, true}, url: text{r.URL, true}, header: typedHeaders(r.Headers), bodySize: typedSize(r.BodySize)}
	if p, is := r.PostData.Get(); is {
		m.body = harBody{given: true, mimeType: maybe(p.MIMEType), text: maybe(p.Text), encoding: maybe(p.Encoding), file: maybe(p.File), comment: maybe(p.Comment)}
		for _, f := range p.Params.Or(nil) {
			value, _ := f.Value.Get()
			m.body.addField(f.Name, value, maybe(f.FileName).given)
		}
	}
	return m
}

func typedResponse(r *archive.Response) harMessage {
	m := harMessage{given: true, status: harStatus(r.Status), header: typedHeaders(r.Headers), bodySize: typedSize(r.BodySize)}
	if c, is := r.Content.Get(); is {
		m.body = harBody{given: true, mimeType: maybe(c.MIMEType), text: maybe(c.Text), encoding: maybe(c.Encoding), file: maybe(c.File), comment: maybe(c.Comment), size: typedSize(c.Size)}
	}
	m.cut = broken(maybe(r.Error).value, "") || broken(maybe(r.FailureText).value, "") || broken(maybe(r.CharlesStatus).value, charlesWhole)
	return m
}

func typedHeaders(list field.Maybe[[]archive.Header]) textproto.MIMEHeader {
	h := textproto.MIMEHeader{}
	for _, f := range list.Or(nil) {
		value, _ := f.Value.Get()
		addHeader(h, f.Name, value)
	}
	return h
}

// maybe is a text that may be absent or null.
func maybe(m field.Maybe[string]) text {
	value, given := m.Get()
	return text{value, given}
}

func typedSize(m field.Maybe[float64]) integer {
	number, given := m.Get()
	if !given {
		return integer{}
	}
	return harSize(number)
}

// addField adds a field of a form.
func (b *harBody) addField(name, value string, file bool) {
	b.form = append(b.form, url.QueryEscape(name)+"="+url.QueryEscape(value))
	b.files = b.files || file
}

// charlesWhole is what Charles says of a response that came whole.
const charlesWhole = "COMPLETE"

// broken reports whether a recorder says that a response did not come whole: it says something, and not what is good.
func broken(said, good string) bool { return said != "" && !strings.EqualFold(said, good) }

// harStatus is a status, of which Playwright writes -1 where no response came.
func harStatus(value int64) integer {
	if value == -1 {
		value = 0
	}
	return integer{value, true}
}

// harSize is a size in bytes; one that cannot be is not known.
func harSize(number float64) integer {
	if number > -2 && number < 1<<53 {
		return integer{int64(number), true}
	}
	return integer{}
}
