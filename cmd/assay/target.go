package main

import (
	"fmt"
	"go/token"
	"path/filepath"
)

// target is a schema to write Go for.
type target struct {
	schema, out, pkg, goType string
}

// complete names the package where it has no name: by what others wrote in the folder, else by the folder. It checks
// the names.
func (t *target) complete() error {
	if t.pkg == "" {
		t.pkg = filepath.Base(absolute(t.out))
		if others := packagesIn(t.out); len(others) > 0 {
			t.pkg = others[0].name
		}
	}
	if !token.IsIdentifier(t.pkg) || t.pkg == "_" {
		return fmt.Errorf("package: found %q, wanted a name that a Go package may have", t.pkg)
	}
	if t.goType != "" && (!token.IsIdentifier(t.goType) || !token.IsExported(t.goType)) {
		return fmt.Errorf("type: found %q, wanted a Go name that begins with a capital letter", t.goType)
	}
	return nil
}

// fits is the error for a target whose folder has Go files of another package: the two would not build together.
func (t *target) fits() error {
	for _, other := range packagesIn(t.out) {
		if other.name != t.pkg {
			return &failure{statusUsage, fmt.Errorf("%s: found package %s beside what is to be generated, wanted package %s; --package %s takes its name, or --out another folder",
				other.at, other.name, t.pkg, other.name)}
		}
	}
	return nil
}
