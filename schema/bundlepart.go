package schema

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// part is a document in a bundle.
type part struct {
	*resource
	uri string // its URI in the bundle
	// identified says that it is written with its URI, dialected that $schema is added.
	identified, dialected bool
	// lifted says that the document is a reference beside which all else is ignored, so that it cannot have a URI. The
	// reference then moves into allOf, along with those members that would come alive without it.
	lifted bool
	moved  map[string]bool
	// holds are the other documents, where they stand in this one.
	holds []*part
}

// all lists the resource of a document and those within it, in their order.
func (r *resource) all() []*resource {
	list := []*resource{r}
	for _, inner := range r.inner {
		list = append(list, inner)
	}
	slices.SortFunc(list[1:], func(a, b *resource) int { return cmp.Compare(a.root.Entry(), b.root.Entry()) })
	return list
}

// refuse notes the documents that no bundle can hold.
func (b *bundle) refuse() {
	for _, d := range b.documents {
		if openAPI.Has(d.dialect.draft) {
			b.fail(CodeBundle, d.source, d.root, "found schemas of %s, wanted those of a draft: a bundle cannot say how these are read", d.dialect.draft.Title())
		} else if len(d.others) > 0 {
			b.fail(CodeBundle, d.source, d.root, "found schemas with a $schema and no $id, wanted an $id beside each: a bundle cannot say how these are read")
		}
	}
}

// gather makes the parts. A document that stands in the bundle already, under its other URIs or within
// another document, is passed over.
func (b *bundle) gather() {
	for _, d := range b.documents {
		if r := b.placed[b.names.of(d.uri).String()]; r != nil && same(r, d) {
			continue
		}
		for _, r := range d.all() {
			uri := b.names.of(r.uri).String()
			if before := b.placed[uri]; before != nil && before.source != r.source && !same(before, r) {
				b.fail(CodeBundle, r.source, r.root, "found the URI %s, which is that of another schema in %s, wanted one schema of that URI", uri, before.source.Name)
				continue
			}
			if b.placed[uri] == nil {
				b.placed[uri] = r
			}
		}
		if k := d.root.Kind(); k != document.Object && k != document.Boolean {
			b.fail(CodeBundle, d.source, d.root, "found %s, wanted an object or a boolean: nothing else can stand in a bundle", kindWord(d.root))
		}
		b.parts = append(b.parts, &part{resource: d, uri: b.names.of(d.uri).String()})
	}
}

// same reports whether two resources of one name in the bundle are copies of one schema.
func same(a, b *resource) bool {
	return a.uri.String() == b.uri.String() && a.dialect == b.dialect && document.Equal(a.root, b.root)
}

// identifier is the identifier of the document, if it is in effect.
func (r *resource) identifier() document.Value {
	if r.describes != nil || openAPI.Has(r.dialect.draft) {
		return document.Value{}
	}
	id := r.root.Get(r.dialect.draft.identifier())
	if id.Kind() != document.String || refOnly(r.dialect, r.root) {
		return document.Value{}
	}
	return id
}

// relativeID reports whether the document has no identifier of its own that is an absolute URI.
func (r *resource) relativeID() bool {
	u, err := url.Parse(r.identifier().TextOr(""))
	return err != nil || u.Scheme == ""
}

// identifyParts decides which documents are written with $id and $schema. The root's needs no $id if nothing depends on its
// URI.
func (b *bundle) identifyParts() {
	home := b.home()
	for i, p := range b.parts {
		first := i == 0 && b.fragment == ""
		p.identified = !first || len(b.parts) > 1 || b.located || !home.relativeID()
		named := p.root.Get("$schema")
		p.dialected = first && named.IsZero() || !first && named.Kind() != document.String && p.dialect != home.dialect
		if first {
			p.holds = b.parts[1:]
		}
		b.lift(p)
	}
}

// lift decides how a document that is a reference is written.
func (b *bundle) lift(p *part) {
	if !p.identified || !refOnly(p.dialect, p.root) {
		return
	}
	p.lifted, p.moved = true, map[string]bool{}
	for name, value := range p.root.Members() {
		switch name := name.Text(); name {
		case "$ref", "$schema", "$comment", "title", "description", p.dialect.draft.identifier():
		case "definitions":
			p.moved[name] = value.Kind() != document.Object || identifies(value)
		default:
			p.moved[name] = b.row(name, p.dialect) != nil
		}
	}
}

// identifies reports whether something within a value might be taken for a schema's own URI or dialect.
func identifies(v document.Value) bool {
	for _, item := range v.Items() {
		if identifies(item) {
			return true
		}
	}
	for name, value := range v.Members() {
		switch name.Text() {
		case "$id", "id", "$schema":
			if value.Kind() == document.String {
				return true
			}
		}
		if identifies(value) {
			return true
		}
	}
	return false
}

// fragmentIn is the fragment by which a schema of the resource is found in the bundle.
func (b *bundle) fragmentIn(r *resource, fragment string) string {
	for _, p := range b.parts {
		first, _, _ := strings.Cut(strings.TrimPrefix(fragment, "/"), "/")
		if p.source == r.source && p.root == r.root && strings.HasPrefix(fragment, "/") &&
			p.moved[document.UnescapePointer(first)] {
			return "/allOf/0" + fragment
		}
	}
	return fragment
}
