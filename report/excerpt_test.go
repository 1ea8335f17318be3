package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/assaykit/assay/rule"
)

// shownExcerpt is the excerpt for the value at a pointer, with the values at other pointers masked.
func shownExcerpt(t *testing.T, text, pointer string, room int, secrets ...string) string {
	t.Helper()
	d := parse(t, text, 1)
	e := &rule.Error{Violations: []rule.Violation{violation(t, d, pointer, "type", "a", "b")}}
	for _, s := range secrets {
		e.Sensitive = append(e.Sensitive, span(d, s))
	}
	r := Result{Text: []byte(text), Line: 1, Err: e}
	q, ok := excerpt(r, faults(e)[0], newMarks(e.Sensitive), room)
	if !ok {
		return ""
	}
	return q.line() + "\n" + q.under
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("x", 300)
	tests := []struct {
		name, text, pointer string
		secrets             []string
		want                string
	}{
		{"plain", `{"a": 12}`, "/a", nil, "{\"a\": 12}\n      ^~"},
		{"the line only", "{\n  \"a\": 1,\r\n  \"b\": 22\r\n}", "/b", nil, "  \"b\": 22\n       ^~"},
		{"behind tabs", "{\n\t\"a\":\t1}", "/a", nil, "    \"a\":    1}\n            ^"},
		{"behind wide characters", `{"田": "中", "a": 1}`, "/a", nil, "{\"田\": \"中\", \"a\": 1}\n                  ^"},
		{"wide characters", `["中文", 1]`, "/0", nil, "[\"中文\", 1]\n ^~~~~~"},
		{"combining marks", "[\"e\u0301\", 1]", "/1", nil, "[\"e\u0301\", 1]\n      ^"},
		{"too many combining marks", "[\"e" + strings.Repeat("\u0301", 6) + "\", 1]", "/1", nil,
			"[\"e\u0301\u0301\u0301\u0301\\u0301\\u0301\", 1]\n                  ^"},
		{"behind a byte order mark", "\ufeff[1, 2]", "/1", nil, "[1, 2]\n    ^"},
		{"controls", "[\"\u007f\u009b\u202e\", 1]", "/1", nil, "[\"␡\\x9b\\u202e\", 1]\n                ^"},
		{"a value of several lines", "{\"a\": [1,\n2]}", "/a", nil, "{\"a\": [1,\n      ^~~"},
		{"a lone bracket", "{\n\"a\": 1}", "", nil, ""},
		{"a secret beside", `{"t": "abcdefgh", "a": 1}`, "/a", []string{"/t"}, "{\"t\": \"•••••\", \"a\": 1}\n                    ^"},
		{"a secret itself", `{"t": true}`, "/t", []string{"/t"}, "{\"t\": •••••}\n      ^~~~~"},
		{"within a secret", `{"t": {"u": 1}, "v": 2}`, "/t/u", []string{"/t"}, "{\"t\": •••••, \"v\": 2}\n      ^~~~~"},
		{"a secret of several lines", "{\"t\": {\"k\":\n  \"abc\"}, \"a\": 1}", "/a", []string{"/t"}, "•••••, \"a\": 1}\n            ^"},
		{"secrets within each other", `{"t": {"u": "abc"}, "a": 1}`, "/a", []string{"/t/u", "/t"}, "{\"t\": •••••, \"a\": 1}\n                  ^"},
		{"a long line, the value first", `{"a": 1, "b": "` + long + `"}`, "/a", nil,
			"{\"a\": 1, \"b\": \"xxxxxxxxxxxxxxxxxxxxxxx…\n      ^"},
		{"a long line, the value last", `{"b": "` + long + `", "a": 1}`, "/a", nil,
			"…xxxxxxxxxxxxxxxxxxxxxxxxxxxx\", \"a\": 1}\n                                     ^"},
		{"a long value", `{"abc": "` + long + `"}`, "/abc", nil,
			"{\"abc\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\n        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"},
		{"a long secret beside", `{"t": "` + long + `", "a": 1}`, "/a", []string{"/t"}, "{\"t\": \"•••••\", \"a\": 1}\n                    ^"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := shownExcerpt(t, test.text, test.pointer, 40, test.secrets...); got != test.want {
				t.Errorf("found\n%s\nwanted\n%s", got, test.want)
			}
		})
	}
}

func TestNoExcerptWhereSecretsAreNotKnown(t *testing.T) {
	r := broken(t, "a.json", "{\"token\": \"abc\",\n \"b\" 7}")
	if _, ok := excerpt(r, faults(r.Err)[0], nil, 80); !ok {
		t.Error("a public text has no excerpt")
	}
	r.Public = false
	if q, ok := excerpt(r, faults(r.Err)[0], nil, 80); ok {
		t.Errorf("found %q of a text that is not public", q)
	}
	r.Err.Violations[0].End = len(r.Text)
	if q, ok := excerpt(r, faults(r.Err)[0], nil, 80); ok {
		t.Errorf("found %q of a text that is not JSON and has a span", q)
	}
}

