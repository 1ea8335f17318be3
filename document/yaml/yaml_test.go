package yaml

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/assaykit/assay/document"
)

// text writes the documents of a stream as JSON, one per line.
func text(docs []*document.Document) string {
	var b strings.Builder
	for _, d := range docs {
		b.WriteString(d.Root().JSON() + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestStreams(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"nothing", "", ""},
		{"comments only", "# one\n\n# two\n", ""},
		{"byte order mark only", "\ufeff", ""},
		{"one document", "a: 1", `{"a":1}`},
		{"several", "a: 1\n---\n- 2\n---\nthree\n", "{\"a\":1}\n[2]\n\"three\""},
		{"empty documents are null", "---\n---\n", "null\nnull"},
		{"an empty one between", "---\na\n---\n---\nb\n", "\"a\"\nnull\n\"b\""},
		{"explicit ends", "---\na\n...\n---\nb\n...\n", "\"a\"\n\"b\""},
		{"no start behind an end", "a: 1\n...\nb: 2\nc: 3\n... # c\n\n# d\n- e\n...\n", "{\"a\":1}\n{\"b\":2,\"c\":3}\n[\"e\"]"},
		{"ends only", "...\n...\n", ""},
		{"more ends than one", "...\na\n...\n# c\n...\nb\n...\n...\n", "\"a\"\n\"b\""},
		{"what looks like an end", "...a\n...b\n", "\"...a ...b\""},
		{"directives", "%YAML 1.2\n---\na: b\n", `{"a":"b"}`},
		{"directives of a later document", "a\n...\n# c\n%YAML 1.2\n%TAG ! tag:x:\n---\nb\n", "\"a\"\n\"b\""},
		{"what looks like a directive", "a: |\n  x\n  %YAML 1.2\nb: 'y\n\n%YAML 1.2 z'", `{"a":"x\n%YAML 1.2\n","b":"y\n%YAML 1.2 z"}`},
		{"byte order mark", "\ufeffa: 1\n", `{"a":1}`},
		{"CRLF", "a: 1\r\nb:\r\n  - x\r\n  - y z\r\n", `{"a":1,"b":["x","y z"]}`},
		{"CR", "a: 1\rb: 2\r", `{"a":1,"b":2}`},
		{"CRLF in a literal", "a: |\r\n  x\r\n  y\r\n", `{"a":"x\ny\n"}`},
		{"flow", "{a: [1, {b: }], 'c': \"d\", e}", `{"a":[1,{"b":null}],"c":"d","e":null}`},
		{"folded and literal", "a: >-\n  x\n  y\nb: |+\n  x\n\n", `{"a":"x y","b":"x\n\n"}`},
		{"one JSON text", " {\"a\"\n:1e400}\n", `{"a":1e400}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := Parse([]byte(c.yaml))
			if err != nil {
				t.Fatal(err)
			}
			if got := text(docs); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestDecoderGivesTheDocumentsBeforeAFault(t *testing.T) {
	d := NewDecoder(iotest.OneByteReader(strings.NewReader("a: 1\n---\nb: 2\n---\nc: [\n---\nd: 4\n")))
	for _, want := range []string{`{"a":1}`, `{"b":2}`} {
		next, err := d.Next()
		if err != nil || next.Root().JSON() != want {
			t.Fatalf("got %v, %v, want %s", next, err, want)
		}
	}
	var first *Error
	_, err := d.Next()
	if !errors.As(err, &first) || first.Line < 5 {
		t.Fatalf("got %v, want an *Error from line 5 on", err)
	}
	if _, again := d.Next(); again != err {
		t.Errorf("got %v after the fault, want the same error", again)
	}
}

func TestDecoderEnds(t *testing.T) {
	for _, text := range []string{"", "a: 1", "[1]", "---\n---"} {
		d := NewDecoder(strings.NewReader(text))
		for n := 0; n < 3; n++ {
			if _, err := d.Next(); err == io.EOF {
				break
			}
		}
		if _, err := d.Next(); err != io.EOF {
			t.Errorf("%q: got %v behind the end, want io.EOF", text, err)
		}
	}
}

func TestDecoderTellsWhatTheReaderTold(t *testing.T) {
	broken := errors.New("broken")
	d := NewDecoder(io.MultiReader(strings.NewReader("a: 1\n"), iotest.ErrReader(broken)))
	if _, err := d.Next(); !errors.Is(err, broken) {
		t.Errorf("got %v, want the reader's error", err)
	}
}
