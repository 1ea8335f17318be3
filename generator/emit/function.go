package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// function is the body of a check's function: what is one condition is returned on the line of its head,
//
//	func validT(d *document.Document, at int) bool { return d.Kind(at) == document.String }
//
// and else there are statements that keep the answer in a variable:
//
//	func validT(d *document.Document, at int) bool {
//		ok := d.Kind(at) == document.Array
//		for ...
//		return ok
//	}
//
// Where calls are counted the body begins with
//
//	rule.Step(d)
func (w *writer) function(check *plan.Check) *jen.Statement {
	list, short := w.body(check.Schema)
	switch {
	case check.Counted:
		return jen.Block(append([]jen.Code{jen.Qual(rulePath, "Step").Call(jen.Id("d"))}, list...)...)
	case short:
		return oneLine(list[0])
	}
	return jen.Block(list...)
}

// body is what a function does; short says that it fits on the line of its head.
func (w *writer) body(s *rule.Schema) (list []jen.Code, short bool) {
	a, lists := id("at"), choices(s)
	switch {
	case s.Never:
		return []jen.Code{jen.Return(jen.False())}, true
	case plan.AsksInterpreter(s):
		return []jen.Code{jen.Return(jen.Id("embedded").Dot("Valid").Call(jen.Id("d"), a(), jen.Lit(s.ID())))}, true
	case len(lists) == 1 && !plan.Loops(s) && len(s.Applicators) == 0:
		return w.among(s, lists[0])
	case len(lists) == 0 && !plan.Loops(s) && !slices.ContainsFunc(s.Applicators, plan.Branched):
		return []jen.Code{jen.Return(w.inline(s, a, allKinds).code())}, true
	}
	return w.statements(s, lists), false
}

// among is the body for strings of which there are many:
//
//	if d.Kind(at) == document.String {
//		switch d.Text(at) {
//		case "a", "b", "c", "d":
//			return true
//		}
//	}
//	return d.Kind(at) == document.Null
func (w *writer) among(s *rule.Schema, texts []string) (list []jen.Code, short bool) {
	a, set := id("at"), allowed(s)
	others := byKind(a, allKinds, set&^rule.TypeString, func(k document.Kind) condition { return equals(s, a, k) })
	if !has(set, document.String) {
		return []jen.Code{jen.Return(others.code())}, true
	}
	return []jen.Code{
		jen.If(isKind(a, document.String).code()).Block(
			jen.Switch(ask("Text", a)).Block(
				jen.Case(packed(quotedAll(texts), len("\t\tcase "))...).Block(jen.Return(and(w.text(s, a), equals(s, a, document.String)).code())),
			),
		),
		jen.Return(others.code()),
	}, false
}

// statements are those of a function with loops or switches. The first takes what is known without them, and in the end
// the answer is returned with what comes of the loops and of the keywords in place.
func (w *writer) statements(s *rule.Schema, lists [][]string) (list []jen.Code) {
	a, set := id("at"), w.asked(s, allKinds)
	first := w.ofKinds(s, a, allKinds)
	begun, last, counts := isOK, always, false
	if first.always() {
		begun = always
	}
	if has(set, document.Object) {
		loop, after := w.eachMember(s)
		if alone := !has(set, document.Array); alone && !after.always() {
			counts = true
		} else if !after.always() {
			loop = append([]jen.Code{jen.Id("required").Op(":=").Lit(0)}, loop...)
		}
		list, last = container(list, begun, last, set, document.Object, document.Array, loop, after)
	}
	if has(set, document.Array) {
		loop, after := w.eachItem(s)
		list, last = container(list, begun, last, set, document.Array, document.Object, loop, after)
	}
	for _, texts := range lists {
		list = append(list, oneOfMany(set, texts))
	}
	for _, applicator := range s.Applicators {
		before := begun
		if len(list) > 0 {
			before = isOK
		}
		list = append(list, w.branches(applicator, set, before)...)
	}
	last = and(append([]condition{last}, w.anyKind(s, a, set)...)...)
	if len(list) == 0 {
		return []jen.Code{jen.Return(and(first, last).code())}
	}
	start := jen.Id("ok").Op(":=").Add(first.code())
	if counts {
		start = jen.List(jen.Id("ok"), jen.Id("required")).Op(":=").List(first.code(), jen.Lit(0))
	}
	return append(append([]jen.Code{start}, list...), jen.Return(and(isOK, last).code()))
}

// container adds the statements for values of one kind of container. A loop over the children of other values does
// nothing, for they have none, but where the other kind is allowed, too:
//
//	if ok && d.Kind(at) == document.Object {
//		...
//		ok = ok && required == 1
//	}
func container(list []jen.Code, begun, last condition, set kindSet, k, other document.Kind, loop []jen.Code, after condition) ([]jen.Code, condition) {
	is := isKind(id("at"), k)
	switch {
	case len(loop) == 0 && set == kindSet(1)<<k:
		return list, and(last, after)
	case len(loop) == 0:
		return list, and(last, or(not(is), after))
	case has(set, other):
		loop = append(loop, demand(after)...)
		return append(list, jen.If(and(begun, is).code()).Block(loop...)), last
	case set == kindSet(1)<<k:
		return append(list, loop...), and(last, after)
	}
	return append(list, loop...), and(last, or(not(is), after))
}

// oneOfMany is
//
//	if ok && d.Kind(at) == document.String {
//		switch d.Text(at) {
//		case "a", "b", "c", "d":
//		default:
//			ok = false
//		}
//	}
func oneOfMany(set kindSet, texts []string) jen.Code {
	is := isOK
	if set != rule.TypeString {
		is = and(isOK, isKind(id("at"), document.String))
	}
	return jen.If(is.code()).Block(jen.Switch(ask("Text", id("at"))).Block(
		jen.Case(packed(quotedAll(texts), len("\t\tcase "))...),
		jen.Default().Block(jen.Id("ok").Op("=").False()),
	))
}

// setOK is ok = condition.
func setOK(c condition) jen.Code { return jen.Id("ok").Op("=").Add(c.code()) }

// demand is ok = ok && condition, and nothing for one that is always true.
func demand(c condition) []jen.Code { return demandAfter(isOK, c) }

// demandAfter is demand where it is known what ok is.
func demandAfter(before, c condition) []jen.Code {
	if c.always() {
		return nil
	}
	return []jen.Code{setOK(and(before, c))}
}
