package contract

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"

	"github.com/assaykit/assay/capture"
)

// Options say how a [Checker] checks.
type Options struct {
	// ShowValues lets findings quote values of bodies and of paths, except those that a schema marks as sensitive or that look like tokens.
	ShowValues bool
	// ShowSecrets lets findings quote everything, values of headers, cookies and queries included.
	ShowSecrets bool
	// HashKey is the key of the hashes by which findings tell values apart that they do not show: checkers with one key have one hash for equal
	// values. Without a key each checker has one of its own, drawn by lot. Who knows the key can try what values there may be.
	HashKey []byte
	// Coverage lets findings hold what a [Summary] counts of the schemas: see [Finding].Seen. It costs another walk through each valid
	// body.
	Coverage bool
}

// Checker holds exchanges against the routes of a contract. Any number of goroutines may use it.
type Checker struct {
	// operations are found by the number of segments of their path; the narrowest come first. Those at -1 have parameters that
	// take slashes.
	operations map[int][]*operation
	shown      shown
	covers     bool
	shapes     shapes
}

// operation is the routes of one host, method and path, the narrowest first. Its name is theirs where they have
// but one, else what method and path make.
type operation struct {
	name    string
	routes  []governing
	request *Request
	hidden  []string   // the parameters of the path that are not shown
	twin    *operation // that which nothing but a slash at the end of the path tells from this
}

// segments is under which number of segments an operation is found.
func (g governing) segments() int {
	if g.named.deep() {
		return -1
	}
	return len(g.path)
}

// governing is a route with what its texts mean.
type governing struct {
	Route
	place
}

// NewChecker makes a checker of a list of routes, whose order does not matter. The error joins a [*RouteError] for each
// route that cannot be used: one whose texts do not read, that has no schema, or that governs the same
// responses as one before it.
func NewChecker(routes []Route, o Options) (*Checker, error) {
	c := &Checker{operations: map[int][]*operation{}, shown: newShown(o), covers: o.Coverage}
	list, err := readRoutes(routes)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b governing) int { return a.place.compare(b.place) })
	byKey, twins := map[string]*operation{}, map[string]*operation{}
	for _, g := range list {
		key := g.place.operation()
		op := byKey[key]
		if op == nil {
			op = &operation{name: g.label(), request: g.Request, hidden: g.Request.sensitive()}
			byKey[key] = op
			c.operations[g.segments()] = append(c.operations[g.segments()], op)
			if twin := twins[g.place.twin()]; twin != nil {
				twin.twin, op.twin = op, twin
			}
			twins[g.place.twin()] = op
		}
		op.routes = append(op.routes, g)
		if op.name != g.label() {
			op.name = op.routes[0].Route.operation()
		}
	}
	// Of paths in which a parameter takes slashes the longer is the narrower.
	slices.SortStableFunc(c.operations[-1], func(a, b *operation) int {
		p, q := a.routes[0].place, b.routes[0].place
		return cmp.Or(p.host.compare(q.host), cmp.Compare(len(q.path), len(p.path)))
	})
	return c, nil
}

// readRoutes reads the texts of all routes.
func readRoutes(routes []Route) ([]governing, error) {
	var list []governing
	var faults []error
	first := map[string]int{}
	read := map[*Request]bool{}
	for i, r := range routes {
		p, err := r.place()
		if err == nil && r.Request != nil && !read[r.Request] {
			read[r.Request] = true
			err = readRequest(r.Request)
		}
		if err == nil {
			if j, twice := first[p.key()]; twice {
				err = fmt.Errorf("found the same host, method, path, status and media type as in route %d (%s), wanted one route for them",
					j+1, routes[j].label())
			} else {
				first[p.key()] = i
			}
		}
		if err != nil {
			faults = append(faults, &RouteError{Index: i, Name: r.label(), Err: err})
			continue
		}
		list = append(list, governing{r, p})
	}
	return list, errors.Join(faults...)
}

