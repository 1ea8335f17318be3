package plan

import (
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// null is a document that is null.
var null = func() *document.Document {
	d, err := document.Parse([]byte("null"))
	if err != nil {
		panic(err)
	}
	return d
}()

// nullable reports whether null is among the values of a conjunction.
func (p *planner) nullable(c conjunction) bool {
	if c.kinds != 0 && !c.kinds.Has(rule.TypeNull) {
		return false
	}
	return !slices.ContainsFunc(c.schemas, func(s *rule.Schema) bool { return !p.acceptsNull(s) })
}

// acceptsNull reports whether a schema accepts null. Each is asked once, where evaluating null could take time exponential in
// the depth of anyOf and its like.
func (p *planner) acceptsNull(s *rule.Schema) bool {
	if accepts, asked := p.nulls[s]; asked {
		return accepts
	}
	p.nulls[s] = true // where it leads back to itself
	p.nulls[s] = !s.Never &&
		!slices.ContainsFunc(s.Assertions, func(a rule.Assertion) bool { return !a.Valid(null, 0) }) &&
		!slices.ContainsFunc(s.Applicators, func(a rule.Applicator) bool { return !p.allowsNull(a) })
	return p.nulls[s]
}

// allowsNull reports whether a keyword that applies schemas allows null; most speak of the children of values.
func (p *planner) allowsNull(a rule.Applicator) bool {
	accepting := 0
	for _, s := range inPlace(a) {
		if p.acceptsNull(s) {
			accepting++
		}
	}
	switch k := a.(type) {
	case *rule.Ref, rule.AllOf:
		return accepting == len(a.Subschemas())
	case rule.AnyOf:
		return accepting > 0
	case rule.OneOf:
		return accepting == 1
	case rule.Not:
		return accepting == 0
	case rule.If:
		then := k.Then
		if !p.acceptsNull(k.If) {
			then = k.Else
		}
		return then == nil || p.acceptsNull(then)
	}
	return true
}

// inPlace are the schemas that a keyword applies to a value of any type itself.
func inPlace(a rule.Applicator) []*rule.Schema {
	switch a.(type) {
	case *rule.Ref, rule.AllOf, rule.AnyOf, rule.OneOf, rule.Not:
		return a.Subschemas()
	}
	return nil
}
