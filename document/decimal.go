package document

import (
	"cmp"
	"math/big"
	"strconv"
	"strings"
)

// maxExponentDigits bounds exponents so that they are held in an int.
const maxExponentDigits = 18

// Decimal is the exact value of a JSON number: a coefficient without trailing zeros times a
// power of ten. Work on it is bounded by the length of the numbers' texts, whatever
// their exponents.
type Decimal struct {
	negative    bool
	coefficient string // decimal digits without zeros at either end; "" is zero
	exponent    int    // of the coefficient's last digit
}

// ParseDecimal reads a number in JSON's syntax; ok is false where the text is no such number.
func ParseDecimal(text string) (d Decimal, ok bool) {
	b := []byte(text)
	if len(b) == 0 {
		return d, false
	}
	if end, _, wanted := number(b, 0); wanted != "" || end != len(b) {
		return d, false
	}
	return parseDecimal(b), true
}

// parseDecimal reads the text of a number that is known to be one.
func parseDecimal(text []byte) Decimal {
	s := string(text)
	d := Decimal{negative: s[0] == '-'}
	s = strings.TrimPrefix(s, "-")
	if e := strings.IndexAny(s, "eE"); e >= 0 {
		d.exponent, _ = strconv.Atoi(s[e+1:])
		s = s[:e]
	}
	if whole, fraction, found := strings.Cut(s, "."); found {
		s = whole + fraction
		d.exponent -= len(fraction)
	}
	trimmed := strings.TrimRight(s, "0")
	d.exponent += len(s) - len(trimmed)
	if d.coefficient = strings.TrimLeft(trimmed, "0"); d.coefficient == "" {
		return Decimal{}
	}
	return d
}

// Integer reports whether the number has no fraction.
func (d Decimal) Integer() bool { return d.exponent >= 0 || d.coefficient == "" }

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.coefficient == "":
		return 0
	case d.negative:
		return -1
	}
	return 1
}

// Compare is -1, 0 or 1 as d is less than, equal to or greater than e.
func (d Decimal) Compare(e Decimal) int {
	s, t := d.Sign(), e.Sign()
	if s != t {
		return cmp.Compare(s, t)
	}
	if s == 0 {
		return 0
	}
	// The higher first digit decides, then the digits from the left.
	order := cmp.Compare(len(d.coefficient)+d.exponent, len(e.coefficient)+e.exponent)
	if order == 0 {
		order = strings.Compare(d.coefficient, e.coefficient)
	}
	return s * order
}

// MultipleOf reports whether d divided by e is an integer. e must not be zero.
func (d Decimal) MultipleOf(e Decimal) bool {
	if d.coefficient == "" {
		return true
	}
	a, _ := new(big.Int).SetString(d.coefficient, 10)
	b, _ := new(big.Int).SetString(e.coefficient, 10)
	shift := d.exponent - e.exponent
	if shift >= 0 {
		// a * 10^shift mod b, without ever building the power.
		power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(shift)), b)
		return a.Mul(a, power).Mod(a, b).Sign() == 0
	}
	// a must hold b * 10^-shift, so it has at least as many digits.
	if -shift >= len(d.coefficient) {
		return false
	}
	b.Mul(b, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-shift)), nil))
	return a.Mod(a, b).Sign() == 0
}

// Int is the number as an int64; ok is false where it has a fraction or does not fit.
func (d Decimal) Int() (n int64, ok bool) {
	if d.exponent < 0 || len(d.coefficient)+d.exponent > 19 {
		return 0, d.coefficient == ""
	}
	text := d.coefficient + strings.Repeat("0", d.exponent)
	if text == "" {
		return 0, true
	}
	if d.negative {
		text = "-" + text
	}
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil
}

// Uint is the number as a uint64; ok is false where it has a fraction, is below 0 or does not fit.
func (d Decimal) Uint() (n uint64, ok bool) {
	if d.coefficient == "" {
		return 0, true
	}
	if d.negative || d.exponent < 0 || len(d.coefficient)+d.exponent > 20 {
		return 0, false
	}
	n, err := strconv.ParseUint(d.coefficient+strings.Repeat("0", d.exponent), 10, 64)
	return n, err == nil
}

// largestExponent is the largest one of maxExponentDigits digits.
const largestExponent = 999_999_999_999_999_999

// String writes the number in JSON's syntax, shortest exponent form for the large and the small.
func (d Decimal) String() string {
	text := d.coefficient
	switch {
	case text == "":
		return "0"
	case d.exponent == 0:
	case d.exponent > 0 && d.exponent <= 20:
		text += strings.Repeat("0", d.exponent)
	case d.exponent < 0 && -d.exponent < len(text):
		text = text[:len(text)+d.exponent] + "." + text[len(text)+d.exponent:]
	case d.exponent < 0 && d.exponent > -20:
		text = "0." + strings.Repeat("0", -d.exponent-len(text)) + text
	default:
		// An exponent past the largest came of zeros in the text; they are written again.
		zeros := max(d.exponent-largestExponent, 0)
		places := max(-d.exponent-largestExponent, 0)
		text += strings.Repeat("0", zeros)
		if places > 0 {
			text = strings.Repeat("0", max(places-len(text)+1, 0)) + text
			text = text[:len(text)-places] + "." + text[len(text)-places:]
		}
		text += "e" + strconv.Itoa(d.exponent-zeros+places)
	}
	if d.negative {
		return "-" + text
	}
	return text
}

// intDecimal is the exact value of an integer.
func intDecimal(n int64) Decimal { return parseDecimal(strconv.AppendInt(nil, n, 10)) }
