package yaml

import (
	"errors"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
)

// wantFault parses what is faulty and compares the error's text.
func wantFault(t *testing.T, yaml, want string) *Error {
	t.Helper()
	docs, err := Parse([]byte(yaml))
	var fault *Error
	if !errors.As(err, &fault) || docs != nil {
		t.Fatalf("got %v, %v, want an *Error only", docs, err)
	}
	if err.Error() != want {
		t.Errorf("got  %s\nwant %s", err, want)
	}
	return fault
}

func TestFaults(t *testing.T) {
	far := strings.Repeat("- é\n", 30_000)
	for _, c := range []struct{ name, yaml, want string }{
		{"tab as indentation", "a:\n\tb: 1\n", "2:1: found a tab in the indentation, wanted spaces"},
		{"tab behind a deeper line", "a:\n  b: 1\n\tc: 2\n", "3:1: found a tab in the indentation, wanted spaces"},
		{"tab at the start", "\ta: 1\n", "1:1: found a tab in the indentation, wanted spaces"},
		{"NUL", "a: 1\nb: x\x00y\n", "2:5: found the control character U+0000, wanted none"},
		{"NUL at the end", "a: 1\x00", "1:5: found the control character U+0000, wanted none"},
		{"escape character", "é: \x1b\n", "1:4: found the control character U+001B, wanted none"},
		{"not UTF-8", "a: 1\r\né: \xff\n", "2:4: found byte 0xff, wanted UTF-8"},
		{"half a character", "a: \xe2\x82", "1:4: found byte 0xe2, wanted UTF-8"},
		{"UTF-16", "\xff\xfea\x00", "1:1: found byte 0xff, wanted UTF-8"},
		{"DEL outside of quotes", "a: b\x7f", "1:4: found a scalar with the character U+007F, wanted such characters within quotes only"},
		{"mark in the middle", "a: 1\nb: \ufeffx", "2:4: found a scalar with the character U+FEFF, wanted such characters within quotes only"},
		{"two values", "a: b: c\n", "1:5: not YAML: mapping values are not allowed in this context"},
		{"a colon before it", "x: http://y\né: z: http://w\n", "2:5: not YAML: mapping values are not allowed in this context"},
		{"indentation", "a: 1\n b: 2\n", "2:3: not YAML: mapping values are not allowed in this context"},
		{"item in a mapping", "a: 1\n- b\nc: 2\n", "2:1: not YAML: did not find expected key"},
		{"bracket too many", "k: {a: 1}}\n", "1:10: not YAML: did not find expected key"},
		{"bracket that stays open", "a: 1\nb: [1, 2", "2:4: not YAML: did not find expected ',' or ']'"},
		{"missing comma", "{x: 1,\n \"b\": 2\n \"c\": 3,\n \"d\": 4}", "3:7: not YAML: did not find expected ',' or '}'"},
		{"quote that stays open", "a: 'x\n\n", "3:1: not YAML: found unexpected end of stream"},
		{"unknown escape", "x: 1\né: \"a\\q\"\n", "2:6: not YAML: found unknown escape character"},
		{"half a surrogate pair", `a: "\ud83d"`, "1:10: not YAML: found invalid Unicode character escape code"},
		{"reserved character", "a: @x\n", "1:4: not YAML: found character that cannot start any token"},
		{"unknown anchor", "x: 1\né: *user\n", "2:4: not YAML: unknown anchor 'user' referenced"},
		{"line without a colon", "a: 1\n  \nb\nc: 2\n", "3:1: not YAML: could not find expected ':'"},
		{"directives without a document", "a\n...\n%YAML 1.2\n...\nb\n", "3:9: not YAML: did not find expected <document start>"},
		{"undefined tag handle", "a: !e!x b", "1:7: not YAML: found undefined tag handle"},
		{"in a later document", "a: 1\n---\nb:\n  c: d: e\n", "4:7: not YAML: mapping values are not allowed in this context"},
		{"far from the start", far + "a: b: c\n", "30001:1: not YAML: did not find expected '-' indicator"},
		{"sequence as a key", "é: 1\n[a]: 1", "2:1: found a sequence as a key, wanted a scalar, which can name a JSON member"},
		{"mapping as a key", "? {a: 1}\n: 1", "1:3: found a mapping as a key, wanted a scalar, which can name a JSON member"},
		{"alias of a sequence as a key", "a: &a [1]\n*a : 1", "2:1: found a sequence as a key, wanted a scalar, which can name a JSON member"},
		{"too deep", strings.Repeat("[", 1025) + "x" + strings.Repeat("]", 1025), "1:1025: found more, wanted at most 1024 arrays and objects within each other (the limit depth)"},
		{"deeper than the library goes", strings.Repeat("[", 20_000), "1:10001: not YAML: exceeded max depth of 10000"},
	} {
		t.Run(c.name, func(t *testing.T) { wantFault(t, c.yaml, c.want) })
	}
}

func TestEqualNamesHaveBothPlaces(t *testing.T) {
	for _, c := range []struct {
		name, yaml    string
		first, second document.Position
	}{
		{"in a block", "é: 1\nb: 2\né: 3", document.Position{Line: 1, Column: 1}, document.Position{Line: 3, Column: 1}},
		{"in a flow", "- {é: 1, 'é': 2}", document.Position{Line: 1, Column: 4}, document.Position{Line: 1, Column: 10}},
		{"in JSON", `{"a":1,"b":2,"\u0061":3}`, document.Position{Line: 1, Column: 2}, document.Position{Line: 1, Column: 14}},
		{"of other types", "1: a\n'1': b", document.Position{Line: 1, Column: 1}, document.Position{Line: 2, Column: 1}},
		{"by an alias", "&k a: 1\n*k : 2", document.Position{Line: 1, Column: 1}, document.Position{Line: 2, Column: 1}},
		{"beside a merge key", "<<: {x: 1}\na: 1\na: 2", document.Position{Line: 2, Column: 1}, document.Position{Line: 3, Column: 1}},
		{"in what is merged", "<<: {x: 1,\n x: 2}", document.Position{Line: 1, Column: 6}, document.Position{Line: 2, Column: 2}},
		{"of merge keys", "<<: {x: 1}\n<<: {y: 1}", document.Position{Line: 1, Column: 1}, document.Position{Line: 2, Column: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse([]byte(c.yaml))
			var fault *Error
			var twice *document.DuplicateError
			if !errors.As(err, &fault) || !errors.As(err, &twice) {
				t.Fatalf("got %v, want an *Error of a *DuplicateError", err)
			}
			if twice.First != c.first || twice.Second != c.second {
				t.Errorf("got %v and %v, want %v and %v", twice.First, twice.Second, c.first, c.second)
			}
			if fault.Line != c.second.Line || fault.Column != c.second.Column || err.Error() != twice.Error() {
				t.Errorf("got %v, want the second place and the text of %v", err, twice)
			}
		})
	}
}
