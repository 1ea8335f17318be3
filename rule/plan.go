package rule

import "github.com/assaykit/assay/document"

// plan is a schema as [Schema.Valid] runs it: its keywords by the kind of value they speak of, so that a value meets no
// others; those of members fused to one pass over the object; of anyOf and oneOf the branches that can accept a
// value. It is made when the schema is first asked: most schemas of a large document never are.
type plan struct {
	kinds Types // that the keyword type lets pass without a further question
	typed Type  // the keyword, for numbers that must be integers
	leaf  bool  // nothing else is asked
	of    [document.Object + 1]asked
}

// asked is what a plan asks of values of one kind.
type asked struct {
	assertions  []Assertion
	applicators []Applicator
}

const everyKind = TypeNull | TypeBoolean | TypeNumber | TypeString | TypeArray | TypeObject

// planned is the schema's plan.
func (s *Schema) planned() *plan {
	if p := s.plan.Load(); p != nil {
		return p
	}
	p := &plan{kinds: everyKind, leaf: true}
	members := fuse(s)
	if members != nil {
		p.apply(TypeObject, members)
	}
	for _, a := range s.Assertions {
		switch k := a.(type) {
		case Type:
			p.kinds, p.typed = k.Types&everyKind, k
		case Required:
			if members == nil || !members.demands {
				p.assert(TypeObject, a)
			}
		default:
			p.assert(spokenOf(a), a)
		}
	}
	for _, a := range s.Applicators {
		if members == nil || !members.fuses(a) {
			p.apply(spokenOf(a), selective(a))
		}
	}
	s.plan.Store(p)
	return p
}

// assert adds an assertion that speaks of values of some kinds.
func (p *plan) assert(kinds Types, a Assertion) {
	p.leaf = false
	for kind := range p.of {
		if kinds>>kind&1 != 0 {
			p.of[kind].assertions = append(p.of[kind].assertions, a)
		}
	}
}

func (p *plan) apply(kinds Types, a Applicator) {
	p.leaf = false
	for kind := range p.of {
		if kinds>>kind&1 != 0 {
			p.of[kind].applicators = append(p.of[kind].applicators, a)
		}
	}
}

// spokenOf are the kinds of values that a keyword speaks of. It accepts all others.
func spokenOf(keyword any) Types {
	switch keyword.(type) {
	case MinLength, MaxLength, Pattern, Format, Content:
		return TypeString
	case Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum, MultipleOf:
		return TypeNumber
	case MinItems, MaxItems, UniqueItems, PrefixItems, Items, Contains, UnevaluatedItems:
		return TypeArray
	case MinProperties, MaxProperties, Required, DependentRequired, Properties, PatternProperties, AdditionalProperties,
		PropertyNames, DependentSchemas, PropertyDependencies, UnevaluatedProperties:
		return TypeObject
	}
	return everyKind
}
