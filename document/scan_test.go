package document

import (
	"strings"
	"testing"
)

// Every byte at every place of a word, so that none hides behind another in the eight that are looked at at once.
func TestPlainStopsAtEachByte(t *testing.T) {
	for c := range 256 {
		ends := c < ' ' || c == '"' || c == '\\' || c >= 0x80
		for at := range 20 {
			for _, filler := range []string{" ", "a", "!", "#", "[", "]", "~", "\x7f"} {
				b := []byte(strings.Repeat(filler, 24))
				b[at] = byte(c)
				want := len(b)
				if ends {
					want = at
				}
				if got := plain(b, 0); got != want {
					t.Fatalf("byte %02x at %d among %q: got %d, want %d", c, at, filler, got, want)
				}
			}
		}
	}
}

func TestPlainFindsTheFirst(t *testing.T) {
	for _, text := range []string{"ab\"\"\"\"\"\"", "ab\n#######", "\"!!!!!!!", "a\x00\x01\x02\x03\x04\x05\x06", "abc\\]]]]", "abcdefg\xff", "1234567\"", "12345678\""} {
		want := strings.IndexFunc(text, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r >= 0x80 })
		for from := range want + 1 {
			if got := plain([]byte(text), from); got != want {
				t.Errorf("%q from %d: got %d, want %d", text, from, got, want)
			}
		}
	}
}

func TestStringsOfAllLengths(t *testing.T) {
	for n := range 40 {
		s := strings.Repeat("x", n)
		for _, c := range []struct{ written, want string }{{s, s}, {s + `\n`, s + "\n"}, {`\n` + s, "\n" + s}, {s + "é", s + "é"}, {s + `é\u0041` + s, s + "éA" + s}, {s + `\\`, s + `\`}} {
			for _, around := range [][2]string{{`"`, `"`}, {` ["`, `"] `}, {`{"`, `":0}`}} {
				d := parse(t, around[0]+c.written+around[1])
				at := min(1, len(around[1])-1)
				if got := d.Text(at); got != c.want {
					t.Fatalf("%s%s%s: got %q, want %q", around[0], c.written, around[1], got, c.want)
				}
			}
		}
	}
}

func TestSpaceOfAllLengths(t *testing.T) {
	for _, start := range []string{"", " ", "\n", "\r\n", "\t", " \n", "\n\n", "\n \n", "\n\t", " \r"} {
		for n := range 40 {
			for _, behind := range []string{"", "x", "[12345678", "\n", "\n        x", "\t ", "\x00", "\x1f", "\v", "\u00a0", "!!!!!!!!!"} {
				text := start + strings.Repeat(" ", n) + behind
				want := len(text) - len(strings.TrimLeft(text, " \t\r\n"))
				if got := space([]byte(text), 0); got != want {
					t.Fatalf("%q: got %d, want %d", text, got, want)
				}
			}
		}
	}
}
