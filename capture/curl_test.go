package capture_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/capture"
)

const oneCurl = "# GET https://a.example/x\nHTTP/2 200 \r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}"

// told is what a dump was read as, a line an entry.
func told(t *testing.T, text string) []string {
	t.Helper()
	r := open(t, "a", text)
	defer r.Close()
	if r.Format() != "curl" {
		t.Errorf("format %s, want curl", r.Format())
	}
	var lines []string
	for {
		x, err := r.Next()
		switch {
		case err == io.EOF:
			return lines
		case err != nil:
			lines = append(lines, err.Error())
		default:
			lines = append(lines, fmt.Sprintf("%d.%d %s %s %d %s %v %q %v %q", x.Entry, x.Line, x.Method, x.URL, x.Status,
				x.Response.MediaType, x.Request.State, x.Request.Body, x.Response.State, x.Response.Body))
		}
	}
}

func TestCurl(t *testing.T) {
	const head = "HTTP/1.1 200 OK\nContent-Type: application/json\n"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"as it is", oneCurl, []string{`1.2 GET https://a.example/x 200 application/json no body "" body recorded "{}"`}},
		{"lengths tell the ends", "$ curl -i https://h/1 https://h/2\n" + head + "Content-Length: 7\n\n{\"a\":1}" + head + "content-length: 1\n\n2\n", []string{
			`1.2 GET https://h/1 200 application/json no body "" body recorded "{\"a\":1}"`,
			`2.6 GET https://h/2 200 application/json no body "" body recorded "2"`}},
		{"requests tell the ends", "GET /1\n" + head + "\n{\n}\n\n# second\n# GET /2\n\n" + head + "\n2\n", []string{
			`1.2 GET /1 200 application/json no body "" body recorded "{\n}"`,
			`2.11 GET /2 200 application/json no body "" body recorded "2\n"`}},
		{"what comes before", "$ curl -i -x p https://h/\nHTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/2 103\r\nlink: x\r\n\r\nHTTP/3 204\r\n\r\n", []string{
			`1.9 GET https://h/ 204  no body "" no body ""`}},
		{"redirects", "$ curl -iL -d a=1 https://h/a/b\nHTTP/1.1 307\nLocation: c?d\nContent-Length: 9\n\nHTTP/1.1 302 Found\nLocation: //i/\n\n" + head + "\n1", []string{
			`1.2 POST https://h/a/b 307  body recorded "a=1" body not recorded ""`,
			`2.6 POST https://h/a/c?d 302  body recorded "a=1" body not recorded ""`,
			`3.9 GET https://i/ 200 application/json no body "" body recorded "1"`}},
		{"asked again", "# PUT https://h/\nHTTP/1.0 401 Unauthorized\nContent-Length: 5\n\n" + head + "\n1", []string{
			`1.2 PUT https://h/ 401  body not recorded "" body not recorded ""`,
			`2.5 PUT https://h/ 200 application/json body not recorded "" body recorded "1"`}},
		{"lines of a command", "% curl -is -X PATCH \\\n  -H 'Content-Type: application/json' --data '{\n \"a\": \"it'\\''s\"}' --max-time 3 \"https://h/?a=1&b=2\" | tee x\n" + head + "\n1", []string{
			`1.4 PATCH https://h/?a=1&b=2 200 application/json body recorded "{\n \"a\": \"it's\"}" body recorded "1"`}},
		{"of browsers", "curl 'https://h/' --data-raw $'{\"a\":\"\\u00e9\\'\"}' -i --compressed\n" + head + "\n1", []string{
			`1.2 POST https://h/ 200 application/json body recorded "{\"a\":\"é'\"}" body recorded "1"`}},
		{"JSON, a query, a file", "curl -i --json '{}' h\nHTTP/1.1 204\n\ncurl -iG -d a=1 --data-urlencode 'b=& ' http://h/?c\nHTTP/1.1 204\n\ncurl -i -T f h/x\nHTTP/1.1 204\n\ncurl -i -d@f h\nHTTP/1.1 204\n", []string{
			`1.2 POST http://h 204  body recorded "{}" no body ""`,
			`2.5 GET http://h/?c&a=1&b=%26+ 204  no body "" no body ""`,
			`3.8 PUT http://h/x 204  body not recorded "" no body ""`,
			`4.11 POST http://h 204  body not recorded "" no body ""`}},
		{"HEAD", "curl -I h\n" + head + "Content-Length: 7\n\n", []string{`1.2 HEAD http://h 200 application/json no body "" no body ""`}},
		{"length of what was under a coding", "# GET /\n" + head + "Content-Encoding: gzip\nContent-Length: 80\n\n{}\n# GET /2\n" + head + "\n2", []string{
			`1.2 GET / 200 application/json no body "" body recorded "{}"`,
			`2.9 GET /2 200 application/json no body "" body recorded "2"`}},
		{"under a coding", "# GET /\n" + head + "Content-Encoding: gzip\n\n" + gzipped(t, "{}"), []string{
			`1.2 GET / 200 application/json no body "" body recorded "{}"`}},
		{"no method of a comment", "# It isn't curl who's to blame, see curl 's manual.\n# GET /\n" + head + "\n1", []string{
			`1.3 GET / 200 application/json no body "" body recorded "1"`}},
		{"damage", "# GET https://h/1\n" + head + "p4nted\n\n{}\n# GET https://h/2\n" + head + "Content-Length: 70\n\np4nted\n# GET https://h/3\n" + head + "\n3\n" + head + "\n4\n# GET p4nted://%zz\n" + head + "\n5\n# GET https://h/6\n" + head + "Content-Length: 1\n\n6\np4nted\n# GET https://h/7\n" + head + "\n7", []string{
			"a:2: entry 1: found a line among the headers that is none, wanted NAME: VALUE",
			"a:8: entry 2: found a body of 6 bytes, wanted the 70 that its head leads to",
			"a:14: entry 3: the end of the body cannot be told: found another status line behind it, wanted Content-Length, or a line with the request before that",
			"a:18: entry 4: found no line with the request before the response, wanted one such as # GET https://api.example.com/users/1",
			"a:23: entry 5: the URL: is not a URL",
			"a:28: entry 6: found a body of 8 bytes, wanted the 1 that its head leads to",
			`7.35 GET https://h/7 200 application/json no body "" body recorded "7"`}},
		{"a line between", "# GET /\n" + head + "content-length: 1\n\n1\n\n# GET /2\nx\n# GET /3\n" + head + "\n3", []string{
			"a:2: entry 1: found a body of 13 bytes, wanted the 1 that its head leads to",
			`2.11 GET /3 200 application/json no body "" body recorded "3"`}},
		{"no request", head + "\n1\n", []string{
			"a:1: entry 1: found no line with the request before the response, wanted one such as # GET https://api.example.com/users/1"}},
		{"no end", "# GET /\nHTTP/1.1 100 Continue\n\n", []string{"a:2: entry 1: found no response behind those that come before one, wanted it"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, text := range []string{test.text, gzipped(t, test.text), zstded(t, test.text)} {
				if diff := cmp.Diff(test.want, told(t, text)); diff != "" {
					t.Fatalf("(-want +got):\n%s", diff)
				}
			}
		})
	}
}

