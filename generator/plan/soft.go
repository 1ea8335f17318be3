package plan

import (
	"slices"

	"github.com/assaykit/assay/rule"
)

// soft are fields for members that only some of the schemas name: branches of anyOf and oneOf, then and else, and what
// depends on members. Such a member may be there with any value where its schema is not applied, so its
// field has it only where it satisfies the schema; else it is among those without a field.
func (p *planner) soft(s subject) []*Field {
	c := collector{subject: s, seen: map[*rule.Schema]bool{}}
	c.branches(s.view)
	var fields []*Field
	for _, m := range c.found {
		if s.excludes(m.name) {
			continue
		}
		f := &Field{Member: m.name, Schema: m.schemas[0], Doc: doc(m.source), Tags: tags(m.source), asked: m.asked(), Soft: m.schemas}
		f.Type = p.memberType(f, p.softType(m.schemas), false)
		if len(m.schemas) == 1 {
			f.Type = p.timed(f.Type, all(m.schemas[0]))
		}
		if _, raw := f.Type.(Raw); !raw {
			fields = append(fields, f)
		}
	}
	return fields
}

// softType decides on the values of a member that different branches name.
func (p *planner) softType(schemas []*rule.Schema) decision {
	if len(schemas) > 1 {
		return p.oneOf(schemas)
	}
	return p.typeOf(all(schemas[0]))
}

// collector gathers members that branches name and the subject does not.
type collector struct {
	subject
	found []member
	seen  map[*rule.Schema]bool
}

// branches goes through the schemas that a view applies to some instances.
func (c *collector) branches(v *view) {
	for _, choice := range v.either {
		for _, s := range choice.branches {
			c.branch(s)
		}
	}
	for _, s := range v.maybe {
		if s != nil {
			c.branch(s)
		}
	}
}

func (c *collector) branch(s *rule.Schema) {
	if s = Pure(s); c.seen[s] {
		return
	}
	c.seen[s] = true
	v := look(all(s))
	for _, m := range v.members {
		if slices.ContainsFunc(c.members, func(own member) bool { return own.name == m.name }) ||
			slices.ContainsFunc(m.schemas, func(s *rule.Schema) bool { return s.Never || !speaks(s) }) {
			continue
		}
		at := slices.IndexFunc(c.found, func(known member) bool { return known.name == m.name })
		if at < 0 {
			c.found = append(c.found, member{m.name, m.source, m.schemas[:1]})
		} else if !slices.Contains(c.found[at].schemas, m.schemas[0]) {
			c.found[at].schemas = append(slices.Clone(c.found[at].schemas), m.schemas[0])
		}
	}
	c.branches(v)
}

// speaks reports whether a schema demands anything.
func speaks(s *rule.Schema) bool { return len(s.Assertions)+len(s.Applicators) > 0 }
