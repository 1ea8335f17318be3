package document

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// decimal reads a number that is known to be one.
func decimal(t testing.TB, text string) Decimal {
	t.Helper()
	d, ok := ParseDecimal(text)
	if !ok {
		t.Fatalf("%q is no number", text)
	}
	return d
}

// rational is the same number by math/big, for small exponents.
func rational(t testing.TB, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("math/big does not read %q", text)
	}
	return r
}

// randomNumber writes a number; few digits and small exponents make equal and divisible ones likely.
func randomNumber(r *rand.Rand) string {
	var b strings.Builder
	if r.IntN(3) == 0 {
		b.WriteByte('-')
	}
	digits := func(n int) {
		for range n {
			b.WriteByte("0000123456789"[r.IntN(13)])
		}
	}
	if r.IntN(4) == 0 {
		b.WriteByte('0')
	} else {
		b.WriteByte("123456789"[r.IntN(9)])
		digits(r.IntN(1 + r.IntN(25)))
	}
	if r.IntN(2) == 0 {
		b.WriteByte('.')
		digits(1 + r.IntN(1+r.IntN(25)))
	}
	if r.IntN(2) == 0 {
		fmt.Fprintf(&b, "%c%+d", "eE"[r.IntN(2)], r.IntN(61)-30)
	}
	return b.String()
}

// checkDecimals compares all that is asked of two numbers with math/big's answers.
func checkDecimals(t testing.TB, x, y string) {
	t.Helper()
	d, e := decimal(t, x), decimal(t, y)
	p, q := rational(t, x), rational(t, y)
	if got, want := d.Compare(e), p.Cmp(q); got != want {
		t.Errorf("%s compared with %s: got %d, want %d", x, y, got, want)
	}
	if got, want := d.Sign(), p.Sign(); got != want {
		t.Errorf("sign of %s: got %d, want %d", x, got, want)
	}
	if got, want := d.Integer(), p.IsInt(); got != want {
		t.Errorf("%s is an integer: got %v, want %v", x, got, want)
	}
	if q.Sign() != 0 {
		if got, want := d.MultipleOf(e), new(big.Rat).Quo(p, q).IsInt(); got != want {
			t.Errorf("%s is a multiple of %s: got %v, want %v", x, y, got, want)
		}
	}
	n, ok := d.Int()
	if want := p.IsInt() && p.Num().IsInt64(); ok != want || ok && n != p.Num().Int64() {
		t.Errorf("%s as an int64: got %d, %v, want %s, %v", x, n, ok, p, want)
	}
	if rational(t, d.String()).Cmp(p) != 0 || decimal(t, d.String()) != d {
		t.Errorf("%s is written as %s", x, d)
	}
}

func TestDecimalsAgainstMathBig(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		checkDecimals(t, randomNumber(r), randomNumber(r))
	}
	corners := strings.Fields(`0 -0 0.0 0e9 1 -1 1.0 10 1e1 100e-1 0.1 0.10 1e-1 0.3 0.01 0.0001 7 -7 3.5 -3.5
		9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 9.223372036854775807e18 922337203685477580.7e1
		9223372036854775807.0 9223372036854775807.5 1e18 1e19 99999999999999999999 1e20 1e21 123e-20 12345678901234567890123e-22 1e-19 1e-20 1e-21`)
	for _, x := range corners {
		for _, y := range corners {
			checkDecimals(t, x, y)
		}
	}
}

func TestEqualDecimalsAreIdentical(t *testing.T) {
	for _, same := range []string{"0 -0 0.0 -0.00 0e5 0e-999999999999999999 -0E+0", "1 1.0 10e-1 0.1e1 1e0 0.001e3", "-1200 -1.2e3 -12e2 -1200.000"} {
		texts := strings.Fields(same)
		for _, text := range texts {
			if got, want := decimal(t, text), decimal(t, texts[0]); got != want || got.String() != want.String() {
				t.Errorf("%s is %v, %s is %v", text, got, texts[0], want)
			}
		}
	}
}

func TestDecimalsAreWrittenShort(t *testing.T) {
	for text, want := range map[string]string{
		"-0": "0", "1.50": "1.5", "100": "100", "1e20": "100000000000000000000", "1e21": "1e21", "12e400": "12e400", "0.001": "0.001",
		"1e-19": "0.0000000000000000001", "1e-20": "1e-20", "-12.5e-400": "-125e-401", "1e+2": "100", "123.456e1": "1234.56",
	} {
		if got := decimal(t, text).String(); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestNoDecimals(t *testing.T) {
	for _, text := range []string{"", " ", "-", "+1", "01", ".5", "1.", "1e", "1 ", " 1", "1a", "0x1", "NaN", "1e1234567890123456789", "--1", "1,0", "١"} {
		if d, ok := ParseDecimal(text); ok {
			t.Errorf("%q: got %v, want no number", text, d)
		}
	}
}

func TestHugeExponentsTakeNoLongTime(t *testing.T) {
	const huge, tiny = "1e999999999999999999", "1e-999999999999999999"
	start := time.Now()
	for _, c := range []struct {
		x, y     string
		order    int
		multiple bool
	}{
		{huge, tiny, 1, true}, {tiny, huge, -1, false}, {huge, "7", 1, false}, {"7e999999999999999999", "7", 1, true}, {huge, "3e999999999999999998", 1, false},
		{"-" + huge, huge, -1, true}, {huge, "1024", 1, true}, {tiny, "1", -1, false}, {"0", tiny, -1, true}, {"3e999999999999999999", "3e17", 1, true},
		{huge, "9.99e999999999999999998", 1, false}, {"0." + strings.Repeat("0", 1000) + "1e999999999999999999", "1e999999999999998998", 0, true},
	} {
		x, y := decimal(t, c.x), decimal(t, c.y)
		if got := x.Compare(y); got != c.order {
			t.Errorf("%s compared with %s: got %d, want %d", c.x, c.y, got, c.order)
		}
		if got := y.Compare(x); got != -c.order {
			t.Errorf("%s compared with %s: got %d, want %d", c.y, c.x, got, -c.order)
		}
		if got := x.MultipleOf(y); got != c.multiple {
			t.Errorf("%s is a multiple of %s: got %v, want %v", c.x, c.y, got, c.multiple)
		}
		if n, ok := x.Int(); ok && c.x != "0" {
			t.Errorf("%s as an int64: got %d", c.x, n)
		}
		if got := decimal(t, x.String()); got.Compare(x) != 0 && len(c.x) < 25 {
			t.Errorf("%s is written as %s", c.x, x)
		}
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("took %v", took)
	}
}
