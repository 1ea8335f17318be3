package rule

import "github.com/assaykit/assay/document"

// PropertyDependencies is v1's keyword propertyDependencies: an object whose member Name is the string Value satisfies
// Schema.
type PropertyDependencies struct{ Each []PropertyDependency }

// PropertyDependency is what one value of one member demands.
type PropertyDependency struct {
	Name, Value string
	Schema      *Schema
}

// Applies reports whether the value at an entry is an object with that member and value.
func (p PropertyDependency) Applies(d *document.Document, at int) bool {
	if d.Kind(at) != document.Object {
		return false
	}
	member := d.Find(at, p.Name)
	return member >= 0 && d.Kind(member) == document.String && d.Text(member) == p.Value
}

func (k PropertyDependencies) Subschemas() []*Schema {
	list := make([]*Schema, len(k.Each))
	for i, p := range k.Each {
		list[i] = p.Schema
	}
	return list
}

func (PropertyDependencies) Keyword() string { return "propertyDependencies" }

func (k PropertyDependencies) Valid(r *Run, at int) bool {
	for _, p := range k.Each {
		if p.Applies(r.Document, at) && !p.Schema.valid(r, at) {
			return false
		}
	}
	return true
}

func (k PropertyDependencies) Explain(x *Explanation, at int) bool {
	ok := true
	for _, p := range k.Each {
		if p.Applies(x.Document, at) &&
			!x.Apply(p.Schema, at, k.Keyword(), document.EscapePointer(p.Name), document.EscapePointer(p.Value)) {
			ok = false
		}
	}
	return ok
}
