package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// inPlace is the condition of a keyword that applies schemas to the value itself; always for one that takes statements.
func (w *writer) inPlace(applicator rule.Applicator, a at, given kindSet) condition {
	if plan.Branched(applicator) {
		return always
	}
	switch k := applicator.(type) {
	case *rule.Ref:
		return w.valid(k.Target, a, given)
	case rule.AllOf:
		return and(w.each(k.Schemas, a, given)...)
	case rule.AnyOf:
		return w.anyOf(k.Schemas, a, given)
	case rule.OneOf:
		return w.oneOf(k.Schemas, a, given)
	case rule.Not:
		return not(w.valid(k.Schema, a, given))
	case rule.If:
		return w.conditional(k, a, given)
	}
	return always
}

// each are the conditions of schemas of which all or any are to be satisfied, so that equal ones count once.
func (w *writer) each(schemas []*rule.Schema, a at, given kindSet) (list []condition) {
	seen := map[int]bool{}
	for _, s := range schemas {
		if class := w.plan.Class(s); !seen[class] {
			seen[class] = true
			list = append(list, w.valid(s, a, given))
		}
	}
	return list
}

func (w *writer) anyOf(schemas []*rule.Schema, a at, given kindSet) condition {
	return or(w.each(schemas, a, given)...)
}

// oneOf is
//
//	validA(d, at) != validB(d, at)
//
// for two schemas, and rule.One(validA(d, at), validB(d, at), validC(d, at)) for more. Where no two of them can accept
// one value, it is anyOf.
func (w *writer) oneOf(schemas []*rule.Schema, a at, given kindSet) condition {
	if w.apart(schemas) {
		return w.anyOf(schemas, a, given)
	}
	var list []condition
	yes := 0
	for _, s := range schemas {
		is := w.valid(s, a, given)
		switch {
		case is.always():
			yes++
		case !is.never():
			list = append(list, is)
		}
	}
	switch {
	case yes > 1 || yes+len(list) == 0:
		return never
	case yes == 1:
		return not(or(list...))
	case len(list) == 1:
		return list[0]
	case len(list) == 2:
		second := operand(list[1])
		more := list[0].columns() + list[1].columns()
		if more > codeWidth {
			first := second
			second = func() *jen.Statement { return jen.Line().Add(first()) }
		}
		return compare(operand(list[0]), "!=", "==", second).wide(more - usual)
	}
	return test(func() *jen.Statement { return jen.Qual(rulePath, "One").Call(answers(list)...) }).wide(codeWidth)
}

// operand is a condition beside a comparison.
func operand(c condition) func() *jen.Statement {
	if c.call {
		return c.code
	}
	return func() *jen.Statement { return jen.Parens(c.code()) }
}

// answers are conditions as arguments of a call. Many have several lines.
func answers(list []condition) (args []jen.Code) {
	column := 0
	for _, is := range list {
		if column += is.columns() + len(", "); column > codeWidth && len(args) > 0 {
			args, column = append(args, jen.Line().Add(is.code())), is.columns()
			continue
		}
		args = append(args, is.code())
	}
	return args
}

// conditional is !validIf(d, at) || validThen(d, at), or validIf(d, at) || validElse(d, at), where only one of then and
// else says something.
func (w *writer) conditional(k rule.If, a at, given kindSet) condition {
	is, then, otherwise := w.valid(k.If, a, given), always, always
	if k.Then != nil {
		then = w.valid(k.Then, a, given)
	}
	if k.Else != nil {
		otherwise = w.valid(k.Else, a, given)
	}
	return and(or(not(is), then), or(is, otherwise))
}

// branches are the statements of anyOf and oneOf whose branches a member tells apart, of propertyDependencies, and of if
// with then and else:
//
//	if validIf(d, at) {
//		ok = ok && validThen(d, at)
//	} else {
//		ok = ok && validElse(d, at)
//	}
func (w *writer) branches(applicator rule.Applicator, given kindSet, before condition) []jen.Code {
	a := id("at")
	switch k := applicator.(type) {
	case rule.If:
		if k.Then == nil || k.Else == nil {
			return nil
		}
		is, then, otherwise := w.valid(k.If, a, allKinds), w.valid(k.Then, a, given), w.valid(k.Else, a, given)
		if is.always() || is.never() || then.always() || otherwise.always() {
			return demand(w.conditional(k, a, given))
		}
		return []jen.Code{jen.If(is.code()).Block(demand(then)...).Else().Block(demand(otherwise)...)}
	case rule.AnyOf:
		return w.tagged(k.Schemas, given, before, w.anyOf)
	case rule.OneOf:
		return w.tagged(k.Schemas, given, before, w.oneOf)
	case rule.PropertyDependencies:
		if list := w.propertyDependencies(k); len(list) > 0 {
			return []jen.Code{jen.If(and(isOK, isKind(a, document.Object)).code()).Block(list...)}
		}
	}
	return nil
}

// propertyDependencies are the statements of the keyword for objects:
//
//	if v := d.Find(at, "kind"); v >= 0 && d.Kind(v) == document.String && d.Text(v) == "a" {
//		ok = ok && validT(d, at)
//	}
func (w *writer) propertyDependencies(k rule.PropertyDependencies) (list []jen.Code) {
	v := id("v")
	for _, p := range k.Each {
		if is := w.valid(p.Schema, id("at"), rule.TypeObject); !is.always() {
			value := jen.Id("v").Op(":=").Add(find(p.Name, id("at"))())
			applies := and(present(v), isKind(v, document.String), compareLit(asking("Text", v), "==", "!=", p.Value))
			list = append(list, jen.If(value, applies.code()).Block(demand(is)...))
		}
	}
	return list
}
