package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// object is what is demanded of objects without a loop:
//
//	d.Len(at) >= 1 && rule.Must(d, at, "a", validA) && rule.EachMember(d, at, validT)
func (w *writer) object(s *rule.Schema, a at) condition {
	list := countOf(s).members(a)
	if !plan.LoopsMembers(s) {
		list = append(list, w.looked(plan.MembersOf(s), a)...)
	}
	for _, assertion := range s.Assertions {
		if k, ok := assertion.(rule.DependentRequired); ok {
			list = append(list, dependentRequired(k, a))
		}
	}
	for _, applicator := range s.Applicators {
		if k, ok := applicator.(rule.DependentSchemas); ok {
			for _, dep := range k.Each {
				list = append(list, or(not(present(find(dep.On, a))), w.valid(dep.Schema, a, rule.TypeObject)))
			}
		}
	}
	return and(list...)
}

// looked is what is demanded of a few members, or of all alike.
func (w *writer) looked(m plan.Members, a at) (list []condition) {
	ask := func(function string, args ...func() *jen.Statement) condition {
		return test(func() *jen.Statement {
			call := []jen.Code{jen.Id("d"), a()}
			for _, arg := range args {
				call = append(call, arg())
			}
			return jen.Qual(rulePath, function).Call(call...)
		})
	}
	text := func(s string) func() *jen.Statement { return func() *jen.Statement { return jen.Lit(s) } }
	values := m.Values()
	if values == nil && m.Additional != nil {
		list = append(list, only(m, a))
	}
	for _, one := range m.Demanding() {
		how := map[bool]string{false: "May", true: "Must"}[one.Required]
		switch {
		case one.Schema == nil:
			list = append(list, present(find(one.Name, a)))
		case one.Schema.Never && one.Required:
			list = append(list, never)
		case one.Schema.Never:
			list = append(list, not(present(find(one.Name, a))))
		default:
			if only, ok := plan.Text(one.Schema); ok {
				list = append(list, ask(how+"Be", text(one.Name), text(only)).wide(len(one.Name)+len(only)))
				continue
			}
			list = append(list, ask(how, text(one.Name), w.passing(one.Schema)).wide(len(one.Name)+w.passedWidth(one.Schema)))
		}
	}
	if values != nil {
		list = append(list, ask("EachMember", w.passing(values)).wide(w.passedWidth(values)))
	}
	return list
}

// only is rule.Only(d, at, "a", "b"), or d.Len(at) == 0 where there are no names.
func only(m plan.Members, a at) condition {
	var names []plan.Member
	for _, one := range m.Each() {
		switch {
		case one.Named:
			names = append(names, one)
		case one.Required:
			return never // it must be there, and must not
		}
	}
	if len(names) == 0 {
		return compareLit(asking("Len", a), "==", "!=", 0)
	}
	more := 0
	for _, one := range names {
		more += len(one.Name)
	}
	return test(func() *jen.Statement {
		call := []jen.Code{jen.Id("d"), a()}
		for _, one := range names {
			call = append(call, jen.Lit(one.Name))
		}
		return jen.Qual(rulePath, "Only").Call(call...)
	}).wide(more)
}

// find is d.Find(at, name).
func find(name string, a at) at {
	return func() *jen.Statement { return jen.Id("d").Dot("Find").Call(a(), jen.Lit(name)) }
}

// present is true for an entry that was found.
func present(a at) condition { return compareLit(a, ">=", "<", 0) }

// dependentRequired is
//
//	(d.Find(at, "a") < 0 || d.Find(at, "b") >= 0 && d.Find(at, "c") >= 0)
func dependentRequired(k rule.DependentRequired, a at) condition {
	var list []condition
	for _, dep := range k.Each {
		var names []condition
		for _, name := range dep.Names {
			names = append(names, present(find(name, a)))
		}
		list = append(list, or(not(present(find(dep.On, a))), and(names...)))
	}
	return and(list...)
}

// eachMember is
//
//	for m, end := at+1, d.End(at); ok && m < end; m = d.End(m + 1) {
//		switch d.Text(m) {
//		case "name", "title":
//			ok = d.Kind(m+1) == document.String
//		case "id":
//			ok = validID(d, m+1)
//			required++
//		default:
//			ok = false
//		}
//	}
//
// It returns what is to be demanded behind the loop: required == 1.
func (w *writer) eachMember(s *rule.Schema) ([]jen.Code, condition) {
	if !plan.LoopsMembers(s) {
		return nil, always
	}
	m := members{plan.MembersOf(s)}
	others := w.otherMembers(m)
	cases := w.cases(m, len(others) > 0)
	body := w.memberNames(m, len(cases)+len(others) > 0)
	switch {
	case m.Names != nil && plan.Pure(m.Names).Never:
	case len(cases) > 0:
		if len(others) > 0 {
			cases = append(cases, jen.Default().Block(others...))
		}
		body = append(body, jen.Switch(ask("Text", id("m"))).Block(cases...))
	case len(others) > 0:
		body = append(body, others...)
	}
	if len(body) == 0 {
		return nil, always
	}
	loop := jen.For(
		jen.List(jen.Id("m"), jen.Id("end")).Op(":=").List(jen.Id("at").Op("+").Lit(1), ask("End", id("at"))),
		jen.Id("ok").Op("&&").Id("m").Op("<").Id("end"),
		jen.Id("m").Op("=").Add(ask("End", next("m"))),
	).Block(body...)
	after := always
	if n := len(m.Required); n > 0 {
		after = compareLit(func() *jen.Statement { return jen.Id("required") }, "==", "!=", n)
	}
	return []jen.Code{loop}, after
}

