package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/rule"
)

// tagged are the statements of anyOf or oneOf where a member tells the branches for objects apart:
//
//	if d.Kind(at) == document.Object {
//		switch rule.Tag(d, at, "kind") {
//		case "a", "b":
//			ok = ok && validA(d, at)
//		case "c":
//			ok = ok && validC(d, at)
//		default:
//			ok = false
//		}
//	} else {
//		ok = ok && d.Kind(at) == document.String
//	}
//
// Given are the kinds that the value can be of if ok is true; it need not be. Before is what is known of ok. A branch asks for its string once more, which its other
// users need. Nil where no member tells the branches apart.
func (w *writer) tagged(branches []*rule.Schema, given kindSet, before condition, judge func([]*rule.Schema, at, kindSet) condition) []jen.Code {
	t := plan.TaggedOf(branches)
	if t == nil {
		return nil
	}
	a := id("at")
	var cases []jen.Code
	for _, one := range t.Cases {
		cases = append(cases, jen.Case(packed(quotedAll(one.Texts), len("\t\tcase "))...).Block(demandAfter(before, judge(one.Schemas, a, rule.TypeObject))...))
	}
	cases = append(cases, jen.Default().Block(demandAfter(before, judge(t.Rest, a, rule.TypeObject))...))
	look := jen.Switch(jen.Qual(rulePath, "Tag").Call(jen.Id("d"), jen.Id("at"), jen.Lit(t.Member))).Block(cases...)
	if given == rule.TypeObject {
		return []jen.Code{look}
	}
	all := jen.If(isKind(a, document.Object).code()).Block(look)
	if other := demandAfter(before, judge(branches, a, given&^rule.TypeObject)); len(other) > 0 {
		all.Else().Block(other...)
	}
	return []jen.Code{all}
}
