package document

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestAppendJSONRoundTrip(t *testing.T) {
	for _, class := range classes {
		for _, text := range class {
			a := parse(t, text)
			written := a.AppendJSON(nil, 0)
			b := parse(t, string(written))
			if !Equal(a.Root(), b.Root()) {
				t.Errorf("%s is written as %s", text, written)
			}
			if again := b.Root().JSON(); again != string(written) {
				t.Errorf("%s is written as %s the second time", written, again)
			}
		}
	}
}

func TestAppendJSONKeepsNumbersAndOrder(t *testing.T) {
	text := `{"b":[1.50,-0,1E+2,0.0e-7,1e400,123456789012345678901234567890],"a":{"d":true,"c":null}}`
	d := parse(t, text)
	if got := d.Root().JSON(); got != text {
		t.Errorf("got %s, want %s", got, text)
	}
	if got := string(d.AppendJSON([]byte("a = "), d.Root().Get("a").Entry())); got != `a = {"d":true,"c":null}` {
		t.Errorf("got %s, want the member behind what was there", got)
	}
}

func TestAppendString(t *testing.T) {
	for s, want := range map[string]string{
		"": `""`, "a": `"a"`, `"\/`: `"\"\\/"`, "\b\f\n\r\t": `"\b\f\n\r\t"`, "\x00\x1f\x7f": "\"\\u0000\\u001f\x7f\"",
		"é😀\u2028<&>": "\"é😀\u2028<&>\"", "a\xffb": "\"a\ufffdb\"", "\xe2\x82": "\"\ufffd\ufffd\"", "\xff": "\"\ufffd\"", "x\xed\xa0\x80": "\"x\ufffd\ufffd\ufffd\"",
		"\ufffd": "\"\ufffd\"", "a\nb\xffc\"": "\"a\\nb\ufffdc\\\"\"",
	} {
		if got := string(AppendString(nil, s)); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	}
}

// TestAppendStringOfEachLength puts each character that needs care at each place of strings of some lengths, for they are looked at
// eight bytes at a time.
func TestAppendStringOfEachLength(t *testing.T) {
	for n := range 40 {
		plain := strings.Repeat("x", n)
		if got := string(AppendString([]byte("b"), plain)); got != `b"`+plain+`"` {
			t.Errorf("found %s for %q", got, plain)
		}
		for i := range n {
			for _, c := range []string{"\"", "\\", "\x00", "\x1f", "é", "\xff", " ", "\x7f", "!", "#", "[", "]"} {
				s := plain[:i] + c + plain[i+1:]
				var want, got string
				if err := json.Unmarshal(AppendString(nil, s), &got); err != nil {
					t.Errorf("%q: %v", s, err)
				}
				if want = strings.ToValidUTF8(s, "\ufffd"); got != want {
					t.Errorf("found %q for %q", got, want)
				}
			}
		}
	}
}

func TestCompact(t *testing.T) {
	for _, class := range classes {
		for _, text := range class {
			d := parse(t, text)
			if written := d.AppendJSON(nil, 0); len(d.arena) == 0 && d.Compact() != (text == string(written)) {
				t.Errorf("%s: found Compact %v, though it is written as %s", text, d.Compact(), written)
			}
		}
	}
	for text, want := range map[string]bool{
		`"\u00e9"`: true, `["a\n",{"b\\":"\"","c":[]}]`: true, `["a\n", 1]`: false, `{"a\n" :1}`: false, `{"a\n":{ }}`: false,
		" 1": false, "1\n": false, "\ufeff1": false, `[[],{},[1],{"a":1},true,null,-1.5e3]`: true, `"a b"`: true,
	} {
		if got := parse(t, text).Compact(); got != want {
			t.Errorf("%q: found %v, wanted %v", text, got, want)
		}
	}
}

// TestIsPlain wants what is plain to be JSON, and be written as it is.
func TestIsPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "true": true, "false": true, "null": true, "nul": false, "truee": false, " true": false, "0": true, "-0": true, "-": false, "01": false,
		"1.5e-3": true, "1 ": false, "+1": false, `"`: false, `""`: true, `"abc def ghi"`: true, `"a`: false, `a"`: false, `"a"b"`: false, `"a\"`: false,
		"\"\x01\"": false, "\"é\"": false, "[]": false, "1e1234567890123456789": false,
	} {
		if got := IsPlain([]byte(text)); got != want {
			t.Errorf("%q: found %v, wanted %v", text, got, want)
		}
		if d, err := Parse([]byte(text)); want && (err != nil || d.Root().JSON() != text) {
			t.Errorf("%q: found %v", text, err)
		}
	}
}

func TestAppendStringIsReadAlike(t *testing.T) {
	for c := rune(0); c < 0x3000; c++ {
		s := "x" + string(c) + "y"
		written := AppendString([]byte{}, s)
		if got := parse(t, string(written)).Root().Text(); got != s {
			t.Fatalf("%q: got %q", s, got)
		}
		var got string
		if err := json.Unmarshal(written, &got); err != nil || got != s {
			t.Fatalf("%q: encoding/json reads %q, %v", s, got, err)
		}
	}
}
