package contract

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// messages are the violations of a finding, each with its instance location and keyword.
func messages(f Finding) []string {
	if f.Err == nil {
		return nil
	}
	var list []string
	for _, v := range f.Err.Violations {
		list = append(list, v.InstanceLocation+": "+v.Message()+" ("+v.Keyword+")")
	}
	return list
}

func TestBody(t *testing.T) {
	number := typed("test:number", rule.TypeNumber)
	tests := []struct {
		name, pointer, body string
		want                []string // nil is valid
	}{
		{"valid", "", `42`, nil},
		{"byte order mark", "", "\ufeff42", nil},
		{"invalid", "", ` "42"`, []string{": found a string of 2 characters (#65805e6d), wanted a number (type)"}},
		{"pointer, valid", "/data/0", `{"data":[1,"x"]}`, nil},
		{"pointer, invalid", "/data/1", `{"data":[1,"x"]}`, []string{"/data/1: found a string of 1 character (#f5f84129), wanted a number (type)"}},
		{"pointer with escapes", "/a~1b/~0", `{"a\/b":{"\u007e":null}}`, []string{"/a~1b/~0: found null, wanted a number (type)"}},
		{"pointer to an empty name", "/", `{"":1}`, nil},
		{"pointer to nothing", "/data/2", `{"data":[1,"x"]}`, []string{"/data/2: found nothing, wanted the value that the schema governs ()"}},
		{"pointer into a scalar", "/data", `3`, []string{"/data: found nothing, wanted the value that the schema governs ()"}},
		{"HTML", "", "<html>", []string{": found a body that is not JSON ('<' at its line 1, column 1), wanted a value ()"}},
		{"words", "", "secret", []string{": found a body that is not JSON (a letter at its line 1, column 1), wanted a value ()"}},
		{"two values", "", "1\n 2", []string{": found a body that is not JSON (a digit at its line 2, column 2), wanted the end of the text ()"}},
		{"beyond ASCII", "", "é", []string{": found a body that is not JSON (a character beyond ASCII at its line 1, column 1), wanted a value ()"}},
		{"not UTF-8", "", "\"\xff\"", []string{": found a body that is not JSON (a character beyond ASCII at its line 1, column 2), wanted UTF-8 ()"}},
		{"cut off", "", `{"a":`, []string{": found a body that is not JSON (the end of the text at its line 1, column 6), wanted a value ()"}},
		{"fault beside the pointer", "/a", `{"a":1,"b":}`, []string{": found a body that is not JSON ('}' at its line 1, column 12), wanted a value ()"}},
		{"white space only", "", " \n", []string{": found a body that is not JSON (the end of the text at its line 2, column 1), wanted a value ()"}},
		{"empty", "", "", []string{": found no body, wanted a body of any JSON media type ()"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := mustCheck(t, Options{}, Route{Path: "/", Pointer: test.pointer, Schema: number})
			f := c.Check(exchange(t, "GET", "https://h/", 200, test.body))
			if diff := cmp.Diff(test.want, messages(f)); diff != "" {
				t.Errorf("(-wanted +found):\n%s", diff)
			}
			if wanted := map[bool]Result{true: Valid, false: Invalid}[test.want == nil]; f.Result != wanted {
				t.Errorf("found %s, wanted %s", f.Result, wanted)
			}
			syntax := len(test.want) > 0 && strings.Contains(test.want[0], "not JSON")
			if f.Err != nil && (f.Err.Syntax != nil) != syntax {
				t.Errorf("found the syntax error %v, wanted one: %t", f.Err.Syntax, syntax)
			}
		})
	}
}

