package contract_test

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/schema"
)

// answers is a server with an answer for each path.
func answers(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	w.Header().Set("Content-Type", "application/json")
	switch r.URL.Path {
	case "/echo":
		_, _ = w.Write(body)
	case "/number":
		_, _ = io.WriteString(w, "1")
	case "/text":
		_, _ = io.WriteString(w, `"one"`)
	case "/sniffed":
		w.Header().Del("Content-Type")
		_, _ = io.WriteString(w, "<html>")
	case "/split":
		w.Header().Del("Content-Type")
		_, _ = io.WriteString(w, "<!DOC")
		_, _ = io.WriteString(w, "TYPE html><p>")
	case "/untyped":
		w.Header().Del("Content-Type")
		w.(http.Flusher).Flush()
		_, _ = io.WriteString(w, "<html>")
	case "/refused":
		w.Header().Del("Content-Type")
		w.WriteHeader(http.StatusNoContent)
		_, _ = io.WriteString(w, "<html>")
	case "/none":
		w.WriteHeader(http.StatusNoContent)
	case "/created":
		w.WriteHeader(http.StatusEarlyHints)
		w.WriteHeader(http.StatusCreated)
		_, _ = io.WriteString(w, "2")
	case "/packed":
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		_, _ = io.WriteString(z, "3")
		_ = z.Close()
	case "/flushed":
		_, _ = io.WriteString(w, "[1,")
		if err := http.NewResponseController(w).Flush(); err != nil {
			panic(err)
		}
		_, _ = io.WriteString(w, "2]")
	case "/long":
		_, _ = io.WriteString(w, `"`+strings.Repeat("a", contract.MostObserved)+`"`)
	case "/broken":
		panic(http.ErrAbortHandler)
	case "/taken":
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
		_ = conn.Close()
	}
}

// seen collects exchanges.
type seen struct {
	mu   sync.Mutex
	list []*capture.Exchange
}

func (s *seen) observe(x *capture.Exchange) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = append(s.list, x)
}

// last waits for an exchange: a server may still be writing when its client has read all.
func (s *seen) last(t *testing.T) *capture.Exchange {
	for range 500 {
		s.mu.Lock()
		n := len(s.list)
		s.mu.Unlock()
		if n > 0 {
			s.mu.Lock()
			defer s.mu.Unlock()
			x := s.list[0]
			s.list = nil
			return x
		}
		time.Sleep(time.Millisecond)
	}
	t.Helper()
	t.Fatal("found no exchange, wanted one")
	return nil
}

func (s *seen) none() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.list) == 0
}

// TestObserved wants both sides to see what passes, and those who talk to see no difference.
func TestObserved(t *testing.T) {
	var client, server seen
	ts := httptest.NewServer(contract.Middleware(server.observe)(http.HandlerFunc(answers)))
	defer ts.Close()
	c := &http.Client{Transport: &contract.Transport{Base: &http.Transport{}, Observers: []contract.Observer{client.observe}}}
	for _, test := range []struct {
		method, path, body string
		status             int
		want               string // the body as it is read
		recorded           capture.BodyState
	}{
		{"POST", "/echo", `{"a": 1}`, 200, `{"a": 1}`, capture.BodyRecorded},
		{"GET", "/number", "", 200, "1", capture.BodyRecorded},
		{"GET", "/none", "", 204, "", capture.BodyRecorded},
		{"GET", "/created", "", 201, "2", capture.BodyRecorded},
		{"GET", "/packed", "", 200, "3", capture.BodyRecorded},
		{"GET", "/flushed", "", 200, "[1,2]", capture.BodyRecorded},
		{"GET", "/sniffed", "", 200, "<html>", capture.BodyRecorded},
		{"GET", "/split", "", 200, "<!DOCTYPE html><p>", capture.BodyRecorded},
		{"GET", "/untyped", "", 200, "<html>", capture.BodyRecorded},
		{"GET", "/refused", "", 204, "", capture.BodyRecorded},
		{"GET", "/long", "", 200, `"` + strings.Repeat("a", contract.MostObserved) + `"`, capture.BodyUnrecorded},
	} {
		t.Run(test.path, func(t *testing.T) {
			r, err := http.NewRequest(test.method, ts.URL+test.path+"?q=1#part", strings.NewReader(test.body))
			if err != nil {
				t.Fatal(err)
			}
			response, err := c.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(response.Body)
			if err := errors.Join(err, response.Body.Close()); err != nil || string(body) != test.want || response.StatusCode != test.status {
				t.Fatalf("found status %d and a body of %d bytes (%v), wanted %d and %d bytes", response.StatusCode, len(body), err, test.status, len(test.want))
			}
			for side, x := range map[string]*capture.Exchange{"client": client.last(t), "server": server.last(t)} {
				if x.Source != side || x.Method != test.method || x.URL.String() != ts.URL+test.path+"?q=1" || x.Status != test.status {
					t.Errorf("%s: found %s %s %d of %s", side, x.Method, x.URL, x.Status, x.Source)
				}
				if string(x.Request.Body) != test.body || test.body == "" && x.Request.State != capture.NoBody {
					t.Errorf("%s: found the request %q (%v), wanted %q", side, x.Request.Body, x.Request.State, test.body)
				}
				if x.Response.State != test.recorded || test.recorded == capture.BodyRecorded && string(x.Response.Body) != test.want {
					t.Errorf("%s: found the response %.60q (%v), wanted %.60q", side, x.Response.Body, x.Response.State, test.want)
				}
				if sent := response.Header.Get("Content-Type"); x.Response.Header.Get("Content-Type") != sent {
					t.Errorf("%s: found the type %q, wanted the one that is sent, %q", side, x.Response.Header.Get("Content-Type"), sent)
				}
			}
		})
	}
}

