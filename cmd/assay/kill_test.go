package main

import (
	"bytes"
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

// TestKilled kills the program while it writes. What it was to replace is whole, the old or the new, and nothing but files that say so is left beside it.
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
	// What is to be written, old and new.
	texts := map[string][2][]byte{}
	for i := range 2 {
		put(t, filepath.Join(dir, "thing.json"), schema(i))
		for name, args := range map[string][]string{"thing": generate("thing"), "report.ndjson": validate("report.ndjson")} {
			finished(t, dir, args)
			both := texts[name]
			both[i] = textsIn(t, filepath.Join(dir, name))
			texts[name] = both
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 20 {
		put(t, filepath.Join(dir, "thing.json"), schema(round%2))
		for name, args := range map[string][]string{"thing": generate("thing"), "report.ndjson": validate("report.ndjson")} {
			cmd := program(dir, args)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(r.IntN(150)) * time.Millisecond)
			_ = cmd.Process.Kill() // it may be over
			_ = cmd.Wait()
			if found := textsIn(t, filepath.Join(dir, name)); !bytes.Equal(found, texts[name][0]) && !bytes.Equal(found, texts[name][1]) {
				t.Fatalf("round %d: %s is neither the old nor the new", round, name)
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

// textsIn are the texts of a file, or of the files of a folder but for those that were not finished.
func textsIn(t *testing.T, path string) []byte {
	t.Helper()
	if info, err := os.Stat(path); err != nil {
		t.Fatal(err)
	} else if !info.IsDir() {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	files, err := filepath.Glob(filepath.Join(path, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	for _, file := range files {
		all = append(all, textsIn(t, file)...)
	}
	return all
}
