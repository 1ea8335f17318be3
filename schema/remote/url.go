package remote

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
)

// Knows reports whether a URI is one that can be fetched: an http: or https: URL.
func Knows(uri string) bool {
	scheme, _, _ := strings.Cut(uri, ":")
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")
}

// Normal is a URL in the form by which documents are told apart (RFC 3986, section 6.2): scheme and host in small letters, no
// port that goes without saying, no fragment. The error is that of a text that is no such URL, or has a password in it.
func Normal(uri string) (string, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", errNoURL
	}
	if err := plain(u); err != nil {
		return "", fmt.Errorf("%s: %w", u.Redacted(), err)
	}
	u.Scheme = strings.ToLower(u.Scheme)
	u.Host = strings.ToLower(u.Host)
	if port := u.Port(); port == "" || port == defaultPort(u.Scheme) {
		u.Host = strings.TrimSuffix(u.Host, ":"+port)
	}
	if u.Path == "" {
		u.Path = "/"
	}
	u.Fragment, u.RawFragment = "", ""
	u.RawQuery = escapedQuery(u.RawQuery)
	text := u.String()
	if again, err := url.Parse(text); err != nil || again.String() != text {
		return "", errNoURL // such as a host that is not UTF-8
	}
	return text, nil
}

var errNoURL = errors.New("found a text that is no URL, wanted one such as https://example.com/schema.json")

// escapedQuery is a query without bytes that none has (RFC 3986, section 3.4): package url leaves them as they are.
func escapedQuery(query string) string {
	var b strings.Builder
	for i := range len(query) {
		if c := query[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func defaultPort(scheme string) string {
	if scheme == "http" {
		return "80"
	}
	return "443"
}

// plain is the error for a URL that nothing is asked of, whatever the options say.
func plain(u *url.URL) error {
	switch {
	case !Knows(u.Scheme + ":"), u.Opaque != "":
		return fmt.Errorf("found a URL of the scheme %q, wanted https", u.Scheme)
	case u.Hostname() == "":
		return errors.New("found a URL without a host, wanted one such as https://example.com/schema.json")
	case u.User != nil:
		return errors.New("found a user in the URL, wanted none; " + headersVariable + " says what a host is told")
	}
	return nil
}

// shown is a URL that a server gave, without its query, which may be a secret.
func shown(u *url.URL) string {
	c := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}
	if u.RawQuery != "" {
		return c.String() + "?…"
	}
	return c.String()
}

// hostPort is the host of a URL with its port, in small letters.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = defaultPort(strings.ToLower(u.Scheme))
	}
	return net.JoinHostPort(strings.ToLower(u.Hostname()), port)
}
