package rule

import (
	"strconv"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule/pattern"
)

// Property is a member name with the schema of its value.
type Property struct {
	Name   string
	Schema *Schema
}

// Properties is the keyword properties (core, section 10.3.2.1), in the schema's order.
type Properties struct {
	Members []Property
	byName  map[string]*Schema
}

// NewProperties makes the keyword from its members.
func NewProperties(members []Property) Properties {
	k := Properties{Members: members, byName: make(map[string]*Schema, len(members))}
	for _, p := range members {
		k.byName[p.Name] = p.Schema
	}
	return k
}

func (k Properties) Subschemas() []*Schema {
	list := make([]*Schema, len(k.Members))
	for i, p := range k.Members {
		list[i] = p.Schema
	}
	return list
}

func (Properties) Keyword() string { return "properties" }

func (k Properties) Valid(r *Run, at int) bool {
	d := r.Document
	if d.Kind(at) != document.Object {
		return true
	}
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		if s, ok := k.byName[d.Text(m)]; ok && !r.child(s, m+1) {
			return false
		}
	}
	return true
}

func (k Properties) Explain(x *Explanation, at int) bool {
	ok := true
	for name, value := range x.Document.Value(at).Members() {
		s, has := k.byName[name.Text()]
		if has && !x.Apply(s, value.Entry(), "properties", document.EscapePointer(name.Text())) {
			ok = false
		}
	}
	return ok
}

// PatternProperty is a pattern of member names with the schema of their values.
type PatternProperty struct {
	Pattern *pattern.Pattern
	Schema  *Schema
}

// PatternProperties is the keyword patternProperties (core, section 10.3.2.2), in the schema's order.
type PatternProperties struct{ Each []PatternProperty }

func (k PatternProperties) Subschemas() []*Schema {
	list := make([]*Schema, len(k.Each))
	for i, p := range k.Each {
		list[i] = p.Schema
	}
	return list
}

func (PatternProperties) Keyword() string { return "patternProperties" }

func (k PatternProperties) Valid(r *Run, at int) bool {
	d := r.Document
	if d.Kind(at) != document.Object {
		return true
	}
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		for _, p := range k.Each {
			if MatchesIn(d, p.Pattern, d.Text(m)) && !r.child(p.Schema, m+1) {
				return false
			}
		}
	}
	return true
}

func (k PatternProperties) Explain(x *Explanation, at int) bool {
	ok := true
	for name, value := range x.Document.Value(at).Members() {
		for _, p := range k.Each {
			if MatchesIn(x.Document, p.Pattern, name.Text()) &&
				!x.Apply(p.Schema, value.Entry(), "patternProperties", document.EscapePointer(p.Pattern.String())) {
				ok = false
			}
		}
	}
	return ok
}

// AdditionalProperties is the keyword additionalProperties (core, section 10.3.2.3): a schema for the members
// that neither properties nor patternProperties beside it speaks of. It is unevaluatedProperties, too, where all names that
// the schemas in place speak of are known when the schema is compiled.
type AdditionalProperties struct {
	Name     string // additionalProperties or unevaluatedProperties
	Schema   *Schema
	Named    Properties
	Patterns PatternProperties
}

func (k AdditionalProperties) Subschemas() []*Schema { return []*Schema{k.Schema} }

func (k AdditionalProperties) Keyword() string { return k.Name }

// Additional reports whether a member of that name in a document is one the keyword speaks of.
func (k AdditionalProperties) Additional(d *document.Document, name string) bool {
	if _, named := k.Named.byName[name]; named {
		return false
	}
	for _, p := range k.Patterns.Each {
		if MatchesIn(d, p.Pattern, name) {
			return false
		}
	}
	return true
}

func (k AdditionalProperties) Valid(r *Run, at int) bool {
	d := r.Document
	if d.Kind(at) != document.Object {
		return true
	}
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		if k.Additional(d, d.Text(m)) && !r.child(k.Schema, m+1) {
			return false
		}
	}
	return true
}

func (k AdditionalProperties) Explain(x *Explanation, at int) bool {
	ok := true
	for name, value := range x.Document.Value(at).Members() {
		if !k.Additional(x.Document, name.Text()) {
			continue
		}
		if k.Schema.Never {
			x.unknown(name, k, at)
			ok = false
		} else if !x.Apply(k.Schema, value.Entry(), k.Name) {
			ok = false
		}
	}
	return ok
}

// unknown reports a member that must not be there, at its name, and which members there may be.
func (x *Explanation) unknown(name document.Value, k AdditionalProperties, at int) {
	wanted := "no members"
	if n := len(k.Named.Members); n > 0 {
		names := make([]string, 0, min(n, most+1))
		for i, p := range k.Named.Members {
			if i == most && n > most+1 {
				names = append(names, Count(n-most, "other"))
				break
			}
			names = append(names, strconv.Quote(p.Name))
		}
		wanted = "only " + either(names)
	}
	var patterns []string
	for _, p := range k.Patterns.Each {
		patterns = append(patterns, p.Pattern.String())
	}
	switch n := len(k.Named.Members); {
	case n > 0 && len(patterns) > 0:
		wanted += ", or a name that matches " + either(patterns)
	case len(patterns) > 0:
		wanted = "only names that match " + either(patterns)
	}
	near := x.suggestMember(at, name.Entry(), func(yield func(string) bool) {
		for _, p := range k.Named.Members {
			if p.Schema == nil || !p.Schema.Never {
				if !yield(p.Name) {
					return
				}
			}
		}
	})
	x.report(Violation{Keyword: k.Name, Wanted: wanted, Found: "the member " + x.quoteName(name.Text()), Suggestion: near}, name.Entry())
}

// PropertyNames is the keyword propertyNames (core, section 10.3.2.4): a schema for each member name.
type PropertyNames struct{ Schema *Schema }

func (k PropertyNames) Subschemas() []*Schema { return []*Schema{k.Schema} }

func (PropertyNames) Keyword() string { return "propertyNames" }

func (k PropertyNames) Valid(r *Run, at int) bool {
	d := r.Document
	if d.Kind(at) != document.Object {
		return true
	}
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		if !r.apart(k.Schema, m) {
			return false
		}
	}
	return true
}

func (k PropertyNames) Explain(x *Explanation, at int) bool {
	ok := true
	for name := range x.Document.Value(at).Members() {
		if !x.Apply(k.Schema, name.Entry(), "propertyNames") {
			ok = false
		}
	}
	return ok
}

// DependentSchemas is the keyword dependentSchemas (core, section 10.2.2.4), and the schema form of dependencies in
// earlier drafts.
type DependentSchemas struct {
	Name string // dependentSchemas or dependencies
	Each []Dependency
}

func (k DependentSchemas) Subschemas() []*Schema {
	list := make([]*Schema, len(k.Each))
	for i, d := range k.Each {
		list[i] = d.Schema
	}
	return list
}

func (k DependentSchemas) Keyword() string { return k.Name }

func (k DependentSchemas) Valid(r *Run, at int) bool {
	if r.Document.Kind(at) != document.Object {
		return true
	}
	for _, dep := range k.Each {
		if r.Document.Find(at, dep.On) >= 0 && !dep.Schema.valid(r, at) {
			return false
		}
	}
	return true
}

func (k DependentSchemas) Explain(x *Explanation, at int) bool {
	if x.Document.Kind(at) != document.Object {
		return true
	}
	ok := true
	for _, dep := range k.Each {
		if x.Document.Find(at, dep.On) >= 0 && !x.Apply(dep.Schema, at, k.Name, document.EscapePointer(dep.On)) {
			ok = false
		}
	}
	return ok
}
