package document

import (
	"strings"
	"testing"
)

func TestEntries(t *testing.T) {
	d := parse(t, `{"a":[1,"é\n",{}],"b":true,"c":{"d":null},"é":false}`)
	for at, want := range []struct {
		kind     Kind
		len, end int // end 0: a member name
		text     string
	}{
		{Object, 4, 14, ""}, {String, 1, 0, "a"}, {Array, 3, 6, ""}, {Number, 1, 4, "1"}, {String, 3, 5, "é\n"}, {Object, 0, 6, ""},
		{String, 1, 0, "b"}, {Boolean, 4, 8, "true"}, {String, 1, 0, "c"}, {Object, 1, 12, ""}, {String, 1, 0, "d"}, {Null, 4, 12, "null"},
		{String, 2, 0, "é"}, {Boolean, 5, 14, "false"},
	} {
		if d.Kind(at) != want.kind || d.Len(at) != want.len {
			t.Errorf("entry %d: got %v of %d, want %v of %d", at, d.Kind(at), d.Len(at), want.kind, want.len)
		}
		if want.end != 0 && d.End(at) != want.end {
			t.Errorf("entry %d: got the end %d, want %d", at, d.End(at), want.end)
		}
		if want.text != "" && (d.Text(at) != want.text || string(d.Bytes(at)) != want.text) {
			t.Errorf("entry %d: got %q and %q, want %q", at, d.Text(at), d.Bytes(at), want.text)
		}
	}
	if !d.True(7) || d.True(13) {
		t.Error("got the booleans the wrong way")
	}
}

func TestRunes(t *testing.T) {
	for text, want := range map[string]int{
		`""`: 0, `"abc"`: 3, `"é"`: 1, `"\u00e9"`: 1, `"\n"`: 1, `"😀"`: 1, `"\ud83d\ude00x"`: 2, `"e\u0301"`: 2, `"aé\n日"`: 4, `"\u007f\u0080"`: 2,
		`"\néx"`: 3, `"é\nx"`: 3, `"` + strings.Repeat("é", 100) + `\t"`: 101,
	} {
		if got := parse(t, text).Runes(0); got != want {
			t.Errorf("%s: got %d characters, want %d", text, got, want)
		}
	}
}

func TestIntAndInteger(t *testing.T) {
	for _, c := range []struct {
		text        string
		n           int64
		ok, integer bool
	}{
		{"0", 0, true, true}, {"-0", 0, true, true}, {"12", 12, true, true}, {"-12", -12, true, true},
		{"999999999999999999", 999999999999999999, true, true}, {"-99999999999999999", -99999999999999999, true, true},
		{"9223372036854775807", 1<<63 - 1, true, true}, {"-9223372036854775808", -1 << 63, true, true},
		{"9223372036854775808", 0, false, true}, {"-9223372036854775809", 0, false, true}, {"123456789012345678901234567890", 0, false, true},
		{"1.0", 0, false, true}, {"1e3", 0, false, true}, {"1.5", 0, false, false}, {"15e-1", 0, false, false}, {"10e-1", 0, false, true},
		{"1e-999999999999999999", 0, false, false}, {"0e-5", 0, false, true}, {"1e400", 0, false, true}, {"true", 0, false, true}, {`"1"`, 0, false, true},
	} {
		d := parse(t, c.text)
		if n, ok := d.Int(0); ok != c.ok || ok && n != c.n {
			t.Errorf("%s: got %d, %v, want %d, %v", c.text, n, ok, c.n, c.ok)
		}
		if d.Kind(0) == Number && d.Integer(0) != c.integer {
			t.Errorf("%s: got an integer: %v, want %v", c.text, !c.integer, c.integer)
		}
	}
}

func TestFind(t *testing.T) {
	d := parse(t, `{"a":{"b":1},"\u0062":[2],"":3}`)
	for name, want := range map[string]string{"a": `{"b":1}`, "b": "[2]", "": "3"} {
		if at := d.Find(0, name); at < 0 || d.Value(at).JSON() != want {
			t.Errorf("%q: got entry %d, want %s", name, at, want)
		}
	}
	for _, name := range []string{"c", "A", "a ", `\u0062`} {
		if at := d.Find(0, name); at != -1 {
			t.Errorf("%q: got entry %d, want none", name, at)
		}
	}
}
