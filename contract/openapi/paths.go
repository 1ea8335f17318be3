package openapi

import (
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// methods are the members of a path item that are operations.
var methods = map[string]bool{
	"get": true, "put": true, "post": true, "delete": true, "options": true, "head": true, "patch": true, "trace": true, "query": true,
}

// operation is an operation with all that it has from around it.
type operation struct {
	node
	method, path string
	root, item   node
	request      *contract.Request
}

// paths reads all operations.
func (r *reader) paths(root node) {
	r.each(root.get("paths"), "path items by their paths", func(path string, at node) {
		item, ok := r.follow(at, "a path item")
		if !ok {
			return
		}
		if !strings.HasPrefix(path, "/") {
			r.fail(at, "found the path %q, wanted a slash at its start", path)
			return
		}
		r.each(item, "a path item", func(name string, member node) {
			switch {
			case methods[name]:
				r.operation(operation{node: member, method: strings.ToUpper(name), path: path, root: root, item: item})
			case name == "additionalOperations": // OpenAPI 3.2, section 4.9
				r.each(member, "operations by their methods", func(method string, member node) {
					r.operation(operation{node: member, method: method, path: path, root: root, item: item})
				})
			}
		})
	})
}

// operation makes the routes of an operation.
func (r *reader) operation(op operation) {
	if !r.object(op.node, "an operation") {
		return
	}
	r.known(op.node, "an operation", operationMembers)
	op.request = &contract.Request{}
	multi := r.parameters(op)
	r.requestBody(op)
	var routes []*contract.Route
	r.each(op.get("responses"), "responses by their statuses", func(status string, at node) {
		if response, ok := r.follow(at, "a response"); ok {
			routes = append(routes, r.response(op, status, response)...)
		}
	})
	if len(routes) == 0 {
		routes = []*contract.Route{{MediaType: "*/*", AnyBody: true}} // nothing is said of responses
	}
	path := op.path
	for _, name := range multi {
		path = strings.ReplaceAll(path, "{"+name+"}", "{+"+name+"}")
	}
	bases := r.servers(op.root, op.item, op.node)
	for _, b := range bases {
		for _, route := range routes {
			route.Name, route.Method = op.method+" "+op.path, op.method
			route.Described, route.Request = true, op.request
			index := len(r.out.Routes)
			r.out.Routes = append(r.out.Routes, *route)
			r.out.Routes[index].Host, r.out.Routes[index].Path = b.host, b.path+path
			r.out.Places = append(r.out.Places, Place{op.source, op.value})
		}
	}
	r.settle(routes, len(r.out.Routes)-len(bases)*len(routes), len(bases))
}

// response makes the routes of one response, one for each media type.
func (r *reader) response(op operation, status string, response node) []*contract.Route {
	headers := r.headers(response)
	if r.swagger {
		return r.swaggerResponse(op, status, response)
	}
	r.known(response, "a response", responseMembers)
	var routes []*contract.Route
	r.each(response.get("content"), "media types", func(media string, at node) {
		content, ok := r.follow(at, "a media type")
		if !ok {
			return
		}
		r.known(content, "a media type", mediaMembers)
		route := &contract.Route{Status: status, MediaType: media, Headers: headers}
		r.schema(content.get("schema"), schema.Responses, func(s *rule.Schema) { route.Schema = s })
		routes = append(routes, route)
	})
	if len(routes) == 0 {
		// Without content nothing is said of bodies; an empty one says that there are none.
		routes = append(routes, &contract.Route{Status: status, MediaType: "*/*", Headers: headers,
			NoBody: !response.get("content").none(), AnyBody: response.get("content").none()})
	}
	return routes
}

// swaggerResponse makes the routes of a response of Swagger 2.0.
func (r *reader) swaggerResponse(op operation, status string, response node) []*contract.Route {
	at := response.get("schema")
	if at.none() {
		return []*contract.Route{{Status: status, MediaType: "*/*", AnyBody: true}}
	}
	produces := op.get("produces")
	if produces.none() {
		produces = op.root.get("produces")
	}
	var routes []*contract.Route
	r.items(produces, "media types", func(media node) {
		routes = append(routes, &contract.Route{Status: status, MediaType: scalar(media.value)})
	})
	if len(routes) == 0 {
		routes = append(routes, &contract.Route{Status: status, MediaType: "*/*"})
	}
	for _, route := range routes {
		if at.text("type") != "file" {
			r.schema(at, schema.Responses, func(s *rule.Schema) { route.Schema = s })
		}
	}
	return routes
}

// settle has the routes that servers share filled in when their schemas are known.
func (r *reader) settle(routes []*contract.Route, first, times int) {
	w := r.lists[schema.Responses]
	w.into = append(w.into, func([]schema.Root) {
		for i := range times * len(routes) {
			r.out.Routes[first+i].Schema = routes[i%len(routes)].Schema
		}
	})
}
