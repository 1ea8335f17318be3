package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/bench/corpus"
	"github.com/assaykit/assay/generator"
)

// rootType is what the root type of every case is called.
const rootType = "Root"

// generated writes the package that users would have, with an export of what its validator judges by.
func generated(work string, c corpus.Case) error {
	files, err := generate(c, generator.Options{Package: "generated", Type: rootType})
	if err != nil {
		return err
	}
	folder := filepath.Join(work, c.Name, "generated")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	valid := ""
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(folder, f.Name), f.Text, 0o666); err != nil {
			return err
		}
		if found := validator(f.Text); found != "" {
			valid = found
		}
	}
	if valid == "" {
		return fmt.Errorf("found no validator of %s", rootType)
	}
	export := "package generated\n\nimport \"github.com/assaykit/assay/document\"\n\n" +
		"var valid func(d *document.Document, at int) bool = " + valid + "\n\n" +
		"func Valid(d *document.Document) bool { return valid(d, 0) }\n"
	return os.WriteFile(filepath.Join(folder, "export.go"), []byte(export), 0o666)
}

// generate writes Go for the schema of a case.
func generate(c corpus.Case, o generator.Options) ([]generator.File, error) {
	s, err := c.Compile()
	if err != nil {
		return nil, err
	}
	out, err := generator.Generate(s, o)
	if err != nil {
		return nil, err
	}
	return out.Files, nil
}

// validator is the expression of the function by which the root type is judged: what embedded.Check is called with in the
// variable of its codec. It is "" where a file has none.
func validator(text []byte) string {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", text, 0)
	if err != nil {
		return ""
	}
	found := ""
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Names) != 1 || !strings.EqualFold(spec.Names[0].Name, "json"+rootType) {
			return true
		}
		ast.Inspect(spec, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if method, ok := call.Fun.(*ast.SelectorExpr); ok && method.Sel.Name == "Check" {
				var b bytes.Buffer
				if err := format.Node(&b, set, call.Args[0]); err == nil {
					found = b.String()
				}
			}
			return true
		})
		return false
	})
	return found
}
