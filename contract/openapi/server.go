package openapi

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// base is where a server is: its host and the beginning of its paths.
type base struct{ host, path string }

// mostServers bounds what the values of server variables make together.
const mostServers = 1000

// servers are the bases of an operation: those of the innermost list of servers.
func (r *reader) servers(levels ...node) []base {
	if r.instead != nil {
		return r.instead
	}
	for _, level := range slices.Backward(levels) {
		list := level.get("servers")
		if list.none() || list.is(document.Array) && list.value.Len() == 0 {
			continue
		}
		var bases []base
		r.items(list, "servers", func(server node) {
			if !r.object(server, "a server with its url") {
				return
			}
			for _, b := range r.server(server) {
				if !slices.Contains(bases, b) {
					bases = append(bases, b)
				}
			}
		})
		return bases
	}
	if r.swagger {
		return []base{{levels[0].text("host"), cleanBase(levels[0].text("basePath"))}}
	}
	return []base{{}}
}

// server reads one server, by each way that its variables can be set.
func (r *reader) server(server node) []base {
	at := server.get("url")
	if !at.is(document.String) {
		if at.none() {
			at = server
		}
		r.fail(at, "found no url, wanted that of a server in a string")
		return nil
	}
	texts := []string{at.value.Text()}
	r.each(server.get("variables"), "variables by their names", func(name string, v node) {
		var next []string
		for _, text := range texts {
			for _, value := range r.valuesOf(name, v) {
				next = append(next, strings.ReplaceAll(text, "{"+name+"}", value))
			}
		}
		if len(next) > mostServers {
			r.fail(v, "found variables that make more than %d servers, wanted fewer", mostServers)
			return
		}
		texts = next
	})
	var list []base
	for _, text := range texts {
		b, why := parseServer(text)
		if why != "" {
			r.fail(at, "found the server %q, %s", at.value.Text(), why)
			return nil
		}
		list = append(list, b)
	}
	return list
}

// valuesOf are what may stand in the place of a variable: the values of its enum, else itself, which is any text. Where its default is none
// or more than one segment of a path, the default comes first.
func (r *reader) valuesOf(name string, v node) []string {
	if !r.object(v, "a server variable") {
		return []string{"{" + name + "}"}
	}
	var list []string
	r.items(v.get("enum"), "texts", func(item node) {
		list = append(list, scalar(item.value))
	})
	if len(list) > 0 {
		return list
	}
	if d := v.get("default"); d.is(document.String) && (d.value.Text() == "" || strings.Contains(d.value.Text(), "/")) {
		list = append(list, d.value.Text())
	}
	return append(list, "{"+name+"}")
}

// parseServer reads the URL of a server.
func parseServer(text string) (b base, why string) {
	rest := text
	if i := strings.IndexAny(rest, "?#"); i >= 0 {
		return b, "wanted one without query and fragment"
	}
	if _, after, ok := strings.Cut(rest, "://"); ok {
		rest = after
	} else if after, ok := strings.CutPrefix(rest, "//"); ok {
		rest = after
	} else {
		// A relative one is on the host that has the description, which is not known.
		u, err := url.Parse("http://h/")
		if err == nil {
			u = u.JoinPath(rest)
			rest = u.Path
		}
		return base{"", cleanBase(rest)}, ""
	}
	host, path, _ := strings.Cut(rest, "/")
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	return base{freeHost(host), cleanBase(path)}, ""
}

// parseServers reads the URLs of servers that a user gives.
func parseServers(list []string) ([]base, error) {
	var bases []base
	for _, text := range list {
		b, why := parseServer(text)
		if why != "" {
			return nil, fmt.Errorf("found the server %q, %s", text, why)
		}
		bases = append(bases, b)
	}
	return bases, nil
}

// freeHost makes a pattern of a host with variables.
func freeHost(host string) string {
	name, port, hasPort := host, "", false
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.ContainsAny(host[i:], "]") {
		name, port, hasPort = host[:i], host[i+1:], true
	}
	for {
		before, rest, open := strings.Cut(name, "{")
		_, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			break
		}
		name = before + "*" + after
	}
	if hasPort && port != "" && !strings.Contains(port, "{") {
		return name + ":" + port
	}
	return name
}

// cleanBase is a path with a slash at its start and none at its end; "/" is "".
func cleanBase(path string) string {
	path = strings.Trim(path, "/")
	if path == "" {
		return ""
	}
	return "/" + path
}
