// Package infer proposes a JSON Schema for documents that were seen.
//
// A [Sample] takes documents in and keeps what a schema is made of: types, members, how often each was there, formats that all strings have, few
// values that repeat, ranges. Samples of parts add up, in any order, to that of the whole, and a sample has a JSON form, so that
// what was seen on several machines makes one schema. It is bounded: with more names or values than a schema would list it counts them
// as one.
//
// [Sample.Schema] writes the schema. It accepts all that was taken in.
package infer

import "github.com/assaykit/assay/document"

// Bounds of what a sample tells apart.
const (
	// MostNames is how many member names of one object are told apart. An object with more is a map.
	MostNames = 1000
	// MostValues is how many different strings are told apart at one place, and LongestValue how many bytes each may have.
	MostValues, LongestValue = 24, 64
)

// Version is the version of the JSON form of a [Sample].
const Version = 1

// Sample is what was seen of documents. Its zero value has seen none.
type Sample struct{ root shape }

// Count is how many documents were taken in.
func (s *Sample) Count() int { return s.root.Count }

// Add takes in the value at an entry of a document. The sample keeps nothing of the document's memory.
func (s *Sample) Add(v document.Value) { s.root.add(v.Document(), v.Entry()) }

// Merge takes in all that another sample has, which stays as it is.
func (s *Sample) Merge(other *Sample) { s.root.merge(&other.root) }

// Forget gives up the strings of documents that the sample has, of which a schema makes enums.
func (s *Sample) Forget() { s.root.forget() }

func (s *shape) forget() {
	if s.Strings != nil {
		s.Strings.Values, s.Strings.Many = nil, true
	}
	if s.Arrays != nil {
		s.Arrays.Of.forget()
	}
	if s.Objects == nil {
		return
	}
	if s.Objects.Any != nil {
		s.Objects.Any.forget()
	}
	for _, m := range s.Objects.Members {
		m.Of.forget()
	}
}

// shape is what was seen at one place.
type shape struct {
	Count    int      `json:"count"`
	Nulls    int      `json:"nulls,omitempty"`
	Booleans int      `json:"booleans,omitempty"`
	Numbers  *numbers `json:"numbers,omitempty"`
	Strings  *texts   `json:"strings,omitempty"`
	Arrays   *arrays  `json:"arrays,omitempty"`
	Objects  *objects `json:"objects,omitempty"`
}

func (s *shape) add(d *document.Document, at int) {
	s.Count++
	switch d.Kind(at) {
	case document.Null:
		s.Nulls++
	case document.Boolean:
		s.Booleans++
	case document.Number:
		made(&s.Numbers).add(d, at)
	case document.String:
		made(&s.Strings).add(d, at)
	case document.Array:
		made(&s.Arrays).add(d, at)
	case document.Object:
		made(&s.Objects).add(d, at)
	}
}

func (s *shape) merge(o *shape) {
	s.Count += o.Count
	s.Nulls += o.Nulls
	s.Booleans += o.Booleans
	if o.Numbers != nil {
		made(&s.Numbers).merge(o.Numbers)
	}
	if o.Strings != nil {
		made(&s.Strings).merge(o.Strings)
	}
	if o.Arrays != nil {
		made(&s.Arrays).merge(o.Arrays)
	}
	if o.Objects != nil {
		made(&s.Objects).merge(o.Objects)
	}
}

// made is what a pointer leads to, new where that is nothing yet.
func made[T any](p **T) *T {
	if *p == nil {
		*p = new(T)
	}
	return *p
}

// span is a range of counts.
type span struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// widen takes a count in; first says that it is the first.
func (s *span) widen(n int, first bool) {
	if first {
		s.Min, s.Max = n, n
	}
	s.Min, s.Max = min(s.Min, n), max(s.Max, n)
}

// join takes a range in.
func (s *span) join(o span, first bool) {
	s.widen(o.Min, first)
	s.widen(o.Max, false)
}
