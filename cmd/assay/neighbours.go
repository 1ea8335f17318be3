package main

import (
	"bytes"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// neighbour is a Go file in a folder that is generated to, which assay did not generate.
type neighbour struct {
	name string // of its package
	at   token.Position
	test bool
	// external says that the file is of the package of tests beside the package.
	external bool
	declared []declaration
}

// neighboursIn are the Go files in a folder that assay did not generate, in the order of their names. Files that the Go
// command passes over, or whose package cannot be read, do not count.
func neighboursIn(dir string) []neighbour {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // it is yet to be made, or writing to it will say why not
	}
	var list []neighbour
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
		if n, ok := newNeighbour(path, text); ok {
			list = append(list, n)
		}
	}
	return list
}

// newNeighbour reads a file as far as it is Go: one that is being written has faults.
func newNeighbour(path string, text []byte) (neighbour, bool) {
	files := token.NewFileSet()
	if _, err := parser.ParseFile(files, path, text, parser.PackageClauseOnly); err != nil {
		return neighbour{}, false
	}
	file, _ := parser.ParseFile(files, path, text, parser.SkipObjectResolution)
	if file == nil {
		file = &ast.File{Name: ast.NewIdent("_")}
	}
	n := neighbour{name: file.Name.Name, at: files.Position(file.Name.Pos()), test: strings.HasSuffix(path, "_test.go")}
	n.declared = declarations(files, file)
	if n.test {
		n.name, n.external = strings.CutSuffix(n.name, "_test")
	}
	return n, true
}
