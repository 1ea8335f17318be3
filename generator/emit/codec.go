package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// codecs writes the methods that read and write each type.
func (w *writer) codecs(f *jen.File) {
	for _, n := range w.plan.Types {
		w.unmarshal(f, n)
		w.marshal(f, n)
		w.validate(f, n)
		w.decode(f, n)
		w.append(f, n)
	}
}

// unmarshal is
//
//	func (v *T) UnmarshalJSON(data []byte) error {
//		d, err := document.Parse(data)
//		if err != nil {
//			return rule.SyntaxError(err)
//		}
//		defer d.Release()
//		if !validT(d, 0) {
//			return explainT(d)
//		}
//		var read T
//		if err := read.decode(d, 0); err != nil {
//			return err
//		}
//		*v = read
//		return nil
//	}
func (w *writer) unmarshal(f *jen.File, n *plan.Named) {
	f.Line()
	comment(f.Group, "UnmarshalJSON reads JSON text that satisfies the schema. The error is a *rule.Error that lists every violation, "+
		"or a *field.FitError where a valid value does not fit its Go type; v is then as it was.")
	f.Func().Params(jen.Id("v").Op("*").Id(n.Name)).Id("UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
		append(w.parseAndCheck(n),
			jen.Var().Id("read").Id(n.Name),
			jen.If(jen.Err().Op(":=").Id("read").Dot("decode").Call(jen.Id("d"), jen.Lit(0)), jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())),
			jen.Op("*").Id("v").Op("=").Id("read"),
			jen.Return(jen.Nil()),
		)...,
	)
}

// parseAndCheck is what UnmarshalJSON and ValidateT begin with.
func (w *writer) parseAndCheck(n *plan.Named) []jen.Code {
	return []jen.Code{
		jen.List(jen.Id("d"), jen.Err()).Op(":=").Qual(documentPath, "Parse").Call(jen.Id("data")),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Qual(rulePath, "SyntaxError").Call(jen.Err()))),
		jen.Defer().Id("d").Dot("Release").Call(),
		jen.If(jen.Op("!").Add(w.isValid(n))).Block(
			jen.Return(explain(n)),
		),
	}
}

// isValid is validT(d, 0) or, where a pattern may run out of time, rule.Try(validT, d).
func (w *writer) isValid(n *plan.Named) jen.Code {
	name := jen.Id(validName(w.plan.CheckOf(n.Schema)))
	if w.undecided {
		return jen.Qual(rulePath, "Try").Call(name, jen.Id("d"))
	}
	return name.Call(jen.Id("d"), jen.Lit(0))
}

// undecided reports whether an evaluation may end without a verdict: some schema of the package has a pattern.
func undecided(p *plan.Package) bool {
	return slices.ContainsFunc(p.Checks, func(c *plan.Check) bool {
		return asksInterpreter(c.Schema) || slices.ContainsFunc(c.Schema.Assertions, func(a rule.Assertion) bool {
			_, is := a.(rule.Pattern)
			return is
		}) || slices.ContainsFunc(c.Schema.Applicators, func(a rule.Applicator) bool {
			_, is := a.(rule.PatternProperties)
			return is
		})
	})
}

// marshal is
//
//	func (v T) MarshalJSON() ([]byte, error) { return v.appendJSON(nil) }
func (w *writer) marshal(f *jen.File, n *plan.Named) {
	f.Line()
	comment(f.Group, "MarshalJSON writes v as JSON text. It does not check the schema; Validate does.")
	f.Func().Params(jen.Id("v").Id(n.Name)).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).Block(
		jen.Return(jen.Id("v").Dot("appendJSON").Call(jen.Nil())),
	)
}

// validate is
//
//	func (v T) Validate() error {
//		data, err := v.appendJSON(nil)
//		if err != nil {
//			return err
//		}
//		return ValidateT(data)
//	}
func (w *writer) validate(f *jen.File, n *plan.Named) {
	f.Line()
	comment(f.Group, "Validate checks v, as it would be written, against the schema. The error is a *rule.Error that lists every violation.")
	f.Func().Params(jen.Id("v").Id(n.Name)).Id("Validate").Params().Error().Block(
		jen.List(jen.Id("data"), jen.Err()).Op(":=").Id("v").Dot("appendJSON").Call(jen.Nil()),
		returnErr(),
		jen.Return(jen.Id("Validate"+n.Name).Call(jen.Id("data"))),
	)
}