func holdTextOfPayloads(t *testing.T, r hostile) {
	t.Helper()
	result := r.result()
	o := Options{Width: r.IntN(120), Verbose: r.IntN(2) == 0}
	got := string(ofResults(t, "text", o, result))
	for line := range strings.Lines(got) {
		if line = strings.TrimSuffix(line, "\n"); visible(line) != line {
			t.Fatalf("%+v: the report has a line %q that steers the terminal", result, line)
		}
	}
	if heads := strings.Count(got, "\n"+visible(result.Source)) + 1; heads < len(result.Err.Violations) {
		t.Fatalf("%+v: found %d headings, wanted %d", result, heads, len(result.Err.Violations))
	}
}

func TestExcerptsAlignAndFit(t *testing.T) {
	r := ofSeed(3)
	for range 300 {
		before, after := r.text(), r.text()
		before, after = strings.Repeat(before, r.IntN(40)), strings.Repeat(after, r.IntN(40))
		text := before + "<here>" + after
		e := &rule.Error{Violations: []rule.Violation{{Start: len(before), End: len(before) + 6}}}
		room := leastRoom + r.IntN(80)
		q, ok := excerpt(Result{Text: []byte(text), Err: e}, faults(e)[0], nil, room)
		if !ok {
			t.Fatalf("%q: no excerpt", text)
		}
		line, under := q.line(), q.under
		if n := textColumns(line); n > room {
			t.Fatalf("%q: found %d columns, wanted at most %d", line, n, room)
		}
		i := strings.Index(line, "<here>")
		if i < 0 || strings.Index(under, "^~~~~~") != textColumns(line[:i]) {
			t.Fatalf("the mark is elsewhere:\n%s\n%s", line, under)
		}
	}
}

// textColumns is how many columns a text takes.
func textColumns(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

func TestSecretsNeverAppear(t *testing.T) {
	const secret = "S3CR3T"
	r := ofSeed(5)
	quiet := func() string {
		return strings.Map(func(c rune) rune {
			if c < ' ' || c == '"' || c == '\\' || c == utf8.RuneError {
				return 'q'
			}
			return c
		}, r.text())
	}
	for range 300 {
		separator := []string{",", ",\n", ",\t", ",\r\n"}[r.IntN(4)]
		members := []string{
			`"t": "` + strings.Repeat(secret, 1+r.IntN(30)) + `"`,
			`"u": {"` + secret + `":` + separator[1:] + ` ["` + quiet() + secret + `"` + separator + `"` + secret + `"]}`,
			`"a": "` + strings.Repeat(quiet(), r.IntN(20)) + `"`, `"b": 1`,
		}
		r.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
		text := "{" + strings.Join(members, separator) + "}"
		d := parse(t, text, 1)
		e := &rule.Error{Sensitive: []rule.Span{span(d, "/u"), span(d, "/t")}}
		for _, p := range []string{"", "/t", "/u", "/a", "/b"} {
			e.Violations = append(e.Violations, violation(t, d, p, "type", "a", "b"))
		}
		v := violation(t, d, "/u/"+secret+"/1", "type", "a", "b")
		v.InstanceLocation, v.KeywordLocation = "/u/0", "/properties/u/type"
		v.AbsoluteKeywordLocation = "file:///schema.json"
		e.Violations = append(e.Violations, v)
		result := Result{Source: "a.json", Record: 1, Err: e, Text: []byte(text), Line: 1, Public: r.IntN(2) == 0}
		got := string(ofResults(t, "text", Options{Width: r.IntN(150), Verbose: true}, result))
		if strings.Contains(got, "S3C") || strings.Contains(got, "R3T") {
			t.Fatalf("%s\nthe report shows what is sensitive:\n%s", text, got)
		}
		if !strings.Contains(got, mask) {
			t.Fatalf("%s\nthe report shows no mask:\n%s", text, got)
		}
	}
}

func TestExcerptOfAVeryLongLineIsCheap(t *testing.T) {
	text := []byte(`{"a": "` + strings.Repeat("x", 1<<20) + `", "b": 1}`)
	e := &rule.Error{Violations: []rule.Violation{{Start: len(text) - 2, End: len(text) - 1}}}
	allocations := testing.AllocsPerRun(1, func() {
		if _, ok := excerpt(Result{Text: text, Err: e}, faults(e)[0], nil, 90); !ok {
			t.Error("no excerpt")
		}
	})
	if allocations > 10_000 {
		t.Errorf("found %v allocations for an excerpt of 90 columns, wanted far fewer than the line has characters", allocations)
	}
}

func TestOnlyTheNeighbourhoodOfAValueIsLookedAt(t *testing.T) {
	text := []byte(strings.Repeat("田", 100_000))
	for _, at := range []int{0, 3, 150_000, 299_997, 300_000} {
		from, to := around(text, at, 100)
		if from > at || to < at || from < at-100 || to > at+100 || !utf8.Valid(text[from:to]) {
			t.Errorf("at %d: found %d to %d", at, from, to)
		}
	}
}
