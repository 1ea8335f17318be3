package document

import (
	"bytes"
	"strings"
	"testing"
)

func TestPositions(t *testing.T) {
	for _, c := range []struct {
		name, text, pointer string
		want                Position
		span                string
	}{
		{"root", `[1]`, "", Position{1, 1}, "[1]"},
		{"root behind white space", " \n\t {} \n", "", Position{2, 3}, "{}"},
		{"root behind a byte order mark", "\ufeff[1]", "", Position{1, 1}, "[1]"},
		{"item behind a byte order mark", "\ufeff[1]", "/0", Position{1, 2}, "1"},
		{"line behind a byte order mark", "\ufeff[\n 1]", "/0", Position{2, 2}, "1"},
		{"CRLF", "[\r\n1,\r\n  \"a\"\r\n]", "/1", Position{3, 3}, `"a"`},
		{"a carriage return is a character", "[\r1]", "/0", Position{1, 3}, "1"},
		{"wide characters before it", `{"日本":"é😀","a":1}`, "/a", Position{1, 16}, "1"},
		{"wide string", `["é","😀é"]`, "/1", Position{1, 6}, `"😀é"`},
		{"escapes before it", `["\u00e9\n", "\ud83d\ude00"]`, "/1", Position{1, 14}, `"\ud83d\ude00"`},
		{"escaped string", `[ "a\tb" ]`, "/0", Position{1, 3}, `"a\tb"`},
		{"behind an escaped name", `{"\u0061b" : true}`, "/ab", Position{1, 14}, "true"},
		{"empty string", `["",""]`, "/1", Position{1, 5}, `""`},
		{"empty containers", `[ [ ] ,{ }]`, "/1", Position{1, 8}, "{ }"},
		{"nested ends", "{\"a\":[ [1] , {\"b\":\"]}\"\n} ]\n}", "/a", Position{1, 6}, "[ [1] , {\"b\":\"]}\"\n} ]"},
		{"escaped string as the last item", `[["\"]"] ]`, "/0", Position{1, 2}, `["\"]"]`},
		{"number", "[ -1.5e+3 ]", "/0", Position{1, 3}, "-1.5e+3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(t, c.text)
			v := d.Root().Lookup(c.pointer)
			if got := v.Position(); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
			start, end := d.Span(v.Entry())
			if got := c.text[start:end]; got != c.span {
				t.Errorf("got the span %q, want %q", got, c.span)
			}
		})
	}
}

func TestNamePositions(t *testing.T) {
	d := parse(t, "{\"é\": 1,\n  \"\\u0061\\n\" : {\"b\":2}}")
	want := map[string]Position{"é": {1, 2}, "a\n": {2, 3}, "b": {2, 17}}
	entries(d, 0, func(at int, name bool) {
		if !name {
			return
		}
		if got := d.Position(at); got != want[d.Text(at)] {
			t.Errorf("%q: got %v, want %v", d.Text(at), got, want[d.Text(at)])
		}
		start, end := d.Span(at)
		if got := string(d.Source()[start:end]); parse(t, got).Root().Text() != d.Text(at) {
			t.Errorf("got the span %s of the name %q", got, d.Text(at))
		}
	})
}

func TestParseAtCountsLinesOfTheFile(t *testing.T) {
	d, err := ParseAt([]byte("[1,\n2]"), 40)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Value(1).Position(); got != (Position{40, 2}) {
		t.Errorf("got %v, want 40, 2", got)
	}
	if got := d.Value(2).Position(); got != (Position{41, 1}) {
		t.Errorf("got %v, want 41, 1", got)
	}
	_, err = ParseAt([]byte("[1,\né]"), 40)
	fault, ok := err.(*SyntaxError)
	if !ok || fault.Line != 41 || fault.Column != 1 || fault.Offset != 4 {
		t.Errorf("got %#v, want a fault at 41, 1, offset 4", err)
	}
}

// Each value's span is a text of its own with the same value, and its position is that of the span.
func TestSpansAreTextsOfTheirOwn(t *testing.T) {
	text := "\ufeff {\"a\" : [ 1 , [ ] , { } , \"\\u00e9\\\"]\" ] ,\r\n \"\\ud83d\\ude00\" : { \"é\" : [ [ { \"x\" : -1.5e3 } ] ] } , \"z\" : null , \"t\":true}\n"
	d := parse(t, text)
	visited := 0
	entries(d, 0, func(at int, name bool) {
		visited++
		start, end := d.Span(at)
		own, err := Parse([]byte(text[start:end]))
		if err != nil {
			t.Fatalf("the span %q: %v", text[start:end], err)
		}
		if !name && !Equal(own.Root(), d.Value(at)) {
			t.Errorf("the span %q has another value than %s", text[start:end], d.Value(at).JSON())
		}
		before := strings.TrimPrefix(text[:start], "\ufeff")
		line := before[strings.LastIndexByte(before, '\n')+1:]
		want := Position{strings.Count(before, "\n") + 1, len([]rune(line)) + 1}
		if got := d.Position(at); got != want {
			t.Errorf("%q: got %v, want %v", text[start:end], got, want)
		}
	})
	if visited != 19 {
		t.Errorf("visited %d entries, want 19", visited)
	}
}

func TestSpanOfWhatWasBuilt(t *testing.T) {
	var b Builder
	if err := b.String("x", Position{2, 5}); err != nil {
		t.Fatal(err)
	}
	if start, end := b.Document().Span(0); start != 0 || end != 0 {
		t.Errorf("got %d, %d, want 0, 0", start, end)
	}
}

func TestSpanOfTheDeepest(t *testing.T) {
	text := append(bytes.Repeat([]byte("[ "), MaxDepth), bytes.Repeat([]byte(" ]"), MaxDepth)...)
	d := parse(t, string(text))
	for at := range MaxDepth {
		if start, end := d.Span(at); start != 2*at || end != len(text)-2*at {
			t.Fatalf("entry %d: got %d, %d", at, start, end)
		}
	}
}
