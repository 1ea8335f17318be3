package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// array is what is demanded of arrays without a loop:
//
//	d.Len(at) >= 1 && (rule.UniqueItems{}).Valid(d, at) && rule.Each(d, at, validT)
func (w *writer) array(s *rule.Schema, a at) condition {
	count := countOf(s)
	var list []condition
	for _, assertion := range s.Assertions {
		if _, ok := assertion.(rule.UniqueItems); ok {
			list = append(list, byLiteral("UniqueItems", a, func() []jen.Code { return nil }))
		}
	}
	for _, applicator := range s.Applicators {
		if k, ok := applicator.(rule.Items); ok && k.Schema.Never {
			count.atMost(k.From) // those with a schema of their own
		}
	}
	if items := plan.ItemsOf(s); items != nil {
		list = append(list, test(func() *jen.Statement {
			return jen.Qual(rulePath, "Each").Call(jen.Id("d"), a(), w.passed(items))
		}).wide(w.passedWidth(items)))
	}
	return and(append(count.items(a), list...)...)
}

// eachItem are the loops over items, and what is to be demanded behind them.
func (w *writer) eachItem(s *rule.Schema) ([]jen.Code, condition) {
	if !plan.LoopsItems(s) {
		return nil, always
	}
	list, after := w.items(s)
	for _, a := range s.Applicators {
		if k, ok := a.(rule.Contains); ok {
			loop, is := w.contains(k)
			list, after = append(list, loop...), and(after, is)
		}
	}
	return list, after
}

// items loops over the items where a schema speaks of them:
//
//	for i, end := at+1, d.End(at); ok && i < end; i = d.End(i) {
//		ok = d.Kind(i) == document.String
//	}
//
// The first alone is asked for behind the loops: d.Len(at) == 0 || d.Kind(at+1) == document.String.
func (w *writer) items(s *rule.Schema) (loop []jen.Code, after condition) {
	var prefix []*rule.Schema
	from, rest := 0, always
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case rule.PrefixItems:
			prefix = k.Schemas
		case rule.Items:
			if !k.Schema.Never {
				from, rest = k.From, w.valid(k.Schema, id("i"), allKinds)
			}
		}
	}
	switch {
	case len(prefix) == 1 && from <= 1 && rest.always():
		return nil, or(compareLit(asking("Len", id("at")), "==", "!=", 0), w.valid(prefix[0], next("at"), allKinds))
	case len(prefix) > 0 || from > 0:
		return w.prefixed(prefix, from, rest), always
	case rest.always():
		return nil, always
	}
	return []jen.Code{forItems().Block(setOK(rest))}, always
}

// forItems is
//
//	for i, end := at+1, d.End(at); ok && i < end; i = d.End(i)
func forItems() *jen.Statement {
	return jen.For(
		jen.List(jen.Id("i"), jen.Id("end")).Op(":=").List(jen.Id("at").Op("+").Lit(1), ask("End", id("at"))),
		jen.Id("ok").Op("&&").Id("i").Op("<").Id("end"),
		jen.Id("i").Op("=").Add(ask("End", id("i"))),
	)
}

// prefixed is
//
//	for i, n, end := at+1, 0, d.End(at); ok && i < end; i, n = d.End(i), n+1 {
//		switch n {
//		case 0:
//			ok = ...
//		default:
//			ok = ...
//		}
//	}
func (w *writer) prefixed(prefix []*rule.Schema, from int, rest condition) []jen.Code {
	var cases []jen.Code
	for n := range max(len(prefix), from) {
		is := always
		if n < len(prefix) {
			is = w.valid(prefix[n], id("i"), allKinds)
		}
		if !is.always() {
			cases = append(cases, jen.Case(jen.Lit(n)).Block(setOK(is)))
		} else if !rest.always() {
			cases = append(cases, jen.Case(jen.Lit(n)))
		}
	}
	if !rest.always() {
		cases = append(cases, jen.Default().Block(setOK(rest)))
	}
	if len(cases) == 0 {
		return nil
	}
	return []jen.Code{jen.For(
		jen.List(jen.Id("i"), jen.Id("n"), jen.Id("end")).Op(":=").List(jen.Id("at").Op("+").Lit(1), jen.Lit(0), ask("End", id("at"))),
		jen.Id("ok").Op("&&").Id("i").Op("<").Id("end"),
		jen.List(jen.Id("i"), jen.Id("n")).Op("=").List(ask("End", id("i")), jen.Id("n").Op("+").Lit(1)),
	).Block(jen.Switch(jen.Id("n")).Block(cases...))}
}

// contains counts the items that a schema accepts:
//
//	matches := 0
//	for i, end := at+1, d.End(at); ok && i < end; i = d.End(i) {
//		if validT(d, i) {
//			matches++
//		}
//	}
//
// It returns what is to be demanded behind the loop: matches >= 1.
func (w *writer) contains(k rule.Contains) (list []jen.Code, after condition) {
	match := w.valid(k.Schema, id("i"), allKinds)
	count := func() *jen.Statement { return jen.Id("matches") }
	switch {
	case match.never():
		if k.Min > 0 {
			return nil, never
		}
		return nil, always
	case match.always():
		count = asking("Len", id("at"))
	default:
		list = []jen.Code{jen.Id("matches").Op(":=").Lit(0), forItems().Block(jen.If(match.code()).Block(jen.Id("matches").Op("++")))}
	}
	after = always
	if k.Min > 0 {
		after = compareLit(count, ">=", "<", k.Min)
	}
	if k.Max >= 0 {
		after = and(after, compareLit(count, "<=", ">", k.Max))
	}
	return list, after
}
