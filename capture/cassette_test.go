package capture_test

import (
	"encoding/base64"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/capture"
)

const oneInteraction = `    - id: 0
      request:
        body: ""
        form: {}
        headers:
            Accept:
                - application/json
        url: https://a.example/x
        method: GET
      response:
        headers:
            Content-Type:
                - application/json
        body: '{"a":1}'
        status: 200 OK
        code: 200
        duration: 1.5ms
`
const oneCassette = "---\nversion: 2\ninteractions:\n" + oneInteraction

func TestCassette(t *testing.T) {
	binary := base64.StdEncoding.EncodeToString([]byte(gzipped(t, "zipped")))
	with := func(old, text string) string { return strings.Replace(oneInteraction, old, text, 1) }
	unindented := strings.ReplaceAll(strings.TrimPrefix(oneInteraction, "    "), "\n    ", "\n")
	tests := []struct{ name, text, want string }{
		{"as it is", oneCassette, `4 GET 200 no body body recorded "{\"a\":1}"`},
		{"at the margin, version behind", "interactions:\n" + unindented + "version: 1\n", `2 GET 200 no body body recorded "{\"a\":1}"`},
		{"literal with the look of items", oneCassette[:len("---\nversion: 2\ninteractions:\n")] + with(`'{"a":1}'`, "|\n          - id: 1\n\n          interactions:"), `4 GET 200 no body body recorded "- id: 1\n\ninteractions:\n"`},
		{"literal stripped", oneCassette[:len("---\nversion: 2\ninteractions:\n")] + with(`'{"a":1}'`, "|-\n          x"), `4 GET 200 no body body recorded "x"`},
		{"other line breaks", oneCassette[:len("---\nversion: 2\ninteractions:\n")] + with(`'{"a":1}'`, "|-\n          x\n\u2028          - id: 1\u0085\u2029          y"), `4 GET 200 no body body recorded "x\n\u2028- id: 1\n\u2029y"`},
		{"binary", oneCassette[:len("---\nversion: 2\ninteractions:\n")] + with(`'{"a":1}'`, "!!binary "+binary+"\n        x: 1"), `4 GET 200 no body body recorded "` + "*" + `"`},
		{"form", oneCassette[:len("---\nversion: 2\ninteractions:\n")] + with("form: {}", "form:\n            a:\n                - b"), `4 GET 200 body not recorded body recorded "{\"a\":1}"`},
	}
	tests[5].text = strings.Replace(tests[5].text, "Content-Type", "Content-Encoding", 1)
	tests[5].text = strings.Replace(tests[5].text, "- application/json\n        body: !!", "- gzip\n        body: !!", 1)
	tests[5].want = `4 GET 200 no body body recorded "zipped"`
	for _, test := range tests {
		for _, text := range []string{test.text, gzipped(t, test.text), zstded(t, test.text), strings.ReplaceAll(test.text, "\n", "\r\n")} {
			r := open(t, "a", text)
			if r.Format() != "go-vcr" {
				t.Errorf("%s: format %s, want go-vcr", test.name, r.Format())
			}
			exchanges, errs := all(t, r)
			if len(exchanges) != 1 || len(errs) > 0 {
				t.Errorf("%s: %d exchanges, errors %v", test.name, len(exchanges), errs)
				continue
			}
			x := exchanges[0]
			got := fmt.Sprintf("%d %s %d %v %v %q", x.Line, x.Method, x.Status, x.Request.State, x.Response.State, x.Response.Body)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.name, diff)
			}
		}
	}
}

// Damaged interactions cost nothing but themselves, and no error repeats what they hold.
func TestCassetteDamage(t *testing.T) {
	lines := strings.Count(oneInteraction, "\n")
	var text strings.Builder
	text.WriteString(oneCassette)
	for _, change := range [][2]string{
		{"code: 200", "code: p4nted"}, {"GET", `"p4nted`}, {"GET", "*p4nted"}, {"https:", "p4nted%zz:"},
		{`'{"a":1}'`, "[p4nted]"}, {`'{"a":1}'`, "!!binary p4nted?"}, {"- application/json", "p4nted: 1"},
		{"response:", "p4nted:"}, {"code: 200", "code: 7"},
	} {
		text.WriteString(strings.Replace(oneInteraction, change[0], change[1], 1))
	}
	text.WriteString(oneInteraction)
	exchanges, errs := all(t, open(t, "a", text.String()))
	if len(exchanges) != 2 || exchanges[1].Line != 4+10*lines || exchanges[1].Entry != 11 {
		t.Errorf("%d exchanges, want 2, the last on line %d", len(exchanges), 4+10*lines)
	}
	if len(errs) != 9 {
		t.Errorf("%d errors, want 9: %v", len(errs), errs)
	}
	for i, err := range errs {
		place := fmt.Sprintf("a:%d: entry %d: ", 4+lines*(i+1), i+2)
		if !strings.HasPrefix(err.Error(), place) || strings.Contains(err.Error(), "p4nted") {
			t.Errorf("error %q, want %s... without the value", err, place)
		}
	}
}

