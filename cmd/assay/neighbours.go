package main

import (
	"bytes"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// packageClause is the package that a Go file is of, and where the file says so.
type packageClause struct {
	name string
	at   token.Position
}

// packagesIn are the package clauses of the Go files in a folder that assay did not generate, in the order of their
// names. Files that the Go command passes over, or cannot read, do not count.
func packagesIn(dir string) []packageClause {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // it is yet to be made, or writing to it will say why not
	}
	var list []packageClause
	for _, entry := range entries {
		name := entry.Name()
		if filepath.Ext(name) != ".go" {
			continue
		}
		if built, err := build.Default.MatchFile(dir, name); err != nil || !built {
			continue
		}
		path := filepath.Join(dir, name)
		text, err := os.ReadFile(path)
		if err != nil || bytes.HasPrefix(text, []byte(marker)) {
			continue
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, text, parser.PackageClauseOnly)
		if err != nil {
			continue
		}
		clause := packageClause{file.Name.Name, files.Position(file.Name.Pos())}
		if strings.HasSuffix(name, "_test.go") {
			clause.name = strings.TrimSuffix(clause.name, "_test")
		}
		list = append(list, clause)
	}
	return list
}
