package openapi

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// Contract is what a description says.
type Contract struct {
	// Routes are in the order of the description. Places are where it has the operation of each.
	Routes []contract.Route
	Places []Place
	// Sources are the documents that the description consists of, its own first.
	Sources []*schema.Source
	// Schemas are the schemas of responses and of requests.
	Schemas []*schema.Schema
	// Warnings are members that no specification has, where what is judged is looked for. They check nothing.
	Warnings []schema.Problem
}

// Place is where a description has something.
type Place struct {
	Source *schema.Source
	Value  document.Value
}

// Problem is a problem at the place.
func (p Place) Problem(message string) schema.Problem {
	return schema.Problem{File: p.Source.Name, Position: p.Value.Position(), Message: message}
}

// Read reads a description. The options are those for its schemas; their Load finds the other files that it refers to. The
// error is a *[schema.Error] with the place of each problem.
func Read(src *schema.Source, o schema.Options) (*Contract, error) { return ReadAt(src, o) }

// ReadAt is [Read] for traffic with other servers than those of the description, whose URLs take the place of those: relative ones such as /v1 are
// any host. Without any it is Read.
func ReadAt(src *schema.Source, o schema.Options, servers ...string) (*Contract, error) {
	instead, err := parseServers(servers)
	if err != nil {
		return nil, err
	}
	r := &reader{
		options: o, instead: instead, out: &Contract{}, sources: map[string]*schema.Source{}, led: map[reference]node{}, warned: map[node]bool{},
		lists: map[schema.Direction]*wanted{schema.Responses: {direction: schema.Responses}, schema.Requests: {direction: schema.Requests}},
	}
	r.add(src)
	root := node{source: src, value: src.Document.Root()}
	version, ok := versionOf(root.value)
	if !ok {
		r.fail(root, "found no OpenAPI description, wanted openapi: 3.0, 3.1 or 3.2, or swagger: \"2.0\"")
		return nil, r.err()
	}
	r.swagger = version == "2.0"
	r.paths(root)
	if len(r.problems) > 0 {
		return nil, r.err()
	}
	for _, direction := range []schema.Direction{schema.Responses, schema.Requests} {
		if err := r.compile(r.lists[direction]); err != nil {
			return nil, err
		}
	}
	return r.out, nil
}

// versionOf is the version of a description, as far as it makes a difference.
func versionOf(root document.Value) (string, bool) {
	for _, v := range []string{"3.0", "3.1", "3.2"} {
		if strings.HasPrefix(scalar(root.Get("openapi"))+".", v+".") {
			return v, true
		}
	}
	return "2.0", scalar(root.Get("swagger")) == "2.0"
}

// scalar is the text of a string, or of a number that YAML made of one; it is "" of all else.
func scalar(v document.Value) string {
	if v.IsZero() || v.Kind() != document.String && v.Kind() != document.Number {
		return ""
	}
	return v.Text()
}

// reader goes through a description.
type reader struct {
	options  schema.Options
	swagger  bool
	instead  []base // of the servers of the description; nil for those
	out      *Contract
	sources  map[string]*schema.Source
	led      map[reference]node
	problems []schema.Problem
	warned   map[node]bool // those whose members were looked at
	lists    map[schema.Direction]*wanted
}

// node is a value of a description, with its place.
type node struct {
	source  *schema.Source
	value   document.Value
	pointer string
}

// none reports whether there is no such value.
func (n node) none() bool { return n.value.IsZero() }

// is reports whether the value is there and of a kind.
func (n node) is(k document.Kind) bool { return !n.none() && n.value.Kind() == k }

// get is a member.
func (n node) get(name string) node {
	return node{n.source, n.value.Get(name), n.pointer + "/" + document.EscapePointer(name)}
}

// text is the text of a member that is a string; it is "" otherwise.
func (n node) text(name string) string {
	if m := n.get(name); m.is(document.String) {
		return m.value.Text()
	}
	return ""
}

// truth is a member that is a boolean, or what it is where it is absent.
func (n node) truth(name string, absent bool) bool {
	if m := n.get(name); !m.none() {
		return m.value.True()
	}
	return absent
}

