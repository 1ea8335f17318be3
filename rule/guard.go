package rule

import (
	"maps"

	"github.com/assaykit/assay/document"
)

// guard is what a schema demands of a member.
type guard struct {
	texts    map[string]bool // the strings that it may be; nil where it may be something else
	required bool            // it must be there
}

// guarding looks for guards, also in schemas in place. These may lead back to themselves, and there may be very many.
type guarding struct {
	left   int
	within map[*Schema]bool
}

// mostGuarding is how many schemas are looked at for one anyOf or oneOf.
const mostGuarding = 2000

// Apart reports whether no object satisfies two of some schemas, for a member tells them apart: each demands it to be there
// and to be one of some strings, and no two have a string in common.
func Apart(schemas []*Schema) bool {
	look := guarding{mostGuarding, map[*Schema]bool{}}
	guarded := make([]map[string]guard, len(schemas))
	for i, s := range schemas {
		guarded[i] = look.of(s)
	}
	for name := range guarded[0] {
		seen, apart := map[string]bool{}, true
		for _, guards := range guarded {
			g := guards[name]
			apart = apart && g.required && len(g.texts) > 0
			for text := range g.texts {
				apart = apart && !seen[text]
				seen[text] = true
			}
		}
		if apart {
			return true
		}
	}
	return false
}

// of are the members that a schema demands, or of which it accepts only some strings, by its own keywords or by those that
// it applies in place.
func (l *guarding) of(s *Schema) map[string]guard {
	if s = behind(s); s.Never || l.left <= 0 || l.within[s] {
		return nil
	}
	l.left--
	l.within[s] = true
	defer delete(l.within, s)
	guards := map[string]guard{}
	add := func(name string, g guard) {
		both := guards[name]
		if both.texts == nil { // else either is enough to know
			both.texts = g.texts
		}
		both.required = both.required || g.required
		guards[name] = both
	}
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case Properties:
			for _, p := range k.Members {
				if texts := stringsOf(p.Schema); texts != nil {
					add(p.Name, guard{texts: texts})
				}
			}
		case *Ref, AllOf:
			for _, sub := range a.Subschemas() {
				for name, g := range l.of(sub) {
					add(name, g)
				}
			}
		case AnyOf, OneOf:
			for name, g := range l.shared(a.Subschemas()) {
				add(name, g)
			}
		}
	}
	for _, a := range s.Assertions {
		if k, ok := a.(Required); ok {
			for _, name := range k.Names {
				add(name, guard{required: true})
			}
		}
	}
	return guards
}

// shared are the guards that all branches for objects have, with the texts of all.
func (l *guarding) shared(branches []*Schema) map[string]guard {
	var all map[string]guard
	first := true
	for _, s := range branches {
		if kindsOf(s)&TypeObject == 0 {
			continue
		}
		guards := l.of(s)
		if first {
			all, first = guards, false
			continue
		}
		both := map[string]guard{}
		for name, g := range all {
			if other, ok := guards[name]; ok {
				either := guard{required: g.required && other.required}
				if g.texts != nil && other.texts != nil {
					either.texts = maps.Clone(g.texts)
					maps.Copy(either.texts, other.texts)
				}
				both[name] = either
			}
		}
		all = both
	}
	return all
}

// stringsOf are the values of a schema that accepts some strings and nothing else, nil for any other.
func stringsOf(s *Schema) map[string]bool {
	for _, a := range behind(s).Assertions {
		switch k := a.(type) {
		case Const:
			if k.Value.Kind() == document.String {
				return map[string]bool{k.Value.Text(): true}
			}
		case Enum:
			if len(k.Values) > 0 && len(k.texts) == len(k.Values) {
				return k.texts
			}
		}
	}
	return nil
}
