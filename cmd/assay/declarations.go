package main

import (
	"go/ast"
	"go/token"
	"path"
	"strconv"
)

// declaration is a name that a Go file gives to something of its package, with the type in front for what is of one: User.Name. Names
// of imports are those of the file alone, but nothing of the package may be called so, either.
type declaration struct {
	kind, name string
	generic    bool
	at         token.Position
}

// declarations are all of a file.
func declarations(files *token.FileSet, file *ast.File) []declaration {
	var list []declaration
	add := func(kind, prefix string, names ...*ast.Ident) {
		for _, n := range names {
			if n.Name != "_" && (kind != "function" || n.Name != "init") {
				list = append(list, declaration{kind: kind, name: prefix + n.Name, at: files.Position(n.Pos())})
			}
		}
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if of := receiver(d); of != "" {
				add("method", of+".", d.Name)
			} else {
				add("function", "", d.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.ValueSpec:
					add(map[token.Token]string{token.CONST: "constant", token.VAR: "variable"}[d.Tok], "", s.Names...)
				case *ast.ImportSpec:
					list = append(list, declaration{kind: "import", name: importName(s), at: files.Position(s.Pos())})
				case *ast.TypeSpec:
					add("type", "", s.Name)
					list[len(list)-1].generic = s.TypeParams != nil
					for _, field := range fieldsOf(s.Type) {
						add("field", s.Name.Name+".", field.Names...)
					}
				}
			}
		}
	}
	return list
}

// receiver is the type that a method is of; "" for a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return ""
	}
	of := d.Recv.List[0].Type
	for {
		switch t := of.(type) {
		case *ast.ParenExpr:
			of = t.X
		case *ast.StarExpr:
			of = t.X
		case *ast.IndexExpr:
			of = t.X
		case *ast.IndexListExpr:
			of = t.X
		case *ast.Ident:
			return t.Name
		default:
			return "_"
		}
	}
}

// importName is what a file calls a package, as far as its path says so.
func importName(s *ast.ImportSpec) string {
	if s.Name != nil {
		return s.Name.Name
	}
	text, _ := strconv.Unquote(s.Path.Value) // the parser wants a string
	return path.Base(text)
}

func fieldsOf(t ast.Expr) []*ast.Field {
	if s, ok := t.(*ast.StructType); ok && s.Fields != nil {
		return s.Fields.List
	}
	return nil
}
