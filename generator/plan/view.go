package plan

import (
	"slices"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// view is what the deciders look at: the keywords of a conjunction by their kind, those of schemas that it refers to and of
// its allOf included.
type view struct {
	types     rule.Types       // of the keyword type; 0 where there is none
	values    []document.Value // of enum and const, as far as they are in all of them and valid
	listed    bool             // there is an enum or const
	either    []choice
	members   []member
	named     map[string]int               // the index of each member
	closed    []*rule.AdditionalProperties // schemas of members that have no name
	patterns  []rule.PatternProperty
	required  map[string]bool
	items     []rule.Items
	prefix    []rule.PrefixItems
	minItems  int
	maybe     []*rule.Schema // applied to some instances only
	format    string         // that values are checked for
	called    string         // the name of a format, checked or not
	never     bool
	demands   bool // anything at all
	elsewhere []*rule.Schema
	text      bool // keywords that speak of strings
	number    bool // keywords that speak of numbers
	natural   bool // no number is below 0
	great     bool // the largest number is beyond an int64
	seen      map[*rule.Schema]bool
}

// choice is an anyOf or oneOf with the schema it stands in.
type choice struct {
	owner    *rule.Schema
	branches []*rule.Schema
}

// member is a member that is named, with all schemas that its value must satisfy.
type member struct {
	name    string
	source  *rule.Schema // which says what it is for
	schemas []*rule.Schema
}

// seen are sets that are used again: a chain of schemas is looked at once from each of its links.
var seen = sync.Pool{New: func() any { return map[*rule.Schema]bool{} }}

// look gathers the keywords of a conjunction.
func look(c conjunction) *view {
	v := &view{named: map[string]int{}, required: map[string]bool{}, seen: seen.Get().(map[*rule.Schema]bool)}
	for _, s := range c.schemas {
		v.gather(s, c.chosen)
	}
	clear(v.seen)
	seen.Put(v.seen)
	v.seen = nil
	if v.listed {
		v.values = slices.DeleteFunc(v.values, func(value document.Value) bool {
			return c.kinds != 0 && !kindOf(value).within(c.kinds) || !c.accepts(value.Document(), value.Entry())
		})
	}
	return v
}

// gather takes in a schema and those that it applies to the same instance whatever that is.
func (v *view) gather(s *rule.Schema, chosen []*rule.Schema) {
	if v.seen[s] {
		return
	}
	v.seen[s] = true
	v.never = v.never || s.Never
	v.demands = v.demands || s.Never || len(s.Assertions)+len(s.Applicators) > 0
	for _, a := range s.Assertions {
		v.assertion(a)
	}
	if name := s.Annotation("format").TextOr(""); name != "" {
		v.called = name
	}
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case *rule.Ref:
			v.elsewhere = append(v.elsewhere, k.Target)
			v.gather(k.Target, chosen)
		case rule.AllOf:
			v.elsewhere = append(v.elsewhere, k.Schemas...)
			for _, sub := range k.Schemas {
				v.gather(sub, chosen)
			}
		case rule.AnyOf, rule.OneOf:
			if !slices.Contains(chosen, s) {
				v.either = append(v.either, choice{s, a.Subschemas()})
			}
		default:
			v.applicator(a)
		}
	}
}

func (v *view) assertion(a rule.Assertion) {
	switch k := a.(type) {
	case rule.Type:
		v.types = narrowed(v.types, k.Types)
	case rule.Enum:
		v.list(k.Values)
	case rule.Const:
		v.list([]document.Value{k.Value})
	case rule.Required:
		for _, name := range k.Names {
			v.required[name] = true
		}
	case rule.Format:
		v.format, v.called, v.text = k.Name, k.Name, true
	case rule.Pattern, rule.MinLength, rule.MaxLength:
		v.text = true
	case rule.Minimum:
		_, small := k.Limit.Number.Int()
		v.number, v.natural = true, v.natural || k.Limit.Number.Sign() >= 0
		v.great = v.great || !small && k.Limit.Number.Sign() > 0
	case rule.ExclusiveMinimum:
		v.number, v.natural = true, v.natural || k.Limit.Number.Sign() >= 0
	case rule.Maximum:
		_, small := k.Limit.Number.Int()
		v.number, v.great = true, v.great || !small && k.Limit.Number.Sign() > 0
	case rule.ExclusiveMaximum, rule.MultipleOf:
		v.number = true
	case rule.MinItems:
		v.minItems = max(v.minItems, k.N)
	}
}

// list takes in the values of an enum; those of several are checked against each other by look.
func (v *view) list(values []document.Value) {
	if v.listed && len(v.values) <= len(values) {
		return
	}
	v.listed = true
	v.values = nil
	known := map[uint64][]document.Value{}
	for _, value := range values {
		hash := value.Hash()
		if !slices.ContainsFunc(known[hash], func(other document.Value) bool { return document.Equal(value, other) }) {
			known[hash] = append(known[hash], value)
			v.values = append(v.values, value)
		}
	}
}

func (v *view) applicator(a rule.Applicator) {
	switch k := a.(type) {
	case rule.Properties:
		for _, m := range k.Members {
			v.member(m)
		}
	case rule.PatternProperties:
		v.patterns = append(v.patterns, k.Each...)
	case rule.AdditionalProperties:
		v.closed = append(v.closed, &k)
	case rule.Items:
		v.items = append(v.items, k)
	case rule.PrefixItems:
		v.prefix = append(v.prefix, k)
	case rule.If, rule.DependentSchemas, rule.PropertyDependencies:
		v.maybe = append(v.maybe, a.Subschemas()...)
	}
}

func (v *view) member(m rule.Property) {
	s := Pure(m.Schema)
	if at, known := v.named[m.Name]; !known {
		v.named[m.Name] = len(v.members)
		v.members = append(v.members, member{m.Name, m.Schema, []*rule.Schema{s}})
	} else if !slices.Contains(v.members[at].schemas, s) {
		v.members[at].schemas = append(v.members[at].schemas, s)
	}
}

// requires counts the members that are both named and required.
func (v *view) requires() (n int) {
	for _, m := range v.members {
		if v.required[m.name] {
			n++
		}
	}
	return n
}

// memberSchemas counts the schemas of members that are named.
func (v *view) memberSchemas() (n int) {
	for _, m := range v.members {
		n += len(m.schemas)
	}
	return n
}

// alike reports whether a part of a conjunction, by its view, says all that the whole says of the shape of values.
func (v *view) alike(part *view) bool {
	return v.never == part.never && v.types == part.types && v.listed == part.listed && len(v.values) == len(part.values) &&
		len(v.either) == len(part.either) && len(v.members) == len(part.members) && v.memberSchemas() == part.memberSchemas() &&
		v.requires() == part.requires() && len(v.closed) == len(part.closed) && len(v.patterns) == len(part.patterns) &&
		len(v.items) == len(part.items) && len(v.prefix) == len(part.prefix) && v.minItems == part.minItems && v.natural == part.natural && v.great == part.great &&
		len(v.maybe) == len(part.maybe) && v.format == part.format
}

// Pure is the target of a schema that is a reference and nothing else, at the end of a chain of
// such; the schema itself where it is none. One that asks for a Go type says more than the reference.
func Pure(s *rule.Schema) *rule.Schema {
	for !s.Never && len(s.Assertions) == 0 && len(s.Applicators) == 1 {
		ref, ok := s.Applicators[0].(*rule.Ref)
		if !ok || !s.Annotation("x-go-type").IsZero() {
			break
		}
		s = ref.Target
	}
	return s
}
