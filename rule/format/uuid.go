package format

// UUID reports whether s is the text form of a UUID by RFC 4122, section 3:
// 32 hexadecimal digits of either case in five groups. Any version and variant
// will do; the prefix "urn:uuid:" is no part of it.
func UUID(s string) bool {
	if len(s) != len("00000000-0000-0000-0000-000000000000") {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch i {
		case 8, 13, 18, 23:
			if s[i] != '-' {
				return false
			}
		default:
			if !hexBytes[s[i]] {
				return false
			}
		}
	}
	return true
}