// each goes through the members of an object but those that are extensions.
func (r *reader) each(n node, of string, do func(name string, member node)) {
	if n.none() || !r.object(n, of) {
		return
	}
	for name, value := range n.value.Members() {
		if !strings.HasPrefix(name.Text(), "x-") {
			do(name.Text(), node{n.source, value, n.pointer + "/" + document.EscapePointer(name.Text())})
		}
	}
}

// items goes through the items of an array.
func (r *reader) items(n node, of string, do func(item node)) {
	if n.none() {
		return
	}
	if !n.is(document.Array) {
		r.fail(n, "found %s, wanted an array of %s", kind(n), of)
		return
	}
	for i, value := range n.value.Items() {
		do(node{n.source, value, fmt.Sprintf("%s/%d", n.pointer, i)})
	}
}

// object wants a value to be an object.
func (r *reader) object(n node, of string) bool {
	if n.is(document.Object) {
		return true
	}
	r.fail(n, "found %s, wanted an object: %s", kind(n), of)
	return false
}

// kind is what a value is, to follow "found".
func kind(n node) string {
	if n.none() {
		return "nothing"
	}
	switch k := n.value.Kind(); {
	case k == document.Null:
		return "null"
	case k == document.Array || k == document.Object:
		return "an " + k.String()
	default:
		return "a " + k.String()
	}
}

// fail notes a problem at a value.
func (r *reader) fail(n node, message string, args ...any) {
	r.problems = append(r.problems, Place{n.source, n.value}.Problem(fmt.Sprintf(message, args...)))
}

func (r *reader) err() error {
	slices.SortStableFunc(r.problems, func(a, b schema.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column))
	})
	return &schema.Error{Problems: slices.Compact(r.problems)}
}

// add makes a document known by its URI.
func (r *reader) add(src *schema.Source) {
	r.sources[src.URI] = src
	r.out.Sources = append(r.out.Sources, src)
}

// reference is the text of a reference within a document.
type reference struct {
	from *schema.Source
	text string
}

// mostReferences is how many references may lead from one to the next.
const mostReferences = 64

// follow is the object that a value stands for: itself, or what its $ref leads to. ok is false, with the problem
// noted, where that is no object.
func (r *reader) follow(n node, of string) (node, bool) {
	for range mostReferences {
		ref := n.get("$ref")
		if ref.none() {
			return n, r.object(n, of)
		}
		if !ref.is(document.String) {
			r.fail(ref, "$ref: found %s, wanted a URI reference in a string", kind(ref))
			return node{}, false
		}
		to, ok := r.refer(ref)
		if !ok {
			return node{}, false
		}
		n = to
	}
	r.fail(n, "found a reference that leads through more than %d others, wanted one that ends", mostReferences)
	return node{}, false
}

// refer is where a reference leads.
func (r *reader) refer(ref node) (node, bool) {
	text := ref.value.Text()
	key := reference{ref.source, text}
	if to, known := r.led[key]; known {
		return to, !to.none()
	}
	to, why := r.find(ref.source, text)
	if why != "" {
		r.fail(ref, "$ref: found %q, %s", text, why)
	}
	r.led[key] = to
	return to, why == ""
}

// find is where a reference of a document leads, or why it leads nowhere.
func (r *reader) find(from *schema.Source, text string) (to node, why string) {
	base, err := url.Parse(from.URI)
	if err != nil {
		return node{}, "which cannot be resolved: " + err.Error()
	}
	u, err := base.Parse(text)
	if err != nil {
		return node{}, "wanted a URI reference"
	}
	fragment := u.Fragment
	u.Fragment, u.RawFragment = "", ""
	src := from
	if u.String() != from.URI {
		if src = r.sources[u.String()]; src == nil {
			if src, err = r.load(u.String()); err != nil {
				return node{}, "which cannot be resolved: " + err.Error()
			}
			r.add(src)
		}
	}
	v := src.Document.Root()
	if fragment != "" {
		v = v.Lookup(fragment)
	}
	if v.IsZero() {
		return node{}, "which leads to nothing in " + src.Name
	}
	return node{src, v, fragment}, ""
}

func (r *reader) load(uri string) (*schema.Source, error) {
	if r.options.Load == nil {
		return nil, fmt.Errorf("no document is known by that URI")
	}
	return r.options.Load(uri)
}
