package format

import (
	"strings"
	"unicode/utf8"
)

// JSONPointer reports whether s is a JSON Pointer in its string form
// (RFC 6901, section 3). The form that stands in a URI fragment is none.
func JSONPointer(s string) bool {
	if s == "" {
		return true
	}
	if s[0] != '/' {
		return false
	}
	for rest := s; ; {
		i := strings.IndexByte(rest, '~')
		if i < 0 {
			return utf8.ValidString(s)
		}
		rest = rest[i+1:]
		if rest == "" || rest[0] != '0' && rest[0] != '1' {
			return false
		}
	}
}

// RelativeJSONPointer reports whether s is a relative JSON Pointer
// (draft-bhutton-relative-json-pointer-00, section 3): how many levels to go up,
// an optional step among the siblings in an array, which that draft added
// for 2020-12, and then either a JSON Pointer or "#".
func RelativeJSONPointer(s string) bool {
	rest, ok := nonNegativeInteger(s)
	if !ok {
		return false
	}
	if rest != "" && (rest[0] == '+' || rest[0] == '-') {
		if rest, ok = nonNegativeInteger(rest[1:]); !ok {
			return false
		}
	}
	return rest == "#" || JSONPointer(rest)
}

// nonNegativeInteger reads 0, or digits without a leading 0, and returns what
// follows.
func nonNegativeInteger(s string) (rest string, ok bool) {
	n := digits(s)
	return s[n:], n == 1 || n > 1 && s[0] != '0'
}
