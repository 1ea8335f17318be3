package document

import (
	"strings"
	"testing"
)

func TestParseJSONC(t *testing.T) {
	for text, want := range map[string]string{
		"// a\n{\"a\": [1, 2,], /* b */ \"c\": \"// d /* e */\",\n}\n// f": `{"a":[1,2],"c":"// d /* e */"}`,
		"\ufeff/* a */ [ /**/ ] /***/":                                     `[]`,
		"[1,/* a */\r\n// b\r ]":                                           `[1]`,
		"[1 /* ] */, {\"a\":1 /* } */, }, // ]\n]":                         `[1,{"a":1}]`,
		`"a\"/* b */"`:          `"a\"/* b */"`,
		`[[1,],{"a":{},},]`:     `[[1],{"a":{}}]`,
		"1//":                   `1`,
		"":                      "1:1: not JSON: found the end of the text, wanted a value",
		"// a":                  "1:5: not JSON: found the end of the text, wanted a value",
		"[1,,]":                 "1:4: not JSON: found ',', wanted a value",
		"[,]":                   "1:2: not JSON: found ',', wanted a value",
		`{"a":,}`:               "1:6: not JSON: found ',', wanted a value",
		`{"a",}`:                "1:6: not JSON: found '}', wanted ':'",
		"{,}":                   "1:2: not JSON: found ',', wanted a member name in quotes",
		"1,":                    "1:2: not JSON: found ',', wanted the end of the text",
		"[1]\n /* é":            "2:2: not JSON: found a comment that does not end, wanted one that ends with */",
		"/*/":                   "1:1: not JSON: found a comment that does not end, wanted one that ends with */",
		"/* é */ x":             "1:9: not JSON: found 'x', wanted a value",
		"/* a\xff */ 1":         "1:5: not JSON: found byte 0xff, wanted UTF-8",
		"1 / 2":                 "1:3: not JSON: found '/', wanted the end of the text",
		"1 # a":                 "1:3: not JSON: found '#', wanted the end of the text",
		"[1 /* a */ 2]":         "1:12: not JSON: found '2', wanted ',' or ']'",
		"12/**/3":               "1:7: not JSON: found '3', wanted the end of the text",
		`{"a":1 /* é */,"a":2}`: `1:16: found the member name "a" for the second time`,
		`"` + "\\":              "1:3: not JSON: found the end of the text",
		strings.Repeat("[", 100000) + "/**/" + strings.Repeat(",]", 100000): "1:1025: ",
	} {
		d, err := ParseJSONC([]byte(text))
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = d.Root().JSON()
		}
		if got != want && (err == nil || !strings.HasPrefix(got, want)) {
			t.Errorf("%.60q: found %s, wanted %s", text, got, want)
		}
	}
}

// What follows a comment stands where it stands in the text: columns are characters, those of the comment, too.
func TestJSONCPositions(t *testing.T) {
	d, err := ParseJSONC([]byte("/* é\n😀 */ [/* é ] */ \"\\u00e9\", /* é */ {\"a\": 1 /* } */}]"))
	if err != nil {
		t.Fatal(err)
	}
	locator := NewLocator(d)
	want := []Position{{2, 6}, {2, 17}, {2, 35}, {2, 36}, {2, 41}}
	if d.Entries() != len(want) {
		t.Fatalf("found %d entries, wanted %d", d.Entries(), len(want))
	}
	for at := range d.Entries() {
		if got := d.Position(at); got != want[at] {
			t.Errorf("entry %d: found the position %v, wanted %v", at, got, want[at])
		}
		if got := locator.Position(at); got != want[at] {
			t.Errorf("entry %d: found the locator's position %v, wanted %v", at, got, want[at])
		}
	}
	if start, end := d.Span(2); end-start != len(`{"a": 1 /* } */}`) {
		t.Errorf("found the span %d to %d of an object with a comment, wanted all of it", start, end)
	}
}

// FuzzParseJSONC wants of JSON what Parse makes of it, and of the rest that a text without its comments is read likewise.
func FuzzParseJSONC(f *testing.F) {
	for _, text := range []string{`{"a":[1,"//",{}]}`, "[1,/*é*/2,]//", "/*", "/", "[,]", "{\"\\\"\":1,}", "\ufeff//\r1", "\"/*\"/**/"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		given := string(text)
		d, err := ParseJSONC(text)
		if string(text) != given {
			t.Fatalf("%q: the text became %q", given, text)
		}
		strict, wrong := Parse([]byte(given))
		if wrong == nil && (err != nil || d.Root().JSON() != strict.Root().JSON()) {
			t.Fatalf("%q: found %v, wanted what Parse finds", given, err)
		}
		if err != nil {
			return
		}
		for at := range d.Entries() {
			start, end := d.Span(at)
			if start < 0 || end < start || end > len(text) || d.Position(at).Line < 1 {
				t.Fatalf("%q: found the span %d to %d, wanted one within the text", given, start, end)
			}
		}
		again, err := Parse([]byte(d.Root().JSON()))
		if err != nil || again.Root().JSON() != d.Root().JSON() {
			t.Fatalf("%q: found %v, wanted a value that is written as JSON", given, err)
		}
	})
}
