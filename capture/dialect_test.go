package capture_test

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/capture"
)

func TestHARDialects(t *testing.T) {
	text, err := os.ReadFile("testdata/dialects.har")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"aa.json": {Data: []byte(`{"a":4}`)}, "bb.json": {Data: []byte(`{"b":4}`)}}
	r, err := capture.Limits{}.OpenBeside("dialects.har", bytes.NewReader(append([]byte("\xef\xbb\xbf"), text...)), files)
	if err != nil {
		t.Fatal(err)
	}
	exchanges, errs := all(t, r)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var got []string
	for _, x := range exchanges {
		got = append(got, fmt.Sprintf("%d %s %s %d %s", x.Line, x.Method, x.URL, x.Status, x.Time.Format("04:05.000")))
		for _, m := range []capture.Message{x.Request, x.Response} {
			got = append(got, fmt.Sprintf("  %v %s %v %s %q", m.Header, m.MediaType, m.Parameters, m.State, m.Body))
		}
	}
	want := []string{
		`7 POST https://api.example.com/sessions?a=1 201 30:00.004`,
		`  map[Accept:[text/plain application/json] Content-Type:[application/json]] application/json map[] body recorded "{\"a\": 1}"`,
		`  map[Content-Encoding:[gzip]] application/json map[charset:UTF-8] body recorded "{}"`,
		`36 GET https://api.example.com/slow 0 30:01.000`,
		`  map[]  map[] no body ""`,
		`  map[]  map[] no body ""`,
		`42 GET https://api.example.com/zipped 200 30:02.000`,
		`  map[]  map[] no body ""`,
		`  map[Content-Encoding:[gzip] Content-Type:[application/json]] application/json map[] body recorded "{\"a\":2}"`,
		`52 POST https://api.example.com/form 200 00:00.000`,
		`  map[] application/x-www-form-urlencoded map[] body recorded "b=1+%26+2&a=%C3%A9&c="`,
		`  map[] image/png map[] body not recorded ""`,
		`67 POST https://api.example.com/attached 200 30:04.000`,
		`  map[Content-Type:[application/json]] application/json map[] body recorded "{\"a\":4}"`,
		`  map[Content-Type:[application/json]] application/json map[] body recorded "{\"b\":4}"`,
		`77 GET https://api.example.com/failed 0 30:05.000`,
		`  map[]  map[] no body ""`,
		`  map[]  map[] no body ""`,
		`83 PUT https://api.example.com/m 200 30:06.123`,
		`  map[]  map[] body not recorded ""`,
		`  map[Content-Encoding:[gzip]] application/json map[] body recorded "{\"a\":2}"`,
		`91 GET https://api.example.com/c 200 30:07.000`,
		`  map[]  map[] no body ""`,
		`  map[] application/json map[] body recorded "{\"a\":3}"`,
		`98 GET https://api.example.com/c 200 30:08.000`,
		`  map[]  map[] no body ""`,
		`  map[] application/json map[] body not recorded ""`,
		`103 POST https://api.example.com/f 200 30:09.000`,
		`  map[] text/plain map[] body not recorded ""`,
		`  map[] application/json map[] body not recorded ""`,
		`110 GET https://api.example.com/s 200 00:00.000`,
		`  map[]  map[] no body ""`,
		`  map[] application/json map[] body not recorded ""`,
		`117 GET wss://api.example.com/ws 101 30:11.000`,
		`  map[]  map[] no body ""`,
		`  map[]  map[] no body ""`,
		`125 GET https://api.example.com/i 200 30:12.000`,
		`  map[X:[]]  map[] no body ""`,
		`  map[] application/json map[] body recorded "1"`,
		`131 GET https://api.example.com/p 0 30:13.000`,
		`  map[]  map[] no body ""`,
		`  map[]  map[] no body ""`,
		`136 GET https://api.example.com/t 200 30:14.000`,
		`  map[]  map[] no body ""`,
		`  map[] application/json map[] body not recorded ""`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHARBodyState(t *testing.T) {
	tests := []struct {
		name, method, request, response string
		sent, got                       capture.BodyState
	}{
		{"nothing said", "POST", ``, `"status":200`, capture.NoBody, capture.BodyUnrecorded},
		{"postData null", "POST", `"postData":null`, `"status":200,"content":null`, capture.NoBody, capture.BodyUnrecorded},
		{"sizes only", "POST", `"bodySize":5`, `"status":200,"content":{"size":5}`, capture.BodyUnrecorded, capture.BodyUnrecorded},
		{"sizes unknown", "POST", `"bodySize":-1`, `"status":200,"content":{"size":-1}`, capture.NoBody, capture.BodyUnrecorded},
		{"length sent", "POST", `"headers":[{"name":"content-length","value":"5"}]`, `"status":200,"content":{"size":0}`, capture.BodyUnrecorded, capture.NoBody},
		{"no size of the content", "GET", ``, `"status":200,"bodySize":0`, capture.NoBody, capture.NoBody},
		{"size as sent", "GET", ``, `"status":200,"bodySize":9`, capture.NoBody, capture.BodyUnrecorded},
		{"empty texts", "POST", `"postData":{"text":""}`, `"status":200,"content":{"text":"","size":0}`, capture.BodyRecorded, capture.BodyRecorded},
		{"empty text, nothing of a size", "GET", ``, `"status":200,"content":{"text":""}`, capture.NoBody, capture.BodyRecorded},
		{"empty texts of bodies that were not", "POST", `"bodySize":5,"postData":{"text":""}`, `"status":200,"content":{"text":"","size":5}`, capture.BodyUnrecorded, capture.BodyUnrecorded},
		{"no content", "GET", ``, `"status":204`, capture.NoBody, capture.NoBody},
		{"not modified", "GET", ``, `"status":304,"content":{}`, capture.NoBody, capture.NoBody},
		{"head", "HEAD", ``, `"status":200,"content":{"size":-1}`, capture.NoBody, capture.NoBody},
		{"a form with a file", "POST", `"postData":{"mimeType":"multipart/form-data; boundary=x","params":[{"name":"a","fileName":"b"}]}`, `"status":204`, capture.BodyUnrecorded, capture.NoBody},
		{"a form in parts", "POST", `"postData":{"mimeType":"multipart/form-data","params":[{"name":"a","value":"b"}]}`, `"status":204`, capture.BodyUnrecorded, capture.NoBody},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			request := strings.TrimSuffix(`"method":"`+test.method+`","url":"/",`+test.request, ",")
			text := `{"log":{"entries":[{"request":{` + request + `},"response":{` + test.response + `}}]}}`
			exchanges, errs := all(t, open(t, "a", text))
			if len(exchanges) != 1 || len(errs) > 0 {
				t.Fatalf("%d exchanges, errors %v", len(exchanges), errs)
			}
			if x := exchanges[0]; x.Request.State != test.sent || x.Response.State != test.got {
				t.Errorf("request: %v, response: %v; want %v, %v", x.Request.State, x.Response.State, test.sent, test.got)
			}
		})
	}
}

