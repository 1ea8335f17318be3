package contract

import (
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// outline is the coverage of a part in which nothing was seen yet, made once for each schema and place of it in bodies.
func (s *shapes) outline(schema *rule.Schema, pointer string) *PartCoverage {
	key := outlineKey{schema, pointer}
	if known, ok := s.known.Load(key); ok {
		return known.(*PartCoverage)
	}
	made, _ := s.known.LoadOrStore(key, s.newOutline(schema, pointer))
	return made.(*PartCoverage)
}

type outlineKey struct {
	schema  *rule.Schema
	pointer string
}

// placed is a schema with where in bodies it is.
type placed struct {
	schema *rule.Schema
	at     string
}

// newOutline goes through all schemas that are reached from one, the nearest first, each once: so it ends where schemas lead back to
// themselves.
func (s *shapes) newOutline(schema *rule.Schema, pointer string) *PartCoverage {
	p := &PartCoverage{}
	met := map[*rule.Schema]bool{schema: true}
	for list := []placed{{schema, pointer}}; len(list) > 0; list = list[1:] {
		next := list[0]
		if sh := s.of(next.schema); sh.coverage != nil {
			one := *sh.coverage
			one.At = next.at
			p.merge(&PartCoverage{Schemas: map[string]*SchemaCoverage{sh.location: &one}})
		}
		for _, b := range below(next) {
			if !met[b.schema] && !b.schema.Never {
				met[b.schema] = true
				list = append(list, b)
			}
		}
	}
	return p
}

// below are the schemas that a schema applies to the value itself, and to what is in it.
func below(p placed) []placed {
	var list []placed
	add := func(s *rule.Schema, token string) { list = append(list, placed{s, p.at + token}) }
	for _, a := range p.schema.Applicators {
		switch k := a.(type) {
		case rule.Properties:
			for _, m := range k.Members {
				add(m.Schema, "/"+valid(document.EscapePointer(m.Name)))
			}
		case rule.PatternProperties, rule.AdditionalProperties, rule.UnevaluatedProperties:
			for _, s := range a.Subschemas() {
				add(s, "/"+anyName)
			}
		case rule.PrefixItems, rule.Items, rule.Contains, rule.UnevaluatedItems:
			for _, s := range a.Subschemas() {
				add(s, "/*")
			}
		case *rule.Ref, rule.AllOf:
			for _, s := range a.Subschemas() {
				add(s, "")
			}
		default:
			for _, b := range branches(a) {
				add(b.schema, "")
			}
		}
	}
	return list
}

// steps is how many steps lead to a location.
func steps(pointer string) int { return strings.Count(pointer, "/") }
