package plan

import (
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Value is an operand that generated code makes once and has a name for.
type Value struct {
	Name string
	Text string // a pattern, a number, or the values of an enum as a JSON array
}

// PatternOf is the value that a pattern is.
func (p *Package) PatternOf(source string) *Value { return p.patterns[source] }

// EnumOf is the value that the values of an enum are.
func (p *Package) EnumOf(values []document.Value) *Value { return p.enums[ValuesText(values)] }

// LimitOf is the value that a number is.
func (p *Package) LimitOf(l rule.Limit) *Value { return p.limits[l.Number.String()] }

// valuing names values.
type valuing struct {
	*Package
	of                      places
	patterns, enums, limits naming
}

// nameValues names patterns and enums after the place where each is met first, and limits by their number.
func (p *Package) nameValues(c *checking, of places) {
	p.patterns, p.enums, p.limits = map[string]*Value{}, map[string]*Value{}, map[string]*Value{}
	v := &valuing{Package: p, of: of}
	for _, class := range c.order {
		s := Pure(c.first[class])
		for _, a := range s.Assertions {
			v.assertion(s, a)
		}
		for _, a := range s.Applicators {
			if k, ok := a.(rule.PatternProperties); ok {
				for _, each := range k.Each {
					v.pattern(s, each.Pattern.String())
				}
			}
			if k, ok := a.(rule.AdditionalProperties); ok {
				for _, each := range k.Patterns.Each {
					v.pattern(s, each.Pattern.String())
				}
			}
		}
	}
	for _, names := range []*naming{&v.patterns, &v.enums, &v.limits} {
		names.settle()
	}
}

func (v *valuing) assertion(s *rule.Schema, a rule.Assertion) {
	switch k := a.(type) {
	case rule.Pattern:
		v.pattern(s, k.Pattern.String())
	case rule.Enum:
		v.enum(s, k.Values)
	case rule.Const:
		v.enum(s, []document.Value{k.Value})
	case rule.Minimum:
		v.limit(k.Limit)
	case rule.Maximum:
		v.limit(k.Limit)
	case rule.ExclusiveMinimum:
		v.limit(k.Limit)
	case rule.ExclusiveMaximum:
		v.limit(k.Limit)
	case rule.MultipleOf:
		v.limit(k.Limit)
	}
}

func (v *valuing) pattern(s *rule.Schema, source string) {
	proposals := v.of(s)
	for _, name := range slices.Clone(proposals) {
		proposals = append(proposals, name+v.spell.exported(source), name+v.spell.exported(spelled(source)))
	}
	v.add(v.Package.patterns, &v.patterns, source, proposals)
}

func (v *valuing) enum(s *rule.Schema, values []document.Value) {
	v.add(v.Package.enums, &v.enums, ValuesText(values), v.of(s))
}

func (v *valuing) limit(l rule.Limit) {
	text := l.Number.String()
	v.add(v.Package.limits, &v.limits, text, []string{strings.TrimPrefix(v.spell.exported(spelled(text)), "X")})
}

func (v *valuing) add(values map[string]*Value, names *naming, text string, proposals []string) {
	if values[text] == nil {
		value := &Value{Text: text}
		values[text] = value
		names.add(text, func(name string) { value.Name = name }, proposals...)
	}
}
