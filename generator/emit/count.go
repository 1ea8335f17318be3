package emit

import (
	"github.com/assaykit/assay/rule"
)

// count is what a schema says of how much there may be in a value: characters, items or members. A maximum is -1 where
// there is none.
type count struct{ minText, maxText, minItems, maxItems, minMembers, maxMembers int }

func countOf(s *rule.Schema) *count {
	c := &count{maxText: -1, maxItems: -1, maxMembers: -1}
	for _, a := range s.Assertions {
		switch k := a.(type) {
		case rule.MinLength:
			c.minText = k.N
		case rule.MaxLength:
			c.maxText = k.N
		case rule.MinItems:
			c.minItems = k.N
		case rule.MaxItems:
			c.maxItems = k.N
		case rule.MinProperties:
			c.minMembers = k.N
		case rule.MaxProperties:
			c.maxMembers = k.N
		}
	}
	return c
}

// atMost allows no more than n items.
func (c *count) atMost(n int) {
	if c.maxItems < 0 || n < c.maxItems {
		c.maxItems = n
	}
}

func (c *count) text(a at) []condition { return within(asking("Runes", a), c.minText, c.maxText) }

func (c *count) items(a at) []condition { return within(asking("Len", a), c.minItems, c.maxItems) }

func (c *count) members(a at) []condition {
	return within(asking("Len", a), c.minMembers, c.maxMembers)
}

// within is d.Len(at) >= 1 && d.Len(at) <= 3, or d.Len(at) == 2.
func within(n at, least, most int) (list []condition) {
	if least > 0 && least == most {
		return []condition{compareLit(n, "==", "!=", least)}
	}
	if least > 0 {
		list = append(list, compareLit(n, ">=", "<", least))
	}
	if most >= 0 {
		list = append(list, compareLit(n, "<=", ">", most))
	}
	return list
}
