package schema

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

func readAllOf(r *reader, k *keyword, v document.Value) {
	r.apply(rule.AllOf{Schemas: r.list(k, v)})
}

func readAnyOf(r *reader, k *keyword, v document.Value) {
	r.apply(rule.AnyOf{Schemas: r.list(k, v)})
}

func readOneOf(r *reader, k *keyword, v document.Value) {
	r.apply(rule.OneOf{Schemas: r.list(k, v)})
}

func readNot(r *reader, k *keyword, v document.Value) {
	r.apply(rule.Not{Schema: r.sub(v, k.name)})
}

func readIf(r *reader, k *keyword, v document.Value) {
	rows := rule.If{If: r.sub(v, k.name)}
	if then, ok := r.beside("then"); ok {
		rows.Then = r.sub(then, "then")
	}
	if otherwise, ok := r.beside("else"); ok {
		rows.Else = r.sub(otherwise, "else")
	}
	r.apply(rows)
}

func readPrefixItems(r *reader, k *keyword, v document.Value) {
	r.apply(rule.PrefixItems{Name: k.name, Schemas: r.list(k, v)})
}

func readItems(r *reader, k *keyword, v document.Value) {
	from := 0
	if prefix, ok := r.beside("prefixItems"); ok {
		from = prefix.Len()
	}
	r.apply(rule.Items{Name: k.name, From: from, Schema: r.sub(v, k.name)})
}

// readItemsOrList reads items as it was before 2020-12: a schema for each item, or an array of schemas for
// the first ones.
func readItemsOrList(r *reader, k *keyword, v document.Value) {
	if v.Kind() != document.Array {
		r.apply(rule.Items{Name: k.name, Schema: r.sub(v, k.name)})
	} else if v.Len() > 0 {
		r.apply(rule.PrefixItems{Name: k.name, Schemas: r.list(k, v)})
	}
}

// readAdditionalItems reads a keyword that speaks of the items behind an array of schemas, and
// of none where items is one schema.
func readAdditionalItems(r *reader, k *keyword, v document.Value) {
	schema := r.sub(v, k.name)
	if items, ok := r.beside("items"); ok && items.Kind() == document.Array {
		r.apply(rule.Items{Name: k.name, From: items.Len(), Schema: schema})
	}
}

func readContains(r *reader, k *keyword, v document.Value) {
	rows := rule.Contains{Schema: r.sub(v, k.name), Min: 1, Max: -1, Evaluates: r.site.resource.dialect.draft >= Draft2020}
	if least, ok := r.beside("minContains"); ok {
		rows.Min, _ = r.count(k, least)
	}
	if most, ok := r.beside("maxContains"); ok {
		rows.Max, _ = r.count(k, most)
	}
	r.apply(rows)
}

// besideContains is for keywords that readContains reads.
func besideContains(r *reader, k *keyword, v document.Value) { r.count(k, v) }

// properties is the keyword properties of the schema, empty where it has none.
func (r *reader) properties() rule.Properties {
	if r.named == nil {
		var members []rule.Property
		for name, value := range r.site.value.Get("properties").Members() {
			members = append(members, rule.Property{Name: name.Text(), Schema: r.sub(value, "properties", name.Text())})
		}
		p := rule.NewProperties(members)
		r.named = &p
	}
	return *r.named
}

// patternProperties is the keyword patternProperties of the schema, empty where it has none.
func (r *reader) patternProperties() rule.PatternProperties {
	if r.patterns == nil {
		r.patterns = &rule.PatternProperties{}
		k := r.row("patternProperties", r.site.resource.dialect)
		if k == nil {
			return *r.patterns // a dialect that nobody knows, of which a problem is noted already
		}
		for _, m := range byNames(r.site.value.Get("patternProperties")) {
			name, value := m.name, m.value
			p := r.pattern(k, name)
			schema := r.sub(value, "patternProperties", name.Text())
			if p != nil {
				r.patterns.Each = append(r.patterns.Each, rule.PatternProperty{Pattern: p, Schema: schema})
			}
		}
	}
	return *r.patterns
}

func readProperties(r *reader, k *keyword, v document.Value) {
	if r.object(k, v, "schemas") {
		r.apply(r.properties())
	}
}

func readPatternProperties(r *reader, k *keyword, v document.Value) {
	if r.object(k, v, "schemas") {
		r.apply(r.patternProperties())
	}
}

func readAdditionalProperties(r *reader, k *keyword, v document.Value) {
	r.apply(rule.AdditionalProperties{
		Name: k.name, Schema: r.sub(v, k.name), Named: r.properties(), Patterns: r.patternProperties(),
	})
}

func readPropertyNames(r *reader, k *keyword, v document.Value) {
	r.apply(rule.PropertyNames{Schema: r.sub(v, k.name)})
}

func readDependentSchemas(r *reader, k *keyword, v document.Value) {
	if !r.object(k, v, "schemas") {
		return
	}
	rows := rule.DependentSchemas{Name: k.name}
	for _, m := range byNames(v) {
		name := m.name.Text()
		rows.Each = append(rows.Each, rule.Dependency{On: name, Schema: r.sub(m.value, k.name, name)})
	}
	r.apply(rows)
}

// readDependencies reads the keyword that 2019-09 split into dependentRequired and dependentSchemas. Later drafts
// let implementations keep it, and schemas in use rely on that.
func readDependencies(r *reader, k *keyword, v document.Value) {
	if !r.object(k, v, "schemas or arrays of member names") {
		return
	}
	names, schemas := rule.DependentRequired{Name: k.name}, rule.DependentSchemas{Name: k.name}
	for _, m := range byNames(v) {
		name := m.name.Text()
		if m.value.Kind() == document.Array {
			names.Each = append(names.Each, rule.Dependency{On: name, Names: r.names(k, m.value)})
		} else {
			schemas.Each = append(schemas.Each, rule.Dependency{On: name, Schema: r.sub(m.value, k.name, name)})
		}
	}
	if len(names.Each) > 0 {
		r.assert(names)
	}
	if len(schemas.Each) > 0 {
		r.apply(schemas)
	}
}

// readPropertyDependencies reads a keyword of v1 that names values of members.
func readPropertyDependencies(r *reader, k *keyword, v document.Value) {
	if !r.object(k, v, "objects of schemas") {
		return
	}
	var rows rule.PropertyDependencies
	for _, m := range byNames(v) {
		if !r.object(k, m.value, "schemas") {
			continue
		}
		for _, inner := range byNames(m.value) {
			name, value := m.name.Text(), inner.name.Text()
			rows.Each = append(rows.Each, rule.PropertyDependency{
				Name: name, Value: value, Schema: r.sub(inner.value, k.name, name, value),
			})
		}
	}
	r.apply(rows)
}

func readUnevaluatedItems(r *reader, k *keyword, v document.Value) {
	r.schema.Tracks = true // unless settle finds that there is no need
	r.apply(rule.UnevaluatedItems{Schema: r.sub(v, k.name), Owner: r.schema})
}

func readUnevaluatedProperties(r *reader, k *keyword, v document.Value) {
	r.schema.Tracks = true
	r.apply(rule.UnevaluatedProperties{Schema: r.sub(v, k.name), Owner: r.schema})
}
