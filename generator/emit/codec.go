package emit

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// codecs writes the methods of each type.
func (w *writer) codecs(f *jen.File, types []*plan.Named) {
	w.table(f, types)
	w.names(f, types)
	for _, n := range types {
		w.methods(f, n)
		w.code(f, n)
	}
}

// table is
//
//	var (
//		jsonT = field.CodecOf((*T).code, embedded.Check(validT, "https://example.com/schema.json#/$defs/T"))
//	)
func (w *writer) table(f *jen.File, types []*plan.Named) {
	var list []jen.Code
	for _, n := range types {
		if n.Part {
			continue
		}
		check := jen.Id("embedded").Dot("Check").Call(append([]jen.Code{w.validator(n)}, ids(n)...)...)
		list = append(list, codec(n).Op("=").Qual(fieldPath, "CodecOf").Call(codeOf(n), check))
	}
	if len(list) == 0 {
		return
	}
	f.Line()
	comment(f.Group, "How each type is read and written, and what its text must satisfy: a validator, and the schema that explains what it refuses.")
	f.Var().Defs(list...)
}

// validator is validT or, for a type that stands for several schemas,
//
//	func(d *document.Document, at int) bool { return validA(d, at) && validB(d, at) }
func (w *writer) validator(n *plan.Named) jen.Code {
	if len(n.Also) == 0 {
		return w.reference(w.plan.CheckOf(n.Schema))
	}
	schemas := append([]*rule.Schema{n.Schema}, n.Also...)
	return w.anonymous(w.any([][]*rule.Schema{schemas}, allKinds))
}

// anonymous is a function that returns a condition of the value at an entry.
func (w *writer) anonymous(is condition) jen.Code {
	return jen.Func().Params(entryParams()...).Bool().Add(oneLine(jen.Return(is.code())))
}

// soft is the function that says whether a field has a member: validA where that is all.
func (w *writer) soft(lists [][]*rule.Schema) jen.Code {
	if len(lists) == 1 {
		if check := w.plan.FunctionOf(lists[0][0]); check != nil {
			return w.reference(check)
		}
	}
	return w.anonymous(w.any(lists, allKinds))
}

// ids are those of the schemas that a type stands for.
func ids(n *plan.Named) []jen.Code {
	list := []jen.Code{jen.Lit(n.Schema.ID())}
	for _, s := range n.Also {
		list = append(list, jen.Lit(s.ID()))
	}
	return list
}

// codec is jsonT.
func codec(n *plan.Named) *jen.Statement { return jen.Id("json" + n.Name) }

// names is
//
//	var namesOfA, namesOfB field.Names
func (w *writer) names(f *jen.File, types []*plan.Named) {
	var list []string
	for _, n := range types {
		if _, ok := n.Is.(*plan.Struct); ok {
			list = append(list, "namesOf"+n.Name)
		}
	}
	if len(list) == 0 {
		return
	}
	f.Line()
	comment(f.Group, "The names of the members of each struct.")
	f.Var().List(packed(list, len("var "))...).Qual(fieldPath, "Names")
}

// methods are those of the codec and of the validator, as far as they are asked for. Only the root's have comments: the others do the same.
func (w *writer) methods(f *jen.File, n *plan.Named) {
	switch {
	case !n.Part:
		f.Line()
		w.codecMethods(f, n)
		w.validatorMethods(f, n)
		w.copiedMethod(f, n)
	case w.Codec:
		w.partMethods(f, n)
	}
}

// code is
//
//	func (v *T) code(c *field.Coder) {
//		field.Open(c, &namesOfT, v, (*T).code)
//		...
//		c.Close()
//	}
//
// and for a type that is no struct
//
//	func (v *T) code(c *field.Coder) { field.String((*string)(v), c) }
func (w *writer) code(f *jen.File, n *plan.Named) {
	head := func() *jen.Statement {
		return f.Func().Params(jen.Id("v").Op("*").Id(n.Name)).Id("code").Params(jen.Id("c").Op("*").Qual(fieldPath, "Coder"))
	}
	switch is := n.Is.(type) {
	case *plan.Struct:
		f.Line()
		head().BlockFunc(func(g *jen.Group) { w.structCode(g, n, is) })
	case *plan.Tuple:
		f.Line()
		head().BlockFunc(func(g *jen.Group) { w.tupleCode(g, is) })
	case *plan.Union:
		f.Line()
		head().BlockFunc(func(g *jen.Group) { w.unionCode(g, n, is) })
	case *plan.Enum:
		code := jen.Qual(fieldPath, "Enum").Call(jen.Id("v"), jen.Id("c"), jen.Id("valuesOf"+n.Name))
		if is.Of != plan.String {
			code = element(is.Of).Call(jen.Parens(jen.Op("*").Add(goType(is.Of))).Call(jen.Id("v")), jen.Id("c"))
		}
		head().Add(oneLine(code))
	default:
		code := element(is).Call(jen.Parens(jen.Op("*").Add(goType(is))).Call(jen.Id("v")), jen.Id("c"))
		if n.Null {
			head().Block(jen.If(jen.Op("!").Id("c").Dot("Null").Call(jen.Op("*").Id("v").Op("==").Nil())).Block(code))
			return
		}
		head().Add(oneLine(code))
	}
}

