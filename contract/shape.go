package contract

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// shape is what a schema has that may be seen in values of it, made once for each schema.
type shape struct {
	location string
	// coverage has all that may be seen with zeros; it is nil where that is nothing.
	coverage *SchemaCoverage
	members  map[string]rule.Property // with names as JSON can hold them
	// enum are the values that the schema lists, and listed the same as JSON. One that is extensible lets in others, too.
	enum       []document.Value
	listed     []string
	extensible bool
	// object says that the schema names the type object, names that it declares members of it, and mapped that it says what the names or
	// the values of others may be.
	object, names, mapped bool
	// lists are the types, string and number, of which the schema, or what it refers to and combines, lists the values that it accepts.
	// marked says that it, or what it may be, is marked as sensitive.
	lists  rule.Types
	marked bool
}

// shapes are those of schemas, as far as they were asked for.
type shapes struct{ known sync.Map }

func (s *shapes) of(schema *rule.Schema) *shape {
	if known, ok := s.known.Load(schema); ok {
		return known.(*shape)
	}
	made, _ := s.known.LoadOrStore(schema, newShape(schema))
	return made.(*shape)
}

func newShape(s *rule.Schema) *shape {
	sh := &shape{location: locationOf(s), members: map[string]rule.Property{}}
	c := &SchemaCoverage{}
	for _, a := range s.Assertions {
		switch k := a.(type) {
		case rule.Enum:
			sh.enum = k.Values
		case rule.Type:
			sh.object = k.Types&rule.TypeObject != 0
		}
	}
	sh.values(s, c)
	sh.applied(s, c)
	required(s, c)
	sh.lists, sh.marked = listedTypes(s, map[*rule.Schema]bool{}), marked(s, map[*rule.Schema]bool{})
	if sh.object || len(c.Members)+len(c.Branches)+len(c.Enum) > 0 || c.Others != nil || c.Items != nil {
		sh.coverage = c
	}
	return sh
}

// values declares the values that a schema lists.
func (sh *shape) values(s *rule.Schema, c *SchemaCoverage) {
	if v := s.Annotation("x-extensible-enum"); sh.enum == nil && !v.IsZero() && v.Kind() == document.Array {
		sh.extensible = true
		for _, item := range v.Items() {
			sh.enum = append(sh.enum, item)
		}
	}
	for i, v := range sh.enum {
		sh.listed = append(sh.listed, listed(v, i))
	}
	if types := kindsOfItself(s); sh.enum == nil && types != scalarOrMore && types&rule.TypeBoolean != 0 {
		sh.listed = []string{"false", "true"}
	}
	for _, word := range sh.listed {
		addInto(&c.Enum, map[string]int{word: 0})
	}
}

// kindsOfItself are the types that the schema itself names.
func kindsOfItself(s *rule.Schema) rule.Types {
	for _, a := range s.Assertions {
		if k, ok := a.(rule.Type); ok {
			return k.Types
		}
	}
	return scalarOrMore
}

// longestListed is how many bytes of a value of an enum tell it apart from others, beside its number.
const longestListed = 100

// listed is the JSON of a value in a list, cut where it is long.
func listed(v document.Value, i int) string {
	text := string(v.Document().AppendSorted(nil, v.Entry()))
	if len(text) <= longestListed {
		return text
	}
	return strings.ToValidUTF8(text[:longestListed], "") + "… (" + strconv.Itoa(i) + ")"
}

// applied declares what the applicators of a schema have.
func (sh *shape) applied(s *rule.Schema, c *SchemaCoverage) {
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case rule.Properties:
			sh.names = sh.names || len(k.Members) > 0
			for _, p := range k.Members {
				sh.members[p.Name] = rule.Property{Name: valid(p.Name), Schema: p.Schema}
				if !p.Schema.Never {
					*made(&c.Members, valid(p.Name)) = *declared(p.Schema)
				}
			}
		case rule.PropertyNames:
			sh.mapped = true
		case rule.PatternProperties:
			sh.names = sh.names || len(k.Each) > 0
			for _, p := range k.Each {
				if !p.Schema.Never {
					c.Others = mergeMember(c.Others, declared(p.Schema))
				}
			}
		case rule.AdditionalProperties, rule.UnevaluatedProperties:
			sh.mapped = true
			if sub := a.Subschemas()[0]; says(sub) {
				c.Others = mergeMember(c.Others, declared(sub))
			}
		case rule.PrefixItems, rule.Items, rule.Contains, rule.UnevaluatedItems:
			for _, sub := range a.Subschemas() {
				if !sub.Never {
					c.Items = mergeMember(c.Items, declared(sub))
				}
			}
		default:
			for _, b := range branches(a) {
				addInto(&c.Branches, map[string]int{b.name: 0})
			}
		}
	}
}