// TestUnobserved wants what is no whole exchange to pass untold, and untouched.
func TestUnobserved(t *testing.T) {
	var client, server seen
	ts := httptest.NewServer(contract.Middleware(server.observe)(http.HandlerFunc(answers)))
	ts.Config.ErrorLog = nil
	defer ts.Close()
	c := &http.Client{Transport: &contract.Transport{Observers: []contract.Observer{client.observe}}}
	if response, err := c.Get(ts.URL + "/broken"); err == nil {
		t.Errorf("found %v, wanted an error", response)
	}
	response, err := c.Get(ts.URL + "/taken")
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(response.Body); string(body) != "{}" || err != nil {
		t.Errorf("found %q (%v), wanted what was written to the connection", body, err)
	}
	if err := response.Body.Close(); err != nil {
		t.Error(err)
	}
	if x := client.last(t); x.Status != 200 {
		t.Errorf("found status %d, wanted 200", x.Status)
	}
	if !server.none() || !client.none() {
		t.Error("found more exchanges, wanted none that broke off or was taken over")
	}
}

// TestReadInPart wants a body that is decoded, and not read to its end, to be known; one that is left is not.
func TestReadInPart(t *testing.T) {
	var client seen
	ts := httptest.NewServer(http.HandlerFunc(answers))
	defer ts.Close()
	c := &http.Client{Transport: &contract.Transport{Observers: []contract.Observer{client.observe}}}
	for _, test := range []struct {
		path string
		read func(io.Reader) error
		want capture.BodyState
	}{
		{"/flushed", func(r io.Reader) error { return json.NewDecoder(r).Decode(new(any)) }, capture.BodyRecorded},
		{"/long", func(r io.Reader) error { _, err := io.ReadFull(r, make([]byte, 3)); return err }, capture.BodyUnrecorded},
		{"/number", func(io.Reader) error { return nil }, capture.BodyUnrecorded},
	} {
		response, err := c.Get(ts.URL + test.path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(test.read(response.Body), response.Body.Close()); err != nil {
			t.Error(err)
		}
		if x := client.last(t); x.Response.State != test.want {
			t.Errorf("%s: found %v, wanted %v", test.path, x.Response.State, test.want)
		}
	}
}

// again is a transport that sends a part of a body, and then all of it anew, as one does whose connection broke.
type again struct{}

func (again) RoundTrip(r *http.Request) (*http.Response, error) {
	if _, err := io.ReadFull(r.Body, make([]byte, 3)); err != nil {
		return nil, err
	}
	body, err := r.GetBody()
	if err != nil {
		return nil, err
	}
	if _, err := io.Copy(io.Discard, body); err != nil {
		return nil, err
	}
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: http.NoBody}, nil
}

