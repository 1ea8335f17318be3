package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/assaykit/assay/generator/plan"
)

// Layout is how a package is laid out in files.
type Layout uint8

// The layouts.
const (
	Kinds  Layout = iota // a file for the types, one for the codecs, and so on
	Single               // one file
	Types                // a file for each type, and some for what they share
)

// page is a file that is being written.
type page struct {
	*jen.File
	name string
	tags string // a build constraint
}

// page is the file of a name, which is begun where it is not there yet.
func (w *writer) page(name string) *page {
	for _, p := range w.pages {
		if p.name == name {
			return p
		}
	}
	f := jen.NewFile(w.plan.Name)
	f.HeaderComment(Header)
	for _, path := range []string{documentPath, fieldPath, formatPath, patternPath, rulePath, schemaPath, "encoding/json/jsontext"} {
		f.ImportName(path, path[strings.LastIndexByte(path, '/')+1:])
	}
	p := &page{File: f, name: name}
	w.pages = append(w.pages, p)
	return p
}

// fileOf is the name of the file for something of a type, or of what types share where n is nil. The layout of kinds calls it by the
// kind. Files of types have no underscores in their names, so that nothing there means something to Go, and no other file has
// the name of a type.
func (w *writer) fileOf(kind string, n *plan.Named) string {
	switch {
	case w.Layout == Single:
		return plain(w.plan.Name) + ".go"
	case w.Layout == Kinds:
		return kind + ".go"
	case n == nil:
		return "shared_" + kind + ".go"
	}
	return plain(n.Name) + ".go"
}

// plain is a name as that of a file. Names that differ in the case of letters only are one file on some systems.
func plain(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

// alone is the name of a file that has something of all types in every layout.
func (w *writer) alone(kind string) string {
	if w.Layout == Kinds {
		return kind + ".go"
	}
	return "all_" + kind + ".go"
}

// spread writes something for some types into the files that are theirs.
func (w *writer) spread(kind string, types []*plan.Named, write func(*jen.File, []*plan.Named)) {
	var names []string
	groups := map[string][]*plan.Named{}
	for _, n := range types {
		name := w.fileOf(kind, n)
		if groups[name] == nil {
			names = append(names, name)
		}
		groups[name] = append(groups[name], n)
	}
	for _, name := range names {
		write(w.page(name).File, groups[name])
	}
}

// write writes all that is asked for.
func (w *writer) write() {
	types := w.plan.Types
	w.spread("types", types, w.types)
	if w.coding() {
		w.spread("codec", types, w.codecs)
		w.validators(w.validatorFile())
		w.embedded(w.page(w.fileOf("schema", nil)).File)
	}
	if w.Constructors {
		w.spread("constructors", those(types, func(n *plan.Named) bool { _, ok := n.Is.(*plan.Struct); return ok }), w.constructors)
	}
	if w.Equal {
		w.spread("equal", types, w.equal)
	}
	if w.String {
		w.spread("string", those(types, func(n *plan.Named) bool { return n.Secrets.Any }), w.shown)
	}
	if w.V2 {
		p := w.page(w.alone("v2"))
		p.tags = v2Tag
		w.v2(p.File)
	}
	if w.Samples != nil {
		w.tests(w.page(plain(w.plan.Name) + "_test.go").File)
	}
}

// those are the types of which something is so.
func those(types []*plan.Named, is func(*plan.Named) bool) (list []*plan.Named) {
	for _, n := range types {
		if is(n) {
			list = append(list, n)
		}
	}
	return list
}

// validatorFile says where the validator of a schema is written: with the type that stands for it, or with what types share.
func (w *writer) validatorFile() func(*plan.Check) *jen.File {
	if w.Layout == Kinds {
		w.page(w.fileOf("validate", nil)) // even where there is none
	}
	of := map[*plan.Check]*plan.Named{}
	for _, n := range w.plan.Types {
		if check := w.plan.CheckOf(n.Schema); check != nil && check.Name == n.Name {
			of[check] = n
		}
	}
	return func(c *plan.Check) *jen.File { return w.page(w.fileOf("validate", of[c])).File }
}
