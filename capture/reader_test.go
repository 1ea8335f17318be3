package capture_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
	"github.com/klauspost/compress/zstd"
)

// all reads a source to its end: exchanges, and errors in the order in which they came.
func all(t testing.TB, r *capture.Reader) ([]*capture.Exchange, []error) {
	t.Helper()
	defer r.Close()
	var exchanges []*capture.Exchange
	var errs []error
	for {
		x, err := r.Next()
		switch {
		case err == io.EOF:
			if _, err := r.Next(); err != io.EOF {
				t.Errorf("Next after the end: %v, want io.EOF", err)
			}
			return exchanges, errs
		case err != nil:
			errs = append(errs, err)
		default:
			exchanges = append(exchanges, x)
		}
	}
}

// open opens a text that must be a capture.
func open(t testing.TB, name, text string) *capture.Reader {
	t.Helper()
	r, err := capture.Open(name, strings.NewReader(text))
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	return r
}

func gzipped(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstded(t testing.TB, text string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	return string(w.EncodeAll([]byte(text), nil))
}

const (
	oneHAR = `{"log":{"entries":[{"request":{"method":"GET","url":"https://a.example/x","headers":[]},` +
		`"response":{"status":200,"headers":[],"content":{"size":2,"mimeType":"application/json","text":"{}"}}}]}}`
	oneLine = `{"method":"GET","url":"https://a.example/x","status":200,"response":{"body":{}}}`
)

func TestDetection(t *testing.T) {
	skippable := "\x50\x2a\x4d\x18\x03\x00\x00\x00abc"
	long := strings.Repeat("x", 300_000)
	tests := []struct {
		name, source, text string
		format             string
	}{
		{"HAR", "a", oneHAR, "HAR"},
		{"NDJSON", "a", oneLine, "NDJSON"},
		{"content against name", "a.ndjson", oneHAR, "HAR"},
		{"name against content", "a.har", oneLine, "NDJSON"},
		{"HAR with a mark and space before it", "a", "\xef\xbb\xbf \r\n\t" + oneHAR, "HAR"},
		{"NDJSON after blank lines", "a", "\n\r\n  \n" + oneLine, "NDJSON"},
		{"nock", "a.har", oneNock, "nock"},
		{"nock, a line an item", "a.ndjson", "[\n{\"method\":\"GET\"," + oneNock[2:], "nock"},
		{"curl", "a.har", oneCurl, "curl"},
		{"curl after comments", "a", "\n# words\n\n$ curl -i \\\n  a\r\n\n" + oneCurl[26:], "curl"},
		{"gzip nock", "a", gzipped(t, oneNock), "nock"},
		{"zstd nock", "a", zstded(t, oneNock), "nock"},
		{"gzip HAR", "a", gzipped(t, oneHAR), "HAR"},
		{"gzip of two members", "a", gzipped(t, oneHAR[:40]) + gzipped(t, oneHAR[40:]), "HAR"},
		{"zstd HAR", "a", zstded(t, oneHAR), "HAR"},
		{"zstd after a skippable frame", "a", skippable + zstded(t, oneLine), "NDJSON"},
		{"gzip NDJSON with a mark", "a", gzipped(t, "\xef\xbb\xbf"+oneLine), "NDJSON"},
		{"log far behind", "a", `{"_comment":"` + long + `",` + oneHAR[1:], "HAR"},
		{"HAR whose first lines look like exchanges", "a", "{\"_seen\":[\n{\"url\":\"x\"}\n],\n" + oneHAR[1:], "HAR"},
		{"NDJSON after a damaged line", "a", "{\"oops\n" + oneLine, "NDJSON"},
		{"NDJSON after an object of another kind", "a", "{\"version\":1}\n" + oneLine, "NDJSON"},
		{"NDJSON with a log member", "a", `{"url":"x","log":{},` + oneLine[1:], "NDJSON"},
		{"a line after one that is cut, by its name", "logs/a.NDJSON.gz", gzipped(t, "{\"time\":\n"+oneLine), "NDJSON"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := open(t, test.source, test.text)
			defer r.Close()
			if r.Format() != test.format {
				t.Errorf("format %s, want %s", r.Format(), test.format)
			}
		})
	}
}

