package schema

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// inPlace are the schemas that a keyword applies to the very value it stands for.
func inPlace(a rule.Applicator) []*rule.Schema {
	switch a.(type) {
	case *rule.Ref, rule.AllOf, rule.AnyOf, rule.OneOf, rule.Not, rule.If, rule.DependentSchemas:
		return a.Subschemas()
	}
	return nil
}

// endless refuses schemas that lead back to themselves at one instance location: evaluating them would
// never end (core, section 7.1: "Guarding Against Infinite Recursion").
func (c *compiler) endless() {
	state := map[*rule.Schema]int{} // 1: being visited, 2: done
	var visit func(s *rule.Schema)
	visit = func(s *rule.Schema) {
		state[s] = 1
		for _, a := range s.Applicators {
			for _, next := range inPlace(a) {
				switch {
				case state[next] == 2:
				case state[next] == 1:
					c.problems = append(c.problems, Problem{c.nameOf(s.Source), s.Source.Position(),
						a.Keyword() + ": found a schema that leads back to itself without going into the instance, wanted an end"})
				default:
					visit(next)
				}
			}
		}
		state[s] = 2
	}
	for _, s := range c.inOrder() {
		if state[s] == 0 {
			visit(s)
		}
	}
}

// inOrder lists the compiled schemas in the order of their documents, so that problems come in one order.
func (c *compiler) inOrder() []*rule.Schema {
	var list []*rule.Schema
	for _, src := range c.sources {
		for at := range src.Document.Entries() {
			if s, ok := c.compiled[src.Document.Value(at)]; ok {
				list = append(list, s)
			}
		}
	}
	return list
}

// nameOf is the name of the document that a value is in.
func (c *compiler) nameOf(v document.Value) string {
	for _, src := range c.sources {
		if src.Document == v.Document() {
			return src.Name
		}
	}
	return ""
}
