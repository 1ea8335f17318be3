package contract

import (
	"net/url"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Sensitive is what the schemas of an operation mark as sensitive in an exchange, by the keyword x-sensitive.
type Sensitive struct {
	Governed          bool        // by an operation; else nothing is known
	Path              []string    // texts of segments of the path, decoded
	Request, Response []rule.Span // bytes of the bodies
}

// Sensitive finds what is sensitive in an exchange: in bodies of JSON what any schema of the operation for the status, or for requests, marks; the media type
// makes no difference. It keeps nothing of the exchange.
func (c *Checker) Sensitive(x *capture.Exchange) Sensitive {
	u := x.URL
	if u == nil {
		u = &url.URL{}
	}
	op, _ := c.find(u, x.Method)
	if op == nil {
		return Sensitive{}
	}
	s := Sensitive{Governed: true, Path: op.sensitive(u)}
	routes := op.forStatus(x.Status)
	if len(routes) == 0 {
		routes = op.routes // an undocumented status may come with what a documented one has
	}
	for _, g := range routes {
		s.Response = append(s.Response, sensitiveIn(x.Response, g.Schema, g.Pointer)...)
	}
	if op.request != nil {
		for _, content := range op.request.Content {
			s.Request = append(s.Request, sensitiveIn(x.Request, content.Schema, "")...)
		}
	}
	return s
}

// sensitiveIn is what a schema marks in a body, or in the part of it that a pointer leads to.
func sensitiveIn(m capture.Message, s *rule.Schema, pointer string) []rule.Span {
	if s == nil || m.State != capture.BodyRecorded {
		return nil
	}
	d, err := document.Parse(m.Body)
	if err != nil {
		return nil
	}
	defer d.Release()
	if pointer == "" {
		return s.SensitiveIn(d)
	}
	v := d.Root().Lookup(pointer)
	if v.IsZero() {
		return nil
	}
	start, end := d.Span(v.Entry())
	part, err := document.Parse(m.Body[start:end])
	if err != nil {
		return nil
	}
	defer part.Release()
	spans := s.SensitiveIn(part)
	for i := range spans {
		spans[i].Start, spans[i].End = spans[i].Start+start, spans[i].End+start
	}
	return spans
}
