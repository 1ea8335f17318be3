// Package generator writes Go for a schema: types, codecs and validators.
//
// [Generate] is two steps: package plan decides on types and names, package emit writes them down.
package generator

import (
	"fmt"
	"go/token"

	"github.com/assaykit/assay/generator/emit"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/schema"
)

// Options say what to write.
type Options struct {
	Package string // the Go package's name
	Type    string // the root type's name; "" takes it from the schema's title or file name
}

// File is a file to be written; its name has no folder.
type File = emit.File

// Header is the first line of every generated file.
const Header = emit.Header

// Output is what a schema becomes.
type Output struct {
	Files []File
	// Notes say where a Go type is looser than its schema; the generated validators check the
	// schema all the same.
	Notes []schema.Problem
}

// Generate writes Go for a schema. The same schema gives the same bytes.
func Generate(s *schema.Schema, o Options) (*Output, error) {
	if !token.IsIdentifier(o.Package) || o.Package == "_" {
		return nil, fmt.Errorf("found the package name %q, wanted a Go name", o.Package)
	}
	if o.Type != "" && (!token.IsIdentifier(o.Type) || !token.IsExported(o.Type)) {
		return nil, fmt.Errorf("found the type name %q, wanted an exported Go name", o.Type)
	}
	if s.Rule() == nil {
		return nil, fmt.Errorf("%s: found %d schemas at #%s, of which one package cannot be made yet, wanted one of them", s.Sources[0].Name, len(s.Roots()), s.Fragment())
	}
	s, err := s.Rename(portable(s))
	if err != nil {
		return nil, err
	}
	p := plan.Make(s, o.Package, o.Type)
	files, err := emit.Files(p, s)
	if err != nil {
		return nil, err
	}
	return &Output{Files: files, Notes: p.Notes}, nil
}
