package judge

import (
	"github.com/assaykit/assay/document"
)

// resource is a schema that is judged by one dialect.
type resource struct {
	root    document.Value
	dialect string // URI of the metaschema
	// inner are the schemas within it that are resources of other dialects.
	inner map[document.Value]bool
}

// resources lists the schema at a value and the schemas within it that have a URI and a known dialect of their own.
func resources(root document.Value, dialect string) []resource {
	if named := root.Get("$schema"); named.Kind() == document.String {
		dialect = named.Text()
	}
	r := resource{root: root, dialect: dialect, inner: map[document.Value]bool{}}
	var list []resource
	var add func(document.Value)
	add = func(v document.Value) {
		if own := v.Get("$schema").Text(); own == dialect || !known(own) {
			embedded(v, add)
			return
		}
		r.inner[v] = true
		list = append(list, resources(v, dialect)...)
	}
	embedded(root, add)
	return append([]resource{r}, list...)
}

// embedded calls yield for the outermost schemas below v that have an identifier and a dialect. What stands
// in keywords that hold values is no schema.
func embedded(v document.Value, yield func(document.Value)) {
	look := func(sub document.Value) {
		id := sub.Get("$id")
		if id.IsZero() {
			id = sub.Get("id")
		}
		if id.Kind() == document.String && sub.Get("$schema").Kind() == document.String {
			yield(sub)
			return
		}
		embedded(sub, yield)
	}
	for _, item := range v.Items() {
		look(item)
	}
	for name, sub := range v.Members() {
		switch name.Text() {
		case "const", "enum", "default", "examples", "example":
		default:
			look(sub)
		}
	}
}
