package plan

import (
	"strings"

	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// Check is a validating function, for all schemas that demand the same.
type Check struct {
	Name   string // such as Widget; the function is validWidget
	Schema *rule.Schema
	// Inline says that what it checks is so short that it stands where the schema is applied. The function is for a type,
	// and for all children of a value.
	Inline bool
	// Counted says that the calls of the function are counted, since there may be more than anybody waits for.
	Counted bool
}

// checked is what a package knows of its checks.
type checked struct {
	classes *classes
	byClass map[int]*Check
	// patterns, enums and limits are by their text.
	patterns, enums, limits map[string]*Value
}

// CheckOf is the check of a schema; nil where it has none.
func (p *Package) CheckOf(s *rule.Schema) *Check { return p.byClass[p.Class(s)] }

// FunctionOf is the check whose function is called where a schema is applied; nil where its condition stands there.
func (p *Package) FunctionOf(s *rule.Schema) *Check {
	if c := p.CheckOf(s); c != nil && !c.Inline {
		return c
	}
	return nil
}

// Class is a number that schemas have in common which demand the same.
func (p *Package) Class(s *rule.Schema) int { return p.classes.class(s) }

// checking decides which schemas get a validating function.
type checking struct {
	*classes
	typed map[*rule.Schema]*Named
	uses  map[int]int // of a class, by other schemas
	costs map[int]int
	first map[int]*rule.Schema // of a class, the one that gives it its name
	order []int                // of the classes, as they are met from the root on
	many  map[int]bool         // the classes that many ways may lead to
}

// findChecks lists the schemas that need a validating function and names them: by their type where there is one, else by
// their place.
func (p *Package) findChecks(roots []schema.Root, place places) {
	c := &checking{classes: newClasses(), typed: map[*rule.Schema]*Named{}, uses: map[int]int{}, costs: map[int]int{}, first: map[int]*rule.Schema{}, many: map[int]bool{}}
	c.demands = true
	for _, n := range p.Types {
		if n.whole() {
			c.typed[n.Schema] = n
		}
	}
	seen := map[*rule.Schema]bool{}
	for _, root := range roots {
		c.visit(root.Rule, seen)
	}
	for _, n := range p.Types {
		c.visit(n.Schema, seen)
		c.enter(n.Schema) // a root that is a plain reference to a type of its own
	}
	from := make([]*rule.Schema, 0, len(roots)+len(p.Types))
	for _, root := range roots {
		from = append(from, root.Rule)
	}
	for _, n := range p.Types {
		from = append(from, n.Schema)
	}
	for s := range multiplied(from) {
		c.many[c.class(s)] = true
	}
	p.classes = c.classes
	p.nameChecks(c, place)
	p.nameValues(c, place)
}

// visit enters a schema and all those below it.
func (c *checking) visit(s *rule.Schema, seen map[*rule.Schema]bool) {
	s = Pure(s)
	if seen[s] {
		return
	}
	seen[s] = true
	c.enter(s)
	for _, a := range s.Applicators {
		for _, sub := range a.Subschemas() {
			c.uses[c.class(sub)]++
			c.visit(sub, seen)
		}
	}
}

// enter adds a schema to its class.
func (c *checking) enter(s *rule.Schema) {
	class := c.class(s)
	other := c.first[class]
	if other == nil {
		c.order = append(c.order, class)
	}
	if other == nil || c.before(s, other) {
		c.first[class] = s
	}
}

// before reports whether a rather than b gives its name to what both have: the one that has a type, else the one nearest
// to the root.
func (c *checking) before(a, b *rule.Schema) bool {
	x, y := c.typed[a], c.typed[b]
	switch {
	case x != nil && y != nil:
		return x.Name < y.Name
	case x != nil || y != nil:
		return x != nil
	}
	depth := func(s *rule.Schema) int { return strings.Count(s.Location, "/") }
	if i, j := depth(a), depth(b); i != j {
		return i < j
	}
	return a.ID() < b.ID()
}

// functional reports whether a schema has a function where it is applied: its condition is no short one, or is not tiny
// and has a use elsewhere, too.
func (c *checking) functional(s *rule.Schema) bool {
	n := c.cost(s)
	return n > short || n > tiny && c.uses[c.class(s)] > 1
}

// places gives names for what stands at a schema's place, the shortest first.
type places func(s *rule.Schema) []string

// nameChecks gives each class that needs one a function.
func (p *Package) nameChecks(c *checking, of places) {
	p.byClass = map[int]*Check{}
	names, needed := naming{taken: map[string]bool{}}, map[int]bool{}
	for _, n := range p.Types {
		names.taken[n.Name] = true
		if n.whole() {
			needed[c.class(n.Schema)] = true
		}
	}
	for _, class := range c.order {
		for _, sub := range referred(Pure(c.first[class])) {
			needed[c.class(sub)] = needed[c.class(sub)] || Kind(sub) == 0
		}
	}
	for _, class := range c.order {
		s := c.first[class]
		functional := c.functional(s)
		if !functional && !needed[class] {
			continue
		}
		check := &Check{Schema: Pure(s), Inline: !functional, Counted: c.many[class]}
		p.Checks = append(p.Checks, check)
		p.byClass[class] = check
		if n := c.typed[s]; n != nil {
			check.Name = n.Name
			continue
		}
		names.add(s.ID(), func(name string) { check.Name = name }, of(s)...)
	}
	names.settle()
}
