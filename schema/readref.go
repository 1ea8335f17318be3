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
		outer, ok := r.outermost(r.scope, u.Fragment, to.resource)
		if !ok {
			return
		}
		to, _ = r.within(outer, u.Fragment)
	}
	r.apply(&rule.Ref{Name: k.name, To: v.Text(), Target: r.compiler.schema(to, r.scope)})
}

// readDynamicRefV1 reads the form of v1, which asks the dynamic scope alone: the reference is the name of
// a dynamic anchor. It may stand behind a #, as it did before v1 was settled and as the official suite has it.
func readDynamicRefV1(r *reader, k *keyword, v document.Value) {
	name := strings.TrimPrefix(v.TextOr(""), "#")
	if name == "" {
		r.fail(k, v, "found %s, wanted the name of a dynamic anchor", v.JSON())
		return
	}
	outer, ok := r.outermost(r.scope, name, r.site.resource)
	if !ok {
		return
	}
	if outer == nil {
		r.compiler.fail(CodeReference, r.site.resource.source, v, "%s: found %q, wanted a dynamic anchor of a resource in scope", k.name, v.Text())
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
		outer, ok := r.outermost(r.scope, "", r.site.resource)
		if !ok {
			return
		}
		to = site{resource: outer, value: outer.root}
	}
	r.apply(&rule.Ref{Name: k.name, To: v.Text(), Target: r.compiler.schema(to, r.scope)})
}
