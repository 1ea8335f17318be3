package openapi_test

import "testing"

// TestResponses wants the response that a description has for a status and a media type to be the one that judges.
func TestResponses(t *testing.T) {
	c := checker(t, `
openapi: 3.0.3
paths:
  /x:
    get:
      responses:
        200:
          description: fine
          headers:
            X-Count: {required: true, schema: {type: integer}}
            Content-Type: {required: true, schema: {type: integer}}
          content:
            application/json: {schema: {$ref: "#/components/schemas/X"}}
            application/json;v=2: {schema: {type: integer}}
            application/*: {schema: {type: boolean}}
            text/plain: {schema: {type: string, maxLength: 3}}
            image/png: {schema: {type: string, format: binary}}
        201: {description: nothing said}
        202: {description: empty, content: {}}
        203: {description: no schema, content: {application/json: {}}}
        2XX: {$ref: "#/components/responses/Range"}
        default: {description: any, content: {"*/*": {schema: {type: integer}}}}
webhooks: {no: 1}
components:
  responses: {Range: {description: range, content: {application/json: {schema: {type: array}}}}}
  schemas:
    X:
      type: object
      required: [id, secret]
      properties:
        id: {type: integer, readOnly: true}
        secret: {type: string, writeOnly: true}
        note: {type: string, nullable: true}
`)
	counted := func(media, text string) message {
		return message{Headers: map[string]string{"content-type": media, "x-count": "7"}, Text: text}
	}
	for _, test := range []struct {
		status int
		m      message
		want   string
	}{
		{200, counted("application/json; charset=utf-8", `{"id": 1, "note": null}`), "valid GET /x"},
		{200, counted("application/json", `{"note": 1}`), "invalid GET /x\n[] : found no member \"id\", wanted every required member\n[] /note: found a number of 1 digit, wanted a string or null"},
		{200, counted("application/json;v=2", `1`), "valid GET /x"},
		{200, counted("application/json;v=2", `{"id": 1}`), "invalid GET /x\n[] : found an object of 1 member, wanted an integer"},
		{200, counted("application/vnd.x+json", `true`), "valid GET /x"},
		{200, counted("application/vnd.x+json", `1`), "invalid GET /x\n[] : found a number of 1 digit, wanted a boolean"},
		{200, counted("text/plain", `abc`), "valid GET /x"},
		{200, counted("text/plain", `abcd`), "invalid GET /x\n[] : found 4 characters, wanted at most 3 characters"},
		{200, counted("application/xml", `<x/>`), "skipped GET /x: the body is application/xml, of which only status and media type are checked"},
		{200, counted("text/html", `<x/>`), "undocumented-media-type GET /x: the media type text/html is not documented; documented: application/json;v=\"2\", application/json, text/plain, image/png, application/*"},
		{200, typed("application/json", `{"id": 1}`), "invalid GET /x\n[response header X-Count] : found nothing in the response header X-Count, wanted a value, which is required"},
		{200, message{Headers: map[string]string{"content-type": "application/json", "x-count": "many"}, Text: `{}`},
			"invalid GET /x\n[response header X-Count] : found a string of 4 characters in the response header X-Count, wanted an integer\n[] : found no member \"id\", wanted every required member"},
		{200, message{Text: `{"id": 1}`}, "valid GET /x"},
		{201, typed("text/html", `<x/>`), "valid GET /x"},
		{201, message{}, "valid GET /x"},
		{202, typed("text/html", `<x/>`), "undocumented-media-type GET /x: the media type text/html is not documented; documented: no body"},
		{202, message{}, "valid GET /x"},
		{203, typed("application/json", `[1]`), "valid GET /x"},
		{204, typed("application/json", `{}`), "invalid GET /x\n[] : found an object of 0 members, wanted an array"},
		{404, typed("application/json", `{}`), "invalid GET /x\n[] : found an object of 0 members, wanted an integer"},
		{404, typed("text/html", `<x/>`), "skipped GET /x: the body is text/html, of which only status and media type are checked"},
	} {
		if got := said(t, c, exchange{Method: "GET", URL: "http://h/x", Status: test.status, Response: test.m}); got != test.want {
			t.Errorf("%d %v:\n%s\nwant\n%s", test.status, test.m, got, test.want)
		}
	}
}

// TestVersions wants each version of OpenAPI to be read by its own rules.
func TestVersions(t *testing.T) {
	for _, test := range []struct{ text, body, want string }{
		{`{openapi: 3.0.3, paths: {/x: {get: {responses: {"200": {content: {application/json: {schema: {type: string, nullable: true}}}}}}}}}`, "null", "valid GET /x"},
		{`{openapi: 3.1.0, paths: {/x: {get: {responses: {"200": {content: {application/json: {schema: {type: [string, "null"]}}}}}}}}}`, "null", "valid GET /x"},
		{`{openapi: 3.1.0, paths: {/x: {get: {responses: {"200": {content: {application/json: {schema: {type: string, nullable: true}}}}}}}}}`, "null", "invalid GET /x\n[] : found null, wanted a string"},
		{`{openapi: 3.2.0, paths: {/x: {get: {responses: {"200": {content: {application/json: {$ref: "#/components/mediaTypes/M"}}}}}}}, components: {mediaTypes: {M: {schema: {const: 1}}}}}`, "2", "invalid GET /x\n[] : found a number of 1 digit, wanted 1"},
		{`{openapi: 3.2.0, paths: {/x: {additionalOperations: {GET: {responses: {"200": {}}}}}}}`, "2", "valid GET /x"},
		{`{openapi: 3.1.0, paths: {/x: {get: {}}}}`, "2", "valid GET /x"},
		{`{swagger: "2.0", produces: [application/json], paths: {/x: {get: {responses: {200: {schema: {type: integer}}}}}}}`, `"a"`, "invalid GET /x\n[] : found a string of 1 character, wanted an integer"},
		{`{swagger: 2.0, host: h, basePath: /, paths: {/x: {get: {produces: [application/json], responses: {200: {schema: {$ref: "#/definitions/I"}}}}}}, definitions: {I: {type: integer}}}`, `1`, "valid GET /x"},
		{`{openapi: 3.0.0, paths: {/x: {get: {responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/P"}}}}}}}}, components: {schemas: {P: {oneOf: [{$ref: "#/components/schemas/A"}], discriminator: {propertyName: kind, mapping: {b: "#/components/schemas/A"}}}, A: {type: object}}}}`, `{}`, "valid GET /x"},
	} {
		c := checker(t, test.text)
		if got := said(t, c, exchange{Method: "GET", URL: "http://h/x", Status: 200, Response: typed("application/json", test.body)}); got != test.want {
			t.Errorf("%s: %s\n%s\nwant\n%s", test.text, test.body, got, test.want)
		}
	}
}
