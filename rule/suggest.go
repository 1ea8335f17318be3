package rule

import (
	"iter"
	"slices"

	"github.com/assaykit/assay/document"
)

// suggest gives the words of the schema that a word of the instance, which stands at an entry, may be a misspelling of. Of
// what is sensitive nothing is told, not even what it resembles.
func (x *Explanation) suggest(at int, word string, words iter.Seq[string]) []string {
	if x.sensitive(at) {
		return nil
	}
	return x.spelling.nearest(word, words)
}

// spell completes a violation of an assertion where what is wrong may be the spelling.
func (x *Explanation) spell(v *Violation, s *Schema, a Assertion, at int) {
	switch k := a.(type) {
	case Enum:
		v.Suggestion = x.suggestValue(at, k.Values...)
	case Const:
		v.Suggestion = x.suggestValue(at, k.Value)
	case Required:
		if x.Document.Kind(at) == document.Object {
			x.spellMissing(v, s, k, at)
		}
	}
}

// suggestValue gives the strings among the values of a schema that a string may be a misspelling of. Where values are hidden there are
// none, for a suggestion tells much of what it is made for.
func (x *Explanation) suggestValue(at int, values ...document.Value) []string {
	if x.values.Hidden || x.Document.Kind(at) != document.String {
		return nil
	}
	return x.suggest(at, x.Document.Text(at), func(yield func(string) bool) {
		for _, v := range values {
			if v.Kind() == document.String && !yield(v.Text()) {
				return
			}
		}
	})
}

// suggestMember gives those of some names that the name of a member may be a misspelling of. A name that the object has is none of them.
func (x *Explanation) suggestMember(at, name int, names iter.Seq[string]) []string {
	d := x.Document
	near := x.suggest(name, d.Text(name), names)
	free := near[:0]
	for _, n := range near {
		if d.Find(at, n) < 0 {
			free = append(free, n)
		}
	}
	if len(free) == 0 {
		return nil
	}
	return free
}

// spellMissing looks for members that are missing among those whose names the schema does not know. It asks no more than the schema
// itself what it knows: names that it requires and does not declare may be declared where the others are, too.
func (x *Explanation) spellMissing(v *Violation, s *Schema, k Required, at int) {
	known, patterns := s.names()
	if len(known) == 0 {
		return
	}
	var unknown []string
	for name := range x.Document.Value(at).Members() {
		if text := name.Text(); known[text] == nil && !patterns.match(text) {
			unknown = append(unknown, text)
		}
	}
	if len(unknown) == 0 {
		return
	}
	var meant []string
	for _, name := range missing(x.Document, at, k.Names) {
		if known[name] == nil {
			continue
		}
		if near := x.suggest(at, name, slices.Values(unknown)); len(near) == 1 {
			meant = append(meant, x.quoteName(near[0]))
			if x.record == nil {
				v.Misspelt = append(v.Misspelt, x.misspelling(x.Document.Find(at, near[0])-1))
			}
		}
	}
	if len(meant) > 0 {
		v.Found += " but " + all(meant)
	}
}

// misspelling is the place of a member's name. It has a locator of its own, for locators are quick where they go forward alone.
func (x *Explanation) misspelling(name int) Misspelling {
	if x.names == nil {
		x.names = document.NewLocator(x.Document)
	}
	m := Misspelling{InstanceLocation: x.names.Pointer(name), Position: x.names.Position(name)}
	m.Start, m.End = x.Document.Span(name)
	return m
}

// names are the member names that a schema itself speaks of.
func (s *Schema) names() (map[string]*Schema, PatternProperties) {
	var names map[string]*Schema
	var patterns PatternProperties
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case Properties:
			names = k.byName
		case PatternProperties:
			patterns = k
		}
	}
	return names, patterns
}

// match reports whether a name matches one of the patterns.
func (k PatternProperties) match(name string) bool {
	for _, p := range k.Each {
		if Matches(p.Pattern, name) {
			return true
		}
	}
	return false
}

// inPlace calls yield for the member names that a schema and those that it applies to the same object declare.
func (s *Schema) inPlace(seen map[*Schema]bool, yield func(string) bool) bool {
	if seen[s] {
		return true
	}
	seen[s] = true
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case Properties:
			for _, p := range k.Members {
				if !yield(p.Name) {
					return false
				}
			}
		case *Ref, AllOf, AnyOf, OneOf, If, DependentSchemas, PropertyDependencies:
			for _, sub := range a.Subschemas() {
				if !sub.inPlace(seen, yield) {
					return false
				}
			}
		}
	}
	return true
}
