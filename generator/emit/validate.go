package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// validators writes the functions that the codecs call, which are written before, and all that those call. in is the file for
// each, and that for what they share.
func (w *writer) validators(in func(*plan.Check) *jen.File) {
	bodies := map[*plan.Check]*jen.Statement{}
	for len(w.called) > 0 {
		check := w.called[0]
		if w.called = w.called[1:]; bodies[check] == nil {
			bodies[check] = w.function(check)
		}
	}
	if len(w.used) > 0 {
		w.values(in(nil))
	}
	for _, check := range w.plan.Checks {
		if body := bodies[check]; body != nil {
			f := in(check)
			f.Line()
			f.Func().Id(validName(check)).Params(entryParams()...).Bool().Add(body)
		}
	}
}

// values is
//
//	var (
//		patternT = rule.Matcher("^[a-z]+$")
//		enumT    = rule.EnumOf(`[1,"a"]`)
//		limit0Dot5 = rule.ParseLimit("0.5")
//	)
func (w *writer) values(f *jen.File) {
	var names []string
	for name := range w.used {
		names = append(names, name)
	}
	slices.Sort(names)
	f.Line()
	f.Var().DefsFunc(func(g *jen.Group) {
		for _, name := range names {
			g.Id(name).Op("=").Add(w.used[name])
		}
	})
}

// use is the name of a value, which is written where it is used.
func (w *writer) use(what string, v *plan.Value, made jen.Code) *jen.Statement {
	w.used[what+v.Name] = made
	return jen.Id(what + v.Name)
}

// validName is the name of a check's function.
func validName(c *plan.Check) string { return "valid" + c.Name }

// valid is the condition for the value at an entry, which is known to be of one of the given kinds, to satisfy a schema:
// the call of its function, or what that would return.
func (w *writer) valid(s *rule.Schema, a at, given kindSet) condition {
	if check := w.plan.FunctionOf(s); check != nil {
		call := test(func() *jen.Statement { return w.reference(check).Call(jen.Id("d"), a()) })
		return call.wide(len("valid(d, m+1)") + len(check.Name) - usual)
	}
	return w.inline(plan.Pure(s), a, given)
}

// reference is the name of a check's function, which is written where there is one.
func (w *writer) reference(check *plan.Check) *jen.Statement {
	w.called = append(w.called, check)
	return jen.Id(validName(check))
}

// passed is what is passed to a function that asks it about children: validT, or rule.IsString.
func (w *writer) passed(s *rule.Schema) *jen.Statement {
	if name := isFuncs[plan.Kind(s)]; name != "" {
		return jen.Qual(rulePath, name)
	}
	return w.reference(w.plan.CheckOf(s))
}

// passing is passed where it is written.
func (w *writer) passing(s *rule.Schema) func() *jen.Statement {
	return func() *jen.Statement { return w.passed(s) }
}

// passedWidth is how many columns passed takes.
func (w *writer) passedWidth(s *rule.Schema) int {
	if check := w.plan.CheckOf(s); check != nil {
		return len(check.Name)
	}
	return 0
}

// isFuncs are the functions of package rule that test for one type.
var isFuncs = map[rule.Types]string{
	rule.TypeObject: "IsObject", rule.TypeArray: "IsArray", rule.TypeString: "IsString", rule.TypeNumber: "IsNumber",
	rule.TypeInteger: "IsInteger", rule.TypeBoolean: "IsBoolean", rule.TypeNull: "IsNull",
}

// inline is the condition for the value at an entry to satisfy a schema that takes no loop of its own.
func (w *writer) inline(s *rule.Schema, a at, given kindSet) condition {
	if s.Never {
		return never
	}
	return and(slices.Concat([]condition{w.ofKinds(s, a, given)}, w.anyKind(s, a, w.asked(s, given)))...)
}

// ofKinds tests the type, and what is demanded of values of each type without a loop.
func (w *writer) ofKinds(s *rule.Schema, a at, given kindSet) condition {
	return byKind(a, given, w.asked(s, given), func(k document.Kind) condition {
		switch k {
		case document.Object:
			return and(w.object(s, a), equals(s, a, k))
		case document.Array:
			return and(w.array(s, a), equals(s, a, k))
		case document.String:
			return and(w.text(s, a), equals(s, a, k))
		case document.Number:
			return and(w.number(s, a), equals(s, a, k))
		}
		return equals(s, a, k)
	})
}

// asked are the kinds of values for which ofKinds is true: those that a schema's own keywords ask for, or the only kind
// that it accepts.
func (w *writer) asked(s *rule.Schema, given kindSet) kindSet {
	if only := given & w.accepted(s); only&(only-1) == 0 {
		return only
	}
	return given & allowed(s)
}

// allowed are the kinds of values that the assertions of a schema leave, but for those of an enum that is asked itself.
func allowed(s *rule.Schema) kindSet {
	set := allKinds
	for _, a := range s.Assertions {
		if k, ok := a.(rule.Type); ok {
			set &= k.Types | k.Types&rule.TypeInteger>>8<<document.Number
		} else if values, ok := valuesOf(a); ok && (plan.Few(values) || len(choice(values)) > 0) {
			var of kindSet
			for _, v := range values {
				of |= kindSet(1) << v.Kind()
			}
			set &= of
		}
	}
	return set
}

// valuesOf are the values of enum or const.
func valuesOf(a rule.Assertion) (values []document.Value, ok bool) {
	switch k := a.(type) {
	case rule.Enum:
		return k.Values, true
	case rule.Const:
		return []document.Value{k.Value}, true
	}
	return nil, false
}

// equals compares a value of one kind with the few values of enum and const. Of null there is one value, so its kind is
// enough.
func equals(s *rule.Schema, a at, k document.Kind) condition {
	var list []condition
	for _, assertion := range s.Assertions {
		values, ok := valuesOf(assertion)
		if !ok || !plan.Few(values) || k == document.Null {
			continue
		}
		one := never
		for _, v := range values {
			if v.Kind() == k {
				one = or(one, equal(v, a))
			}
		}
		list = append(list, one)
	}
	return and(list...)
}

// equal compares a value with a string, a boolean or an integer.
func equal(v document.Value, a at) condition {
	switch v.Kind() {
	case document.String:
		return compareLit(asking("Text", a), "==", "!=", v.Text()).wide(len(v.Text()))
	case document.Boolean:
		is := test(asking("True", a))
		if !v.True() {
			return not(is)
		}
		return is
	}
	n, _ := rule.NewLimit(v.Document().Decimal(v.Entry())).Whole()
	return compareInt(a, "==", "!=", n)
}

// compareInt is d.CompareInt(at, 1) == 0.
func compareInt(a at, op, opposite string, n int64) condition {
	return compareLit(func() *jen.Statement { return jen.Id("d").Dot("CompareInt").Call(a(), jen.Lit(int(n))) }, op, opposite, 0)
}

// anyKind are the conditions of keywords that speak of values of any type.
func (w *writer) anyKind(s *rule.Schema, a at, given kindSet) (list []condition) {
	for _, assertion := range s.Assertions {
		values, ok := valuesOf(assertion)
		if ok && !plan.Few(values) && len(choice(values)) == 0 {
			list = append(list, test(func() *jen.Statement {
				made := jen.Qual(rulePath, "EnumOf").Call(rawString(plan.ValuesText(values)))
				return w.use("enum", w.plan.EnumOf(values), made).Call(jen.Id("d"), a())
			}))
		}
	}
	for _, applicator := range s.Applicators {
		list = append(list, w.inPlace(applicator, a, given))
	}
	return list
}
