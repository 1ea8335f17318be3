package remote

import (
	"compress/gzip"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// site is a server for a test, by https.
type site struct {
	*httptest.Server
	mux      *http.ServeMux
	requests atomic.Int32
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{mux: http.NewServeMux()}
	s.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.requests.Add(1)
		s.mux.ServeHTTP(w, r)
	}))
	s.Config.ErrorLog = log.New(io.Discard, "", 0) // of clients that do not trust it
	s.StartTLS()
	t.Cleanup(s.Close)
	return s
}

// text serves a text at a path, with a mark by which it is known again.
func (s *site) text(path, text string, headers ...string) {
	s.mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		mark := `"` + string(DigestOf([]byte(text))) + `"`
		w.Header().Set("ETag", mark)
		if r.Header.Get("If-None-Match") == mark {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = io.WriteString(w, text)
	})
}

// fetcher reaches the sites, whose addresses are those of this machine.
func fetcher(o Options, sites ...*site) *Fetcher {
	o.Fetch, o.Private = true, true
	f := New(o)
	trust(f, sites...)
	return f
}

// trust lets a fetcher take the certificates of sites.
func trust(f *Fetcher, sites ...*site) {
	pool := x509.NewCertPool()
	for _, s := range sites {
		pool.AddCert(s.Certificate())
	}
	f.hops.direct.TLSClientConfig = &tls.Config{RootCAs: pool}
}

// refused wants an error that begins with the URL and goes on with a text.
func refused(t *testing.T, f *Fetcher, url, wanted string) {
	t.Helper()
	if d, err := f.Get(url); err == nil || !strings.HasPrefix(err.Error(), url+": "+wanted) {
		t.Errorf("found %v, %v, wanted the error %s: %s", d, err, url, wanted)
	}
}

// got wants a document of some text.
func got(t *testing.T, f *Fetcher, url, text string) {
	t.Helper()
	if d, err := f.Get(url); err != nil || string(d.Text) != text || d.Digest != DigestOf([]byte(text)) {
		t.Errorf("found %+v, %v, wanted %s", d, err, text)
	}
}

// A URL is asked of its server once, by however many at a time, and whatever form it is written in.
func TestGet(t *testing.T) {
	s := newSite(t)
	s.text("/a.json", `{"type": "integer"}`)
	f := fetcher(Options{}, s)
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			url := s.URL + "/a.json"
			if i%2 == 0 {
				url = strings.Replace(url, "https", "HTTPS", 1) + "#/x"
			}
			got(t, f, url, `{"type": "integer"}`)
		})
	}
	all.Wait()
	if n := s.requests.Load(); n != 1 {
		t.Errorf("found %d requests, wanted 1", n)
	}
	if locked := f.Locked(); len(locked) != 1 || locked[s.URL+"/a.json"] != DigestOf([]byte(`{"type": "integer"}`)) {
		t.Errorf("found %v, wanted the one document", locked)
	}
}

func TestRefused(t *testing.T) {
	s := newSite(t)
	plainServer := httptest.NewServer(s.mux)
	t.Cleanup(plainServer.Close)
	to := func(path, target string) { s.mux.Handle(path, http.RedirectHandler(target, http.StatusFound)) }
	s.text("/a.json", "1")
	to("/loop", "/loop")
	to("/down", plainServer.URL+"/a.json")
	to("/user", "https://user:word@example.com/?token=hunter2")
	to("/file", "file:///etc/passwd")
	to("/lost", "/nowhere?token=hunter2")
	s.mux.HandleFunc("/short", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		_, _ = io.WriteString(w, "{")
	})
	s.mux.HandleFunc("/denied", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) })
	f := fetcher(Options{}, s)
	for path, wanted := range map[string]string{
		"/nowhere": "found status 404 (Not Found), wanted 200",
		"/lost":    "found status 404 (Not Found) at " + s.URL + "/nowhere?…, wanted 200",
		"/denied":  "found status 401 (Unauthorized), wanted 200; ASSAY_HEADERS can have a header for 127.0.0.1",
		"/loop":    "found more than 5 redirects, wanted a document",
		"/down":    "found an http: URL, wanted https:; --allow-http lets it be fetched all the same",
		"/user":    "found a user in the URL, wanted none",
		"/file":    `found a URL of the scheme "file", wanted https`,
		"/short":   "the answer broke off: unexpected EOF",
	} {
		refused(t, f, s.URL+path, wanted)
	}
	refused(t, f, plainServer.URL+"/a.json", "found an http: URL, wanted https:; --allow-http lets it")
	refused(t, New(Options{Fetch: true, Private: true}), s.URL+"/a.json", "tls: failed to verify certificate")
	if _, err := f.Get("https://user:hunter2@example.com/"); err == nil || strings.Contains(err.Error(), "hunter2") || !strings.Contains(err.Error(), "wanted none; ASSAY_HEADERS") {
		t.Errorf("found %v, wanted an error without the password", err)
	}
	for _, url := range []string{"urn:example:a", "ftp://example.com/", "https:///a", "https:a", ":", "https://exa mple.com/"} {
		if _, err := f.Get(url); err == nil || !strings.Contains(err.Error(), "wanted ") {
			t.Errorf("%s: found %v, wanted an error that says what is wanted", url, err)
		}
	}
	got(t, fetcher(Options{HTTP: true}, s), plainServer.URL+"/a.json", "1")
	got(t, fetcher(Options{HTTP: true}, s), s.URL+"/down", "1")
}

