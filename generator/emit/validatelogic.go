package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/rule"
)

// inPlace are the demands of a keyword that applies schemas to the value itself.
func (c compiler) inPlace(a rule.Applicator) []demand {
	switch k := a.(type) {
	case *rule.Ref:
		return c.all([]*rule.Schema{k.Target})
	case rule.AllOf:
		return c.all(k.Schemas)
	case rule.AnyOf:
		return c.anyOf(k)
	case rule.OneOf:
		return c.oneOf(k)
	case rule.Not:
		return c.not(k)
	case rule.If:
		return c.conditional(k)
	}
	return nil
}

// all demands each schema.
func (c compiler) all(schemas []*rule.Schema) (list []demand) {
	for _, s := range schemas {
		list = append(list, c.demand(s, id("at"))...)
	}
	return list
}

// not is
//
//	if validA(d, at) {
//		return false
//	}
func (c compiler) not(k rule.Not) []demand {
	switch is := c.valid(k.Schema, id("at")); {
	case is.always:
		return []demand{refused()}
	case is.never:
		return nil
	default:
		return []demand{must(is.bad, is.good)}
	}
}

// anyOf is
//
//	if !validA(d, at) && !validB(d, at) {
//		return false
//	}
func (c compiler) anyOf(k rule.AnyOf) []demand {
	var good, bad []jen.Code
	for _, s := range k.Schemas {
		is := c.valid(s, id("at"))
		switch {
		case is.always:
			return nil
		case !is.never:
			good, bad = append(good, is.good), append(bad, is.bad)
		}
	}
	if len(good) == 0 {
		return []demand{refused()}
	}
	return []demand{must(joined("||", good), joined("&&", bad))}
}

// oneOf is
//
//	accepted := 0
//	if validA(d, at) {
//		accepted++
//	}
//	if validB(d, at) {
//		accepted++
//	}
//	if accepted != 1 {
//		return false
//	}
func (c compiler) oneOf(k rule.OneOf) []demand {
	list := []demand{run(jen.Id("accepted").Op(":=").Lit(0))}
	for _, s := range k.Schemas {
		is := c.valid(s, id("at"))
		switch {
		case is.always:
			list = append(list, run(jen.Id("accepted").Op("++")))
		case !is.never:
			list = append(list, run(jen.If(is.good).Block(jen.Id("accepted").Op("++"))))
		}
	}
	return append(list, mustNot(jen.Id("accepted"), "!=", "==", jen.Lit(1)))
}

// conditional is
//
//	if validIf(d, at) {
//		...
//	} else {
//		...
//	}
func (c compiler) conditional(k rule.If) []demand {
	branch := func(s *rule.Schema) []demand {
		if s == nil {
			return nil
		}
		return c.demand(s, id("at"))
	}
	is := c.valid(k.If, id("at"))
	then, otherwise := branch(k.Then), branch(k.Else)
	switch {
	case is.always:
		return then
	case is.never:
		return otherwise
	case len(then) > 0 && len(otherwise) > 0:
		return []demand{run(jen.If(is.good).Block(codes(then)...).Else().Block(codes(otherwise)...))}
	case len(then) > 0:
		return []demand{run(jen.If(is.good).Block(codes(then)...))}
	case len(otherwise) > 0:
		return []demand{run(jen.If(is.bad).Block(codes(otherwise)...))}
	}
	return nil
}
