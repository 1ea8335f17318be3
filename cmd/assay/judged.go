package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/judge"
)

// problems are what compiling and judging found. Where both speak of one place, compiling says it better.
// s is nil where compiling failed.
func (l *library) problems(sources []*schema.Source, s *schema.Schema, fragment string, compiling error) error {
	var list []schema.Problem
	if e, ok := errors.AsType[*schema.Error](compiling); ok {
		list = slices.Clone(e.Problems)
	} else if compiling != nil {
		return compiling
	}
	known := map[string]bool{}
	for _, p := range list {
		known[place(p)] = true
	}
	for _, p := range l.judged(sources, s, fragment) {
		if !known[place(p)] {
			list = append(list, p)
		}
	}
	if len(list) == 0 {
		return nil
	}
	order := map[string]int{}
	for i, src := range sources {
		order[src.Name] = i
	}
	slices.SortStableFunc(list, func(a, b schema.Problem) int {
		return cmp.Or(cmp.Compare(order[a.File], order[b.File]),
			cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column))
	})
	return codedError{schema: &schema.Error{Problems: list}}
}

// codedError is an error of schemas that says the code of each problem.
type codedError struct{ schema *schema.Error }

// Error has one line for each problem.
func (e codedError) Error() string {
	lines := make([]string, len(e.schema.Problems))
	for i, p := range e.schema.Problems {
		lines[i] = p.Coded()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the error without codes.
func (e codedError) Unwrap() error { return e.schema }

// place is where a problem is.
func place(p schema.Problem) string {
	return fmt.Sprintf("%s:%d:%d", p.File, p.Position.Line, p.Position.Column)
}

// judged are the problems that metaschemas find. Nothing judges schemas of OpenAPI before 3.1, nor documents without a
// dialect of their own that may be parts of such a description: they are read by that.
func (l *library) judged(sources []*schema.Source, s *schema.Schema, fragment string) []schema.Problem {
	other := cmp.Or(l.options.Default, schema.Draft2020)
	parts := slices.ContainsFunc(sources, func(src *schema.Source) bool {
		return variant(schema.DocumentDraft(src.Document, other))
	})
	var list []schema.Problem
	for i, src := range sources {
		draft := schema.DocumentDraft(src.Document, other)
		schemas, described := schema.OpenAPISchemas(src.Document)
		if variant(draft) || parts && !described && src.Document.Root().Get("$schema").IsZero() {
			continue
		}
		switch {
		case i == 0 && fragment != "":
			schemas = asked(src, s, fragment)
		case !described:
			schemas = []document.Value{src.Document.Root()}
		}
		for _, at := range schemas {
			if draft != 0 || !at.Get("$schema").IsZero() {
				list = append(list, judge.CheckAt(src, at, draft)...)
			}
		}
	}
	return list
}

// variant reports whether a draft is none of JSON Schema's own. One that is not known is.
func variant(d schema.Draft) bool { return d != 0 && !d.HasMetaschema() }

// asked are the schemas that a fragment leads to. A map of schemas is judged only where it could be compiled: else nothing
// tells it from a schema.
func asked(src *schema.Source, s *schema.Schema, fragment string) []document.Value {
	var list []document.Value
	if s != nil {
		for _, root := range s.Roots() {
			list = append(list, root.Rule.Source)
		}
		return list
	}
	switch fragment[strings.LastIndexByte(fragment, '/')+1:] {
	case "$defs", "definitions", "schemas":
		return nil
	}
	if at := src.Document.Root().Lookup(fragment); !at.IsZero() {
		list = append(list, at)
	}
	return list
}

// second is the opinion of the other engine. It knows the drafts of JSON Schema alone.
func second(src *schema.Source, fragment string, o schema.Options, others []*schema.Source) (*judge.Opinion, error) {
	o.Default = schema.DocumentDraft(src.Document, o.Default)
	for _, s := range append([]*schema.Source{src}, others...) {
		if draft := schema.DocumentDraft(s.Document, o.Default); variant(draft) {
			return nil, fmt.Errorf("%s is written in %s, which is beyond the second engine", s.Name, draft.Title())
		}
	}
	return judge.Second(src, fragment, o, others...)
}
