package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
)

// tuple is
//
//	type Point struct {
//		X     float64
//		Label field.Optional[string]
//		// Rest are the items behind those.
//		Rest []json.RawMessage
//	}
func (w *writer) tuple(f *jen.File, n *plan.Named, t *plan.Tuple) {
	f.Type().Id(n.Name).StructFunc(func(g *jen.Group) {
		for _, item := range t.Items {
			comment(g, item.Doc...)
			g.Id(item.Name).Add(goType(item.Type))
		}
		if t.Rest != nil {
			comment(g, "Rest are the items behind those.")
			g.Id("Rest").Index().Add(goType(t.Rest))
		}
	})
}

// tupleCode is
//
//	c.OpenTuple()
//	field.Item(c, &v.X, field.Float64)
//	field.OptionalItem(c, &v.Label, field.String)
//	field.Rest(c, &v.Rest, field.Raw)
//	c.CloseTuple()
func (w *writer) tupleCode(g *jen.Group, t *plan.Tuple) {
	g.Id("c").Dot("OpenTuple").Call()
	for _, item := range t.Items {
		of, function := item.Type, "Item"
		if wrapped, ok := of.(plan.Wrapped); ok && wrapped.State != plan.Nullable {
			of, function = wrapped.Of, stateName[wrapped.State]+"Item"
		}
		args := []jen.Code{jen.Id("c"), jen.Op("&").Id("v").Dot(item.Name)}
		if _, raw := of.(plan.Raw); raw {
			g.Qual(fieldPath, "RawItem").Call(args...)
			continue
		}
		g.Qual(fieldPath, function).Call(append(args, element(of))...)
	}
	if t.Rest != nil {
		g.Qual(fieldPath, "Rest").Call(jen.Id("c"), jen.Op("&").Id("v").Dot("Rest"), element(t.Rest))
	}
	g.Id("c").Dot("CloseTuple").Call()
}
