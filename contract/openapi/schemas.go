package openapi

import (
	"cmp"

	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// wanted are the schemas that are to be compiled for one direction, and where they go.
type wanted struct {
	direction schema.Direction
	places    []schema.Place
	known     map[schema.Place]int
	into      []func([]schema.Root)
}

// schema has a schema compiled, when all are known, and given to a function.
func (r *reader) schema(n node, direction schema.Direction, into func(*rule.Schema)) {
	if n.none() {
		return
	}
	w := r.lists[direction]
	if w.known == nil {
		w.known = map[schema.Place]int{}
	}
	place := schema.Place{Source: n.source, Pointer: n.pointer}
	i, known := w.known[place]
	if !known {
		i = len(w.places)
		w.known[place], w.places = i, append(w.places, place)
	}
	w.into = append(w.into, func(roots []schema.Root) { into(roots[i].Rule) })
}

// compile compiles the schemas of one direction.
func (r *reader) compile(w *wanted) error {
	if len(w.places) == 0 {
		return nil
	}
	o := r.options
	o.Direction = w.direction
	o.Default = schema.DocumentDraft(r.out.Sources[0].Document, cmp.Or(o.Default, schema.Draft2020))
	o.Load = func(uri string) (*schema.Source, error) {
		if src := r.sources[uri]; src != nil {
			return src, nil
		}
		src, err := r.load(uri)
		if err == nil {
			r.add(src)
		}
		return src, err
	}
	s, err := schema.CompileAll(w.places, o)
	if err != nil {
		return err
	}
	r.out.Schemas = append(r.out.Schemas, s)
	for _, into := range w.into {
		into(s.Roots())
	}
	return nil
}
