package contracttest_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/contract/contracttest"
)

const description = `openapi: 3.1.0
info: {title: users, version: "1"}
paths:
  /users/{id}:
    get:
      responses:
        "200":
          description: a user
          content:
            application/json:
              schema: {type: object, required: [name], properties: {name: {type: string}}}
  /health:
    get:
      responses: {"204": {description: all is well}}
`

// specFile is the description in a file.
func specFile(t testing.TB) string {
	name := filepath.Join(t.TempDir(), "openapi.yaml")
	if err := os.WriteFile(name, []byte(description), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// users answers by the description, but for user 2.
func users(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	switch r.URL.Path {
	case "/users/1":
		_, _ = io.WriteString(w, `{"name": "Ada"}`)
	case "/users/2":
		_, _ = io.WriteString(w, `{"name": "s3cret", "name2": 1, "nick": null}`)
	case "/users/3":
		_, _ = io.WriteString(w, `{"name": 3}`)
	default:
		w.WriteHeader(http.StatusTeapot)
	}
}

// probe is a test whose failures are looked at.
type probe struct {
	testing.TB
	mu      sync.Mutex
	errors  []string
	cleanup []func()
}

func (p *probe) Name() string     { return "TestProbe" }
func (p *probe) Helper()          {}
func (p *probe) Cleanup(f func()) { p.cleanup = append(p.cleanup, f) }
func (p *probe) Errorf(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.errors = append(p.errors, fmt.Sprintf(format, args...))
}

func (p *probe) end() string {
	for _, f := range p.cleanup {
		f()
	}
	return strings.Join(p.errors, "\n")
}

func get(t *testing.T, c *http.Client, url string) {
	t.Helper()
	response, err := c.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(response.Body); err != nil {
		t.Error(err)
	}
	_ = response.Body.Close()
}

func TestWatch(t *testing.T) {
	checker := contracttest.Spec(t, specFile(t))
	ts := httptest.NewServer(http.HandlerFunc(users))
	defer ts.Close()
	for _, c := range []struct {
		name  string
		paths []string
		watch func(*contracttest.Watch) *contracttest.Watch
		want  []string // in the failure; none where there is to be none
	}{
		{"all well", []string{"/users/1", "/elsewhere"}, nil, nil},
		{"a violation", []string{"/users/1", "/users/3"}, nil, []string{"1 of 2 exchanges break the contract:\n", "/name: found a number of 1 digit (#", "TestProbe"}},
		{"a status", []string{"/health"}, nil, []string{"undocumented-status"}},
		{"an operation, asked for", []string{"/elsewhere"}, func(w *contracttest.Watch) *contracttest.Watch { return w.FailOn(contract.UndocumentedOperation) }, []string{"undocumented-operation"}},
		{"an operation that was not tried", []string{"/users/1"}, (*contracttest.Watch).All, []string{"no exchange belongs to 1 operation of the contract, wanted some: GET /health"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &probe{TB: t}
			w := contracttest.New(p, checker)
			if c.watch != nil {
				w = c.watch(w)
			}
			client := w.Client()
			for _, path := range c.paths {
				get(t, client, ts.URL+path)
			}
			found := p.end()
			if c.want == nil && found != "" {
				t.Errorf("found the failure\n%s", found)
			}
			for _, want := range c.want {
				if !strings.Contains(found, want) {
					t.Errorf("found the failure\n%s\nwanted %q in it", found, want)
				}
			}
			get(t, client, ts.URL+"/users/3") // after the end nothing is said
			if len(p.errors) > 1 {
				t.Errorf("found %q", p.errors)
			}
		})
	}
}

// TestHandler watches the other side.
func TestHandler(t *testing.T) {
	p := &probe{TB: t}
	h := contracttest.New(p, contracttest.Spec(t, specFile(t))).Handler(http.HandlerFunc(users))
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/users/3", nil))
	if found := p.end(); !strings.Contains(found, "/name: found a number of 1 digit (#") {
		t.Errorf("found %q, wanted the violation", found)
	}
}

// This is how a test of one's own looks.
func Example() {
	_ = func(t *testing.T) {
		watch := contracttest.New(t, contracttest.Spec(t, "openapi.yaml"))
		server := httptest.NewServer(watch.Handler(http.HandlerFunc(users)))
		defer server.Close()
		// … tests that call server.URL; t fails at its end where an exchange breaks the contract
	}
}
