// Package redact takes out of recorded exchanges what is or may be secret, so that captures can be kept beside the code whose contract they show.
//
// What is taken out has a stand-in: one of the same type and length, and as far as it is known of the same format, so that schemas say of it what they
// said of what it stands for. Equal texts have equal stand-ins, by a key. A stand-in stands for itself, so that doing it twice does nothing more.
package redact

import (
	"crypto/rand"
	"net/textproto"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/capture/secret"
	"github.com/assaykit/assay/document"
)

// Options say what is taken out beside what looks like a token, or stands where credentials do.
type Options struct {
	// Key is that of the stand-ins. Without one it is drawn by lot, so that nobody can try texts against them.
	Key []byte
	// KeepQuery are the query parameters whose values are kept, unless they look like tokens.
	KeepQuery []string
	// AllValues lets every string and number of a body have a stand-in.
	AllValues bool
	// Marks gives what else is secret in an exchange; nil gives nothing.
	Marks func(*capture.Exchange) Marks
}

// Marks are what somebody who knows the schemas of an exchange marks in it.
type Marks struct {
	Path              []string // texts of segments of the path, decoded
	Request, Response [][2]int // byte ranges of values in the bodies
}

// Redactor makes clean exchanges. It is not safe for concurrent use.
type Redactor struct {
	options Options
}

// New makes a redactor.
func New(o Options) *Redactor {
	if len(o.Key) == 0 {
		o.Key = []byte(rand.Text())
	}
	return &Redactor{o}
}

// Exchange is an exchange without what is secret:
//
//   - userinfo of URLs is left out; values of queries have stand-ins, and so have segments of paths, labels of hosts and names that look like tokens;
//   - so have credentials in headers and cookies, whose names and schemes are kept, and what looks like a token in other headers;
//   - of JSON bodies, strings that look like tokens, and the values of members that are called as credentials are, or are marked;
//   - of forms all values, and of other bodies everything.
//
// The exchange that is given stays as it is.
func (r *Redactor) Exchange(x *capture.Exchange) *capture.Exchange {
	var marks Marks
	if r.options.Marks != nil {
		marks = r.options.Marks(x)
	}
	out := *x
	if secret.Looks(out.Method) {
		out.Method = secret.Hidden
	}
	if x.URL != nil {
		out.URL = r.url(x.URL, marks.Path)
	}
	out.Request = r.message(x.Request, marks.Request)
	out.Response = r.message(x.Response, marks.Response)
	return &out
}

func (r *Redactor) message(m capture.Message, marks [][2]int) capture.Message {
	out := m
	out.Header = r.header(m.Header)
	out.MediaType = r.text(m.MediaType)
	out.Parameters = nil
	for name, value := range m.Parameters {
		if out.Parameters == nil {
			out.Parameters = map[string]string{}
		}
		out.Parameters[strings.ToLower(r.name(name))] = r.text(value)
	}
	if m.State == capture.BodyRecorded && len(m.Body) > 0 {
		out.Body, out.Coding = r.body(m, marks), ""
	}
	return out
}

// longestOther is how many characters the stand-in of a body has at most that is neither JSON nor a form.
const longestOther = 200

// body is a body without what is secret, in the clear.
func (r *Redactor) body(m capture.Message, marks [][2]int) []byte {
	if m.MediaType == "application/x-www-form-urlencoded" {
		return []byte(r.query(string(m.Body), func(string) bool { return false }))
	}
	if d, err := document.Parse(m.Body); err == nil {
		defer d.Release()
		w := walk{Redactor: r, document: d, marks: marks}
		return w.value(nil, 0, false)
	}
	n := len(m.Body)
	if utf8.Valid(m.Body) {
		n = utf8.RuneCount(m.Body)
		if isStandIn(string(m.Body)) {
			return m.Body
		}
	}
	return []byte(r.letters(string(m.Body), min(n, longestOther)))
}

// header is the fields of a message without credentials.
func (r *Redactor) header(h textproto.MIMEHeader) textproto.MIMEHeader {
	out := textproto.MIMEHeader{}
	for name, values := range h {
		kept := name
		if secret.HeaderName(name) {
			kept = textproto.CanonicalMIMEHeaderKey(r.letters(name, len(name)))
		}
		for _, value := range values {
			if kept != name {
				value = r.standIn(value) // of what has a token for its name, nobody knows what it says
			}
			out[kept] = append(out[kept], r.field(strings.ToLower(kept), value))
		}
	}
	return out
}

