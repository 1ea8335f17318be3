package plan

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/assaykit/assay/rule"
)

// nameTypes gives every named type its name. A root that is alone has the one that was asked for.
func (p *planner) nameTypes(root *Named, alone bool) {
	p.standVariants()
	names := naming{taken: map[string]bool{}}
	if alone {
		root.Name = p.root
		for _, c := range p.claims(root, p.root) {
			names.taken[c] = true
		}
	}
	parties := map[*Named]*party{}
	for _, n := range p.named {
		if e, ok := n.Is.(*Enum); ok {
			p.spell.nameValues(e)
		}
		if n == root && alone {
			continue
		}
		party := names.add(n.id(), func(name string) { n.Name = name }, p.proposals(n)...)
		party.claims = func(name string) []string { return p.claims(n, name) }
		party.own, party.place, party.rank = n.ownName(), n.Schema.ID()+n.suffix, n.rank()
		parties[n] = party
	}
	for n, party := range parties {
		for _, v := range n.followers() {
			if f := parties[v]; f != nil {
				party.followers = append(party.followers, f)
			}
		}
	}
	names.settle()
}

// followers are the variants of a union that have its name within their own.
func (n *Named) followers() (list []*Named) {
	u, ok := n.Is.(*Union)
	if !ok {
		return nil
	}
	for _, v := range u.Variants {
		worded := v.union == n && goName(v.Schema) == ""
		if worded || n.suffix == "" && v.suffix != "" && v.union == nil && v.Schema == n.Schema && slices.Equal(v.Also, n.Also) {
			list = append(list, v)
		}
	}
	return list
}

// ownName is the name of a definition that Go can have as it stands.
func (n *Named) ownName() string {
	if r := routeOf(n.Schema.Location); r.defined() && n.suffix == "" && len(n.Also) == 0 && token.IsExported(r.definition()) {
		return r.definition()
	}
	return ""
}

// rank says which of the types of one schema is called by its place: that of a definition alone, then that of one of several
// schemas, which stands for all that may be there, then that of the schema alone, then those of the schema and others.
func (n *Named) rank() int {
	alone := len(n.Also) == 0
	switch {
	case alone && routeOf(n.Schema.Location).defined():
		return 3
	case n.some:
		return 2
	case alone:
		return 1
	}
	return 0
}

// id tells a type from all others.
func (n *Named) id() string {
	id := fmt.Sprint(n.Schema.ID(), " ", n.suffix, " ", n.some)
	for _, s := range n.Also {
		id += " " + s.ID()
	}
	for _, c := range n.branches {
		id += " " + c.owner().ID()
	}
	return id
}

// place gives names for what stands at a schema's place, the shortest first.
func (p *planner) place(s *rule.Schema) []string {
	r := p.called.route(s.Location)
	return p.spell.proposals(r, p.startOf(r))
}

// startOf is the word for the document that a way leads through: the name of the root type for the root's.
func (p *planner) startOf(r route) string {
	if r.uri == p.document {
		return p.root
	}
	return r.document
}

// proposals are names for a type, the shortest first.
func (p *planner) proposals(n *Named) (list []string) {
	if p.proposing[n] {
		return nil // a union within one of its own variants
	}
	p.proposing[n] = true
	defer delete(p.proposing, n)
	if given := goName(n.Schema); given != "" {
		list = append(list, given+n.suffix)
	}
	if n.union != nil {
		for _, name := range p.proposals(n.union) {
			list = append(list, name+n.word)
		}
	}
	r := p.called.route(n.Schema.Location)
	named := append(p.unplaced(n.Schema, r), p.spell.proposals(r, p.startOf(r))...)
	var more []string
	for _, also := range n.Also {
		for _, name := range p.place(also) {
			more = append(more, named[0]+name)
		}
	}
	for _, name := range slices.Insert(named, 1, more...) {
		list = append(list, name+n.suffix)
	}
	return list
}

// unplaced are names for a schema that are not made of its way alone: its title, and what the ways to all that say the same have in common.
func (p *planner) unplaced(s *rule.Schema, r route) (list []string) {
	if title := p.spell.short(s); title != "" && len(r.tokens) > 0 && !r.defined() {
		list = append(list, title)
	}
	if common := p.spell.joined(p.sharing.common(s)); common != "" {
		list = append(list, common)
	}
	return list
}

// special is the first name of a type where it is not made of its way alone; else "".
func (p *planner) special(n *Named) string {
	if p.proposing[n] {
		return ""
	}
	p.proposing[n] = true
	defer delete(p.proposing, n)
	if given := goName(n.Schema); given != "" {
		return given + n.suffix
	}
	if n.union != nil {
		if name := p.special(n.union); name != "" {
			return name + n.word
		}
		return ""
	}
	for _, name := range p.unplaced(n.Schema, routeOf(n.Schema.Location)) {
		return name + n.suffix
	}
	return ""
}

// goName is the name that a schema asks for by x-go-name; "" where it asks for none that Go could have.
func goName(s *rule.Schema) string {
	name := s.Annotation("x-go-name").TextOr("")
	if !isExported(name) {
		return ""
	}
	return name
}

// claims are the names of the package that come with a type's name.
func (p *planner) claims(n *Named, name string) []string {
	list := []string{name, "Validate" + name}
	for _, f := range p.Functions {
		list = append(list, f+name)
	}
	switch is := n.Is.(type) {
	case *Enum:
		for _, c := range is.Values {
			list = append(list, name+c.Name)
		}
	case *Union:
		list = append(list, choiceName(name))
	case *Struct:
		for _, c := range is.Constants {
			list = append(list, name+c.Name)
		}
	}
	return list
}

// Choice is the name of the interface that the types of a union implement.
func (n *Named) Choice() string { return choiceName(n.Name) }

// choiceName does not stutter for a union that is called a value itself.
func choiceName(union string) string {
	if strings.HasSuffix(union, "Value") {
		return union + "Variant"
	}
	return union + "Value"
}