func TestShowValues(t *testing.T) {
	c := mustCheck(t, Options{ShowValues: true}, Route{Method: "POST", Path: "/connect_sessions", Schema: authLink(t)})
	body := []byte(`{"id":"42","token":7,"created_at":"today","auth_link_url":"https://h/"}`)
	x := exchange(t, "POST", "https://h/connect_sessions", 201, string(body))
	x.Response.Body = body
	f := c.Check(x)
	clear(body) // the finding must not share its memory
	want := []string{
		`/id: found "42", wanted a number (type)`,
		`/token: found a number, wanted a string (type)`,
		`/created_at: found "today", wanted a date-time with offset such as 2026-11-01T09:30:00Z (RFC 3339) (format)`,
	}
	if diff := cmp.Diff(want, messages(f)); diff != "" {
		t.Errorf("(-wanted +found):\n%s", diff)
	}
}

func TestShownNumberKeepsItsText(t *testing.T) {
	c := mustCheck(t, Options{ShowValues: true}, Route{Path: "/", Schema: typed("test:string", rule.TypeString)})
	x := exchange(t, "GET", "https://h/", 200, "12345")
	f := c.Check(x)
	clear(x.Response.Body)
	if got := f.Err.Violations[0].Found; got != "12345" {
		t.Errorf("found %q after the body was overwritten, wanted 12345", got)
	}
}

func TestFindingHasNoPlacesOfTheBody(t *testing.T) {
	c := mustCheck(t, Options{}, Route{Path: "/", Schema: &rule.Schema{
		Applicators: []rule.Applicator{rule.AnyOf{Schemas: []*rule.Schema{authLink(t), typed("test:array", rule.TypeArray)}}},
	}})
	f := c.Check(exchange(t, "GET", "https://h/", 200, `{"token": 1, "auth_link_url": 2}`))
	if f.Result != Invalid || len(f.Err.Violations) != 1 || len(f.Err.Violations[0].Causes) == 0 {
		t.Fatalf("found %+v, wanted one violation with causes", f)
	}
	if f.Err.Sensitive != nil {
		t.Errorf("found sensitive places %v, wanted none", f.Err.Sensitive)
	}
	var look func([]rule.Violation)
	look = func(list []rule.Violation) {
		for _, v := range list {
			if v.Position != (document.Position{}) || v.Start != 0 || v.End != 0 {
				t.Errorf("%s: found the place %v %d to %d, wanted none", v.InstanceLocation, v.Position, v.Start, v.End)
			}
			look(v.Causes)
		}
	}
	look(f.Err.Violations)
}

func TestCausesAreBelowThePointer(t *testing.T) {
	c := mustCheck(t, Options{}, Route{Path: "/", Pointer: "/data", Schema: &rule.Schema{
		Applicators: []rule.Applicator{rule.AnyOf{Schemas: []*rule.Schema{
			{Applicators: []rule.Applicator{rule.NewProperties([]rule.Property{{Name: "id", Schema: typed("test:id", rule.TypeNumber)}})}},
			typed("test:array", rule.TypeArray),
		}}},
	}})
	f := c.Check(exchange(t, "GET", "https://h/", 200, `{"data":{"id":"1"}}`))
	var got []string
	for _, v := range f.Err.Violations {
		for _, cause := range v.Causes {
			got = append(got, cause.InstanceLocation)
		}
	}
	if diff := cmp.Diff([]string{"/data/id", "/data"}, got); diff != "" {
		t.Errorf("(-wanted +found):\n%s", diff)
	}
}

