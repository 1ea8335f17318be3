package schema

import (
	"net/url"

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
