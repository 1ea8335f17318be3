package schema

import (
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/rule/pattern"
)

// settle replaces unevaluatedProperties and unevaluatedItems where it is known when the schema is compiled what the
// schemas in place speak of. Then nothing needs to be tracked while instances are judged.
func (c *compiler) settle() {
	speaks := speakers{}
	for _, s := range c.compiled {
		if !s.Tracks {
			continue
		}
		seen := contribution{speaks: speaks, named: map[string]bool{}, visited: map[*rule.Schema]bool{}}
		seen.add(s, true)
		kept := s.Applicators[:0:0]
		tracks := false
		for _, a := range s.Applicators {
			switch k := a.(type) {
			case rule.UnevaluatedProperties:
				a = seen.properties(k)
			case rule.UnevaluatedItems:
				a = seen.items(k)
			}
			if a == nil {
				continue
			}
			kept = append(kept, a)
			switch a.(type) {
			case rule.UnevaluatedProperties, rule.UnevaluatedItems:
				tracks = true
			}
		}
		s.Applicators, s.Tracks = kept, tracks
	}
}

// contribution is what a schema and those that it always applies in place speak of.
type contribution struct {
	speaks  speakers
	visited map[*rule.Schema]bool

	members  []rule.Property        // with schemas where they are the schema's own
	named    map[string]bool        // the names of members
	patterns []rule.PatternProperty // likewise
	// allMembers and allItems say that nothing is left unevaluated; someMembers and someItems that it depends on the
	// instance.
	allMembers, someMembers bool
	first                   int // so many items
	allItems, someItems     bool
}

// most is how many schemas and children are looked at for a static answer. Where there are more, tracking costs less than such an
// answer: one for each schema of a long chain would grow with the square of its length.
const most = 1000

// anything accepts all values.
var anything = &rule.Schema{}

// add takes in a schema; own is true for the one that asks.
func (c *contribution) add(s *rule.Schema, own bool) {
	if c.visited[s] {
		return
	}
	if len(c.visited)+len(c.members)+len(c.patterns) > most {
		c.someMembers, c.someItems = true, true
		return
	}
	c.visited[s] = true
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case rule.Properties:
			for _, m := range k.Members {
				c.member(m, own)
			}
		case rule.PatternProperties:
			for _, p := range k.Each {
				c.pattern(p.Pattern, p.Schema, own)
			}
		case rule.AdditionalProperties:
			c.allMembers = true
		case rule.UnevaluatedProperties:
			c.allMembers = c.allMembers || !own
		case rule.PrefixItems:
			c.first = max(c.first, len(k.Schemas))
		case rule.Items:
			c.allItems = true
		case rule.UnevaluatedItems:
			c.allItems = c.allItems || !own
		case rule.Contains:
			c.someItems = c.someItems || k.Evaluates
		case *rule.Ref, rule.AllOf:
			for _, sub := range a.Subschemas() {
				c.add(sub, false)
			}
		case rule.AnyOf, rule.OneOf, rule.If, rule.DependentSchemas, rule.PropertyDependencies:
			for _, sub := range a.Subschemas() {
				c.maybe(sub)
			}
		}
	}
}

func (c *contribution) member(m rule.Property, own bool) {
	if c.named[m.Name] {
		return
	}
	c.named[m.Name] = true
	if !own {
		m.Schema = anything
	}
	c.members = append(c.members, m)
}

func (c *contribution) pattern(p *pattern.Pattern, s *rule.Schema, own bool) {
	if !own {
		s = anything
	}
	c.patterns = append(c.patterns, rule.PatternProperty{Pattern: p, Schema: s})
}

// maybe takes in a schema that is applied to some instances only: if it speaks of children, what is evaluated
// depends on the instance.
func (c *contribution) maybe(s *rule.Schema) {
	of := c.speaks.of(s)
	c.someMembers = c.someMembers || of.members
	c.someItems = c.someItems || of.items
}

// speakers notes of which children a schema, and those that it applies in place, may speak. Each is looked at once.
type speakers map[*rule.Schema]spoken

type spoken struct{ members, items bool }

func (m speakers) of(s *rule.Schema) spoken {
	if known, ok := m[s]; ok {
		return known
	}
	var is spoken
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case rule.Properties, rule.PatternProperties, rule.AdditionalProperties, rule.UnevaluatedProperties:
			is.members = true
		case rule.PrefixItems, rule.Items, rule.UnevaluatedItems:
			is.items = true
		case rule.Contains:
			is.items = is.items || k.Evaluates
		}
		for _, sub := range inPlace(a) {
			of := m.of(sub)
			is.members, is.items = is.members || of.members, is.items || of.items
		}
	}
	m[s] = is
	return is
}

// properties is what unevaluatedProperties becomes; nil where it never applies.
func (c *contribution) properties(k rule.UnevaluatedProperties) rule.Applicator {
	switch {
	case c.allMembers:
		return nil
	case c.someMembers:
		return k
	}
	return rule.AdditionalProperties{
		Name: k.Keyword(), Schema: k.Schema, Named: rule.NewProperties(c.members), Patterns: rule.PatternProperties{Each: c.patterns},
	}
}

// items is what unevaluatedItems becomes; nil where it never applies.
func (c *contribution) items(k rule.UnevaluatedItems) rule.Applicator {
	switch {
	case c.allItems:
		return nil
	case c.someItems:
		return k
	}
	return rule.Items{Name: k.Keyword(), From: c.first, Schema: k.Schema}
}