// Check says what the contract says of an exchange. It keeps nothing of it.
func (c *Checker) Check(x *capture.Exchange) Finding {
	u := x.URL
	if u == nil {
		u = &url.URL{}
	}
	f := Finding{
		Source: x.Source, Entry: x.Entry, Line: x.Line,
		Method: c.shown.word(x.Method), URL: c.shown.url(u), Status: x.Status,
	}
	if c.covers {
		f.Seen = &Seen{}
		if isMedia(x.Response.MediaType) {
			f.Seen.MediaType = c.shown.word(x.Response.MediaType)
		}
	}
	if u.Opaque != "" || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return f.skip("the URL is not one of HTTP")
	}
	op, reason := c.find(u, x.Method)
	if op != nil {
		f.Operation = op.name
		if hidden := op.sensitive(u); len(hidden) > 0 {
			f.URL = c.shown.url(u, hidden...)
		}
	}
	switch {
	case x.Status == 0:
		return f.skip("the request was aborted, so there is no response")
	case op == nil:
		f.Result, f.Reason = UndocumentedOperation, reason
		return f
	}
	f = c.request(op, x, c.response(op, x, f))
	if f.Result == Valid {
		f.Reason = f.Seen.remark()
	}
	return c.shown.place(f)
}

func (f Finding) skip(reason string) Finding {
	f.Result, f.Reason = Skipped, reason
	return f
}

// find is the operation that governs a request, or else why there is none.
func (c *Checker) find(u *url.URL, method string) (op *operation, reason string) {
	path, host, method := pathOf(u), hostOf(u), strings.ToUpper(method)
	slash := endsInSlash(u)
	var methods []string       // of the operations that have the path
	var elsewhere []*operation // that have it for other hosts
	for op := range c.with(len(path)) {
		p := op.routes[0].place
		switch {
		case !p.fits(path, slash):
		case !p.host.matches(host):
			elsewhere = append(elsewhere, op)
		case p.method == "" || p.method == method:
			if op.twin != nil && slash != p.slash {
				return op.twin, ""
			}
			return op, ""
		case !slices.Contains(methods, p.method):
			methods = append(methods, p.method)
		}
	}
	switch {
	case len(methods) > 0:
		slices.Sort(methods)
		return nil, "this path is documented for " + strings.Join(methods, ", ")
	case len(elsewhere) > 0:
		return nil, "no route has this path for this host, but for " + hostsOf(elsewhere)
	}
	return nil, "no route has this path"
}

// with are the operations that paths of some number of segments may belong to, the narrowest first.
func (c *Checker) with(segments int) iter.Seq[*operation] {
	return func(yield func(*operation) bool) {
		for _, list := range [][]*operation{c.operations[segments], c.operations[-1]} {
			for _, op := range list {
				if !yield(op) {
					return
				}
			}
		}
	}
}

// response goes on with the routes of the operation: those of the status, then the one of the media
// type.
func (c *Checker) response(op *operation, x *capture.Exchange, f Finding) Finding {
	routes := op.forStatus(x.Status)
	if len(routes) == 0 {
		f.Result = UndocumentedStatus
		f.Reason = fmt.Sprintf("documented: %s", op.documented(func(g governing) string { return g.status.String() }))
		return f
	}
	f.Documented = routes[0].status.String()
	if routes[0].NoBody || routes[0].AnyBody {
		return c.headersOf(routes[0], x, c.empty(routes[0], x, f))
	}
	if reason := withoutBody(x); reason != "" {
		return c.headersOf(routes[0], x, f.skip(reason))
	}
	if x.Response.State != capture.BodyUnrecorded && len(x.Response.Body) == 0 {
		f.Operation = routes[0].label()
		return f.invalid(fault("", "no body", "a body of "+routes[0].media.String()))
	}
	media := x.Response.MediaType
	i := slices.IndexFunc(routes, func(g governing) bool { return g.media.accepts(media, x.Response.Parameters) })
	if routes[0].Described && media == "" && len(x.Response.Header) == 0 {
		// No header was recorded, so that nothing is known of the media type.
		i = max(0, slices.IndexFunc(routes, func(g governing) bool { return g.media.accepts("application/json", nil) }))
	}
	if i < 0 {
		of := operation{routes: routes}
		f.Result = UndocumentedMediaType
		f.Reason = fmt.Sprintf("%s; documented: %s", c.shown.describeMedia(media),
			of.documented(func(g governing) string { return g.media.String() }))
		return f
	}
	f.Operation = routes[i].label()
	if routes[i].Described {
		return c.headersOf(routes[i], x, c.describedBody(routes[i], x.Response, f))
	}
	return c.body(routes[i], x.Response, f)
}

// forStatus are the routes of the narrowest status that fits.
func (op *operation) forStatus(code int) []governing {
	var list []governing
	for _, g := range op.routes {
		if g.status.matches(code) && (len(list) == 0 || g.status == list[0].status) {
			list = append(list, g)
		}
	}
	return list
}

// documented lists what the routes say of one matter, each once.
func (op *operation) documented(say func(governing) string) string {
	var words []string
	for _, g := range op.routes {
		if w := say(g); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return strings.Join(words, ", ")
}
