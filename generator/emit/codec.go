package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
)

// codecs writes the methods of each type.
func (w *writer) codecs(f *jen.File) {
	w.table(f)
	w.names(f)
	for _, n := range w.plan.Types {
		w.methods(f, n)
		w.code(f, n)
	}
}

// table is
//
//	var (
//		jsonT = field.CodecOf((*T).code, embedded.Check(validT, "https://example.com/schema.json#/$defs/T"))
//	)
func (w *writer) table(f *jen.File) {
	var list []jen.Code
	for _, n := range w.plan.Types {
		valid := jen.Id(validName(w.plan.CheckOf(n.Schema)))
		check := jen.Id("embedded").Dot("Check").Call(valid, jen.Lit(n.Schema.ID()))
		list = append(list, codec(n).Op("=").Qual(fieldPath, "CodecOf").Call(codeOf(n), check))
	}
	f.Line()
	comment(f.Group, "How each type is read and written, and what its text must satisfy: a validator, and the schema that explains what it refuses.")
	f.Var().Defs(list...)
}

// codec is jsonT.
func codec(n *plan.Named) *jen.Statement { return jen.Id("json" + n.Name) }

// names is
//
//	var namesOfA, namesOfB field.Names
func (w *writer) names(f *jen.File) {
	var list []string
	for _, n := range w.plan.Types {
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

// methods are
//
//	func (v *T) UnmarshalJSON(b []byte) error         { return jsonT.Unmarshal(b, v) }
//	func (v T) MarshalJSON() ([]byte, error)          { return jsonT.Marshal(&v) }
//	func (v T) AppendJSON(b []byte) ([]byte, error)   { return jsonT.Append(b, &v) }
//	func (v T) Validate() error                       { return jsonT.Validate(&v) }
//	func ValidateT(b []byte) error                    { return jsonT.Check(b) }
//
// Only the root's have comments: the others do the same.
func (w *writer) methods(f *jen.File, n *plan.Named) {
	about := func(text string) {
		if n == w.plan.Root {
			f.Line()
			comment(f.Group, text)
		}
	}
	text := func() *jen.Statement { return jen.Params(jen.Id("b").Index().Byte()) }
	bytes := func() *jen.Statement { return jen.Params(jen.Index().Byte(), jen.Error()) }
	call := func(method string, args ...jen.Code) *jen.Statement {
		return oneLine(jen.Return(codec(n).Dot(method).Call(args...)))
	}
	b, v, self := jen.Id("b"), jen.Op("&").Id("v"), jen.Id("v").Id(n.Name)
	f.Line()
	about("UnmarshalJSON reads JSON text that satisfies the schema. The error is a *rule.Error that lists every violation, " +
		"or a *field.FitError where a valid value does not fit its Go type; v is then as it was.")
	f.Func().Params(jen.Id("v").Op("*").Id(n.Name)).Id("UnmarshalJSON").Add(text()).Error().Add(call("Unmarshal", b, jen.Id("v")))
	about("MarshalJSON writes v as JSON text. It does not check the schema; Validate does.")
	f.Func().Params(self).Id("MarshalJSON").Params().Add(bytes()).Add(call("Marshal", v))
	about("AppendJSON appends what MarshalJSON writes.")
	f.Func().Params(self).Id("AppendJSON").Add(text()).Add(bytes()).Add(call("Append", b, v))
	about("Validate checks v, as it would be written, against the schema. The error is a *rule.Error that lists every violation.")
	f.Func().Params(self).Id("Validate").Params().Error().Add(call("Validate", v))
	about("Validate" + n.Name + " checks JSON text against the schema. It builds no value, and allocates nothing where the text is valid. " +
		"The error is a *rule.Error that lists every violation.")
	f.Func().Id("Validate" + n.Name).Add(text()).Error().Add(call("Check", b))
}

// code is
//
//	func (v *T) code(c *field.Coder) {
//		field.Open(c, &namesOfT, (*T).code)
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
		head().BlockFunc(func(g *jen.Group) {
			g.Qual(fieldPath, "Open").Call(jen.Id("c"), jen.Op("&").Id("namesOf"+n.Name), codeOf(n))
			for _, f := range is.Fields {
				g.Add(memberCode(f))
			}
			if is.Extra != nil {
				g.Qual(fieldPath, "Extra").Call(jen.Id("c"), jen.Op("&").Id("v").Dot("AdditionalProperties"), element(is.Extra))
			}
			g.Id("c").Dot("Close").Call()
		})
	case *plan.Enum:
		head().Add(oneLine(jen.Qual(fieldPath, "Enum").Call(jen.Id("v"), jen.Id("c"), jen.Id("valuesOf"+n.Name))))
	default:
		whole := jen.Parens(jen.Op("*").Add(goType(is))).Call(jen.Id("v"))
		head().Add(oneLine(element(is).Call(whole, jen.Id("c"))))
	}
}

// memberCode is
//
//	field.OptionalMember(c, "name", &v.Name, field.String)
func memberCode(f *plan.Field) jen.Code {
	of, function := f.Type, "Member"
	if w, ok := of.(plan.Wrapped); ok && w.State != plan.Nullable {
		of, function = w.Of, stateName[w.State]+"Member"
	}
	args := []jen.Code{jen.Id("c"), jen.Lit(f.Member), jen.Op("&").Id("v").Dot(f.Name)}
	if _, raw := of.(plan.Raw); raw {
		return jen.Qual(fieldPath, "RawMember").Call(args...)
	}
	if hasTime(of) {
		return jen.Qual(fieldPath, function).Call(append(args, timeElement(of, f))...)
	}
	return jen.Qual(fieldPath, function).Call(append(args, element(of))...)
}

// element is the function that reads and writes values of a type:
//
//	field.List((*T).code)
func element(t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case plan.Basic:
		return jen.Qual(fieldPath, map[plan.Basic]string{
			plan.String: "String", plan.Bool: "Bool", plan.Int64: "Int64", plan.Float64: "Float64",
		}[t])
	case plan.Raw:
		return jen.Qual(fieldPath, "Raw")
	case plan.Pointer:
		return jen.Qual(fieldPath, "Pointer").Call(codeOf(t.To))
	case *plan.Named:
		return codeOf(t)
	case plan.Wrapped:
		return jen.Qual(fieldPath, "OrNull").Call(element(t.Of))
	case plan.Slice:
		return jen.Qual(fieldPath, "List").Call(element(t.Of))
	case plan.Map:
		return jen.Qual(fieldPath, "Map").Call(element(t.Of))
	}
	panic("emit: a type that is neither read nor written")
}

// timeElement is field.Time(&v.textOfT), which keeps how the time of a field was written.
func timeElement(t plan.Type, f *plan.Field) *jen.Statement {
	if w, ok := t.(plan.Wrapped); ok {
		return jen.Qual(fieldPath, "OrNull").Call(timeElement(w.Of, f))
	}
	return jen.Qual(fieldPath, "Time").Call(jen.Op("&").Id("v").Dot(textField(f)))
}

// codeOf is (*T).code.
func codeOf(n *plan.Named) *jen.Statement {
	return jen.Parens(jen.Op("*").Id(n.Name)).Dot("code")
}
