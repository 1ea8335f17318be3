package capture_test

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/assaykit/assay/capture"
)

const oneEntry = `{"request":{"method":"GET","url":"/"},"response":{"status":200}}`

// shapes are sources of about n bytes, each with much of one thing.
var shapes = []struct {
	name string
	text func(n int) string
}{
	{"string", func(n int) string {
		return harOf(`{"request":{"method":"GET","url":"/"},"response":{"status":200,"content":{"text":"` + strings.Repeat("a", n) + `"}}}`)
	}},
	{"unclosed string", func(n int) string { return `{"log":{"entries":["` + strings.Repeat("a", n) }},
	{"unclosed string of no use", func(n int) string { return `{"log":{"pages":"` + strings.Repeat("a", n) }},
	{"nesting", func(n int) string { return harOf(strings.Repeat("[", n/2) + strings.Repeat("]", n/2)) }},
	{"nesting of no use", func(n int) string { return `{"log":{"pages":` + strings.Repeat(`{"a":`, n/5) }},
	{"entries", func(n int) string { return harOf(strings.Repeat("0,", n/2) + "0") }},
	{"values of no use", func(n int) string { return `{"log":{"pages":[` + strings.Repeat("0,", n/2) + `0],"entries":[]}}` }},
	{"space between entries", func(n int) string { return harOf(oneEntry + "," + strings.Repeat(" ", n) + oneEntry) }},
	{"space of no use", func(n int) string { return `{"log":{"pages":[` + strings.Repeat("\n", n) + `],"entries":[]}}` }},
	{"space behind", func(n int) string { return harOf(oneEntry) + strings.Repeat(" ", n) }},
	{"nock items", func(n int) string { return oneNock[:len(oneNock)-1] + strings.Repeat(",0", n/2) + "]" }},
	{"space between nock items", func(n int) string { return oneNock[:len(oneNock)-1] + strings.Repeat(" ", n) + "]" }},
	{"cassette", func(n int) string { return oneCassette + strings.Repeat(oneInteraction, n/len(oneInteraction)) }},
	{"cassette of one item", func(n int) string { return oneCassette + strings.Repeat("        a\n", n/10) }},
	{"cassette of aliases", func(n int) string {
		const item = "    - request: {method: GET, url: &u http://h/}\n      response: {code: 200}\n"
		return "interactions:\n" + strings.Repeat(item, min(n, 1<<20)/len(item)) + strings.Repeat("    - request: *u\n", n/20)
	}},
	{"cassette in flow style", func(n int) string {
		return "interactions: [" + strings.Repeat("{request: {method: GET, url: /}, response: {code: 200}},\n", n/60) + "]\n"
	}},
	{"dump", func(n int) string { return strings.Repeat(oneCurl+"\n", n/len(oneCurl)) }},
	{"dump of one body", func(n int) string { return "GET /\nHTTP/2 200\n\n" + strings.Repeat("a\n", n/2) }},
	{"dump with a long line", func(n int) string { return "GET /\nHTTP/2 200\n\n" + strings.Repeat("a", n) }},
	{"dump of comments", func(n int) string { return "GET /\nHTTP/2 200\n\n" + strings.Repeat("# a\n", n/4) }},
	{"dump of requests", func(n int) string { return "GET /\nHTTP/2 200\n\n" + strings.Repeat("# curl a\n", n/9) }},
	{"dump of commands without an end", func(n int) string { return "GET /\nHTTP/2 200\n\n" + strings.Repeat("curl a \\\n", n/9) }},
	{"dump of headers", func(n int) string { return "GET /\nHTTP/2 200\n" + strings.Repeat("a: b\n", n/5) }},
	{"dump of responses before one", func(n int) string { return "GET /\n" + strings.Repeat("HTTP/2 103\n\n", n/12) }},
	{"blank lines", func(n int) string { return oneLine + strings.Repeat("\n", n) }},
	{"broken lines", func(n int) string { return oneLine + "\n" + strings.Repeat("?\n", n/2) }},
	{"unclosed line", func(n int) string { return oneLine + "\n" + `{"method":"` + strings.Repeat("a", n) }},
	{"no capture", func(n int) string { return "{" + strings.Repeat(`"a":{},`, n/7) }},
	{"wide zstd bodies", func(n int) string {
		line := recorded("zstd", wideFrame) + "\n"
		return strings.Repeat(line, n/len(line)+1)
	}},
}

