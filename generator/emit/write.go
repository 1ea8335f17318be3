package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
)

// append is
//
//	func (v *T) appendJSON(b []byte) ([]byte, error) { ... }
func (w *writer) append(f *jen.File, n *plan.Named) {
	f.Line()
	comment(f.Group, "appendJSON appends v as JSON text.")
	f.Func().Params(jen.Id("v").Op("*").Id(n.Name)).Id("appendJSON").Params(jen.Id("b").Index().Byte()).Params(jen.Index().Byte(), jen.Error()).BlockFunc(func(g *jen.Group) {
		switch is := n.Is.(type) {
		case *plan.Struct:
			w.appendStruct(g, is)
		case *plan.Enum:
			g.Return(appendString(jen.String().Call(jen.Op("*").Id("v"))), jen.Nil())
		default:
			whole := func() *jen.Statement { return jen.Parens(jen.Op("*").Id("v")) }
			switch n.Is.(type) {
			case plan.Basic, plan.Raw:
				whole = func() *jen.Statement { return goType(n.Is).Call(jen.Op("*").Id("v")) }
			}
			if fails(n.Is) {
				g.Var().Err().Error()
				appender{}.append(g, n.Is, whole)
				g.Return(jen.Id("b"), jen.Err())
				return
			}
			appender{}.append(g, n.Is, whole)
			g.Return(jen.Id("b"), jen.Nil())
		}
	})
}

func appendString(value jen.Code) *jen.Statement {
	return jen.Qual(documentPath, "AppendString").Call(jen.Id("b"), value)
}

// fails reports whether writing a type can give an error.
func fails(t plan.Type) bool {
	switch t := t.(type) {
	case plan.Basic:
		return t == plan.Float64
	case plan.Wrapped:
		return fails(t.Of)
	case plan.Slice:
		return fails(t.Of)
	case plan.Map:
		return fails(t.Of)
	}
	return true
}

// appendStruct is
//
//	b = append(b, '{')
//	b = append(b, `"name":`...)
//	...
//	b = append(b, ',')
//	...
//	if len(v.AdditionalProperties) != 0 {
//		...
//	}
//	return field.End(b, '}'), nil
func (w *writer) appendStruct(g *jen.Group, s *plan.Struct) {
	can := s.Extra != nil && fails(s.Extra)
	for _, f := range s.Fields {
		can = can || fails(f.Type)
	}
	if can {
		g.Var().Err().Error()
	}
	g.Add(appendByte('{'))
	for _, f := range s.Fields {
		w.appendField(g, f)
	}
	if s.Extra != nil {
		extra := func() *jen.Statement { return jen.Id("v").Dot("AdditionalProperties") }
		g.If(jen.Len(extra()).Op("!=").Lit(0)).BlockFunc(func(g *jen.Group) {
			if names := namesOf(s); len(names) > 0 {
				apart := jen.Qual(fieldPath, "Apart").Call(append([]jen.Code{extra()}, names...)...)
				g.If(jen.Err().Op(":=").Add(apart), jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err()))
			}
			appender{}.members(g, s.Extra, extra)
		})
	}
	g.Return(jen.Qual(fieldPath, "End").Call(jen.Id("b"), jen.LitRune('}')), jen.Nil())
}

// namesOf are the member names that have fields.
func namesOf(s *plan.Struct) []jen.Code {
	var names []jen.Code
	for _, f := range s.Fields {
		names = append(names, jen.Lit(f.Member))
	}
	return names
}

func appendByte(c rune) jen.Code {
	return jen.Id("b").Op("=").Append(jen.Id("b"), jen.LitRune(c))
}

// appendField writes a member, if it is there.
func (w *writer) appendField(g *jen.Group, f *plan.Field) {
	whole := func() *jen.Statement { return jen.Id("v").Dot(f.Name) }
	a := appender{text: func() *jen.Statement { return jen.Id("v").Dot(textField(f)) }}
	body := func(g *jen.Group) {
		g.Id("b").Op("=").Append(jen.Id("b"), rawString(string(document.AppendString(nil, f.Member))+":").Op("..."))
		a.append(g, f.Type, whole)
		if fails(f.Type) {
			g.Add(returnIn(jen.Lit(f.Member)))
		}
		g.Add(appendByte(','))
	}
	wrapped, _ := f.Type.(plan.Wrapped)
	_, raw := f.Type.(plan.Raw)
	switch {
	case raw:
		g.If(jen.Len(whole()).Op("!=").Lit(0)).BlockFunc(body)
	case wrapped.State == plan.Optional || wrapped.State == plan.Maybe:
		g.If(jen.Op("!").Add(whole()).Dot("IsZero").Call()).BlockFunc(body)
	default:
		body(g)
	}
}

// appender writes the statements that append a value to b. They leave an error, if there is one, in the
// variable err.
type appender struct {
	depth int
	text  func() *jen.Statement
}

