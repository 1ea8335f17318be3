package capture

import (
	"errors"
	"fmt"
	"net/textproto"
	"strconv"

	"gopkg.in/yaml.v3"
)

var errBrokenYAML = errors.New("the YAML is broken")

// cassetteNames is where an interaction has what a head is made of.
var cassetteNames = headNames{method: "request.method", url: "request.url", status: "response.code"}

// readInteraction makes an exchange of an item of interactions. The head is what is known of a damaged one.
func readInteraction(entry *yaml.Node, limit int64) (x *Exchange, h head, err error) {
	request, response := valueOf(entry, "request"), valueOf(entry, "response")
	h.method, h.url = scalar(valueOf(request, "method")), scalar(valueOf(request, "url"))
	code := scalar(valueOf(response, "code"))
	if n, err := strconv.ParseInt(code.value, 10, 64); err == nil {
		h.status = integer{n, true}
	}
	switch {
	case request == nil:
		return nil, h, wrap("request", errMissing)
	case response == nil:
		return nil, h, wrap("response", errMissing)
	}
	if x, err = h.exchange(cassetteNames); err != nil {
		return nil, h, err
	}
	if err := x.Request.setCassette(request, "request", limit); err != nil {
		return nil, h, err
	}
	if err := x.Response.setCassette(response, "response", limit); err != nil {
		return nil, h, err
	}
	// An empty text stands for no body, too; of a form the fields may be all there is.
	if len(x.Request.Body) == 0 {
		x.Request.State = NoBody
		if form := valueOf(request, "form"); form != nil && len(form.Content) > 0 {
			x.Request.State = BodyUnrecorded
		}
	}
	if len(x.Response.Body) == 0 && !mayHaveBody(x.Method, x.Status) {
		x.Response.State = NoBody
	}
	return x, h, nil
}

// setCassette makes m of a request or a response. Bodies may be as they were sent.
func (m *Message) setCassette(n *yaml.Node, path string, limit int64) error {
	m.Header = textproto.MIMEHeader{}
	if err := addYAMLHeaders(m.Header, valueOf(n, "headers")); err != nil {
		return wrap(path+".headers", err)
	}
	m.setMediaType("")
	body := meant(valueOf(n, "body"))
	if body != nil && body.Kind != yaml.ScalarNode {
		return wrap(path+".body", errors.New("found another value, wanted a string"))
	}
	value := scalar(body).value
	if body != nil && body.Tag == "!!binary" {
		return m.setBase64(value, path+".body", limit)
	}
	return m.setSent([]byte(value), path+".body", limit)
}

// addYAMLHeaders adds a mapping of names to lists of values.
func addYAMLHeaders(h textproto.MIMEHeader, n *yaml.Node) error {
	n = meant(n)
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		return errors.New("found another value, wanted a mapping")
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		values := meant(n.Content[i+1])
		if values.Kind != yaml.SequenceNode {
			return fmt.Errorf("found another value at the %d. header, wanted a list of strings", i/2+1)
		}
		for _, v := range values.Content {
			v = meant(v)
			if v.Kind != yaml.ScalarNode {
				return fmt.Errorf("found another value in the %d. header, wanted strings", i/2+1)
			}
			addHeader(h, n.Content[i].Value, v.Value)
		}
	}
	return nil
}

// maxMerged bounds how many mappings in a row are looked for a member that each merges from the next.
const maxMerged = 10

// valueOf is the value of a member of a mapping, which may have it of another by <<; nil where there is none.
func valueOf(n *yaml.Node, name string) *yaml.Node {
	for range maxMerged {
		n = meant(n)
		if n == nil || n.Kind != yaml.MappingNode {
			return nil
		}
		var merged *yaml.Node
		for i := 0; i+1 < len(n.Content); i += 2 {
			switch n.Content[i].Value {
			case name:
				return n.Content[i+1]
			case "<<":
				merged = n.Content[i+1]
			}
		}
		n = merged
	}
	return nil
}

// meant is the value that an alias stands for, else the value itself.
func meant(n *yaml.Node) *yaml.Node {
	if n != nil && n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// scalar is the text of a scalar; null counts as absent.
func scalar(n *yaml.Node) text {
	n = meant(n)
	if n == nil || n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return text{}
	}
	return text{n.Value, true}
}
