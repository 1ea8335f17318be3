package contract

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/assaykit/assay/rule"
)

// Route says which schema governs which responses.
type Route struct {
	// Name is what reports call the operation. "" stands for method and path: "GET /users/{id}".
	Name string
	// Host is the name of the host, with or without a port. In the name, * stands for any characters and
	// ? for one, as path.Match has it. Without a port it governs every port; "" is any host.
	Host string
	// Method is compared without case; "" is any.
	Method string
	// Path is a template such as /users/{id}, percent-encoded as in a URL. A parameter takes at least one
	// character and never a slash. A segment may have literal text beside parameters: /{name}.json.
	Path string
	// Status is one such as 201, a class such as 2XX, or default; "" is default, which is any status that the
	// operation does not document otherwise.
	Status string
	// MediaType is one such as application/json, or a range: application/*+json, application/*, */*. ""
	// is any JSON media type (WHATWG MIME Sniffing, section 4.6). Whatever it is, the body is read as JSON.
	MediaType string
	// Schema is what the response must satisfy. Only where the route is Described it may be nil, for nothing.
	Schema *rule.Schema
	// Pointer is a JSON Pointer (RFC 6901) to the value in the body that the schema governs; "" is the
	// body.
	Pointer string

	// Described says that the route is of an API description. That speaks of bodies that are not JSON, too: they are read
	// by what their media type says. In Path a parameter may have any name, and one as {+name} takes slashes, too.
	// MediaType may have parameters, which a response must have. Two paths may differ in nothing but a slash at the end.
	Described bool
	// NoBody says that a response has no body.
	NoBody bool
	// AnyBody says that nothing is known of the body, not even whether there is one.
	AnyBody bool
	// Headers are those of the response.
	Headers []Parameter
	// Request is what requests must satisfy, the same for all routes of an operation; nil is nothing.
	Request *Request
}

// RouteError says what is wrong with a route.
type RouteError struct {
	Index int    // of the route in the list, from 0
	Name  string // of the route
	Err   error  // what is wrong
}

// Error names the route by its number, counted from 1, and its name.
func (e *RouteError) Error() string {
	return fmt.Sprintf("route %d (%s): %v", e.Index+1, e.Name, e.Err)
}

// Unwrap gives what is wrong.
func (e *RouteError) Unwrap() error { return e.Err }

// label is the name of the route.
func (r Route) label() string {
	if r.Name != "" {
		return r.Name
	}
	return r.operation()
}

// operation is the name that method and path make.
func (r Route) operation() string {
	return strings.TrimSpace(strings.ToUpper(r.Method) + " " + r.Path)
}

// place is where a route governs: what its texts mean.
type place struct {
	host   host
	method string // in upper case
	path   template
	slash  bool // the path ends in a slash that tells it from another
	status status
	media  mediaRange
	named  *named // what tells the parameters of the path of a described route; nil where it has none
}

// place reads the texts of a route. The error is of all texts that cannot be read.
func (r Route) place() (place, error) {
	var p place
	var list []error
	read := func(member, text string, err error) {
		if err != nil {
			list = append(list, fmt.Errorf("%s %q: %w", member, text, err))
		}
	}
	var err error
	p.host, err = parseHost(r.Host)
	read("host", r.Host, err)
	p.method, err = parseMethod(r.Method)
	read("method", r.Method, err)
	if r.Described {
		p.path, p.named, err = parseDescribed(r.Path)
		p.slash = len(p.path) > 0 && strings.HasSuffix(r.Path, "/")
	} else {
		p.path, err = parseTemplate(r.Path)
	}
	read("path", r.Path, err)
	p.status, err = parseStatus(r.Status)
	read("status", r.Status, err)
	p.media, err = parseMediaRange(r.MediaType, r.Described)
	read("media type", r.MediaType, err)
	read("pointer", r.Pointer, checkPointer(r.Pointer))
	if r.Schema == nil && !r.Described {
		list = append(list, errors.New("found no schema, wanted one"))
	}
	return p, errors.Join(list...)
}

// operation is the same for two routes of one host, method and path. Names of parameters do not
// tell paths apart.
func (p place) operation() string {
	return p.twin() + strconv.FormatBool(p.slash)
}

// twin is the same for two operations that nothing but a slash at the end of their paths tells apart.
func (p place) twin() string {
	return fmt.Sprintf("%q %q %q %q %t ", p.host.name, p.host.port, p.method, p.path, p.named.deep())
}

// key is the same for two routes that govern the same responses.
func (p place) key() string {
	return p.operation() + " " + p.status.String() + " " + p.media.text + p.media.parameters
}

// compare puts the narrower of two places first. It is 0 only for places with the same key.
func (p place) compare(q place) int {
	for _, c := range []int{
		p.host.compare(q.host),
		p.path.compare(q.path),
		compareBool(p.named.deep(), q.named.deep()),
		compareBool(p.slash, q.slash),
		-strings.Compare(p.method, q.method), // "" last
		p.status.compare(q.status),
		p.media.compare(q.media),
	} {
		if c != 0 {
			return c
		}
	}
	return 0
}

// compareBool puts false first.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// parseMethod reads a method: a token (RFC 9110, section 9.1).
func parseMethod(text string) (string, error) {
	for _, c := range text {
		if !tokenRune(c) {
			return "", fmt.Errorf("found %s, wanted one method such as GET", strconv.QuoteRune(c))
		}
	}
	return strings.ToUpper(text), nil
}

// tokenRune reports whether a token may have the character (RFC 9110, section 5.6.2).
func tokenRune(c rune) bool {
	return c > ' ' && c < 0x7f && !strings.ContainsRune(`"(),/:;<=>?@[\]{}`, c)
}

// checkPointer checks the syntax of a JSON Pointer (RFC 6901, section 3).
func checkPointer(text string) error {
	if text != "" && text[0] != '/' {
		return errors.New("found no slash at its start, wanted one, as in /data")
	}
	for rest := text; ; {
		_, after, found := strings.Cut(rest, "~")
		if !found {
			return nil
		}
		if after == "" || after[0] != '0' && after[0] != '1' {
			return errors.New("found ~ by itself, wanted ~0 for ~ or ~1 for /")
		}
		rest = after
	}
}
