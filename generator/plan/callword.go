package plan

import (
	"slices"
	"unicode/utf8"
)

// wordsFor are words for one of several parts, the best first: the string that tells it from the others, its kind where it is alone of
// that, a string that a member of it always has, its title, what it alone requires, what it is a list of, what it alone names.
func (p *planner) wordsFor(parts []part, at int, by mark, members owners) (list []step) {
	one := parts[at]
	add := func(is stepKind, words ...string) {
		if word := p.spell.exported(words...); word != "" && utf8.RuneCountInString(word) <= long {
			list = append(list, step{word, is})
		}
	}
	switch values := by.valuesOf(one); len(values) {
	case 1:
		add(ofVariant, values[0])
	case 2:
		add(ofVariant, values[0], "Or", values[1])
	}
	if alone(parts, at) {
		add(ofVariant, wordOf(one.kinds))
	}
	if len(one.of) == 1 {
		v := look(one.of[0])
		for _, m := range v.constants() {
			add(ofVariant, m)
		}
		if title := p.spell.short(lastOf(one.of[0])); title != "" {
			list = append(list, step{title, ofTitle})
		}
		if m := members.only(v, true); m != "" {
			add(ofWith, "With", m)
		}
		add(ofVariant, elementWord(one.is))
		if m := members.only(v, false); m != "" {
			add(ofWith, "With", m)
		}
	}
	return list
}

// alone reports whether no other part has values of the same types.
func alone(parts []part, at int) bool {
	return !slices.ContainsFunc(parts, func(other part) bool {
		return other.kinds == parts[at].kinds && !same(other.is, parts[at].is)
	})
}

// constants are the strings that members have always, those that are required first.
func (v *view) constants() (list []string) {
	for _, required := range []bool{true, false} {
		for _, m := range v.members {
			if values := v.listedStrings(m.name); len(values) == 1 && v.required[m.name] == required {
				list = append(list, values[0])
			}
		}
	}
	return list
}

// owners are the types of the parts of a union that name a member, by the member.
type owners map[string]map[string]bool

func ownersOf(parts []part) owners {
	o := owners{}
	for _, one := range parts {
		for _, c := range one.of {
			for _, m := range look(c).members {
				if o[m.name] == nil {
					o[m.name] = map[string]bool{}
				}
				o[m.name][identity(one.is)] = true
			}
		}
	}
	return o
}

// only is the first member of a view that no other part names, among those that it requires or among all; "" where there is
// none.
func (o owners) only(v *view, required bool) string {
	for _, m := range v.members {
		if len(o[m.name]) == 1 && (v.required[m.name] || !required) {
			return m.name
		}
	}
	return ""
}

// elementWord says what a list or map has in it: StringList; "" for any other type.
func elementWord(t Type) string {
	switch t := t.(type) {
	case Slice:
		if word := typeWord(t.Of); word != "" {
			return word + "List"
		}
	case Map:
		if word := typeWord(t.Of); word != "" {
			return word + "Map"
		}
	}
	return ""
}

// typeWord is a word for a type that says no more than its kind; "" where that is not known.
func typeWord(t Type) string {
	switch t := t.(type) {
	case Basic:
		switch t {
		case String:
			return "String"
		case Bool:
			return "Bool"
		case Int64, Uint64:
			return "Integer"
		}
		return "Number"
	case Number:
		return "Number"
	case Slice, *Tuple:
		return "List"
	case Map:
		return "Map"
	case *Struct:
		return "Object"
	case *Enum:
		return typeWord(t.Of)
	case Wrapped:
		return typeWord(t.Of)
	case *Named:
		return typeWord(t.Is)
	}
	return ""
}
