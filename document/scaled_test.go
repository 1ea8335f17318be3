package document

import (
	"math/rand/v2"
	"testing"
)

// What is asked of a number by few digits has the answer that all digits give.
func TestScaledAgreesWithDecimal(t *testing.T) {
	numbers := []string{"0", "-0", "0.0", "1.0", "-1.50", "1e2", "1E-2", "0.1", "0.3", "100", "1e18", "1e19", "999999999999999999", "-999999999999999999.9", "0.000000000000000001",
		"1e-18", "1e9999", "1e-9999", "1e10000", "1.0000000000000000000000000", "0.0000000000000000000000", "10000000000000000000000e-22", "1e00000000000000000", "123456789012345678", "1234567890123456789", "2147483648", "-2147483649.5", "9223372036854775807", "5e-1"}
	r := rand.New(rand.NewPCG(3, 5))
	for range 300 {
		numbers = append(numbers, randomNumber(r))
	}
	for _, x := range numbers {
		d := parse(t, x)
		a := decimal(t, x)
		if got, want := d.Integer(0), a.Integer(); got != want {
			t.Errorf("%s is an integer: got %v, want %v", x, got, want)
		}
		for _, y := range numbers {
			b := decimal(t, y)
			if got, want := d.Compare(0, b), a.Compare(b); got != want {
				t.Errorf("%s beside %s: got %d, want %d", x, y, got, want)
			}
			e := parse(t, y)
			if got, want := Equal(d.Root(), e.Root()), a.Compare(b) == 0; got != want {
				t.Errorf("%s equals %s: got %v, want %v", x, y, got, want)
			} else if got && d.Root().Hash() != e.Root().Hash() {
				t.Errorf("%s equals %s, but not their hashes", x, y)
			}
			if n, ok := b.Int(); ok {
				if got, want := d.CompareInt(0, n), a.Compare(b); got != want {
					t.Errorf("%s beside the integer %s: got %d, want %d", x, y, got, want)
				}
			}
			if b.Sign() > 0 && b.exponent > -100 && a.exponent < 100 {
				if got, want := d.MultipleOf(0, b), a.MultipleOf(b); got != want {
					t.Errorf("%s is a multiple of %s: got %v, want %v", x, y, got, want)
				}
			}
		}
	}
}

func TestFewDigitsTakeNoMemory(t *testing.T) {
	d, tenth, limit := parse(t, `[0.3, 19.99, 1.0, 1.50]`), decimal(t, "0.1"), decimal(t, "2.25")
	if n := testing.AllocsPerRun(100, func() {
		for at := 1; at <= 4; at++ {
			_ = d.MultipleOf(at, tenth) || d.Integer(at) || d.Compare(at, limit) == 0 || d.CompareInt(at, 7) == 0
		}
	}); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}
