package format

import (
	"strings"
	"unicode/utf8"
)

// URI reports whether s is a URI by RFC 3986, section 3 and appendix A: with a
// scheme, and with or without a fragment.
func URI(s string) bool { return uriGrammar.absolute(s) }

// URIReference reports whether s is a URI or a relative reference by RFC 3986,
// section 4.1. The empty string is one.
func URIReference(s string) bool { return uriGrammar.reference(s) }

// grammar tells URI and IRI apart: which characters beyond ASCII may stand in
// any component but the scheme, and which in the query. nil means none.
type grammar struct {
	anywhere, inQuery func(r rune) bool
}

var uriGrammar = grammar{}

const (
	alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	unreserved   = alphanumeric + "-._~"
	subDelims    = "!$&'()*+,;="
)

var (
	schemeBytes   = setOf(alphanumeric + "+-.")
	userBytes     = setOf(unreserved + subDelims + ":")
	hostBytes     = setOf(unreserved + subDelims)
	pathBytes     = setOf(unreserved + subDelims + ":@/")
	queryBytes    = setOf(unreserved + subDelims + ":@/?")
	fragmentBytes = queryBytes
)

// absolute reports whether s has a scheme and what must follow it.
func (g *grammar) absolute(s string) bool {
	i := schemeEnd(s)
	return i >= 0 && isScheme(s[:i]) && g.afterScheme(s[i+1:])
}

// reference reports whether s is absolute or a relative reference. A colon in
// the first segment makes what is before it a scheme (RFC 3986, section 4.2).
func (g *grammar) reference(s string) bool {
	return schemeEnd(s) < 0 && g.afterScheme(s) || g.absolute(s)
}

// schemeEnd returns where the first colon of s is, or -1 where there is none
// before the first slash, question mark or number sign.
func schemeEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ':':
			return i
		case '/', '?', '#':
			return -1
		}
	}
	return -1
}

// isScheme reports whether s is a scheme of RFC 3986, section 3.1.
func isScheme(s string) bool {
	return s != "" && isLetter(s[0]) && schemeBytes.holds(s)
}

// afterScheme reports whether s is an authority, a path, a query and a
// fragment, of which each may be missing.
func (g *grammar) afterScheme(s string) bool {
	s, fragment, _ := strings.Cut(s, "#")
	path, query, _ := strings.Cut(s, "?")
	if rest, ok := strings.CutPrefix(path, "//"); ok {
		end := strings.IndexByte(rest, '/')
		if end < 0 {
			end = len(rest)
		}
		if !g.authority(rest[:end]) {
			return false
		}
		path = rest[end:]
	}
	return component(path, pathBytes, g.anywhere) &&
		component(query, queryBytes, g.inQuery) &&
		component(fragment, fragmentBytes, g.anywhere)
}

// component reports whether s is made of bytes of the set, percent-encoded
// bytes, and characters beyond ASCII that wide, if it is there, accepts.
func component(s string, set *byteSet, wide func(rune) bool) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case set[c]:
			i++
		case c == '%':
			if !isPercentEncoded(s[i:]) {
				return false
			}
			i += 3
		case c < utf8.RuneSelf || wide == nil:
			return false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if size == 1 || !wide(r) {
				return false
			}
			i += size
		}
	}
	return true
}
