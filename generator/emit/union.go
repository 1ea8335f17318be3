package emit

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// union is
//
//	type Shape struct{ Value ShapeValue }
//
//	// ShapeValue is one of Circle or Square.
//	type ShapeValue interface{ writeShape(c *field.Coder) }
//
//	func (v Circle) writeShape(c *field.Coder) { v.code(c) }
//	func (v Square) writeShape(c *field.Coder) { v.code(c) }
//
// Where nothing is read or written, the method isShape does nothing.
func (w *writer) union(f *jen.File, n *plan.Named, u *plan.Union) {
	names := make([]string, len(u.Variants))
	for i, v := range u.Variants {
		names[i] = v.Name
	}
	about := n.Choice() + " is one of " + listed(names) + "."
	if n.Null {
		about += " It is nil for null."
	}
	f.Type().Id(n.Name).Id("struct").Values(jen.Id("Value").Id(n.Choice()))
	f.Line()
	comment(f.Group, about)
	if !w.coding() {
		w.marked(f, n, u)
		return
	}
	coder := func() *jen.Statement { return jen.Params(jen.Id("c").Op("*").Qual(fieldPath, "Coder")) }
	f.Type().Id(n.Choice()).Id("interface").Values(jen.Id(write(n)).Add(coder()))
	f.Line()
	for _, v := range u.Variants {
		f.Func().Params(jen.Id("v").Id(v.Name)).Id(write(n)).Add(coder()).Add(oneLine(jen.Id("v").Dot("code").Call(jen.Id("c"))))
	}
}

// marked is the interface of a union that is neither read nor written:
//
//	type ShapeValue interface{ isShape() }
//
//	func (Circle) isShape() {}
func (w *writer) marked(f *jen.File, n *plan.Named, u *plan.Union) {
	f.Type().Id(n.Choice()).Id("interface").Values(jen.Id("is" + n.Name).Params())
	f.Line()
	for _, v := range u.Variants {
		f.Func().Params(jen.Id(v.Name)).Id("is" + n.Name).Params().Block()
	}
}

// write is the name of the method that the variants of a union have, and no other type.
func write(n *plan.Named) string { return "write" + n.Name }

// listed joins names: A, B or C.
func listed(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// unionCode is
//
//	switch d, at, reading := c.Entry(); {
//	case !reading && field.None(v.Value):
//		c.Fail(field.ErrNone)
//	case !reading:
//		v.Value.writeShape(c)
//	case d.Kind(at) == document.String:
//		v.Value = field.Value(c, (*ShapeString).code)
//	default:
//		v.Value = field.Value(c, (*Circle).code)
//	}
func (w *writer) unionCode(g *jen.Group, n *plan.Named, u *plan.Union) {
	value := func() *jen.Statement { return jen.Id("v").Dot("Value") }
	if n.Null {
		g.If(jen.Id("c").Dot("Null").Call(jen.Qual(fieldPath, "None").Call(value()))).Block(jen.Return())
	}
	last := len(u.Cases) - 1
	d, at := jen.Id("d"), jen.Id("at")
	if last == 0 {
		d, at = jen.Id("_"), jen.Id("_") // nothing is asked of the value
	}
	entry := jen.List(d, at, jen.Id("reading")).Op(":=").Id("c").Dot("Entry").Call()
	g.Switch(entry, jen.Empty()).BlockFunc(func(g *jen.Group) {
		if !n.Null {
			none := jen.Qual(fieldPath, "None").Call(value())
			g.Case(jen.Op("!").Id("reading").Op("&&").Add(none)).Block(jen.Id("c").Dot("Fail").Call(jen.Qual(fieldPath, "ErrNone")))
		}
		g.Case(jen.Op("!").Id("reading")).Block(value().Dot(write(n)).Call(jen.Id("c")))
		for i, v := range u.Cases {
			read := value().Op("=").Qual(fieldPath, "Value").Call(jen.Id("c"), codeOf(v.Type))
			if i == last {
				g.Default().Block(read)
			} else {
				g.Case(w.tells(v.Tells)).Block(read)
			}
		}
	})
}

// tells is the condition for the value at hand to be of a variant.
func (w *writer) tells(t plan.Test) jen.Code {
	is, given := always, allKinds
	switch {
	case t.Member != "":
		is, given = says(t), rule.TypeObject
	case t.Kinds != 0:
		given = kindsOf(t.Kinds)
		is = byKind(id("at"), allKinds, given, func(document.Kind) condition { return always })
	}
	if len(t.Any) > 0 {
		is = and(is, w.any(t.Any, given))
	}
	return is.code()
}

// kindsOf are the kinds of values of some types.
func kindsOf(t rule.Types) kindSet {
	return (t | t&rule.TypeInteger>>8<<document.Number) & allKinds
}

// says is field.Says(d, at, "kind", "circle", "disc").
func says(t plan.Test) condition {
	more := len(t.Member)
	for _, value := range t.Values {
		more += len(value) + len(`, ""`)
	}
	return test(func() *jen.Statement {
		args := []jen.Code{jen.Id("d"), jen.Id("at"), jen.Lit(t.Member)}
		for _, value := range t.Values {
			args = append(args, jen.Lit(value))
		}
		return jen.Qual(fieldPath, "Says").Call(args...)
	}).wide(more)
}

// any is the condition for all schemas of one of some lists to accept the value at hand, which is of one of the given kinds. Lists
// that demand the same are asked once.
func (w *writer) any(lists [][]*rule.Schema, given kindSet) condition {
	var either []condition
	seen := map[string]bool{}
	for _, schemas := range lists {
		key := w.classesOf(schemas)
		if seen[key] {
			continue
		}
		seen[key] = true
		either = append(either, and(w.each(schemas, id("at"), given)...))
	}
	return or(either...)
}

// classesOf tells lists of schemas apart that demand different things.
func (w *writer) classesOf(schemas []*rule.Schema) string {
	var classes []int
	for _, s := range schemas {
		classes = append(classes, w.plan.Class(s))
	}
	return fmt.Sprint(classes)
}
