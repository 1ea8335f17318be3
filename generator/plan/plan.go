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
	Root  *Named // the first of Roots
	Roots []*Named
	Types []*Named // the root first, if there is one, the others by name
	// Checks are the schemas that get a validating function, in the order in which they are met from the
	// root on.
	Checks []*Check
	// Notes say where a Go type is looser than its schema.
	Notes []schema.Problem
	// Formats are the formats that the schemas name, in order.
	Formats []string
	// Problems are what the schema asks of the generator and cannot have.
	Problems []schema.Problem

	checked
	spell speller
}

// planner holds the state of one plan.
type planner struct {
	schema *schema.Schema
	Options
	root     string // the name of the root type
	document string // the URI of its document
	spell    speller
	sharing  *sharing
	decided  map[string]decision // by the keys of conjunctions, as all of these
	deciding map[string]bool
	own      map[string]*Named
	parts    map[string]*Named // variants that have no type but in unions
	// called has the words of branches without a name, and variantAt their types, by their locations.
	called    callings
	variantAt map[string]*Named
	proposing map[*Named]bool // the types whose names are being looked for
	// expanding are the branches whose own branches are being looked at.
	expanding   map[*rule.Schema]bool
	branchKinds map[*rule.Schema]branchKinds
	shaped      map[shaping]bool
	nulls       map[*rule.Schema]bool // which schemas accept null
	numbers     map[*rule.Schema]string
	named       []*Named
	notes       []schema.Problem
	problems    []schema.Problem
	noted       map[*rule.Schema]string // why a type is looser
}

// Make plans the package for a schema, or for several of one document.
func Make(s *schema.Schema, pkg string, o Options) *Package {
	roots := s.Roots()
	first := roots[0].Rule
	own, _, _ := strings.Cut(first.Location, "#")
	p := &planner{
		Options: o, schema: s, document: own, spell: newSpeller(o.Initialisms), sharing: newSharing(roots),
		decided: map[string]decision{}, deciding: map[string]bool{}, own: map[string]*Named{}, parts: map[string]*Named{}, called: callings{}, variantAt: map[string]*Named{}, proposing: map[*Named]bool{},
		expanding: map[*rule.Schema]bool{}, branchKinds: map[*rule.Schema]branchKinds{}, shaped: map[shaping]bool{}, nulls: map[*rule.Schema]bool{}, numbers: map[*rule.Schema]string{},
		noted: map[*rule.Schema]string{},
	}
	p.root = p.rootName(first)
	out := &Package{Name: pkg, spell: p.spell}
	for _, root := range roots {
		out.Roots = append(out.Roots, p.rootType(root.Rule))
	}
	out.Root = out.Roots[0]
	p.named = reachable(out.Roots)
	breakCycles(p.named)
	p.nameTypes(out.Root, len(roots) == 1)
	p.hideSecrets(out.Roots, roots)
	if p.Defaults {
		p.findDefaults()
	}
	slices.SortFunc(p.named, func(a, b *Named) int {
		switch {
		case len(roots) > 1:
		case a == out.Root:
			return -1
		case b == out.Root:
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	p.checkAsked()
	out.Formats = p.sharing.formats()
	p.checkNames(out.Root)
	out.Types, out.Notes, out.Problems = p.named, p.notes, inPlaceOrder(p.problems)
	out.findChecks(roots, p.place)
	return out
}

// rootName is the name of the root type, and of the document in names of others: what is asked for, else the title, else
// the document's name.
func (p *planner) rootName(s *rule.Schema) string {
	name := p.Root
	switch {
	case name != "":
	case len(p.schema.Roots()) > 1:
		r := routeOf(s.Location)
		name = p.spell.proposals(r, r.document)[0]
	default:
		if name = goName(s); name == "" {
			name = p.spell.documentName(s)
		}
	}
	if name == "" {
		name = "Root"
	}
	return name
}

// rootType is the type that stands for the whole schema. It is always a named one.
func (p *planner) rootType(s *rule.Schema) *Named {
	c := all(s)
	d := p.typeOf(c)
	root, ok := d.is.(*Named)
	if !ok || root.Schema != c.owner() {
		of := d.is
		if ok {
			of = root.Is
		}
		root = p.declare(c)
		root.Is = of
	}
	root.Own = true
	if d.nullable {
		p.holdNull(root)
	}
	p.onlyDefines(s)
	return root
}

// onlyDefines notes that a schema demands nothing and has definitions, which are not in the package.
func (p *planner) onlyDefines(s *rule.Schema) {
	for _, keyword := range []string{"$defs", "definitions"} {
		defined := s.Source.Get(keyword)
		if defined.IsZero() || defined.Kind() != document.Object || speaks(s) {
			continue
		}
		if n := defined.Len(); n > 0 {
			p.notes = append(p.notes, schema.Problem{
				File: p.schema.NameOf(s.Source), Position: s.Source.Position(),
				Message: fmt.Sprintf("it demands nothing and has %s: --schema FILE#/%s writes Go for them", rule.Count(n, "definition"), keyword),
			})
		}
	}
}

// holdNull makes null a value of the root type.
func (p *planner) holdNull(root *Named) {
	switch is := root.Is.(type) {
	case *Struct:
		is.Other = true
	case *Union, Slice, Map:
		root.Null = true
	case Raw:
	default:
		p.note(root.Schema, "it may be null")
		root.Is = Raw{}
	}
}

// declare makes the named type of a conjunction; its name comes later. There is one for each.
func (p *planner) declare(c conjunction) *Named {
	key := p.key(c)
	if n := p.own[key]; n != nil {
		return n
	}
	s := c.owner()
	n := &Named{Schema: s, Also: c.schemas[1:], Doc: doc(s), Part: c.kinds != 0 || c.some, Own: isOwn(s), suffix: wordOf(c.kinds), some: c.some}
	p.own[key] = n
	p.named = append(p.named, n)
	return n
}

// isOwn reports whether a schema has a name, so that others can refer to it, rather than to stand where it is used.
func isOwn(s *rule.Schema) bool {
	r := routeOf(s.Location)
	return len(r.tokens) == 0 || r.defined() || goName(s) != "" || !s.Source.Get("$anchor").IsZero()
}

// note says that a type is looser than its schema, once a schema.
func (p *planner) note(s *rule.Schema, why string) { p.noteAs(s, "the Go type holds any JSON", why) }

// noteAs is note where what is looser is something else than the type.
func (p *planner) noteAs(s *rule.Schema, what, why string) {
	if p.noted[s] != "" {
		return
	}
	p.noted[s] = why
	where := s.Source.Pointer()
	if where == "" {
		where = "the root"
	}
	p.notes = append(p.notes, schema.Problem{
		File: p.schema.NameOf(s.Source), Position: s.Source.Position(),
		Message: fmt.Sprintf("%s: %s, for %s; the validator checks all of it", where, what, why),
	})
}