// listedTypes are the types of which a schema lists the values that it accepts.
func listedTypes(s *rule.Schema, met map[*rule.Schema]bool) rule.Types {
	is := rule.Types(0)
	if met[s] {
		return is
	}
	met[s] = true
	for _, a := range s.Assertions {
		switch k := a.(type) {
		case rule.Enum:
			for _, v := range k.Values {
				is |= 1 << v.Kind()
			}
		case rule.Const:
			is |= 1 << k.Value.Kind()
		}
	}
	for _, a := range s.Applicators {
		switch a.(type) {
		case *rule.Ref, rule.AllOf:
			for _, sub := range a.Subschemas() {
				is |= listedTypes(sub, met)
			}
		}
	}
	return is & (rule.TypeString | rule.TypeNumber)
}

// marked reports whether a schema, or one that it combines, marks its values as sensitive.
func marked(s *rule.Schema, met map[*rule.Schema]bool) bool {
	if s.Sensitive || met[s] {
		return s.Sensitive
	}
	met[s] = true
	for _, a := range s.Applicators {
		switch a.(type) {
		case *rule.Ref, rule.AllOf, rule.AnyOf, rule.OneOf:
			if slices.ContainsFunc(a.Subschemas(), func(sub *rule.Schema) bool { return marked(sub, met) }) {
				return true
			}
		}
	}
	return false
}

// declared is a member of a schema that was never seen.
func declared(s *rule.Schema) *MemberCoverage {
	is := kinds(s)
	return &MemberCoverage{Nullable: is != scalarOrMore && is&rule.TypeNull != 0}
}

// required notes of the members which must be there.
func required(s *rule.Schema, c *SchemaCoverage) {
	for _, a := range s.Assertions {
		if k, ok := a.(rule.Required); ok {
			for _, name := range k.Names {
				if m := c.Members[valid(name)]; m != nil {
					m.Required = true
				}
			}
		}
	}
}

// says reports whether a schema lets some values in, and not all.
func says(s *rule.Schema) bool {
	return !s.Never && (len(s.Assertions) > 0 || len(s.Applicators) > 0)
}

// branch is a schema that a keyword applies to some values and not to others, in place.
type branch struct {
	name   string
	schema *rule.Schema
}

// branches are those of a keyword. The schema of if is none: it says for which values the others are.
func branches(a rule.Applicator) []branch {
	var list []branch
	switch k := a.(type) {
	case rule.AnyOf, rule.OneOf:
		for i, s := range a.Subschemas() {
			list = append(list, branch{a.Keyword() + "/" + strconv.Itoa(i), s})
		}
	case rule.If:
		if k.Then != nil {
			list = append(list, branch{"then", k.Then})
		}
		if k.Else != nil {
			list = append(list, branch{"else", k.Else})
		}
	case rule.DependentSchemas:
		for _, d := range k.Each {
			list = append(list, branch{k.Name + "/" + valid(document.EscapePointer(d.On)), d.Schema})
		}
	case rule.PropertyDependencies:
		for _, d := range k.Each {
			name := a.Keyword() + "/" + document.EscapePointer(d.Name) + "/" + document.EscapePointer(d.Value)
			list = append(list, branch{valid(name), d.Schema})
		}
	}
	return list
}

// locationOf is where a schema is, without the folders of a file, which say where files are on a machine.
func locationOf(s *rule.Schema) string {
	uri, fragment, has := strings.Cut(s.Location, "#")
	if rest, isFile := strings.CutPrefix(uri, "file:"); isFile {
		uri = path.Base(rest)
		if name, err := url.PathUnescape(uri); err == nil {
			uri = name
		}
	}
	if !has || fragment == "" {
		return valid(uri)
	}
	if text, err := url.PathUnescape(fragment); err == nil {
		fragment = text
	}
	return valid(uri + "#" + fragment)
}
