package openapi_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
)

// TestParameters wants each parameter to be found where it is and read by its style and its schema, and no value of it to be
// told.
func TestParameters(t *testing.T) {
	for _, test := range []struct{ parameter, url, header, cookie, want string }{
		{`{name: id, in: path, required: true, schema: {type: integer}}`, "/x/12", "", "", ""},
		{`{name: id, in: path, required: true, schema: {type: integer}}`, "/x/secret", "", "", "[path parameter id] : found a string of 6 characters in the path parameter id, wanted an integer"},
		{`{name: id, in: path, required: true, schema: {type: string}}`, "/x/12", "", "", ""},
		{`{name: id, in: path, required: true, schema: {type: string, pattern: "^a/b$"}}`, "/x/a%2Fb", "", "", ""},
		{`{name: id, in: path, required: true, schema: {type: array, items: {type: integer}}}`, "/x/1,2", "", "", ""},
		{`{name: id, in: path, required: true, schema: {type: array, items: {type: integer}}}`, "/x/1,b", "", "", "[path parameter id] /1: found a string of 1 character in the path parameter id, wanted an integer"},
		{`{name: id, in: path, required: true, style: matrix, schema: {type: integer}}`, "/x/;id=5", "", "", ""},
		{`{name: q, in: query, schema: {type: integer, maximum: 100}}`, "/x/1?q=100", "", "", ""},
		{`{name: q, in: query, schema: {type: integer, maximum: 100}}`, "/x/1?q=101", "", "", "[query parameter q] : found a number in the query parameter q, wanted at most 100"},
		{`{name: q, in: query, schema: {type: integer}}`, "/x/1", "", "", ""},
		{`{name: q, in: query, required: true, schema: {type: integer}}`, "/x/1", "", "", "[query parameter q] : found nothing in the query parameter q, wanted a value, which is required"},
		{`{name: q, in: query, required: true}`, "/x/1?q", "", "", ""},
		{`{name: q, in: query, allowEmptyValue: true, schema: {type: integer}}`, "/x/1?q=", "", "", ""},
		{`{name: q, in: query, schema: {type: integer}}`, "/x/1?q=", "", "", "[query parameter q] : found a string of 0 characters in the query parameter q, wanted an integer"},
		{`{name: q, in: query, schema: {type: boolean}}`, "/x/1?q=true", "", "", ""},
		{`{name: q, in: query, schema: {type: string, enum: ["1", "2"]}}`, "/x/1?q=1", "", "", ""},
		{`{name: q, in: query, schema: {enum: ["1", "2"]}}`, "/x/1?q=1", "", "", ""},
		{`{name: q, in: query, schema: {enum: [1, 2]}}`, "/x/1?q=1", "", "", ""},
		{`{name: q, in: query, schema: {oneOf: [{type: integer}, {type: string, maxLength: 1}]}}`, "/x/1?q=12", "", "", ""},
		{`{name: q, in: query, schema: {type: array, items: {type: integer}}}`, "/x/1?q=1&q=2", "", "", ""},
		{`{name: q, in: query, schema: {type: array, items: {type: integer}}}`, "/x/1?q=1,2", "", "", "[query parameter q] /0: found a string of 3 characters in the query parameter q, wanted an integer"},
		{`{name: q, in: query, explode: false, schema: {type: array, items: {type: integer}}}`, "/x/1?q=1,2", "", "", ""},
		{`{name: q, in: query, style: pipeDelimited, schema: {type: array, items: {type: integer}}}`, "/x/1?q=1%7C2", "", "", ""},
		{`{name: q, in: query, style: spaceDelimited, schema: {type: array, items: {type: integer}}}`, "/x/1?q=1%202", "", "", ""},
		{`{name: "q[]", in: query, schema: {type: array, items: {type: integer}}}`, "/x/1?q[]=1&q%5B%5D=2", "", "", ""},
		{`{name: q, in: query, schema: {type: string, maxLength: 3}}`, "/x/1?q=%C3%A9+b", "", "", ""},
		{`{name: q, in: query, style: deepObject, schema: {type: object, properties: {a: {type: integer}}, additionalProperties: false}}`, "/x/1?q[a]=1", "", "", ""},
		{`{name: q, in: query, style: deepObject, schema: {type: object, properties: {a: {type: integer}}, additionalProperties: false}}`, "/x/1?q[b]=1", "", "", "[query parameter q] /b: found the member \"b\" in the query parameter q, wanted only \"a\""},
		{`{name: q, in: query, content: {application/json: {schema: {type: object, required: [a]}}}}`, "/x/1?q={}", "", "", "[query parameter q] : found no member \"a\" in the query parameter q, wanted every required member"},
		{`{name: q, in: query, content: {application/json: {schema: {type: object}}}}`, "/x/1?q=secret", "", "", "[query parameter q] : found a text that is not JSON (a letter at its line 1, column 1) in the query parameter q, wanted a value"},
		{`{name: X-Id, in: header, required: true, schema: {type: integer}}`, "/x/1", "7", "", ""},
		{`{name: X-Id, in: header, required: true, schema: {type: integer}}`, "/x/1", "seven", "", "[header parameter X-Id] : found a string of 5 characters in the header parameter X-Id, wanted an integer"},
		{`{name: X-Id, in: header, required: true, schema: {type: integer}}`, "/x/1", "", "a=b", "[header parameter X-Id] : found nothing in the header parameter X-Id, wanted a value, which is required"},
		{`{name: X-Id, in: header, required: true, schema: {type: integer}}`, "/x/1", "", "", ""},
		{`{name: X-Id, in: header, schema: {type: array, items: {type: integer}}}`, "/x/1", "7, 8", "", ""},
		{`{name: accept, in: header, required: true, schema: {type: integer}}`, "/x/1", "1", "", ""},
		{`{name: c, in: cookie, required: true, schema: {type: integer}}`, "/x/1", "", "b=1; c=2", ""},
		{`{name: c, in: cookie, required: true, schema: {type: integer}}`, "/x/1", "", "b=1", "[cookie parameter c] : found nothing in the cookie parameter c, wanted a value, which is required"},
		{`{name: c, in: cookie, required: true, schema: {type: integer}}`, "/x/1", "1", "", ""},
	} {
		c := checker(t, "paths: {'/x/{id}': {post: {parameters: ["+test.parameter+"], responses: {'201': {}}}}}")
		x := exchange{Method: "POST", URL: "http://h" + test.url, Status: 201, Request: message{Headers: map[string]string{}}}
		if test.header != "" {
			x.Request.Headers["x-id"] = test.header
		}
		if test.cookie != "" {
			x.Request.Headers["cookie"] = test.cookie
		}
		want := "valid POST /x/{id}"
		if test.want != "" {
			want = "invalid POST /x/{id}\n" + test.want
		}
		if got := said(t, c, x); got != want {
			t.Errorf("%s: %s:\n%s\nwant\n%s", test.parameter, test.url, got, want)
		}
	}
}

