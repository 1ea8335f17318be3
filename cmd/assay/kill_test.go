package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestKilled kills the program while it writes. Each file that it was to replace is whole, the old or the new, and what is left beside them says by its
// name that it was not finished.
func TestKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files that are open cannot be renamed")
	}
	dir := t.TempDir()
	schema := func(n int) string {
		var b strings.Builder
		fmt.Fprintf(&b, `{"title": "Thing", "type": "object", "properties": {"version": {"const": %d}`, n)
		for i := range 300 {
			fmt.Fprintf(&b, `, "member%d": {"type": "object", "properties": {"a": {"type": "string"}}}`, i)
		}
		return b.String() + "}}"
	}
	put(t, filepath.Join(dir, "go.mod"), "module example.com/killed\n\ngo 1.26\n")
	put(t, filepath.Join(dir, "numbers.json"), "["+strings.Repeat("1, ", 20_000)+"1]")
	put(t, filepath.Join(dir, "strings.json"), `{"items": {"type": "string"}}`)
	generate := func(out string) []string {
		return []string{"generate", "--schema", "thing.json", "--package", "thing", "--out", out, "--type", "Thing"}
	}
	validate := func(out string) []string {
		return []string{"validate", "--schema", "strings.json", "--report", "ndjson", "--output", out, "numbers.json"}
	}
	// What is to be written, old and new, by the names of the files.
	var texts [2]map[string]string
	commands := [][]string{generate("thing"), validate("report.ndjson")}
	for i := range texts {
		put(t, filepath.Join(dir, "thing.json"), schema(i))
		for _, args := range commands {
			finished(t, dir, args)
		}
		texts[i] = textsIn(t, dir)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 20 {
		put(t, filepath.Join(dir, "thing.json"), schema(round%2))
		for _, args := range commands {
			cmd := program(dir, args)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(r.IntN(150)) * time.Millisecond)
			_ = cmd.Process.Kill() // it may be over
			_ = cmd.Wait()
			found := textsIn(t, dir)
			for name, text := range found {
				if text != texts[0][name] && text != texts[1][name] {
					t.Fatalf("round %d: %s is neither the old nor the new", round, name)
				}
			}
			if len(found) != len(texts[0]) {
				t.Fatalf("round %d: found %d files, wanted %d", round, len(found), len(texts[0]))
			}
		}
	}
}

// finished runs the program to its end.
func finished(t *testing.T, dir string, args []string) {
	t.Helper()
	if out, err := program(dir, args).CombinedOutput(); err != nil && args[0] == "generate" {
		t.Fatalf("%v\n%s", err, out)
	}
}

// program is the program that scripts run, too.
func program(dir string, args []string) *exec.Cmd {
	cmd := exec.Command("assay", args...)
	cmd.Dir = dir
	return cmd
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// textsIn are the texts of what the program writes in a folder, by the names of the files. Those that it did not finish are none.
func textsIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "thing", "*"))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range append(files, filepath.Join(dir, "report.ndjson")) {
		if strings.HasPrefix(filepath.Base(file), ".assay-") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(text)
	}
	return texts
}
