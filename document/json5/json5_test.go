package json5_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/json5"
)

func TestParse(t *testing.T) {
	for name, c := range map[string]struct{ text, json string }{
		"the example of the specification": {`{
  // comments
  unquoted: 'and you can quote me on that',
  singleQuotes: 'I can use "double quotes" here',
  lineBreaks: "Look, Mom! \
No \\n's!",
  hexadecimal: 0xdecaf,
  leadingDecimalPoint: .8675309, andTrailing: 8675309.,
  positiveSign: +1,
  trailingComma: 'in objects', andIn: ['arrays',],
  "backwardsCompatible": "with JSON",
}`, `{"unquoted":"and you can quote me on that","singleQuotes":"I can use \"double quotes\" here","lineBreaks":"Look, Mom! No \\n's!","hexadecimal":912559,"leadingDecimalPoint":0.8675309,"andTrailing":8675309.0,"positiveSign":1,"trailingComma":"in objects","andIn":["arrays"],"backwardsCompatible":"with JSON"}`},
		"space":      {"\ufeff\u00a0\t\v\f\u2028\u2029\u3000[ /**/ ] // x", `[]`},
		"comments":   {"/* a * / **/ [1,//x\r2/*]*/]//", `[1,2]`},
		"names":      {`{a$_1: 1, é: 2, \u0061b: 3, "": 4, 'x y': 5, null: 6, true: 7, Infinity: 8, ünicode\u200c: 9, _: 10}`, "{\"a$_1\":1,\"é\":2,\"ab\":3,\"\":4,\"x y\":5,\"null\":6,\"true\":7,\"Infinity\":8,\"ünicode\u200c\":9,\"_\":10}"},
		"escapes":    {`'\b\f\n\r\t\v\0\x41\u00e9\ud83d\ude00\'\"\\\/\a\é'`, `"\b\f\n\r\t\u000b\u0000Aé😀'\"\\/aé"`},
		"line ends":  {"'a\\\nb\\\r\nc\\\rd\\\u2028e\u2028f\\\u2029'", "\"abcde\u2028f\""},
		"numbers":    {"[0, -0, +0, 0.0, .5, -.5, 5., 5.e1, 1E+2, 0xFF, -0x10, 0x0, 123456789012345678901234567890, 0xffffffffffffffffff]", `[0,-0,0,0.0,0.5,-0.5,5.0,5.0e1,1E+2,255,-16,0,123456789012345678901234567890,4722366482869645213695]`},
		"words":      {"[null,true,false]", `[null,true,false]`},
		"empty":      {"{}", `{}`},
		"nested":     {"{a:{b:[{},[],],},}", `{"a":{"b":[{},[]]}}`},
		"one scalar": {" 'x' ", `"x"`},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := json5.Parse([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			want, err := document.Parse([]byte(c.json))
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Root().JSON(); got != want.Root().JSON() {
				t.Errorf("found %s\nwanted %s", got, want.Root().JSON())
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for text, message := range map[string]string{
		"":                               "1:1: not JSON5: found an empty text, wanted a value",
		" // a":                          "1:6: not JSON5: found the end of the text, wanted a value",
		"\n é":                           "2:2: not JSON5: found 'é', wanted a value",
		"[1 2]":                          "1:4: not JSON5: found '2', wanted a comma or ]",
		"[,]":                            "1:2: not JSON5: found ',', wanted a value",
		"{,}":                            "1:2: not JSON5: found ',', wanted a member name or }",
		"{a:1,,}":                        "1:6: not JSON5: found ',', wanted a member name or }",
		"{a}":                            "1:3: not JSON5: found '}', wanted a colon",
		"{a:}":                           "1:4: not JSON5: found '}', wanted a value",
		"{1:2}":                          "1:2: not JSON5: found '1', wanted a member name or }",
		`{\u0031:2}`:                     `1:2: not JSON5: found '\\', wanted the escape of a letter, $ or _`,
		`{\x61:2}`:                       "1:3: not JSON5: found 'x', wanted u and four hexadecimal digits",
		"{a:1} b":                        "1:7: not JSON5: found 'b', wanted the end of the text",
		"{é: 1, 'é': 2}":                 `1:8: found the member name "é" twice, wanted it once (it is on line 1, too)`,
		"[1, -Infinity]":                 "1:5: found -Infinity, wanted a number that JSON has",
		"NaN":                            "1:1: found NaN, wanted a number that JSON has",
		"Infinityx":                      "1:1: not JSON5: found 'I', wanted a value",
		"nul":                            "1:1: not JSON5: found 'n', wanted a value",
		"nulls":                          "1:1: not JSON5: found 'n', wanted a value",
		"'a\nb'":                         "1:3: not JSON5: found '\\n', wanted the end of the string, or a backslash before the end of the line",
		"'a":                             "1:3: not JSON5: found the end of the text, wanted the end of the string",
		`'\`:                             "1:3: not JSON5: found the end of the text, wanted an escape sequence",
		`'\1'`:                           "1:3: not JSON5: found '1', wanted no digit behind a backslash",
		`'\01'`:                          `1:4: not JSON5: found '1', wanted no digit behind \0`,
		`'\x4'`:                          "1:4: not JSON5: found '4', wanted 2 hexadecimal digits",
		`'\u12'`:                         "1:4: not JSON5: found '1', wanted 4 hexadecimal digits",
		`'\ud83d'`:                       `1:2: not JSON5: found '\\', wanted both halves of a surrogate pair`,
		`'\ud83d\u0061'`:                 `1:2: not JSON5: found '\\', wanted both halves of a surrogate pair`,
		`'\ude00'`:                       `1:2: not JSON5: found '\\', wanted both halves of a surrogate pair`,
		"'\xff'":                         "1:2: not JSON5: found a byte that is none of it, wanted UTF-8",
		"/* a":                           "1:1: not JSON5: found a comment that does not end, wanted one that ends with */",
		"01":                             "1:2: not JSON5: found '1', wanted no digit after a leading zero",
		".":                              "1:2: not JSON5: found the end of the text, wanted a digit",
		"+":                              "1:2: not JSON5: found the end of the text, wanted a digit",
		"--1":                            "1:2: not JSON5: found '-', wanted a digit",
		"1e":                             "1:3: not JSON5: found the end of the text, wanted a digit in the exponent",
		"0x":                             "1:3: not JSON5: found the end of the text, wanted a hexadecimal digit",
		"0x1.5":                          "1:4: not JSON5: found '.', wanted the end of the text",
		"1e9999999999999999999":          "1:1: ",
		"0x" + strings.Repeat("f", 5000): "1:3: found a number of 5000 hexadecimal digits, wanted at most 4096",
		strings.Repeat("[", 1_000_000):   "1:1025: found more, wanted at most 1024 arrays and objects within each other",
		strings.Repeat("{a:", 1_000_000): "1:3073: found more, wanted at most 1024 arrays and objects within each other",
	} {
		d, err := json5.Parse([]byte(text))
		if err == nil {
			t.Errorf("%.40q: found %s, wanted an error", text, d.Root().JSON())
		} else if !strings.HasPrefix(err.Error(), message) {
			t.Errorf("%.40q: found %s\nwanted %s", text, err, message)
		}
	}
}

func TestPlaces(t *testing.T) {
	d, err := json5.Parse([]byte("\ufeff// é\n{é: 'é', /* é */ b: [1,\n\t.5]}"))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for at := range d.Entries() {
		p := d.Position(at)
		fmt.Fprintf(&got, "%s %d:%d\n", d.Pointer(at), p.Line, p.Column)
	}
	want := " 2:1\n/é 2:2\n/é 2:5\n/b 2:18\n/b 2:21\n/b/0 2:22\n/b/1 3:2\n"
	if got.String() != want {
		t.Errorf("found\n%s\nwanted\n%s", got.String(), want)
	}
}

// What is JSON is JSON5, with one meaning; and what is read can be written as JSON and read again.
func FuzzParse(f *testing.F) {
	for _, text := range []string{`{"a":[1,-2.50e+3,true,false,null,"\u00e9\ud83d\ude00\n"],"":{"é😀":{}}}`, "{a:'x\\\ny',b:[.5,5.,0xff,+1,],/**/}//", "[1,]", "\u2028'\\x41'", "[NaN]"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := json5.Parse(text)
		plain, wrong := document.ParseJSONC(text)
		switch {
		case err != nil && wrong == nil:
			t.Fatalf("%q: found %v, wanted none, for it is JSON with comments", text, err)
		case err != nil:
			return
		}
		written := d.Root().JSON()
		if wrong == nil && plain.Root().JSON() != written {
			t.Fatalf("%q: found %s, wanted %s", text, written, plain.Root().JSON())
		}
		again, err := document.Parse([]byte(written))
		if err != nil || again.Root().JSON() != written {
			t.Fatalf("%q: found %s, which is not JSON: %v", text, written, err)
		}
		lines := strings.Count(string(text), "\n") + 1
		for at := range d.Entries() {
			if p := d.Position(at); p.Line < 1 || p.Line > lines || p.Column < 1 {
				t.Fatalf("%q: found %s at %v", text, d.Pointer(at), p)
			}
		}
	})
}

func ExampleParse() {
	d, err := json5.Parse([]byte("{port: 0x1F90, // as always\n}"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Root().Get("port").Text())
	// Output:
	// 8080
}
