package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
)

// recordsOf are n records of which every seventh is invalid, with blank lines and ends of lines of both kinds between them, and what
// the ndjson report must say of them.
func recordsOf(n int, source string) (text, want string) {
	var records, report strings.Builder
	line := 0
	for i := 1; i <= n; i++ {
		if line++; i%5 == 0 {
			records.WriteString(" \t\r\n\n")
			line += 2
		}
		end := []string{"\n", "\r\n", " \n"}[i%3]
		if i == n {
			end = "" // the last line has no end
		}
		if i%7 != 0 {
			fmt.Fprintf(&records, "%d%s", i, end)
			fmt.Fprintf(&report, "{\"source\":%q,\"record\":%d,\"valid\":true,\"errors\":[]}\n", source, i)
			continue
		}
		fmt.Fprintf(&records, "%*s%d.5%s", i%300, "", i, end)
		fmt.Fprintf(&report, `{"source":%q,"record":%d,"valid":false,"errors":[{"instanceLocation":"","keywordLocation":"/type",`+
			`"absoluteKeywordLocation":"https://example.com/s#/type","keyword":"type","code":"type","line":%d,"column":%d,"message":"found %d.5, wanted an integer"}]}`+"\n",
			source, i, line, i%300+1, i)
	}
	return records.String(), report.String()
}

const integers = `{"$id": "https://example.com/s", "type": "integer"}`

// firstDifference is the first line in which two texts differ.
func firstDifference(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("line %d: found\n%.300s\nwanted\n%.300s", i+1, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Fatalf("found %d lines, wanted %d", len(g), len(w))
	}
}

func TestRecordsInOrderWithFailuresAmongThem(t *testing.T) {
	text, want := recordsOf(60_000, "a.ndjson")
	inTree(t, map[string]string{"s.json": integers, "a.ndjson": text})
	for _, jobs := range []string{"1", "8"} {
		status, out, notes := assay(nil, "validate", "--schema", "s.json", "--report", "ndjson", "--jobs", jobs, "a.ndjson")
		if status != statusInvalid || notes != "" {
			t.Errorf("--jobs %s: found status %d and notes %q, wanted 1 and none", jobs, status, notes)
		}
		firstDifference(t, out, want)
	}
}

func TestPackedRecordsAreStreams(t *testing.T) {
	text, _ := recordsOf(60_000, "")
	var gz, zst bytes.Buffer
	g := gzip.NewWriter(&gz)
	z, err := zstd.NewWriter(&zst)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []io.WriteCloser{g, z} {
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	inTree(t, map[string]string{"s.json": integers, "a.ndjson.gz": gz.String(), "a.ndjson.zst": zst.String()})
	for _, name := range []string{"a.ndjson.gz", "a.ndjson.zst"} {
		_, want := recordsOf(60_000, name)
		_, out, notes := assay(nil, "validate", "--schema", "s.json", "--report", "ndjson", "--jobs", "2", name)
		if notes != "" {
			t.Errorf("%s: found notes %q, wanted none", name, notes)
		}
		firstDifference(t, out, want)
	}
}

func TestLinesOfManyMegabytes(t *testing.T) {
	long := "[" + strings.Repeat("12345678,", 700_000) + "1]" // six megabytes
	inTree(t, map[string]string{"s.json": `{"type": ["integer", "array"], "maxItems": 700001, "items": {"type": "integer"}}`,
		"a.ndjson": "1\n" + long + "\r\n\"a\"\n" + long[:len(long)-2] + "null]\n2\n\n" + long})
	for _, jobs := range []string{"1", "8"} {
		status, out, notes := assay(nil, "validate", "--schema", "s.json", "--jobs", jobs, "a.ndjson")
		if status != statusInvalid || notes != "" {
			t.Errorf("--jobs %s: found status %d and notes %q, wanted 1 and none", jobs, status, notes)
		}
		for _, want := range []string{"a.ndjson:3:1: found \"a\"", fmt.Sprintf("a.ndjson:4:%d: /700000: found null", len(long)-1), "6 instances: 4 valid, 2 invalid"} {
			if !strings.Contains(out, want) {
				t.Errorf("--jobs %s: found\n%.2000s\nwanted %q in it", jobs, out, want)
			}
		}
	}
}

// feed gives the same line again and again, and counts what was taken.
type feed struct {
	line  string
	left  int // lines
	at    int
	taken atomic.Int64
}

func (f *feed) Read(text []byte) (int, error) {
	n := 0
	for n < len(text) && f.left > 0 {
		k := copy(text[n:], f.line[f.at:])
		n, f.at = n+k, f.at+k
		if f.at == len(f.line) {
			f.at, f.left = 0, f.left-1
		}
	}
	f.taken.Add(int64(n))
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// slow is a report that waits until nothing more is read, so that all is read that may be read ahead.
type slow struct {
	feed    *feed
	written int // lines
	waits   int
	ahead   int64 // the most bytes of records that were read and not reported
}

func (s *slow) Write(text []byte) (int, error) {
	if s.waits++; s.waits < 20 {
		for last := int64(-1); last != s.feed.taken.Load(); time.Sleep(10 * time.Millisecond) {
			last = s.feed.taken.Load()
		}
		s.ahead = max(s.ahead, s.feed.taken.Load()-int64(s.written*len(s.feed.line)))
	}
	s.written += bytes.Count(text, []byte{'\n'})
	return len(text), nil
}

func TestLittleIsReadAhead(t *testing.T) {
	inTree(t, map[string]string{"s.json": "true", "t.json": `{"type": "integer"}`})
	const jobs, room = 2, 2 * (2 + 1) * batchSize
	short, long := `"`+strings.Repeat("x", 2000)+`"`+"\n", `"`+strings.Repeat("x", 3<<20)+`"`+"\n"
	for _, test := range []struct {
		name, schema, line string
		lines, most        int
	}{
		// Beside what has room there are a batch that is being read, and records in the memory of the report.
		{"valid", "s.json", short, 20_000, room + 4<<20},
		{"invalid", "t.json", short, 20_000, room + 4<<20},
		{"long", "s.json", long, 30, room + 3*len(long)},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := &feed{line: test.line, left: test.lines}
			s := &slow{feed: f}
			run([]string{"validate", "--schema", test.schema, "--report", "ndjson", "--jobs", fmt.Sprint(jobs), "-"}, f, s, io.Discard)
			if s.written != test.lines {
				t.Errorf("found %d lines in the report, wanted %d", s.written, test.lines)
			}
			if s.ahead > int64(test.most) {
				t.Errorf("found %d bytes that were read ahead, wanted at most %d", s.ahead, test.most)
			}
		})
	}
}
