package capture_test

import (
	"errors"
	"fmt"
	"net/textproto"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/capture"
)

func TestNDJSON(t *testing.T) {
	text := "\n" + `{"method":"POST","url":"/s?a=b","status":201,"time":"2026-11-01T09:30:00Z",` +
		`"request":{"headers":{"accept":["a/b","c/d"],"CONTENT-TYPE":"Text/Plain; Charset=utf-8",":path":"/s"},"bodyText":"é"},` +
		`"response":{"headers":{"content-type":"application/json"},"body": {"b" : 1.0,"a":"\u00e9"} },"note":[1]}` +
		"\r\n  \r\n" + `{"method":"GET","url":"/s","status":0}`
	exchanges, errs := all(t, open(t, "a", text))
	if len(exchanges) != 2 || len(errs) > 0 {
		t.Fatalf("%d exchanges, errors %v; want 2 and none", len(exchanges), errs)
	}
	x := exchanges[0]
	if x.Method != "POST" || x.URL.RawQuery != "a=b" || x.Status != 201 || x.Time.Minute() != 30 || x.Entry != 1 || x.Line != 2 {
		t.Errorf("wrong exchange: %+v", x)
	}
	wantRequest := capture.Message{
		Header:     textproto.MIMEHeader{"Accept": {"a/b", "c/d"}, "Content-Type": {"Text/Plain; Charset=utf-8"}},
		MediaType:  "text/plain",
		Parameters: map[string]string{"charset": "utf-8"},
		State:      capture.BodyRecorded,
		Body:       []byte("é"),
	}
	wantResponse := capture.Message{
		Header:    textproto.MIMEHeader{"Content-Type": {"application/json"}},
		MediaType: "application/json",
		State:     capture.BodyRecorded,
		Body:      []byte(`{"b" : 1.0,"a":"\u00e9"}`),
	}
	if diff := cmp.Diff(wantRequest, x.Request); diff != "" {
		t.Errorf("request (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantResponse, x.Response); diff != "" {
		t.Errorf("response (-want +got):\n%s", diff)
	}
	if x := exchanges[1]; x.Entry != 2 || x.Line != 4 || x.Response.State != capture.NoBody || x.Response.Header == nil {
		t.Errorf("wrong exchange: %+v", x)
	}
}

func TestNDJSONBodies(t *testing.T) {
	tests := []struct {
		name, message string
		state         capture.BodyState
		body          string
	}{
		{"none", `{}`, capture.NoBody, ""},
		{"JSON null", `{"body":null}`, capture.BodyRecorded, "null"},
		{"JSON string", `{"body":"x"}`, capture.BodyRecorded, `"x"`},
		{"empty text", `{"bodyText":""}`, capture.BodyRecorded, ""},
		{"text null", `{"bodyText":null}`, capture.NoBody, ""},
		{"base64", `{"bodyBase64":"AP8="}`, capture.BodyRecorded, "\x00\xff"},
		{"empty base64", `{"bodyBase64":""}`, capture.BodyRecorded, ""},
		{"null message", `null`, capture.NoBody, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := `{"method":"GET","url":"/","status":200,"response":` + test.message + `}`
			exchanges, errs := all(t, open(t, "a", text))
			if len(exchanges) != 1 || len(errs) > 0 {
				t.Fatalf("%d exchanges, errors %v", len(exchanges), errs)
			}
			if m := exchanges[0].Response; m.State != test.state || string(m.Body) != test.body {
				t.Errorf("%v, %q; want %v, %q", m.State, m.Body, test.state, test.body)
			}
		})
	}
}

func TestNDJSONDamagedLine(t *testing.T) {
	tests := []struct{ name, line, want string }{
		{"broken", `{"é": oops}`, "a:2:7: entry 2: the JSON is broken or nested too deep"},
		{"cut", `{"method":"GET"`, "a:2:16: entry 2: the JSON is broken or nested too deep"},
		{"two on a line", oneLine + oneLine, fmt.Sprintf("a:2:%d: entry 2: the JSON is broken or nested too deep", len(oneLine)+1)},
		{"not UTF-8", "{\"method\":\"\xff\"}", "a:2: entry 2: the text is not UTF-8"},
		{"no object", `[]`, "a:2: entry 2: the entry: found an array, wanted an object"},
		{"null", `null`, "a:2: entry 2: the entry: found null, wanted an object"},
		{"no method", `{"url":"/","status":200}`, "a:2: entry 2: method: is missing"},
		{"no status", `{"url":"/","method":"GET"}`, "a:2: entry 2: status: is missing"},
		{"number for a URL", `{"method":"GET","url":1,"status":200}`, "a:2: entry 2: url: found a number, wanted a string"},
		{"number for a header", `{"request":{"headers":{"a":["x",1]}}}`, `a:2: entry 2: request.headers["a"]: found an array with a number in it, wanted strings`},
		{"object for a header", `{"request":{"headers":{"a":{}}}}`, `a:2: entry 2: request.headers["a"]: found an object, wanted a string or an array of strings`},
		{"two bodies", `{"request":{"body":1,"bodyText":"x"}}`, "a:2: entry 2: request.bodyText: found a second body, wanted one of body, bodyText and bodyBase64"},
		{"not base64", `{"method":"GET","url":"/","status":200,"response":{"bodyBase64":"*"}}`, "a:2: entry 2: response.bodyBase64: is not base64"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			exchanges, errs := all(t, open(t, "a", oneLine+"\n"+test.line+"\n"+oneLine+"\n"))
			if len(exchanges) != 2 || exchanges[1].Entry != 3 || exchanges[1].Line != 3 {
				t.Errorf("%d exchanges, want the first and the third", len(exchanges))
			}
			if len(errs) != 1 || errs[0].Error() != test.want {
				t.Errorf("errors %q\n want %q", errs, test.want)
			}
		})
	}
}

// Damaged in every way there is, a capture's errors still keep its secrets.
func TestErrorsKeepSecrets(t *testing.T) {
	const secret = "hunter2"
	whole := strings.ReplaceAll(`{"method":"S","url":"https://S:S@S.example/S?S=S","status":200,"time":"2026-11-01T09:30:00Z",`+
		`"request":{"headers":{"authorization":["S"]},"bodyText":"S"},"response":{"headers":{"a":"S"},"body":{"S":"S"}}}`, "S", secret)
	har := strings.ReplaceAll(`{"log":{"entries":[{"startedDateTime":"2026-11-01T09:30:00Z",`+
		`"request":{"method":"S","url":"https://S:S@S.example/S?S=S","headers":[{"name":"a","value":"S"}],"postData":{"text":"S"}},`+
		`"response":{"status":200,"content":{"text":"S","encoding":""}}}]}}`, "S", secret)
	for _, text := range []string{whole, har} {
		for i := range text {
			for _, instead := range []string{"", "?", "%", "\x00", "\xff", "7", `"`, "{", "]", secret} {
				r, err := capture.Open("a.ndjson", strings.NewReader(text[:i]+instead+text[i+1:]))
				errs := []error{err}
				if err == nil {
					_, errs = all(t, r)
				} else if !errors.Is(err, capture.ErrFormat) {
					t.Fatalf("Open: %v", err)
				}
				for _, err := range errs {
					if strings.Contains(err.Error(), secret[:4]) {
						t.Fatalf("the error tells a value: %v", err)
					}
				}
			}
		}
	}
}
