package redact

import (
	"net/textproto"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaykit/assay/capture"
)

const (
	token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a"
	uid   = "2eb8aa08-aa98-11ea-b4aa-73b441d16380"
)

// standIns are all that stand in a text.
var standIns = regexp.MustCompile(`redacted-[a-z]*|0{8}-0000-4000-8000-[0-9a-f]{12}|0{24,}[0-9a-f]{8}|\b[xyz]+\b`)

// shape is a text with ~ for each stand-in.
func shape(text string) string {
	return standIns.ReplaceAllString(text, "~")
}

// redacted is an exchange after it was cleaned, and wants a second time to change nothing.
func redacted(t *testing.T, o Options, x *capture.Exchange) *capture.Exchange {
	t.Helper()
	once := New(o).Exchange(x)
	marks := o.Marks
	o.Key, o.Marks = []byte("another"), nil
	if marks != nil && once.URL != nil {
		o.Marks = func(*capture.Exchange) Marks { return Marks{Path: []string{"nothing"}} }
	}
	if diff := cmp.Diff(once, New(o).Exchange(once)); diff != "" {
		t.Errorf("cleaned twice: -once +twice\n%s", diff)
	}
	return once
}

func TestURL(t *testing.T) {
	for _, test := range []struct{ url, want string }{
		{"https://api.example.com/users/1", "https://api.example.com/users/1"},
		{"https://user:password@h/a#fragment", "https://h/a"},
		{"https://h/a?q=secret&limit=10&on=true&empty=&q=secret", "https://h/a?q=~&limit=11&on=true&empty=&q=~"},
		{"https://h/a?secret&&b=2026-11-01", "https://h/a?~&&b=2000-01-01"},
		{"https://h/a?filter%5Bid%5D=s%20x", "https://h/a?filter%5Bid%5D=~"},
		{"https://h/a?page=two&sort=" + token, "https://h/a?page=two&sort=~"},
		{"https://h/a?" + token + "=1", "https://h/a?~=1"},
		{"https://h/a%2Fb/" + token + "/c", "https://h/a%2Fb/~/c"},
		{"https://h/" + uid, "https://h/~"},
		{"https://" + token + ".example.com:8080/", "https://~.example.com:8080/"},
		{"/a?p=joe@example.org", "/a?p=~%40example.com"},
		{"data:text/plain;base64,czM=", "data:~"},
		{"https://h/?next=S3cret!pw;http://x", "https://h/?next=~"},
		{"", ""},
	} {
		u, err := url.Parse(test.url)
		if err != nil {
			t.Fatal(err)
		}
		got := redacted(t, Options{KeepQuery: []string{"page", "sort"}}, &capture.Exchange{URL: u})
		if shape(got.URL.String()) != test.want {
			t.Errorf("%s: found %s, wanted %s", test.url, got.URL, test.want)
		}
	}
}

func TestHeaders(t *testing.T) {
	for _, test := range []struct{ name, value, want string }{
		{"Authorization", "Bearer abc", "Bearer ~"},
		{"Authorization", "hunter2 hunter3", "~"},
		{"Proxy-Authorization", `Digest username="u", response="x"`, "Digest ~"},
		{"X-Api-Key", "hunter2", "~"},
		{"Cookie", `a=b; theme="dark"; odd`, "a=~; theme=~; ~"},
		{"Set-Cookie", "sid=31d4d96e407aad42; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly", "sid=~; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly"},
		{"Set-Cookie", "a=1; Path=/\nsession=hunter2; HttpOnly", "a=1; Path=/\nsession=~; HttpOnly"},
		{"Set-Cookie", "a=1; Path=/, session=hunter2; Secure; theme=hunter2; hunter2", "a=1; Path=~; Secure; theme=~; ~"},
		{"Location", "/cb#access_token=hunter2", "/cb"},
		{"Location", "cb?session=hunter2", "cb?session=~"},
		{"Location", "?code=hunter2", "?code=~"},
		{"Refresh", "0;url=cb?code=hunter2", "0;url=cb?code=~"},
		{"Link", "<cb?code=hunter2>; rel=next", "<cb?code=~>; rel=next"},
		{"X-Pin", "hunter2", "~"},
		{"X-Jwt", "hunter2", "~"},
		{"Content-Type", "application/json; charset=utf-8", "application/json; charset=utf-8"},
		{"Location", "https://u@h/a?next=hunter2#x", "https://h/a?next=~"},
		{"Referer", "/a?next[]=hunter2", "/a?next[]=~"},
		{"Link", `<https://h/a?cursor=abc>; rel="next", <https://h/a?cursor=def>; rel="last"`, `<https://h/a?cursor=~>; rel="next", <https://h/a?cursor=~>; rel="last"`},
		{"X-Request-Id", "req " + uid + ", traced", "req ~, traced"},
		{"X-Odd", "Basic dXNlcjpwYXNz", "~"},
		{"User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0", "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0"},
	} {
		x := &capture.Exchange{Response: capture.Message{Header: textproto.MIMEHeader{test.name: {test.value}}}}
		if got := redacted(t, Options{}, x).Response.Header.Get(test.name); shape(got) != test.want {
			t.Errorf("%s: %s: found %s, wanted %s", test.name, test.value, got, test.want)
		}
	}
	x := &capture.Exchange{Request: capture.Message{Header: textproto.MIMEHeader{textproto.CanonicalMIMEHeaderKey(token): {"1"}}}}
	for name := range redacted(t, Options{}, x).Request.Header {
		if !longStandIn.MatchString(strings.ToLower(name)) {
			t.Errorf("found the header %s, wanted a stand-in", name)
		}
	}
}

