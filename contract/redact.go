package contract

import (
	"net/url"
	"strings"
)

// redacted stands in findings for what may be a secret.
const redacted = "REDACTED"

// redactURL writes a URL without userinfo and fragment. In the query the names are kept in their order, and no
// value is. What has no = may be a value by itself, so it is redacted, too. Of a URL that is no
// hierarchy, such as data:, only the scheme is kept.
func redactURL(u *url.URL) string {
	if u.Opaque != "" {
		return u.Scheme + ":" + redacted
	}
	kept := url.URL{
		Scheme:   u.Scheme,
		Host:     u.Host,
		Path:     u.Path,
		RawPath:  u.RawPath,
		RawQuery: redactQuery(u.RawQuery),
	}
	return kept.String()
}

func redactQuery(query string) string {
	if query == "" {
		return ""
	}
	items := strings.Split(query, "&")
	for i, item := range items {
		if name, _, isPair := strings.Cut(item, "="); isPair {
			items[i] = name + "=" + redacted
		} else if item != "" {
			items[i] = redacted
		}
	}
	return strings.Join(items, "&")
}
