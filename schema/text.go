package schema

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document"
)

// textURI is the base of schemas that come without a place of their own; RFC 2606 keeps the name from ever
// being one.
const textURI = "https://schema.invalid/"

// CompileText makes a schema from its JSON text, as [Compile] does of a file's. Relative references are resolved against the
// text's own $id; without one they lead to nothing but the text itself. Errors call it "schema".
func CompileText(text string, o Options) (*Schema, error) {
	const name = "schema"
	d, err := document.Parse([]byte(text))
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	return Compile(&Source{URI: textURI, Name: name, Document: d}, "", o)
}

// MustCompile is [CompileText] by the default options, for schemas that are part of a program: it panics where the
// text is no schema.
func MustCompile(text string) *Schema {
	s, err := CompileText(text, Options{})
	if err != nil {
		panic("assay: " + err.Error())
	}
	return s
}

// Compile makes a schema from its file, as [Compile] does; fragment is a JSON Pointer or an anchor within it, or "" for all
// of it; it may begin with #, as in a reference. Other documents are found by f, unless the options say how. Files that it refers to must
// be in its own folder, or in those of f.Within.
func (f Files) Compile(path, fragment string, o Options) (*Schema, error) {
	src, err := f.Open(path)
	if err != nil {
		return nil, err
	}
	if o.Load == nil {
		f.Within = append([]string{filepath.Dir(path)}, f.Within...)
		o.Load = f.Load
	}
	return Compile(src, strings.TrimPrefix(fragment, "#"), o)
}