func TestBodies(t *testing.T) {
	all := Options{AllValues: true}
	for _, test := range []struct {
		name, media, body, want string
		options                 Options
	}{
		{"plain values stay", "application/json", `{"a": "b", "n": 1.50, "l": [true, null, {}]}`, `{"a":"b","n":1.50,"l":[true,null,{}]}`, Options{}},
		{"a token", "application/json", `{"a":"` + token + `"}`, `{"a":"~"}`, Options{}},
		{"a token in prose", "application/json", `["use ` + token + `, please"]`, `["use ~, please"]`, Options{}},
		{"a PEM block", "application/json", `["-----BEGIN KEY-----\nabc\n-----END KEY-----"]`, `["~"]`, Options{}},
		{"a name", "application/json", `{"` + token + `":1}`, `{"~":1}`, Options{}},
		{"by the name", "application/json", `{"password":"x","pin":1234,"access_token":["abc",{"a":"b"}],"token_type":"bearer"}`, `{"password":"~","pin":1111,"access_token":["~",{"a":"~"}],"token_type":"bearer"}`, Options{}},
		{"a signed URL", "application/json", `["https://u:p@h/a?page=2&sig=abcdef&q=word#top"]`, `["https://h/a?page=2&sig=~&q=word#top"]`, Options{}},
		{"a UUID", "application/json", `["` + uid + `"]`, `["~"]`, Options{}},
		{"a card", "application/json", `["4111 1111 1111 1111",5500000000000004]`, `["1111 1111 1111 1111",1111111111111111]`, Options{}},
		{"JSON in a string", "application/json", `["{\"password\":\"x\",\"a\":1}"]`, `["{\"password\":\"~\",\"a\":1}"]`, Options{}},
		{"marked", "application/json", `{"ssn":"123","a":"b"}`, `{"ssn":"111","a":"b"}`, Options{Marks: func(*capture.Exchange) Marks { return Marks{Response: [][2]int{{7, 12}}} }}},
		{"all values", "application/json", `{"a":"some words","n":-12.5e3,"b":true,"o":null,"e":""}`, `{"a":"~","n":-11.1e1,"b":true,"o":null,"e":""}`, all},
		{"formats", "application/json", `["2026-11-01T09:30:00.5+02:00","2026-11-01","09:30:00Z","a@b.example","10.0.0.1","48501","https://h/x","` + uid + `"]`,
			`["2000-01-01T00:00:00.0+00:00","2000-01-01","00:00:00Z","~@example.com","192.0.2.1","11111","https://example.com/~","~"]`, all},
		{"a form", "application/x-www-form-urlencoded", "a=b&n=7&" + token + "=x", "a=~&n=1&~=x", Options{}},
		{"text", "text/html", "<html>hunter2</html>", "~", Options{}},
		{"no JSON", "application/json", `{"a":"b"`, "~", Options{}},
		{"twice the same name", "application/json", `{"a":"b","a":"c"}`, "~", Options{}},
		{"bytes", "image/png", "\x89PNG\r\n\x1a\n", "~", Options{}},
		{"nothing", "text/plain", "", "", Options{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := capture.Message{MediaType: test.media, State: capture.BodyRecorded, Body: []byte(test.body)}
			if test.media != "application/json" {
				test.want = strings.ReplaceAll(test.want, "=x", "=~")
			}
			got := redacted(t, test.options, &capture.Exchange{Response: m})
			if shape(string(got.Response.Body)) != test.want {
				t.Errorf("found %s, wanted %s", got.Response.Body, test.want)
			}
		})
	}
}

// TestStandIns wants equal stand-ins of equal texts, others of others and with other keys, all of the length of the text.
func TestStandIns(t *testing.T) {
	r, other := New(Options{Key: []byte("k")}), New(Options{})
	seen := map[string]string{}
	for _, text := range []string{token, token + "x", uid, strings.Repeat("0123456789abcdef", 3), "hunter2hunter", "hunter2hunteR", strings.Repeat("word ", 1000), "ünïcödé wörds are too"} {
		got := r.standIn(text)
		if got != New(Options{Key: []byte("k")}).standIn(text) || got == other.standIn(text) || got == text {
			t.Errorf("found %s and %s of %s, wanted one by one key", got, other.standIn(text), text)
		}
		if len([]rune(got)) != len([]rune(text)) {
			t.Errorf("found %s of %s, wanted the same length", got, text)
		}
		if was, twice := seen[got]; twice {
			t.Errorf("found one stand-in of %s and %s", was, text)
		}
		seen[got] = text
	}
}

func FuzzExchange(f *testing.F) {
	f.Add("https://u@h/a?b=c", "Link", "<https://h/?a=b>", "application/json", `{"a":"b"}`, true)
	f.Add("//h", "Set-Cookie", "a=b; c", "text/x", "{", false)
	f.Add("/", "Authorization", " ", "application/x-www-form-urlencoded", "a=%zz&=&b", false)
	f.Fuzz(func(t *testing.T, rawURL, name, value, media, body string, all bool) {
		u, err := url.Parse(rawURL)
		if err != nil {
			return
		}
		m := capture.Message{Header: textproto.MIMEHeader{}, MediaType: media, State: capture.BodyRecorded, Body: []byte(body)}
		m.Header.Add(name, value)
		once := New(Options{AllValues: all}).Exchange(&capture.Exchange{URL: u, Request: m, Response: m})
		twice := New(Options{AllValues: all}).Exchange(once)
		if diff := cmp.Diff(once, twice); diff != "" {
			t.Errorf("cleaned twice: -once +twice\n%s", diff)
		}
	})
}
