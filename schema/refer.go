package schema

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
)

// link is a reference that was followed: the resource that it stands in and the one that its URI without the
// fragment names.
type link struct{ from, to *resource }

// reference is the text of a reference within a resource.
type reference struct {
	from *resource
	text string
}

// led is where a reference leads to.
type led struct {
	to   site
	link link
}

// refer finds the site that a reference leads to. It is the zero site, with the problem noted, where it leads
// to nothing.
func (c *compiler) refer(from site, keyword string, ref document.Value) (site, bool) {
	key := reference{from.resource, ref.Text()}
	known, ok := c.led[key]
	if !ok {
		if known, ok = c.follow(from, keyword, ref); ok {
			c.led[key] = known
		}
	}
	if c.links != nil && known.link.to != nil {
		c.links[ref] = known.link
	}
	return known.to, ok
}

// follow does what refer says, for a reference whose text is met for the first time.
func (c *compiler) follow(from site, keyword string, ref document.Value) (led, bool) {
	src := from.resource.source
	u, err := url.Parse(ref.Text())
	if err != nil {
		c.fail(CodeURI, src, ref, "%s: found %q, wanted a URI reference", keyword, ref.Text())
		return led{}, false
	}
	target := from.resource.uri.ResolveReference(u)
	fragment := target.Fragment
	target.Fragment, target.RawFragment = "", ""
	r := from.resource
	if !onlyFragment(u) {
		if r, err = c.find(target.String(), r.dialect); err != nil {
			c.fail(CodeReference, src, ref, "%s: found %q, which cannot be resolved: %v", keyword, ref.Text(), err)
			return led{}, false
		}
	}
	to, ok := c.within(r, fragment)
	if !ok {
		u.Fragment, u.RawFragment = "", ""
		wanted := c.lose(r, fragment).wanted("a schema", func(f string) string {
			return strconv.Quote(u.String() + "#" + (&url.URL{Fragment: f}).EscapedFragment())
		})
		c.fail(CodeReference, src, ref, "%s: found %q, which leads to nothing in %s%s", keyword, ref.Text(), r.source.Name, wanted)
	}
	return led{to, link{from.resource, r}}, ok
}

// onlyFragment reports whether a reference leads into the resource that it stands in.
func onlyFragment(u *url.URL) bool {
	return u.Scheme == "" && u.Host == "" && u.Path == "" && u.Opaque == "" && u.RawQuery == ""
}

// find is the resource with a URI, from a document that is loaded or to be loaded. d is the dialect of the schema that
// refers to it.
func (c *compiler) find(uri string, d dialect) (*resource, error) {
	if r, ok := c.resources[uri]; ok {
		return r, nil
	}
	src, err := c.load(uri)
	if err != nil {
		return nil, err
	}
	return c.identify(src, d), nil
}

// errUnknownURI is why a document cannot be had where nothing loads any.
var errUnknownURI = errors.New("no document is known by that URI")

// within follows a fragment from the root of a resource: a JSON Pointer or an anchor.
func (c *compiler) within(r *resource, fragment string) (site, bool) {
	if r.within != nil {
		r = r.within
	}
	at := site{resource: r, value: r.root}
	if fragment == "" {
		return at, true
	}
	if fragment[0] != '/' {
		v, ok := r.anchors[fragment]
		if !ok {
			return site{}, false
		}
		if fragment = c.pointer(r, v); fragment == "" {
			return at, true
		}
	}
	for token := range strings.SplitSeq(fragment[1:], "/") {
		v := c.child(at.value, token)
		if v.IsZero() {
			return site{}, false
		}
		at = at.down(v, document.UnescapePointer(token))
	}
	return at, true
}

// pointer is the JSON Pointer of a value from the root of its resource. Values that are asked for in the order of their
// document take time linear in it.
func (c *compiler) pointer(r *resource, v document.Value) string {
	l := c.locators[v.Document()]
	if l == nil {
		l = document.NewLocator(v.Document())
		c.locators[v.Document()] = l
	}
	root, ok := c.roots[r]
	if !ok {
		root = l.Pointer(r.root.Entry())
		c.roots[r] = root
	}
	return strings.TrimPrefix(l.Pointer(v.Entry()), root)
}

// child is the item or member of a value by a reference token. Those of large values are listed when the first is asked for, so
// that finding each of them takes time linear in their number.
func (c *compiler) child(v document.Value, token string) document.Value {
	const large = 32
	if kind := v.Kind(); kind != document.Object && kind != document.Array || v.Len() < large {
		return v.Lookup("/" + token)
	}
	children, ok := c.children[v]
	if !ok {
		children = make(map[string]document.Value, v.Len())
		for i, item := range v.Items() {
			children[strconv.Itoa(i)] = item
		}
		for name, value := range v.Members() {
			children[document.EscapePointer(name.Text())] = value
		}
		c.children[v] = children
	}
	return children[token]
}
