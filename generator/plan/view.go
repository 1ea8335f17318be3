package plan

import (
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// view is what the deciders look at: the keywords of one schema by their kind.
type view struct {
	types      rule.Types // of the keyword type, or of the values of enum; 0 where there is neither
	values     []document.Value
	ref        *rule.Ref
	allOf      []*rule.Schema
	either     []*rule.Schema // anyOf or oneOf
	properties *rule.Properties
	patterns   *rule.PatternProperties
	additional *rule.AdditionalProperties
	required   map[string]bool
	items      *rule.Items
	prefix     *rule.PrefixItems
	format     string
	others     bool // keywords that say nothing of the type
}

// look gathers the keywords of a schema.
func look(s *rule.Schema) view {
	v := view{required: map[string]bool{}}
	for _, a := range s.Assertions {
		v.assertion(a)
	}
	for _, a := range s.Applicators {
		v.applicator(a)
	}
	if v.types == 0 {
		for _, value := range v.values {
			v.types |= rule.Types(1) << value.Kind()
		}
	}
	return v
}

func (v *view) assertion(a rule.Assertion) {
	switch k := a.(type) {
	case rule.Type:
		v.types = k.Types
	case rule.Enum:
		v.values = k.Values
	case rule.Const:
		v.values = []document.Value{k.Value}
	case rule.Required:
		for _, name := range k.Names {
			v.required[name] = true
		}
	case rule.Format:
		v.format = k.Name
	default:
		v.others = true
	}
}

func (v *view) applicator(a rule.Applicator) {
	switch k := a.(type) {
	case *rule.Ref:
		v.ref = k
	case rule.AllOf:
		v.allOf = k.Schemas
	case rule.AnyOf:
		v.either = k.Schemas
	case rule.OneOf:
		v.either = k.Schemas
	case rule.Properties:
		v.properties = &k
	case rule.PatternProperties:
		v.patterns = &k
	case rule.AdditionalProperties:
		// unevaluatedProperties lets in members that only other schemas name.
		if k.Name == "additionalProperties" {
			v.additional = &k
		} else {
			v.others = true
		}
	case rule.Items:
		v.items = &k
	case rule.PrefixItems:
		v.prefix = &k
	default:
		v.others = true
	}
}

// texts are the values of an enum that has strings, and perhaps null, and nothing else; nil for any other.
func (v *view) texts() []string {
	var list []string
	for _, value := range v.values {
		switch value.Kind() {
		case document.String:
			if !slices.Contains(list, value.Text()) {
				list = append(list, value.Text())
			}
		case document.Null:
		default:
			return nil
		}
	}
	return list
}

// Pure is the target of a schema that is a reference and nothing else, at the end of a chain of
// such; the schema itself where it is none.
func Pure(s *rule.Schema) *rule.Schema {
	for !s.Never && len(s.Assertions) == 0 && len(s.Applicators) == 1 {
		ref, ok := s.Applicators[0].(*rule.Ref)
		if !ok {
			break
		}
		s = ref.Target
	}
	return s
}
