package openapi_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/contract/openapi"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// TestErrors wants each fault of a description to be told with its place.
func TestErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`{openapi: 4.0.0, paths: {}}`, `api.yaml:1:1: found no OpenAPI description, wanted openapi: 3.0, 3.1 or 3.2, or swagger: "2.0"`},
		{`[]`, `api.yaml:1:1: found no OpenAPI description, wanted openapi: 3.0, 3.1 or 3.2, or swagger: "2.0"`},
		{"openapi: 3.1.0\npaths: []", `api.yaml:2:8: found an array, wanted an object: path items by their paths`},
		{"openapi: 3.1.0\npaths:\n  x: {}", `api.yaml:3:6: found the path "x", wanted a slash at its start`},
		{"openapi: 3.1.0\npaths:\n  /x: {$ref: '#/no'}", `api.yaml:3:14: $ref: found "#/no", which leads to nothing in api.yaml`},
		{"openapi: 3.1.0\npaths:\n  /x: {$ref: 'no.yaml'}", `api.yaml:3:14: $ref: found "no.yaml", which cannot be resolved: there is no such file`},
		{"openapi: 3.1.0\npaths:\n  /x: {$ref: 7}", `api.yaml:3:14: $ref: found a number, wanted a URI reference in a string`},
		{"openapi: 3.1.0\npaths:\n  /x: {$ref: '#/paths/~1x'}", `api.yaml:3:7: found a reference that leads through more than 64 others, wanted one that ends`},
		{"openapi: 3.1.0\npaths:\n  /x: {get: 1}", `api.yaml:3:13: found a number, wanted an object: an operation`},
		{"openapi: 3.1.0\nservers: [{url: 1}]\npaths:\n  /x: {get: {}}", `api.yaml:2:17: found no url, wanted that of a server in a string`},
		{"openapi: 3.1.0\nservers: [{url: 'http://h/?a'}]\npaths:\n  /x: {get: {}}", `api.yaml:2:17: found the server "http://h/?a", wanted one without query and fragment`},
		{"openapi: 3.1.0\npaths:\n  /x: {get: {parameters: [{in: path}]}}", `api.yaml:3:27: found a parameter without name or in, wanted name, and in: path, query, header or cookie`},
		{"openapi: 3.1.0\npaths:\n  /x:\n    get: {responses: {600: {}}}", `api.yaml:4:10: GET /x: status "600": wanted one from 100 to 599, a class such as 2XX, or default`},
		{"openapi: 3.1.0\npaths:\n  /x:\n    get: {responses: {200: {content: {json: {}}}}}", `api.yaml:4:10: GET /x: media type "json": wanted a media type such as application/json, or a range such as application/*+json`},
		{"openapi: 3.1.0\npaths:\n  /x{: {get: {}}", `api.yaml:3:14: GET /x{: path "/x{": found "{", wanted a closing brace in the same segment`},
		{"openapi: 3.1.0\npaths:\n  /{a}/{a}: {get: {}}", `api.yaml:3:19: GET /{a}/{a}: path "/{a}/{a}": found the parameter "a" twice, wanted it once`},
		{"openapi: 3.1.0\npaths:\n  /{a}: {get: {}}\n  /{b}: {get: {}}", `api.yaml:4:15: GET /{b}: found the same host, method, path, status and media type as in route 1 (GET /{a}), wanted one route for them`},
		{"openapi: 3.1.0\npaths:\n  /x:\n    get:\n      responses:\n        200: {content: {application/json: {schema: {type: strin}}}}", `api.yaml:6:59: type: found "strin", wanted one of`},
	} {
		err := unusable(t, test.text)
		if err == nil {
			t.Errorf("%s: no error, want %s", test.text, test.want)
		} else if !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s:\n%v\nwant\n%s", test.text, err, test.want)
		}
	}
}

