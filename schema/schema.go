// Package schema turns schema documents into checkable schemas.
//
// [Compile] goes through these stages:
//
//  1. load the schema document and, when a reference leads to one, others ([Files], [Options].Load);
//  2. identify the resources in each document: their URIs, dialects and anchors;
//  3. read each schema object by the table of keywords, which says in which drafts a keyword exists, what
//     subschemas it holds and how it becomes a rule;
//  4. resolve references, each to the one compiled schema that it leads to;
//  5. refuse schemas that would refer to themselves without end at one instance location.
//
// Schemas are read lazily, from the root along references, so what nothing refers to costs nothing ([Options].Whole reads
// all). A member that is no keyword of the dialect is an annotation, as the specification says, and an entry of
// [Schema].Warnings where it looks as if it should be one.
package schema

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Formats says what the keyword format does.
type Formats uint8

const (
	// AssertFormats makes a value that is not of its format a violation.
	AssertFormats Formats = iota
	// AnnotateFormats makes format an annotation.
	AnnotateFormats
	// SpecFormats does what each draft says: format is an annotation, but where a metaschema demands the vocabulary that
	// asserts it.
	SpecFormats
)

// ParseFormats is the mode of a name: assert, annotate or spec.
func ParseFormats(name string) (f Formats, ok bool) {
	f, ok = map[string]Formats{"assert": AssertFormats, "annotate": AnnotateFormats, "spec": SpecFormats}[name]
	return f, ok
}

// Content says what the keywords do that speak of text within strings.
type Content uint8

const (
	// DefaultContent makes them annotations, but with SpecFormats in draft 7, which lets them be either.
	DefaultContent Content = iota
	// AnnotateContent makes them annotations.
	AnnotateContent
	// AssertContent makes them assertions.
	AssertContent
)

// Options are the choices that the schema document leaves open.
type Options struct {
	// Default is the draft of schemas that name none with $schema; zero is 2020-12.
	Default Draft
	// Formats says what the keyword format does.
	Formats Formats
	// Content says what contentEncoding, contentMediaType and contentSchema do.
	Content Content
	// Whole reads every schema of a document that is compiled without a fragment, not only those that references lead to from the root, and warns of every
	// unknown keyword. It is for judging a schema.
	Whole bool
	// Each compiles every schema of a map of schemas, such as $defs or components/schemas, where the fragment leads to one, or where
	// there is no fragment and the document is an OpenAPI description. Otherwise these are problems.
	Each bool
	// Limits bound what an evaluation may cost; zero has the defaults.
	Limits rule.Limits
	// Direction says which way the instances go; zero makes nothing of it.
	Direction Direction
	// Load finds the document of an absolute URI that a reference leads to. nil finds none.
	Load func(uri string) (*Source, error)
}

// Schema is a compiled schema. Any number of goroutines may use it.
type Schema struct {
	root  *rule.Schema
	roots []Root
	// Sources are the documents it was made from, the root's first.
	Sources []*Source
	// Warnings are keywords that no draft has and formats that no specification defines: they check
	// nothing.
	Warnings []Problem
	// Draft is the dialect of the root.
	Draft Draft

	options  Options
	fragment string
	all      func() map[string]*rule.Schema // by ID
}

// Options are those that the schema was compiled with.
func (s *Schema) Options() Options { return s.options }

// Fragment is the fragment of the document that the schema was compiled from.
func (s *Schema) Fragment() string { return s.fragment }

// Find is the compiled schema with an ID, or nil.
func (s *Schema) Find(id string) *rule.Schema { return s.all()[id] }

// Rename compiles the same documents once more under other URIs.
func (s *Schema) Rename(to func(uri string) string) (*Schema, error) {
	root, o := s.again(to)
	return Compile(root, s.fragment, o)
}

// again has what is needed to compile the same documents once more: the root's, and options that load the others.
func (s *Schema) again(to func(uri string) string) (*Source, Options) {
	sources := map[string]*Source{}
	for _, src := range s.Sources {
		uri := to(src.URI)
		sources[uri] = &Source{URI: uri, Name: src.Name, Document: src.Document}
	}
	o := s.options
	o.Load = func(uri string) (*Source, error) {
		if src, ok := sources[uri]; ok {
			return src, nil
		}
		return nil, errUnknownURI
	}
	return sources[to(s.Sources[0].URI)], o
}

// Rule is what the root schema demands. It is nil where [Options].Each made several roots: then there is nothing that
// Valid, Explain and Validate could judge by.
func (s *Schema) Rule() *rule.Schema { return s.root }

// Valid reports whether a document satisfies the schema.
func (s *Schema) Valid(d *document.Document) bool { return s.root.Valid(d) }

// Explain says why a document does not satisfy the schema; it is nil where it does.
func (s *Schema) Explain(d *document.Document) *rule.Error { return s.root.Explain(d, rule.ShowValues) }

// NameOf is what errors call the document that a value of a schema is in.
func (s *Schema) NameOf(v document.Value) string {
	for _, src := range s.Sources {
		if src.Document == v.Document() {
			return src.Name
		}
	}
	return ""
}