func returnErr(before ...jen.Code) jen.Code {
	return jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(append(before, jen.Err())...))
}

// decode is
//
//	func (v *T) decode(d *document.Document, at int) (err error) { ... }
func (w *writer) decode(f *jen.File, n *plan.Named) {
	f.Line()
	comment(f.Group, "decode reads v from a value that is known to be valid.")
	f.Func().Params(jen.Id("v").Op("*").Id(n.Name)).Id("decode").Params(entryParams()...).Params(jen.Err().Error()).BlockFunc(func(g *jen.Group) {
		switch is := n.Is.(type) {
		case *plan.Struct:
			w.decodeStruct(g, is)
		case *plan.Enum:
			g.Op("*").Id("v").Op("=").Id(n.Name).Call(jen.Qual(fieldPath, "String").Call(jen.Id("d"), jen.Id("at")))
			g.Return(jen.Nil())
		default:
			r := reader{depth: 0}
			r.read(g, n.Is, id("at"), target{assign: func(value jen.Code) jen.Code {
				return jen.Op("*").Id("v").Op("=").Add(convert(n, value))
			}})
			g.Return(jen.Err())
		}
	})
}

// convert is T(value) where the type's underlying one has a name.
func convert(n *plan.Named, value jen.Code) jen.Code {
	switch n.Is.(type) {
	case plan.Basic, plan.Raw:
		return jen.Id(n.Name).Call(value)
	}
	return value
}

// decodeStruct is
//
//	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
//		switch d.Text(m) {
//		case "name":
//			...
//		default:
//			...
//		}
//		if err != nil {
//			return err
//		}
//	}
//	return nil
func (w *writer) decodeStruct(g *jen.Group, s *plan.Struct) {
	fails := false
	loop := func(body *jen.Group) {
		body.Switch(jen.Id("d").Dot("Text").Call(jen.Id("m"))).BlockFunc(func(cases *jen.Group) {
			for _, f := range s.Fields {
				cases.Case(jen.Lit(f.Member)).BlockFunc(func(c *jen.Group) { fails = w.decodeField(c, f) || fails })
			}
			if s.Extra != nil {
				cases.Default().BlockFunc(func(c *jen.Group) { fails = w.decodeExtra(c, s.Extra) || fails })
			}
		})
		if fails {
			body.Add(returnErr())
		}
	}
	g.For(
		jen.List(jen.Id("m"), jen.Id("end")).Op(":=").List(jen.Id("at").Op("+").Lit(1), ask("End", id("at"))),
		jen.Id("m").Op("<").Id("end"),
		jen.Id("m").Op("=").Id("d").Dot("End").Call(jen.Id("m").Op("+").Lit(1)),
	).BlockFunc(loop)
	g.Return(jen.Nil())
}

// decodeField reads one member; it reports whether that can fail.
func (w *writer) decodeField(g *jen.Group, f *plan.Field) (fails bool) {
	r := reader{text: func() *jen.Statement { return jen.Id("v").Dot(textField(f)) }}
	return r.read(g, f.Type, next("m"), variable(func() *jen.Statement { return jen.Id("v").Dot(f.Name) }))
}

// decodeExtra reads a member that has no field.
func (w *writer) decodeExtra(g *jen.Group, t plan.Type) (fails bool) {
	g.If(jen.Id("v").Dot("AdditionalProperties").Op("==").Nil()).Block(
		jen.Id("v").Dot("AdditionalProperties").Op("=").Map(jen.String()).Add(goType(t)).Values(),
	)
	r := reader{}
	return r.read(g, t, next("m"), target{assign: func(value jen.Code) jen.Code {
		return jen.Id("v").Dot("AdditionalProperties").Index(jen.Qual(fieldPath, "String").Call(jen.Id("d"), jen.Id("m"))).Op("=").Add(value)
	}})
}
