package contract

import (
	"errors"
	"fmt"
	"math"
)

// Side is what was seen of an operation in exchanges that the server accepted, or in those that it rejected.
type Side struct {
	Exchanges int `json:"exchanges"`
	// Parts are the bodies that the contract has schemas for, by their names: "request body application/json", "response 200
	// application/json". Those of responses that the contract has for this side are there with zeros, and so are those of requests
	// where they were accepted. A response of the status default is on the side of the rejected until one that was accepted comes.
	Parts map[string]*PartCoverage `json:"parts"`
}

// PartCoverage is what the valid bodies of one part showed of its schemas.
type PartCoverage struct {
	// Bodies is how many were valid, and so looked at.
	Bodies int `json:"bodies"`
	// Schemas are those that lead from the schema of the part to all values that a body may have, by their locations: the name of the
	// file and the JSON Pointer in it, "openapi.yaml#/components/schemas/User". There are none before there is a body. One that is
	// met again, at another place or within itself, is counted as one.
	Schemas map[string]*SchemaCoverage `json:"schemas,omitempty"`
}

// SchemaCoverage is what was seen of one schema: what it has itself, not what the schemas have that it refers to or combines.
type SchemaCoverage struct {
	// At is the JSON Pointer in the body of the values that the schema is for, with * for every item and {…} for a member with any
	// name; where there are several, one of them, always the same.
	At string `json:"at"`
	// Values is how many values it was for, and Objects how many of them were objects.
	Values  int `json:"values"`
	Objects int `json:"objects,omitempty"`
	// Members are those that the schema declares. One is absent in as many of the Objects as it was not seen in.
	Members map[string]*MemberCoverage `json:"members,omitempty"`
	// Others are the values of members by patternProperties or a schema of additionalProperties, Items those of arrays; they are nil
	// where the schema has nothing for them.
	Others *MemberCoverage `json:"others,omitempty"`
	Items  *MemberCoverage `json:"items,omitempty"`
	// Branches is how often each schema was for a value that need not be, by its keywords: "oneOf/0", "then", "dependentSchemas/card".
	Branches map[string]int `json:"branches,omitempty"`
	// Enum is how often each value came that the schema lists, as JSON; of the type boolean these are true and false. Of values that
	// are marked as sensitive none is counted.
	Enum map[string]int `json:"enum,omitempty"`
}

// MemberCoverage is what was seen of a member, or of the items of an array.
type MemberCoverage struct {
	// Seen is how often it was there, and Null how often as null.
	Seen int `json:"seen"`
	Null int `json:"null,omitempty"`
	// Nullable says that null is among the types that the schema names, Required that the member must be there.
	Nullable bool `json:"nullable,omitempty"`
	Required bool `json:"required,omitempty"`
	// Lengths are those of strings in characters, Counts those of arrays in items, and Digits those of numbers, as many as stand before the
	// point. They are nil where there was none.
	Lengths *Range `json:"lengths,omitempty"`
	Counts  *Range `json:"counts,omitempty"`
	Digits  *Range `json:"digits,omitempty"`
	// Numbers are the least and the greatest number themselves. They are nil unless the check was asked to show values.
	Numbers *Numbers `json:"numbers,omitempty"`
}

// Range is from the least to the most of something that was seen.
type Range struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// part is the name of the part of an operation that a route is for.
func (g governing) part() string { return "response " + g.status.String() + " " + g.media.String() }

// part is the name of the part of an operation that a body of a request is.
func (c Content) part() string { return inRequestBody + " " + c.media.String() }

func newSide() Side { return Side{Parts: map[string]*PartCoverage{}} }

// merge takes another side in.
func (s *Side) merge(other *Side) {
	s.Exchanges = sum(s.Exchanges, other.Exchanges)
	for name, p := range other.Parts {
		s.part(name).merge(p)
	}
}

// part is the coverage of a part, which is made where there is none.
func (s *Side) part(name string) *PartCoverage { return made(&s.Parts, valid(name)) }

// outlined reports whether the schemas of an outline are there already. Operations of one name may have several.
func (p *PartCoverage) outlined(outline *PartCoverage) bool {
	for location := range outline.Schemas {
		if _, known := p.Schemas[valid(location)]; !known {
			return false
		}
	}
	return true
}

func (p *PartCoverage) merge(other *PartCoverage) {
	p.Bodies = sum(p.Bodies, other.Bodies)
	for location, s := range other.Schemas {
		location = valid(location)
		into, known := p.Schemas[location]
		if !known {
			into = made(&p.Schemas, location)
			into.At = valid(s.At)
		}
		into.merge(s)
	}
}

