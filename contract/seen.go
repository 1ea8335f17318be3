package contract

import (
	"cmp"
	"maps"
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Seen is what the valid bodies of an exchange showed to a [Checker] with [Options].Coverage, for a [Summary] to add up.
type Seen struct {
	// MediaType is that of the response, "" where its Content-Type is none.
	MediaType string
	// Drifts are the undocumented members and the values beyond enums.
	Drifts []Drift
	parts  []seenPart
}

// seenPart is a body: the coverage of one of which nothing was seen, and of this one.
type seenPart struct {
	name          string
	outline, seen *PartCoverage
}

// addTo adds what was seen to a side of an operation.
func (o *Seen) addTo(side *Side) {
	for _, p := range o.parts {
		into := side.part(p.name)
		if !into.outlined(p.outline) {
			into.merge(p.outline)
		}
		into.merge(p.seen)
	}
}

// drifts yields those of what was seen, which may be nothing.
func (o *Seen) drifts(yield func(Drift) bool) {
	if o == nil {
		return
	}
	for _, d := range o.Drifts {
		if !yield(d) {
			return
		}
	}
}

func (o *Seen) media() string {
	if o == nil {
		return ""
	}
	return o.MediaType
}

// look looks at a value that a schema accepts, the body of a part or, where there is a pointer, what that leads to. One of which a
// pattern ran out of time now is passed over.
func (c *Checker) look(o *Seen, part string, s *rule.Schema, pointer string, d *document.Document) {
	if o == nil {
		return
	}
	w := &walk{shapes: &c.shapes, document: d, values: c.shown.values, part: part, outline: c.shapes.outline(s, pointer), seen: &PartCoverage{Bodies: 1}, met: map[appliedSchema]int{},
		drifts: map[string]map[Key]*Drift{}, names: map[string]int{}}
	_, whole := rule.Try(func(*document.Document, int) bool {
		w.value([]*rule.Schema{s}, 0, false)
		return true
	}, d)
	if whole {
		o.parts = append(o.parts, seenPart{part, w.outline, w.seen})
		o.Drifts = append(o.Drifts, w.found()...)
	}
}

// secret reports whether a text is not shown although values are.
func (w *walk) secret(text string) bool { return w.values.Secret != nil && w.values.Secret(text) }

// walk goes through a document once, with all schemas that are for each value of it.
type walk struct {
	shapes   *shapes
	document *document.Document
	values   rule.Values
	part     string
	outline  *PartCoverage
	seen     *PartCoverage
	drifts   map[string]map[Key]*Drift // by schema
	names    map[string]int            // how many members of each schema came since some were folded, at least
	// met is for which value each schema was last added: the values are counted.
	met  map[appliedSchema]int
	turn int
}

// value looks at a value with the schemas that lead to it. What is hidden is within a value that is marked as sensitive.
func (w *walk) value(schemas []*rule.Schema, at int, hidden bool) {
	w.turn++
	a := &applied{walk: w, at: at, hidden: hidden}
	for _, s := range schemas {
		a.add(s, false)
	}
	for _, s := range a.schemas {
		if !s.condition && s.coverage != nil {
			a.note(s.shape)
		}
	}
	a.beyond()
	switch w.document.Kind(at) {
	case document.Object:
		a.object()
	case document.Array:
		a.array()
	}
}

// schema is the coverage of a schema in this document.
func (w *walk) schema(sh *shape) *SchemaCoverage {
	c, known := w.seen.Schemas[sh.location]
	if !known {
		c = made(&w.seen.Schemas, sh.location)
		if outline := w.outline.Schemas[sh.location]; outline != nil {
			c.At = outline.At
		}
	}
	return c
}

// drift counts one thing.
func (w *walk) drift(kind DriftKind, key Key, types ...string) {
	key.Part = w.part
	w.add(Drift{Kind: kind, Key: key, Count: 1, Types: types})
	if key.Member == "" || key.Member == anyName {
		return
	}
	if w.names[key.Schema]++; w.names[key.Schema] >= 2*MostNames {
		w.fold(key.Schema)
	}
}

// add adds a drift to those of its kind.
func (w *walk) add(d Drift) {
	of := w.drifts[d.Key.Schema]
	if of == nil {
		of = map[Key]*Drift{}
		w.drifts[d.Key.Schema] = of
	}
	if known := of[d.Key]; known != nil {
		known.Count += d.Count
		known.Types = union(known.Types, d.Types)
		return
	}
	of[d.Key] = &d
}

// fold counts the members of a schema behind the first as one, as a [Tally] does, so that a document of many names takes no more memory.
func (w *walk) fold(schema string) {
	of := w.drifts[schema]
	kept := 0
	for _, key := range slices.SortedFunc(maps.Keys(of), Key.compare) {
		if key.Member == "" || key.Member == anyName {
			continue
		}
		if kept++; kept > MostNames {
			d := of[key]
			delete(of, key)
			d.Key = key.group()
			w.add(*d)
		}
	}
	w.names[schema] = min(kept, MostNames)
}

// found are all drifts, by their keys.
func (w *walk) found() []Drift {
	var list []Drift
	for _, of := range w.drifts {
		for _, d := range of {
			list = append(list, *d)
		}
	}
	slices.SortFunc(list, func(a, b Drift) int { return cmp.Or(cmp.Compare(rank(a.Kind), rank(b.Kind)), a.Key.compare(b.Key)) })
	return list
}
