package capture_test

import (
	"strings"
	"testing"
)

func TestHARMembersInAnyOrder(t *testing.T) {
	entry := `{"response":{"content":{"text":"{}","size":2},"status":200},` +
		`"startedDateTime":"2026-11-01T09:30:00.250+01:00",` +
		`"request":{"headers":null,"url":"https://a.example/x#part","method":"GET"}}`
	text := "{\n\"_tool\": {\"log\": [1, {\"entries\": null}]},\n\"log\": {\n" +
		"\"pages\": [{\"entries\": []}],\n\"entries\": [\n\n" + entry + ",\n" + entry +
		"],\n\"version\": \"1.2\"},\n\"comment\": \"é\"}\n"
	exchanges, errs := all(t, open(t, "a.har", text))
	if len(exchanges) != 2 || len(errs) > 0 {
		t.Fatalf("%d exchanges, errors %v; want 2 and none", len(exchanges), errs)
	}
	for i, line := range []int{7, 8} {
		if x := exchanges[i]; x.Source != "a.har" || x.Entry != i+1 || x.Line != line {
			t.Errorf("exchange at %s, entry %d, line %d; want a.har, entry %d, line %d", x.Source, x.Entry, x.Line, i+1, line)
		}
	}
	x := exchanges[0]
	if x.URL.String() != "https://a.example/x" {
		t.Errorf("URL %s, want it without the fragment", x.URL)
	}
	if got := x.Time.UTC().Format("15:04:05.000"); got != "08:30:00.250" {
		t.Errorf("time %s, want 08:30:00.250", got)
	}
}

func TestHARDamagedEntry(t *testing.T) {
	good := `{"request":{"method":"GET","url":"/x"},"response":{"status":200}}`
	const request, response = `"request":{"method":"GET","url":"/x"}`, `"response":{"status":200}`
	tests := []struct{ name, entry, want string }{
		{"no object", `7`, "the entry: found a number, wanted an object"},
		{"null", `null`, "the entry: found null, wanted an object"},
		{"no request", `{` + response + `}`, "request: is missing"},
		{"request null", `{"request":null,` + response + `}`, "request: is missing"},
		{"request an array", `{"request":[],` + response + `}`, "request: found an array, wanted an object"},
		{"status a string", `{` + request + `,"response":{"status":"OK"}}`, "response.status: found a string, wanted an integer"},
		{"status a fraction", `{` + request + `,"response":{"status":200.5}}`, "response.status: found another number, wanted an integer of 64 bits"},
		{"status absent", `{` + request + `,"response":{}}`, "response.status: is missing"},
		{"status in another case", `{` + request + `,"response":{"Status":200}}`, "response.status: is missing"},
		{"status out of range", `{` + request + `,"response":{"status":20}}`, "response.status: found another integer, wanted 0 or a status of three digits"},
		{"status twice", `{` + request + `,"response":{"status":200,"status":500}}`, "response.status: is given twice"},
		{"method absent", `{"request":{"url":"/x"},` + response + `}`, "request.method: is missing"},
		{"URL absent", `{"request":{"method":"GET"},` + response + `}`, "request.url: is missing"},
		{"URL broken", `{"request":{"method":"GET","url":"http://a b/"},` + response + `}`, "request.url: is not a URL"},
		{"time broken", `{"startedDateTime":"yesterday",` + request + `,` + response + `}`, "startedDateTime: is not a date and time of RFC 3339"},
		{"headers an object", `{"request":{"method":"GET","url":"/x","headers":{}},` + response + `}`, "request.headers: found an object, wanted an array"},
		{"header a string", `{"request":{"method":"GET","url":"/x","headers":[{"name":"a"},""]},` + response + `}`, "request.headers[1]: found a string, wanted an object"},
		{"header without name", `{"request":{"method":"GET","url":"/x","headers":[{"value":"a"}]},` + response + `}`, "request.headers[0].name: is missing"},
		{"header value a number", `{"request":{"method":"GET","url":"/x","headers":[{"name":"a","value":1}]},` + response + `}`, "request.headers[0].value: found a number, wanted a string"},
		{"text an object", `{` + request + `,"response":{"status":200,"content":{"text":{}}}}`, "response.content.text: found an object, wanted a string"},
		{"not base64", `{` + request + `,"response":{"status":200,"content":{"text":"?","encoding":"base64"}}}`, "response.content.text: is not base64"},
		{"other encoding", `{` + request + `,"response":{"status":200,"content":{"text":"?","encoding":"rot13"}}}`, "response.content.encoding: found another encoding, wanted base64 or none"},
		{"not UTF-8", `{"comment":"` + "\xff" + `",` + request + `,` + response + `}`, "the text is not UTF-8"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := "{\"log\":{\"entries\":[" + good + ",\n" + test.entry + ",\n" + good + "]}}"
			exchanges, errs := all(t, open(t, "a", text))
			if len(exchanges) != 2 || exchanges[1].Entry != 3 || exchanges[1].Line != 3 {
				t.Errorf("%d exchanges, want the first and the third", len(exchanges))
			}
			if want := "a:2: entry 2: " + test.want; len(errs) != 1 || errs[0].Error() != want {
				t.Errorf("errors %q\n want %q", errs, want)
			}
		})
	}
}