func TestCassetteLimit(t *testing.T) {
	long := strings.Replace(oneInteraction, `'{"a":1}'`, "'"+strings.Repeat("x", 9000)+"'", 1)
	r, err := capture.Limits{Entry: 500}.Open("a", strings.NewReader(oneCassette+long+oneInteraction))
	if err != nil {
		t.Fatal(err)
	}
	exchanges, errs := all(t, r)
	want := "a:21: entry 2: the entry is larger than the limit of 500 bytes"
	if len(exchanges) != 2 || len(errs) != 1 || errs[0].Error() != want {
		t.Errorf("%d exchanges, errors %v; want 2 and %s", len(exchanges), errs, want)
	}
}

// A line that does not belong where it stands ends the recording with an error: what is behind it must not be passed over in silence.
func TestCassetteIsNotCutShort(t *testing.T) {
	const item = "    - request:\n        url: https://h/1\n        method: GET\n      response:\n        body: '{}'\n        code: 200\n"
	for _, c := range []struct{ behind, wanted string }{
		{"", ""},
		{"other: 1\n", ""},
		{"...\n", ""},
		{"damaged line\n" + item, "neither part of an interaction nor another member"},
		{"other: 1\n" + item, "found an item behind the end of interactions"},
		{"other: 1\ninteractions:\n" + item, "interactions is given twice"},
	} {
		r, err := capture.Open("c.yaml", strings.NewReader("version: 2\ninteractions:\n"+item+c.behind))
		if err != nil {
			t.Fatal(err)
		}
		found, last := 0, error(nil)
		for last == nil {
			if _, last = r.Next(); last == nil {
				found++
			}
		}
		if c.wanted == "" && (found != 1 || last != io.EOF) || c.wanted != "" && !strings.Contains(last.Error(), c.wanted) {
			t.Errorf("%q: found %d exchanges and %v, wanted %q", c.behind, found, last, c.wanted)
		}
		r.Close()
	}
}

func TestCassetteStyles(t *testing.T) {
	const (
		first  = "    - request: &ask {method: GET, url: https://h/1, headers: &h {Accept: [a, b]}}\n      response: {code: 200, body: &b '{}'}\n"
		second = "    - request: {<<: *ask, url: https://h/2}\n      response:\n        code: 201\n        headers: *h\n        body: *b\n"
		flow   = "version: 2\ninteractions: [\n  {request: &ask {method: GET, url: https://h/1, headers: &h {Accept: [a, b]}},\n   response: {code: 200, body: &b '{}'}},\n" +
			"  {request: {<<: *ask, url: https://h/2}, response: {code: 201, headers: *h, body: *b}}]\n"
	)
	want := func(lines ...int) []string {
		return []string{
			fmt.Sprintf(`%d GET https://h/1 200 map[Accept:[a b]] map[] "{}"`, lines[0]),
			fmt.Sprintf(`%d GET https://h/2 201 map[Accept:[a b]] map[Accept:[a b]] "{}"`, lines[1]),
		}
	}
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"aliases", "interactions:\n" + first + second, want(2, 4)},
		{"flow", flow, want(3, 5)},
		{"flow with more behind", flow + "other: 1\n", want(3, 5)},
		{"flow on a line", "interactions: [{request: {method: GET, url: https://h/1, headers: {Accept: [a, b]}}, response: {code: 200, body: '{}'}}]", want(1, 0)[:1]},
	} {
		exchanges, errs := all(t, open(t, "a", test.text))
		var got []string
		for _, x := range exchanges {
			got = append(got, fmt.Sprintf("%d %s %s %d %v %v %q", x.Line, x.Method, x.URL, x.Status, x.Request.Header, x.Response.Header, x.Response.Body))
		}
		if diff := cmp.Diff(test.want, got); diff != "" || len(errs) > 0 {
			t.Errorf("%s: errors %v (-want +got):\n%s", test.name, errs, diff)
		}
	}
}

func TestCassetteStylesThatAreDamaged(t *testing.T) {
	for _, test := range []struct {
		text, want string
		exchanges  int
	}{
		{"interactions:\n    - request: *p4nted\n      response: {code: 200}\n" + oneInteraction, "a:2: entry 1: refers to an anchor that is not there, or was not kept", 1},
		{"interactions:\n    - request: &a {<<: *a}\n      response: {code: 200}\n" + oneInteraction, "a:2: entry 1: request.method: is missing", 1},
		{"interactions: [{request: {method: GET, url: /}, response: {code: 200}},\n{request: p4nted},\n{request: {method: GET, url: /}, response: {code: 200}}]", "a:2: entry 2: response: is missing", 2},
		{"interactions: [{\n", "a:2: the YAML is broken", 0},
		{"interactions: p4nted\n", "a:2: interactions: found another value, wanted a sequence", 0},
		{"interactions: [1]\ninteractions: [2]\n", "a:3: interactions is given twice", 0},
	} {
		exchanges, errs := all(t, open(t, "a", test.text))
		if len(exchanges) != test.exchanges || len(errs) != 1 || errs[0].Error() != test.want {
			t.Errorf("%s: %d exchanges, errors %v; want %d and %s", test.text, len(exchanges), errs, test.exchanges, test.want)
		}
	}
}
