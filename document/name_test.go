package document

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// object writes an object of the names; each value is its index.
func object(names []string) string {
	members := make([]string, len(names))
	for i, name := range names {
		members[i] = fmt.Sprintf(`"%s":%d`, name, i)
	}
	return "{" + strings.Join(members, ",") + "}"
}

// numbered makes n names of a format.
func numbered(format string, n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf(format, i)
	}
	return names
}

// colliding makes names of 16 bytes that have one hash: what changes in the second half undoes, moved by 23 bits,
// what changes in the first.
func colliding(n int) []string {
	names := make([]string, n)
	for i := range names {
		b := []byte(strings.Repeat("@", 16))
		for k := range 8 {
			three := byte(i>>(3*k)) & 7
			b[8+k] |= three << 1
			b[(k+3)%8] |= three
		}
		names[i] = string(b)
	}
	return names
}

func TestCollidingNamesCollide(t *testing.T) {
	seen, hashes := map[string]bool{}, map[uint32]bool{}
	for _, name := range colliding(5000) {
		seen[name] = true
		hashes[nameHash([]byte(name))] = true
	}
	if len(seen) != 5000 || len(hashes) != 1 {
		t.Errorf("got %d names with %d hashes, want 5000 with 1", len(seen), len(hashes))
	}
}

// A name has one hash, whether the loop over an object reads it or what the loop leaves to others: names that are long,
// or have escapes, or stand near the end of the text.
func TestNameHashIsOfTheNameOnly(t *testing.T) {
	for n := range 40 {
		name := strings.Repeat("abcdefghij", 4)[:n]
		want := nameHash([]byte(name))
		spellings := []string{name}
		if n > 0 {
			spellings = append(spellings, `\u0061`+name[1:])
		}
		for _, spelling := range spellings {
			for _, text := range []string{`{"` + spelling + `":1}`, `{"` + spelling + `":"more text behind the name"}`, ` {"":0,"` + spelling + `z":0,"` + spelling + `y": [1,2,3,4,5]}`} {
				if strings.Contains(text, "z\"") {
					want := nameHash([]byte(name + "z"))
					if d := parse(t, text); uint32(d.tape[3].tail>>32) != want {
						t.Errorf("%s: got %x, want %x", text, d.tape[3].tail>>32, want)
					}
				} else if d := parse(t, text); uint32(d.tape[1].tail>>32) != want {
					t.Errorf("%s: got %x, want %x", text, d.tape[1].tail>>32, want)
				}
			}
		}
	}
}

func TestEqualNamesAreRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"two", `{"a":1,"a":1}`, "1:8: "},
		{"empty names", `{"":1,"":2}`, "1:7: "},
		{"not side by side", `{"a":{"a":1},"b":[{"a":2}],"a":3}`, "1:28: "},
		{"escaped spelling second", `{"a":1,"\u0061":2}`, "1:8: "},
		{"escaped spelling first", "{\"\\u0061\":1,\n\"a\":2}", "2:1: "},
		{"both escaped", `{"\n":1,"\u000A":2}`, "1:9: "},
		{"escaped slash", `{"a/b":1,"a\/b":2}`, "1:10: "},
		{"pair and character", `{"😀":1,"\ud83d\ude00":2}`, "1:8: "},
		{"inner object", `[{"x":{"a":1,"a":2}}]`, "1:14: "},
		{"long", `{"` + strings.Repeat("x", 100) + `":1,"` + strings.Repeat("x", 100) + `":2}`, "1:107: "},
		{"third of three", `{"a":1,"b":2,"b":3}`, "1:14: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse([]byte(c.text))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) || !strings.Contains(err.Error(), "for the second time, wanted each member name once in an object") {
				t.Errorf("got %v, want a fault at %s", err, c.want)
			}
		})
	}
}

func TestUnequalNamesAreAccepted(t *testing.T) {
	for _, text := range []string{
		`{"a":1,"A":2}`, `{"a":1,"a ":2}`, `{"é":1,"e\u0301":2}`, `{"a":{"a":{"a":1}}}`, `[{"a":1},{"a":2}]`, `{"":1,"\u0000":2}`,
		`{"12345678":1,"12345679":2,"1234567":3}`, `{"ab":1,"ba":2,"\u0061":3}`, `{"\\u0061":1,"a":2}`,
		`{"` + strings.Repeat("x", 100) + `":1,"` + strings.Repeat("x", 101) + `":2}`,
		// Only bytes that the hash does not read differ.
		`{"aaaaaaaa` + strings.Repeat("x", 40) + `aaaa1aaaaaaaaa":1,"aaaaaaaa` + strings.Repeat("x", 40) + `aaaa2aaaaaaaaa":2}`,
	} {
		parse(t, text)
	}
}

func TestEqualNamesAmongAnyNumber(t *testing.T) {
	for kind, names := range map[string][]string{
		"short": numbered("%d", 3000), "eight": numbered("%08d", 3000), "long": numbered("a name of some length %d and more", 3000),
		"colliding": colliding(3000),
	} {
		for _, n := range []int{2, few - 1, few, few + 1, 2 * few, 63, 64, 65, 200, 3000} {
			some := names[:n]
			if d := parse(t, object(some)); d.Root().Len() != n {
				t.Errorf("%s, %d: got %d members", kind, n, d.Root().Len())
			}
			for _, again := range []int{0, n / 2, n - 1} {
				for _, spelling := range []string{some[again], fmt.Sprintf(`\u%04x%s`, some[again][0], some[again][1:])} {
					text := object(append(some[:n:n], spelling))
					_, err := Parse([]byte(text))
					fault, ok := err.(*SyntaxError)
					if want := strings.LastIndex(text, `"`+spelling); !ok || fault.Offset != want {
						t.Fatalf("%s, %d and %q again: got %v, want a fault at offset %d", kind, n, spelling, err, want)
					}
				}
			}
		}
	}
}

func TestCollidingNamesTakeNoLongTime(t *testing.T) {
	text := []byte(object(colliding(100_000)))
	start := time.Now()
	d, err := Parse(text)
	if err != nil || d.Root().Len() != 100_000 {
		t.Fatalf("got %v", err)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("took %v", took)
	}
}
