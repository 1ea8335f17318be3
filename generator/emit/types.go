package emit

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/plan"
)

// aboutPackage is the comment of a package.
func (w *writer) aboutPackage(f *jen.File) {
	text, root := "Package "+w.plan.Name+" holds the Go types of a JSON Schema", w.plan.Root.Name
	switch {
	case w.Codec && w.Validator:
		text += ", with their codecs and validators. Each type has methods that read and write JSON text and that check a value. " +
			"Those of the root and of definitions also have one that appends, and a function that checks text, as " + root + " has."
	case w.Codec:
		text += ", with their codecs. Each type has methods that read and write JSON text. Those of the root and of definitions also have " +
			"one that appends, as " + root + " has."
	case w.Validator:
		text += ", with their validators. Each type has a method that checks a value. Those of the root and of definitions also have a " +
			"function that checks text, as " + root + " has."
	default:
		text += "."
	}
	for _, line := range wrap(text) {
		f.PackageComment("// " + line)
	}
}

// types writes the declarations.
func (w *writer) types(f *jen.File, types []*plan.Named) {
	if slices.Contains(types, w.plan.Root) {
		w.aboutPackage(f)
	}
	for _, n := range types {
		w.doc(f, n)
		switch is := n.Is.(type) {
		case *plan.Struct:
			f.Type().Id(n.Name).StructFunc(func(g *jen.Group) { w.fields(g, is) })
			w.constants(f, n, is)
		case *plan.Tuple:
			w.tuple(f, n, is)
		case *plan.Union:
			w.union(f, n, is)
		case *plan.Enum:
			w.enum(f, n, is)
		default:
			f.Type().Id(n.Name).Add(goType(n.Is))
		}
	}
}

// doc is the doc comment of a type.
func (w *writer) doc(f *jen.File, n *plan.Named) {
	text := n.Doc
	switch {
	case (len(text) == 0 || deprecates(text[0])) && n.Part:
		text = append([]string{n.Name + " is " + partOf(n) + " of the schema at " + place(n) + "."}, text...)
	case len(text) == 0 || deprecates(text[0]):
		text = append([]string{n.Name + " is the value of the schema at " + place(n) + "."}, text...)
	case text[0] == n.Name:
		text = append([]string{n.Name + " is the value of the schema at " + place(n) + "."}, text[1:]...)
	case !strings.HasPrefix(text[0], n.Name+" "):
		text = append([]string{introduced(n.Name, text[0])}, text[1:]...)
	}
	f.Line()
	comment(f.Group, text...)
}

// deprecates reports whether a paragraph is the one that Go's tools look for.
func deprecates(paragraph string) bool { return strings.HasPrefix(paragraph, "Deprecated: ") }

// partOf says which values of its schema a type stands for.
func partOf(n *plan.Named) string {
	switch is := n.Is.(type) {
	case plan.Basic:
		return map[plan.Basic]string{plan.String: "a string", plan.Bool: "a boolean", plan.Int64: "an integer", plan.Float64: "a number"}[is]
	case plan.Slice, *plan.Tuple:
		return "an array"
	case plan.Map, *plan.Struct:
		return "an object"
	case plan.Raw:
		return "any other value"
	case *plan.Enum:
		return partOf(&plan.Named{Is: is.Of})
	}
	return "a value"
}

// introduced begins a description with the name of what it describes: "A car." becomes "Car is a car."
func introduced(name, text string) string {
	for _, article := range []string{"A ", "An ", "The "} {
		if strings.HasPrefix(text, article) {
			return name + " is " + strings.ToLower(text[:1]) + text[1:]
		}
	}
	return name + ": " + text
}

// place is where a type's schema stands, as its keyword location without the document's URI.
func place(n *plan.Named) string {
	if p := n.Schema.Source.Pointer(); p != "" {
		return "#" + p
	}
	return "the root"
}

// goType is the Go for a type.
func goType(t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case plan.Basic:
		return jen.Id(string(t))
	case plan.Time:
		return jen.Qual("time", "Time")
	case plan.Number:
		return jen.Qual("encoding/json", "Number")
	case plan.Custom:
		return jen.Qual(t.Path, t.Name)
	case plan.Raw:
		return jen.Qual("encoding/json", "RawMessage")
	case plan.Slice:
		return jen.Index().Add(goType(t.Of))
	case plan.Map:
		return jen.Map(jen.String()).Add(goType(t.Of))
	case plan.Pointer:
		return jen.Op("*").Id(t.To.Name)
	case plan.Wrapped:
		switch {
		case t.Nil:
			return goType(t.Of)
		case t.Pointer:
			return jen.Op("*").Add(goType(t.Of))
		}
		return jen.Qual(fieldPath, stateName[t.State]).Index(goType(t.Of))
	case *plan.Named:
		return jen.Id(t.Name)
	}
	panic(fmt.Sprintf("emit: no Go for the type %T", t))
}

var stateName = map[plan.State]string{plan.Optional: "Optional", plan.Nullable: "Nullable", plan.Maybe: "Maybe"}

// fields are the fields of a struct:
//
//	// The account's name.
//	Name field.Optional[string] `json:"name,omitzero"`
func (w *writer) fields(g *jen.Group, s *plan.Struct) {
	for _, f := range s.Fields {
		comment(g, f.Doc...)
		g.Id(f.Name).Add(goType(f.Type)).Tag(tag(f))
	}
	if s.Extra != nil {
		comment(g, "AdditionalProperties are the members that have no field here. They are kept and written again.")
		g.Id("AdditionalProperties").Map(jen.String()).Add(goType(s.Extra)).Tag(map[string]string{"json": "-"})
	}
	if s.Other {
		comment(g, "Other is the value where it is no object, which the schema allows. It is kept and written again.")
		g.Id("Other").Qual("encoding/json", "RawMessage").Tag(map[string]string{"json": "-"})
	}
	var texts []*plan.Field
	for _, f := range s.Fields {
		if w.coding() && hasTime(f.Type) {
			texts = append(texts, f)
		}
	}
	if len(texts) > 0 {
		g.Line()
		comment(g, "How times were written where that is not how Go writes them.")
		for _, f := range texts {
			g.Id(textField(f)).String()
		}
	}
}

// tag is the struct tag of a field: that of json, and those that are asked for. A name that a tag cannot hold is left to
// the methods, which need no tags.
func tag(f *plan.Field) map[string]string {
	tags := map[string]string{"json": "-"}
	maps.Copy(tags, f.Tags)
	if f.Member == "" || f.Member == "-" || strings.ContainsAny(f.Member, "`\"\\, \t\r\n") || !document.Printable(f.Member) {
		return tags
	}
	tags["json"] = f.Member
	switch t := f.Type.(type) {
	case plan.Raw:
		tags["json"] += ",omitempty"
	case plan.Wrapped:
		switch {
		case t.State == plan.Nullable:
		case t.Pointer:
			tags["json"] += ",omitempty"
		default:
			tags["json"] += ",omitzero"
		}
	}
	return tags
}

// hasTime reports whether a field is a time, wrapped or not.
func hasTime(t plan.Type) bool {
	if w, ok := t.(plan.Wrapped); ok {
		t = w.Of
	}
	_, ok := t.(plan.Time)
	return ok
}

// textField is the name of the field that keeps how a time was written.
func textField(f *plan.Field) string { return "textOf" + f.Name }
