package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"assay": main})
}

// TestScript tells how the command line behaves, in testdata/script. Beside the usual commands there are
// "status N assay ..." for an exit status, "pack FILE" for FILE.gz and FILE.zst, and "await PATTERN FILE" for what a program
// in the background is to write.
func TestScript(t *testing.T) { testscript.Run(t, scripts("../../testdata/script")) }

// scripts is how the scripts in a folder are run.
func scripts(dir string) testscript.Params {
	return testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(e *testscript.Env) error {
			root, err := os.Getwd()
			e.Setenv("ROOT", root+"/../..")
			e.Setenv("ASSAY_HASH_KEY", "story") // so that hashes are the same in each run
			return err
		},
		Condition: func(name string) (bool, error) {
			if name == "root" { // whom no mode of a folder keeps out
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("found the condition %q, wanted root", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"pack":   pack,
			"await":  await,
		},
	}
}

// status runs a program and wants an exit status.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N PROGRAM [ARGUMENT]...")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		got = statusIn(err)
	}
	ts.Logf("[status %s]", got)
	if got != args[0] {
		ts.Fatalf("exit status: found %s, wanted %s", got, args[0])
	}
}

// statusIn is the number in "exit status N".
func statusIn(err error) string {
	text := err.Error()
	return text[strings.LastIndexByte(text, ' ')+1:]
}

// pack compresses a file in both ways.
func pack(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		text := ts.ReadFile(name)
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, err := z.Write([]byte(text))
		ts.Check(err)
		ts.Check(z.Close())
		ts.Check(os.WriteFile(ts.MkAbs(name+".gz"), b.Bytes(), 0o644))
		e, err := zstd.NewWriter(nil)
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(name+".zst"), e.EncodeAll([]byte(text), nil), 0o644))
	}
}

// await waits until a file has text that a pattern matches.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: await PATTERN FILE")
	}
	pattern, err := regexp.Compile("(?m)" + args[0])
	ts.Check(err)
	var text []byte
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if text, err = os.ReadFile(ts.MkAbs(args[1])); err == nil && pattern.Match(text) {
			return
		}
	}
	ts.Fatalf("%s: found no match for %s (%v), in:\n%s", args[1], args[0], err, text)
}
