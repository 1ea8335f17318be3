package format

// Duration reports whether s is a duration of RFC 3339, appendix A. The
// grammar there knows no sign, no fraction, no weeks beside other units, and no
// gap between units (hours and seconds need minutes). Its letters may be of
// either case, as in all ABNF of RFC 2234.
func Duration(s string) bool {
	if s == "" || s[0]|0x20 != 'p' {
		return false
	}
	s = s[1:]
	if rest, ok := components(s, "w"); ok {
		return rest == ""
	}
	if s != "" && isDigit(s[0]) {
		rest, ok := components(s, "ymd")
		if !ok || rest == "" {
			return ok
		}
		s = rest
	}
	if s == "" || s[0]|0x20 != 't' {
		return false
	}
	rest, ok := components(s[1:], "hms")
	return ok && rest == ""
}

// components reads numbers with units as far as there are digits. The units
// must be neighbours in the given order: of "hms" these are h, hm, hms, m, ms
// and s. It returns what follows; ok is false where there is none or a unit is
// out of place.
func components(s, units string) (rest string, ok bool) {
	next := -1
	for {
		n := digits(s)
		if n == 0 {
			return s, next > 0
		}
		if n == len(s) {
			return s, false
		}
		unit := indexFold(units, s[n])
		if unit < 0 || next >= 0 && unit != next {
			return s, false
		}
		next = unit + 1
		s = s[n+1:]
	}
}

// indexFold returns where the letter c, in either case, stands in the lower
// case letters given, or -1.
func indexFold(letters string, c byte) int {
	for i := 0; i < len(letters); i++ {
		if letters[i] == c|0x20 {
			return i
		}
	}
	return -1
}
