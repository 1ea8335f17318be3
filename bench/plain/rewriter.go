package plain

import (
	"go/ast"
	"go/token"
	"strings"
)

// rewriter takes over one type after the other.
type rewriter struct {
	specs    map[string]*ast.TypeSpec // all types of the file
	taken    map[string]bool
	order    []string        // the names of those taken
	packages map[string]bool // that they need
}

// take rewrites a type of the file, once, and what it is made of.
func (r *rewriter) take(name string) {
	if r.taken[name] {
		return
	}
	r.taken[name] = true
	r.order = append(r.order, name)
	r.specs[name].Type = r.expr(r.specs[name].Type)
}

// any reports whether encoding/json has no way to fill a type: an interface, a union, or a struct that is written as an array, of which
// no field has a tag.
func (r *rewriter) any(name string) bool {
	spec := r.specs[name]
	if spec == nil {
		return false
	}
	switch t := spec.Type.(type) {
	case *ast.InterfaceType:
		return true
	case *ast.StructType:
		for _, f := range t.Fields.List {
			if f.Tag != nil {
				return false
			}
		}
		return len(t.Fields.List) > 0
	}
	return false
}

// expr rewrites a type.
func (r *rewriter) expr(e ast.Expr) ast.Expr {
	switch e := e.(type) {
	case *ast.Ident:
		if r.any(e.Name) {
			return ast.NewIdent("any")
		}
		if r.specs[e.Name] != nil {
			r.take(e.Name)
		}
	case *ast.SelectorExpr:
		r.packages[e.X.(*ast.Ident).Name] = true
	case *ast.StarExpr:
		return r.pointer(e.X)
	case *ast.IndexExpr: // a type of package field, with what it holds
		return r.pointer(e.Index)
	case *ast.ArrayType:
		e.Elt = r.expr(e.Elt)
	case *ast.MapType:
		e.Value = r.expr(e.Value)
	case *ast.StructType:
		r.fields(e)
	}
	return e
}

// pointer is a pointer to a type, or the type itself where that has a nil of its own.
func (r *rewriter) pointer(e ast.Expr) ast.Expr {
	e = r.expr(e)
	switch t := e.(type) {
	case *ast.ArrayType, *ast.MapType:
		return e
	case *ast.Ident:
		if t.Name == "any" {
			return e
		}
	case *ast.SelectorExpr:
		if t.Sel.Name == "RawMessage" {
			return e
		}
	}
	return &ast.StarExpr{X: e}
}

// fields keeps the fields of a struct that are members of its JSON.
func (r *rewriter) fields(s *ast.StructType) {
	var kept []*ast.Field
	for _, f := range s.Fields.List {
		if f.Tag == nil || strings.Contains(f.Tag.Value, `json:"-"`) {
			continue // what only our own codec fills
		}
		f.Type = r.expr(f.Type)
		// Not all know omitzero.
		tag := strings.Replace(f.Tag.Value, ",omitzero", ",omitempty", 1)
		kept = append(kept, &ast.Field{Names: f.Names, Type: f.Type, Tag: &ast.BasicLit{Kind: token.STRING, Value: tag}})
	}
	s.Fields.List = kept
}
