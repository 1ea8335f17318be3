package capture_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/textproto"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"github.com/assaykit/assay/capture"
)

// planted is an exchange that is written in a format, and must be read out of it again.
type planted struct {
	Method, URL    string
	Status         int
	Sent, Got      textproto.MIMEHeader
	Request, Reply string // bodies
}

// plant makes up an exchange. Bodies have in them what parts entries in some format.
func plant(r *rand.Rand) planted {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	text := func() string {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(pick("a", "é", "\U0001F600", "\n", "\r\n", "\t", `"`, `\`, "'", "{}", "[", ": ", "- ", "# ", "HTTP/1.1 200 OK", "\nHTTP/2 404\n\n",
				"\n# GET https://h/\n", "\n$ curl 'x", "\n    - id: 1", "\n]", "</script>", "\u2028", "%", "&", "*a", "!!binary "))
		}
		return b.String()
	}
	value, err := json.Marshal(map[string]any{"id": r.IntN(1000), pick("a", "é", "scope"): text()})
	if err != nil {
		panic(err)
	}
	p := planted{
		Method: pick("GET", "POST", "PUT", "PATCH", "DELETE"),
		URL:    pick("https://api.example.com", "http://h:8080") + pick("/", "/users/1", "/a%20b", "/%C3%A9") + pick("", "?a=1&b=%26", "?q="),
		Status: []int{200, 201, 299, 400, 404, 500, 599}[r.IntN(7)],
		Sent:   textproto.MIMEHeader{"Accept": {"application/json", "text/plain; q=0.5"}},
		Got:    textproto.MIMEHeader{"X-Trace": {pick("a: b", `"q"`, "c,d")}},
		Reply:  string(value),
	}
	p.Got.Set("Content-Type", "application/json")
	if r.IntN(3) == 0 {
		p.Reply = "." + text() + "." // no body is JSON
		p.Got.Set("Content-Type", "text/plain; charset=utf-8")
	}
	if p.Method != "GET" && p.Method != "DELETE" {
		p.Request = "." + text() + "."
		p.Sent.Set("Content-Type", "text/plain")
	}
	return p
}

// written is a format with the ways to write it.
type written struct {
	name  string
	entry func(testing.TB, planted) string
	join  func(entries []string) string
	// broken makes a damaged entry of a whole one, which has as many lines.
	broken func(entry string) string
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

type object map[string]any

// harHeaders are headers as a HAR has them.
func harHeaders(h textproto.MIMEHeader) []object {
	list := []object{}
	for name, values := range h {
		for _, v := range values {
			list = append(list, object{"name": name, "value": v})
		}
	}
	return list
}

func harEntry(t testing.TB, p planted, body func(string) object) string {
	request := object{"method": p.Method, "url": p.URL, "headers": harHeaders(p.Sent)}
	if p.Request != "" {
		request["postData"] = body(p.Request)
	}
	return asJSON(t, object{"request": request, "response": object{"status": p.Status, "headers": harHeaders(p.Got), "content": body(p.Reply)}})
}

func nockEntry(t testing.TB, p planted) string {
	scope, path, _ := strings.Cut(p.URL[len("https://"):], "/")
	item := object{"scope": p.URL[:len("https://")] + scope, "method": p.Method, "path": "/" + path, "status": p.Status, "body": p.Request,
		"reqheaders": p.Sent, "response": p.Reply, "headers": p.Got}
	if strings.HasPrefix(p.Reply, "{") {
		item["response"] = json.RawMessage(p.Reply)
	}
	flat := []string{}
	for name, values := range p.Got {
		for _, v := range values {
			flat = append(flat, name, v)
		}
	}
	item["rawHeaders"] = flat
	return asJSON(t, item)
}

func cassetteEntry(t testing.TB, p planted) string {
	text, err := yaml.Marshal([]object{{
		"request":  object{"method": p.Method, "url": p.URL, "headers": p.Sent, "body": p.Request},
		"response": object{"code": p.Status, "headers": p.Got, "body": p.Reply},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func curlEntry(_ testing.TB, p planted) string {
	quote := func(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
	var b strings.Builder
	fmt.Fprintf(&b, "curl -i -X %s", p.Method)
	for name, values := range p.Sent {
		for _, v := range values {
			fmt.Fprintf(&b, " -H %s", quote(name+": "+v))
		}
	}
	if p.Request != "" {
		fmt.Fprintf(&b, " --data-raw $'%s'", strings.NewReplacer(`\`, `\\`, "'", `\'`, "\n", `\n`, "\r", `\r`).Replace(p.Request))
	}
	fmt.Fprintf(&b, " %s\nHTTP/1.1 %d\r\n", quote(p.URL), p.Status)
	for name, values := range p.Got {
		for _, v := range values {
			fmt.Fprintf(&b, "%s: %s\r\n", name, v)
		}
	}
	fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n%s\n", len(p.Reply), p.Reply)
	return b.String()
}

func ndjsonEntry(t testing.TB, p planted, member string, body func(string) any) string {
	request := object{"headers": p.Sent}
	if p.Request != "" {
		request[member] = body(p.Request)
	}
	return asJSON(t, object{"method": p.Method, "url": p.URL, "status": p.Status, "request": request,
		"response": object{"headers": p.Got, member: body(p.Reply)}})
}

func inBase64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

// everyFormat is each format, in each way in which it holds bodies.
func everyFormat() []written {
	between := func(before, behind string) func([]string) string {
		return func(entries []string) string { return before + strings.Join(entries, ",\n") + behind }
	}
	concatenated := func(before string) func([]string) string {
		return func(entries []string) string { return before + strings.Join(entries, "") }
	}
	replaced := func(old, text string) func(string) string {
		return func(entry string) string { return strings.Replace(entry, old, text, 1) }
	}
	har, ndjson := between(`{"log":{"entries":[`, "]}}"), func(entries []string) string { return strings.Join(entries, "\n") }
	return []written{
		{"HAR", func(t testing.TB, p planted) string {
			return harEntry(t, p, func(s string) object { return object{"text": s, "size": len(s)} })
		}, har, replaced(`"status":`, `"status":"p4nted","was":`)},
		{"HAR", func(t testing.TB, p planted) string {
			return byHand(harEntry(t, p, func(s string) object { return object{"text": s, "size": len(s)} }))
		}, har, replaced(`"url":`, `"url":{"p4nted":0},"was":`)},
		{"HAR", func(t testing.TB, p planted) string {
			return harEntry(t, p, func(s string) object { return object{"text": inBase64(s), "encoding": "base64"} })
		}, har, replaced(`"method":`, `"method":["p4nted"],"was":`)},
		{"nock", nockEntry, between("[", "]"), replaced(`"scope":"http`, `"scope":7,"p4nted":"`)},
		{"go-vcr", cassetteEntry, concatenated("version: 2\ninteractions:\n"), replaced("code: ", "code: p4nted")},
		{"curl", curlEntry, concatenated(""), replaced("\r\nContent-Type:", "\r\np4nted")},
		{"NDJSON", func(t testing.TB, p planted) string {
			return ndjsonEntry(t, p, "bodyText", func(s string) any { return s })
		}, ndjson, replaced("{", "{p4nted")},
		{"NDJSON", func(t testing.TB, p planted) string {
			return ndjsonEntry(t, p, "bodyBase64", func(s string) any { return inBase64(s) })
		}, ndjson, replaced(`"status":`, `"status":"p4nted","was":`)},
	}
}

// seen is an exchange as it was planted. The length of a dump is none of the headers that were.
func seen(x *capture.Exchange) planted {
	p := planted{Method: x.Method, URL: x.URL.String(), Status: x.Status, Sent: x.Request.Header, Got: x.Response.Header,
		Request: string(x.Request.Body), Reply: string(x.Response.Body)}
	p.Got.Del("Content-Length")
	return p
}

// What is planted in a format is read out of it, plain and compressed, whatever order it stands in.
func TestEveryFormatGivesWhatIsInIt(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, f := range everyFormat() {
		for range 40 {
			want, entries := plantedIn(t, f, r)
			text := f.join(entries)
			for _, text := range []string{text, gzipped(t, text), zstded(t, text)} {
				reader := open(t, "a", text)
				if reader.Format() != f.name {
					t.Fatalf("%s: format %s", f.name, reader.Format())
				}
				exchanges, errs := all(t, reader)
				if len(errs) > 0 {
					t.Fatalf("%s: %v\n%s", f.name, errs, f.join(entries))
				}
				var got []planted
				for _, x := range exchanges {
					got = append(got, seen(x))
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s (-want +got):\n%s\n%s", f.name, diff, f.join(entries))
				}
			}
		}
	}
}

func plantedIn(t *testing.T, f written, r *rand.Rand) (list []planted, entries []string) {
	for range 1 + r.IntN(5) {
		p := plant(r)
		list, entries = append(list, p), append(entries, f.entry(t, p))
	}
	return list, entries
}

// Where an entry is damaged, its place is told, without what it holds, and the others are read.
func TestEveryFormatTellsDamageByPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, f := range everyFormat() {
		for range 40 {
			want, entries := plantedIn(t, f, r)
			first := plant(r) // one that is whole lets the format be told
			want, entries = append([]planted{first}, want...), append([]string{f.entry(t, first)}, entries...)
			n := 1 + r.IntN(len(want)-1)
			whole := entries[n]
			entries[n] = f.broken(whole)
			if entries[n] == whole {
				t.Fatalf("%s: the entry was not damaged: %s", f.name, whole)
			}
			text := f.join(entries)
			line := 1 + strings.Count(f.join(entries[:n]), "\n")
			if f.name == "HAR" || f.name == "nock" || f.name == "NDJSON" {
				line++ // joined without the end of the line
			}
			if f.name == "curl" {
				// The command comes before the response, and holds no line of its own.
				line++
			}
			exchanges, errs := all(t, open(t, "a", text))
			var got []planted
			for _, x := range exchanges {
				got = append(got, seen(x))
			}
			if diff := cmp.Diff(append(want[:n:n], want[n+1:]...), got); diff != "" {
				t.Fatalf("%s: errors %v (-want +got):\n%s\n%s", f.name, errs, diff, text)
			}
			damage, is := errors.AsType[*capture.EntryError](errors.Join(errs...))
			if len(errs) != 1 || !is || damage.Entry != n+1 || damage.Line != line || strings.Contains(damage.Error(), "p4nted") {
				t.Fatalf("%s: errors %v, want one of entry %d on line %d, without what it holds\n%s", f.name, errs, n+1, line, text)
			}
		}
	}
}
