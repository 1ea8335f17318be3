package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// attacks are what strangers may send to cost time or memory, or to slip through: each is to end with the right answer, or the error that
// names what is too much. docs/security.md has what they cost.
var attacks = []struct {
	name, schema, file string
	text               func() string
	status             int
	want               string // a pattern of what is said
}{
	{"a number with a huge exponent", `{"maximum": 1e999999999}`, "a.json", text("1e999999999"), 0, "1 valid"},
	{"a number with a tiny exponent", `{"multipleOf": 1e-300}`, "a.json", text("1e-999999999"), 1, "wanted a multiple of 1e-300"},
	{"an exponent of too many digits", `{}`, "a.json", text("1e9999999999999999999999"), 1, "wanted an exponent of at most 18 digits"},
	{"a number of a million digits", `{"multipleOf": 7}`, "a.json", text(strings.Repeat("7", 1e6)), 1, `the limit digits`},
	{"the largest number that is let in", `{"multipleOf": 1e-9999}`, "a.json", text("0." + strings.Repeat("7", 9998)), 0, "1 valid"},
	{"multiples of it, many times", `{"items": {"multipleOf": 0.7}}`, "a.json", text("[" + strings.Repeat("0."+strings.Repeat("7", 5000)+",", 300) + "7]"), 1, "300 violations"},
	{"arrays too deep", `{}`, "a.json", text(strings.Repeat("[", 1e5) + strings.Repeat("]", 1e5)), 1, "the limit depth"},
	{"objects too deep", `{}`, "a.json", text(strings.Repeat(`{"a":`, 1e5) + "1" + strings.Repeat("}", 1e5)), 1, "the limit depth"},
	{"a million members of one name", `{}`, "a.json", text("{" + strings.Repeat(`"a":1,`, 1e6) + `"a":1}`), 1, `member name "a" for the second time`},
	{"a million members", `{"propertyNames": {"maxLength": 9}, "additionalProperties": {"type": "integer"}}`, "a.json", members(1e6), 0, "1 valid"},
	{"many unique items", `{"uniqueItems": true}`, "a.json", items(3e5, func(i int) string { return fmt.Sprintf(`{"a": [%d]}`, i) }), 0, "1 valid"},
	{"many unique numbers", `{"uniqueItems": true}`, "a.json", items(3e5, func(i int) string { return fmt.Sprintf("1e%d", i) }), 0, "1 valid"},
	{"a pattern that repeats what repeats", `{"pattern": "^(a+)+$"}`, "a.json", text(`"` + strings.Repeat("a", 1e5) + `!"`), 1, "wanted a string that matches"},
	{"such a pattern that looks ahead", `{"pattern": "(?=a)(a+)+b"}`, "a.json", text(`"` + strings.Repeat("a", 1e5) + `!"`), 1, "no verdict, for a pattern ran out of time"},
	{"a pattern that repeats very often", `{"pattern": "^(a{1,1000}){1,1000}$"}`, "a.json", text(`"` + strings.Repeat("a", 1e5) + `"`), 0, "1 valid"},
	{"an enum of many numbers", enumOf(1e5), "a.json", items(1e5, func(i int) string { return fmt.Sprint(i, ".0") }), 0, "1 valid"},
	{"aliases of aliases", `{}`, "a.yaml", laughs, 1, "aliases that expand to more than 1000000 values"},
	{"an alias of itself", `{}`, "a.yaml", text("a: &a [*a]\n"), 1, "the alias \\*a within what it stands for"},
	{"YAML too deep", `{}`, "a.yaml", text(strings.Repeat("[", 2e4) + strings.Repeat("]", 2e4)), 1, "max depth|the limit depth"},
	{"tables of TOML too deep", `{}`, "a.toml", text("a = " + strings.Repeat("[", 2e4) + strings.Repeat("]", 2e4)), 1, "levels deep|the limit depth"},
	{"a gzip bomb", `{}`, "a.json.gz", bomb, 2, "the limit ratio"},
	{"a lone surrogate", `{}`, "a.json", text(`"\ud800"`), 1, "wanted both halves of a surrogate pair"},
	{"an overlong encoding", `{}`, "a.json", text("\"\xc0\x80\""), 1, "wanted UTF-8"},
	{"a NUL in a string", `{}`, "a.json", text("\"a\x00b\""), 1, `found '\\x00', wanted no control character`},
	{"NULs", `{}`, "a.json", text("\x00\x00"), 1, `found '\\x00', wanted a value`},
	{"a byte order mark", `{"type": "object"}`, "a.json", text("\ufeff{}"), 0, "1 valid"},
	{"UTF-16", `{}`, "a.json", text("\xff\xfe{\x00}\x00"), 1, "found byte 0xff"},
	{"a second value", `{}`, "a.json", text("{} {}"), 1, "wanted the end of the text"},
	{"nothing", `{}`, "a.json", text(""), 1, "found an empty file"},
	{"a long line", `{"maxLength": 3}`, "a.ndjson", text(`"` + strings.Repeat("a", 3e7) + `"`), 1, "found 30000000 characters"},
	{"branches that lead back", `{"type": ["object", "null"], "not": {"type": "null"}, "anyOf": [{"properties": {"x": {"$ref": "#"}}, "minProperties": 1}, {"properties": {"x": {"$ref": "#"}}}]}`,
		"a.json", text(strings.Repeat(`{"x": `, 1000) + "null" + strings.Repeat("}", 1000)), 1, "1 invalid"},
}

