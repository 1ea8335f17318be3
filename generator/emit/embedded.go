package emit

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/schema"
)

// embedded is
//
//	var embedded = schema.Embed(schema.Options{...}, "", schema.Text{URI: "...", JSON: `...`})
func (w *writer) embedded(f *jen.File) {
	options := w.schema.Options()
	comment(f.Group, "embedded is the schema. It explains what the validators refuse, and is compiled when it first does.")
	f.Var().Id("embedded").Op("=").Qual(schemaPath, "Embed").CallFunc(func(g *jen.Group) {
		g.Line().Qual(schemaPath, "Options").Values(optionsLiteral(options))
		g.Line().Lit(w.schema.Fragment())
		for _, src := range w.schema.Sources {
			g.Line().Qual(schemaPath, "Text").Values(jen.Dict{
				jen.Id("URI"):  jen.Lit(src.URI),
				jen.Id("JSON"): rawString(canonical(src.Document.Root())),
			})
		}
		g.Line()
	})
}

// optionsLiteral are the options that matter when a schema is explained.
func optionsLiteral(o schema.Options) jen.Dict {
	fields := jen.Dict{
		jen.Id("Default"): jen.Qual(schemaPath, draftNames[o.Default]),
		jen.Id("Formats"): jen.Qual(schemaPath, formatModes[o.Formats]),
	}
	if o.Content != schema.DefaultContent {
		fields[jen.Id("Content")] = jen.Qual(schemaPath, contentModes[o.Content])
	}
	return fields
}

var draftNames = map[schema.Draft]string{
	0: "Draft2020", schema.Draft4: "Draft4", schema.Draft6: "Draft6", schema.Draft7: "Draft7",
	schema.Draft2019: "Draft2019", schema.Draft2020: "Draft2020", schema.V1: "V1",
}

var contentModes = map[schema.Content]string{schema.AnnotateContent: "AnnotateContent", schema.AssertContent: "AssertContent"}

var formatModes = map[schema.Formats]string{
	schema.AssertFormats: "AssertFormats", schema.AnnotateFormats: "AnnotateFormats", schema.SpecFormats: "SpecFormats",
}

// rawString is a Go raw string of JSON text. What it cannot hold stands within JSON strings only, where an escape says
// the same.
func rawString(text string) *jen.Statement {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '`' || r != '\n' && r <= 0xffff && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		case r > 0xffff && !unicode.IsPrint(r):
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			b.WriteRune(r)
		}
	}
	return jen.Op("`" + b.String() + "`")
}
