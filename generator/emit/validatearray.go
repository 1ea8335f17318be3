package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/rule"
)

// array are the statements for arrays.
func (c compiler) array() []demand {
	var list []demand
	for _, a := range c.check.Schema.Assertions {
		switch k := a.(type) {
		case rule.MinItems:
			list = append(list, mustNot(ask("Len", id("at")), "<", ">=", jen.Lit(k.N)))
		case rule.MaxItems:
			list = append(list, mustNot(ask("Len", id("at")), ">", "<=", jen.Lit(k.N)))
		}
	}
	list = append(list, c.items()...)
	for _, a := range c.check.Schema.Applicators {
		if k, ok := a.(rule.Contains); ok {
			list = append(list, c.contains(k)...)
		}
	}
	for _, a := range c.check.Schema.Assertions {
		if _, ok := a.(rule.UniqueItems); ok {
			list = append(list, mustCall(jen.Parens(jen.Qual(rulePath, "UniqueItems").Values()).Dot("Valid").Call(jen.Id("d"), jen.Id("at"))))
		}
	}
	return list
}

// items loops over the items where a schema speaks of them.
func (c compiler) items() []demand {
	var prefix []*rule.Schema
	var rest rule.Items
	for _, a := range c.check.Schema.Applicators {
		switch k := a.(type) {
		case rule.PrefixItems:
			prefix = k.Schemas
		case rule.Items:
			rest = k
		}
	}
	if rest.Schema != nil && rest.Schema.Never {
		// No more items than those with a schema of their own.
		list := []demand{mustNot(ask("Len", id("at")), ">", "<=", jen.Lit(rest.From))}
		return append(list, c.prefixed(prefix, 0, nil)...)
	}
	if len(prefix) > 0 || rest.From > 0 {
		return c.prefixed(prefix, rest.From, rest.Schema)
	}
	if rest.Schema == nil {
		return nil
	}
	body := c.demand(rest.Schema, id("i"))
	if len(body) == 0 {
		return nil
	}
	return []demand{run(eachItem().Block(codes(body)...))}
}

// eachItem is
//
//	for i, end := at+1, d.End(at); i < end; i = d.End(i)
func eachItem() *jen.Statement {
	return jen.For(
		jen.List(jen.Id("i"), jen.Id("end")).Op(":=").List(jen.Id("at").Op("+").Lit(1), ask("End", id("at"))),
		jen.Id("i").Op("<").Id("end"),
		jen.Id("i").Op("=").Add(ask("End", id("i"))),
	)
}

// prefixed is
//
//	for i, n, end := at+1, 0, d.End(at); i < end; i, n = d.End(i), n+1 {
//		switch n {
//		case 0:
//			...
//		default:
//			...
//		}
//	}
func (c compiler) prefixed(prefix []*rule.Schema, from int, rest *rule.Schema) []demand {
	var cases []jen.Code
	var behind []demand
	if rest != nil {
		behind = c.demand(rest, id("i"))
	}
	for n, s := range prefix {
		if body := c.demand(s, id("i")); len(body) > 0 || len(behind) > 0 {
			cases = append(cases, jen.Case(jen.Lit(n)).Block(codes(body)...))
		}
	}
	if len(behind) > 0 {
		for n := len(prefix); n < from; n++ {
			cases = append(cases, jen.Case(jen.Lit(n)))
		}
		cases = append(cases, jen.Default().Block(codes(behind)...))
	}
	if len(cases) == 0 {
		return nil
	}
	return []demand{run(jen.For(
		jen.List(jen.Id("i"), jen.Id("n"), jen.Id("end")).Op(":=").List(jen.Id("at").Op("+").Lit(1), jen.Lit(0), ask("End", id("at"))),
		jen.Id("i").Op("<").Id("end"),
		jen.List(jen.Id("i"), jen.Id("n")).Op("=").List(ask("End", id("i")), jen.Id("n").Op("+").Lit(1)),
	).Block(jen.Switch(jen.Id("n")).Block(cases...)))}
}

// contains counts the items that a schema accepts:
//
//	matches := 0
//	for i, end := at+1, d.End(at); i < end; i = d.End(i) {
//		if validT(d, i) {
//			matches++
//		}
//	}
//	if matches < 1 {
//		return false
//	}
func (c compiler) contains(k rule.Contains) []demand {
	match := c.valid(k.Schema, id("i"))
	count := jen.Id("matches")
	var list []demand
	if match.never {
		if k.Min > 0 {
			return []demand{refused()}
		}
		return nil
	}
	if match.always {
		count = ask("Len", id("at"))
	} else {
		list = append(list, run(jen.Id("matches").Op(":=").Lit(0)),
			run(eachItem().Block(jen.If(match.good).Block(jen.Id("matches").Op("++")))))
	}
	if k.Min > 0 {
		list = append(list, mustNot(count, "<", ">=", jen.Lit(k.Min)))
	}
	if k.Max >= 0 {
		list = append(list, mustNot(count, ">", "<=", jen.Lit(k.Max)))
	}
	return list
}
