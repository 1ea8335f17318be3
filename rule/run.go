package rule

import (
	"slices"
	"sync"

	"github.com/assaykit/assay/document"
)

// Valid reports whether a document satisfies the schema.
func (s *Schema) Valid(d *document.Document) bool { return s.ValidAt(d, 0) }

// ValidAt reports whether the value at an entry of a document satisfies the schema. It is false, too, where a pattern ran out
// of time, so that there is no verdict: [Schema.Explain] says so then.
func (s *Schema) ValidAt(d *document.Document, at int) (ok bool) {
	defer undecided(func(noVerdict) { ok = false })
	return s.Within(d, at)
}

// Within is ValidAt for a part of an evaluation that another function began: it does not return where there is no verdict,
// see [Matches].
func (s *Schema) Within(d *document.Document, at int) bool {
	r := newRun(d, newMemory(s, d.Entries()))
	ok := s.valid(r, at)
	r.release()
	return ok
}

func newRun(d *document.Document, m memory) *Run {
	r := runs.Get().(*Run)
	*r = Run{Document: d, evaluated: r.evaluated[:0], memory: m}
	return r
}

// release lets the memory of a run be used again. A run without a verdict does not come here.
func (r *Run) release() {
	if r.Document, r.known = nil, nil; cap(r.evaluated) <= mostKept {
		runs.Put(r)
	}
}

// within applies a schema to another document, which a value of this one holds.
func (r *Run) within(s *Schema, d *document.Document) bool {
	inner := newRun(d, r.memory)
	inner.known, inner.weight = nil, 0 // its answers are of its own document, but what it asks counts for both
	inner.more += mostAnEntry * d.Entries()
	ok := s.valid(inner, 0)
	r.left, r.more, r.from = inner.left, min(r.more, inner.more), inner.from
	inner.release()
	return ok
}

// mostKept is how many children a run may have noted whose memory is used again.
const mostKept = 1 << 16

var runs = sync.Pool{New: func() any { return new(Run) }}

// Run is one evaluation of a schema that answers yes or no.
type Run struct {
	Document *document.Document
	// While tracking, evaluated collects the children (items, and values of members) of the value at hand that
	// keywords applied schemas to. From start on they are those of the innermost schema that asks.
	tracking  bool
	evaluated []int
	start     int
	// lenient notes children without applying schemas to them.
	lenient bool

	memory
}

// valid applies the schema to the value at an entry.
func (s *Schema) valid(r *Run, at int) bool {
	if s.Never {
		return false
	}
	p, kind := s.planned(), r.Document.Kind(at)
	if p.kinds>>kind&1 == 0 && (kind != document.Number || !p.typed.Valid(r.Document, at)) {
		return false
	}
	if p.leaf {
		return true
	}
	of := &p.of[kind]
	for _, a := range of.assertions {
		if !a.Valid(r.Document, at) {
			return false
		}
	}
	if s.Tracks {
		return s.track(r, at, of.applicators)
	}
	for _, a := range of.applicators {
		if !a.Valid(r, at) {
			return false
		}
	}
	return true
}

// track applies the applicators of a schema that looks at what they evaluated.
func (s *Schema) track(r *Run, at int, applicators []Applicator) bool {
	tracking, start := r.tracking, r.start
	r.tracking, r.start = true, len(r.evaluated)
	ok := true
	for _, a := range applicators {
		if !a.Valid(r, at) {
			ok = false
			break
		}
	}
	if !tracking {
		r.evaluated = r.evaluated[:r.start]
	}
	r.tracking, r.start = tracking, start
	return ok
}

// child applies a schema to a child of the value at hand, and notes that it was evaluated.
func (r *Run) child(s *Schema, at int) bool {
	if !r.tracking {
		return s.valid(r, at)
	}
	ok := true
	if !r.lenient {
		r.tracking = false
		ok = s.valid(r, at)
		r.tracking = true
	}
	r.evaluated = append(r.evaluated, at)
	return ok
}

// apart applies a schema to a member name, which is no child.
func (r *Run) apart(s *Schema, at int) bool {
	tracking := r.tracking
	r.tracking = false
	ok := s.valid(r, at)
	r.tracking = tracking
	return ok
}

// attempt applies a schema to the value at hand; what it evaluated does not count where it fails (core, section 7.7.1).
func (r *Run) attempt(s *Schema, at int) bool {
	n := len(r.evaluated)
	ok := s.valid(r, at)
	if !ok {
		r.evaluated = r.evaluated[:n]
	}
	return ok
}

// evaluatedSoFar are the children that the innermost schema which asks evaluated so far, in order.
func (r *Run) evaluatedSoFar() []int {
	so := r.evaluated[r.start:]
	slices.Sort(so) // their order says nothing
	return so
}

func among(children []int, child int) bool {
	_, found := slices.BinarySearch(children, child)
	return found
}
