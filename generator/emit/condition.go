package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// condition is a Go condition that is true where a value is valid: a comparison or a call with its opposite, or others
// that are joined. Its Go is made when it is asked for, so that what drops out of a condition leaves no trace.
type condition struct {
	is        joint
	good, bad func() *jen.Statement
	call      bool // that it is a call, negated or not
	width     int  // about how many columns it takes
	of        []condition
}

type joint uint8

const (
	single joint = iota
	all          // with none it is always true
	any_         // with none it is never true
)

var (
	always = condition{is: all}
	never  = condition{is: any_}
)

func (c condition) always() bool { return c.is == all && len(c.of) == 0 }

func (c condition) never() bool { return c.is == any_ && len(c.of) == 0 }

// test is a call that says true.
func test(call func() *jen.Statement) condition {
	return condition{good: call, bad: func() *jen.Statement { return jen.Op("!").Add(call()) }, call: true, width: usual}
}

// usual is the width of a comparison or call that has no long names or texts.
const usual = len("d.Kind(m+1) == document.String")

// wide says how many columns more than usual a condition takes.
func (c condition) wide(more int) condition {
	c.width += more
	return c
}

// isOK is the variable that functions with statements keep their answer in.
var isOK = test(func() *jen.Statement { return jen.Id("ok") })

// compare is a comparison; op is what holds where a value is valid, opposite its negation.
func compare(left func() *jen.Statement, op, opposite string, right func() *jen.Statement) condition {
	return condition{
		good: func() *jen.Statement { return left().Op(op).Add(right()) },
		bad:  func() *jen.Statement { return left().Op(opposite).Add(right()) },

		width: usual,
	}
}

// compareLit is a comparison with a literal.
func compareLit(left func() *jen.Statement, op, opposite string, right any) condition {
	return compare(left, op, opposite, func() *jen.Statement { return jen.Lit(right) }).wide(len("d.Runes(m+1) >= 10") - usual)
}

// asking is d.Method(at).
func asking(method string, a at) func() *jen.Statement {
	return func() *jen.Statement { return ask(method, a) }
}

// and is true where all conditions are.
func and(list ...condition) condition { return join(all, list) }

// or is true where one condition is.
func or(list ...condition) condition { return join(any_, list) }

func join(is joint, list []condition) condition {
	out := condition{is: is}
	for _, c := range list {
		switch {
		case c.is == is:
			out.of = append(out.of, c.of...)
		case c.is != single && len(c.of) == 0:
			return c // never ends a conjunction, always a choice
		default:
			out.of = append(out.of, c)
		}
	}
	if len(out.of) == 1 {
		return out.of[0]
	}
	return out
}

// not is true where a condition is not.
func not(c condition) condition {
	if c.is == single {
		c.good, c.bad = c.bad, c.good
		return c
	}
	out := condition{is: all + any_ - c.is}
	for _, one := range c.of {
		out.of = append(out.of, not(one))
	}
	return out
}

// codeWidth is how many columns a condition takes on a line, more or less.
const codeWidth = 108

// columns are about how many a condition takes.
func (c condition) columns() int {
	n := c.width
	for _, one := range c.of {
		n += one.columns() + len(" && ")
	}
	return n
}

// code is the Go of a condition. A long one has several lines.
func (c condition) code() *jen.Statement {
	switch {
	case c.is == single:
		return c.good()
	case c.always():
		return jen.True()
	case c.never():
		return jen.False()
	}
	out, column := jen.Null(), 0
	for i, one := range c.of {
		if column += one.columns() + len(" && "); i > 0 {
			out.Op(map[joint]string{all: "&&", any_: "||"}[c.is])
			if column > codeWidth {
				out.Line()
				column = one.columns()
			}
		}
		if c.is == all && one.is == any_ {
			out.Parens(one.code())
		} else {
			out.Add(one.code())
		}
	}
	return out
}

// kinds are the kinds of values in the order in which they are asked for.
var kinds = []document.Kind{document.Object, document.Array, document.String, document.Number, document.Boolean, document.Null}

// kindNames are their names in package document.
var kindNames = map[document.Kind]string{
	document.Object: "Object", document.Array: "Array", document.String: "String", document.Number: "Number",
	document.Boolean: "Boolean", document.Null: "Null",
}

// isKind is d.Kind(at) == document.String.
func isKind(a at, k document.Kind) condition {
	return compare(asking("Kind", a), "==", "!=", func() *jen.Statement { return kind(kindNames[k]) })
}

// kindSet is a set of kinds as the types of the same name.
type kindSet = rule.Types

const allKinds = rule.TypeObject | rule.TypeArray | rule.TypeString | rule.TypeNumber | rule.TypeBoolean | rule.TypeNull

func has(set kindSet, k document.Kind) bool { return set>>k&1 != 0 }

// byKind is true for the values of the kinds of a set that satisfy what is demanded of their kind. The value is known to
// be of one of the given kinds.
//
//	d.Kind(at) == document.String && d.Runes(at) >= 1 || d.Kind(at) == document.Null
func byKind(a at, given, set kindSet, demanded func(document.Kind) condition) condition {
	var yes, some, other []condition
	for _, k := range kinds {
		if !has(set, k) {
			continue
		}
		is := demanded(k)
		if given == kindSet(1)<<k {
			return is
		}
		if is.always() {
			yes = append(yes, isKind(a, k))
		} else {
			some = append(some, and(isKind(a, k), is))
			other = append(other, or(not(isKind(a, k)), is))
		}
	}
	if set == given {
		return and(other...)
	}
	return or(slices.Concat(some, yes)...)
}
