package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/assaykit/assay/capture/secret"
)

// garden is where secrets are planted, each in a place of its own.
type garden struct {
	*rand.Rand
	tokens map[string]string // what is shaped like a token, by its place
	words  map[string]string // what is not, and is secret by its place
	values map[string]string // what is not, and is shown by --show-values alone
}

// text draws characters by lot.
func (g *garden) text(n int, alphabet string) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = alphabet[g.IntN(len(alphabet))]
	}
	return string(b)
}

const (
	hexDigits = "0123456789abcdef"
	alnum     = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// token plants what is shaped like a token.
func (g *garden) token(place string) string {
	for {
		text := []func() string{
			func() string { return "ghp_" + g.text(36, alnum) },
			func() string { return "sk_live_" + g.text(24, alnum) },
			func() string { return "AKIA" + strings.ToUpper(g.text(16, alnum)) },
			func() string {
				return "eyJ" + g.text(20, alnum) + "." + g.text(30, alnum) + "." + g.text(30, alnum+"-_")
			},
			func() string { return g.text(40, hexDigits) },
			func() string { return g.text(32, alnum) },
			func() string {
				return g.text(8, "123456789abcdef") + "-" + g.text(4, hexDigits) + "-4" + g.text(3, hexDigits) + "-8" + g.text(3, hexDigits) + "-" + g.text(12, hexDigits)
			},
		}[g.IntN(7)]()
		if secret.Looks(text) { // one in thousands is made of words
			return g.plant(g.tokens, place, text)
		}
	}
}

// word plants what nobody could tell from a word.
func (g *garden) word(place string) string {
	return g.plant(g.words, place, "hunter"+g.text(7, "0123456789"))
}

// value plants a value of a payload that is none of those.
func (g *garden) value(place string) string {
	return g.plant(g.values, place, "payload"+g.text(7, "0123456789"))
}

func (g *garden) plant(in map[string]string, place, text string) string {
	in[fmt.Sprintf("%s (%d)", place, len(in))] = text
	return text
}

// plantedSpec is a description by whose keywords whatever is planted is wrong, in each way that has a message of its own.
const plantedSpec = `openapi: 3.1.0
paths:
  /things/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    post:
      parameters:
        - {name: q, in: query, schema: {type: integer}}
        - {name: list, in: query, schema: {type: array, items: {enum: [a, b]}}}
        - {name: deep, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: integer}}}
        - {name: X-Num, in: header, schema: {type: integer}}
        - {name: X-JSON, in: header, content: {application/json: {schema: {type: integer}}}}
        - {name: c, in: cookie, schema: {type: integer}}
      requestBody:
        content:
          application/json: {schema: {$ref: "#/components/schemas/Thing"}}
          application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Thing"}}
      responses:
        "200":
          description: ok
          headers: {X-Left: {schema: {type: integer}}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
  /open/{pin}:
    parameters: [{name: pin, in: path, required: true, schema: {type: string, x-sensitive: true}}]
    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}}
components:
  schemas:
    Thing:
      type: object
      properties:
        n: {type: integer}
        e: {enum: [one, two]}
        c: {const: one}
        f: {type: string, format: date}
        p: {type: string, pattern: "^a+$"}
        l: {type: string, maxLength: 2}
        w: {type: integer, x-message: "found ${} in ${0#}"}
        o: {oneOf: [{type: integer}, {type: object, properties: {kind: {const: k}}, required: [kind]}]}
        j: {type: string, contentMediaType: application/json, contentSchema: {type: object, properties: {n: {type: integer}}}}
        s: {type: object, x-sensitive: true, properties: {a: {type: integer}}}
        m: {type: object, additionalProperties: {type: integer}}
        closed: {type: object, additionalProperties: false}
        names: {type: object, propertyNames: {maxLength: 3}}
        open: {anyOf: [{enum: [x]}, {type: string}]}
        many: {type: array, items: {type: integer}}
      unevaluatedProperties: false
`

// body is a body with secrets in each place that may have one, all of it wrong.
func (g *garden) body(place string) map[string]any {
	b := map[string]any{}
	for _, name := range []string{"n", "e", "c", "f", "p", "l", "w", "o", "open"} {
		b[name] = g.token(place + " value of " + name)
		if g.IntN(2) == 0 {
			b[name] = g.value(place + " value of " + name)
		}
	}
	b["o"] = map[string]any{"kind": g.token(place + " const in oneOf")}
	b["j"] = fmt.Sprintf(`{"n":%q,%q:1}`, g.token(place+" value in JSON in a string"), g.token(place+" name in JSON in a string"))
	b["s"] = map[string]any{"a": g.word(place + " sensitive")}
	b["m"] = map[string]any{g.token(place + " name in a map"): g.token(place + " value in a map")}
	b["closed"] = map[string]any{g.token(place + " name of an unknown member"): 1}
	b["names"] = map[string]any{g.token(place + " name that is refused"): 1}
	b["many"] = []any{g.token(place + " item"), "see " + g.token(place+" in prose") + ", please", "https://" + g.token(place+" userinfo") + "@h/" + g.token(place+" path of a URL") + "?sig=" + g.token(place+" signature")}
	b[g.token(place+" name of a member")] = g.token(place + " value of a member")
	b["password"] = g.token(place + " password")
	return b
}

// rawURL is a URL with secrets in each of its parts.
func (g *garden) rawURL(place, host, path string) string {
	return "https://" + g.word(place+" user") + ":" + g.word(place+" password") + "@" + host + path +
		"?q=" + g.word(place+" query") + "&list=" + g.token(place+" list") + "&deep[" + g.token(place+" deep name") + "]=" + g.word(place+" deep value") +
		"&" + g.token(place+" name in the query") + "=1&" + g.word(place+" flag") + "#" + g.word(place+" fragment")
}

// headers are headers with secrets, by names and values.
func (g *garden) headers(place string) map[string]string {
	return map[string]string{
		"Content-Type": "application/json", "Authorization": "Bearer " + g.word(place+" Authorization"), "X-Api-Key": g.word(place + " key"),
		"Cookie": "c=" + g.word(place+" cookie") + "; " + g.token(place+" name of a cookie") + "=1", "Set-Cookie": "sid=" + g.word(place+" Set-Cookie") + "; Path=/; HttpOnly",
		"X-Num": g.token(place + " header"), "X-JSON": `"` + g.token(place+" JSON in a header") + `"`, "X-Left": g.token(place + " header"),
		"Location": g.rawURL(place+" Location", "h", "/"), g.token(place + " name of a header"): "1", "X-Other": g.token(place + " other header"),
	}
}

func zipped(text []byte) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(text) // a buffer takes all
	_ = z.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

func asJSON(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return text
}

// plantedHAR is a HAR with secrets in each member that one may have.
func (g *garden) plantedHAR() string {
	pairs := func(headers map[string]string) (list []any) {
		for name, value := range headers {
			list = append(list, map[string]any{"name": name, "value": value, "comment": g.token("comment of a header")})
		}
		return list
	}
	cookies := []any{map[string]any{"name": g.token("HAR cookie name"), "value": g.token("HAR cookie"), "path": "/" + g.token("HAR cookie path"), "comment": g.token("HAR comment")}}
	message := func(place string) map[string]any {
		return map[string]any{"headers": pairs(g.headers("HAR " + place)), "cookies": cookies, "httpVersion": g.token("HAR version"), "_own": g.token("HAR own"), "comment": g.token("HAR comment")}
	}
	entry := func(method, rawURL string, status any, post, content map[string]any) map[string]any {
		request, response := message("request"), message("response")
		request["method"], request["url"], request["postData"] = method, rawURL, post
		request["queryString"] = []any{map[string]any{"name": g.token("HAR query name"), "value": g.token("HAR query")}}
		response["status"], response["content"], response["statusText"], response["redirectURL"] = status, content, g.token("HAR status text"), g.token("HAR redirect")
		return map[string]any{"startedDateTime": "2026-11-01T09:30:00Z", "time": 1, "request": request, "response": response, "serverIPAddress": g.token("HAR server"),
			"connection": g.token("HAR connection"), "pageref": g.token("HAR page"), "comment": g.token("HAR comment"), "cache": map[string]any{"comment": g.token("HAR cache")},
			"_initiator": map[string]any{"url": g.token("HAR initiator")}, "timings": map[string]any{"comment": g.token("HAR timings")}}
	}
	part := func(media, text string) map[string]any {
		return map[string]any{"mimeType": media, "text": text, "size": len(text), "comment": g.token("HAR comment"), "_own": g.token("HAR own")}
	}
	where := func(path string) string { return g.rawURL("HAR URL", "api.example.com", path) }
	coded := entry("POST", where("/things/"+g.token("HAR path")), 200, part("application/json", string(asJSON(g.body("HAR request")))), part("application/json", zipped(asJSON(g.body("HAR coded")))))
	response := coded["response"].(map[string]any)
	response["headers"] = append(response["headers"].([]any), map[string]any{"name": "Content-Encoding", "value": "gzip"})
	response["content"].(map[string]any)["encoding"] = "base64"
	form := map[string]any{"mimeType": "application/x-www-form-urlencoded", "params": []any{map[string]any{"name": "n", "value": g.token("HAR form")},
		map[string]any{"name": g.token("HAR form name"), "value": g.token("HAR form")}, map[string]any{"name": "password", "value": g.token("HAR form password")}}}
	entries := []any{
		coded,
		entry("POST", where("/things/1"), 200, form, part("application/json", g.token("HAR no JSON")+"<html>")),
		entry("POST", where("/things/1"), 200, part("text/"+g.token("HAR media type"), g.token("HAR text")), part("text/"+g.token("HAR media type"), g.token("HAR text"))),
		entry("POST", where("/things/1"), 200, part(g.word("HAR bad type")+" x", "x"), part(g.word("HAR bad type")+" x", "x")),
		entry("POST", where("/things/1"), 418, part("application/json", string(asJSON(g.body("HAR request")))), part("application/json", "1")),
		entry(g.token("HAR method"), g.rawURL("HAR host", g.token("HAR host")+".example.com", "/"+g.token("HAR path")), 200, nil, part("application/json", "1")),
		entry("GET", where("/open/"+g.word("HAR sensitive path")), 200, nil, part("application/json", string(asJSON(map[string]any{"a": g.value("HAR valid"), g.token("HAR undocumented name"): 1})))),
		entry("GET", where("/things/1"), g.token("HAR status"), nil, part("application/json", "1")),
		entry("GET", "http://%zz/"+g.token("HAR bad URL"), 200, nil, part("application/json", "1")),
		entry("GET", "data:text/plain,"+g.token("HAR data URL"), 200, nil, part("application/json", "1")),
		g.token("HAR entry"),
	}
	damaged := entry("GET", where("/things/1"), 200, nil, part("application/json", "x"))
	damaged["response"].(map[string]any)["content"].(map[string]any)["encoding"] = g.token("HAR encoding")
	return string(asJSON(map[string]any{"log": map[string]any{"version": "1.2", "creator": map[string]any{"name": g.token("HAR creator"), "version": g.token("HAR creator")},
		"comment": g.token("HAR comment"), "pages": []any{map[string]any{"title": g.token("HAR page"), "id": g.token("HAR page")}}, "_own": g.token("HAR own"), "entries": append(entries, damaged)}}))
}

// plantedLines is NDJSON with secrets, damaged lines included.
func (g *garden) plantedLines() string {
	message := func(place string, body map[string]any) map[string]any {
		body["headers"] = g.headers("NDJSON " + place)
		body[g.token("NDJSON own name")] = g.token("NDJSON own")
		return body
	}
	line := func(method, rawURL string, status any, request, response map[string]any) string {
		return string(asJSON(map[string]any{"method": method, "url": rawURL, "status": status, "request": message("request", request), "response": message("response", response), "note": g.token("NDJSON note")}))
	}
	where := func(path string) string { return g.rawURL("NDJSON URL", "api.example.com", path) }
	lines := []string{
		line("POST", where("/things/"+g.token("NDJSON path")), 200, map[string]any{"body": g.body("NDJSON request")}, map[string]any{"body": g.body("NDJSON response")}),
		line("POST", where("/things/1"), 200, map[string]any{"bodyText": g.token("NDJSON text")}, map[string]any{"bodyBase64": base64.StdEncoding.EncodeToString(asJSON(g.body("NDJSON base64")))}),
		line("POST", where("/things/1"), 200, map[string]any{}, map[string]any{"bodyText": `{"n":` + g.token("NDJSON broken body")}),
		line("POST", where("/things/1"), 200, map[string]any{}, map[string]any{"bodyText": `{"` + g.token("NDJSON twice") + `":1,"n":2,"n":3}`}),
		line("POST", where("/things/1"), g.token("NDJSON status"), map[string]any{}, map[string]any{}),
		line("POST", where("/things/1"), 200, map[string]any{"body": 1, "bodyText": g.token("NDJSON second")}, map[string]any{}),
		`{"method":"GET","url":"/things/1","status":200,"request":{"headers":{"` + g.token("NDJSON damaged header") + `":1}}}`,
		`{"method":"GET","url":"/things/1","status":200,"time":"` + g.token("NDJSON time") + `"}`,
		`{"method":"GET","url":"` + g.token("NDJSON broken line"),
		`"` + g.token("NDJSON no object") + `"`,
	}
	twice := g.token("NDJSON name twice")
	lines = append(lines, line("POST", where("/things/1"), 200, map[string]any{}, map[string]any{"bodyText": `{"` + twice + `":1,"` + twice + `":2}`}))
	return strings.Join(lines, "\n") + "\n"
}

// plantedNock is a recording of nock with secrets.
func (g *garden) plantedNock() string {
	return string(asJSON([]any{
		map[string]any{"scope": "https://" + g.word("nock user") + "@api.example.com:443", "method": "POST", "path": "/things/" + g.token("nock path") + "?q=" + g.word("nock query"),
			"body": g.body("nock request"), "status": 200, "response": g.body("nock response"), "reqheaders": g.headers("nock request"),
			"rawHeaders": []string{"Content-Type", "application/json", "X-Left", g.token("nock header"), g.token("nock header name"), "1"}, "own": g.token("nock own")},
		map[string]any{"scope": "https://api.example.com", "method": "POST", "path": "/things/1", "status": 200, "responseIsBinary": g.token("nock damaged"), "response": "00"},
		map[string]any{"scope": "https://api.example.com", "method": "POST", "path": "/things/1", "status": 200, "rawHeaders": []string{g.token("nock odd")}, "response": ""},
	}))
}

// plantedCassette is a cassette of go-vcr with secrets.
func (g *garden) plantedCassette() string {
	return fmt.Sprintf(`---
version: 1
interactions:
- request:
    body: %q
    form: {n: [%s]}
    headers: {Authorization: [%s], %s: ["1"], Content-Type: [application/json]}
    url: %q
    method: POST
  response:
    body: %q
    headers: {Content-Type: [application/json], X-Left: [%s]}
    status: %s
    code: 200
- request: {method: POST, url: /things/1, headers: {%s: x}}
  response: {code: 200}
- %s
`, asJSON(g.body("cassette request")), g.token("cassette form"), g.word("cassette Authorization"), g.token("cassette header name"),
		g.rawURL("cassette URL", "api.example.com", "/things/"+g.token("cassette path")), asJSON(g.body("cassette response")), g.token("cassette header"), g.token("cassette status"),
		g.token("cassette damaged header"), g.token("cassette damaged"))
}

// plantedDump is a dump of curl -i with secrets.
func (g *garden) plantedDump() string {
	return "# POST " + g.rawURL("dump URL", "api.example.com", "/things/"+g.token("dump path")) + "\nHTTP/1.1 200 OK\nContent-Type: application/json\nX-Left: " + g.token("dump header") +
		"\n" + g.token("dump header name") + ": 1\n\n" + string(asJSON(g.body("dump"))) + "\n"
}