// squeezed is text under zlib, or under bare deflate.
func squeezed(t *testing.T, text string, open func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	w := open(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// recorded is an NDJSON line with a response body of these bytes under a Content-Encoding.
func recorded(coding, body string) string {
	return fmt.Sprintf(`{"method":"GET","url":"/","status":200,"response":{"headers":{"content-encoding":%q},"bodyBase64":%q}}`,
		coding, base64.StdEncoding.EncodeToString([]byte(body)))
}

func TestContentCodings(t *testing.T) {
	const text = `{"a":[1,2,3]}`
	zlibbed := squeezed(t, text, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
	bare := func(s string) string {
		return squeezed(t, s, func(w io.Writer) io.WriteCloser {
			f, err := flate.NewWriter(w, flate.BestCompression)
			if err != nil {
				t.Fatal(err)
			}
			return f
		})
	}
	tests := []struct{ name, coding, body, want, left string }{
		{"gzip", "gzip", gzipped(t, text), text, ""},
		{"gzip by its old name", "X-GZIP", gzipped(t, text), text, ""},
		{"gzip undone already", "gzip", text, text, ""},
		{"gzip undone already, binary", "gzip", "\x89PNG\x00", "\x89PNG\x00", ""},
		{"gzip of a gzip file", "gzip", gzipped(t, gzipped(t, text)), gzipped(t, text), ""},
		{"gzip not named", "", gzipped(t, text), gzipped(t, text), ""},
		{"zstd", "zstd", zstded(t, text), text, ""},
		{"deflate", "deflate", zlibbed, text, ""},
		{"bare deflate", "deflate", bare(text), text, ""},
		{"bare deflate of little", "deflate", bare("a"), "a", ""},
		{"deflate undone already", "deflate", text, text, ""},
		{"deflate not to be told", "deflate", "\x89PNG\x00", "\x89PNG\x00", "deflate"},
		{"identity", "identity", "\x00", "\x00", ""},
		{"two", "deflate, gzip", gzipped(t, zlibbed), text, ""},
		{"brotli undone already", "br", text, text, ""},
		{"brotli", "br", "\x0b\x02\x80{}\x03", "\x0b\x02\x80{}\x03", "br"},
		{"gzip over brotli", "br, gzip", gzipped(t, "\x0b\x02\x80{}\x03"), "\x0b\x02\x80{}\x03", "br"},
		{"empty", "gzip", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			exchanges, errs := all(t, open(t, "a", recorded(test.coding, test.body)))
			if len(exchanges) != 1 || len(errs) > 0 {
				t.Fatalf("%d exchanges, errors %v", len(exchanges), errs)
			}
			if m := exchanges[0].Response; string(m.Body) != test.want || m.Coding != test.left || m.State != capture.BodyRecorded {
				t.Errorf("%v, body %q, coding %q; want %q, %q", m.State, m.Body, m.Coding, test.want, test.left)
			}
		})
	}
}

func TestContentCodingErrors(t *testing.T) {
	bomb := strings.Repeat("0", 1<<20)
	zlibBomb := squeezed(t, bomb, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
	whole := gzipped(t, "some text")
	tests := []struct {
		name, coding, body string
		tooLarge           bool
	}{
		{"gzip cut", "gzip", whole[:len(whole)-9], false},
		{"gzip with more after it", "gzip", whole + "more", false},
		{"zstd cut", "zstd", zstded(t, "some text")[:8], false},
		{"gzip bomb", "gzip", gzipped(t, bomb), true},
		{"zstd bomb", "zstd", zstded(t, bomb), true},
		{"deflate bomb", "deflate", zlibBomb, true},
		{"bomb in a bomb", "gzip, gzip", gzipped(t, gzipped(t, bomb)), true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			limits := capture.Limits{Body: 1<<20 - 1}
			r, err := limits.Open("a", strings.NewReader(recorded(test.coding, test.body)+"\n"+oneLine))
			if err != nil {
				t.Fatal(err)
			}
			exchanges, errs := all(t, r)
			if len(exchanges) != 1 || len(errs) != 1 {
				t.Fatalf("%d exchanges, errors %v; want one and one", len(exchanges), errs)
			}
			if _, is := errors.AsType[*capture.LimitError](errs[0]); is != test.tooLarge {
				t.Errorf("error %q, is a *LimitError: %t, want %t", errs[0], is, test.tooLarge)
			}
			if !strings.HasPrefix(errs[0].Error(), "a:1: entry 1: response.bodyBase64: the content coding ") {
				t.Errorf("error %q does not tell the place", errs[0])
			}
		})
	}
}

func TestMediaType(t *testing.T) {
	tests := []struct {
		header, want string
		parameters   map[string]string
	}{
		{"", "", nil},
		{"Application/JSON", "application/json", nil},
		{"application/json;charset=utf-8", "application/json", map[string]string{"charset": "utf-8"}},
		{"application/json; charset", "application/json", nil},
		{"application/json;;", "application/json", nil},
		{"application/json, text/html", "application/json", nil},
	}
	for _, test := range tests {
		t.Run(test.header, func(t *testing.T) {
			text := fmt.Sprintf(`{"method":"GET","url":"/","status":200,"response":{"headers":{"Content-Type":%q}}}`, test.header)
			exchanges, errs := all(t, open(t, "a", text))
			if len(exchanges) != 1 {
				t.Fatal(errs)
			}
			got := exchanges[0].Response
			want := capture.Message{
				Header:     textproto.MIMEHeader{"Content-Type": {test.header}},
				MediaType:  test.want,
				Parameters: test.parameters,
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Bodies in files beside a HAR are read from its own folder alone.
func TestHARFilesBeside(t *testing.T) {
	files := fstest.MapFS{"a": {Data: []byte("{}")}, "long": {Data: bytes.Repeat([]byte("x"), 501)}, "zipped": {Data: []byte(gzipped(t, "[]"))}, "folder/a": {}}
	entry := func(file, text string) string {
		return harOf(fmt.Sprintf(`{"request":{"method":"GET","url":"/"},"response":{"status":200,"headers":[{"name":"Content-Encoding","value":"gzip"}],"content":{"size":2,"_file":%q,"text":%q}}}`, file, text))
	}
	const place = "a:1: entry 1: response.content._file: "
	for _, test := range []struct{ file, text, want string }{
		{"a", "", `body recorded "{}"`},
		{"zipped", "", `body recorded "[]"`},
		{"", "", `body not recorded ""`},
		{"a", "text", `body recorded "text"`},
		{"../a", "", place + "found another path, wanted the name of a file in the folder of the HAR"},
		{"folder/a", "", place + "found another path, wanted the name of a file in the folder of the HAR"},
		{`folder\a`, "", place + "found another path, wanted the name of a file in the folder of the HAR"},
		{".", "", place + "found another path, wanted the name of a file in the folder of the HAR"},
		{"none", "", place + "the file that has the body cannot be opened"},
		{"folder", "", place + "found what is no file, wanted the name of a file in the folder of the HAR"},
		{"long", "", place + "the file that has the body is larger than the limit of 500 bytes"},
	} {
		r, err := capture.Limits{Entry: 500}.OpenBeside("a", strings.NewReader(entry(test.file, test.text)), files)
		if err != nil {
			t.Fatal(err)
		}
		exchanges, errs := all(t, r)
		got := fmt.Sprint(errs)
		if len(exchanges) == 1 {
			got = fmt.Sprintf("[%v %q]", exchanges[0].Response.State, exchanges[0].Response.Body)
		}
		if got != "["+test.want+"]" {
			t.Errorf("%s: found %s, wanted %s", test.file, got, test.want)
		}
	}
	// Where the folder is not known, the body is not recorded.
	exchanges, errs := all(t, open(t, "a", entry("../a", "")))
	if len(exchanges) != 1 || len(errs) > 0 || exchanges[0].Response.State != capture.BodyUnrecorded {
		t.Errorf("%d exchanges, errors %v; want one without its body", len(exchanges), errs)
	}
}

func TestHARBodiesThatAreShort(t *testing.T) {
	for _, test := range []struct {
		size, length int
		comment      string
		want         capture.BodyState
	}{
		{2<<20 + 2, -1 << 20, "", capture.BodyUnrecorded}, // of two bytes each
		{9, 8, "cut", capture.BodyUnrecorded},
		{9, 9, "noted", capture.BodyRecorded},
		{9, 8, "", capture.BodyRecorded}, // the size as sent
		{1<<20 + 1, 1 << 20, "", capture.BodyUnrecorded},
		{1 << 20, 1 << 20, "", capture.BodyRecorded},
	} {
		body := strings.Repeat("x", max(test.length, 0)) + strings.Repeat("é", max(-test.length, 0))
		text := harOf(fmt.Sprintf(`{"request":{"method":"GET","url":"/"},"response":{"status":200,"content":{"size":%d,"text":%q,"comment":%q}}}`,
			test.size, body, test.comment))
		exchanges, errs := all(t, open(t, "a", text))
		if len(exchanges) != 1 || len(errs) > 0 || exchanges[0].Response.State != test.want {
			t.Errorf("%d of %d bytes, comment %q: errors %v, state %v, want %v", test.length, test.size, test.comment, errs, exchanges[0].Response.State, test.want)
		}
	}
}
