package main

import (
	"fmt"
	"path/filepath"

	"github.com/assaykit/assay/generator"
)

// target is a schema to write Go for.
type target struct {
	schema, out string
	generator.Options
}

// complete names the package where it has no name: by what others wrote in the folder, else by the folder. It checks
// the options.
func (t *target) complete() error {
	if t.Package == "" {
		t.Package = filepath.Base(absolute(t.out))
		if others := neighboursIn(t.out); len(others) > 0 {
			t.Package = others[0].name
		}
	}
	return t.Check()
}

// fits is the error for a target whose folder has Go files of another package: the two would not build together.
func (t *target) fits(beside []neighbour) error {
	for _, other := range beside {
		if other.name != t.Package {
			return &failure{statusUsage, fmt.Errorf("%s: found package %s beside what is to be generated, wanted package %s; --package %s takes its name, or --out another folder",
				other.at, other.name, t.Package, other.name)}
		}
	}
	return nil
}