func text(s string) func() string { return func() string { return s } }

func members(n int) func() string {
	return items(n, func(i int) string { return fmt.Sprintf(`"k%d": %d`, i, i) }, "{", "}")
}

// items are many values with commas, in brackets.
func items(n int, each func(i int) string, brackets ...string) func() string {
	if brackets == nil {
		brackets = []string{"[", "]"}
	}
	return func() string {
		var b strings.Builder
		b.WriteString(brackets[0])
		for i := range n {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(each(i))
		}
		return b.String() + brackets[1]
	}
}

func enumOf(n int) string {
	return `{"items": {"enum": ` + items(n, func(i int) string { return fmt.Sprint(i) })() + `}}`
}

// laughs are aliases of aliases: a billion values in ten lines.
func laughs() string {
	s := "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
	for c := 'b'; c < 'k'; c++ {
		s += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c, ", c-1), 9), ", "))
	}
	return s
}

// bomb is 200 MB of white space in an array, in 200 KB.
func bomb() string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	blank := bytes.Repeat([]byte(" "), 1<<20)
	_, _ = z.Write([]byte("["))
	for range 200 {
		_, _ = z.Write(blank)
	}
	_, _ = z.Write([]byte("]"))
	_ = z.Close()
	return b.String()
}

// mostOfAttack is how much memory may be taken from the system for any of them, the texts themselves included: far less than one that is not bounded
// takes.
const mostOfAttack = 1 << 30

func TestAttacks(t *testing.T) {
	if raced {
		t.Skip("the race detector takes too much time and memory of its own")
	}
	for _, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			dir := t.TempDir()
			schema, file := filepath.Join(dir, "schema.json"), filepath.Join(dir, a.file)
			for name, text := range map[string]string{schema: a.schema, file: a.text()} {
				if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			var out bytes.Buffer
			status := run([]string{"validate", "--schema", schema, file}, strings.NewReader(""), &out, &out)
			if status != a.status || !regexp.MustCompile(a.want).Match(out.Bytes()) {
				t.Errorf("found status %d and %.500s\nwanted status %d and %q", status, out.Bytes(), a.status, a.want)
			}
			if most := 1 << 20; out.Len() > most {
				t.Errorf("found %d bytes of report, wanted at most %d", out.Len(), most)
			}
		})
	}
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.Sys > mostOfAttack {
		t.Errorf("found %d bytes taken from the system, wanted at most %d", m.Sys, mostOfAttack)
	}
}
