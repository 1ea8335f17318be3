package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/rule"
)

// members is what the keywords of a schema say of an object's members, by name and otherwise.
type members struct {
	named      []rule.Property
	required   []string
	patterns   []rule.PatternProperty
	additional *rule.Schema
	names      *rule.Schema
}

func (c compiler) members() members {
	var m members
	for _, a := range c.check.Schema.Assertions {
		if k, ok := a.(rule.Required); ok {
			m.required = k.Names
		}
	}
	for _, a := range c.check.Schema.Applicators {
		switch k := a.(type) {
		case rule.Properties:
			m.named = k.Members
		case rule.PatternProperties:
			m.patterns = k.Each
		case rule.AdditionalProperties:
			m.additional = k.Schema
			m.named = k.Named.Members
			m.patterns = k.Patterns.Each
		case rule.PropertyNames:
			m.names = k.Schema
		}
	}
	return m
}

// object are the statements for objects.
func (c compiler) object() []demand {
	var list []demand
	for _, a := range c.check.Schema.Assertions {
		switch k := a.(type) {
		case rule.MinProperties:
			list = append(list, mustNot(ask("Len", id("at")), "<", ">=", jen.Lit(k.N)))
		case rule.MaxProperties:
			list = append(list, mustNot(ask("Len", id("at")), ">", "<=", jen.Lit(k.N)))
		}
	}
	list = append(list, c.eachMember(c.members())...)
	for _, a := range c.check.Schema.Assertions {
		if k, ok := a.(rule.DependentRequired); ok {
			list = append(list, dependentRequired(k)...)
		}
	}
	for _, a := range c.check.Schema.Applicators {
		switch k := a.(type) {
		case rule.DependentSchemas:
			list = append(list, c.dependentSchemas(k)...)
		case rule.PropertyDependencies:
			list = append(list, c.propertyDependencies(k)...)
		}
	}
	return list
}

// seen is the variable that notes required member n, and the bit for it.
func seen(n int) (variable string, bit jen.Code) {
	return fmt.Sprintf("seen%.0d", n/64), jen.Lit(1).Op("<<").Lit(n % 64)
}

// eachMember is
//
//	var seen uint64
//	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
//		switch d.Text(m) {
//		case "name":
//			...
//			seen |= 1 << 0
//		}
//	}
//	if seen != 1<<1-1 {
//		return false
//	}
func (c compiler) eachMember(m members) []demand {
	body := c.memberBody(m)
	if len(body) == 0 {
		return nil
	}
	var list, ends []demand
	for n := 0; n < len(m.required); n += 64 {
		variable, _ := seen(n)
		list = append(list, run(jen.Var().Id(variable).Uint64()))
		all := jen.Lit(1).Op("<<").Lit(min(64, len(m.required)-n)).Op("-").Lit(1)
		ends = append(ends, mustNot(jen.Id(variable), "!=", "==", all))
	}
	list = append(list, run(jen.For(
		jen.List(jen.Id("m"), jen.Id("end")).Op(":=").List(jen.Id("at").Op("+").Lit(1), ask("End", id("at"))),
		jen.Id("m").Op("<").Id("end"),
		jen.Id("m").Op("=").Add(ask("End", next("m"))),
	).Block(body...)))
	return append(list, ends...)
}

// memberBody is what is done for each member.
func (c compiler) memberBody(m members) []jen.Code {
	var list, fallback []jen.Code
	if m.names != nil {
		list = append(list, codes(c.demand(m.names, id("m")))...)
		if c.valid(m.names, id("m")).never {
			return list
		}
	}
	if m.additional != nil {
		fallback = codes(c.demand(m.additional, next("m")))
	}
	if len(m.patterns) == 0 {
		if s := c.byName(m, nil, fallback, len(fallback) > 0); s != nil {
			list = append(list, s)
		}
		return list
	}
	var known []jen.Code
	if len(fallback) > 0 {
		list = append(list, jen.Id("known").Op(":=").False())
		known = []jen.Code{jen.Id("known").Op("=").True()}
	}
	if s := c.byName(m, known, nil, len(fallback) > 0); s != nil {
		list = append(list, s)
	}
	for n, p := range m.patterns {
		body := append(append([]jen.Code{}, known...), codes(c.demand(p.Schema, next("m")))...)
		if len(body) > 0 {
			call := c.pattern(fmt.Sprintf("member%dPattern", n), p.Pattern.String())
			list = append(list, jen.If(matches(call, "m")).Block(body...))
		}
	}
	if len(fallback) > 0 {
		list = append(list, jen.If(jen.Op("!").Id("known")).Block(fallback...))
	}
	return list
}

