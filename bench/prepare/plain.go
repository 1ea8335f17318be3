package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/assaykit/assay/bench/corpus"
	"github.com/assaykit/assay/bench/plain"
	"github.com/assaykit/assay/generator"
)

// plainTypes writes the package of structs that the others fill. ok is false where they have none for the root type.
func plainTypes(work string, c corpus.Case) (ok bool, err error) {
	files, err := generate(c, generator.Options{Package: "plain", Type: rootType, Style: generator.Style{
		Layout: generator.SingleLayout, Optional: generator.PointerOptional, Emit: []generator.Extra{},
	}})
	if err != nil {
		return false, err
	}
	text, err := plain.Rewrite(files[0].Text, "plain", rootType)
	if errors.Is(err, plain.ErrNotStruct) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	folder := filepath.Join(work, c.Name, "plain")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return false, err
	}
	return true, os.WriteFile(filepath.Join(folder, "plain.go"), text, 0o666)
}