// wideFrame is a frame of one byte that asks for a window of 8 MiB (RFC 8878, 3.1.1), tooWideFrame for 16 MiB.
const (
	wideFrame    = "\x28\xb5\x2f\xfd\x00\x68\x09\x00\x00a"
	tooWideFrame = "\x28\xb5\x2f\xfd\x00\x70\x09\x00\x00a"
)

func harOf(entries string) string { return `{"log":{"entries":[` + entries + `]}}` }

// drain reads a source to its end, and tells how long that took.
func drain(text string) time.Duration {
	start := time.Now()
	r, err := capture.Open("a", strings.NewReader(text))
	if err == nil {
		defer r.Close()
		for err != io.EOF {
			_, err = r.Next()
		}
	}
	return time.Since(start)
}

// BenchmarkGrowth shows in MB/s whether reading takes time in proportion to the source.
func BenchmarkGrowth(b *testing.B) {
	for _, shape := range shapes {
		for n := 10_000; n <= 10_240_000; n *= 4 {
			text := shape.text(n)
			b.Run(fmt.Sprintf("%s/%d", shape.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					drain(text)
				}
			})
		}
	}
}

// TestLongSpaceTakesNoLongTime compares two lengths, so that it holds on any machine: eight times the
// text took sixty times as long.
func TestLongSpaceTakesNoLongTime(t *testing.T) {
	for _, shape := range shapes {
		if !strings.HasPrefix(shape.name, "space") {
			continue
		}
		t.Run(shape.name, func(t *testing.T) {
			// A machine with other things to do may stop in either; it does not always stop in the long one.
			var short, long time.Duration
			for range 5 {
				short, long = drain(shape.text(1<<18)), drain(shape.text(1<<21))
				if long <= time.Second/4 || long <= 24*short {
					return
				}
			}
			t.Errorf("2 MiB took %v, 1/4 MiB %v", long, short)
		})
	}
}

// TestWideWindowsTakeNoLongTime reads bodies that ask for far more memory than they use. A window of
// 128 MiB for each took 40 ms.
func TestWideWindowsTakeNoLongTime(t *testing.T) {
	if took := drain(strings.Repeat(recorded("zstd", wideFrame)+"\n", 500)); took > 5*time.Second {
		t.Errorf("500 bodies took %v", took)
	}
}

// A decoder is used again for other bodies, also after one that it failed on.
func TestZstdBodiesDoNotDisturbEachOther(t *testing.T) {
	broken, large := zstded(t, "some text")[:8], zstded(t, strings.Repeat("0", 1<<17))
	var lines strings.Builder
	for i := range 20 {
		for _, body := range []string{zstded(t, fmt.Sprint("body ", i)), broken, large, tooWideFrame, wideFrame} {
			lines.WriteString(recorded("zstd", body) + "\n")
		}
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			r, err := capture.Limits{Body: 1 << 16}.Open("a", strings.NewReader(lines.String()))
			if err != nil {
				t.Error(err)
				return
			}
			exchanges, errs := all(t, r)
			if len(exchanges) != 40 || len(errs) != 60 {
				t.Errorf("%d exchanges, %d errors, want 40 and 60", len(exchanges), len(errs))
				return
			}
			for i := range 20 {
				if got, want := string(exchanges[2*i].Response.Body), fmt.Sprint("body ", i); got != want {
					t.Errorf("body %q, want %q", got, want)
				}
			}
		})
	}
	group.Wait()
}

func TestManyContentCodings(t *testing.T) {
	names := strings.Repeat("gzip, ", 6)
	_, errs := all(t, open(t, "a", recorded(names, gzippedTimes(t, "\x00", 6))))
	want := "a:1: entry 1: response.bodyBase64: found 6 content codings, wanted at most 5"
	if len(errs) != 1 || errs[0].Error() != want {
		t.Errorf("errors %v, want %s", errs, want)
	}
	// Where the recorder undid them, the header's number of them does not matter.
	exchanges, errs := all(t, open(t, "a", recorded(names, "text")))
	if len(errs) > 0 || string(exchanges[0].Response.Body) != "text" {
		t.Errorf("errors %v, want the text as it is", errs)
	}
	exchanges, errs = all(t, open(t, "a", recorded("gzip, gzip, gzip, gzip, gzip", gzippedTimes(t, "\x00", 5))))
	if len(errs) > 0 || string(exchanges[0].Response.Body) != "\x00" {
		t.Errorf("errors %v, want five codings undone", errs)
	}
}

func gzippedTimes(t testing.TB, text string, n int) string {
	for range n {
		text = gzipped(t, text)
	}
	return text
}
