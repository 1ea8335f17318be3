package format

import (
	"strings"
	"unicode/utf8"
)

// URITemplate reports whether s is a URI Template of any level by RFC 6570,
// section 2. The apostrophe is a literal, by erratum 6937. The operators that
// section 2.2 keeps for later are accepted: the grammar has them.
func URITemplate(s string) bool {
	for s != "" {
		if s[0] != '{' {
			n := literal(s)
			if n == 0 {
				return false
			}
			s = s[n:]
			continue
		}
		inner, rest, closed := strings.Cut(s[1:], "}")
		if !closed || !isExpression(inner) {
			return false
		}
		s = rest
	}
	return true
}

// literalBytes are the characters of ASCII that stand for themselves outside of
// braces.
var literalBytes = setOf(unreserved + subDelims + "#/:?@[]")

// literal returns the size of the one literal character that s starts with, or
// 0 (RFC 6570, section 2.1).
func literal(s string) int {
	switch c := s[0]; {
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		if size > 1 && (isUCSChar(r) || isPrivateUse(r)) {
			return size
		}
		return 0
	case c == '%':
		if isPercentEncoded(s) {
			return 3
		}
		return 0
	case literalBytes[c]:
		return 1
	}
	return 0
}

// isExpression reports whether s is what may stand between braces: an operator
// or none, and variables with commas between them.
func isExpression(s string) bool {
	if s != "" && strings.IndexByte("+#./;?&=,!@|", s[0]) >= 0 {
		s = s[1:]
	}
	for {
		variable, rest, more := strings.Cut(s, ",")
		if !isVarspec(variable) {
			return false
		}
		if !more {
			return true
		}
		s = rest
	}
}

// isVarspec reports whether s is a variable name and a modifier or none: "*", or
// a colon and a number from 1 to 9999 (RFC 6570, section 2.4).
func isVarspec(s string) bool {
	name, length, prefixed := strings.Cut(s, ":")
	if prefixed {
		n := len(length)
		return isVarname(name) && 1 <= n && n <= 4 && digits(length) == n && length[0] != '0'
	}
	return isVarname(strings.TrimSuffix(name, "*"))
}

// isVarname reports whether s is a varname of RFC 6570, section 2.3. A dot must
// stand between two other characters.
func isVarname(s string) bool {
	for first := true; ; first = false {
		if !first && s != "" && s[0] == '.' {
			s = s[1:]
		} else if !first && s == "" {
			return true
		}
		switch {
		case s == "":
			return false
		case isLetter(s[0]) || isDigit(s[0]) || s[0] == '_':
			s = s[1:]
		case isPercentEncoded(s):
			s = s[3:]
		default:
			return false
		}
	}
}
