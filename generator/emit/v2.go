package emit

import (
	"github.com/dave/jennifer/jen"
)

// v2Tag is the build constraint of the methods of encoding/json/v2.
const v2Tag = "goexperiment.jsonv2"

// v2 are the methods of encoding/json/v2:
//
//	func (v T) MarshalJSONTo(e *jsontext.Encoder) error       { return v.copied().MarshalTo(e) }
//	func (v *T) UnmarshalJSONFrom(d *jsontext.Decoder) error  { return jsonT.UnmarshalFrom(d, v) }
func (w *writer) v2(f *jen.File) {
	comment(f.Group, "encoding/json/v2 reads and writes by these, without a copy of the text.")
	for _, n := range w.plan.Types {
		if n.Part {
			continue
		}
		f.Line()
		coder := func(name string) *jen.Statement { return jen.Op("*").Qual("encoding/json/jsontext", name) }
		f.Func().Params(jen.Id("v").Id(n.Name)).Id("MarshalJSONTo").Params(jen.Id("e").Add(coder("Encoder"))).Error().Add(
			written("MarshalTo", jen.Id("e")))
		f.Func().Params(jen.Id("v").Op("*").Id(n.Name)).Id("UnmarshalJSONFrom").Params(jen.Id("d").Add(coder("Decoder"))).Error().Add(
			forward(n, "UnmarshalFrom", jen.Id("d"), jen.Id("v")))
	}
}
