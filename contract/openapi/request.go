package openapi

import (
	"net/textproto"
	"slices"
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// parameters reads the parameters of an operation, which go before those of its path item. multi are the names of those
// that take slashes.
func (r *reader) parameters(op operation) (multi []string) {
	list := &op.request.Parameters
	*list = nil
	type key struct{ in, name string }
	known := map[key]bool{}
	var lists []func()
	for _, level := range []node{op.node, op.item} {
		r.items(level.get("parameters"), "parameters", func(at node) {
			p, ok := r.follow(at, "a parameter")
			if !ok {
				return
			}
			k := key{p.text("in"), p.text("name")}
			if k.name == "" || !slices.Contains([]string{"path", "query", "querystring", "header", "cookie", "body", "formData"}, k.in) {
				r.fail(p, "found a parameter without name or in, wanted name, and in: path, query, header or cookie")
				return
			}
			if known[k] {
				return
			}
			known[k] = true
			if k.in == "path" && p.truth("x-multi-segment", false) {
				multi = append(multi, k.name)
			}
			if r.swagger {
				r.swaggerParameter(op, p)
				return
			}
			if k.in == "querystring" || k.in == "header" && reserved(k.name) {
				return
			}
			lists = append(lists, r.parameter(p, k.in, k.name, list))
		})
	}
	for _, add := range lists {
		add()
	}
	return multi
}

// reserved reports whether a name is of a header that parameters and headers say nothing of (OpenAPI 3.1, section 4.8.12).
func reserved(name string) bool {
	return slices.Contains([]string{"Accept", "Content-Type", "Authorization"}, textproto.CanonicalMIMEHeaderKey(name))
}

// parameter reads a parameter, and returns what adds it to a list.
func (r *reader) parameter(p node, in, name string, list *[]contract.Parameter) func() {
	style, direction := p.text("style"), schema.Requests
	switch {
	case style != "":
	case in == "query" || in == "cookie":
		style = "form"
	default:
		style = "simple"
	}
	one := contract.Parameter{
		In: in, Name: name, Style: style, Required: p.truth("required", in == "path"),
		Explode: p.truth("explode", style == "form"), AllowEmpty: p.truth("allowEmptyValue", false),
	}
	if in == "response" {
		direction = schema.Responses
	}
	at, checked := p.get("schema"), true
	if at.none() {
		r.each(p.get("content"), "media types", func(media string, content node) {
			checked = false
			if one.JSON = strings.HasPrefix(media, "application/json") || strings.HasSuffix(media, "+json"); one.JSON {
				at, checked = content.get("schema"), true
			}
		})
	}
	return func() {
		i := len(*list)
		*list = append(*list, one)
		if checked {
			r.schema(at, direction, func(s *rule.Schema) { (*list)[i].Schema = s })
		}
	}
}

// headers reads those of a response.
func (r *reader) headers(response node) []contract.Parameter {
	var names []string
	var nodes []node
	if r.swagger {
		return nil
	}
	r.each(response.get("headers"), "headers by their names", func(name string, at node) {
		if header, ok := r.follow(at, "a header"); ok && textproto.CanonicalMIMEHeaderKey(name) != "Content-Type" {
			names, nodes = append(names, name), append(nodes, header)
		}
	})
	list := make([]contract.Parameter, 0, len(names))
	for i, header := range nodes {
		r.parameter(header, "response", names[i], &list)()
	}
	for i := range list {
		list[i].In = "header"
	}
	return list
}

// requestBody reads the body of requests.
func (r *reader) requestBody(op operation) {
	at := op.get("requestBody")
	if at.none() || r.swagger {
		return
	}
	body, ok := r.follow(at, "a request body")
	if !ok {
		return
	}
	r.known(body, "a request body", requestMembers)
	op.request.Required = body.truth("required", false)
	var schemas []node
	r.each(body.get("content"), "media types", func(media string, at node) {
		if content, ok := r.follow(at, "a media type"); ok {
			r.known(content, "a media type", mediaMembers)
			op.request.Content = append(op.request.Content, contract.Content{MediaType: media})
			schemas = append(schemas, content.get("schema"))
		}
	})
	for i, s := range schemas {
		r.schema(s, schema.Requests, func(s *rule.Schema) { op.request.Content[i].Schema = s })
	}
}

// swaggerParameter reads the body of requests of Swagger 2.0, which is among its parameters.
func (r *reader) swaggerParameter(op operation, p node) {
	if p.text("in") != "body" {
		return
	}
	consumes := op.get("consumes")
	if consumes.none() {
		consumes = op.root.get("consumes")
	}
	op.request.Required = p.truth("required", false)
	r.items(consumes, "media types", func(media node) {
		op.request.Content = append(op.request.Content, contract.Content{MediaType: scalar(media.value)})
	})
	if len(op.request.Content) == 0 {
		op.request.Content = []contract.Content{{MediaType: "*/*"}}
	}
	for i := range op.request.Content {
		r.schema(p.get("schema"), schema.Requests, func(s *rule.Schema) { op.request.Content[i].Schema = s })
	}
}
