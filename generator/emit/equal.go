package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
)

// equal is, for each type,
//
//	func (v T) Equal(other T) bool { return field.Equal(&v, &other, (*T).code) }
//
// and for one that Go compares as JSON is compared
//
//	func (v T) Equal(other T) bool { return v == other }
func (w *writer) equal(f *jen.File, types []*plan.Named) {
	comment(f.Group, "Equal compares values as the JSON that they are written as: numbers by their value, raw text by what it means, absent and null apart.")
	f.Line()
	for _, n := range types {
		same := jen.Qual(fieldPath, "Equal").Call(jen.Op("&").Id("v"), jen.Op("&").Id("other"), codeOf(n))
		if comparable(n.Is) {
			same = jen.Id("v").Op("==").Id("other")
		}
		f.Func().Params(jen.Id("v").Id(n.Name)).Id("Equal").Params(jen.Id("other").Id(n.Name)).Bool().Add(oneLine(jen.Return(same)))
	}
}

// comparable reports whether Go compares values of a type as JSON is compared. NaN does not equal itself, so no floats.
func comparable(t plan.Type) bool {
	switch t := t.(type) {
	case *plan.Enum:
		return true
	case plan.Basic:
		return t != plan.Float64 && t != "float32"
	}
	return false
}
