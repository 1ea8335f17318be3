package document

// scaled is a number of few digits, as nearly all are: digits times ten to the power of exponent. What is asked of it takes
// no memory; [Decimal] is for all others.
type scaled struct {
	digits   int64
	exponent int
}

// scaledDigits is how many digits a scaled number may have, so that each such number fits an int64.
const scaledDigits = 18

// powers of ten that fit an int64.
var powers = func() (list [scaledDigits + 1]int64) {
	list[0] = 1
	for i := range scaledDigits {
		list[i+1] = list[i] * 10
	}
	return list
}()

// scale reads the text of a JSON number; ok is false where it has more digits, or a large exponent.
func scale[T string | []byte](text T) (s scaled, ok bool) {
	i, n, point := 0, 0, false
	if text[0] == '-' {
		i++
	}
	for ; i < len(text); i++ {
		c := text[i]
		if c == '.' {
			point = true
			continue
		}
		if c|0x20 == 'e' {
			break
		}
		if n++; n > scaledDigits {
			return s, false
		}
		s.digits = s.digits*10 + int64(c-'0')
		if point {
			s.exponent--
		}
	}
	if text[0] == '-' {
		s.digits = -s.digits
	}
	if i == len(text) {
		return s, true
	}
	return s.raised(string(text[i+1:]))
}

// raised is s times ten to the power of an exponent as JSON writes it.
func (s scaled) raised(text string) (scaled, bool) {
	negative := text[0] == '-'
	if text[0] == '-' || text[0] == '+' {
		text = text[1:]
	}
	if len(text) > 4 {
		return s, false
	}
	e := 0
	for i := range len(text) {
		e = e*10 + int(text[i]-'0')
	}
	if negative {
		e = -e
	}
	s.exponent += e
	return s, true
}

// scaled is d where it has few digits.
func (d Decimal) scaled() (s scaled, ok bool) {
	if d.coefficient == "" {
		return s, true
	}
	if s, ok = scale(d.coefficient); d.negative {
		s.digits = -s.digits
	}
	s.exponent = d.exponent
	return s, ok
}

// normal is the one form of all that are equal to s: its digits do not end in zero.
func (s scaled) normal() scaled {
	if s.digits == 0 {
		return scaled{}
	}
	for s.digits%10 == 0 {
		s.digits /= 10
		s.exponent++
	}
	return s
}

// aligned are the digits of two numbers at the lesser of their exponents; ok is false where they do not fit.
func aligned(a, b scaled) (x, y int64, ok bool) {
	if a.exponent > b.exponent {
		x, ok = a.lowered(b.exponent)
		return x, b.digits, ok
	}
	y, ok = b.lowered(a.exponent)
	return a.digits, y, ok
}

// lowered are the digits of s at an exponent that is not above its own.
func (s scaled) lowered(exponent int) (digits int64, ok bool) {
	if s.digits == 0 {
		return 0, true
	}
	by := s.exponent - exponent
	if by > scaledDigits {
		return 0, false
	}
	most := powers[scaledDigits] / powers[by]
	return s.digits * powers[by], s.digits < most && s.digits > -most
}

// integer reports whether s has no fraction.
func (s scaled) integer() bool {
	return s.digits == 0 || s.exponent >= 0 || s.exponent >= -scaledDigits && s.digits%powers[-s.exponent] == 0
}