func TestHARThatEndsEarly(t *testing.T) {
	const entry = `{"request":{"method":"GET","url":"/x"},"response":{"status":200}}`
	const start = "{\"log\":{\n\"entries\":["
	tests := []struct {
		name, text string
		exchanges  int
		want       string
	}{
		{"broken in an entry", start + entry + ",\n{\"é\": oops}]}}", 1, "a:3:7: entry 2: the JSON is broken or nested too deep"},
		{"no comma", start + entry + "\n " + entry + "]}}", 1, "a:3:2: entry 2: the JSON is broken or nested too deep"},
		{"comma at the end", start + entry + ",]}}", 1, "a:2:78: entry 2: the JSON is broken or nested too deep"},
		{"cut in an entry", start + entry + ",\n" + entry[:30], 1, "a:3:31: entry 2: the JSON ends too early"},
		{"cut after an entry", start + entry, 1, "a:2:77: entry 1: the JSON ends too early"},
		{"cut after the entries", start + entry + "]\n", 1, "a:3:1: the JSON ends too early"},
		{"wrong bracket", start + entry + "}", 1, "a:2:77: entry 1: the JSON is broken or nested too deep"},
		{"text after it", start + entry + "]}}\n{}", 1, "a:3:1: found text after the end of the recording"},
		{"bracket after it", start + entry + "]}}\n ]", 1, "a:3:2: found text after the end of the recording"},
		{"garbage after it", start + entry + "]}}\n?", 1, "a:3:1: found text after the end of the recording"},
		{"two logs", `{"log":{"entries":[` + entry + `]},"log":{}}`, 1, "a:1:93: log is given twice"},
		{"two lists of entries", `{"log":{"entries":[` + entry + `],"entries":[]}}`, 1, "a:1:96: log.entries is given twice"},
		{"no entries", `{"log":{}}`, 0, "a:1:11: log.entries is missing"},
		{"entries null", `{"log":{"entries":null}}`, 0, "a:1:23: log.entries: found null, wanted an array"},
		{"log an array", `{"log":[]}`, 0, "a:1:9: log: found an array, wanted an object"},
		{"nested too deep", `{"log":{"_x":` + strings.Repeat("[", 20000), 0, "a:1:10015: the JSON is nested too deep"},
		{"entry nested too deep", start + strings.Repeat("[", 20000), 0, "a:2:10012: entry 1: the JSON is broken or nested too deep"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			exchanges, errs := all(t, open(t, "a", test.text))
			if len(exchanges) != test.exchanges {
				t.Errorf("%d exchanges, want %d", len(exchanges), test.exchanges)
			}
			if len(errs) != 1 || errs[0].Error() != test.want {
				t.Errorf("errors %q\n want %q", errs, test.want)
			}
		})
	}
}
