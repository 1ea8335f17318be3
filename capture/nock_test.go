package capture_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const oneNock = `[{"scope":"https://a.example:443","method":"GET","path":"/x","body":"","status":200,"response":{},"rawHeaders":["Content-Type","application/json"]}]`

func nockOf(members string) string { return `[{"scope":"https://a.example:443",` + members + `}]` }

func TestNock(t *testing.T) {
	tests := []struct{ name, members, want string }{
		{"JSON", `"method":"get","path":"/x?a=1","status":201,"response":{"a": 1},"rawHeaders":["content-type","application/json"]`,
			`GET https://a.example/x?a=1 201 no body "" application/json body recorded "{\"a\": 1}"`},
		{"headers as objects", `"method":"POST","path":"/","body":{"b":2},"status":200,"response":"text","headers":{"Content-Type":"text/plain"},"reqheaders":{"accept":["a","b"],"content-length":7}`,
			`POST https://a.example/ 200 body recorded "{\"b\":2}" text/plain body recorded "text"`},
		{"headers twice", `"method":"GET","path":"/","status":200,"response":"1","rawHeaders":["Content-Type","text/plain","Set-Cookie","a","Set-Cookie","b"],"headers":{"content-type":"text/html"}`,
			`GET https://a.example/ 200 no body "" text/plain body recorded "1"`},
		{"chunks", `"method":"GET","path":"/","status":200,"rawHeaders":["Content-Encoding","gzip"],"response":["` + fmt.Sprintf("%x", gzipped(t, "{}")[:9]) + `","` + fmt.Sprintf("%x", gzipped(t, "{}")[9:]) + `"]`,
			`GET https://a.example/ 200 no body ""  body recorded "{}"`},
		{"an array in the clear under a coding", `"method":"GET","path":"/","status":200,"headers":{"Content-Encoding":"gzip"},"response":["zz"]`,
			`GET https://a.example/ 200 no body ""  body recorded "[\"zz\"]"`},
		{"an array", `"method":"GET","path":"/","status":200,"response":["ab"]`,
			`GET https://a.example/ 200 no body ""  body recorded "[\"ab\"]"`},
		{"binary", `"method":"GET","path":"/","status":200,"response":"00ff","responseIsBinary":true`,
			`GET https://a.example/ 200 no body ""  body recorded "\x00\xff"`},
		{"no status", `"method":"GET","path":"/","response":null`, `GET https://a.example/ 200 no body ""  body recorded "null"`},
		{"no content", `"method":"DELETE","path":"/","status":204,"response":""`, `DELETE https://a.example/ 204 no body ""  no body ""`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := open(t, "a", nockOf(test.members))
			if r.Format() != "nock" {
				t.Errorf("format %s, want nock", r.Format())
			}
			exchanges, errs := all(t, r)
			if len(exchanges) != 1 || len(errs) > 0 {
				t.Fatalf("%d exchanges, errors %v", len(exchanges), errs)
			}
			x := exchanges[0]
			got := fmt.Sprintf("%s %s %d %v %q %s %v %q", x.Method, x.URL, x.Status, x.Request.State, x.Request.Body,
				x.Response.MediaType, x.Response.State, x.Response.Body)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Damaged items cost nothing but themselves, and no error repeats what they hold.
func TestNockDamage(t *testing.T) {
	text := "[\n" + oneNock[1:len(oneNock)-1] + ",\n" +
		`{"scope":"https://a.example","method":"GET","path":"/p4nted","status":7},` + "\n" +
		`{"method":"GET","path":"/p4nted"},` + "\n" +
		`{"scope":"https://a.example","method":"GET","path":"/","rawHeaders":["p4nted"]},` + "\n" +
		`{"scope":"https://a.example","method":"GET","path":"/","rawHeaders":["p4nted",1]},` + "\n" +
		`{"scope":"https://a.example","method":"GET","path":"/","response":"p4nted","responseIsBinary":true},` + "\n" +
		`{"scope":"https://a.example","method":"GET","path":"/","responseIsBinary":"p4nted"},` + "\n7,\nnull,\n" +
		oneNock[1:]
	exchanges, errs := all(t, open(t, "a", text))
	if len(exchanges) != 2 || exchanges[1].Line != 11 || exchanges[1].Entry != 10 {
		t.Errorf("%d exchanges, want 2, the last on line 11", len(exchanges))
	}
	var got []string
	for _, err := range errs {
		got = append(got, err.Error())
	}
	want := []string{
		"a:3: entry 2: status: found another integer, wanted 0 or a status of three digits",
		"a:4: entry 3: scope: is missing",
		"a:5: entry 4: rawHeaders: found 1 strings, wanted names and values by turns",
		"a:6: entry 5: rawHeaders[1]: found a number, wanted a string",
		"a:7: entry 6: response: is not hexadecimal",
		"a:8: entry 7: responseIsBinary: found another value, wanted a boolean",
		"a:9: entry 8: the entry: found a number, wanted an object",
		"a:10: entry 9: the entry: found null, wanted an object",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNockEnds(t *testing.T) {
	for text, want := range map[string]string{
		oneNock + "x":             "found text after the end of the recording",
		oneNock[:len(oneNock)-1]:  "the JSON ends too early",
		oneNock[:len(oneNock)-12]: "the JSON ends too early",
	} {
		_, errs := all(t, open(t, "a", text))
		if len(errs) != 1 || !strings.HasSuffix(errs[0].Error(), want) {
			t.Errorf("errors %v, want %s", errs, want)
		}
	}
}

// A recording may have the headers of a response twice, in any order. They are one list.
func TestNockHeadersAreNotAddedUp(t *testing.T) {
	const flat, object = `"rawHeaders":["Content-Type","text/plain","X","1"]`, `"headers":{"content-type":"text/plain","x":"1"}`
	for _, members := range []string{flat, object, flat + "," + object, object + "," + flat, `"rawHeaders":[],` + object} {
		exchanges, errs := all(t, open(t, "a", nockOf(`"method":"GET","path":"/","status":200,`+members)))
		if len(exchanges) != 1 || len(errs) > 0 {
			t.Fatalf("%s: %d exchanges, errors %v", members, len(exchanges), errs)
		}
		if got := fmt.Sprint(exchanges[0].Response.Header); got != "map[Content-Type:[text/plain] X:[1]]" {
			t.Errorf("%s: found %s", members, got)
		}
	}
}
