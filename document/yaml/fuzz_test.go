package yaml

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/assaykit/assay/document"
)

// Some JSON is beyond the library: a name that is not on one line with its colon, a name of more
// than 1024 characters (which YAML 1.2 excludes, too, in section 7.4.2), and tabs before and
// behind the whole text. Parse reads it nevertheless, but not within larger YAML.
var beyond = regexp.MustCompile(`"[ \t]*[\r\n]\s*:|^(\x{feff})?\s*\t|\t\s*$`)

// readByLibrary reads a text as YAML even where it is JSON.
func readByLibrary(text []byte) ([]*document.Document, error) {
	d := &Decoder{raw: text}
	if err := d.begin(); err != nil {
		return nil, err
	}
	var all []*document.Document
	for {
		next, err := d.Next()
		if err != nil {
			return all, err
		}
		all = append(all, next)
	}
}

// sameAsJSON wants the library's reading of a JSON text to be that of package document.
func sameAsJSON(t *testing.T, text []byte, want *document.Document) {
	t.Helper()
	docs, err := readByLibrary(text)
	if len(docs) != 1 {
		t.Fatalf("got %d documents and %v of the JSON text %q", len(docs), err, text)
	}
	if got := docs[0].Root(); !document.Equal(got, want.Root()) {
		t.Fatalf("got %s of the JSON text %q", got.JSON(), text)
	}
	if !bytes.ContainsRune(text, '\r') { // a line end for YAML, white space for JSON
		if got, want := strings.Join(places(docs[0].Root()), " "), strings.Join(places(want.Root()), " "); got != want {
			t.Fatalf("got the places %s of %q, want %s", got, text, want)
		}
	}
}

func TestJSONIsYAML(t *testing.T) {
	for _, text := range []string{
		`{}`, `[]`, `""`, `0`, `-0`, `-1.50e+10`, `1e400`, `true`, `null`, "\ufeff[1]", " [ 1 , 2 ] \n",
		`{"a":{"b":[1,{"c":null}]},"d":"e"}`, "{\n\t\"a\": [\n\t\t1,\n\t\t2\n\t]\n}", `{"a":1,"<<":{"b":2}}`,
		`"\"\\\/\b\f\n\r\t\u00e9\u0000"`, `"\ud83d\ude00"`, `"\\/\\\/\\\\/"`, `"\\ud83d\\ude00\\\ud83d\ude00"`, `["\udbff\udfff/"]`,
		"\"\x7f\u0080\u0085\u2028\u2029\ufeff\ufffe\uffff\"", "\" \u2028 \u0085 \"", "\"\U000F0000\U0010FFFF\\/\"", `"\uFFFE\ufeff\u007f"`,
		`{"\/":"\/","\ud83d\ude00":1}`, `["~","null","1","yes","2026-11-01","<<","#","- a","a: b","!x","&x","*x"]`,
		`[true,false,null,0.1,1E2,1e-2]`, "[\r\n1,\r\n2]\r\n", `{"":""}`, `" a  b "`, `{"a b":"c: d # e"}`,
	} {
		want, err := document.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		sameAsJSON(t, []byte(text), want)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"a: 1\n---\n- &x {b: [~]}\n- <<: *x\n", `{"a":"\/\ud83d\ude00"}`, "? !!int 0x1F\n: >\n  a\n\n b\n", "%YAML 1.2\n---\n! 1\n...\n",
		"\"\\U000F0000 \\/ \\\n \u0085\"", "a: 'x\n  y'\n\tb", "- |2-\n   x\n- !t\n", "\ufeff{\"a\"\n: .5}", "a: &a [*a]", "0: [:!00 \xef",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		docs, err := Parse(text)
		if err != nil {
			fault, ok := err.(*Error)
			if !ok || fault.Line < 1 || fault.Column < 1 || fault.Reason == "" || docs != nil {
				t.Fatalf("got %v, %#v", docs, err)
			}
			return
		}
		for _, d := range docs {
			again, err := document.Parse([]byte(d.Root().JSON()))
			if err != nil || !document.Equal(d.Root(), again.Root()) {
				t.Fatalf("%q does not survive as JSON: %v", d.Root().JSON(), err)
			}
		}
		want, err := document.Parse(text)
		if err != nil || beyond.Match(text) || utf8.RuneCount(text) > 1000 {
			return
		}
		sameAsJSON(t, text, want)
	})
}
