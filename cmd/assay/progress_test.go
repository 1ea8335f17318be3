package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// screen is a terminal that remembers what was written to it.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(text []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(text)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// await waits until the screen has a text.
func (s *screen) await(t *testing.T, text string) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !strings.Contains(s.String(), text); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("found %q, wanted %q in it", s, text)
		}
	}
}

// TestProgressIsForTerminals makes sure that pipes, and files, get none.
func TestProgressIsForTerminals(t *testing.T) {
	if p := newProgress(&bytes.Buffer{}, nil); p != nil {
		t.Error("found a progress bar for a buffer, wanted none")
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	if p := newProgress(w, nil); p != nil {
		t.Error("found a progress bar for a pipe, wanted none")
	}
	// What has none must still work.
	var none *progress
	if none.beside(w) != io.Writer(w) || none.counted(r) != io.ReadCloser(r) {
		t.Error("found other streams without a progress bar, wanted the same")
	}
	none.end()
}

func TestProgressLeavesNothing(t *testing.T) {
	s := &screen{}
	p := &progress{w: s, bar: newBar(4<<20, 80)}
	file := p.counted(io.NopCloser(strings.NewReader(strings.Repeat("x", 1<<20))))
	if _, err := io.Copy(io.Discard, file); err != nil {
		t.Fatal(err)
	}
	p.begin(0, time.Millisecond)
	s.await(t, "1.00 MiB of 4.00 MiB [")
	s.await(t, "25%")
	out := besideBar{p, s}
	write := func(text string) {
		if _, err := io.WriteString(out, text); err != nil {
			t.Fatal(err)
		}
	}
	write("half a ")
	time.Sleep(20 * time.Millisecond) // within the line there is no bar
	write("line\n")
	before := len(s.String())
	for len(s.String()) == before {
		time.Sleep(time.Millisecond)
	}
	p.end()
	got := s.String()
	if !strings.Contains(got, "\r\x1b[Khalf a line\n") {
		t.Errorf("found %q, wanted the bar wiped before a line, and not drawn within it", got)
	}
	if !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("found %q, wanted the bar wiped at the end", got)
	}
	time.Sleep(10 * time.Millisecond)
	if s.String() != got {
		t.Error("found more on the screen after the end, wanted nothing")
	}
}

// TestProgressOfShortWork makes sure that what is soon done shows nothing.
func TestProgressOfShortWork(t *testing.T) {
	s := &screen{}
	p := &progress{w: s, bar: newBar(0, 80)}
	p.begin(time.Hour, time.Hour)
	p.end()
	if got := s.String(); got != "" {
		t.Errorf("found %q on the screen, wanted nothing", got)
	}
}

func TestSizeOf(t *testing.T) {
	inTree(t, map[string]string{"a": "12", "b": "345"})
	for _, test := range []struct {
		names []string
		want  int64
	}{{[]string{"a", "b"}, 5}, {[]string{"a", dash}, 0}, {[]string{"a", "."}, 0}, {[]string{"nowhere"}, 0}} {
		if got := sizeOf(test.names); got != test.want {
			t.Errorf("%q: found %d, wanted %d", test.names, got, test.want)
		}
	}
}
