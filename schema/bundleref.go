package schema

import (
	"net/url"
	"strings"

	"github.com/assaykit/assay/document"
)

// visitPart looks for identifiers, dialects and references in a document of the bundle.
func (b *bundle) visitPart(p *part) {
	if p.resource == b.home() && p.relativeID() {
		b.found[p.resource] = true
		u, err := url.Parse(p.identifier().TextOr(""))
		b.located = err == nil && !onlyFragment(u)
	}
	if name := p.root.Get("$schema"); name.Kind() == document.String {
		b.dialectName(p.source, name)
	}
	b.visitSchema(p.resource, p.root)
}

// visitSchema looks at one schema object, then at the subschemas in it, as [compiler.visit] does.
func (b *bundle) visitSchema(r *resource, v document.Value) {
	if v.Kind() != document.Object {
		return
	}
	if inner := r.inner[v]; inner != nil {
		b.innerID(r, inner)
		r = inner
	}
	name, isRoot := v.Get("$schema"), v.Entry() == 0
	if name.Kind() == document.String && !isRoot && !(v.Get("$id").IsZero() && v.Get("id").IsZero()) {
		b.dialectName(r.source, name)
	}
	for _, keyword := range []string{"$ref", "$dynamicRef"} {
		if keyword == "$dynamicRef" && r.dialect.draft >= V1 {
			continue // it is a name, not a URI
		}
		ref := v.Get(keyword)
		if _, followed := b.links[ref]; !followed && ref.Kind() == document.String {
			b.dangling[ref] = r
		}
	}
	if refOnly(r.dialect, v) {
		return
	}
	for name, value := range v.Members() {
		if row := b.row(name.Text(), r.dialect); row != nil && row.holds != nil {
			row.holds(value, func(sub document.Value, _ ...string) { b.visitSchema(r, sub) })
		}
	}
}

// innerID keeps the URI of a resource within another one.
func (b *bundle) innerID(outer, inner *resource) {
	id := inner.root.Get(inner.dialect.draft.identifier())
	u, err := url.Parse(id.TextOr(""))
	if err != nil {
		return
	}
	if b.found[outer] && u.Scheme == "" {
		b.found[inner], b.located = true, true
	}
	resolved := b.names.of(outer.uri).ResolveReference(u)
	fragment := resolved.Fragment
	if want := b.names.of(inner.uri).String(); !sameDocument(resolved, want) {
		b.texts[id] = want + fragmentText(fragment)
	}
}

// dialectName sees to it that a $schema can be read without the metaschema it names. Where that metaschema has
// all keywords of a draft, the draft's own is named instead.
func (b *bundle) dialectName(src *Source, name document.Value) {
	d, ok := b.dialectOf(src, name)
	if _, standard := draftOf(strings.TrimSuffix(name.Text(), "#")); standard || !ok {
		return
	}
	if d.vocabularies&^openAPIBase != everyVocabulary {
		b.fail(CodeBundle, src, name, "$schema: found %q, whose $vocabulary is not that of a draft, wanted the dialect of a draft: "+
			"a bundle cannot hold the metaschema by which it is read", name.Text())
		return
	}
	b.texts[name] = d.draft.uri()
}

// known is the resource that a reference which nothing followed would lead to; nil where it is not loaded.
func (b *bundle) known(from *resource, ref document.Value) *resource {
	u, err := url.Parse(ref.Text())
	if err != nil {
		return nil
	}
	if onlyFragment(u) {
		return from
	}
	target := from.uri.ResolveReference(u)
	target.Fragment, target.RawFragment = "", ""
	return b.resources[target.String()]
}

// locate notes whether a reference depends on the URI that the root's document was found at.
func (b *bundle) locate(ref document.Value, from, to *resource) {
	u, err := url.Parse(ref.Text())
	if err != nil || onlyFragment(u) {
		return
	}
	if b.found[from] && u.Scheme == "" || to != nil && b.found[to] {
		b.located = true
	}
}

// redirect rewrites a reference that would not lead to the same schema in the bundle.
func (b *bundle) redirect(ref document.Value, from, to *resource) {
	u, err := url.Parse(ref.Text())
	if err != nil {
		return
	}
	target := b.names.of(from.uri).ResolveReference(u)
	if to == nil {
		if u.Scheme == "file" {
			b.texts[ref] = b.names.of(target).String() + fragmentText(u.Fragment)
		}
		return
	}
	if metaschema(to.source.URI) != nil {
		return
	}
	want, fragment := b.names.of(to.uri).String(), b.fragmentIn(to, u.Fragment)
	if there := b.placed[want]; to != from && there != nil && there != to && !same(there, to) {
		b.fail(CodeBundle, from.source, ref, "found %q, which leads to one of several schemas with the URI %s, wanted one schema of that URI", ref.Text(), want)
		return
	}
	switch {
	case fragment == u.Fragment && (onlyFragment(u) || sameDocument(target, want)):
	case to == from:
		b.texts[ref] = "#" + strings.TrimPrefix(fragmentText(fragment), "#")
	default:
		b.texts[ref] = want + fragmentText(fragment)
	}
}

// sameDocument reports whether a URI is another one but for its fragment.
func sameDocument(u *url.URL, other string) bool {
	without := *u
	without.Fragment, without.RawFragment = "", ""
	return without.String() == other
}

// fragmentText writes a fragment as the end of a URI; "" where it is empty.
func fragmentText(fragment string) string { return (&url.URL{Fragment: fragment}).String() }