// partMethods is, for a type that stands for some values of its schema, what keeps encoding/json from writing it otherwise:
//
//	func (v T) MarshalJSON() ([]byte, error) { return field.Append(nil, &v, (*T).code) }
func (w *writer) partMethods(f *jen.File, n *plan.Named) {
	switch n.Is.(type) {
	case plan.Basic, plan.Slice, plan.Map, *plan.Enum:
		return
	}
	f.Line()
	f.Func().Params(jen.Id("v").Id(n.Name)).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Add(oneLine(
		jen.Return(jen.Qual(fieldPath, "Append").Call(jen.Nil(), jen.Op("&").Id("v"), codeOf(n))),
	))
}

// structCode is
//
//	field.Open(c, &namesOfT, v, (*T).code)
//	...
//	c.Close()
func (w *writer) structCode(g *jen.Group, n *plan.Named, s *plan.Struct) {
	if s.Other {
		g.If(jen.Qual(fieldPath, "Other").Call(jen.Id("c"), jen.Op("&").Id("v").Dot("Other"))).Block(jen.Return())
	}
	g.Qual(fieldPath, "Open").Call(jen.Id("c"), jen.Op("&").Id("namesOf"+n.Name), jen.Id("v"), codeOf(n))
	for _, c := range s.Constants {
		g.Qual(fieldPath, "Constant").Call(jen.Id("c"), jen.Lit(c.Member), quoted(c.JSON))
	}
	for _, f := range s.Fields {
		g.Add(w.memberCode(f))
	}
	extra := []jen.Code{jen.Id("c"), jen.Op("&").Id("v").Dot("AdditionalProperties")}
	switch s.Extra.(type) {
	case nil:
	case plan.Raw:
		g.Qual(fieldPath, "RawExtra").Call(extra...)
	default:
		g.Qual(fieldPath, "Extra").Call(append(extra, element(s.Extra))...)
	}
	g.Id("c").Dot("Close").Call()
}

// quoted is a Go string of JSON text, which a raw string reads best.
func quoted(text string) jen.Code {
	if strings.ContainsAny(text, "`\r\n") || !document.Printable(text) {
		return jen.Lit(text)
	}
	return jen.Op("`" + text + "`")
}

// memberCode is
//
//	field.OptionalMember(c, "name", &v.Name, field.String)
//
// and for a member that its field may not have
//
//	field.SoftMember(c, "name", &v.Name, field.String, func(d *document.Document, at int) bool { return validA(d, at) })
func (w *writer) memberCode(f *plan.Field) jen.Code {
	of, function := f.Type, "Member"
	if w, ok := of.(plan.Wrapped); ok && w.State != plan.Nullable {
		of, function = w.Of, stateName[w.State]+"Member"
		switch _, list := w.Of.(plan.Slice); {
		case w.Pointer:
			function = "PointerMember"
		case w.Nil && list:
			function = "ListMember"
		case w.Nil:
			function = "MapMember"
		}
	}
	args := []jen.Code{jen.Id("c"), jen.Lit(f.Member), jen.Op("&").Id("v").Dot(f.Name)}
	if _, raw := of.(plan.Raw); raw {
		return jen.Qual(fieldPath, "RawMember").Call(args...)
	}
	if hasTime(of) {
		args = append(args, timeElement(of, f))
	} else {
		args = append(args, element(of))
	}
	if f.Soft != nil {
		function = "Soft" + strings.TrimPrefix(function, "Optional")
		var lists [][]*rule.Schema
		for _, s := range f.Soft {
			lists = append(lists, []*rule.Schema{s})
		}
		args = append(args, w.soft(lists))
	}
	return jen.Qual(fieldPath, function).Call(args...)
}

// basicCode are the functions of package field for predeclared types; numbers of other widths share two.
var basicCode = map[plan.Basic]string{plan.String: "String", plan.Bool: "Bool", plan.Int64: "Int64", plan.Float64: "Float64", "float32": "Float32"}

// element is the function that reads and writes values of a type:
//
//	field.List((*T).code)
func element(t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case plan.Basic:
		if name := basicCode[t]; name != "" {
			return jen.Qual(fieldPath, name)
		}
		return jen.Qual(fieldPath, "Integer").Index(jen.Id(string(t)))
	case plan.Number:
		return jen.Qual(fieldPath, "Number")
	case plan.Custom:
		return jen.Qual(fieldPath, "JSON").Index(goType(t))
	case plan.Raw:
		return jen.Qual(fieldPath, "Raw")
	case plan.Pointer:
		return jen.Qual(fieldPath, "Pointer").Call(codeOf(t.To))
	case *plan.Named:
		return codeOf(t)
	case plan.Wrapped:
		if t.Pointer {
			return jen.Qual(fieldPath, "PointerOrNull").Call(element(t.Of))
		}
		return jen.Qual(fieldPath, "OrNull").Call(element(t.Of))
	case plan.Slice:
		return jen.Qual(fieldPath, "List").Call(element(t.Of))
	case plan.Map:
		return jen.Qual(fieldPath, "Map").Call(element(t.Of))
	}
	panic(fmt.Sprintf("emit: a type that is neither read nor written: %T", t))
}

// timeElement is field.Time(&v.textOfT), which keeps how the time of a field was written.
func timeElement(t plan.Type, f *plan.Field) *jen.Statement {
	if w, ok := t.(plan.Wrapped); ok {
		function := "OrNull"
		if w.Pointer {
			function = "PointerOrNull"
		}
		return jen.Qual(fieldPath, function).Call(timeElement(w.Of, f))
	}
	return jen.Qual(fieldPath, "Time").Call(jen.Op("&").Id("v").Dot(textField(f)))
}

// codeOf is (*T).code.
func codeOf(n *plan.Named) *jen.Statement {
	return jen.Parens(jen.Op("*").Id(n.Name)).Dot("code")
}
