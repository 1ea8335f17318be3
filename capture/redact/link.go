package redact

import (
	"net/url"
	"slices"
	"strings"

	"github.com/assaykit/assay/capture/secret"
)

// host has stand-ins for labels that look like tokens.
func (r *Redactor) host(host string) string {
	labels := strings.Split(host, ".")
	for i, label := range labels {
		labels[i] = r.name(label)
	}
	return strings.Join(labels, ".")
}

// path has stand-ins for segments that look like tokens, or hold one of some texts.
func (r *Redactor) path(path string, hidden []string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		text := s
		if plain, err := url.PathUnescape(s); err == nil {
			text = plain
		}
		if secret.Looks(text) || slices.ContainsFunc(hidden, func(h string) bool { return h != "" && strings.Contains(text, h) }) {
			segments[i] = r.standIn(text)
		}
	}
	return strings.Join(segments, "/")
}

// query has stand-ins for all values, and for what has no value, which may be one. Those of some names are kept unless they look like tokens.
func (r *Redactor) query(query string, keep func(name string) bool) string {
	if query == "" {
		return ""
	}
	plain := func(s string) string {
		if text, err := url.QueryUnescape(s); err == nil {
			return text
		}
		return s
	}
	items := strings.Split(query, "&")
	for i, item := range items {
		name, value, is := strings.Cut(item, "=")
		switch {
		case item == "":
		case !is:
			items[i] = escaped(item, r.placeholder(plain(item)))
		case keep(plain(name)) && !secret.Looks(plain(value)):
			items[i] = escaped(name, r.name(plain(name))) + "=" + value
		default:
			items[i] = escaped(name, r.name(plain(name))) + "=" + escaped(value, r.placeholder(plain(value)))
		}
	}
	return strings.Join(items, "&")
}

// escaped is a text as it stands in a query: as it did where it is the same.
func escaped(was, text string) string {
	if plain, err := url.QueryUnescape(was); err == nil && plain == text {
		return was
	}
	return url.QueryEscape(text)
}

// kept reports whether the values of a parameter are kept in queries.
func (r *Redactor) kept(name string) bool { return slices.Contains(r.options.KeepQuery, name) }

// isLink reports whether a word is a URL, or a path with a query.
func isLink(word string) bool {
	return strings.Contains(word, "://") || strings.HasPrefix(word, "/") && strings.Contains(word, "?")
}

// link is a URL in a text. Of its query all values have stand-ins, or those alone that look like tokens or are called as credentials are.
func (r *Redactor) link(text string, all bool) string {
	u, err := url.Parse(text)
	if err != nil || u.Opaque != "" {
		return r.standIn(text)
	}
	out := *r.url(u, nil)
	if !all {
		out.RawQuery = r.query(u.RawQuery, func(name string) bool { return r.kept(name) || !credential(name) })
	}
	if !all && u.Fragment != "" && !secret.Looks(u.Fragment) && !secret.Looks("?"+u.Fragment) {
		out.Fragment, out.RawFragment = u.Fragment, u.RawFragment
	}
	return out.String()
}

// credential reports whether a parameter of a query is called as one that carries credentials, or a signature, is.
func credential(name string) bool {
	return secret.Member(name) || secret.Looks("?"+name+"=value")
}
