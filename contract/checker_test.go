package contract

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/rule"
)

// precedence is a route map in which many routes fit the same exchange.
func precedence() []Route {
	route := func(name, host, method, path, status, media string) Route {
		return Route{Name: name, Host: host, Method: method, Path: path, Status: status, MediaType: media, Schema: anything}
	}
	return []Route{
		route("me", "", "GET", "/users/me", "", "*/*"),
		route("user 200 json", "", "GET", "/users/{id}", "200", "application/json"),
		route("user 200 suffix", "", "GET", "/users/{id}", "200", "application/*+json"),
		route("user 200 any json", "", "GET", "/users/{id}", "200", ""),
		route("user 200 application", "", "GET", "/users/{id}", "200", "application/*"),
		route("user 200 any", "", "GET", "/users/{id}", "200", "*/*"),
		route("user 2XX", "", "GET", "/users/{id}", "2XX", "application/json"),
		route("user default", "", "GET", "/users/{id}", "default", "application/json"),
		route("user default html", "", "GET", "/users/{id}", "default", "text/html"),
		route("user 200 long suffix", "", "GET", "/users/{id}", "200", "application/*+ld+json"),
		route("user any method", "", "", "/users/{id}", "", ""),
		route("user as json", "", "GET", "/users/{id}.json", "", ""),
		route("user parted", "", "GET", "/users/{a}-{b}", "", ""),
		route("user of host", "api.example.com", "GET", "/{kind}/{id}", "", ""),
		route("user of host and port", "api.example.com:8443", "GET", "/{kind}/{id}", "", ""),
		route("user of glob", "*.example.com", "GET", "/{kind}/{id}", "", ""),
		route("user of narrow glob", "*.west.example.com", "GET", "/{kind}/{id}", "", ""),
		route("one", "", "GET", "/pairs/{a}", "", ""),
		route("two", "", "GET", "/pairs/{a}{b}", "", ""),
		route("left literal", "", "GET", "/a/{x}", "", ""),
		route("right literal", "", "GET", "/{x}/b", "", ""),
		route("", "", "put", "/users/{id}/", "200", ""),
	}
}

func TestPrecedence(t *testing.T) {
	tests := []struct {
		method, url string
		status      int
		media, want string
	}{
		{"GET", "https://h/users/me", 200, "text/html", "valid: me"},
		{"get", "https://h/users/me", 200, "text/html", "valid: me"},
		{"DELETE", "https://h/users/me", 200, "application/json", "valid: user any method"},
		{"GET", "https://h/users/1", 200, "application/json", "valid: user 200 json"},
		{"GET", "https://h/users/1", 200, "application/hal+json", "valid: user 200 suffix"},
		{"GET", "https://h/users/1", 200, "text/json", "valid: user 200 any json"},
		{"GET", "https://h/users/1", 200, "application/xml", "valid: user 200 application"},
		{"GET", "https://h/users/1", 200, "text/plain", "valid: user 200 any"},
		{"GET", "https://h/users/1", 201, "application/json", "valid: user 2XX"},
		{"GET", "https://h/users/1", 500, "application/json", "valid: user default"},
		{"GET", "https://h/users/1", 201, "text/plain", "undocumented-media-type: GET /users/{id}"},
		{"GET", "https://h/users/1", 404, "text/html", "valid: user default html"},
		{"GET", "https://h/users/1", 201, "text/html", "undocumented-media-type: GET /users/{id}"},
		{"GET", "https://h/users/1", 200, "application/x+ld+json", "valid: user 200 long suffix"},
		{"GET", "https://h/pairs/x", 200, "application/json", "valid: one"},
		{"GET", "https://h/pairs/xy", 200, "application/json", "valid: two"},
		{"POST", "https://h/users/1", 201, "application/json", "valid: user any method"},
		{"GET", "https://h/users/1.json", 201, "application/json", "valid: user as json"},
		{"GET", "https://h/users/1-2.json", 201, "application/json", "valid: user as json"},
		{"GET", "https://h/users/1-2", 201, "application/json", "valid: user parted"},
		{"GET", "https://api.example.com/users/me", 200, "application/json", "valid: user of host"},
		{"GET", "https://api.example.com:8443/users/me", 200, "application/json", "valid: user of host and port"},
		{"GET", "https://www.example.com/users/me", 200, "application/json", "valid: user of glob"},
		{"GET", "https://x.west.example.com/users/me", 200, "application/json", "valid: user of narrow glob"},
		{"GET", "https://h/a/b", 200, "application/json", "valid: left literal"},
		{"GET", "https://h/c/b", 200, "application/json", "valid: right literal"},
		{"PUT", "https://h/users/1", 200, "application/json", "valid: PUT /users/{id}/"},
		{"PUT", "https://h/users/1", 404, "application/json", "undocumented-status: PUT /users/{id}/"},
		{"GET", "https://h/nowhere", 200, "application/json", "undocumented-operation: "},
	}
	routes := precedence()
	for round := range 20 {
		c := mustCheck(t, Options{}, routes...)
		for _, test := range tests {
			x := exchange(t, test.method, test.url, test.status, `{}`)
			x.Response.MediaType = test.media
			f := c.Check(x)
			if got := fmt.Sprintf("%s: %s", f.Result, f.Operation); got != test.want {
				t.Errorf("round %d: %s %s %d %s: found %s, wanted %s", round, test.method, test.url, test.status, test.media, got, test.want)
			}
		}
		rand.Shuffle(len(routes), func(i, j int) { routes[i], routes[j] = routes[j], routes[i] })
	}
}

