package main

import (
	"math"
	"os"
	"path/filepath"
	"testing"
)

const output = `goos: linux
cpu: fast
BenchmarkJudge/case=a/way=generated-2 1 1 ns/op 10 ns/doc 2 docs 40 textbytes 4 allocs/op
BenchmarkJudge/case=a/way=generated-2 1 1 ns/op 30 ns/doc 2 docs 40 textbytes 4 allocs/op
BenchmarkJudge/case=a/way=v6-2 1 1 ns/op 40 ns/doc 2 docs 40 textbytes 8 allocs/op
BenchmarkJudge/case=b/way=generated-2 1 1 ns/op 20 ns/doc 1 docs 10 textbytes 0 allocs/op
BenchmarkJudge/case=b/way=v6-2 1 1 ns/op 20 ns/doc 1 docs 10 textbytes 0 allocs/op
BenchmarkJudge/case=b/way=ajv 1 1 ns/op 20 ns/doc 1 docs 10 textbytes
note BenchmarkJudge/case=a/way=ajv refuses 1 of 2 documents
`

func TestRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "output.txt")
	if err := os.WriteFile(file, []byte(output), 0o666); err != nil {
		t.Fatal(err)
	}
	all, config, err := read([]string{file})
	if err != nil {
		t.Fatal(err)
	}
	if config["cpu"] != "fast" {
		t.Errorf("found the configuration %v", config)
	}
	judge := all["Judge"]
	if got := judge.of["a"]["generated"]; got.ns != 10 || got.rounds != 2 || got.allocs != 2 || math.Abs(got.mbs-2000) > 1e-6 {
		t.Errorf("found %+v, wanted the faster round, for a document", got)
	}
	if got := judge.notes["a"]["ajv"]; got != "refuses 1 of 2 documents" {
		t.Errorf("found the note %q", got)
	}
	mean, cases, allocs, others := all.mean(pair{contest: "Judge", way: "generated", other: "v6"})
	if math.Abs(mean-0.5) > 1e-9 || cases != 2 || allocs != 1 || others != 2 {
		t.Errorf("found the ratio %v of %d cases, allocations %v and %v", mean, cases, allocs, others)
	}
	if common := judge.common(); len(common) != 1 || common[0] != "b" {
		t.Errorf("found the common cases %v", common)
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 0.00052: "0.00052", 0.028: "0.028", 0.55: "0.55", 12: "12.0", 386: "386", 93326: "93,326", 1234567: "1,234,567",
	} {
		if got := number(v); got != want {
			t.Errorf("%v: found %s, wanted %s", v, got, want)
		}
	}
	if got := number(math.NaN()); got != "-" {
		t.Errorf("found %s for nothing", got)
	}
}
