package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// conjunction is what one instance must satisfy all at once: schemas, each the end of its chain of plain references. The first
// is the owner: what is said of the type, and where, is said there.
type conjunction struct {
	schemas []*rule.Schema
	// kinds leaves values of these types only; 0 leaves all.
	kinds rule.Types
	// chosen has the schemas whose anyOf or oneOf is left out, since one of its branches is among schemas.
	chosen []*rule.Schema
	// some makes it the opposite: values satisfy one of the schemas at least.
	some bool
}

// all is the conjunction of schemas.
func all(schemas ...*rule.Schema) conjunction {
	var c conjunction
	for _, s := range schemas {
		c.add(s)
	}
	return c
}

func (c *conjunction) add(s *rule.Schema) {
	if s = Pure(s); !slices.Contains(c.schemas, s) {
		c.schemas = append(c.schemas, s)
	}
}

func (c conjunction) owner() *rule.Schema { return c.schemas[0] }

// of is the conjunction for values of some types alone.
func (c conjunction) of(kinds rule.Types) conjunction {
	c.kinds = kinds
	return c
}

// with is the conjunction for the values that a branch of the owner's anyOf or oneOf accepts.
func (c conjunction) with(owner, branch *rule.Schema) conjunction {
	n := conjunction{schemas: slices.Clone(c.schemas), kinds: c.kinds, chosen: append(slices.Clone(c.chosen), owner)}
	n.add(branch)
	return n
}

// shared is the conjunction of the schemas whose types the schemas have.
func (p *planner) shared(c conjunction) conjunction {
	n := conjunction{kinds: c.kinds, chosen: c.chosen, some: c.some}
	for _, s := range c.schemas {
		n.add(p.sharing.of(s))
	}
	return n
}

// key tells conjunctions apart. It is the same for the same schemas in another order, but for the owner.
func (p *planner) key(c conjunction) string {
	numbers := make([]string, len(c.schemas))
	for i, s := range c.schemas {
		numbers[i] = p.number(s)
	}
	slices.Sort(numbers[1:])
	chosen := make([]string, len(c.chosen))
	for i, s := range c.chosen {
		chosen[i] = p.number(s)
	}
	slices.Sort(chosen)
	return fmt.Sprintf("%s %t of %d without %s", strings.Join(numbers, "+"), c.some, c.kinds, strings.Join(chosen, "+"))
}

func (p *planner) number(s *rule.Schema) string {
	n, ok := p.numbers[s]
	if !ok {
		n = fmt.Sprint(len(p.numbers))
		p.numbers[s] = n
	}
	return n
}

// accepts reports whether each schema accepts the value at an entry.
func (c conjunction) accepts(d *document.Document, at int) bool {
	for _, s := range c.schemas {
		if !s.ValidAt(d, at) {
			return false
		}
	}
	return true
}

// nothing reports whether no value is accepted, since one of the schemas is false.
func (c conjunction) nothing() bool {
	return slices.ContainsFunc(c.schemas, func(s *rule.Schema) bool { return s.Never })
}
