package contract

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// A text of a request has no type of its own: it is a number, a boolean or a string as the schema that governs it has it.

// scalarOrMore is every type.
const scalarOrMore = rule.TypeNull | rule.TypeBoolean | rule.TypeNumber | rule.TypeInteger | rule.TypeString | rule.TypeArray | rule.TypeObject

// deepest is how many references are followed where a schema is asked for its types.
const deepest = 8

// kinds are the types that a schema lets in, as far as type says so.
func kinds(s *rule.Schema) rule.Types { return kindsWithin(s, deepest) }

func kindsWithin(s *rule.Schema, depth int) rule.Types {
	is := scalarOrMore
	if s == nil || depth == 0 {
		return is
	}
	for _, a := range s.Assertions {
		if t, ok := a.(rule.Type); ok {
			if t.Types&rule.TypeNumber != 0 {
				t.Types |= rule.TypeInteger
			}
			is &= t.Types
		}
	}
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case *rule.Ref, rule.AllOf:
			for _, sub := range a.Subschemas() {
				is &= kindsWithin(sub, depth-1)
			}
		case rule.AnyOf, rule.OneOf:
			some := rule.Types(0)
			for _, sub := range k.Subschemas() {
				some |= kindsWithin(sub, depth-1)
			}
			is &= some
		}
	}
	return is
}

// within finds what a schema, or one that it combines, has of one of its keywords.
func within(s *rule.Schema, depth int, find func(rule.Applicator) *rule.Schema) *rule.Schema {
	if s == nil || depth == 0 {
		return nil
	}
	for _, a := range s.Applicators {
		if found := find(a); found != nil {
			return found
		}
		switch a.(type) {
		case *rule.Ref, rule.AllOf, rule.AnyOf, rule.OneOf:
			for _, sub := range a.Subschemas() {
				if found := within(sub, depth-1, find); found != nil {
					return found
				}
			}
		}
	}
	return nil
}

// itemsOf is the schema of the items of an array.
func itemsOf(s *rule.Schema) *rule.Schema {
	return within(s, deepest, func(a rule.Applicator) *rule.Schema {
		if k, ok := a.(rule.Items); ok {
			return k.Schema
		}
		return nil
	})
}

// memberOf is the schema of a member of an object.
func memberOf(s *rule.Schema, name string) *rule.Schema {
	return within(s, deepest, func(a rule.Applicator) *rule.Schema {
		if k, ok := a.(rule.Properties); ok {
			for _, m := range k.Members {
				if m.Name == name {
					return m.Schema
				}
			}
		}
		return nil
	})
}

// textValue is the JSON value that the texts of one name stand for.
func textValue(s *rule.Schema, texts []string) []byte {
	is := kinds(s)
	if len(texts) > 1 || is&scalarOrMore == rule.TypeArray || is == rule.TypeArray|rule.TypeNull {
		return arrayValue(s, texts)
	}
	return scalar(s, is, texts[0])
}

// arrayValue is the JSON array that texts stand for.
func arrayValue(s *rule.Schema, texts []string) []byte {
	items := itemsOf(s)
	b := []byte{'['}
	for i, text := range texts {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, scalar(items, kinds(items), text)...)
	}
	return append(b, ']')
}

// scalar is the JSON value that a text stands for: the first that the schema accepts.
func scalar(s *rule.Schema, is rule.Types, text string) []byte {
	asString := document.AppendString(nil, text)
	d, err := document.Parse([]byte(text))
	if err != nil {
		return asString
	}
	defer d.Release()
	bit := rule.Types(1) << d.Root().Kind()
	if bit == rule.TypeNumber {
		bit |= rule.TypeInteger
	}
	literal := bit&(rule.TypeNumber|rule.TypeBoolean|rule.TypeNull) != 0
	if !literal || is&bit == 0 || is&rule.TypeString != 0 && s != nil && !s.Valid(d) {
		return asString
	}
	return []byte(text)
}
