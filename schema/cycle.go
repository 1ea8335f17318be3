package schema

import (
	"cmp"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Schemas that lead back to themselves at one instance location would be evaluated without end (core, section
// 9.4.1). Where only $ref and allOf lead there, the schema demands itself beside other things, which
// demands nothing more: the way back is cut, with a warning. Where another keyword is on
// the way there is no meaning to give, and the schema is refused.

// inPlace are the schemas that a keyword applies to the very value it stands for.
func inPlace(a rule.Applicator) []*rule.Schema {
	switch a.(type) {
	case *rule.Ref, rule.AllOf, rule.AnyOf, rule.OneOf, rule.Not, rule.If, rule.DependentSchemas, rule.PropertyDependencies:
		return a.Subschemas()
	}
	return nil
}

// walk is a search for ways back.
type walk struct {
	*compiler
	depth map[*rule.Schema]int // in path, from 1; -1 where a schema is done
	path  []step
}

// step is a schema on the way, and the keyword by which the way goes on.
type step struct {
	schema  *rule.Schema
	keyword rule.Applicator
}

// endless finds all ways back.
func (c *compiler) endless() {
	w := &walk{compiler: c, depth: map[*rule.Schema]int{}}
	for _, s := range c.inOrder() {
		if w.depth[s] == 0 {
			w.visit(s)
		}
	}
}

func (w *walk) visit(s *rule.Schema) {
	w.path = append(w.path, step{schema: s})
	w.depth[s] = len(w.path)
	for _, a := range s.Applicators {
		w.path[len(w.path)-1].keyword = a
		for i, next := range inPlace(a) {
			switch {
			case w.depth[next] > 0:
				w.back(s, a, i, w.path[w.depth[next]-1:])
			case w.depth[next] == 0:
				w.visit(next)
			}
		}
	}
	w.path = w.path[:len(w.path)-1]
	w.depth[s] = -1
}

// back deals with a way back: from s by its keyword's i-th schema to the first of the loop.
func (w *walk) back(s *rule.Schema, a rule.Applicator, i int, loop []step) {
	message := a.Keyword() + ": found a schema that leads back to itself without going into the instance"
	src := &Source{Name: w.nameOf(s.Source)}
	for _, at := range loop {
		switch at.keyword.(type) {
		case *rule.Ref, rule.AllOf:
		default:
			w.fail(CodeEndless, src, s.Source, "%s, wanted an end", message)
			return
		}
	}
	w.warn(CodeCircular, src, s.Source, "%s: the way back checks nothing", message)
	anything := &rule.Schema{Location: s.Location, Source: s.Source}
	switch k := a.(type) {
	case *rule.Ref:
		k.Target = anything
	case rule.AllOf:
		k.Schemas[i] = anything
	}
}

// inOrder lists the compiled schemas in the order of their documents, so that problems come in one order.
func (c *compiler) inOrder() []*rule.Schema {
	places := map[*document.Document]int{}
	for i, src := range c.sources {
		places[src.Document] = i + 1
	}
	list := make([]*rule.Schema, 0, len(c.compiled))
	for key, s := range c.compiled {
		if places[key.value.Document()] > 0 {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b *rule.Schema) int {
		return cmp.Or(cmp.Compare(places[a.Source.Document()], places[b.Source.Document()]),
			cmp.Compare(a.Source.Entry(), b.Source.Entry()), strings.Compare(a.Scope, b.Scope))
	})
	return list
}

// nameOf is the name of the document that a value is in.
func (c *compiler) nameOf(v document.Value) string {
	for _, src := range c.sources {
		if src.Document == v.Document() {
			return src.Name
		}
	}
	return ""
}
