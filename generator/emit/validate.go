package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// validators writes a function for each schema that needs one.
func (w *writer) validators(f *jen.File) {
	for _, c := range w.plan.Checks {
		compiler{writer: w, file: f, check: c}.function()
	}
}

// validName is the name of a check's function.
func validName(c *plan.Check) string { return "valid" + c.Name }

// compiler turns the rules of one schema into Go.
type compiler struct {
	*writer
	file  *jen.File
	check *plan.Check
}

// function is
//
//	func validT(d *document.Document, at int) bool {
//		...
//		return true
//	}
func (c compiler) function() {
	c.file.Line()
	c.file.Func().Id(validName(c.check)).Params(entryParams()...).Bool().BlockFunc(func(g *jen.Group) {
		if c.check.Schema.Never {
			g.Return(jen.False())
			return
		}
		if asksInterpreter(c.check.Schema) {
			g.Return(jen.Id("embedded").Dot("Valid").Call(jen.Id("d"), jen.Id("at"), jen.Lit(c.check.Schema.ID())))
			return
		}
		for _, code := range ended(append(c.byKind(), c.anyKind()...)) {
			g.Add(code)
		}
	})
}

// asksInterpreter reports whether a schema has a keyword that is left to the interpreter: one that depends on what others
// evaluated, or that reads a document within a string.
func asksInterpreter(s *rule.Schema) bool {
	return s.Tracks || slices.ContainsFunc(s.Applicators, func(a rule.Applicator) bool {
		_, content := a.(rule.Content)
		return content
	})
}

// kinds are the kinds of values in the order of the cases of a switch.
var kinds = []document.Kind{document.Object, document.Array, document.String, document.Number, document.Boolean, document.Null}

// kindNames are their names in package document.
var kindNames = map[document.Kind]string{
	document.Object: "Object", document.Array: "Array", document.String: "String", document.Number: "Number",
	document.Boolean: "Boolean", document.Null: "Null",
}

// allowed are the types that the assertions leave, and whether they leave out any.
func (c compiler) allowed() (t rule.Types, some bool) {
	t = ^rule.Types(0)
	for _, a := range c.check.Schema.Assertions {
		switch k := a.(type) {
		case rule.Type:
			t &= k.Types | k.Types&rule.TypeInteger>>8<<document.Number
			some = true
			if !k.Types.Has(rule.TypeNumber) && k.Types.Has(rule.TypeInteger) {
				t |= rule.TypeInteger
			}
		default:
			if texts, null := textsOf(a); texts != nil {
				mask := rule.TypeString
				if null {
					mask |= rule.TypeNull
				}
				t, some = t&mask, true
			}
		}
	}
	return t, some
}

// byKind tests the type, and what is demanded of values of each type:
//
//	switch d.Kind(at) {
//	case document.String:
//		...
//	case document.Null:
//	default:
//		return false
//	}
func (c compiler) byKind() []demand {
	types, some := c.allowed()
	bodies := map[document.Kind][]demand{}
	var with, without []document.Kind
	for _, k := range kinds {
		if some && types>>k&1 == 0 {
			continue
		}
		if body := c.ofKind(k); len(body) > 0 {
			bodies[k] = body
			with = append(with, k)
		} else {
			without = append(without, k)
		}
	}
	isKind := func(k document.Kind) demand {
		return mustNot(ask("Kind", id("at")), "!=", "==", kind(kindNames[k]))
	}
	switch {
	case some && len(with)+len(without) == 0:
		return []demand{refused()}
	case some && len(with) == 1 && len(without) == 0:
		return append([]demand{isKind(with[0])}, bodies[with[0]]...)
	case some && len(with) == 0 && len(without) == 1:
		return []demand{isKind(without[0])}
	case !some && len(with) == 0:
		return nil
	case !some && len(with) == 1:
		return []demand{run(jen.If(ask("Kind", id("at")).Op("==").Add(kind(kindNames[with[0]]))).Block(codes(bodies[with[0]])...))}
	}
	return []demand{run(jen.Switch(ask("Kind", id("at"))).BlockFunc(func(g *jen.Group) {
		for _, k := range with {
			g.Case(kind(kindNames[k])).Block(codes(bodies[k])...)
		}
		if !some {
			return
		}
		if len(without) > 0 {
			g.Case(jen.ListFunc(func(g *jen.Group) {
				for _, k := range without {
					g.Add(kind(kindNames[k]))
				}
			}))
		}
		g.Default().Block(jen.Return(jen.False()))
	}))}
}

// ofKind are the statements for values of one kind.
func (c compiler) ofKind(k document.Kind) []demand {
	switch k {
	case document.Object:
		return c.object()
	case document.Array:
		return c.array()
	case document.String:
		return c.text()
	case document.Number:
		return c.number()
	}
	return nil
}

// anyKind are the demands of keywords that speak of values of any type.
func (c compiler) anyKind() (list []demand) {
	for _, a := range c.check.Schema.Assertions {
		var array []document.Value
		switch k := a.(type) {
		case rule.Enum:
			array = k.Values
		case rule.Const:
			array = []document.Value{k.Value}
		default:
			continue
		}
		if texts, _ := textsOf(a); texts == nil {
			enum := c.lazy(a.Keyword(), jen.Qual(rulePath, "Enum"), parsedEnum(array))
			list = append(list, mustCall(enum.Dot("Valid").Call(jen.Id("d"), jen.Id("at"))))
		}
	}
	for _, a := range c.check.Schema.Applicators {
		list = append(list, c.inPlace(a)...)
	}
	return list
}

// parsedEnum is rule.ParseEnum(`[...]`).
func parsedEnum(values []document.Value) jen.Code {
	text := []byte{'['}
	for i, v := range values {
		if i > 0 {
			text = append(text, ',')
		}
		text = v.Document().AppendSorted(text, v.Entry())
	}
	return jen.Qual(rulePath, "ParseEnum").Call(rawString(string(append(text, ']'))))
}

// lazy is a call of a package variable that makes its value when it is first asked:
//
//	var patternT = sync.OnceValue(func() *pattern.Pattern { return pattern.MustCompile("...") })
func (c compiler) lazy(what string, of *jen.Statement, made jen.Code) *jen.Statement {
	name := what + "Of" + c.check.Name
	c.file.Var().Id(name).Op("=").Qual("sync", "OnceValue").Call(jen.Func().Params().Add(of).Block(jen.Return(made)))
	return jen.Id(name).Call()
}

// textsOf are the values of an enum or const that has strings, and perhaps null, and nothing else; nil where it has others.
func textsOf(a rule.Assertion) (texts []string, null bool) {
	var values []document.Value
	switch k := a.(type) {
	case rule.Enum:
		values = k.Values
	case rule.Const:
		values = []document.Value{k.Value}
	}
	for _, v := range values {
		switch v.Kind() {
		case document.String:
			texts = append(texts, v.Text())
		case document.Null:
			null = true
		default:
			return nil, false
		}
	}
	return texts, null
}