func TestNotACapture(t *testing.T) {
	tests := []struct {
		name, text string
		want       string
		format     bool // whether it is ErrFormat
	}{
		{"empty", "", "a: not a capture: found an empty file, wanted HAR 1.2, a nock recording, a go-vcr cassette, a dump of curl -i or NDJSON exchanges", true},
		{"blank", " \n\n", "a: not a capture: found nothing but white space, wanted", true},
		{"another JSON", `{"openapi":"3.1.0"}`, "a: not a capture: found JSON of another kind, wanted", true},
		{"an array", `[1]`, "a: not a capture: found JSON of another kind, wanted", true},
		{"words", "hello", "a: not a capture: found text of another kind, wanted", true},
		{"binary", "\x7fELF\x00\xff", "a: not a capture: found bytes that are no text, wanted", true},
		{"UTF-16", "\xff\xfe{\x00", "a: found UTF-16, wanted UTF-8", false},
		{"broken gzip", "\x1f\x8b\x00\x00", "a: gzip:", false},
		{"cut gzip", gzipped(t, oneHAR)[:15], "a: unexpected EOF", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := capture.Open("a", strings.NewReader(test.text))
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Fatalf("error %q, want %q...", err, test.want)
			}
			for _, ending := range []string{".har", ".ndjson"} {
				_, named := capture.Open("a"+ending, strings.NewReader(test.text))
				if want := "a" + ending + strings.TrimPrefix(err.Error(), "a"); named == nil || named.Error() != want {
					t.Errorf("error %v, want %s", named, want)
				}
			}
			if _, is := errors.AsType[*capture.SourceError](err); !is {
				t.Errorf("error is a %T, want a *SourceError", err)
			}
			if is := errors.Is(err, capture.ErrFormat); is != test.format {
				t.Errorf("errors.Is(err, ErrFormat) = %t, want %t", is, test.format)
			}
		})
	}
}

func TestOpenReadsNoMoreThanItNeeds(t *testing.T) {
	r, w := io.Pipe()
	go func() {
		if _, err := io.WriteString(w, oneLine[:20]); err != nil {
			t.Error(err)
		}
		// The pipe stays open: a reader that wants more before it answers never answers.
	}()
	c, err := capture.Open("-", r)
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	if _, err := c.Next(); err != io.EOF {
		t.Errorf("Next after Close: %v, want io.EOF", err)
	}
}

func TestLimits(t *testing.T) {
	lines := strings.Repeat(oneLine+"\n", 3)
	long := strings.Replace(oneLine, "{}", `"`+strings.Repeat("x", 1000)+`"`, 1)
	har := strings.Replace(oneHAR, "{}", strings.Repeat("x", 1000), 1)
	huge := strings.Replace(oneHAR, "{}", strings.Repeat("x", 200_000), 1)
	tests := []struct {
		name      string
		limits    capture.Limits
		text      string
		exchanges int
		want      string
	}{
		{"line", capture.Limits{Entry: 500}, oneLine + "\n" + long + "\n" + oneLine + "\n", 2,
			"a:2: entry 2: the line is larger than the limit of 500 bytes"},
		{"last line", capture.Limits{Entry: 500}, oneLine + "\n" + long, 1,
			"a:2: entry 2: the line is larger than the limit of 500 bytes"},
		{"line of the very limit", capture.Limits{Entry: int64(len(oneLine))}, oneLine + "\r\n", 1, ""},
		{"entry", capture.Limits{Entry: 500}, har, 0,
			"a:1: entry 1: the entry is larger than the limit of 500 bytes"},
		{"entry whose end is far", capture.Limits{Entry: 500}, huge, 0,
			"a:1:20: entry 1: the entry is larger than the limit of 500 bytes"},
		{"gzip source", capture.Limits{Source: int64(len(lines)) - 1}, gzipped(t, lines), 2,
			fmt.Sprintf("a:3: the decompressed source is larger than the limit of %d bytes", len(lines)-1)},
		{"zstd source", capture.Limits{Source: int64(len(lines)) - 1}, zstded(t, lines), 2,
			fmt.Sprintf("a:3: the decompressed source is larger than the limit of %d bytes", len(lines)-1)},
		{"source of the very limit", capture.Limits{Source: int64(len(lines))}, zstded(t, lines), 3, ""},
		{"plain source", capture.Limits{Source: 10}, lines, 3, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := test.limits.Open("a", strings.NewReader(test.text))
			if err != nil {
				t.Fatal(err)
			}
			exchanges, errs := all(t, r)
			if len(exchanges) != test.exchanges {
				t.Errorf("%d exchanges, want %d", len(exchanges), test.exchanges)
			}
			if test.want == "" {
				if len(errs) > 0 {
					t.Errorf("errors %v, want none", errs)
				}
				return
			}
			if len(errs) != 1 || errs[0].Error() != test.want {
				t.Fatalf("errors %q, want %q", errs, test.want)
			}
			if _, is := errors.AsType[*capture.LimitError](errs[0]); !is {
				t.Errorf("error is no *LimitError")
			}
		})
	}
}

