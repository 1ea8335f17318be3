package emit

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
)

// reader writes the statements that read a value from the tape. They leave an error, if there is one, in the
// variable err, which is declared.
type reader struct {
	depth int                   // of loops, for names of variables
	text  func() *jen.Statement // where the text of a time is kept
}

// target is where a value that is read goes.
type target struct {
	// assign is the statement that puts a value there.
	assign func(value jen.Code) jen.Code
	// place is what can stand left of an assignment, nil where the value must be whole first.
	place func() *jen.Statement
}

// variable is a target that can stand left of an assignment.
func variable(place func() *jen.Statement) target {
	return target{func(value jen.Code) jen.Code { return place().Op("=").Add(value) }, place}
}

// read adds the statements that read a type from an entry. It reports whether they can fail.
func (r reader) read(g *jen.Group, t plan.Type, from at, to target) (fails bool) {
	switch t := t.(type) {
	case plan.Basic:
		return r.basic(g, t, from, to)
	case plan.Raw:
		g.Add(to.assign(jen.Qual(fieldPath, "Raw").Call(jen.Id("d"), from())))
		return false
	case plan.Time:
		// v.Time, v.textOfTime, err = field.Time(d, at)
		place := r.placed(g, "t", goType(t), &to)
		g.List(place(), r.text(), jen.Err()).Op("=").Qual(fieldPath, "Time").Call(jen.Id("d"), from())
		r.moved(g, place, to)
		return true
	case plan.Pointer:
		// value := new(T)
		// err = value.decode(d, at)
		name := r.name("value")
		g.Id(name).Op(":=").New(jen.Id(t.To.Name))
		g.Err().Op("=").Id(name).Dot("decode").Call(jen.Id("d"), from())
		g.Add(to.assign(jen.Id(name)))
		return true
	case *plan.Named:
		// err = v.Name.decode(d, at)
		place := r.placed(g, "value", goType(t), &to)
		g.Err().Op("=").Add(place()).Dot("decode").Call(jen.Id("d"), from())
		r.moved(g, place, to)
		return true
	case plan.Wrapped:
		return r.wrapped(g, t, from, to)
	case plan.Slice:
		return r.slice(g, t, from, to)
	case plan.Map:
		return r.mapping(g, t, from, to)
	}
	panic("emit: a type that cannot be read")
}

// placed is what a value is read into: the target itself, or a variable that is declared here and moved to the
// target later.
func (r reader) placed(g *jen.Group, base string, of jen.Code, to *target) func() *jen.Statement {
	if to.place != nil {
		return to.place
	}
	name := r.name(base)
	g.Var().Id(name).Add(of)
	return id(name)
}

// moved puts what was read into a variable where it belongs.
func (r reader) moved(g *jen.Group, place func() *jen.Statement, to target) {
	if to.place == nil {
		g.Add(to.assign(place()))
	}
}

// name is a variable's name at this depth of loops.
func (r reader) name(base string) string {
	if r.depth == 0 {
		return base
	}
	return base + strconv.Itoa(r.depth)
}

// basic reads a predeclared type:
//
//	v.Name = field.String(d, at)
//
//	v.Size, err = field.Int64(d, at)
func (r reader) basic(g *jen.Group, t plan.Basic, from at, to target) (fails bool) {
	switch t {
	case plan.String:
		g.Add(to.assign(jen.Qual(fieldPath, "String").Call(jen.Id("d"), from())))
		return false
	case plan.Bool:
		g.Add(to.assign(ask("True", from)))
		return false
	}
	place := r.placed(g, "n", goType(t), &to)
	method := map[plan.Basic]string{plan.Int64: "Int64", plan.Float64: "Float64"}[t]
	g.List(place(), jen.Err()).Op("=").Qual(fieldPath, method).Call(jen.Id("d"), from())
	r.moved(g, place, to)
	return true
}

// wrapped reads a value that may be absent or null:
//
//	if d.Kind(at) == document.Null {
//		v.Name.SetNull()
//	} else {
//		v.Name = field.Given(...)
//	}
func (r reader) wrapped(g *jen.Group, t plan.Wrapped, from at, to target) (fails bool) {
	make := map[plan.State]string{plan.Optional: "Some", plan.Nullable: "NotNull", plan.Maybe: "Given"}[t.State]
	given := target{assign: func(value jen.Code) jen.Code { return to.assign(jen.Qual(fieldPath, make).Call(value)) }}
	if t.State == plan.Optional {
		return r.read(g, t.Of, from, given)
	}
	null := jen.Qual(fieldPath, "Nullable").Index(goType(t.Of)).Values()
	if t.State == plan.Maybe {
		null = jen.Qual(fieldPath, "Null").Index(goType(t.Of)).Call()
	}
	g.If(ask("Kind", from).Op("==").Add(kind("Null"))).Block(to.assign(null)).Else().BlockFunc(func(g *jen.Group) {
		fails = r.read(g, t.Of, from, given)
	})
	return fails
}

// slice reads an array:
//
//	list := make([]T, 0, d.Len(at))
//	for i, end := at+1, d.End(at); i < end; i = d.End(i) {
//		...
//		list = append(list, value)
//	}
func (r reader) slice(g *jen.Group, t plan.Slice, from at, to target) (fails bool) {
	list, i, end := r.name("list"), r.name("i"), r.name("end")
	inner := reader{depth: r.depth + 1, text: r.text}
	g.Id(list).Op(":=").Make(goType(t), jen.Lit(0), ask("Len", from))
	g.For(
		jen.List(jen.Id(i), jen.Id(end)).Op(":=").List(from().Op("+").Lit(1), ask("End", from)),
		jen.Id(i).Op("<").Id(end),
		jen.Id(i).Op("=").Id("d").Dot("End").Call(jen.Id(i)),
	).BlockFunc(func(g *jen.Group) {
		fails = inner.read(g, t.Of, id(i), target{assign: func(value jen.Code) jen.Code {
			return jen.Id(list).Op("=").Append(jen.Id(list), value)
		}})
		if fails {
			g.Add(returnErr())
		}
	})
	g.Add(to.assign(jen.Id(list)))
	return fails
}

// mapping reads an object whose members have no fields:
//
//	members := make(map[string]T, d.Len(at))
//	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
//		...
//		members[field.String(d, m)] = value
//	}
func (r reader) mapping(g *jen.Group, t plan.Map, from at, to target) (fails bool) {
	members, k, end := r.name("members"), r.name("k"), r.name("end")
	inner := reader{depth: r.depth + 1, text: r.text}
	g.Id(members).Op(":=").Make(goType(t), ask("Len", from))
	g.For(
		jen.List(jen.Id(k), jen.Id(end)).Op(":=").List(from().Op("+").Lit(1), ask("End", from)),
		jen.Id(k).Op("<").Id(end),
		jen.Id(k).Op("=").Id("d").Dot("End").Call(jen.Id(k).Op("+").Lit(1)),
	).BlockFunc(func(g *jen.Group) {
		fails = inner.read(g, t.Of, next(k), target{assign: func(value jen.Code) jen.Code {
			return jen.Id(members).Index(jen.Qual(fieldPath, "String").Call(jen.Id("d"), jen.Id(k))).Op("=").Add(value)
		}})
		if fails {
			g.Add(returnErr())
		}
	})
	g.Add(to.assign(jen.Id(members)))
	return fails
}
