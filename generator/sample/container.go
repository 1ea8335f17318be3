package sample

import (
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// objects yields one with all members, one with those that are required, and one with a member that has no name in the schema.
func (m *maker) objects(f *facts, depth int, more yield) bool {
	var names, optional []string
	for _, name := range f.required {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, p := range f.named {
		if !slices.Contains(names, p.Name) && !slices.Contains(optional, p.Name) {
			optional = append(optional, p.Name)
		}
	}
	least, ok := m.members(f, names, depth, true)
	if !ok {
		return true
	}
	all := least
	if depth < fullest {
		others, _ := m.members(f, optional, depth, false)
		all = append(slices.Clone(least), others...)
	}
	extra, _ := m.members(f, f.unnamed(), depth, false)
	return more(object(all)) && more(object(least)) && more(object(append(slices.Clone(all), extra...))) &&
		more(object(append(slices.Clone(least), extra...)))
}

// members are texts of members, such as "name":1; ok is false where all are wanted and one has no value.
func (m *maker) members(f *facts, names []string, depth int, all bool) (list []string, ok bool) {
	for _, name := range names {
		schemas := f.of(name)
		values := []string{`"text"`}
		if len(schemas) > 0 {
			values = m.some(schemas, depth+1, 1)
		}
		switch {
		case len(values) > 0:
			list = append(list, string(document.AppendString(nil, name))+":"+values[0])
		case all:
			return nil, false
		}
	}
	return list, true
}

func object(members []string) string { return "{" + strings.Join(members, ",") + "}" }

// of are the schemas of a member.
func (f *facts) of(name string) (list []*rule.Schema) {
	for _, p := range f.named {
		if p.Name == name {
			list = append(list, p.Schema)
		}
	}
	matches := func(p rule.PatternProperty) bool { return p.Pattern.MatchString(name) }
	for _, p := range f.patterns {
		if matches(p) {
			list = append(list, p.Schema)
		}
	}
	for _, k := range f.additional {
		if !slices.ContainsFunc(k.Named.Members, func(p rule.Property) bool { return p.Name == name }) && !slices.ContainsFunc(k.Patterns.Each, matches) {
			list = append(list, k.Schema)
		}
	}
	return list
}

// unnamed are names of members that the schema has no name for: one for each pattern, and enough for the least number.
func (f *facts) unnamed() []string {
	var names []string
	for _, p := range f.patterns {
		if name, ok := matching(p.Pattern.String()); ok && !slices.Contains(f.required, name) {
			names = append(names, name)
		}
	}
	for n := range max(1, f.least-len(f.required)-len(f.named)) {
		names = append(names, "more"+strings.Repeat("0", n))
	}
	return names
}

// arrays yields one with an item, or as many as are needed, and one with none.
func (m *maker) arrays(f *facts, depth int, more yield) bool {
	var front []string
	for i := 0; ; i++ {
		var schemas []*rule.Schema
		for _, k := range f.prefix {
			if i < len(k.Schemas) {
				schemas = append(schemas, k.Schemas[i])
			}
		}
		if len(schemas) == 0 {
			break
		}
		values := m.some(schemas, depth+1, 1)
		if len(values) == 0 {
			break
		}
		front = append(front, values[0])
	}
	if !more(list(front)) {
		return false
	}
	var schemas []*rule.Schema
	for _, k := range f.items {
		if len(front) >= k.From {
			schemas = append(schemas, k.Schema)
		}
	}
	n := max(1, f.least-len(front))
	if n > 100 {
		return true
	}
	items := m.enough(schemas, depth, n)
	for _, k := range f.contains {
		items = append(m.enough(append(slices.Clone(schemas), k.Schema), depth, max(1, k.Min)), items...)
	}
	return more(list(append(slices.Clone(front), items...))) && more(list(items)) && more("[]")
}

// enough are n texts that satisfy schemas, different ones as long as there are any.
func (m *maker) enough(schemas []*rule.Schema, depth, n int) []string {
	values := []string{`"text"`, "1", "true", "null"}
	if len(schemas) > 0 {
		values = m.some(schemas, depth+1, n)
	}
	for i := 0; i < n && len(values) > 0 && len(values) < n; i++ {
		values = append(values, values[i])
	}
	return values[:min(n, len(values))]
}

func list(items []string) string { return "[" + strings.Join(items, ",") + "]" }
