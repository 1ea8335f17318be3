package capture

import (
	"bufio"
	"io"
	"net/textproto"
	"path"
	"strings"
)

// Open returns a reader of the one exchange whose response has the body that r gives, under the default limits. name is what the exchange and
// errors call it, below is its path within the folder of bodies, which tells the rest. Its media type is that of its ending; of the
// request nothing is known but method and URL, and of the response no header.
//
// A dump of curl -i is read as such: the name tells of a response what no line before it does. Of a body, the ending for gzip or zstd is no part of the
// name, as their compression is none of the body.
//
// The error is a [*SourceError]. It wraps a [*NamesError] where the name does not fit.
func (n *Naming) Open(name, below string, r io.Reader) (*Reader, error) {
	return Limits{}.OpenBody(n, name, below, r)
}

// OpenBody is like [Naming.Open], under these limits.
func (l Limits) OpenBody(n *Naming, name, below string, r io.Reader) (*Reader, error) {
	h, err := n.read(below)
	if err != nil {
		return nil, &SourceError{Source: name, Err: err}
	}
	s, err := openSource(name, r, l.orDefault())
	if err != nil {
		return nil, &SourceError{Source: name, Err: err}
	}
	s.text = bufio.NewReaderSize(s.text, maxCommand)
	if head, _ := s.text.Peek(maxCommand); claimsCurl(head) {
		c := &curl{source: s, line: 1, asked: ask(h.method.value, h.url.value)}
		return &Reader{source: s, format: "curl", next: c.next}, nil
	}
	b := &bodyFile{source: s, head: h, mediaType: mediaTypeOf(below)}
	return &Reader{source: s, format: "body", next: b.next}, nil
}

// bodyFile gives the one exchange whose response a file has the body of.
type bodyFile struct {
	source    *source
	head      head
	mediaType string
	done      bool
}

func (b *bodyFile) next() (*Exchange, error) {
	if b.done {
		return nil, io.EOF
	}
	b.done = true
	limit := b.source.limits.Entry
	body, err := io.ReadAll(&bounded{r: b.source.text, left: limit, err: &LimitError{What: "the body", Limit: limit}})
	if err != nil {
		damage := &EntryError{Source: b.source.name, Entry: 1, Line: 1, Err: err}
		damage.setHead(b.head)
		return nil, damage
	}
	x, err := b.head.exchange(headNames{method: "the method", url: "the URL", status: "the status"})
	if err != nil {
		return nil, &SourceError{Source: b.source.name, Err: err}
	}
	a := ask(x.Method, "")
	x.Source, x.Entry, x.Line = b.source.name, 1, 1
	x.Request.Header, x.Request.State = a.header, a.state
	x.Response.Header = textproto.MIMEHeader{}
	x.Response.setMediaType(b.mediaType)
	if len(body) > 0 || mayHaveBody(x.Method, x.Status) {
		x.Response.setText(string(body))
	}
	return x, nil
}

// mediaTypeOf is the media type that a name's ending stands for; empty where it is not known.
func mediaTypeOf(name string) string {
	return map[string]string{
		".json": "application/json",
		".xml":  "application/xml",
		".html": "text/html",
		".txt":  "text/plain",
		".csv":  "text/csv",
	}[strings.ToLower(path.Ext(unpacked(name)))]
}