// memberNames is what is demanded of the names: ok = condition, and where more is done for each member
//
//	if d.Runes(m) > 3 {
//		return false
//	}
func (w *writer) memberNames(m members, more bool) []jen.Code {
	if m.Names == nil {
		return nil
	}
	switch is := w.valid(m.Names, id("m"), rule.TypeString); {
	case is.always():
		return nil
	case more && !is.never():
		return []jen.Code{jen.If(not(is).code()).Block(jen.Return(jen.False()))}
	default:
		return []jen.Code{setOK(is)}
	}
}

// memberCase is what is demanded of members of some names.
type memberCase struct {
	names    []string
	is       condition
	required bool
}

// cases are those of the names that are known. Names of which the same is demanded are together. all says that names of
// which nothing is demanded are cases, too.
func (w *writer) cases(m members, all bool) (cases []jen.Code) {
	for _, c := range w.grouped(m, all) {
		var body []jen.Code
		if !c.is.always() {
			body = append(body, setOK(c.is))
		}
		if c.required {
			body = append(body, jen.Id("required").Op("++"))
		}
		cases = append(cases, jen.Case(packed(quotedAll(c.names), len("\t\tcase "))...).Block(body...))
	}
	return cases
}

func (w *writer) grouped(m members, all bool) (list []*memberCase) {
	byKey := map[string]*memberCase{}
	for _, member := range m.Each() {
		schemas := m.schemasOf(member)
		key := fmt.Sprint(member.Required)
		for _, s := range schemas {
			key += fmt.Sprint(" ", w.plan.Class(s))
		}
		one := byKey[key]
		if one == nil {
			one = &memberCase{is: and(w.each(schemas, next("m"), allKinds)...), required: member.Required}
			byKey[key] = one
			if !one.is.always() || one.required || all {
				list = append(list, one)
			}
		}
		one.names = append(one.names, member.Name)
	}
	return list
}

// members are those of a schema that are looped over.
type members struct{ plan.Members }

// schemasOf are the schemas that speak of a member that is named. One that must be there and has no schema of its own
// is additional, too.
func (m members) schemasOf(member plan.Member) (list []*rule.Schema) {
	if member.Schema != nil {
		list = append(list, member.Schema)
	}
	known := member.Named
	for _, p := range m.Patterns {
		if p.Pattern.MatchString(member.Name) {
			list, known = append(list, p.Schema), true
		}
	}
	if !known && m.Additional != nil {
		list = append(list, m.Additional)
	}
	return list
}

// otherMembers are the statements for a member that has no case of its own.
func (w *writer) otherMembers(m members) []jen.Code {
	additional := always
	if m.Additional != nil {
		additional = w.valid(m.Additional, next("m"), allKinds)
	}
	var list, matches []condition
	alike := true
	for _, p := range m.Patterns {
		match := w.matches(p.Pattern, id("m"))
		list = append(list, or(not(match), w.valid(p.Schema, next("m"), allKinds)))
		matches = append(matches, match)
		alike = alike && m.Additional != nil && w.plan.Class(p.Schema) == w.plan.Class(m.Additional)
	}
	is := and(list...)
	switch {
	case additional.always():
	case alike:
		is = additional
	case is.always():
		is = or(append(matches, additional)...)
	case len(m.Patterns) == 1 && additional.never():
		is = and(matches[0], w.valid(m.Patterns[0].Schema, next("m"), allKinds))
	default:
		return w.matchingMembers(m, additional)
	}
	if is.always() {
		return nil
	}
	return []jen.Code{setOK(is)}
}

// matchingMembers is
//
//	known := false
//	if patternA(d.Text(m)) {
//		known, ok = true, validA(d, m+1)
//	}
//	if ok && patternB(d.Text(m)) {
//		known, ok = true, validB(d, m+1)
//	}
//	if !known {
//		ok = validT(d, m+1)
//	}
//
// and for one pattern
//
//	if patternA(d.Text(m)) {
//		ok = validA(d, m+1)
//	} else {
//		ok = validT(d, m+1)
//	}
func (w *writer) matchingMembers(m members, additional condition) []jen.Code {
	if len(m.Patterns) == 1 {
		match, is := w.matches(m.Patterns[0].Pattern, id("m")), w.valid(m.Patterns[0].Schema, next("m"), allKinds)
		return []jen.Code{jen.If(match.code()).Block(setOK(is)).Else().Block(setOK(additional))}
	}
	list := []jen.Code{jen.Id("known").Op(":=").False()}
	for i, p := range m.Patterns {
		match := w.matches(p.Pattern, id("m"))
		if i > 0 {
			match = and(isOK, match)
		}
		body := jen.Id("known").Op("=").True()
		if is := w.valid(p.Schema, next("m"), allKinds); !is.always() {
			body = jen.List(jen.Id("known"), jen.Id("ok")).Op("=").List(jen.True(), is.code())
		}
		list = append(list, jen.If(match.code()).Block(body))
	}
	return append(list, jen.If(jen.Op("!").Id("known")).Block(setOK(additional)))
}
