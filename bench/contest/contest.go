// Package contest runs ways to do the same thing side by side, as benchmarks: to judge JSON texts by a schema, to decode them to
// structs and to encode these again.
package contest

import (
	"fmt"
	"testing"
	"time"

	"github.com/assaykit/assay/bench/corpus"
	"github.com/assaykit/assay/document"
)

// Entry is a case with the code that was generated for it.
type Entry struct {
	Name     string
	Validate func(text []byte) error         // the generated ValidateT
	Valid    func(d *document.Document) bool // what it judges by, once there is an index
	Codecs   *Codecs                         // nil where the root type is none that the others could fill
}

// run does the work for the document of a number.
type run func(i int) error

// way is a contender. start makes what can be made once, before the clock runs; its error says why the contender does not take part.
type way struct {
	name  string
	start func(e Entry, c corpus.Case, texts [][]byte) (run, error)
}

// compete runs all ways over each case, those of one case one after the other, so that what else the machine does meets all alike.
func compete(b *testing.B, work string, entries []Entry, ways []way) {
	cases, err := corpus.Read(work)
	if err != nil {
		b.Fatal(err)
	}
	seen, err := readRoster(work, b.Name())
	if err != nil {
		b.Fatal(err)
	}
	for i, e := range entries {
		b.Run("case="+e.Name, func(b *testing.B) { competeIn(b, seen, e, cases[i], ways) })
	}
	if err := seen.close(); err != nil {
		b.Fatal(err)
	}
}

// competeIn runs all ways over one case.
func competeIn(b *testing.B, seen *roster, e Entry, c corpus.Case, ways []way) {
	texts, err := c.Texts()
	if err != nil {
		b.Fatal(err)
	}
	for _, w := range ways {
		name := b.Name() + "/way=" + w.name
		if seen.Out[name] {
			continue
		}
		run, err := w.start(e, c, texts)
		if err == nil && seen.first {
			begin := time.Now()
			err = tryAll(run, len(texts))
			seen.Out[name] = time.Since(begin) > slow
		}
		if err != nil {
			seen.Out[name] = true
			note(name, err)
			continue
		}
		b.Run("way="+w.name, func(b *testing.B) { measure(b, run, texts) })
	}
}

// tryAll makes sure that a contender accepts every document: all contenders shall do the same work, and get the same answer.
func tryAll(do run, documents int) error {
	var first error
	refused := 0
	for i := range documents {
		if err := do(i); err != nil {
			if refused++; first == nil {
				first = err
			}
		}
	}
	if first != nil {
		return fmt.Errorf("refuses %d of %d documents: %w", refused, documents, first)
	}
	return nil
}

// measure goes over all documents in each iteration.
func measure(b *testing.B, do run, texts [][]byte) {
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range texts {
			if err := do(i); err != nil {
				b.Fatal(err)
			}
		}
	}
	documents := float64(len(texts))
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/documents, "ns/doc")
	b.ReportMetric(documents, "docs")
	b.ReportMetric(float64(size), "textbytes") // MB/s is left out by package testing where it is small
}
