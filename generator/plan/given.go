package plan

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/mod/module"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// given decides on schemas whose types are asked for: by x-go-type, as those of another package, or by their format.
func (p *planner) given(s subject) Type {
	if len(s.schemas) == 1 && s.conjunction.kinds == 0 {
		if t := p.asked(s); t != nil {
			return t
		}
		if t := p.imported(s.owner()); t != nil {
			return t
		}
	}
	if t, ok := p.Formats[s.called]; ok && s.known && !s.listed {
		return p.formatted(s, t)
	}
	return nil
}

// asked is the type that x-go-type names.
func (p *planner) asked(s subject) Type {
	v := s.owner().Annotation("x-go-type")
	t, err := p.goType(v.TextOr(""))
	switch {
	case err != nil:
		return nil // which is noted
	case predeclared[t.Name] && t.Path == "" && s.known && p.formatted(s, t) == nil:
		p.problem(v, "x-go-type: found %s for %s, wanted a type that holds such values", t.Name, s.kinds)
		return nil
	}
	return t.asType()
}

// goType takes a type apart: one that the package has already, or see ParseGoType.
func (p *planner) goType(text string) (GoType, error) {
	if slices.Contains(p.Declared, text) {
		return GoType{Name: text}, nil
	}
	t, err := ParseGoType(text)
	if err != nil && isExported(text) {
		err = fmt.Errorf("found the Go type %q, which no hand-written file of the package declares, wanted one that does, or a package's path and a type of it such as net/netip.Addr", text)
	}
	return t, err
}

// asType is the type as one of this package's.
func (t GoType) asType() Type {
	if t.Path == "" && predeclared[t.Name] {
		return Basic(t.Name)
	}
	return Custom{t}
}

// formatted is the type of a format, where the schema's values are strings, or numbers for a number.
func (p *planner) formatted(s subject, t GoType) Type {
	numeric := t.Path == "" && t.Name != "string"
	switch s.kinds {
	case rule.TypeString:
		if !numeric {
			return t.asType()
		}
	case rule.TypeInteger:
		if t.Path != "" || numeric {
			return t.asType()
		}
	case rule.TypeNumber:
		if t.Path != "" || strings.HasPrefix(t.Name, "float") {
			return t.asType()
		}
	}
	return nil
}

// imported is the type of a schema in another package, by the name that it has there: that of the definition, or of the
// document.
func (p *planner) imported(s *rule.Schema) Type {
	uri, _, _ := strings.Cut(s.Location, "#")
	if uri == p.document {
		return nil
	}
	for _, i := range p.Imports {
		r := routeOf(s.Location)
		if !strings.HasPrefix(uri, i.Schema) || len(r.tokens) > 0 && !r.defined() {
			continue
		}
		name := goName(s)
		if name == "" && len(r.tokens) == 0 {
			name = p.spell.documentName(s)
		}
		if name == "" {
			name = p.spell.proposals(r, r.document)[0]
		}
		return Custom{GoType{i.Path, name}}
	}
	return nil
}

// problem notes something that the schema asks for and cannot have.
func (p *planner) problem(at document.Value, message string, args ...any) {
	p.problems = append(p.problems, schema.Problem{File: p.schema.NameOf(at), Position: at.Position(), Message: fmt.Sprintf(message, args...)})
}

// ParseGoType takes a type such as net/netip.Addr apart. The path is empty for a predeclared one: string, or a number of some
// width.
func ParseGoType(text string) (GoType, error) {
	if predeclared[text] {
		return GoType{Name: text}, nil
	}
	dot := strings.LastIndexByte(text, '.')
	if dot < 0 || strings.IndexByte(text[dot:], '/') >= 0 || !token.IsIdentifier(text[dot+1:]) || !token.IsExported(text[dot+1:]) || Importable(text[:dot]) != nil {
		return GoType{}, fmt.Errorf("found the Go type %q, wanted a package's path and a type of it such as net/netip.Addr, or string, or a number such as int32", text)
	}
	return GoType{text[:dot], text[dot+1:]}, nil
}

// predeclared are the types without a package that can be asked for.
var predeclared = map[string]bool{
	"string": true, "int": true, "int8": true, "int16": true, "int32": true, "int64": true, "uint": true, "uint8": true, "uint16": true, "uint32": true,
	"uint64": true, "float32": true, "float64": true,
}

// Importable wants a path that an import declaration may have.
func Importable(path string) error {
	if err := module.CheckImportPath(path); err != nil || path == "C" {
		return fmt.Errorf("found the import path %q, wanted one such as example.com/module/package", path)
	}
	return nil
}
