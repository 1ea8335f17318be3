package rule

import (
	"maps"

	"github.com/assaykit/assay/document"
)

// guard is what a schema demands of a member that is a string: one of some texts. required says that the member must be there.
type guard struct {
	texts    map[string]bool
	required bool
}

// guarding looks for guards, also in schemas in place. These may lead back to themselves, and there may be very many.
type guarding struct {
	left   int
	within map[*Schema]bool
}

// mostGuarding is how many schemas are looked at for one anyOf or oneOf.
const mostGuarding = 2000

// of are the members of which a schema accepts only some strings, by its own keywords or by those that it applies
// in place.
func (l *guarding) of(s *Schema) map[string]guard {
	if s = behind(s); s.Never || l.left <= 0 || l.within[s] {
		return nil
	}
	l.left--
	l.within[s] = true
	defer delete(l.within, s)
	guards := map[string]guard{}
	add := func(name string, g guard) {
		if known, twice := guards[name]; twice {
			g.texts, g.required = known.texts, g.required || known.required // both hold, and one is enough to know
		}
		guards[name] = g
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
				if g, ok := guards[name]; ok {
					guards[name] = guard{g.texts, true}
				}
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
				texts := maps.Clone(g.texts)
				maps.Copy(texts, other.texts)
				both[name] = guard{texts, g.required && other.required}
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
