package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// condition is a Go condition that is true where a value is valid, with its negation.
type condition struct {
	good, bad     *jen.Statement
	always, never bool
}

// demand is a statement of a validating function. Most leave the function where a condition does not hold.
type demand struct {
	code jen.Code
	// last is what the statement becomes at the end of the function; nil where it stays, and a return follows.
	last jen.Code
	// ends says that nothing behind the statement is reached.
	ends bool
}

// refused is the demand that nothing meets.
func refused() demand {
	return demand{code: jen.Return(jen.False()), last: jen.Return(jen.False()), ends: true}
}

// run is a demand that is a statement of its own.
func run(code jen.Code) demand { return demand{code: code} }

// must is
//
//	if bad {
//		return false
//	}
//
// and at the end of the function
//
//	return good
func must(good, bad *jen.Statement) demand {
	return demand{
		code: jen.If(bad).Block(jen.Return(jen.False())),
		last: jen.Return(good),
	}
}

// mustCall demands that a call says true.
func mustCall(call *jen.Statement) demand {
	return must(jen.Add(call), jen.Op("!").Add(call))
}

// mustNot demands that a comparison does not hold; op is the comparison, opposite its negation.
func mustNot(left *jen.Statement, op, opposite string, right jen.Code) demand {
	return must(jen.Add(left).Op(opposite).Add(right), jen.Add(left).Op(op).Add(right))
}

// codes are the statements of demands that do not end a function.
func codes(list []demand) []jen.Code {
	var out []jen.Code
	for _, d := range list {
		out = append(out, d.code)
		if d.ends {
			break
		}
	}
	return out
}

// ended are the statements of demands that end a function.
func ended(list []demand) []jen.Code {
	for i, d := range list {
		if d.ends {
			list = list[:i+1]
			break
		}
	}
	if n := len(list); n > 0 && list[n-1].last != nil {
		return append(codes(list[:n-1]), list[n-1].last)
	}
	return append(codes(list), jen.Return(jen.True()))
}

// valid is the condition for the value at an entry to satisfy a schema.
func (w *writer) valid(s *rule.Schema, a at) condition {
	if s = plan.Pure(s); plan.Simple(s) {
		switch {
		case s.Never:
			return condition{jen.False(), jen.True(), false, true}
		case len(s.Assertions) == 0:
			return condition{jen.True(), jen.False(), true, false}
		}
		return isOf(s.Assertions[0].(rule.Type).Types, a)
	}
	call := func() *jen.Statement { return jen.Id(validName(w.plan.CheckOf(s))).Call(jen.Id("d"), a()) }
	return condition{good: call(), bad: jen.Op("!").Add(call())}
}

// isOf is the condition for the value at an entry to be of one of the types:
//
//	d.Kind(at) == document.String || d.Kind(at) == document.Null
func isOf(t rule.Types, a at) condition {
	var good, bad []jen.Code
	for _, k := range kinds {
		if t>>k&1 != 0 {
			good = append(good, ask("Kind", a).Op("==").Add(kind(kindNames[k])))
			bad = append(bad, ask("Kind", a).Op("!=").Add(kind(kindNames[k])))
		}
	}
	if t.Has(rule.TypeInteger) && !t.Has(rule.TypeNumber) {
		isInt := ask("Kind", a).Op("==").Add(kind(kindNames[document.Number])).Op("&&").Add(ask("Integer", a))
		notInt := jen.Parens(ask("Kind", a).Op("!=").Add(kind(kindNames[document.Number])).Op("||").Op("!").Add(ask("Integer", a)))
		if len(good) == 0 {
			return condition{good: isInt, bad: notInt}
		}
		good, bad = append(good, isInt), append(bad, notInt)
	}
	return condition{good: joined("||", good), bad: joined("&&", bad)}
}

// joined puts an operator between conditions.
func joined(op string, list []jen.Code) *jen.Statement {
	all := jen.Add(list[0])
	for _, one := range list[1:] {
		all.Op(op).Add(one)
	}
	return all
}

// demand is what a schema demands of the value at an entry; nothing where it accepts all.
func (w *writer) demand(s *rule.Schema, a at) []demand {
	c := w.valid(s, a)
	switch {
	case c.always:
		return nil
	case c.never:
		return []demand{refused()}
	}
	return []demand{must(c.good, c.bad)}
}
