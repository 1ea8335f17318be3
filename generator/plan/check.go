package plan

import (
	"strings"

	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// Simple reports whether a schema is checked where it stands, without a function of its own: it
// accepts all, or nothing, or tests the type and nothing else.
func Simple(s *rule.Schema) bool {
	if s.Never || len(s.Assertions)+len(s.Applicators) == 0 {
		return true
	}
	if len(s.Assertions) == 1 && len(s.Applicators) == 0 {
		t, ok := s.Assertions[0].(rule.Type)
		return ok && !t.Literal
	}
	return false
}

// findChecks lists the schemas that need a validating function and names them: by their type where
// there is one, else by their place.
func (p *Package) findChecks(roots []schema.Root, start, own string) {
	p.byRule = map[*rule.Schema]*Check{}
	names := naming{taken: map[string]bool{}}
	typed := map[*rule.Schema]*Named{}
	for _, n := range p.Types {
		names.taken[n.Name] = true
		if n.whole() {
			typed[n.Schema] = n
		}
	}
	add := func(s *rule.Schema) {
		c := &Check{Schema: s}
		p.Checks = append(p.Checks, c)
		p.byRule[s] = c
		if n, ok := typed[s]; ok {
			c.Name = n.Name
			return
		}
		uri, _, _ := strings.Cut(s.Location, "#")
		names.add(s.ID(), func(name string) { c.Name = name }, p.spell.proposals(routeOf(s.Location), start, uri == own)...)
	}
	var visit func(s *rule.Schema)
	visit = func(s *rule.Schema) {
		s = Pure(s)
		if p.byRule[s] != nil {
			return
		}
		if _, isType := typed[s]; !isType && Simple(s) {
			return
		}
		add(s)
		for _, a := range s.Applicators {
			for _, sub := range a.Subschemas() {
				visit(sub)
			}
		}
	}
	for _, root := range roots {
		visit(root.Rule)
	}
	for _, n := range p.Types {
		visit(n.Schema)
		if p.byRule[n.Schema] == nil && n.whole() {
			add(n.Schema) // a root that is a plain reference to a type of its own
		}
	}
	names.settle()
}
