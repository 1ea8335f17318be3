package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// inTree makes files in a new folder and goes there.
func inTree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestExpander(t *testing.T) {
	inTree(t, map[string]string{
		"d/b.json": "", "d/a.YAML.gz": "", "d/c.txt": "", "d/deep/z.jsonl.zst": "", "d/deep/.hidden.json": "",
		"[odd].json": "", "e/f.txt": "", "gz.gz": "",
	})
	tests := []struct {
		name   string
		args   []string
		want   []string
		failed string // of the last argument
	}{
		{"standard input, once", []string{"-", "-"}, []string{"-"}, ""},
		{"a folder, with what is hidden", []string{"d"}, []string{"d/a.YAML.gz", "d/b.json", "d/deep/.hidden.json", "d/deep/z.jsonl.zst"}, ""},
		{"a folder with a slash", []string{"./d/deep/"}, []string{"d/deep/.hidden.json", "d/deep/z.jsonl.zst"}, ""},
		{"a file keeps its path as given", []string{"./d/../d/c.txt"}, []string{"./d/../d/c.txt"}, ""},
		{"nothing twice, in the order of first mention", []string{"d/deep/z.jsonl.zst", "d", "./d/b.json"},
			[]string{"d/deep/z.jsonl.zst", "d/a.YAML.gz", "d/b.json", "d/deep/.hidden.json"}, ""},
		{"a glob matches any ending", []string{"d/*.t*"}, []string{"d/c.txt"}, ""},
		{"a glob over folders", []string{"**/*.{json,txt}"}, []string{"[odd].json", "d/b.json", "d/c.txt", "d/deep/.hidden.json", "e/f.txt"}, ""},
		{"a name that looks like a glob", []string{"[odd].json"}, []string{"[odd].json"}, ""},
		{"a file that is not there", []string{"d/b.json", "nope"}, []string{"d/b.json"}, "nope: cannot be read: no such file"},
		{"a folder without any", []string{"e"}, nil, "e: found no file that ends in .json"},
		{"a glob without any", []string{"*.xml"}, nil, "*.xml: found no file that matches"},
		{"a glob that is none", []string{"[a"}, nil, "[a: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := expander{endings: validateEndings, notes: &notes{w: &bytes.Buffer{}}}
			var err error
			for _, arg := range test.args {
				err = e.add(arg)
			}
			if diff := cmp.Diff(test.want, e.files); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			if (err == nil) != (test.failed == "") || err != nil && !strings.HasPrefix(err.Error(), test.failed) {
				t.Errorf("error: found %v, wanted %q", err, test.failed)
			}
		})
	}
}

func TestCovers(t *testing.T) {
	inTree(t, map[string]string{"d/a.json": "", "d/e/b.json": "", "dd/a.json": ""})
	tests := []struct {
		arg, file string
		want      bool
	}{
		{"d", "d/a.json", true},
		{"d/", "d/e/b.json", true},
		{"d", "dd/a.json", false},
		{"d/a.json", "./d/../d/a.json", true},
		{"d/*.json", "d/a.json", true},
		{"d/*.json", "d/e/b.json", false},
		{"d/**/*.json", "d/e/b.json", true},
		{"nowhere", "d/a.json", false},
		{"[", "d/a.json", false},
	}
	for _, test := range tests {
		t.Run(test.arg+" "+test.file, func(t *testing.T) {
			if got := covers(test.arg, test.file); got != test.want {
				t.Errorf("found %v, wanted %v", got, test.want)
			}
		})
	}
}

func TestLanguageOf(t *testing.T) {
	for name, want := range map[string]language{
		"a.json": oneJSON, "a": unsaid, "a.txt": unsaid, "A.JSON.GZ": oneJSON, "a.yaml.zst": yamlStream, "a.YML": yamlStream,
		"a.ndjson": records, "b.jsonl.gz": records, "-": unsaid,
	} {
		if got := languageOf(input{name: name, otherwise: unsaid}); got != want {
			t.Errorf("%s: found %v, wanted %v", name, got, want)
		}
	}
}
