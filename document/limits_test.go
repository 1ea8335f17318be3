package document

import (
	"errors"
	"strings"
	"testing"
)

func TestLimits(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	for _, c := range []struct {
		name, text string
		limits     Limits
		want       string // "" where the text is within the limits
	}{
		{"depth, as usual", deep(MaxDepth), Limits{}, ""},
		{"depth, more than usual", deep(MaxDepth + 1), Limits{}, "1:1025: found '[', wanted at most 1024 arrays and objects within each other (the limit depth)"},
		{"depth, raised", deep(MostDepth), Limits{Depth: MostDepth}, ""},
		{"depth, lowered", `{"a": [{}]}`, Limits{Depth: 2}, "1:8: found '{', wanted at most 2 arrays and objects within each other (the limit depth)"},
		{"digits, as usual", strings.Repeat("9", DefaultLimits.Digits), Limits{}, ""},
		{"digits, more than usual", "[0." + strings.Repeat("3", DefaultLimits.Digits) + "]", Limits{}, "1:2: found '0', wanted at most 10000 characters of a number (the limit digits)"},
		{"digits, raised", strings.Repeat("9", DefaultLimits.Digits+1), Limits{Digits: 1 << 20}, ""},
		{"size", "[1, 2]", Limits{Size: 6}, ""},
		{"size, exceeded", "[1, 2] ", Limits{Size: 6}, "1:1: found a text of 7 bytes, wanted at most 6 bytes (the limit size)"},
		{"string", `["abc", "a\u0062c"]`, Limits{String: 3}, ""},
		{"string, exceeded", `["abc", "a\u0062cd"]`, Limits{String: 3}, `1:9: found '"', wanted at most 3 bytes of a string (the limit string)`},
		{"name, exceeded", "{\n \"abcd\": 1}", Limits{String: 3}, `2:2: found '"', wanted at most 3 bytes of a string (the limit string)`},
		{"members", `{"a": [1, 2], "b": {}}`, Limits{Members: 2}, ""},
		{"members, exceeded", `{"a": [1, 2, 3], "b": {}}`, Limits{Members: 2}, "1:7: found '[', wanted at most 2 members or items (the limit members)"},
		{"depth after what is deep", `[[[]], [[]], {"a": {}}]`, Limits{Depth: 3}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := ParseWithin([]byte(c.text), 1, c.limits)
			if got := message(err); got != c.want {
				t.Fatalf("got  %s\nwant %s", got, c.want)
			}
			if _, limited := errors.AsType[*LimitError](err); limited == (err == nil) {
				t.Errorf("found an error that is one of a limit: %t, wanted the opposite", limited)
			}
			if err != nil {
				return
			}
			if at, e := d.Exceeded(c.limits); e != nil {
				t.Errorf("found %v at entry %d of what was read within the limits", e, at)
			}
		})
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// TestExceeded wants of a document that was made in another way what is said of a text.
func TestExceeded(t *testing.T) {
	l := Limits{Depth: 2, Digits: 3, String: 3, Members: 2}
	for text, want := range map[string]string{
		`[[1], {"a": "abc"}]`: "", `[[[]]]`: "depth", `[1234]`: "digits", `{"abcd": 1}`: "string", `[["abcd"]]`: "string", `[1, 2, 3]`: "members", `[[], [], []]`: "members",
	} {
		d, err := Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if _, e := d.Exceeded(l); e != nil {
			got = e.Name
		}
		if got != want {
			t.Errorf("%s: found the limit %q, wanted %q", text, got, want)
		}
	}
}

func TestLimitsCheck(t *testing.T) {
	for _, l := range []Limits{{}, {Depth: MostDepth}, {Size: 1}} {
		if err := l.Check(); err != nil {
			t.Errorf("%+v: found %v, wanted no error", l, err)
		}
	}
	for _, l := range []Limits{{Depth: MostDepth + 1}, {Digits: -1}} {
		if l.Check() == nil {
			t.Errorf("%+v: found no error", l)
		}
	}
}
