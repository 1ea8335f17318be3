package secret

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestLooksOfWords wants hardly a word or name in the source of Go's library to be taken for a secret, where it has no keys and digests.
func TestLooksOfWords(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads the source of Go's library")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skip("found no Go command: ", err)
	}
	const without = "cmd crypto simd testdata unicode" // keys, opcodes and tables
	words := map[string]bool{}
	split := regexp.MustCompile("[^\\s\"'()\\[\\]{},;]{8,}")
	err = filepath.WalkDir(filepath.Join(strings.TrimSpace(string(root)), "src"), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains(strings.Fields(without), d.Name()):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(path)
		for _, word := range split.FindAllString(string(text), -1) {
			words[word] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	taken := 0
	for word := range words {
		if Looks(word) {
			taken++
		}
	}
	t.Logf("%d of %d words are taken for secrets", taken, len(words))
	if len(words) < 10_000 || taken*500 > len(words) {
		t.Errorf("found %d of %d words taken for secrets, wanted one in 500 at most", taken, len(words))
	}
}