func TestReasonsDoNotDependOnOrder(t *testing.T) {
	routes := precedence()
	var want []Finding
	for round := range 20 {
		c := mustCheck(t, Options{}, routes...)
		var got []Finding
		for _, url := range []string{"https://h/users/me", "https://h/users/1", "https://h/a/b", "https://h/x/y", "https://api.example.com/q/r"} {
			for _, method := range []string{"GET", "PUT", "PATCH"} {
				x := exchange(t, method, url, 202, `{}`)
				x.Response.MediaType = "text/plain"
				got = append(got, c.Check(x))
			}
		}
		if round == 0 {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("the findings depend on the order of the routes (-first +now):\n%s", diff)
		}
		rand.Shuffle(len(routes), func(i, j int) { routes[i], routes[j] = routes[j], routes[i] })
	}
}

func TestUndocumented(t *testing.T) {
	c := mustCheck(t, Options{},
		Route{Name: "create", Method: "POST", Path: "/users", Status: "201", MediaType: "application/json", Schema: anything},
		Route{Name: "create, old", Method: "POST", Path: "/users", Status: "201", MediaType: "application/*+json", Schema: anything},
		Route{Name: "create", Method: "POST", Path: "/users", Status: "4XX", Schema: anything},
		Route{Method: "GET", Path: "/users", Status: "200", Schema: anything},
		Route{Host: "admin.example.com", Method: "GET", Path: "/admin", Schema: anything},
	)
	tests := []struct {
		name, method, url string
		status            int
		media             string
		result            Result
		operation, reason string
	}{
		{"path", "GET", "https://h/persons", 200, "application/json", UndocumentedOperation, "", "no route has this path"},
		{"method", "DELETE", "https://h/users", 200, "application/json", UndocumentedOperation, "", "this path is documented for GET, POST"},
		{"host", "GET", "https://h/admin", 200, "application/json", UndocumentedOperation, "", "no route has this path for this host, but for admin.example.com"},
		{"status", "POST", "https://h/users", 200, "application/json", UndocumentedStatus, "POST /users", "documented: 201, 4XX"},
		{"status and media type", "GET", "https://h/users", 404, "text/html", UndocumentedStatus, "GET /users", "documented: 200"},
		{"media type", "POST", "https://h/users", 201, "text/html", UndocumentedMediaType, "POST /users",
			"the media type text/html is not documented; documented: application/json, application/*+json"},
		{"no media type", "GET", "https://h/users", 200, "", UndocumentedMediaType, "GET /users",
			"the response has no media type; documented: any JSON media type"},
		{"no sensible media type", "GET", "https://h/users", 200, "made-up secret", UndocumentedMediaType, "GET /users",
			"the Content-Type is no media type; documented: any JSON media type"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x := exchange(t, test.method, test.url, test.status, `{}`)
			x.Response.MediaType = test.media
			f := c.Check(x)
			want := Finding{Source: "test.ndjson", Entry: 1, Line: 1, Method: test.method, URL: test.url, Status: test.status,
				Operation: test.operation, Result: test.result, Reason: test.reason}
			if test.result == UndocumentedMediaType {
				want.Documented = strconv.Itoa(test.status)
			}
			if diff := cmp.Diff(want, f); diff != "" {
				t.Errorf("(-wanted +found):\n%s", diff)
			}
		})
	}
}

func TestNoRoutes(t *testing.T) {
	f := mustCheck(t, Options{}).Check(exchange(t, "GET", "https://h/", 200, `{}`))
	if f.Result != UndocumentedOperation {
		t.Errorf("found %s, wanted %s", f.Result, UndocumentedOperation)
	}
}

func TestConcurrentChecks(t *testing.T) {
	id := &rule.Schema{Applicators: []rule.Applicator{
		rule.NewProperties([]rule.Property{{Name: "id", Schema: typed("test:id", rule.TypeString)}}),
	}}
	c := mustCheck(t, Options{ShowValues: true},
		Route{Path: "/ids/{id}", Status: "200", Schema: id},
		Route{Path: "/ids/{id}", Status: "201", Schema: id, Pointer: "/data"})
	var group sync.WaitGroup
	for g := range 8 {
		group.Go(func() {
			const rounds = 200
			var found [rounds]Finding
			number := func(i int) string { return fmt.Sprintf("%d%04d", g+1, i) }
			for i := range rounds {
				// The name is escaped so that the document keeps a copy of the text, in memory that is used again.
				body := fmt.Sprintf(`{"\u0069d":%s}`, number(i))
				if i%2 == 0 {
					found[i] = c.Check(exchange(t, "GET", "https://h/ids/1", 200, body))
				} else {
					found[i] = c.Check(exchange(t, "GET", "https://h/ids/1", 201, `{"data":`+body+`}`))
				}
			}
			for i, f := range found {
				at := []string{"/id", "/data/id"}[i%2]
				want := []string{at + ": found " + number(i) + ", wanted a string (type)"}
				if diff := cmp.Diff(want, messages(f)); diff != "" {
					t.Errorf("(-wanted +found):\n%s", diff)
					return
				}
			}
		})
	}
	group.Wait()
}
