package plan

import (
	"math/bits"
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Limits of what is checked where it stands, as a condition, instead of by a function of its own.
const (
	// short is how many comparisons and calls a condition may have.
	short = 8
	// tiny is how many it may have where more than one schema has it.
	tiny = 3
	// few is how many values a value is compared with, and how many members are looked for, one by one.
	few = 3
	// statements is the cost of what no condition says: a loop, a switch.
	statements = 1000
)

// cost is how many comparisons and calls a schema's condition has, statements or more where it has none. A schema with a
// function of its own costs one call where it is applied.
func (c *checking) cost(s *rule.Schema) int {
	class := c.class(s)
	if n, ok := c.costs[class]; ok {
		return n
	}
	c.costs[class] = statements // where it refers to itself
	n := c.ownCost(Pure(s))
	c.costs[class] = n
	return n
}

func (c *checking) ownCost(s *rule.Schema) int {
	if s.Never {
		return 0
	}
	if AsksInterpreter(s) {
		return statements
	}
	n := 0
	for _, a := range s.Assertions {
		n += assertionCost(a)
	}
	if Loops(s) {
		n += statements
	}
	for _, a := range s.Applicators {
		n += c.applicatorCost(a)
	}
	return n
}

func assertionCost(a rule.Assertion) int {
	switch k := a.(type) {
	case rule.Type:
		return bits.OnesCount(uint(k.Types))
	case rule.Enum:
		return valuesCost(k.Values)
	case rule.Const:
		return valuesCost([]document.Value{k.Value})
	case rule.DependentRequired:
		n := 0
		for _, d := range k.Each {
			n += 1 + len(d.Names)
		}
		return n
	case rule.Required:
		return len(k.Names)
	}
	return 1
}

// valuesCost is the cost of an enum: few simple values are compared, many strings take a switch, and others are one call.
func valuesCost(values []document.Value) int {
	if Few(values) {
		return len(values)
	}
	if texts, _ := Texts(values); texts != nil {
		return statements
	}
	return 1
}

// Few reports whether the values of an enum or const are compared one by one: there are few, and each is a string, an
// integer, a boolean or null.
func Few(values []document.Value) bool {
	return len(values) <= few && !slices.ContainsFunc(values, func(v document.Value) bool {
		switch v.Kind() {
		case document.Number:
			_, whole := rule.NewLimit(v.Document().Decimal(v.Entry())).Whole()
			return !whole
		case document.Array, document.Object:
			return true
		}
		return false
	})
}

// Texts are the values of an enum or const that has strings, and perhaps null, and nothing else; nil where it has others.
func Texts(values []document.Value) (texts []string, null bool) {
	seen := map[string]bool{}
	for _, v := range values {
		switch v.Kind() {
		case document.String:
			if text := v.Text(); !seen[text] {
				seen[text] = true
				texts = append(texts, text)
			}
		case document.Null:
			null = true
		default:
			return nil, false
		}
	}
	return texts, null
}

// applicatorCost is the cost of a keyword that applies schemas to the value itself.
func (c *checking) applicatorCost(a rule.Applicator) int {
	if Branched(a) {
		return statements
	}
	n := 0
	switch k := a.(type) {
	case rule.DependentSchemas:
		n = len(k.Each)
	case rule.Properties:
		return len(k.Members)
	case rule.AdditionalProperties, rule.Items:
		return 1
	case rule.PatternProperties, rule.PropertyNames, rule.PrefixItems, rule.Contains:
		return 0 // see Loops
	}
	for _, s := range a.Subschemas() {
		n += c.cost1(s)
	}
	return n
}

// Branched reports whether a keyword that applies schemas to the value itself takes statements.
func Branched(a rule.Applicator) bool {
	switch k := a.(type) {
	case rule.If:
		return k.Then != nil && k.Else != nil
	case rule.PropertyDependencies:
		return true
	case rule.AnyOf:
		return TaggedOf(k.Schemas) != nil
	case rule.OneOf:
		return TaggedOf(k.Schemas) != nil
	}
	return false
}

// cost1 is the cost of applying a schema: one where it has a function.
func (c *checking) cost1(s *rule.Schema) int {
	if n := c.cost(s); n < statements && !c.functional(s) {
		return n
	}
	return 1
}

// Loops reports whether what a schema demands takes a loop of its own, over items or members.
func Loops(s *rule.Schema) bool { return LoopsMembers(s) || LoopsItems(s) }

// All reports whether a schema accepts all values, so far as it says so itself.
func All(s *rule.Schema) bool {
	s = Pure(s)
	return !s.Never && len(s.Assertions)+len(s.Applicators) == 0
}
