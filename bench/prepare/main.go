// Command prepare writes what the benchmarks need to the work folder: Go for each schema, and the file that puts it
// all into one test binary.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/assaykit/assay/bench/corpus"
)

// module is the module that the work folder is in. That its name begins with _ keeps it out of ./...
const module = "github.com/assaykit/assay/bench"

func main() {
	log.SetFlags(0)
	log.SetPrefix("prepare: ")
	root := flag.String("root", "..", "the `folder` of the project")
	shared := flag.String("shared", "../../shared", "the `folder` that has corpus/benchmark")
	work := flag.String("work", "_work", "the `folder` to write to")
	flag.Parse()
	if err := prepare(*root, *shared, *work); err != nil {
		log.Fatal(err)
	}
}

func prepare(root, shared, work string) error {
	for _, folder := range []*string{&root, &shared, &work} {
		var err error
		if *folder, err = filepath.Abs(*folder); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(work); err != nil {
		return err
	}
	if err := os.MkdirAll(work, 0o777); err != nil {
		return err
	}
	cases, ok, err := corpus.Find(root, shared, work)
	if err != nil {
		return err
	}
	if !ok {
		log.Printf("found no corpus in %s (set ASSAY_SHARED): the model is all there is", shared)
	}
	all := make([]prepared, len(cases))
	for i, c := range cases {
		if all[i], err = one(work, c); err != nil {
			return fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	if err := easy(work, all); err != nil {
		return err
	}
	if err := corpus.Write(work, cases); err != nil {
		return err
	}
	return write(filepath.Join(work, "contest_test.go"), registry, all)
}

// one writes the Go of one case.
func one(work string, c corpus.Case) (prepared, error) {
	if err := generated(work, c); err != nil {
		return prepared{}, err
	}
	ok, err := plainTypes(work, c)
	return prepared{c, module + "/" + filepath.Base(work) + "/" + c.Name, ok}, err
}