// byName is the switch over the names of members. first is done for each that is known; all says that each
// known name needs a case. It is nil where there is nothing to do.
func (c compiler) byName(m members, first, fallback []jen.Code, all bool) jen.Code {
	required := map[string]int{}
	for n, name := range m.required {
		required[name] = n
	}
	var cases []jen.Code
	add := func(name string, body []jen.Code) {
		if n, ok := required[name]; ok {
			variable, bit := seen(n)
			body = append(body, jen.Id(variable).Op("|=").Add(bit))
			delete(required, name)
		}
		if len(body) > 0 || all {
			cases = append(cases, jen.Case(jen.Lit(name)).Block(body...))
		}
	}
	for _, p := range m.named {
		if p.Schema.Never {
			delete(required, p.Name)
			cases = append(cases, jen.Case(jen.Lit(p.Name)).Block(jen.Return(jen.False())))
			continue
		}
		add(p.Name, append(append([]jen.Code{}, first...), codes(c.demand(p.Schema, next("m")))...))
	}
	for _, name := range m.required {
		if n, ok := required[name]; ok {
			// A member that is required and has no schema of its own is additional, too.
			variable, bit := seen(n)
			note := jen.Id(variable).Op("|=").Add(bit)
			cases = append(cases, jen.Case(jen.Lit(name)).Block(append([]jen.Code{note}, fallback...)...))
			delete(required, name)
		}
	}
	if len(fallback) > 0 {
		cases = append(cases, jen.Default().Block(fallback...))
	}
	if len(cases) == 0 {
		return nil
	}
	return jen.Switch(ask("Text", id("m"))).Block(cases...)
}

// find is d.Find(at, name).
func find(name string) *jen.Statement {
	return jen.Id("d").Dot("Find").Call(jen.Id("at"), jen.Lit(name))
}

// dependentRequired is
//
//	if d.Find(at, "a") >= 0 && (d.Find(at, "b") < 0 || d.Find(at, "c") < 0) {
//		return false
//	}
func dependentRequired(k rule.DependentRequired) []demand {
	var list []demand
	for _, dep := range k.Each {
		if len(dep.Names) == 0 {
			continue
		}
		absent := find(dep.Names[0]).Op("<").Lit(0)
		for _, name := range dep.Names[1:] {
			absent.Op("||").Add(find(name)).Op("<").Lit(0)
		}
		list = append(list, run(jen.If(find(dep.On).Op(">=").Lit(0).Op("&&").Parens(absent)).Block(jen.Return(jen.False()))))
	}
	return list
}

// dependentSchemas is
//
//	if d.Find(at, "a") >= 0 && !validT(d, at) {
//		return false
//	}
func (c compiler) dependentSchemas(k rule.DependentSchemas) []demand {
	var list []demand
	for _, dep := range k.Each {
		switch is := c.valid(dep.Schema, id("at")); {
		case is.never:
			list = append(list, mustNot(find(dep.On), ">=", "<", jen.Lit(0)))
		case !is.always:
			list = append(list, run(jen.If(find(dep.On).Op(">=").Lit(0).Op("&&").Add(is.bad)).Block(jen.Return(jen.False()))))
		}
	}
	return list
}

// propertyDependencies is
//
//	if v := d.Find(at, "kind"); v >= 0 && d.Kind(v) == document.String && d.Text(v) == "a" && !validT(d, at) {
//		return false
//	}
func (c compiler) propertyDependencies(k rule.PropertyDependencies) []demand {
	var list []demand
	for _, p := range k.Each {
		is := c.valid(p.Schema, id("at"))
		if is.always {
			continue
		}
		applies := jen.Id("v").Op(">=").Lit(0).Op("&&").Add(ask("Kind", id("v"))).Op("==").Add(kind("String")).
			Op("&&").Add(ask("Text", id("v"))).Op("==").Lit(p.Value)
		if !is.never {
			applies.Op("&&").Parens(is.bad)
		}
		list = append(list, run(jen.If(jen.Id("v").Op(":=").Add(find(p.Name)), applies).Block(jen.Return(jen.False()))))
	}
	return list
}
