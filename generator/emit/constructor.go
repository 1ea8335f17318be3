package emit

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
)

// constructors writes a function for each of some structs. It is there without defaults, too, so that one more or less of them changes nothing for
// those who call it.
//
//	// NewT is a T with the defaults of its schema: Host is "localhost".
//	func NewT() (v T) {
//		v.Host = "localhost"
//		return v
//	}
func (w *writer) constructors(f *jen.File, types []*plan.Named) {
	for _, n := range types {
		s := n.Is.(*plan.Struct)
		f.Line()
		comment(f.Group, aboutConstructor(n, s))
		if !n.HasDefaults() {
			f.Func().Id("New" + n.Name).Params().Id(n.Name).Add(oneLine(jen.Return(jen.Id(n.Name).Values())))
			continue
		}
		f.Func().Id("New" + n.Name).Params().Params(jen.Id("v").Id(n.Name)).BlockFunc(func(g *jen.Group) {
			for _, field := range s.Fields {
				preset(g, field)
			}
			g.Return(jen.Id("v"))
		})
	}
}

// longest is how much of a default a comment has.
const longest = 60

// aboutConstructor lists the defaults, but no secrets.
func aboutConstructor(n *plan.Named, s *plan.Struct) string {
	var list []string
	for _, f := range s.Fields {
		inner, isNamed := f.Type.(*plan.Named)
		switch {
		case f.Default.IsZero() && isNamed && inner.HasDefaults():
			list = append(list, f.Name+" is that of New"+inner.Name)
		case f.Default.IsZero():
		case n.Secrets.Whole || n.Secrets.Fields[f]:
			list = append(list, f.Name+" is a secret")
		default:
			text := f.Default.JSON()
			if r := []rune(text); len(r) > longest {
				text = string(r[:longest]) + "…"
			}
			list = append(list, f.Name+" is "+text)
		}
	}
	if len(list) == 0 {
		return fmt.Sprintf("New%s is %s without any defaults.", n.Name, withArticle(n.Name))
	}
	return fmt.Sprintf("New%s is %s with the defaults of its schema: %s.", n.Name, withArticle(n.Name), strings.Join(list, ", "))
}

func withArticle(name string) string {
	if strings.ContainsAny(name[:1], "AEIO") {
		return "an " + name
	}
	return "a " + name
}

// preset gives a field its default: one of
//
//	v.Host = "localhost"
//	v.Port.Set(8080)
//	v.Inner = NewInner()
//	if x, ok := field.Parse(`["a"]`, field.List(field.String)); ok {
//		v.Tags.Set(x)
//	}
func preset(g *jen.Group, f *plan.Field) {
	of, set := f.Type, func(value jen.Code) jen.Code { return jen.Id("v").Dot(f.Name).Op("=").Add(value) }
	if inner, ok := of.(*plan.Named); ok && f.Default.IsZero() && inner.HasDefaults() {
		g.Add(set(jen.Id("New" + inner.Name).Call()))
		return
	}
	if f.Default.IsZero() {
		return
	}
	if wrapped, ok := of.(plan.Wrapped); ok {
		isNull := f.Default.Kind() == document.Null
		switch of = wrapped.Of; {
		case isNull && wrapped.State == plan.Maybe:
			g.Id("v").Dot(f.Name).Dot("SetNull").Call()
			return
		case isNull:
			return // as the zero value is
		case wrapped.Nil: // the field is the value
		case wrapped.Pointer:
			set = func(value jen.Code) jen.Code { return jen.Op("*").Id("v").Dot(f.Name).Op("=").Add(value) }
		default:
			set = func(value jen.Code) jen.Code { return jen.Id("v").Dot(f.Name).Dot("Set").Call(value) }
		}
		if wrapped.Pointer {
			if value := constantOf(of, f.Default); value != nil {
				g.Id("v").Dot(f.Name).Op("=").New(goType(of))
				g.Add(set(value))
				return
			}
			set = func(value jen.Code) jen.Code { return jen.Id("v").Dot(f.Name).Op("=").Op("&").Add(value) }
		}
	}
	if value := constantOf(of, f.Default); value != nil {
		g.Add(set(value))
		return
	}
	code := timeElement
	if !hasTime(of) {
		code = func(t plan.Type, _ *plan.Field) *jen.Statement { return element(t) }
	}
	parsed := jen.List(jen.Id("x"), jen.Id("ok")).Op(":=").Qual(fieldPath, "Parse").Call(quoted(f.Default.JSON()), code(of, f))
	g.If(parsed, jen.Id("ok")).Block(set(jen.Id("x")))
}

// constantOf is a value as a Go constant; nil where Go has none.
func constantOf(t plan.Type, v document.Value) jen.Code {
	switch t := t.(type) {
	case plan.Basic:
		switch t {
		case plan.String:
			return jen.Lit(v.Text())
		case plan.Bool:
			return jen.Lit(v.True())
		}
		return jen.Op(v.Document().Decimal(v.Entry()).String())
	case plan.Number:
		return jen.Lit(v.JSON())
	case *plan.Named:
		e, ok := t.Is.(*plan.Enum)
		if !ok {
			return nil
		}
		for _, c := range e.Values {
			if c.Of == plan.String && v.Kind() == document.String && c.Text == v.Text() || c.Of != plan.String && c.JSON == v.Document().Decimal(v.Entry()).String() {
				return jen.Id(t.Name + c.Name)
			}
		}
	}
	return nil
}