// What is read of a dump does not depend on how much of it a source gives at a time.
func TestCurlByBytes(t *testing.T) {
	text := strings.Repeat(oneCurl+"\n", 3)
	r, err := capture.Open("a", iotest.OneByteReader(strings.NewReader(text)))
	if err != nil {
		t.Fatal(err)
	}
	exchanges, errs := all(t, r)
	if len(exchanges) != 3 || len(errs) > 0 {
		t.Errorf("%d exchanges, errors %v; want 3", len(exchanges), errs)
	}
}

func TestCurlLimit(t *testing.T) {
	long := "# GET /\nHTTP/1.1 200 OK\n\n" + strings.Repeat("x\n", 500_000)
	for _, text := range []string{long + oneCurl, strings.Replace(long, "OK", "OK\nContent-Length: 1000000", 1) + oneCurl} {
		r, err := capture.Limits{Entry: 500}.Open("a", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		exchanges, errs := all(t, r)
		want := "a:2: entry 1: the entry is larger than the limit of 500 bytes"
		if len(exchanges) != 1 || len(errs) != 1 || errs[0].Error() != want {
			t.Errorf("%d exchanges, errors %v; want one and %s", len(exchanges), errs, want)
		}
	}
}

// A source that breaks ends the stream with its error: the entry at hand may be cut.
func TestCurlSourceThatBreaks(t *testing.T) {
	broken := errors.New("broken")
	r, err := capture.Open("a", io.MultiReader(strings.NewReader(oneCurl+"\n# GET /2\nHTTP/1.1 200 OK\n\n{"), iotest.ErrReader(broken)))
	if err != nil {
		t.Fatal(err)
	}
	exchanges, errs := all(t, r)
	if len(exchanges) != 1 || len(errs) != 1 || errs[0].Error() != "a:10: broken" || !errors.Is(errs[0], broken) {
		t.Errorf("%d exchanges, errors %v; want one and a:10: broken", len(exchanges), errs)
	}
}
