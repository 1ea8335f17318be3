package contract

import (
	"net/url"
	"strings"

	"github.com/assaykit/assay/capture/secret"
)

// redacted stands in findings for what may be a secret.
const redacted = secret.Hidden

// redactURL writes a URL without userinfo and fragment. In the query the names are kept in their order, and no
// value is. What has no = may be a value by itself, so it is redacted, too. What looks like a token is redacted in names, in the host
// and in the path. Of a URL that is no hierarchy, such as data:, only the scheme is kept.
func redactURL(u *url.URL, values []string) string {
	if u.Opaque != "" {
		return secret.Segment(u.Scheme) + ":" + redacted
	}
	kept := url.URL{Scheme: u.Scheme, Host: redactHost(u.Host), RawQuery: redactQuery(u.RawQuery)}
	kept.Path, kept.RawPath = u.Path, u.RawPath
	if path := redactPath(u.EscapedPath(), values); path != u.EscapedPath() {
		kept.RawPath = path
		kept.Path, _ = url.PathUnescape(path) // segments of it can be, or are what takes their place
	}
	return kept.String()
}

// redactHost redacts the labels of a host that look like tokens.
func redactHost(host string) string {
	labels := strings.Split(host, ".")
	for i, label := range labels {
		labels[i] = secret.Segment(label)
	}
	return strings.Join(labels, ".")
}

// redactPath redacts the segments of a path that look like tokens, or have one of some values.
func redactPath(path string, values []string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		text := unescapeSegment(s)
		hidden := secret.Looks(text)
		for _, v := range values {
			hidden = hidden || v != "" && strings.Contains(text, v)
		}
		if hidden {
			segments[i] = redacted
		}
	}
	return strings.Join(segments, "/")
}

func unescapeSegment(s string) string {
	if text, err := url.PathUnescape(s); err == nil {
		return text
	}
	return s
}

func redactQuery(query string) string {
	if query == "" {
		return ""
	}
	items := strings.Split(query, "&")
	for i, item := range items {
		if name, _, isPair := strings.Cut(item, "="); isPair {
			items[i] = redactName(name) + "=" + redacted
		} else if item != "" {
			items[i] = redacted
		}
	}
	return strings.Join(items, "&")
}

// redactName redacts the name of a parameter that looks like a token.
func redactName(name string) string {
	if secret.Looks(name) || secret.Looks(unescape(name)) {
		return redacted
	}
	return name
}