// TestOverridden wants a parameter of an operation to go before that of its path.
func TestOverridden(t *testing.T) {
	c := checker(t, `paths:
  /x:
    parameters: [{name: q, in: query, required: true, schema: {type: integer}}, {name: r, in: query, required: true}]
    get: {parameters: [{name: q, in: query, schema: {type: string}}], responses: {'200': {}}}`)
	want := "invalid GET /x\n[query parameter r] : found nothing in the query parameter r, wanted a value, which is required"
	if got := said(t, c, exchange{Method: "GET", URL: "/x?q=a", Status: 200}); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestRequestBodies wants bodies of requests to be judged, by what they are not required to have either.
func TestRequestBodies(t *testing.T) {
	c := checker(t, `
paths:
  /x:
    post:
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/X"}}
          application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/X"}}
          image/*: {}
      responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/X"}}}}, "400": {}}
components:
  schemas:
    Base: {type: object, properties: {id: {$ref: "#/components/schemas/Id"}, secret: {type: string, writeOnly: true}}}
    Id: {type: integer, readOnly: true}
    X: {required: [id, secret, n], allOf: [{$ref: "#/components/schemas/Base"}], properties: {n: {type: array, items: {type: integer}}}}
`)
	good := typed("application/json", `{"id": 1, "n": []}`)
	for _, test := range []struct {
		request message
		status  int
		want    string
	}{
		{typed("application/json", `{"secret": "s", "n": [1]}`), 200, "valid POST /x"},
		{typed("application/json", `{"n": ["a"]}`), 200, "invalid POST /x\n[request body] : found no member \"secret\" in the request body, wanted every required member\n[request body] /n/0: found a string of 1 character in the request body, wanted an integer"},
		{typed("application/json", `{"n": ["a"]}`), 400, "valid POST /x"},
		{typed("application/json", `{"n": ["a"]}`), 500, "invalid POST /x\n[request body] : found no member \"secret\" in the request body, wanted every required member\n[request body] /n/0: found a string of 1 character in the request body, wanted an integer\n[response] : found a response that is undocumented-status (documented: 200, 400), wanted one that is documented"},
		{typed("application/x-www-form-urlencoded", "secret=s&n=1&n=2"), 200, "valid POST /x"},
		{typed("application/x-www-form-urlencoded", "secret=s&n=1"), 200, "valid POST /x"},
		{typed("application/x-www-form-urlencoded", "secret=s&n=a"), 200, "invalid POST /x\n[request body] /n/0: found a string of 1 character in the request body, wanted an integer"},
		{typed("image/png", "abc"), 200, "valid POST /x"},
		{typed("text/plain", "abc"), 200, "invalid POST /x\n[request body] : found the media type text/plain in the request body, wanted application/json or application/x-www-form-urlencoded or image/*"},
		{message{Text: "abc"}, 200, "invalid POST /x\n[request body] : found no media type in the request body, wanted application/json or application/x-www-form-urlencoded or image/*"},
		{typed("application/json", "{"), 200, "invalid POST /x\n[request body] : found a body that is not JSON (the end of the text at its line 1, column 2) in the request body, wanted a member name in quotes"},
	} {
		x := exchange{Method: "POST", URL: "/x", Status: test.status, Request: test.request, Response: good}
		if got := said(t, c, x); got != test.want {
			t.Errorf("%v %d:\n%s\nwant\n%s", test.request, test.status, got, test.want)
		}
	}
	x := &capture.Exchange{Method: "POST", Status: 200, Response: capture.Message{MediaType: "application/json", State: capture.BodyRecorded, Body: []byte(good.Text)}}
	x.URL = parse(t, "/x")
	if got, want := words(c.Check(x)), "invalid POST /x\n[request body] : found nothing in the request body, wanted a body, which is required"; got != want {
		t.Errorf("without a body: %s, want %s", got, want)
	}
	x.Request.State = capture.BodyUnrecorded
	if got, want := words(c.Check(x)), "valid POST /x"; got != want {
		t.Errorf("with a body that is not recorded: %s, want %s", got, want)
	}
}

// TestBothWrong wants violations of requests to stand before those of responses.
func TestBothWrong(t *testing.T) {
	c := checker(t, `paths: {/x: {get: {parameters: [{name: q, in: query, schema: {type: integer}}],
  responses: {'200': {content: {application/json: {schema: {type: integer}}}}}}}}`)
	f := said(t, c, exchange{Method: "GET", URL: "/x?q=secret", Status: 200, Response: typed("application/json", `"secret"`)})
	want := "invalid GET /x\n[query parameter q] : found a string of 6 characters in the query parameter q, wanted an integer\n[] : found a string of 6 characters, wanted an integer"
	if f != want || strings.Contains(f, "secret") {
		t.Errorf("%s\nwant\n%s", f, want)
	}
	f = said(t, c, exchange{Method: "GET", URL: "/x?q=secret", Status: 200, Response: typed("application/json", `x`)})
	want = "invalid GET /x\n[query parameter q] : found a string of 6 characters in the query parameter q, wanted an integer\n[] : found a body that is not JSON (a letter at its line 1, column 1), wanted a value"
	if f != want {
		t.Errorf("%s\nwant\n%s", f, want)
	}
}

// parse reads a URL.
func parse(t *testing.T, text string) *url.URL {
	t.Helper()
	u, err := url.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
