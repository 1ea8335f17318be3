package document

import (
	"encoding/json"
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