func (s *SchemaCoverage) merge(other *SchemaCoverage) {
	s.At = nearer(s.At, valid(other.At))
	s.Values, s.Objects = sum(s.Values, other.Values), sum(s.Objects, other.Objects)
	for name, m := range other.Members {
		made(&s.Members, valid(name)).merge(m)
	}
	s.Others, s.Items = mergeMember(s.Others, other.Others), mergeMember(s.Items, other.Items)
	addInto(&s.Branches, other.Branches)
	addInto(&s.Enum, other.Enum)
}

// nearer is the one of two locations that has fewer steps; of as many the first.
func nearer(a, b string) string {
	if n, m := steps(a), steps(b); n < m || n == m && a <= b {
		return a
	}
	return b
}

func mergeMember(into, from *MemberCoverage) *MemberCoverage {
	if from == nil {
		return into
	}
	if into == nil {
		into = &MemberCoverage{}
	}
	into.merge(from)
	return into
}

func (m *MemberCoverage) merge(other *MemberCoverage) {
	m.Seen, m.Null = sum(m.Seen, other.Seen), sum(m.Null, other.Null)
	m.Nullable, m.Required = m.Nullable || other.Nullable, m.Required || other.Required
	m.Lengths, m.Counts, m.Digits = m.Lengths.merge(other.Lengths), m.Counts.merge(other.Counts), m.Digits.merge(other.Digits)
	m.Numbers = m.Numbers.merge(other.Numbers)
}

// merge is the range of both; neither changes.
func (r *Range) merge(other *Range) *Range {
	switch {
	case other == nil:
		return r
	case r == nil:
		return &Range{other.Min, other.Max}
	}
	return &Range{min(r.Min, other.Min), max(r.Max, other.Max)}
}

// check says what is wrong with a side that was read.
func (s *Side) check() error {
	for name, p := range s.Parts {
		if p == nil {
			return fmt.Errorf("found null for the part %q, wanted an object", name)
		}
		for location, c := range p.Schemas {
			if c == nil {
				return fmt.Errorf("found null for the schema %q, wanted an object", location)
			}
			if err := c.check(); err != nil {
				return fmt.Errorf("the schema %q: %w", location, err)
			}
		}
		if p.Bodies < 0 {
			return errNegative
		}
	}
	if s.Exchanges < 0 {
		return errNegative
	}
	return nil
}

// errNegative is what is wrong with a count.
var errNegative = errors.New("found a negative count, wanted none")

func (s *SchemaCoverage) check() error {
	if s.Values < 0 || s.Objects < 0 || negative(s.Branches) || negative(s.Enum) {
		return errNegative
	}
	for name, m := range s.Members {
		if m == nil {
			return fmt.Errorf("found null for the member %q, wanted an object", name)
		}
		if err := m.check(); err != nil {
			return fmt.Errorf("the member %q: %w", name, err)
		}
	}
	return errors.Join(s.Others.check(), s.Items.check())
}

func (m *MemberCoverage) check() error {
	if m == nil {
		return nil
	}
	if m.Seen < 0 || m.Null < 0 {
		return errNegative
	}
	for _, r := range []*Range{m.Lengths, m.Counts, m.Digits} {
		if r != nil && (r.Min < 0 || r.Max < r.Min) {
			return fmt.Errorf("found a range from %d to %d, wanted one from 0 or more up", r.Min, r.Max)
		}
	}
	return m.Numbers.check()
}

// negative reports whether a count is below zero.
func negative[K comparable](counts map[K]int) bool {
	for _, n := range counts {
		if n < 0 {
			return true
		}
	}
	return false
}

// sum adds counts, which are never negative, up to the largest that there is: a sum that does not fit would be negative.
func sum(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

// made is the value of a key, which is made where there is none.
func made[T any](in *map[string]*T, key string) *T {
	v := (*in)[key]
	if v == nil {
		if *in == nil {
			*in = map[string]*T{}
		}
		v = new(T)
		(*in)[key] = v
	}
	return v
}

// addInto adds counts to others, of which there may be none.
func addInto(into *map[string]int, from map[string]int) {
	if *into == nil && len(from) > 0 {
		*into = map[string]int{}
	}
	for k, n := range from {
		k = valid(k)
		(*into)[k] = sum((*into)[k], n)
	}
}
