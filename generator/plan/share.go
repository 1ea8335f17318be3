package plan

import (
	"maps"
	"math/bits"
	"slices"
	"strings"

	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// sharing finds schemas that stand where they are used, have no name, and say the same: they have one Go type. Those that are definitions
// keep their types apart, for each has a name of its own.
type sharing struct {
	*classes
	// first are the schemas that stand for their classes.
	first map[int]*rule.Schema
	// places are the ways to all schemas of a class.
	places map[int][]route
	seen   map[*rule.Schema]bool
	// sensitive says that one of the schemas marks values so.
	sensitive bool
}

func newSharing(roots []schema.Root) *sharing {
	s := &sharing{newClasses(), map[int]*rule.Schema{}, map[int][]route{}, map[*rule.Schema]bool{}, false}
	for _, root := range roots {
		s.visit(root.Rule)
	}
	return s
}

// visit enters a schema and all below it.
func (s *sharing) visit(one *rule.Schema) {
	if one == nil || s.seen[one] {
		return
	}
	s.seen[one] = true
	s.sensitive = s.sensitive || one.Sensitive
	if shareable(one) {
		class := s.class(one)
		r := routeOf(one.Location)
		if len(r.tokens) > 0 && !r.ofDefinition() {
			s.places[class] = append(s.places[class], r)
			if first := s.first[class]; first == nil || before(one, first) {
				s.first[class] = one
			}
		}
	}
	for _, a := range one.Applicators {
		for _, sub := range a.Subschemas() {
			s.visit(sub)
		}
	}
}

// formats are those that the schemas name, in order.
func (s *sharing) formats() []string {
	names := map[string]bool{}
	for one := range s.seen {
		if name := one.Annotation("format").TextOr(""); name != "" {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// shareable reports whether a schema may have a type of its own that others can share: it is no reference and no simple
// type, is not one value, whose description is that of a constant, and asks for nothing of the generator.
func shareable(s *rule.Schema) bool {
	if s.Never || Pure(s) != s {
		return false
	}
	compound := len(s.Applicators) > 0
	for _, a := range s.Assertions {
		switch k := a.(type) {
		case rule.Const:
			return false
		case rule.Enum:
			if len(k.Values) == 1 {
				return false
			}
			compound = true
		case rule.Type:
			compound = compound || bits.OnesCount(uint(k.Types&^rule.TypeNull)) > 1
		}
	}
	for _, a := range s.Annotations {
		if strings.HasPrefix(a.Keyword, "x-") {
			return false
		}
	}
	return compound
}

// before reports whether a schema rather than another stands for both: the one nearer to its document's root.
func before(a, b *rule.Schema) bool {
	if i, j := strings.Count(a.Location, "/"), strings.Count(b.Location, "/"); i != j {
		return i < j
	}
	return a.ID() < b.ID()
}

// of is the schema whose type a schema has: the end of a chain of references or, for one without a name, that which
// stands for all of its class.
func (s *sharing) of(one *rule.Schema) *rule.Schema {
	one = Pure(one)
	if !shareable(one) || !s.seen[one] || routeOf(one.Location).ofDefinition() {
		return one
	}
	if first := s.first[s.class(one)]; first != nil {
		return first
	}
	return one
}

// common are the words at the end of the ways to all schemas that share a type; nil where it is used once.
func (s *sharing) common(one *rule.Schema) []string {
	places := s.places[s.class(one)]
	if len(places) < 2 {
		return nil
	}
	words := places[0].behind()
	for _, r := range places[1:] {
		n, others := 0, r.behind()
		for n < len(words) && n < len(others) && words[len(words)-1-n] == others[len(others)-1-n] {
			n++
		}
		words = words[len(words)-n:]
	}
	return words
}
