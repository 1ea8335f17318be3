// Package plan decides which Go types stand for a schema and what everything is called, before anything is
// printed. It knows no jennifer.
package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// Package is all that a generated package declares.
type Package struct {
	Name  string
	Root  *Named
	Types []*Named // the root first, the others by name
	// Checks are the schemas that get a validating function, in the order in which they are met from the
	// root on.
	Checks []*Check
	// Notes say where a Go type is looser than its schema.
	Notes []schema.Problem

	byRule map[*rule.Schema]*Check
}

// Check is a schema with a validating function of its own.
type Check struct {
	Name   string // such as Widget; the function is validWidget
	Schema *rule.Schema
}

// CheckOf is the check of a schema, at the end of a chain of plain references; nil where it has none.
func (p *Package) CheckOf(s *rule.Schema) *Check {
	if c, ok := p.byRule[s]; ok {
		return c
	}
	return p.byRule[Pure(s)]
}

// planner holds the state of one plan.
type planner struct {
	schema   *schema.Schema
	root     string
	decided  map[*rule.Schema]decision
	deciding map[*rule.Schema]bool
	named    []*Named
	notes    []schema.Problem
	noted    map[*rule.Schema]bool
}

// Make plans the package for a schema. root is the name of the root type; "" takes it from the schema's title or, where it has
// none, from its document's name.
func Make(s *schema.Schema, pkg, root string) *Package {
	if root == "" {
		root = exported(s.Rule().Annotation("title").TextOr(""))
	}
	if root == "" {
		root = routeOf(s.Rule().Location).proposals("Root", false)[0]
	}
	if root == "" {
		root = "Root"
	}
	p := &planner{schema: s, root: root,
		decided: map[*rule.Schema]decision{}, deciding: map[*rule.Schema]bool{}, noted: map[*rule.Schema]bool{}}
	out := &Package{Name: pkg, Root: p.rootType(s.Rule())}
	p.named = reachable(out.Root)
	breakCycles(p.named)
	p.nameTypes(out.Root)
	slices.SortFunc(p.named, func(a, b *Named) int {
		switch {
		case a == out.Root:
			return -1
		case b == out.Root:
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	out.Types, out.Notes = p.named, p.notes
	out.findChecks(s.Rule())
	return out
}

// rootType is the type that stands for the whole schema. It is always a named one.
func (p *planner) rootType(s *rule.Schema) *Named {
	d := p.typeOf(s)
	if named, ok := d.is.(*Named); ok && !d.nullable {
		if named.Schema == Pure(s) {
			return named
		}
		root := p.declare(s)
		root.Is = named.Is
		return root
	}
	root := p.declare(s)
	root.Is = d.is
	if d.nullable {
		p.note(s, "it may be null")
		root.Is = Raw{}
	}
	return root
}

// declare makes a named type for a schema; its name comes later.
func (p *planner) declare(s *rule.Schema) *Named {
	n := &Named{Schema: s, Doc: doc(s)}
	p.named = append(p.named, n)
	return n
}

// note says that a type is looser than its schema, once a schema.
func (p *planner) note(s *rule.Schema, why string) {
	if p.noted[s] {
		return
	}
	p.noted[s] = true
	where := s.Source.Pointer()
	if where == "" {
		where = "the root"
	}
	p.notes = append(p.notes, schema.Problem{
		File: p.schema.NameOf(s.Source), Position: s.Source.Position(),
		Message: fmt.Sprintf("%s: the Go type holds any JSON, for %s; the validator checks all of it", where, why),
	})
}

// nameTypes gives every named type its name. The root has the one that was asked for.
func (p *planner) nameTypes(root *Named) {
	names := naming{taken: map[string]bool{}}
	for _, c := range claims(root, p.root) {
		names.taken[c] = true
	}
	for _, n := range p.named {
		if n == root {
			n.Name = p.root
			continue
		}
		uri, _, _ := strings.Cut(n.Schema.Location, "#")
		own, _, _ := strings.Cut(p.schema.Rule().Location, "#")
		party := names.add(n.Schema.ID(), func(name string) { n.Name = name },
			routeOf(n.Schema.Location).proposals(p.root, uri == own)...)
		party.claims = func(name string) []string { return claims(n, name) }
	}
	names.settle()
}

// claims are the names of the package that come with a type's name.
func claims(n *Named, name string) []string {
	list := []string{name, "Validate" + name}
	if e, ok := n.Is.(*Enum); ok {
		for _, c := range e.Values {
			list = append(list, name+c.Name)
		}
	}
	return list
}

// doc is the text of a schema's description, or else of its title, a paragraph an entry.
func doc(s *rule.Schema) []string {
	var list []string
	for _, keyword := range []string{"description", "title"} {
		if text := strings.TrimSpace(s.Annotation(keyword).TextOr("")); text != "" {
			list = append(list, text)
			break
		}
	}
	if d := s.Annotation("deprecated"); d.Kind() == document.Boolean && d.True() {
		list = append(list, "Deprecated: the schema marks it so.")
	}
	return list
}