func TestWithoutBody(t *testing.T) {
	tests := []struct {
		name, method string
		status       int
		state        capture.BodyState
		media        string
		want         Result
		reason       string
	}{
		{"no body", "GET", 200, capture.NoBody, "application/json", Invalid, ""},
		{"no body and no media type", "GET", 200, capture.NoBody, "", Invalid, ""},
		{"empty body", "GET", 200, capture.BodyRecorded, "application/json", Invalid, ""},
		{"204", "GET", 204, capture.NoBody, "", Invalid, ""},
		{"not recorded", "GET", 200, capture.BodyUnrecorded, "application/json", Skipped, unrecorded},
		{"not recorded, no media type", "GET", 200, capture.BodyUnrecorded, "", Skipped, unrecorded},
		{"not recorded, another media type", "GET", 200, capture.BodyUnrecorded, "text/html", UndocumentedMediaType,
			"the media type text/html is not documented; documented: any JSON media type"},
		{"HEAD", "head", 200, capture.NoBody, "application/json", Skipped, "a response to HEAD has no body (RFC 9110, section 9.3.2)"},
		{"HEAD, not told", "HEAD", 200, capture.BodyUnrecorded, "", Skipped, "a response to HEAD has no body (RFC 9110, section 9.3.2)"},
		{"304", "GET", 304, capture.NoBody, "", Skipped, "a response of status 304 has no body (RFC 9110, section 15.4.5)"},
		{"101", "GET", 101, capture.NoBody, "", Skipped, "an interim response has no body (RFC 9110, section 15.2)"},
		{"aborted", "GET", 0, capture.NoBody, "", Skipped, "the request was aborted, so there is no response"},
	}
	c := mustCheck(t, Options{}, Route{Name: "root", Path: "/", Schema: anything})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x := exchange(t, test.method, "https://h/", test.status, "")
			x.Response.State, x.Response.MediaType = test.state, test.media
			f := c.Check(x)
			if f.Result != test.want || f.Reason != test.reason || f.Operation != "root" {
				t.Errorf("found %+v, wanted %s: %s", f, test.want, test.reason)
			}
			if test.want == Invalid && messages(f)[0] != ": found no body, wanted a body of any JSON media type ()" {
				t.Errorf("found %q, wanted it to say that there is no body", messages(f))
			}
		})
	}
}

func TestBodyWhereNoneShouldBe(t *testing.T) {
	c := mustCheck(t, Options{}, Route{Path: "/", Schema: typed("test:number", rule.TypeNumber)})
	for _, status := range []int{101, 204, 304} {
		if f := c.Check(exchange(t, "GET", "https://h/", status, `"x"`)); f.Result != Invalid {
			t.Errorf("%d: found %+v, wanted the recorded body to be judged", status, f)
		}
	}
	if f := c.Check(exchange(t, "HEAD", "https://h/", 200, `1`)); f.Result != Valid {
		t.Errorf("HEAD: found %+v, wanted the recorded body to be judged", f)
	}
}

func TestBodyInAContentCoding(t *testing.T) {
	c := mustCheck(t, Options{}, Route{Path: "/", Schema: typed("test:number", rule.TypeNumber)})
	tests := []struct {
		name, body string
		want       Result
	}{
		{"undone by the recorder", "42", Valid},
		{"undone, and invalid", `"x"`, Invalid},
		{"undone, and no JSON", "<html>", Invalid},
		{"not undone", "\x1b\x03\x00\xf8\xa5", Skipped},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			x := exchange(t, "GET", "https://h/", 200, test.body)
			x.Response.Coding = "br"
			if f := c.Check(x); f.Result != test.want {
				t.Errorf("found %+v, wanted %s", f, test.want)
			}
		})
	}
}

func TestWhatIsNotHTTP(t *testing.T) {
	c := mustCheck(t, Options{}, Route{Path: "/a", Schema: anything})
	for _, text := range []string{"data:text/plain,made-up-secret", "blob:https://h/a", "wss://h/a", "chrome-extension://h/a", "https:a"} {
		f := c.Check(exchange(t, "GET", text, 200, `{}`))
		if f.Result != Skipped || f.Reason != "the URL is not one of HTTP" {
			t.Errorf("%s: found %+v, wanted it skipped", text, f)
		}
	}
	x := exchange(t, "GET", "https://h/a", 200, `{}`)
	x.URL = nil
	if f := c.Check(x); f.Result != UndocumentedOperation {
		t.Errorf("found %+v, wanted an exchange without URL to be undocumented", f)
	}
	x.URL = &url.URL{Scheme: "http", Host: "h", Path: "/a"}
	if f := c.Check(x); f.Result != Valid {
		t.Errorf("found %+v, wanted valid", f)
	}
}
