package contract

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Observation is what a [Checker] that observes saw in the valid bodies of an exchange, for a [Summary] to add up.
type Observation struct {
	// MediaType is that of the response, "" where its Content-Type is none.
	MediaType string
	// Drifts are the undocumented members and the values beyond enums.
	Drifts []Drift
	parts  []observedPart
}

// observedPart is a body: the coverage of one of which nothing was seen, and of this one.
type observedPart struct {
	name          string
	outline, seen *PartCoverage
}

// addTo adds what was seen to a side of an operation.
func (o *Observation) addTo(side *Side) {
	for _, p := range o.parts {
		into := side.part(p.name)
		if into.Bodies == 0 {
			into.merge(p.outline)
		}
		into.merge(p.seen)
	}
}

// drifts yields those of an observation, of which there may be none.
func (o *Observation) drifts(yield func(Drift) bool) {
	if o == nil {
		return
	}
	for _, d := range o.Drifts {
		if !yield(d) {
			return
		}
	}
}

func (o *Observation) media() string {
	if o == nil {
		return ""
	}
	return o.MediaType
}

// observe looks at a value that a schema accepts, the body of a part or, where there is a pointer, what that leads to. One of which a
// pattern ran out of time now is passed over.
func (c *Checker) observe(o *Observation, part string, s *rule.Schema, pointer string, d *document.Document) {
	if o == nil {
		return
	}
	w := &walk{shapes: &c.shapes, document: d, values: c.values, part: part, outline: c.shapes.outline(s, pointer), seen: &PartCoverage{Bodies: 1}, met: map[appliedSchema]int{}}
	_, whole := rule.Try(func(*document.Document, int) bool {
		w.value([]*rule.Schema{s}, 0, false)
		return true
	}, d)
	if whole {
		o.parts = append(o.parts, observedPart{part, w.outline, w.seen})
		o.Drifts = append(o.Drifts, w.drifts...)
	}
}

// walk goes through a document once, with all schemas that are for each value of it.
type walk struct {
	shapes   *shapes
	document *document.Document
	values   rule.Values
	part     string
	outline  *PartCoverage
	seen     *PartCoverage
	drifts   []Drift
	index    map[Key]int // of those of drifts
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
	if w.index == nil {
		w.index = map[Key]int{}
	}
	i, known := w.index[key]
	if !known {
		i = len(w.drifts)
		w.index[key] = i
		w.drifts = append(w.drifts, Drift{Kind: kind, Key: key})
	}
	w.drifts[i].Count++
	w.drifts[i].Types = union(w.drifts[i].Types, types)
}
