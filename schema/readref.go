package schema

import (
	"net/url"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

func readRef(r *reader, k *keyword, v document.Value) {
	if to, ok := r.target(k, v); ok {
		r.apply(&rule.Ref{Name: k.name, To: v.Text(), Target: r.compiler.schema(to, r.scope)})
	}
}

// target is the site that a reference leads to by itself.
func (r *reader) target(k *keyword, v document.Value) (site, bool) {
	if v.Kind() != document.String {
		r.wants(k, v, "a URI reference in a string")
		return site{}, false
	}
	return r.refer(r.site, k.name, v)
}

// readDynamicRef reads a reference that, where it leads to a dynamic anchor, goes on to the outermost one of that name
// in the dynamic scope (core, section 8.2.3.2).
func readDynamicRef(r *reader, k *keyword, v document.Value) {
	if r.site.resource.dialect.draft >= V1 {
		readDynamicRefV1(r, k, v)
		return
	}
	to, ok := r.target(k, v)
	if !ok {
		return
	}
	if u, err := url.Parse(v.Text()); err == nil && to.resource.dynamic[u.Fragment] == to.value && u.Fragment != "" {
		if outer := r.scope.enter(to.resource).find(u.Fragment); outer != nil {
			to, _ = r.within(outer, u.Fragment)
		}
	}
	r.apply(&rule.Ref{Name: k.name, To: v.Text(), Target: r.compiler.schema(to, r.scope)})
}

// readDynamicRefV1 reads the form of v1, which asks the dynamic scope alone: the reference is the name of
// a dynamic anchor behind a #.
func readDynamicRefV1(r *reader, k *keyword, v document.Value) {
	name, ok := strings.CutPrefix(v.TextOr(""), "#")
	if !ok || name == "" {
		r.fail(k, v, "found %s, wanted # and the name of a dynamic anchor", v.JSON())
		return
	}
	outer := r.scope.find(name)
	if outer == nil {
		r.fail(k, v, "found %q, wanted a dynamic anchor of a resource in scope", v.Text())
		return
	}
	to, _ := r.within(outer, name)
	r.apply(&rule.Ref{Name: k.name, To: v.Text(), Target: r.compiler.schema(to, r.scope)})
}

// readRecursiveRef reads 2019-09's reference to the root of the resource or, where that has $recursiveAnchor, to the
// outermost such root in the dynamic scope (2019-09 core, section 8.2.4.2).
func readRecursiveRef(r *reader, k *keyword, v document.Value) {
	if v.Kind() != document.String || v.Text() != "#" {
		r.fail(k, v, "found %s, wanted \"#\"", v.JSON())
		return
	}
	to := site{resource: r.site.resource, value: r.site.resource.root}
	if _, recursive := to.resource.dynamic[""]; recursive {
		outer := r.scope.find("")
		to = site{resource: outer, value: outer.root}
	}
	r.apply(&rule.Ref{Name: k.name, To: v.Text(), Target: r.compiler.schema(to, r.scope)})
}
