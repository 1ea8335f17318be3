package yaml

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestCharactersBeyondTheLibrary(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"escaped slash", `"^\/api\/\\/"`, `"^/api/\\/"`},
		{"escaped slash as a name", `"\/": 1`, `{"/":1}`},
		{"no escapes without double quotes", `['\/', \/a, \ud83d\ude00]`, `["\\/","\\/a","\\ud83d\\ude00"]`},
		{"no escapes in a literal", "|\n  \\/ \\\\/ \\ud83d\\ude00", `"\\/ \\\\/ \\ud83d\\ude00"`},
		{"surrogate pairs", `["\ud83d\ude00\uD83D\uDE00", "\\ud83d\\ude00", "\\\ud83d\ude00"]`, `["😀😀","\\ud83d\\ude00","\\😀"]`},
		{"separators are no white space", "a \u2028 b: \u0085x\u2029 y", "{\"a \u2028 b\":\"\u0085x\u2029 y\"}"},
		{"separators in quotes", "[' \u2028 ', \" \u0085 \"]", "[\" \u2028 \",\" \u0085 \"]"},
		{"separators in a literal", "|\n  a\u2028\n  b\u0085c", "\"a\u2028\\nb\u0085c\""},
		{"controls in quotes", "['\u007f\u0080', \"\u009f\ufeff\"]", "[\"\u007f\u0080\",\"\u009f\ufeff\"]"},
		{"controls in a comment", "a: 1 # \u007f\n", `{"a":1}`},
		{"escaped line end beside an escape", "\"a\\/\\\n  b\"", `"a/b"`},
		{"first private character in the text", "\"\U000F0000\\/\"", "\"\U000F0000/\""},
		{"first private character as an escape", `"\U000F0000\/"`, "\"\U000F0000/\""},
		{"private characters as a pair", `"\udb80\udc00\/"`, "\"\U000F0000/\""},
		{"private characters alone", "\U000F0000", "\"\U000F0000\""},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := readByLibrary([]byte(c.yaml))
			if len(docs) != 1 {
				t.Fatalf("got %d documents and %v", len(docs), err)
			}
			if got := text(docs); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAllPrivateBlocksInUse(t *testing.T) {
	var b strings.Builder
	for r := rune(privateFirst); r <= 0x10ffff; r += privateBlock {
		b.WriteRune(r)
	}
	docs, err := Parse([]byte("a: " + b.String()))
	if err != nil || docs[0].Root().Get("a").Text() != b.String() {
		t.Errorf("got %v where nothing is to be exchanged", err)
	}
	wantFault(t, "a: ["+b.String()+", \"\\/\"]", "1:1: found characters of every block for private use, wanted a block without")
}

// What is written on one line, with as many nodes as there is room for, is still read in one pass.
func TestLongLinesTakeNoLongTime(t *testing.T) {
	for name, yaml := range map[string]string{
		"non-specific tags": "[" + strings.Repeat("! 1, ", 20_000) + "]",
		"escapes":           "[" + strings.Repeat(`"\/", `, 20_000) + "]",
		"merges":            strings.Repeat("{<<: ", 1000) + "{}" + strings.Repeat("}", 1000),
		"hexadecimal":       "[" + strings.Repeat("0x"+strings.Repeat("f", 4000)+", ", 100) + "]",
		"fault":             strings.Repeat("x", 60_000) + ": y: z",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			docs, err := Parse([]byte(yaml))
			if (err != nil) != (name == "fault") {
				t.Errorf("got %d documents and %v", len(docs), err)
			}
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func ExampleParse() {
	docs, err := Parse([]byte("base: &base {retries: 0x10, on: yes}\njob:\n  <<: *base\n  on: no\n---\n- 2026-11-01\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range docs {
		fmt.Println(d.Root().JSON())
	}
	_, err = Parse([]byte("size: .inf\n"))
	fmt.Println(err)
	// Output:
	// {"base":{"retries":16,"on":"yes"},"job":{"retries":16,"on":"no"}}
	// ["2026-11-01"]
	// 1:7: found .inf, wanted a number that JSON has
}
