package judge

import (
	"slices"
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// The engine does not know v1, so v1's metaschema is applied by the interpreter.

// isV1 reports whether a dialect is v1's, by its name or by that of its first release.
func isV1(dialect string) bool {
	dialect = strings.TrimSuffix(dialect, "#")
	return dialect == metaschemas[schema.V1] || dialect == metaschemas[schema.V1]+"/2026"
}

// metaschemaV1 is v1's metaschema, compiled when it is first asked for.
var metaschemaV1 = sync.OnceValue(func() *schema.Schema {
	d, err := document.Parse([]byte(`{"$ref": "` + metaschemas[schema.V1] + `"}`))
	if err != nil {
		panic("judge: " + err.Error())
	}
	s, err := schema.Compile(&schema.Source{URI: "urn:assay:judge", Name: "v1", Document: d}, "", schema.Options{Default: schema.V1})
	if err != nil {
		panic("judge: the metaschema of v1 cannot be used: " + err.Error())
	}
	return s
})

// judgeV1 applies v1's metaschema to the resource, without the resources of other dialects within it.
func (r resource) judgeV1() []finding {
	d, err := document.Parse([]byte(r.root.JSON()))
	if err != nil {
		return []finding{{root: r.root, value: r.root, message: err.Error()}}
	}
	defer d.Release()
	invalid := metaschemaV1().Explain(d)
	if invalid == nil {
		return nil
	}
	var others []string
	for v := range r.inner {
		others = append(others, strings.TrimPrefix(v.Pointer(), r.root.Pointer())+"/")
	}
	var list []finding
	for _, v := range invalid.Violations {
		within := func(other string) bool { return strings.HasPrefix(v.InstanceLocation+"/", other) }
		if !slices.ContainsFunc(others, within) {
			list = append(list, r.findingsV1(d, v)...)
		}
	}
	return list
}

// findingsV1 are what a violation comes to; for a choice, that of the branches which come closest. What the compiler warns of, or
// says better, is set aside.
func (r resource) findingsV1(d *document.Document, v rule.Violation) []finding {
	if len(v.Causes) > 0 {
		var branches [][]finding
		for _, cause := range v.Causes {
			branches = append(branches, r.findingsV1(d, cause))
		}
		return closest(v.InstanceLocation, branches)
	}
	f := finding{root: r.root, pointer: v.InstanceLocation, value: r.root.Lookup(v.InstanceLocation), keyword: v.Keyword, demand: v.Wanted}
	f.inName = v.Position != d.Root().Lookup(v.InstanceLocation).Position()
	name := v.InstanceLocation[strings.LastIndexByte(v.InstanceLocation, '/')+1:]
	switch {
	case f.keyword == "unevaluatedProperties", f.keyword == "format" && strings.Contains(f.demand, "regular expression"):
		return nil
	case f.inName && strings.HasPrefix(name, "$"):
		f.demand = "a keyword of v1: no others begin with $"
	case f.keyword == "pattern" && name == "$dynamicRef" && strings.HasPrefix(f.text(), "#"):
		return nil // the form that it had before v1 was settled, and that the official suite has
	case f.keyword == "pattern" && (name == "$anchor" || name == "$dynamicAnchor" || name == "$dynamicRef"):
		f.demand = "a name: a letter or _, then letters, digits, -, _ and ."
	}
	return []finding{f}
}
