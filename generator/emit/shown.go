package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
)

// shown writes the methods by which types that hold secrets print themselves.
func (w *writer) shown(f *jen.File, types []*plan.Named) {
	comment(f.Group, "What the schema marks as sensitive is shown by no verb of fmt and in no log. MarshalJSON writes it.")
	for _, n := range types {
		f.Line()
		w.showMethods(f, n)
		w.showCode(f, n)
	}
}

// showMethods are
//
//	func (v T) Format(s fmt.State, verb rune) { v.shown().Format(s, verb) }
//	func (v T) String() string                { return v.shown().String() }
//	func (v T) GoString() string              { return v.shown().GoString() }
//	func (v T) LogValue() slog.Value          { return v.shown().LogValue() }
func (w *writer) showMethods(f *jen.File, n *plan.Named) {
	self := func() *jen.Statement { return f.Func().Params(jen.Id("v").Id(n.Name)) }
	ask := func(method string, args ...jen.Code) *jen.Statement {
		return jen.Id("v").Dot("shown").Call().Dot(method).Call(args...)
	}
	self().Id("Format").Params(jen.Id("s").Qual("fmt", "State"), jen.Id("verb").Rune()).Add(oneLine(ask("Format", jen.Id("s"), jen.Id("verb"))))
	self().Id("String").Params().String().Add(oneLine(jen.Return(ask("String"))))
	self().Id("GoString").Params().String().Add(oneLine(jen.Return(ask("GoString"))))
	self().Id("LogValue").Params().Qual("log/slog", "Value").Add(oneLine(jen.Return(ask("LogValue"))))
	f.Line()
}

// showCode is
//
//	func (v T) shown() field.Shown {
//		return field.ShowStruct("pkg.T",
//			field.Show("Name", "name", v.Name),
//			field.Hide("Token", "token"),
//		)
//	}
func (w *writer) showCode(f *jen.File, n *plan.Named) {
	name, v, self := jen.Lit(w.plan.Name+"."+n.Name), jen.Id("v"), jen.Id("v").Id(n.Name)
	var shown *jen.Statement
	switch is := shownType(n).(type) {
	case nil: // all of it is a secret
		self, shown = jen.Id(n.Name), jen.Qual(fieldPath, "HideValue").Call(name)
	case *plan.Struct, *plan.Tuple:
		shown = jen.Qual(fieldPath, "ShowStruct").CallFunc(func(g *jen.Group) {
			g.Add(name)
			for _, part := range showParts(n) {
				g.Line().Add(part)
			}
			g.Line()
		})
	case *plan.Union:
		shown = jen.Qual(fieldPath, "ShowValue").Call(name, v.Dot("Value"))
	default:
		shown = jen.Qual(fieldPath, "ShowValue").Call(name, jen.Parens(goType(is)).Call(v))
	}
	f.Func().Params(self).Id("shown").Params().Qual(fieldPath, "Shown").Block(jen.Return(shown))
}

// shownType is what a type is made of; nil where nothing of it is shown.
func shownType(n *plan.Named) plan.Type {
	if n.Secrets.Whole {
		return nil
	}
	return n.Is
}

// showParts are the fields of a struct or of an array with types by place.
func showParts(n *plan.Named) (list []jen.Code) {
	var fields []*plan.Field
	var more []string
	switch is := n.Is.(type) {
	case *plan.Struct:
		fields = is.Fields
		if is.Extra != nil {
			more = append(more, "AdditionalProperties")
		}
	case *plan.Tuple:
		fields = is.Items
		if is.Rest != nil {
			more = append(more, "Rest")
		}
	}
	for _, f := range fields {
		list = append(list, showPart(f.Name, f.Member, f.Type, n.Secrets.Fields[f]))
	}
	for _, name := range more {
		list = append(list, showPart(name, name, nil, n.Secrets.Extra))
	}
	if s, ok := n.Is.(*plan.Struct); ok && s.Other {
		list = append(list, showPart("Other", "Other", nil, true))
	}
	return list
}

// showPart is field.Show("Name", "name", v.Name).
func showPart(name, member string, t plan.Type, secret bool) jen.Code {
	if secret {
		return jen.Qual(fieldPath, "Hide").Call(jen.Lit(name), jen.Lit(member))
	}
	function := "Show"
	switch t := t.(type) {
	case plan.Pointer:
		function = "ShowPointer"
	case plan.Wrapped:
		if t.Nil {
			value := jen.Id("v").Dot(name)
			return jen.Qual(fieldPath, "ShowGiven").Call(jen.Lit(name), jen.Lit(member), value, value.Clone().Op("!=").Nil())
		}
		if t.Pointer {
			function = "ShowPointer"
		}
	}
	return jen.Qual(fieldPath, function).Call(jen.Lit(name), jen.Lit(member), jen.Id("v").Dot(name))
}
