package format

// IPv4 reports whether s is an IPv4 address in dotted decimal form. RFC 2673,
// section 3.2, leaves open what a leading zero means; it is refused here, as
// RFC 3986 and netip.ParseAddr do, since some readers take such a number for
// octal.
func IPv4(s string) bool { return dottedQuad(s, false) }

// IPv6 reports whether s is an IPv6 address in the text form of RFC 4291,
// section 2.2. A zone, a prefix length and brackets are no part of it.
func IPv6(s string) bool { return groups(s, 1, false) }

// dottedQuad reports whether s is four decimal numbers of up to three digits
// and up to 255. padded allows zeros before a number.
func dottedQuad(s string, padded bool) bool {
	for part := 0; ; part++ {
		n, value := 0, 0
		for n < len(s) && n < 3 && isDigit(s[n]) {
			value = value*10 + int(s[n]-'0')
			n++
		}
		if n == 0 || value > 255 || n > 1 && s[0] == '0' && !padded {
			return false
		}
		s = s[n:]
		if part == 3 {
			return s == ""
		}
		if s == "" || s[0] != '.' {
			return false
		}
		s = s[1:]
	}
}

// groups reports whether s is eight groups of hexadecimal digits, the last two
// of which may be a dotted quad. One "::" may stand for groups of zeros, for at
// least as many as elided says. padded is meant for the quad.
func groups(s string, elided int, padded bool) bool {
	count, gap := 0, false
	full := func() bool { return !gap && count == 8 || gap && count+elided <= 8 }
	if len(s) >= 2 && s[:2] == "::" {
		gap = true
		if s = s[2:]; s == "" {
			return true
		}
	}
	for {
		n := 0
		for n < len(s) && n < 4 && hexBytes[s[n]] {
			n++
		}
		if n == 0 {
			return false
		}
		if n < len(s) && s[n] == '.' {
			count += 2
			return full() && dottedQuad(s, padded)
		}
		count++
		if s = s[n:]; s == "" {
			return full()
		}
		if s[0] != ':' || len(s) == 1 {
			return false
		}
		if s = s[1:]; s[0] != ':' {
			continue
		}
		if gap {
			return false
		}
		gap = true
		if s = s[1:]; s == "" {
			return full()
		}
	}
}