// What is too large, takes too long, or is one too many is refused, the latter two without waiting for it.
func TestLimits(t *testing.T) {
	s := newSite(t)
	s.text("/64", strings.Repeat("1", 64))
	s.text("/65", strings.Repeat("1", 65))
	s.mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		_, _ = io.Copy(z, io.LimitReader(zeros{}, 1<<20))
		_ = z.Close()
	})
	wait := func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "{")
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	}
	s.mux.HandleFunc("/slow", wait)
	small := fetcher(Options{Limits: Limits{Size: 64}}, s)
	got(t, small, s.URL+"/64", strings.Repeat("1", 64))
	refused(t, small, s.URL+"/65", "found more than 64 bytes, wanted no more; --net-limits size=SIZE")
	refused(t, small, s.URL+"/bomb", "found more than 64 bytes, wanted no more; --net-limits size=SIZE")
	refused(t, fetcher(Options{Limits: Limits{Time: time.Millisecond}}, s), s.URL+"/slow", "found no whole answer within 1ms, wanted one; --net-limits time=TIME")
	two := fetcher(Options{Limits: Limits{Documents: 2}}, s)
	for range 2 {
		got(t, two, s.URL+"/64", strings.Repeat("1", 64))
		got(t, two, s.URL+"/65", strings.Repeat("1", 65))
	}
	n := s.requests.Load()
	refused(t, two, s.URL+"/66", "found one document more than the limit of 2, wanted no more; --net-limits documents=N")
	if s.requests.Load() != n {
		t.Error("found a request for a document too many")
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

// Headers go to their host, by https, and to no other: not behind a redirect, nor to another port.
func TestHeaders(t *testing.T) {
	s, other := newSite(t), newSite(t)
	plainServer := httptest.NewServer(s.mux)
	t.Cleanup(plainServer.Close)
	show := func(w http.ResponseWriter, r *http.Request) {
		// Written otherwise, for a document that has a credential in it is refused.
		fmt.Fprint(w, strings.ToUpper(r.Header.Get("Authorization")), r.Header.Get("X-Team"), r.Header.Get("Referer"), r.Header.Get("Cookie"))
	}
	s.mux.HandleFunc("/show", show)
	other.mux.HandleFunc("/show", show)
	s.mux.Handle("/away", http.RedirectHandler(other.URL+"/show", http.StatusFound))
	s.mux.Handle("/plain", http.RedirectHandler(plainServer.URL+"/show", http.StatusFound))
	other.mux.Handle("/back", http.RedirectHandler(s.URL+"/show", http.StatusFound))
	headers, err := ParseHeaders(strings.TrimPrefix(s.URL, "https://") + " Authorization: Bearer hunter2hunter2\n\n" + strings.TrimPrefix(s.URL, "https://") + "  x-team:  blue \r\n")
	if err != nil {
		t.Fatal(err)
	}
	f := fetcher(Options{Headers: headers, HTTP: true}, s, other)
	got(t, f, s.URL+"/show", "BEARER HUNTER2HUNTER2blue")
	got(t, f, other.URL+"/back", "BEARER HUNTER2HUNTER2blue")
	for _, url := range []string{other.URL + "/show", s.URL + "/away", s.URL + "/plain", plainServer.URL + "/show"} {
		if d, err := f.Get(url); err != nil || len(d.Text) != 0 {
			t.Errorf("%s: found %q, %v, wanted nothing to be told", url, d.Text, err)
		}
	}
}

func TestParseHeaders(t *testing.T) {
	for _, text := range []string{"hunter2", "example.com", "example.com hunter2", "example.com : hunter2", "example.com A:", "example.com A B: hunter2", "example.com A: hunter2\x00"} {
		if _, err := ParseHeaders("\na.example A: b\n" + text); err == nil || err.Error() != "ASSAY_HEADERS: line 3: found no header, wanted HOST[:PORT] NAME: VALUE" {
			t.Errorf("%q: found %v, wanted the line, and nothing of what it says", text, err)
		}
	}
	h, err := ParseHeaders("Example.com Authorization: Bearer hunter2\n[::1]:8443 A: b\n::1 A: c")
	if err != nil {
		t.Fatal(err)
	}
	for host, name := range map[string]string{"example.com:443": "Authorization", "[::1]:8443": "A", "[::1]:443": "A"} {
		if h.of[host].Get(name) == "" {
			t.Errorf("found %v, wanted a header for %s", h.of, host)
		}
	}
}

// A server that says again what it was told is not repeated: no error, note or file of the cache has it.
func TestSecrets(t *testing.T) {
	const secret = "hunter2-hunter2"
	s := newSite(t)
	s.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", r.Header.Get("Authorization"))
		w.Header().Set("Last-Modified", r.Header.Get("Authorization"))
		switch r.URL.Path {
		case "/moved":
			http.Redirect(w, r, "/to/"+strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), http.StatusFound)
		case "/lost":
			http.Redirect(w, r, "/gone/"+secret, http.StatusFound)
		case "/gone/" + secret:
			w.WriteHeader(http.StatusNotFound)
		case "/nowhere":
			w.Header().Set("Location", "http://"+secret+":port/%zz"+secret)
			w.WriteHeader(http.StatusFound)
		case "/shown":
			_, _ = io.WriteString(w, `{"headers": {"Authorization": "`+r.Header.Get("Authorization")+`"}}`)
		case "/word":
			_, _ = io.WriteString(w, secret)
		default:
			_, _ = io.WriteString(w, "{}")
		}
	})
	headers, err := ParseHeaders(strings.TrimPrefix(s.URL, "https://") + " Authorization: Bearer " + secret)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var said strings.Builder
	for range 2 {
		f := fetcher(Options{Headers: headers, Cache: OpenCache(dir), Note: func(line string) { said.WriteString(line + "\n") }}, s)
		for _, path := range []string{"/a", "/moved", "/lost", "/nowhere", "/shown", "/word"} {
			if _, err := f.Get(s.URL + path); err != nil {
				said.WriteString(err.Error() + "\n")
			}
		}
	}
	if n := strings.Count(said.String(), "found a value of ASSAY_HEADERS in the document"); n != 4 {
		t.Errorf("found %d documents refused in %s, wanted two, twice", n, &said)
	}
	if !strings.Contains(said.String(), mask) {
		t.Errorf("found no mask in %s, wanted the server to have said the secret", &said)
	}
	files := 0
	err = filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		files++
		text, err := os.ReadFile(path)
		said.WriteString(path + string(text))
		return err
	})
	if err != nil || files == 0 || strings.Contains(said.String(), secret) {
		t.Errorf("found %v, %d files, and in all %s, wanted no %s", err, files, &said, secret)
	}
}

func TestParseLimits(t *testing.T) {
	l, err := ParseLimits("size=2MiB,time=1m30s,documents=7")
	if err != nil || l != (Limits{2 << 20, 90 * time.Second, 7}) {
		t.Errorf("found %v, %v", l, err)
	}
	for text, bytes := range map[string]int64{"1": 1, "7B": 7, "3kB": 3000, "2KiB": 2048, "1GB": 1e9} {
		if l, err := ParseLimits("size=" + text); err != nil || l.Size != bytes {
			t.Errorf("%s: found %v, %v, wanted %d", text, l, err, bytes)
		}
	}
	for _, text := range []string{"", "size", "size=", "size=0", "size=-1", "size=1e3", "size=99999999999GiB", "time=1", "time=-1s", "documents=0", "documents=x", "weight=1", "size=1,"} {
		if l, err := ParseLimits(text); err == nil {
			t.Errorf("%s: found %v, wanted an error", text, l)
		}
	}
	for n, text := range map[int64]string{1: "1 bytes", 2048: "2 KiB", 1500: "1500 bytes", 16 << 20: "16 MiB"} {
		if size(n) != text {
			t.Errorf("found %s, wanted %s", size(n), text)
		}
	}
}
