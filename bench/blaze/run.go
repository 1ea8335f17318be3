package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"time"

	"github.com/assaykit/assay/bench/corpus"
)

// The ways that are measured: from texts, and with parsed documents in hand.
const (
	whole   = "blaze"
	indexed = "blaze-indexed"
)

// fileSize is how much text a run reads at least, in bytes.
const fileSize = 8 << 20

// loops is how often its benchmark judges each document.
const loops = "100"

type runner struct {
	command string
	corpus.Case
	texts [][]byte
	work  string
}

func (r runner) name(way string) string { return "BenchmarkJudge/case=" + r.Name + "/way=" + way }

// round measures and prints both ways once.
func (r runner) round() error {
	validate, err := r.benchmark()
	if err != nil {
		return err
	}
	size := 0
	for _, text := range r.texts {
		size += len(text)
	}
	times := fileSize/size + 1
	once, err := r.userTime(1)
	if err != nil {
		return err
	}
	many, err := r.userTime(times + 1)
	if err != nil {
		return err
	}
	r.print(whole, size, float64((many-once).Nanoseconds())/float64(times))
	r.print(indexed, size, validate*float64(len(r.texts)))
	return nil
}

// print prints a result; ns is for all documents.
func (r runner) print(way string, size int, ns float64) {
	n := len(r.texts)
	fmt.Printf("%s\t1\t%.0f ns/op\t%.2f ns/doc\t%d docs\t%d textbytes\n", r.name(way), ns, ns/float64(n), n, size)
}

// userTime is how long the command takes for a file that has the documents some times.
func (r runner) userTime(times int) (time.Duration, error) {
	name := filepath.Join(r.work, "blaze.jsonl")
	text := append(bytes.Join(r.texts, []byte("\n")), '\n')
	if err := os.WriteFile(name, bytes.Repeat(text, times), 0o666); err != nil {
		return 0, err
	}
	defer os.Remove(name)
	cmd, _, err := r.run(name)
	if err != nil {
		return 0, err
	}
	return cmd.ProcessState.UserTime(), nil
}

var passed = regexp.MustCompile(`PASS ([\d.]+) \+-`)

// benchmark is what the command's own benchmark says, in nanoseconds for a document.
func (r runner) benchmark() (float64, error) {
	_, out, err := r.run(r.Instances, "--benchmark", "--loop", loops)
	if err != nil {
		return 0, err
	}
	found := passed.FindAllSubmatch(out, -1)
	if len(found) != len(r.texts) {
		return 0, fmt.Errorf("found %d results for %d documents", len(found), len(r.texts))
	}
	sum := 0.0
	for _, m := range found {
		us, err := strconv.ParseFloat(string(m[1]), 64)
		if err != nil {
			return 0, err
		}
		sum += us * 1000
	}
	return sum / float64(len(found)), nil
}

// run judges a file by the command, in the mode that is meant for speed.
func (r runner) run(instances string, flags ...string) (*exec.Cmd, []byte, error) {
	flags = append([]string{"validate", r.Schema, instances, "--fast"}, flags...)
	if r.Formats {
		flags = append(flags, "--format-assertion")
	}
	cmd := exec.Command(r.command, flags...)
	out, err := cmd.Output()
	if failed := new(exec.ExitError); errors.As(err, &failed) {
		err = fmt.Errorf("refuses: %s", failed.Stderr[:min(len(failed.Stderr), 160)])
	}
	return cmd, out, err
}
