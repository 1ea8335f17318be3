package contract

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Request is what an operation of an API description demands of requests.
type Request struct {
	Parameters []Parameter
	// Content are the media types that a body may have, with what each demands; none says nothing of bodies.
	Content []Content
	// Required says that there is a body.
	Required bool
}

// Content is a media type or range that a body may have.
type Content struct {
	MediaType string
	Schema    *rule.Schema // nil is anything
	media     mediaRange
}

// The words for where in an exchange a violation is, beside those for parameters. The body of the response is "".
const (
	inRequestBody = "request body"
	inResponse    = "response"
)

// CodeRequest is the code of violations of requests where no keyword is broken: something is missing, or of another media type.
const CodeRequest = "request"

// amiss is a violation of a request that breaks no keyword.
func amiss(where, found, wanted string) located {
	return located{where, rule.Violation{Fault: CodeRequest, Found: found, Wanted: wanted}}
}

// located is a violation with where in the exchange it is.
type located struct {
	where string
	rule.Violation
}

// readRequest reads the media types of a request.
func readRequest(r *Request) error {
	for i := range r.Content {
		m, err := parseMediaRange(r.Content[i].MediaType, true)
		if err != nil {
			return fmt.Errorf("media type %q: %w", r.Content[i].MediaType, err)
		}
		r.Content[i].media = m
	}
	return nil
}

// request adds to a finding on a response what is wrong with the request. One that the server refused, with a status of 4xx, is
// not judged: that it is refused is what the contract wants.
func (c *Checker) request(op *operation, x *capture.Exchange, f Finding) Finding {
	r := op.request
	if r == nil || x.Status >= 400 && x.Status < 500 {
		return f
	}
	v := valuesOf(x, op.routes[0].place)
	var list []located
	for _, p := range r.Parameters {
		list = append(list, c.parameter(p, v)...)
	}
	list = append(list, c.requestBody(r, x.Request, f.Seen)...)
	return f.with(list)
}

// with puts violations in front of those of a finding, which is invalid then.
func (f Finding) with(list []located) Finding {
	if len(list) == 0 {
		return f
	}
	all := &rule.Error{}
	var where []string
	for _, l := range list {
		l.Found += " in the " + l.where
		all.Violations, where = append(all.Violations, l.Violation), append(where, l.where)
	}
	switch f.Result {
	case Invalid:
		if f.Where == nil {
			f.Where = make([]string, len(f.Err.Violations))
		}
		all.Violations, where = append(all.Violations, f.Err.Violations...), append(where, f.Where...)
	case UndocumentedStatus, UndocumentedMediaType:
		all.Violations = append(all.Violations, rule.Violation{Fault: string(f.Result), Found: "a response that is " + string(f.Result) + " (" + f.Reason + ")", Wanted: "one that is documented"})
		where = append(where, inResponse)
	}
	f.Where = where
	f.Reason = ""
	return f.invalid(all)
}

// requestBody judges the body of a request, and looks at it if it is valid and that is wanted.
func (c *Checker) requestBody(r *Request, m capture.Message, o *Seen) []located {
	if len(r.Content) == 0 || m.State == capture.BodyUnrecorded {
		return nil
	}
	if len(m.Body) == 0 {
		if r.Required {
			return []located{amiss(inRequestBody, "nothing", "a body, which is required")}
		}
		return nil
	}
	content, ok := r.content(m)
	if !ok {
		var wanted []string
		for _, one := range r.Content {
			wanted = append(wanted, one.media.String())
		}
		return []located{amiss(inRequestBody, c.shown.mediaFound(m.MediaType), strings.Join(wanted, " or "))}
	}
	d, _, err := c.read(m, content.media.of(m), content.Schema)
	if err != nil {
		return []located{amiss(inRequestBody, err.Violations[0].Found, err.Violations[0].Wanted)}
	}
	if d == nil || content.Schema == nil {
		return nil
	}
	defer d.Release()
	fault := content.Schema.Explain(d, c.shown.values)
	if fault == nil {
		c.look(o, content.part(), content.Schema, "", d)
	}
	return locate(inRequestBody, fault)
}

// mediaFound says which media type a body has; what is none is not repeated.
func (s shown) mediaFound(media string) string {
	switch {
	case media == "":
		return "no media type"
	case !isMedia(media):
		return "a Content-Type that is no media type"
	}
	return "the media type " + s.word(media)
}

// content is what is said of the media type of a request, the narrowest first. A body without one is of the only one there may be.
func (r *Request) content(m capture.Message) (best Content, ok bool) {
	if m.MediaType == "" && len(r.Content) == 1 {
		return r.Content[0], true
	}
	for _, one := range r.Content {
		if one.media.accepts(m.MediaType, m.Parameters) && (!ok || one.media.compare(best.media) < 0) {
			best, ok = one, true
		}
	}
	return best, ok
}

// locate says of the violations of an error where they are.
func locate(where string, err *rule.Error) []located {
	if err == nil {
		return nil
	}
	detach(err.Violations)
	list := make([]located, len(err.Violations))
	for i, v := range err.Violations {
		list[i] = located{where, v}
	}
	return list
}

// read makes a document of a body by its media type. It is nil, with the reason, where the body cannot be read by it.
func (c *Checker) read(m capture.Message, media string, s *rule.Schema) (d *document.Document, reason string, err *rule.Error) {
	switch {
	case m.State != capture.BodyRecorded:
		return nil, unrecorded, nil
	case coded(m):
		return nil, undone, nil
	case IsJSON(media):
		d, fault := document.Parse(m.Body)
		if fault != nil {
			return nil, "", c.syntax(fault, m.Body)
		}
		return d, "", nil
	case media == "application/x-www-form-urlencoded" && s != nil:
		if d, fault := document.Parse(formObject(string(m.Body), s)); fault == nil {
			return d, "", nil
		}
	case s != nil && kinds(s)&scalarOrMore == rule.TypeString:
		if d, fault := document.Parse(document.AppendString(nil, string(m.Body))); fault == nil {
			return d, "", nil
		}
	}
	return nil, "the body is " + c.shown.mediaWord(media) + ", of which only status and media type are checked", nil
}

// formObject writes the JSON object that a form stands for, by the types that a schema has for its members.
func formObject(body string, s *rule.Schema) []byte {
	b := []byte{'{'}
	names, values := splitQuery(body, "[]") // those of name[] are those of name
	for _, name := range names {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(document.AppendString(b, name), ':')
		b = append(b, textValue(memberOf(s, name), values[name])...)
	}
	return append(b, '}')
}

// splitQuery takes a query or a form apart: its names in order, without an ending that they may have, and their values.
func splitQuery(query, ending string) (names []string, values map[string][]string) {
	values = map[string][]string{}
	for item := range strings.SplitSeq(query, "&") {
		if item == "" {
			continue
		}
		name, value, _ := strings.Cut(item, "=")
		name, value = strings.TrimSuffix(unescape(name), ending), unescape(value)
		if _, known := values[name]; !known {
			names = append(names, name)
		}
		values[name] = append(values[name], value)
	}
	return names, values
}

// unescape undoes the escapes of a query; a text that has wrong ones stands for itself.
func unescape(text string) string {
	if decoded, err := url.QueryUnescape(text); err == nil {
		return decoded
	}
	return text
}
