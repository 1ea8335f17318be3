// Package generator writes Go for a schema: types, codecs and validators.
//
// [Generate] is two steps: package plan decides on types and names, package emit writes them down.
package generator

import (
	"fmt"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator/emit"
	"github.com/assaykit/assay/generator/plan"
	"github.com/assaykit/assay/schema"
)

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
	// Formats are the formats that the schemas name, in order.
	Formats []string
	// Types are those that the package declares, in no order.
	Types []Type
}

// Type is a type of a generated package, and where the schema is that it stands for.
type Type struct {
	Name   string
	File   string // as the user named it, or a URI
	Schema document.Value
	Root   bool // its name is the one that [Options].Type gives
}

// At is the place of the schema, as file:line:col.
func (t Type) At() string {
	p := t.Schema.Position()
	return fmt.Sprintf("%s:%d:%d", t.File, p.Line, p.Column)
}

// Generate writes Go for a schema. The same schema gives the same bytes.
func Generate(s *schema.Schema, o Options) (*Output, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	if s.Rule() == nil && o.Type != "" {
		return nil, wrong("type", "found %q for %d schemas, wanted it for one: each is called by its name", o.Type, len(s.Roots()))
	}
	rename := portable(s)
	s, err := s.Rename(rename)
	if err != nil {
		return nil, err
	}
	p := plan.Make(s, o.Package, o.plan(rename))
	if len(p.Problems) > 0 {
		return nil, &schema.Error{Problems: p.Problems}
	}
	files, err := emit.Files(p, s, o.emit())
	if err != nil {
		return nil, err
	}
	for i := range files {
		files[i].Text = stamp(files[i], o.Style)
	}
	out := &Output{Files: files, Notes: p.Notes, Formats: p.Formats}
	for _, n := range p.Types {
		at := n.Schema.Source
		out.Types = append(out.Types, Type{n.Name, s.NameOf(at), at, len(p.Roots) == 1 && n == p.Root})
	}
	return out, nil
}
