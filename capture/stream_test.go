package capture_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
)

// writeHAR writes a HAR of n entries, with much before them that is of no use.
func writeHAR(w io.Writer, n int) error {
	b := bufio.NewWriter(w)
	b.WriteString(`{"log":{"pages":[0`)
	for range n {
		b.WriteString(`,{"id":"page","title":"of no use"}`)
	}
	b.WriteString(`],"entries":[`)
	for i := range n {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(b, `{"request":{"method":"GET","url":"https://a.example/%d","headers":[{"name":"a","value":"b"}]},`+
			`"response":{"status":200,"headers":[],"content":{"size":9,"text":"{\"id\":%d}"}}}`, i, i)
	}
	b.WriteString("]}}")
	return b.Flush()
}

func TestMemoryDoesNotGrowWithTheSource(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200,000 entries")
	}
	const entries, bound = 200_000, 4 << 20
	pipe, w := io.Pipe()
	go func() { w.CloseWithError(writeHAR(w, entries)) }()
	before := liveHeap()
	r, err := capture.Open("-", pipe)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	n := 0
	for {
		x, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if n++; x.Entry != n || x.Line != n {
			t.Fatalf("entry %d on line %d, want %d on %d", x.Entry, x.Line, n, n)
		}
		if n%20_000 == 1 {
			if grown := liveHeap() - before; grown > bound {
				t.Fatalf("after %d entries %d bytes more are live, want at most %d", n, grown, bound)
			}
		}
	}
	if n != entries {
		t.Errorf("%d entries, want %d", n, entries)
	}
}

func liveHeap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// An exchange stays what it is when the next ones are read.
func TestExchangesShareNoMemory(t *testing.T) {
	r := open(t, "a", oneLine+"\n"+strings.ReplaceAll(oneLine, "{}", "[]"))
	defer r.Close()
	first, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if string(first.Response.Body) != "{}" {
		t.Errorf("body %q after the next call, want {}", first.Response.Body)
	}
}

func FuzzReader(f *testing.F) {
	for _, text := range []string{
		oneHAR, oneCassette, "interactions:\n- request: &a {method: GET, url: /}\n  response: {code: 200}\n- request: *a\n  response: {<<: *a}\n", "interactions: [{request: &a {}}, *a]", oneNock, oneNock[:90], oneCurl, oneCurl + oneCurl, "$ curl 'a\\\n" + oneCurl, "#\n" + oneCurl[:50], `[{"scope":"a","rawHeaders":["a"]},{}, 7,{"responseIsBinary":7}]`, oneLine, oneLine + "\n\n?\n" + oneLine, recorded("gzip", gzipped(f, "x")), recorded("deflate, br", "\x00"),
		`{"log":{"entries":[{},null,{"request":{"method":"A","url":"/","postData":{"params":[{}]}},"response":{"status":0}}]}}`,
		gzipped(f, oneLine), zstded(f, oneHAR), "\xef\xbb\xbf", `{"log":{`, `{"log":{"entries":[` + "\n",
	} {
		f.Add([]byte(text))
	}
	limits := capture.Limits{Entry: 1 << 16, Body: 1 << 16, Source: 1 << 20}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, name := range []string{"a.har", "a.ndjson"} {
			r, err := limits.Open(name, bytes.NewReader(text))
			if err != nil {
				continue
			}
			checkStream(t, r, 1<<20+len(text))
			r.Close()
		}
	})
}

// checkStream wants entries counted without a gap, each with a place, and an end within so many calls.
func checkStream(t *testing.T, r *capture.Reader, calls int) {
	last := 0
	for range calls + 2 {
		x, err := r.Next()
		damage, damaged := errors.AsType[*capture.EntryError](err)
		switch {
		case err == io.EOF:
			return
		case damaged:
			x = &capture.Exchange{Entry: damage.Entry, Line: damage.Line}
		case err != nil:
			if _, is := errors.AsType[*capture.SourceError](err); !is {
				t.Fatalf("error is a %T: %v", err, err)
			}
			continue
		case x.URL == nil || x.Method == "" || x.Request.Header == nil || x.Response.Header == nil:
			t.Fatalf("half an exchange: %+v", x)
		}
		if x.Entry != last+1 || x.Line < 1 {
			t.Fatalf("entry %d on line %d after entry %d", x.Entry, x.Line, last)
		}
		last = x.Entry
	}
	t.Fatal("the stream does not end")
}

func BenchmarkHAR(b *testing.B) {
	var text bytes.Buffer
	if err := writeHAR(&text, 10_000); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		r, err := capture.Open("-", bytes.NewReader(text.Bytes()))
		if err != nil {
			b.Fatal(err)
		}
		for err == nil {
			_, err = r.Next()
		}
		if err != io.EOF {
			b.Fatal(err)
		}
	}
}