// broken fails with its own error after its text.
type broken struct{ io.Reader }

var errDisk = errors.New("disk on fire")

func (b broken) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err == io.EOF {
		err = errDisk
	}
	return n, err
}

func TestReadFailure(t *testing.T) {
	for _, text := range []string{oneHAR[:150], oneHAR, oneLine + "\n" + oneLine[:40]} {
		r, err := capture.Open("a", broken{strings.NewReader(text)})
		if err != nil {
			t.Fatal(err)
		}
		_, errs := all(t, r)
		if len(errs) != 1 || !errors.Is(errs[0], errDisk) {
			t.Errorf("errors %q, want the one of the disk", errs)
		}
		if _, is := errors.AsType[*capture.SourceError](errs[0]); !is {
			t.Errorf("error is a %T, want a *SourceError", errs[0])
		}
	}
}

func TestProjectCaptures(t *testing.T) {
	paths, err := filepath.Glob("../testdata/captures/*")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, path := range paths {
		if ext := filepath.Ext(path); ext != ".har" && ext != ".ndjson" {
			continue
		}
		read++
		t.Run(filepath.Base(path), func(t *testing.T) {
			f, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			r, err := capture.Open(path, f)
			if err != nil {
				t.Fatal(err)
			}
			exchanges, errs := all(t, r)
			if len(exchanges) == 0 || len(errs) > 0 {
				t.Errorf("%d exchanges, errors %v; want exchanges only", len(exchanges), errs)
			}
		})
	}
	if read == 0 {
		t.Skip("no testdata/captures")
	}
}

// TestWhatIsKnownOfADamagedEntry wants method, URL and status as far as they stand before the damage, or beside it.
func TestWhatIsKnownOfADamagedEntry(t *testing.T) {
	har := func(entry string) string { return `{"log":{"entries":[` + entry + `]}}` }
	tests := []struct{ name, text, want string }{
		{"HAR with a damaged body", har(`{"request":{"method":"GET","url":"/x"},"response":{"status":200,"content":{"text":1}}}`), "GET /x 200"},
		{"HAR without a status", har(`{"request":{"method":"GET","url":"/x"},"response":{}}`), "GET /x 0"},
		{"HAR without a request", har(`{"response":{"status":200}}`), " <nil> 200"},
		{"HAR with a bad URL", har(`{"request":{"method":"GET","url":"http://%zz/"},"response":{"status":200}}`), "GET <nil> 200"},
		{"HAR entry of another kind", har(`7`), " <nil> 0"},
		{"NDJSON with a second body", `{"method":"GET","url":"/x","status":200,"request":{"body":1,"bodyText":""}}`, "GET /x 200"},
		{"NDJSON that is cut", `{"method":"GET","url":"/x","stat`, "GET /x 0"},
		{"NDJSON with a bad status", `{"method":"GET","url":"/x","status":7}`, "GET /x 0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, errs := all(t, open(t, "a", test.text))
			if len(errs) != 1 {
				t.Fatalf("errors %v, want one", errs)
			}
			e, ok := errors.AsType[*capture.EntryError](errs[0])
			if !ok {
				t.Fatalf("error is a %T, want an *EntryError", errs[0])
			}
			if got := fmt.Sprint(e.Method, " ", e.URL, " ", e.Status); got != test.want {
				t.Errorf("found %q, want %q", got, test.want)
			}
		})
	}
}
