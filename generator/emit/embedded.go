package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/schema"
)

// embedded is
//
//	var embedded = schema.Embed(schema.Options{...}, schema.Text{URI: "...", JSON: `...`})
func (w *writer) embedded(f *jen.File) {
	comment(f.Group, "embedded is the schema. It explains what the validators refuse, and is compiled when it first does.")
	f.Var().Id("embedded").Op("=").Qual(schemaPath, "Embed").CallFunc(func(g *jen.Group) {
		g.Line().Qual(schemaPath, "Options").Values(jen.Dict{
			jen.Id("Default"): jen.Qual(schemaPath, draftNames[w.options.Default]),
			jen.Id("Formats"): jen.Qual(schemaPath, formatModes[w.options.Formats]),
		})
		for _, src := range w.schema.Sources {
			g.Line().Qual(schemaPath, "Text").Values(jen.Dict{
				jen.Id("URI"):  jen.Lit(w.uri(src)),
				jen.Id("JSON"): rawString(canonical(src.Document.Root())),
			})
		}
		g.Line()
	})
}

var draftNames = map[schema.Draft]string{
	0: "Draft2020", schema.Draft4: "Draft4", schema.Draft6: "Draft6", schema.Draft7: "Draft7",
	schema.Draft2019: "Draft2019", schema.Draft2020: "Draft2020",
}

var formatModes = map[schema.Formats]string{
	schema.AssertFormats: "AssertFormats", schema.AnnotateFormats: "AnnotateFormats", schema.SpecFormats: "SpecFormats",
}

// explain is embedded.Explain(d, uri, pointer) for the schema of a type.
func (w *writer) explain(n *plan.Named) jen.Code {
	source := n.Schema.Source
	for _, src := range w.schema.Sources {
		if src.Document == source.Document() {
			return jen.Id("embedded").Dot("Explain").Call(jen.Id("d"), jen.Lit(w.uri(src)), jen.Lit(source.Pointer()))
		}
	}
	// A metaschema, which every program has.
	uri, _, _ := strings.Cut(n.Schema.Location, "#")
	return jen.Id("embedded").Dot("Explain").Call(jen.Id("d"), jen.Lit(uri), jen.Lit(source.Pointer()))
}

// uri is what the generated package calls a document: files by their path below the folder that all of them share,
// so that no path of the machine gets into the code.
func (w *writer) uri(src *schema.Source) string {
	rest, ok := strings.CutPrefix(src.URI, "file://")
	if !ok {
		return src.URI
	}
	return "file:///" + strings.TrimPrefix(rest, w.folder())
}

// folder is the deepest folder that holds all files of the schema.
func (w *writer) folder() string {
	folder, first := "", true
	for _, src := range w.schema.Sources {
		path, ok := strings.CutPrefix(src.URI, "file://")
		if !ok {
			continue
		}
		path = path[:strings.LastIndexByte(path, '/')+1]
		if first {
			folder, first = path, false
		}
		for !strings.HasPrefix(path, folder) {
			folder = folder[:strings.LastIndexByte(strings.TrimSuffix(folder, "/"), '/')+1]
		}
	}
	return folder
}

// rawString is a Go raw string of JSON text. What it cannot hold stands within JSON strings only, where an escape says
// the same.
func rawString(text string) *jen.Statement {
	return jen.Op("`" + strings.NewReplacer("`", `\u0060`, "\ufeff", `\ufeff`).Replace(text) + "`")
}

// canonical writes a schema document so that the order of keywords does not show, while that of properties, which
// is the order of fields, does.
func canonical(root document.Value) string {
	return string(appendCanonical(nil, root, false, 0))
}

// broken is the depth down to which members begin a line, so that changes are small.
const broken = 6

func appendCanonical(b []byte, v document.Value, ordered bool, depth int) []byte {
	line := func() {
		if depth < broken {
			b = append(b, '\n')
		}
	}
	switch v.Kind() {
	case document.Array:
		b = append(b, '[')
		for i, item := range v.Items() {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendCanonical(b, item, false, depth+1)
		}
		return append(b, ']')
	case document.Object:
		b = append(b, '{')
		for i, m := range membersOf(v, ordered) {
			if i > 0 {
				b = append(b, ',')
			}
			line()
			b = append(document.AppendString(b, m.name), ':')
			b = appendCanonical(b, m.value, !ordered && m.name == "properties", depth+1)
		}
		line()
		return append(b, '}')
	}
	return v.Document().AppendJSON(b, v.Entry())
}
