package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestModel prepares the model alone and lets every contender go over its documents once.
func TestModel(t *testing.T) {
	work, err := filepath.Abs("../_test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(work) })
	if err := prepare("../..", t.TempDir(), work); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "test", "-run", "^$", "-bench", ".", "-benchtime", "1x", ".")
	cmd.Dir = work
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{
		"Judge/case=model/way=generated", "Judge/case=model/way=v6", "Decode/case=model/way=generated", "Decode/case=model/way=easyjson",
		"Encode/case=model/way=generated-append", "Encode/case=model/way=sonic",
	} {
		if !strings.Contains(string(out), "Benchmark"+want+"-") && !strings.Contains(string(out), "Benchmark"+want+" ") {
			t.Errorf("found no %s in\n%s", want, out)
		}
	}
	if strings.Contains(string(out), "\nnote ") {
		t.Errorf("found a contender that does not take part in\n%s", out)
	}
}
