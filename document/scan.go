package document

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// Eight bytes are looked at in one step: each constant repeats a byte eight times.
const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// special sets the high bit of each byte of a word that ends plain string content: a
// quote, a backslash, a control character or a byte beyond ASCII. Only the
// lowest bit set is exact, which is the one that counts.
func special(w uint64) uint64 {
	return ((w ^ ones*2) - ones*0x21 | ((w ^ ones*'\\') - ones) | w) & highs
}

// plain returns the offset of the first byte at or behind i that is not plain string
// content, or len(b).
func plain(b []byte, i int) int {
	for i >= 0 && i <= len(b)-8 {
		if m := special(binary.LittleEndian.Uint64(b[i:])); m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
		i += 8
	}
	for i < len(b) {
		if c := b[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			break
		}
		i++
	}
	return i
}

// allPlain reports whether there is plain string content alone.
func allPlain(b []byte) bool {
	n := len(b)
	switch {
	case n >= 8:
		for i := 0; i < n-8; i += 8 {
			if special(binary.LittleEndian.Uint64(b[i:])) != 0 {
				return false
			}
		}
		return special(binary.LittleEndian.Uint64(b[n-8:])) == 0
	case n >= 4: // the two words have bytes in common
		return special(uint64(binary.LittleEndian.Uint32(b))|uint64(binary.LittleEndian.Uint32(b[n-4:]))<<32) == 0
	}
	return plain(b, 0) == n
}

// wide passes over characters beyond ASCII from i on. It returns the offset behind them;
// ok is false, with the offset of the fault, where the bytes are not UTF-8.
func wide(b []byte, i int) (end int, ok bool) {
	for i < len(b) && b[i] >= utf8.RuneSelf {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i, false
		}
		i += n
	}
	return i, true
}

// byteAt is the byte at i, 0 where there is none. Outside of strings no text may have a NUL, so both are faults there.
func byteAt(b []byte, i int) byte {
	if uint(i) < uint(len(b)) {
		return b[i]
	}
	return 0
}

// space passes over white space from i on: eight spaces in one step, for texts that are indented have many.
func space(b []byte, i int) int {
	const white = 1<<' ' | 1<<'\n' | 1<<'\t' | 1<<'\r'
	for i < len(b) && b[i] <= ' ' && 1<<b[i]&white != 0 {
		i++
		for i >= 0 && i <= len(b)-8 && binary.LittleEndian.Uint64(b[i:]) == ones*' ' {
			i += 8
		}
	}
	return i
}

// digits passes over decimal digits from i on.
func digits(b []byte, i int) int {
	for i < len(b) && b[i]-'0' <= 9 {
		i++
	}
	return i
}

// number passes over a number that begins at i. It returns the offset behind it and
// whether it has a point or an exponent. On a fault, wanted says what should
// stand at end.
func number(b []byte, i int) (end int, fraction bool, wanted string) {
	if b[i] == '-' {
		i++
	}
	start := i
	if i = digits(b, i); i == start {
		return i, false, "a digit"
	}
	if b[start] == '0' && i > start+1 {
		return start + 1, false, "no digit after a leading zero"
	}
	if i < len(b) && b[i] == '.' {
		fraction, start = true, i+1
		if i = digits(b, start); i == start {
			return i, true, "a digit after the decimal point"
		}
	}
	if i < len(b) && b[i]|0x20 == 'e' {
		fraction = true
		if i++; i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		start = i
		if i = digits(b, start); i == start {
			return i, true, "a digit in the exponent"
		}
		for start < i-1 && b[start] == '0' {
			start++
		}
		if i-start > maxExponentDigits {
			return start, true, "an exponent of at most 18 digits"
		}
	}
	return i, fraction, ""
}
