package emit

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
)

// enum is
//
//	type Color string
//
//	const (
//		ColorRed Color = "red"
//	)
//
//	var valuesOfColor = []Color{"red"}
//
//	func (Color) Values() []Color { return slices.Clone(valuesOfColor) }
//	func (v Color) Valid() bool { return slices.Contains(valuesOfColor, v) }
func (w *writer) enum(f *jen.File, n *plan.Named, e *plan.Enum) {
	f.Type().Id(n.Name).Add(goType(e.Of))
	f.Line()
	if e.Open {
		comment(f.Group, "Values of "+n.Name+" that the schema names; there may be others.")
	} else {
		comment(f.Group, "The values of "+n.Name+".")
	}
	var constants []jen.Code
	var values []string
	for _, c := range e.Values {
		for _, line := range comments(c.Doc...) {
			constants = append(constants, jen.Comment(line))
		}
		constants = append(constants, jen.Id(n.Name+c.Name).Id(n.Name).Op("=").Add(literal(c)))
		values = append(values, literalText(c))
	}
	f.Const().Defs(constants...)
	f.Line()
	list := "valuesOf" + n.Name
	f.Var().Id(list).Op("=").Index().Id(n.Name).Add(composite(values, len("var  = []{}")+len(list)+len(n.Name)))
	f.Line()
	f.Func().Params(jen.Id(n.Name)).Id("Values").Params().Index().Id(n.Name).Add(
		oneLine(jen.Return(jen.Qual("slices", "Clone").Call(jen.Id(list)))))
	if e.Open {
		return
	}
	f.Func().Params(jen.Id("v").Id(n.Name)).Id("Valid").Params().Bool().Add(
		oneLine(jen.Return(jen.Qual("slices", "Contains").Call(jen.Id(list), jen.Id("v")))))
}

// literal is the Go for a constant's value.
func literal(c plan.Constant) *jen.Statement { return jen.Op(literalText(c)) }

func literalText(c plan.Constant) string {
	if c.Of == plan.String {
		return strconv.Quote(c.Text)
	}
	return c.JSON
}

// constants are the values of members that have one value always:
//
//	// CircleKind is always the member "kind" of a Circle, and is written by its methods.
//	const CircleKind = "circle"
func (w *writer) constants(f *jen.File, n *plan.Named, s *plan.Struct) {
	for _, c := range s.Constants {
		if c.Of == "" {
			continue // Go has no constants of that kind
		}
		f.Line()
		comment(f.Group, append([]string{n.Name + c.Name + " is the member " + strconv.Quote(c.Member) + " of every " + n.Name + ". It has no field."}, c.Doc...)...)
		f.Const().Id(n.Name + c.Name).Op("=").Add(literal(c))
	}
}