// TestRequestAnew wants what is sent again to be recorded once.
func TestRequestAnew(t *testing.T) {
	var client seen
	transport := &contract.Transport{Base: again{}, Observers: []contract.Observer{client.observe}}
	r, err := http.NewRequest("PUT", "http://h/echo", strings.NewReader(`{"n": 1}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := transport.RoundTrip(r); err != nil {
		t.Fatal(err)
	}
	if x := client.last(t); string(x.Request.Body) != `{"n": 1}` {
		t.Errorf("found the request %q", x.Request.Body)
	}
}

// numbers is a contract that wants a number, or a list of them.
func numbers(t testing.TB) *contract.Checker {
	number, list := schema.MustCompile(`{"type": "number"}`).Rule(), schema.MustCompile(`{"type": "array", "items": {"type": "number"}}`).Rule()
	c, err := contract.NewChecker([]contract.Route{
		{Method: "GET", Path: "/number", Status: "200", Schema: number}, {Method: "GET", Path: "/text", Status: "200", Schema: number},
		{Method: "GET", Path: "/flushed", Status: "200", Schema: list}, {Method: "GET", Path: "/none", Status: "200", Schema: list},
		{Method: "GET", Path: "/long", Status: "200", Schema: number},
	}, contract.Options{HashKey: []byte("test")})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// verdicts are what a contract says of a path.
var verdicts = map[string]contract.Result{
	"/number": contract.Valid, "/text": contract.Invalid, "/flushed": contract.Valid, "/none": contract.UndocumentedStatus, "/unknown": contract.UndocumentedOperation,
	"/long": contract.Skipped,
}

// TestManyAtOnce wants the verdicts of many exchanges at a time to be those of one after the other.
func TestManyAtOnce(t *testing.T) {
	checker := numbers(t)
	var mu sync.Mutex
	found := map[string]map[contract.Result]int{}
	note := func(f contract.Finding) {
		path := f.URL[strings.LastIndexByte(f.URL, '/'):]
		mu.Lock()
		defer mu.Unlock()
		if found[path] == nil {
			found[path] = map[contract.Result]int{}
		}
		found[path][f.Result]++
	}
	ts := httptest.NewServer(contract.Middleware(checker.Observer(note))(http.HandlerFunc(answers)))
	c := &http.Client{Transport: &contract.Transport{Base: &http.Transport{MaxIdleConnsPerHost: 8}, Observers: []contract.Observer{checker.Observer(note)}}}
	var all sync.WaitGroup
	const each = 40
	for path := range verdicts {
		n := each
		if path == "/long" {
			n = 2
		}
		for range n {
			all.Go(func() {
				response, err := c.Get(ts.URL + path)
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := io.Copy(io.Discard, response.Body); err != nil {
					t.Error(err)
				}
				_ = response.Body.Close()
			})
		}
	}
	all.Wait()
	ts.Close() // which waits for its handlers
	for path, want := range verdicts {
		n := 2 * each
		if path == "/long" {
			n = 4
		}
		if len(found[path]) != 1 || found[path][want] != n {
			t.Errorf("%s: found %v, wanted %d times %s", path, found[path], n, want)
		}
	}
}

func ExampleTransport() {
	number := schema.MustCompile(`{"type": "number"}`).Rule()
	checker, err := contract.NewChecker([]contract.Route{{Path: "/text", Schema: number}}, contract.Options{HashKey: []byte("test")})
	if err != nil {
		fmt.Println(err)
		return
	}
	server := httptest.NewServer(http.HandlerFunc(answers))
	defer server.Close()

	client := &http.Client{Transport: &contract.Transport{Observers: []contract.Observer{
		checker.Observer(func(f contract.Finding) { fmt.Println(f.Method, f.Operation, f.Status, f.Result, f.Err) }),
	}}}
	response, err := client.Get(server.URL + "/text")
	if err != nil {
		fmt.Println(err)
		return
	}
	body, err := io.ReadAll(response.Body)
	fmt.Printf("%s %v\n", body, err)
	_ = response.Body.Close()
	// Output:
	// GET /text 200 invalid found a string of 3 characters (#5b8dfeff), wanted a number (type)
	// "one" <nil>
}

func ExampleMiddleware() {
	number := schema.MustCompile(`{"type": "number"}`).Rule()
	checker, err := contract.NewChecker([]contract.Route{{Path: "/text", Schema: number}}, contract.Options{HashKey: []byte("test")})
	if err != nil {
		fmt.Println(err)
		return
	}
	watched := contract.Middleware(checker.Observer(func(f contract.Finding) { fmt.Println(f.Source, f.Operation, f.Result) }))
	handler := watched(http.HandlerFunc(answers))

	handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/text", nil))
	// Output: server /text invalid
}

// BenchmarkTransport tells what checking costs beside the exchange itself.
func BenchmarkTransport(b *testing.B) {
	ts := httptest.NewServer(http.HandlerFunc(answers))
	defer ts.Close()
	base := &http.Transport{}
	checked := &contract.Transport{Base: base, Observers: []contract.Observer{numbers(b).Observer(func(contract.Finding) {})}}
	for name, transport := range map[string]http.RoundTripper{"plain": base, "checked": checked} {
		b.Run(name, func(b *testing.B) {
			c := &http.Client{Transport: transport}
			b.ReportAllocs()
			for b.Loop() {
				response, err := c.Get(ts.URL + "/flushed")
				if err != nil {
					b.Fatal(err)
				}
				_, _ = io.Copy(io.Discard, response.Body)
				_ = response.Body.Close()
			}
		})
	}
}
