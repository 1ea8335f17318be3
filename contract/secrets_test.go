package contract

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/rule"
)

// secretBodies are bodies with a secret at %s, quoted or not, well-formed or not.
var secretBodies = []string{
	`{"token":"%s","id":"%s","created_at":"%s","auth_link_url":"%s","categories":["%s"]}`,
	`{"data":{"token":"%s","id":["%s"],"created_at":{"a":"%s"}}}`,
	`{"data":"%s"}`,
	`["%s",{"a":"%s"}]`,
	`"%s"`,
	`%s`,
	`{"token":%s}`,
	`{"token":"%s"`,
	`{"token":"%s","token":"%s"}`,
	"\"%s\x01%s\"",
	"\"%s\xff%s\"",
	`"%s\q%s"`,
	`<html>%s</html>`,
	"\x1b\x03\x00\xf8%s",
	"",
}

// secretExchange is an exchange with a secret in each place that may have one.
func secretExchange(random *rand.Rand, secret string) *capture.Exchange {
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	fill := func(text string) string { return strings.ReplaceAll(text, "%s", secret) }
	x := &capture.Exchange{Source: "a.har", Entry: 1, Method: pick("GET", "POST", "HEAD")}
	x.URL = &url.URL{
		Scheme:   pick("https", "http", ""),
		User:     url.UserPassword(secret, secret),
		Host:     pick("api.example.com", ""),
		Path:     pick("/a", "/b", "/c", "/nowhere"),
		RawQuery: fill(pick("a=%s&b=%s", "%s", "a&%s", "%s&a=%s;%s", "a=b=%s", "a[]=%s&&", "")),
		Fragment: pick("", secret),
	}
	if random.IntN(10) == 0 {
		x.URL = &url.URL{Scheme: "data", Opaque: "text/plain," + secret}
	}
	x.Status = []int{0, 101, 200, 201, 304, 404}[random.IntN(6)]
	header := map[string][]string{"Authorization": {secret}, "Content-Type": {secret}, "Set-Cookie": {secret}}
	x.Request = capture.Message{Header: header, State: capture.BodyRecorded, Body: []byte(secret), MediaType: secret}
	x.Response = capture.Message{
		Header:     header,
		MediaType:  pick("application/json", "application/json", "text/html", secret+" x", secret, ""),
		Parameters: map[string]string{secret: secret},
		State:      capture.BodyState(random.IntN(3)),
		Coding:     pick("", secret),
	}
	if x.Response.State == capture.BodyRecorded {
		x.Response.Body = []byte(fill(pick(secretBodies...)))
	}
	return x
}

// everything is all that a finding says, in each way in which it can be written.
func everything(t *testing.T, f Finding) string {
	t.Helper()
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("%+v %#v %s", f, f, b)
	if f.Err != nil {
		text += fmt.Sprintf(" %+v %#v %+v %#v", *f.Err, *f.Err, f.Err.Syntax, f.Err.Violations)
	}
	return text
}

func TestFindingsKeepSecrets(t *testing.T) {
	either := &rule.Schema{Applicators: []rule.Applicator{
		rule.AnyOf{Schemas: []*rule.Schema{authLink(t), typed("test:null", rule.TypeNull)}},
	}}
	c := mustCheck(t, Options{},
		Route{Path: "/a", Status: "2XX", Schema: authLink(t)},
		Route{Path: "/b", Status: "default", MediaType: "*/*", Schema: authLink(t), Pointer: "/data"},
		Route{Path: "/c", Status: "default", MediaType: "*/*", Schema: either},
	)
	random := rand.New(rand.NewPCG(1, 2))
	results := map[Result]int{}
	for range 4000 {
		secret := fmt.Sprintf("s%07dt", random.IntN(10_000_000))
		x := secretExchange(random, secret)
		f := c.Check(x)
		results[f.Result]++
		if text := everything(t, f); strings.Contains(text, secret) {
			t.Fatalf("%s %d with the body %q: the finding tells the secret %s:\n%s", x.Method, x.Status, x.Response.Body, secret, text)
		}
		if (f.Result == Invalid) != (f.Err != nil) || (f.Result == Valid || f.Result == Invalid) != (f.Reason == "") {
			t.Fatalf("found %+v, wanted violations where it is invalid, a reason where it is neither valid nor invalid", f)
		}
	}
	for _, r := range []Result{Invalid, UndocumentedOperation, UndocumentedStatus, UndocumentedMediaType, Skipped} {
		if results[r] < 50 {
			t.Errorf("%d findings are %s, wanted at least 50: the test does not test it", results[r], r)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("POST", "https://u:p@h:443/a?x=1", 201, "application/json", `{"id":1}`)
	f.Add("GET", "//h/b/%2F/", 404, "", `{"data":[{"`)
	c := mustCheck(f, Options{},
		Route{Path: "/a", Schema: authLink(f)},
		Route{Host: "*.h", Path: "/b/{x}-{y}", Status: "4XX", MediaType: "*/*", Schema: authLink(f), Pointer: "/data/0"},
	)
	f.Fuzz(func(t *testing.T, method, rawURL string, status int, media, body string) {
		u, err := url.Parse(rawURL)
		if err != nil {
			return
		}
		x := &capture.Exchange{Method: method, URL: u, Status: status}
		x.Response = capture.Message{MediaType: media, State: capture.BodyRecorded, Body: []byte(body)}
		if got := c.Check(x); got.Result == "" {
			t.Errorf("found no result: %+v", got)
		}
	})
}
