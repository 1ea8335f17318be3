package rule

import (
	"slices"
	"strconv"
)

// Where a schema leads to another by more ways than one, as both branches of an anyOf may, a value is held against the same schema once for
// each way, and with every level of references there are twice as many: a few lines of schema could ask for more evaluations than there
// are seconds. The answers are the same each time. So references are counted. Where there are more than every reference of the schema
// makes with every value of the document, some are followed twice, and from there on what each came to is remembered.

const (
	// Of an evaluation that follows no more references than this for each entry of the document, and some more, nothing is asked.
	referencesAnEntry, referencesMore = 64, 4096
	// mostRemembered is how many answers, and children that they evaluated, an evaluation remembers at a time.
	mostRemembered = 1 << 20
	// An evaluation that follows more references than this for each entry, and some more, has no verdict. That happens where schemas
	// times values are too many.
	mostAnEntry, mostMore = 1 << 14, 1 << 26
)

// memory is what an evaluation knows of the references that it followed.
type memory struct {
	// left is how many references are followed without remembering anything, and more how many after that.
	left, more, most int
	// from is the schema that the evaluation began with, nil once its references were counted.
	from   *Schema
	known  map[question]answer
	weight int // of known: an answer is one, and each child in it
}

// question is a schema and what it is applied to. The rest says what is wanted beside the verdict.
type question struct {
	schema            *Schema
	at                int
	tracking, lenient bool
}

type answer struct {
	ok        bool
	evaluated []int // by the schema, where that is wanted
}

func newMemory(from *Schema, entries int) memory {
	most := from.Limits.evaluations(entries)
	left := min(referencesAnEntry*entries+referencesMore, most)
	return memory{left: left, more: most - left, most: most, from: from}
}

// beyond applies the schema that a reference leads to where none is left.
func (r *Run) beyond(k *Ref, at int) bool {
	if r.from != nil {
		n := r.from.references()
		r.left, r.from = min(n*r.Document.Entries(), r.more), nil
		r.more -= r.left
		return k.Valid(r, at)
	}
	return r.remembered(k.Target, at)
}

// references is how many references a schema leads to.
func (s *Schema) references() int {
	if n := s.refs.Load(); n > 0 {
		return int(n)
	}
	n, seen := 1, map[*Schema]bool{}
	var count func(s *Schema)
	count = func(s *Schema) {
		if seen[s] {
			return
		}
		seen[s] = true
		for _, a := range s.Applicators {
			if _, is := a.(*Ref); is {
				n++
			}
			for _, sub := range a.Subschemas() {
				count(sub)
			}
		}
	}
	count(s)
	s.refs.Store(int64(n))
	return n
}

// remembered is what a schema says of a value, evaluated once as long as the answer is known.
func (r *Run) remembered(s *Schema, at int) bool {
	if r.more--; r.more < 0 {
		tooManyWays(strconv.Itoa(r.most) + " applications of schemas that are referred to")
	}
	q := question{s, at, r.tracking, r.lenient}
	if a, known := r.known[q]; known {
		r.evaluated = append(r.evaluated, a.evaluated...)
		return a.ok
	}
	n := len(r.evaluated)
	a := answer{ok: s.valid(r, at)}
	if r.tracking {
		// Two ways to one schema note its children twice.
		slices.Sort(r.evaluated[n:])
		r.evaluated = r.evaluated[:n+len(slices.Compact(r.evaluated[n:]))]
		a.evaluated = slices.Clone(r.evaluated[n:])
	}
	if r.weight += 1 + len(a.evaluated); r.known == nil || r.weight > mostRemembered {
		r.known, r.weight = map[question]answer{}, 1+len(a.evaluated)
	}
	r.known[q] = a
	return a.ok
}

// tooManyWays ends an evaluation that followed too many references.
func tooManyWays(most string) {
	panic(noVerdict{CodeTooManyEvaluations, "no verdict, for the schema leads to the same values in too many ways", "at most " + most + " (the limit evaluations)"})
}