// append adds the statements that write a value.
func (a appender) append(g *jen.Group, t plan.Type, value func() *jen.Statement) {
	r := reader{depth: a.depth}
	switch t := t.(type) {
	case plan.Basic:
		a.basic(g, t, value)
	case plan.Raw:
		g.List(jen.Id("b"), jen.Err()).Op("=").Qual(fieldPath, "AppendRaw").Call(jen.Id("b"), value())
	case plan.Time:
		g.List(jen.Id("b"), jen.Err()).Op("=").Qual(fieldPath, "AppendTime").Call(jen.Id("b"), value(), a.text())
	case plan.Pointer:
		// if v.Next == nil {
		//	err = field.ErrNil
		// } else {
		//	b, err = v.Next.appendJSON(b)
		// }
		g.If(value().Op("==").Nil()).Block(jen.Err().Op("=").Qual(fieldPath, "ErrNil")).Else().Block(
			jen.List(jen.Id("b"), jen.Err()).Op("=").Add(value()).Dot("appendJSON").Call(jen.Id("b")),
		)
	case *plan.Named:
		g.List(jen.Id("b"), jen.Err()).Op("=").Add(value()).Dot("appendJSON").Call(jen.Id("b"))
	case plan.Wrapped:
		// if value, ok := v.Name.Get(); ok {
		//	...
		// } else {
		//	b = append(b, "null"...)
		// }
		name := r.name("value")
		g.If(jen.List(jen.Id(name), jen.Id("ok")).Op(":=").Add(value()).Dot("Get").Call(), jen.Id("ok")).BlockFunc(func(g *jen.Group) {
			a.append(g, t.Of, func() *jen.Statement { return jen.Id(name) })
		}).Else().Block(jen.Id("b").Op("=").Append(jen.Id("b"), jen.Lit("null").Op("...")))
	case plan.Slice:
		a.items(g, t, value)
	case plan.Map:
		g.Add(appendByte('{'))
		a.members(g, t.Of, value)
		g.Id("b").Op("=").Qual(fieldPath, "End").Call(jen.Id("b"), jen.LitRune('}'))
	}
}

// basic writes a predeclared type.
func (a appender) basic(g *jen.Group, t plan.Basic, value func() *jen.Statement) {
	switch t {
	case plan.String:
		g.Id("b").Op("=").Add(appendString(value()))
	case plan.Bool:
		g.Id("b").Op("=").Qual("strconv", "AppendBool").Call(jen.Id("b"), value())
	case plan.Int64:
		g.Id("b").Op("=").Qual("strconv", "AppendInt").Call(jen.Id("b"), value(), jen.Lit(10))
	case plan.Float64:
		g.List(jen.Id("b"), jen.Err()).Op("=").Qual(fieldPath, "AppendFloat").Call(jen.Id("b"), value())
	}
}

// items writes an array:
//
//	b = append(b, '[')
//	for _, item := range list {
//		...
//		b = append(b, ',')
//	}
//	b = field.End(b, ']')
func (a appender) items(g *jen.Group, t plan.Slice, value func() *jen.Statement) {
	inner := appender{depth: a.depth + 1, text: a.text}
	item := reader{depth: a.depth}.name("item")
	g.Add(appendByte('['))
	g.For(jen.List(jen.Id("_"), jen.Id(item)).Op(":=").Range().Add(value())).BlockFunc(func(g *jen.Group) {
		inner.append(g, t.Of, func() *jen.Statement { return jen.Id(item) })
		if fails(t.Of) {
			g.Add(returnErr(jen.Nil()))
		}
		g.Add(appendByte(','))
	})
	g.Id("b").Op("=").Qual(fieldPath, "End").Call(jen.Id("b"), jen.LitRune(']'))
}

// members writes the members of a map in the order of their names:
//
//	for _, name := range slices.Sorted(maps.Keys(members)) {
//		b = append(document.AppendString(b, name), ':')
//		value := members[name]
//		...
//		b = append(b, ',')
//	}
func (a appender) members(g *jen.Group, of plan.Type, value func() *jen.Statement) {
	inner := appender{depth: a.depth + 1, text: a.text}
	name, member := reader{depth: a.depth}.name("name"), reader{depth: a.depth}.name("member")
	keys := jen.Qual("slices", "Sorted").Call(jen.Qual("maps", "Keys").Call(value()))
	g.For(jen.List(jen.Id("_"), jen.Id(name)).Op(":=").Range().Add(keys)).BlockFunc(func(g *jen.Group) {
		g.Id("b").Op("=").Append(appendString(jen.Id(name)), jen.LitRune(':'))
		g.Id(member).Op(":=").Add(value()).Index(jen.Id(name))
		inner.append(g, of, func() *jen.Statement { return jen.Id(member) })
		if fails(of) {
			g.Add(returnIn(jen.Id(name)))
		}
		g.Add(appendByte(','))
	})
}

// returnIn is
//
//	if err != nil {
//		return nil, field.In("name", err)
//	}
func returnIn(name jen.Code) jen.Code {
	return jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Qual(fieldPath, "In").Call(name, jen.Err())))
}
