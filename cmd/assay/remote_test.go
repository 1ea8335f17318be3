package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestRemote tells how schemas are fetched, in testdata/remote. Each script has a server whose documents are the files in its folder
// www, as they are when they are asked for. It is reached as example.com through a proxy, which tells of no private address, and as
// $SERVER, 127.0.0.1 with a port, without. FILE.to is where a redirect goes, below /secret/ a header is wanted, /slow never ends, and
// /echo says what it was told. requests.log has a line for each request.
func TestRemote(t *testing.T) {
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		t.Skip("these systems let no file say which certificates are trusted")
	}
	p := scripts("../../testdata/remote")
	before := p.Setup
	p.Setup = func(e *testscript.Env) error {
		if err := before(e); err != nil {
			return err
		}
		return serve(e)
	}
	testscript.Run(t, p)
}

// web is the server of a script.
type web struct {
	work string
	mu   sync.Mutex // of the log
}

// serve starts a server, and a proxy in front of it.
func serve(e *testscript.Env) error {
	w := &web{work: e.WorkDir}
	server := httptest.NewUnstartedServer(w)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	plain := httptest.NewServer(w)
	proxy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	go tunnels(proxy, server.Listener.Addr().String())
	e.Defer(func() {
		server.CloseClientConnections()
		server.Close()
		plain.Close()
		_ = proxy.Close()
	})
	ca := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	for name, value := range map[string]string{
		"SERVER":        strings.TrimPrefix(server.URL, "https://"),
		"PLAIN":         strings.TrimPrefix(plain.URL, "http://"),
		"SSL_CERT_FILE": filepath.Join(e.WorkDir, "ca.pem"),
		"HTTPS_PROXY":   "http://" + proxy.Addr().String(),
		"NO_PROXY":      "",
		"ASSAY_CACHE":   filepath.Join(e.WorkDir, "cache"),
		"ASSAY_HEADERS": "",
	} {
		e.Setenv(name, value)
	}
	return os.WriteFile(filepath.Join(e.WorkDir, "ca.pem"), ca, 0o600)
}

// tunnels is a proxy that leads to one server, whichever is asked for.
func tunnels(proxy net.Listener, server string) {
	for {
		client, err := proxy.Accept()
		if err != nil {
			return
		}
		go func() {
			defer func() { _ = client.Close() }()
			in := bufio.NewReader(client)
			if r, err := http.ReadRequest(in); err != nil || r.Method != http.MethodConnect {
				return
			}
			to, err := net.Dial("tcp", server)
			if err != nil {
				return
			}
			defer func() { _ = to.Close() }()
			_, _ = io.WriteString(client, "HTTP/1.1 200 OK\r\n\r\n")
			go func() { _, _ = io.Copy(to, in) }()
			_, _ = io.Copy(client, to)
		}()
	}
}

// ServeHTTP answers a request.
func (s *web) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	told := r.Header.Get("Authorization")
	s.note(fmt.Sprintf("%s %s %s %q", r.Method, r.Host, r.URL.Path, told))
	file := filepath.Join(s.work, "www", filepath.FromSlash(r.URL.Path))
	if to, err := os.ReadFile(file + ".to"); err == nil {
		http.Redirect(w, r, strings.TrimSpace(strings.NewReplacer("SERVER", r.Host, "TOLD", strings.TrimPrefix(told, "Bearer ")).Replace(string(to))), http.StatusFound)
		return
	}
	switch {
	case r.URL.Path == "/slow":
		_, _ = io.WriteString(w, "{")
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	case r.URL.Path == "/echo":
		w.WriteHeader(http.StatusTeapot)
		_, _ = io.WriteString(w, told)
	case strings.HasPrefix(r.URL.Path, "/secret/") && told == "":
		w.WriteHeader(http.StatusUnauthorized)
	default:
		text, err := os.ReadFile(file)
		if err != nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		mark := fmt.Sprintf("\"%x\"", sha256.Sum256(text))
		w.Header().Set("ETag", mark)
		if r.Header.Get("If-None-Match") == mark {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = w.Write(text)
	}
}

// note writes a line to the log.
func (s *web) note(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := os.OpenFile(filepath.Join(s.work, "requests.log"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return // the script misses the line
	}
	defer func() { _ = f.Close() }()
	_, _ = fmt.Fprintln(f, line)
}
