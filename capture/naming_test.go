package capture_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
)

func TestNaming(t *testing.T) {
	const folders = "{method}/{path}/{status}.json"
	tests := []struct{ pattern, name, text, want string }{
		{folders, "GET/users/1/200.json", "{}", `GET /users/1 200 application/json no body body recorded "{}"`},
		{folders, "post/users/404.json", "", `POST /users 404 application/json body not recorded body recorded ""`},
		{folders, "delete/a__b/c/204.json", "", `DELETE /a/b/c 204 application/json body not recorded no body ""`},
		{folders, "GET/__/200.json.gz", gzipped(t, "[]"), `GET / 200 application/json no body body recorded "[]"`},
		{folders, `GET\a b\200.json.zst`, zstded(t, "1"), `GET /a%20b 200 application/json no body body recorded "1"`},
		{folders, "GET/a/200.json", "# GET /b\nHTTP/2 201\ncontent-type: text/plain\n\nx", `GET /b 201 text/plain no body body recorded "x"`},
		{folders, "GET/a/200.json", "HTTP/2 201\n\nx", `GET /a 201  no body body recorded "x"`},
		{"{method} {path} {status}.json", "PUT a__b 200.json", "\xef\xbb\xbf2", `PUT /a/b 200 application/json body not recorded body recorded "2"`},
		{"{method}_{path:_}.{status}.json", "get_users_1.200.json", "{}", `GET /users/1 200 application/json no body body recorded "{}"`},
		{"{path}.xml", "a/b.xml", "<a/>", `GET /a/b 200 application/xml no body body recorded "<a/>"`},
		{"{host}/{path}.{name}", "h.example:8080/a/b.bin", "\x00", `GET https://h.example:8080/a/b 200  no body body recorded "\x00"`},
		{"{path}.json", "a?b=1.json", "0", `GET /a?b=1 200 application/json no body body recorded "0"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, err := capture.ParseNaming(test.pattern)
			if err != nil {
				t.Fatal(err)
			}
			r, err := n.Open("x", test.name, strings.NewReader(test.text))
			if err != nil {
				t.Fatal(err)
			}
			exchanges, errs := all(t, r)
			if len(exchanges) != 1 || len(errs) > 0 {
				t.Fatalf("%d exchanges, errors %v", len(exchanges), errs)
			}
			x := exchanges[0]
			got := fmt.Sprintf("%s %s %d %s %v %v %q", x.Method, x.URL, x.Status, x.Response.MediaType, x.Request.State, x.Response.State, x.Response.Body)
			if got != test.want || x.Source != "x" || x.Entry != 1 {
				t.Errorf("found %s, wanted %s", got, test.want)
			}
		})
	}
}

func TestNamesThatDoNotFit(t *testing.T) {
	n, err := capture.ParseNaming("{method}/{path}/{status}.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"GET/a/20.json", "GET/a/000.json", "GET/200.json", "a/200.json", "GET/a/200.txt", "G1T/a/200.json", "x/../GET/200.json", ""} {
		_, err := n.Open("x", name, strings.NewReader("{}"))
		if _, is := errors.AsType[*capture.NamesError](err); !is {
			t.Errorf("%q: error %v, wanted one that the name does not fit", name, err)
		}
	}
	if _, err := n.Open("x", "GET/%zz/200.json", strings.NewReader("")); err == nil || err.Error() != "x: the path in the file name: is not a URL" {
		t.Errorf("found %v, wanted an error on the path", err)
	}
}

func TestPatternsThatAreNone(t *testing.T) {
	for pattern, want := range map[string]string{
		"":                      "found no {path}",
		"{method}.json":         "found no {path}",
		"{path":                 "found { without }",
		"{verb}/{path}":         "found {verb}, wanted {method}",
		"{status:_}/{path}":     "found {status:_}, wanted {method}",
		"{path:}":               "found {path:}, wanted {method}",
		"{path}/{path}":         "found {path} twice",
		"{method}{path}":        "found nothing between {method} and {path}",
		"a{name}{name}/{path}":  "found nothing between {name} and {name}",
		"{name}-{name}/{path}}": "",
	} {
		_, err := capture.ParseNaming(pattern)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: found %v, wanted %q", pattern, err, want)
		}
	}
}

func TestBodyLimit(t *testing.T) {
	n, err := capture.ParseNaming("{path}.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := capture.Limits{Entry: 10}.OpenBody(n, "x", "a.json", strings.NewReader(strings.Repeat("1", 11)))
	if err != nil {
		t.Fatal(err)
	}
	exchanges, errs := all(t, r)
	if len(exchanges) > 0 || len(errs) != 1 || errs[0].Error() != "x:1: entry 1: the body is larger than the limit of 10 bytes" {
		t.Errorf("%d exchanges, errors %v", len(exchanges), errs)
	}
}

// A body is what its file has, whatever that is, plain and compressed.
func TestBodiesGiveWhatIsInThem(t *testing.T) {
	n, err := capture.ParseNaming("{method}/{path}/{status}.json")
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		want := plant(r)
		u, err := url.Parse(want.URL)
		if err != nil {
			t.Fatal(err)
		}
		u.Scheme, u.Host = "", ""
		below := fmt.Sprintf("%s/%s/%d.json", want.Method, strings.ReplaceAll(u.String()[1:], "/", "__"), want.Status)
		if u.Path == "/" {
			below = fmt.Sprintf("%s/__%s/%d.json", want.Method, u.String()[1:], want.Status)
		}
		for _, text := range []string{want.Reply, gzipped(t, want.Reply), zstded(t, want.Reply)} {
			reader, err := n.Open("x", below, strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			exchanges, errs := all(t, reader)
			if len(exchanges) != 1 || len(errs) > 0 {
				t.Fatalf("%s: %d exchanges, errors %v", below, len(exchanges), errs)
			}
			x := exchanges[0]
			if x.Method != want.Method || x.URL.String() != u.String() || x.Status != want.Status || string(x.Response.Body) != want.Reply {
				t.Fatalf("%s: found %s %s %d %q, wanted %s and %q", below, x.Method, x.URL, x.Status, x.Response.Body, u, want.Reply)
			}
		}
	}
}

func FuzzNaming(f *testing.F) {
	f.Add("{method}/{path}/{status}.json", "GET/users/1/200.json")
	f.Add("{method}_{path:_}.{status}.json", "get_users_1.200.json")
	f.Add("{host}({path:.}){name}", "h(a.b)")
	f.Fuzz(func(t *testing.T, pattern, name string) {
		n, err := capture.ParseNaming(pattern)
		if err != nil {
			return
		}
		r, err := n.Open("x", name, strings.NewReader("{}"))
		if err != nil {
			return
		}
		checkStream(t, r, 1)
		r.Close()
	})
}
