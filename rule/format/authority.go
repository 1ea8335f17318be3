package format

import "strings"

// authority reports whether s is an authority of RFC 3986, section 3.2: user
// information, host and port, of which only the host must be there, and that
// may be empty.
func (g *grammar) authority(s string) bool {
	if user, rest, ok := strings.Cut(s, "@"); ok {
		if !component(user, userBytes, g.anywhere) {
			return false
		}
		s = rest
	}
	if s != "" && s[0] == '[' {
		literal, port, ok := strings.Cut(s[1:], "]")
		return ok && isIPLiteral(literal) && isPort(port)
	}
	end := strings.IndexByte(s, ':')
	if end < 0 {
		end = len(s)
	}
	// A dotted quad needs no look of its own: it is a reg-name too.
	return component(s[:end], hostBytes, g.anywhere) && isPort(s[end:])
}

// isPort reports whether s is empty, or a colon and any digits.
func isPort(s string) bool {
	return s == "" || s[0] == ':' && digits(s[1:]) == len(s)-1
}

// isIPLiteral reports whether s may stand in brackets: an IPv6 address or an
// IPvFuture of RFC 3986, section 3.2.2. Zones are refused, as RFC 9844 took back
// what RFC 6874 had allowed.
func isIPLiteral(s string) bool {
	if s == "" || s[0]|0x20 != 'v' {
		return IPv6(s)
	}
	version, address, ok := strings.Cut(s[1:], ".")
	return ok && version != "" && address != "" &&
		hexBytes.holds(version) && userBytes.holds(address)
}