// field is the value of a header, whose name is in lower case.
func (r *Redactor) field(name, value string) string {
	switch {
	case name == "cookie":
		return r.cookies(value)
	case name == "set-cookie":
		lines := strings.Split(value, "\n") // some recorders join several so
		for i, line := range lines {
			first, attributes, more := strings.Cut(line, ";")
			if lines[i] = r.cookies(first); more {
				lines[i] += ";" + r.attributes(attributes)
			}
		}
		return strings.Join(lines, "\n")
	case name == "location" || name == "content-location" || name == "referer":
		return r.reference(value)
	case name == "link":
		return target.ReplaceAllStringFunc(value, func(s string) string { return "<" + r.reference(s[1:len(s)-1]) + ">" })
	case name == "refresh":
		if before, after, is := strings.Cut(value, "="); is {
			return before + "=" + r.reference(strings.Trim(after, `"' `))
		}
	case strings.HasSuffix(name, "authorization"):
		if scheme, credentials, is := strings.Cut(value, " "); is && slices.Contains(schemes, strings.ToLower(scheme)) {
			return scheme + " " + r.standIn(credentials)
		}
		return r.standIn(value)
	case secret.Header(name):
		return r.standIn(value)
	}
	return r.links(value)
}

// schemes are those of Authorization that are in use (the registry of RFC 9110, section 16.4.1, and beyond it), in lower case.
var schemes = []string{"apikey", "aws4-hmac-sha256", "basic", "bearer", "digest", "dpop", "gnap", "hoba", "mutual", "negotiate", "ntlm", "privatetoken",
	"scram-sha-1", "scram-sha-256", "token", "vapid"}

// cookies is a list of cookies with stand-ins for their values (RFC 6265, section 4.2.1).
func (r *Redactor) cookies(list string) string {
	pairs := strings.Split(list, ";")
	for i, pair := range pairs {
		text := strings.TrimLeft(pair, " ")
		space := pair[:len(pair)-len(text)]
		if name, value, is := strings.Cut(text, "="); is {
			pairs[i] = space + r.name(name) + "=" + r.standIn(strings.Trim(value, `"`))
		} else {
			pairs[i] = space + r.standIn(text)
		}
	}
	return strings.Join(pairs, ";")
}

// attributes are those of a cookie (RFC 6265, section 4.1.1).
func (r *Redactor) attributes(list string) string {
	items := strings.Split(list, ";")
	for i, item := range items {
		name, value, is := strings.Cut(item, "=")
		known := attribute[strings.ToLower(strings.TrimSpace(name))]
		switch {
		case known == nil:
			items[i] = r.cookies(item) // of another cookie, perhaps
		case is && !known.MatchString(value):
			items[i] = name + "=" + r.standIn(value)
		}
	}
	return strings.Join(items, ";")
}

// attribute are the attributes of cookies, each with the values that tell nothing of anybody.
var attribute = map[string]*regexp.Regexp{
	"expires": regexp.MustCompile(`^[A-Za-z]{3,9}, \d\d[- ][A-Za-z]{3}[- ]\d{2,4} \d\d:\d\d:\d\d GMT$`), "max-age": regexp.MustCompile(`^-?\d+$`),
	"domain": regexp.MustCompile(`^\.?[a-z]+(?:[.-][a-z]+)*$`), "path": regexp.MustCompile(`^/$`), "samesite": regexp.MustCompile(`^(?i:strict|lax|none)$`),
	"priority": regexp.MustCompile(`^(?i:low|medium|high)$`),
	"secure":   regexp.MustCompile(`^$`), "httponly": regexp.MustCompile(`^$`), "partitioned": regexp.MustCompile(`^$`),
}

// target is a URL in a header Link (RFC 8288, section 3).
var target = regexp.MustCompile(`<[^<>]*>`)

// reference is a URL, or what stands for one relative to another.
func (r *Redactor) reference(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		return r.standIn(text)
	}
	return r.url(u, nil).String()
}

// name is a name, or its stand-in where it looks like a token.
func (r *Redactor) name(name string) string {
	if secret.Looks(name) {
		return r.letters(name, utf8.RuneCountInString(name))
	}
	return name
}

// url is a URL without userinfo and fragment, and with stand-ins for all values of its query.
func (r *Redactor) url(u *url.URL, hidden []string) *url.URL {
	if u.Opaque != "" {
		return &url.URL{Scheme: r.name(u.Scheme), Opaque: r.standIn(u.Opaque)}
	}
	out := &url.URL{Scheme: r.name(u.Scheme), Host: r.host(u.Host), RawQuery: r.query(u.RawQuery, r.kept), ForceQuery: u.ForceQuery}
	out.Path, out.RawPath = u.Path, u.RawPath
	if path := r.path(u.EscapedPath(), hidden); path != u.EscapedPath() {
		out.RawPath = path
		out.Path, _ = url.PathUnescape(path) // it is escaped as before, and stand-ins need not be
	}
	return out
}
