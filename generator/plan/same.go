package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// classes sorts schemas by what they demand: those of one class accept the same values, so they share what is written
// for one of them. Each schema is looked at once. A schema that refers back to one around it is told apart by the place
// of that one, so recursive schemas are the same only where they are one.
type classes struct {
	demands bool // that members and keywords which demand nothing do not count
	of      map[*rule.Schema]int
	known   map[string]int
	open    map[*rule.Schema]bool
}

func newClasses() *classes {
	return &classes{of: map[*rule.Schema]int{}, known: map[string]int{}, open: map[*rule.Schema]bool{}}
}

// class is the class of a schema.
func (c *classes) class(s *rule.Schema) int {
	s = Pure(s)
	if n, ok := c.of[s]; ok {
		return n
	}
	c.open[s] = true
	key := c.key(s)
	delete(c.open, s)
	n, ok := c.known[key]
	if !ok {
		n = len(c.known)
		c.known[key] = n
	}
	c.of[s] = n
	return n
}

// key says all that a schema demands; of its subschemas it has the classes.
func (c *classes) key(s *rule.Schema) string {
	switch {
	case s.Never:
		return "never"
	case AsksInterpreter(s):
		return "place " + s.ID()
	}
	var parts []string
	if !c.demands {
		parts = append(parts, annotationsKey(s)) // types are told apart by more than what is demanded
	}
	for _, a := range s.Assertions {
		part := assertionKey(a)
		if part == "" {
			return "place " + s.ID()
		}
		parts = append(parts, part)
	}
	for _, a := range s.Applicators {
		if c.demands && idle(a) {
			continue
		}
		part := c.applicatorKey(a)
		if part == "" {
			return "place " + s.ID()
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "\n")
}

// annotationsKey is what a schema says of its type that demands nothing: what it hides, defaults, names and types that are asked
// for.
func annotationsKey(s *rule.Schema) string {
	var parts []string
	if s.Sensitive {
		parts = append(parts, "sensitive")
	}
	for _, a := range s.Annotations {
		switch a.Keyword {
		case "default", "discriminator", "format", "readOnly", "writeOnly", "x-message", "errorMessage":
		default:
			if !strings.HasPrefix(a.Keyword, "x-go-") {
				continue
			}
		}
		parts = append(parts, a.Keyword+" "+string(a.Value.Document().AppendSorted(nil, a.Value.Entry())))
	}
	slices.Sort(parts)
	return strings.Join(parts, "\n")
}

// idle reports whether a keyword demands nothing: all that it applies accept all values.
func idle(a rule.Applicator) bool {
	switch a.(type) {
	case *rule.Ref, rule.AllOf, rule.Properties, rule.PatternProperties, rule.AdditionalProperties, rule.PropertyNames,
		rule.Items, rule.PrefixItems, rule.DependentSchemas:
		return !slices.ContainsFunc(a.Subschemas(), func(s *rule.Schema) bool { return !All(s) })
	}
	return false
}

// sub is the class of a subschema within a key.
func (c *classes) sub(s *rule.Schema) string {
	if s == nil {
		return "-"
	}
	said := ""
	for at := s; ; at = at.Applicators[0].(*rule.Ref).Target {
		if at == Pure(at) {
			break
		}
		if !c.demands {
			said += annotationsKey(at) + " "
		}
	}
	if s = Pure(s); c.open[s] {
		return said + "place " + s.ID()
	}
	return said + fmt.Sprint(c.class(s))
}

func (c *classes) subs(list []*rule.Schema) string {
	var words []string
	for _, s := range list {
		words = append(words, c.sub(s))
	}
	return strings.Join(words, ",")
}

// assertionKey is an assertion with its operands; "" for one that this room does not know.
func assertionKey(a rule.Assertion) string {
	switch k := a.(type) {
	case rule.Type:
		return fmt.Sprintf("type %d %t", k.Types, k.Literal)
	case rule.Enum:
		return "enum " + ValuesText(k.Values)
	case rule.Const:
		return "enum " + ValuesText([]document.Value{k.Value})
	case rule.MinLength, rule.MaxLength, rule.MinItems, rule.MaxItems, rule.MinProperties, rule.MaxProperties,
		rule.UniqueItems:
		return fmt.Sprintf("%T %v", a, a)
	case rule.Required, rule.DependentRequired:
		return fmt.Sprintf("%T %q", a, a)
	case rule.Pattern:
		return fmt.Sprintf("pattern %q", k.Pattern.String())
	case rule.Format:
		return fmt.Sprintf("format %q", k.Name)
	case rule.Minimum:
		return "minimum " + k.Limit.Number.String()
	case rule.Maximum:
		return "maximum " + k.Limit.Number.String()
	case rule.ExclusiveMinimum:
		return "exclusiveMinimum " + k.Limit.Number.String()
	case rule.ExclusiveMaximum:
		return "exclusiveMaximum " + k.Limit.Number.String()
	case rule.MultipleOf:
		return "multipleOf " + k.Limit.Number.String()
	}
	return ""
}

// applicatorKey is an applicator with its operands; "" for one that this room does not know.
func (c *classes) applicatorKey(a rule.Applicator) string {
	switch k := a.(type) {
	case *rule.Ref:
		return "allOf " + c.sub(k.Target)
	case rule.AllOf:
		return "allOf " + c.subs(k.Schemas)
	case rule.AnyOf:
		return "anyOf " + c.subs(k.Schemas)
	case rule.OneOf:
		return "oneOf " + c.subs(k.Schemas)
	case rule.Not:
		return "not " + c.sub(k.Schema)
	case rule.If:
		return "if " + c.subs([]*rule.Schema{k.If, k.Then, k.Else})
	case rule.Properties:
		return "properties" + c.members(k.Members, false)
	case rule.PatternProperties:
		return "patternProperties" + c.patterns(k.Each)
	case rule.AdditionalProperties:
		return "additionalProperties " + c.sub(k.Schema) + " beside" + c.members(k.Named.Members, true) + c.patterns(k.Patterns.Each)
	case rule.PropertyNames:
		return "propertyNames " + c.sub(k.Schema)
	case rule.DependentSchemas:
		key := "dependentSchemas"
		for _, d := range k.Each {
			key += fmt.Sprintf(" %q %s", d.On, c.sub(d.Schema))
		}
		return key
	case rule.PropertyDependencies:
		key := "propertyDependencies"
		for _, d := range k.Each {
			key += fmt.Sprintf(" %q %q %s", d.Name, d.Value, c.sub(d.Schema))
		}
		return key
	case rule.Items:
		return fmt.Sprintf("items %d %s", k.From, c.sub(k.Schema))
	case rule.PrefixItems:
		return "prefixItems " + c.subs(k.Schemas)
	case rule.Contains:
		return fmt.Sprintf("contains %d %d %s", k.Min, k.Max, c.sub(k.Schema))
	}
	return ""
}

// members are the members with their schemas; named says that names matter whose schema accepts all, too.
func (c *classes) members(list []rule.Property, named bool) string {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b rule.Property) int { return strings.Compare(a.Name, b.Name) })
	var b strings.Builder
	for _, m := range list {
		if named || !c.demands || !All(m.Schema) {
			fmt.Fprintf(&b, " %q %s", m.Name, c.sub(m.Schema))
		}
	}
	return b.String()
}

func (c *classes) patterns(list []rule.PatternProperty) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, " /%q %s", p.Pattern.String(), c.sub(p.Schema))
	}
	return b.String()
}

// ValuesText are values as a JSON array whose objects have their members in the order of their names.
func ValuesText(values []document.Value) string {
	text := []byte{'['}
	for i, v := range values {
		if i > 0 {
			text = append(text, ',')
		}
		text = v.Document().AppendSorted(text, v.Entry())
	}
	return string(append(text, ']'))
}

// AsksInterpreter reports whether a schema has a keyword that is left to the interpreter: one that depends on what others
// evaluated, or that reads a document within a string.
func AsksInterpreter(s *rule.Schema) bool {
	return s.Tracks || slices.ContainsFunc(s.Applicators, func(a rule.Applicator) bool {
		_, content := a.(rule.Content)
		return content
	})
}