// unusable is why a description cannot be used.
func unusable(t *testing.T, text string) error {
	t.Helper()
	d, err := files{"api.yaml": text}.read(t)
	if err != nil {
		return err
	}
	_, err = contract.NewChecker(d.Routes, contract.Options{})
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		err = joined.Unwrap()[0]
		if r, ok := errors.AsType[*contract.RouteError](err); ok {
			return errors.New(d.Places[r.Index].Problem(fmt.Sprintf("%s: %v", r.Name, r.Err)).String())
		}
	}
	return err
}

// TestOtherFiles wants every kind of object to be found in other files, and schemas there to be read as those of the
// description.
func TestOtherFiles(t *testing.T) {
	f := files{
		"api.yaml":          `{openapi: 3.0.3, paths: {/x: {$ref: "parts/path.yaml"}}}`,
		"parts/path.yaml":   `{get: {responses: {"200": {$ref: "all.yaml#/response"}}}}`,
		"parts/all.yaml":    `{response: {content: {application/json: {schema: {$ref: "schema.json"}}}}}`,
		"parts/schema.json": `{"type": "integer", "nullable": true, "minimum": 3, "exclusiveMinimum": true}`,
	}
	d, err := f.read(t)
	if err != nil {
		t.Fatal(err)
	}
	c, err := contract.NewChecker(d.Routes, contract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for body, want := range map[string]string{
		"null": "valid GET /x", "4": "valid GET /x",
		"3": "invalid GET /x\n[] : found a number of 1 digit, wanted more than 3",
	} {
		if got := said(t, c, exchange{Method: "GET", URL: "/x", Status: 200, Response: typed("application/json", body)}); got != want {
			t.Errorf("%s: %s, want %s", body, got, want)
		}
	}
	if len(d.Sources) != 4 {
		t.Errorf("%d sources, want 4", len(d.Sources))
	}
}

// whole is a description with an object of each kind.
const whole = `{"openapi":"3.1.0","servers":[{"url":"https://{a}.h/{b}","variables":{"a":{"enum":["x"],"default":"x"},"b":{"default":"v/1"}}}],
"paths":{"/x/{id}":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer"}}],
"get":{"parameters":[{"$ref":"#/components/parameters/P"},{"name":"j","in":"query","content":{"application/json":{"schema":{"type":"object"}}}}],
"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","required":["a"],"properties":{"a":{"readOnly":true}}}}}},
"responses":{"200":{"headers":{"H":{"schema":{"type":"integer"}}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/S"}}}},"default":{"$ref":"#/components/responses/R"}}}}},
"components":{"parameters":{"P":{"name":"p","in":"query","style":"form","explode":false,"schema":{"type":"array","items":{"type":"integer"}}}},
"schemas":{"S":{"allOf":[{"required":["a"]},{"properties":{"a":{"writeOnly":true}}}]}},"responses":{"R":{"content":{}}}}}`

// TestDamaged wants no damage to a description to end in a panic: each value in turn is replaced by others.
func TestDamaged(t *testing.T) {
	d, err := document.Parse([]byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for at := range d.Entries() {
		start, end := d.Span(at)
		for _, other := range []string{`null`, `7`, `"text"`, `[]`, `{}`, `[null]`, `{"x":null}`, `true`} {
			changed, err := document.Parse([]byte(whole[:start] + other + whole[end:]))
			if err != nil {
				continue // it was the name of a member
			}
			found, err := openapiOf(changed)
			if err == nil {
				read++
				_, _ = contract.NewChecker(found, contract.Options{})
			}
		}
	}
	if read == 0 {
		t.Error("no description could be read")
	}
}

// openapiOf are the routes of a description.
func openapiOf(d *document.Document) ([]contract.Route, error) {
	found, err := openapi.Read(&schema.Source{URI: "file:///api.json", Name: "api.json", Document: d}, schema.Options{})
	if err != nil {
		return nil, err
	}
	return found.Routes, nil
}
