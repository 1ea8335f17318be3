// Package plain makes of generated types the structs that one would write by hand for encoding/json: without methods, with pointers
// where a member may be absent, and with any where Go has no type that encoding/json could fill.
package plain

import (
	"bytes"
	"errors"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
)

// ErrNotStruct says that the root type is none that encoding/json could fill: a union.
var ErrNotStruct = errors.New("the root type is a union, for which the others have no type")

// Rewrite makes a package of plain types from the text of a file with generated ones: the type called root, and what it needs.
func Rewrite(text []byte, pkg, root string) ([]byte, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", text, 0) // without comments, whose places would no longer be right
	if err != nil {
		return nil, err
	}
	r := rewriter{specs: map[string]*ast.TypeSpec{}, taken: map[string]bool{}, packages: map[string]bool{}}
	for _, d := range file.Decls {
		if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.TYPE {
			for _, s := range d.Specs {
				s := s.(*ast.TypeSpec)
				r.specs[s.Name.Name] = s
			}
		}
	}
	if r.any(root) {
		return nil, ErrNotStruct
	}
	r.take(root)
	return r.print(set, file, pkg)
}

// print writes the types that were taken, with the imports that they need.
func (r *rewriter) print(set *token.FileSet, file *ast.File, pkg string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("package " + pkg + "\n\n")
	for _, i := range file.Imports {
		path, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return nil, err
		}
		if r.packages[path[strings.LastIndexByte(path, '/')+1:]] {
			b.WriteString("import " + i.Path.Value + "\n")
		}
	}
	for _, name := range r.order {
		b.WriteString("\ntype " + name + " ")
		if err := format.Node(&b, set, r.specs[name].Type); err != nil {
			return nil, err
		}
		b.WriteString("\n")
	}
	return format.Source(b.Bytes())
}
