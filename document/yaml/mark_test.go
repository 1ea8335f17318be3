package yaml

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaykit/assay/document"
)

// A mark that a document begins with is a character of its line, unless the text begins with it.
func TestMarksBeforeDocuments(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"behind a comment", "# c\n\ufeffa: 1\nb: 2\n", "@2:2 a:2:2 /a@2:5 b:3:1 /b@3:4"},
		{"behind blank lines", "\n  \n\r\n\ufeffa: 1\nb: 2\n", "@4:2 a:4:2 /a@4:5 b:5:1 /b@5:4"},
		{"behind an indented comment", "  # c\n\ufeff- a\n- b", "@2:2 /0@2:4 /1@3:3"},
		{"behind lines that end with CR", "# c\r# d\r\ufeffa: 1\rb: 2", "@3:2 a:3:2 /a@3:5 b:4:1 /b@4:4"},
		{"before comments", "# c\n\ufeff# d\n\n  a: 1\n", "@4:3 a:4:3 /a@4:6"},
		{"alone on its line", "# c\n\ufeff\na: 1", "@3:1 a:3:1 /a@3:4"},
		{"more than one", "\ufeff\ufeff# c\n\ufeff\ufeffa: 1\nb: 2", "@2:3 a:2:3 /a@2:6 b:3:1 /b@3:4"},
		{"before a directive", "# c\n\ufeff%YAML 1.2\n---\na: 1", "@4:1 a:4:1 /a@4:4"},
		{"before a start marker", "# c\n\ufeff--- a\n--- b", "@2:6 | @3:5"},
		{"behind an end marker", "a: 1\n...\n\ufeffb: 2\nc: 3", "@1:1 a:1:1 /a@1:4 | @3:2 b:3:2 /b@3:5 c:4:1 /c@4:4"},
		{"behind an end marker with a comment", "a\n... # c\n# d\n\n\ufeffb", "@1:1 | @5:2"},
		{"behind the last end marker", "a\n...\n\ufeff", "@1:1"},
		{"nothing else", "# c\n\ufeff", ""},
		{"indentation behind the mark", "# c\n\ufeff  a: 1\n  b: 2", "@2:4 a:2:4 /a@2:7 b:3:3 /b@3:6"},
		{"non-specific tag", "# c\n\ufeff! 1", "@2:2"},
		{"an alias and exchanged characters", "# c\n\ufeff[&a \"\\/\", *a]", "@2:2 /0@2:3 /1@2:12"},
		{"JSON", "\n\ufeff{\"a\": 1}", "@2:2 a:2:3 /a@2:8"},
		{"the text's own", "\ufeffa: 1\nb: 2", "@1:1 a:1:1 /a@1:4 b:2:1 /b@2:4"},
		{"in quotes it is text", "# c\n\"\ufeff\n\n\ufeff\"", "@2:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := Parse([]byte(c.yaml))
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, d := range docs {
				all = append(all, strings.Join(places(d.Root()), " "))
			}
			if got := strings.Join(all, " | "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestMarksWithinQuotesAreText(t *testing.T) {
	docs, err := Parse([]byte("# c\n\ufeff- ! 1\n- '\ufeff\n  \ufeff'\n- \"\ufeff\""))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := text(docs), "[\"1\",\"\ufeff \ufeff\",\"\ufeff\"]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestMarksElsewhere(t *testing.T) {
	const unfit = "found a scalar with the character U+FEFF, wanted such characters within quotes only"
	for _, c := range []struct{ name, yaml, want string }{
		{"before a later line", "a: 1\n\ufeffb: 2\n", "2:1: " + unfit},
		{"behind space", "# c\n \ufeffa: 1\n", "2:2: " + unfit},
		{"behind a mark and space", "# c\n\ufeff \ufeffa: 1\n", "2:3: " + unfit},
		{"behind a tag of the line", "# c\n\ufeff! \ufeffa\n", "2:2: " + unfit},
		{"behind a start marker", "--- \n\ufeffa\n", "2:1: " + unfit},
		{"behind what begins like an end marker", "...a\n\ufeffb: 1\n", "2:3: not YAML: mapping values are not allowed in this context"},
		{"behind a directive", "%YAML 1.2\n\ufeff---\na: 1", "3:2: not YAML: mapping values are not allowed in this context"},
		{"without an end marker", "a: 1\n\ufeff---\nb: 2", "2:1: not YAML: could not find expected ':'"},
	} {
		t.Run(c.name, func(t *testing.T) { wantFault(t, c.yaml, c.want) })
	}
}

func TestFaultsOnMarkedLines(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"two values", "# c\n\ufeffa: b: c\n", "2:6: not YAML: mapping values are not allowed in this context"},
		{"control character", "# c\n\ufeffa\x00", "2:3: found the control character U+0000, wanted none"},
		{"not UTF-8", "# c\n\ufeffé\xff", "2:3: found byte 0xff, wanted UTF-8"},
		{"tab", "# c\n\ufeff\ta: 1", "2:2: found a tab in the indentation, wanted spaces"},
		{"infinity", "# c\n\ufeffa: .inf", "2:5: found .inf, wanted a number that JSON has"},
		{"the line below", "# c\n\ufeffa: 1\nb: .inf", "3:4: found .inf, wanted a number that JSON has"},
	} {
		t.Run(c.name, func(t *testing.T) { wantFault(t, c.yaml, c.want) })
	}
	_, err := Parse([]byte("# c\n\ufeffa: 1\na: 2"))
	var twice *document.DuplicateError
	if !errors.As(err, &twice) || twice.First != (document.Position{Line: 2, Column: 2}) || twice.Second != (document.Position{Line: 3, Column: 1}) {
		t.Errorf("got %v, want a *DuplicateError of 2:2 and 3:1", err)
	}
}

// A file of SchemaStore that has its mark behind a comment.
func TestMarkBehindCommentInTheWild(t *testing.T) {
	shared := os.Getenv("ASSAY_SHARED")
	if shared == "" {
		shared = "../../../shared"
	}
	file := filepath.Join(shared, "corpus/schemastore/valid/venvironment-schema-v4.0.0/unicode-1.yaml")
	raw, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("missing: corpus/schemastore in ASSAY_SHARED")
	}
	if err != nil {
		t.Fatal(err)
	}
	docs, err := Parse(raw)
	if err != nil || len(docs) != 1 {
		t.Fatalf("got %d documents and %v, want one", len(docs), err)
	}
	if got := docs[0].Root().Get("version").Text(); got != "4.0.0" {
		t.Errorf("version: got %q, want 4.0.0", got)
	}
}
