package plan

import (
	"slices"

	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// Secrets say what of a type's values the schema marks as sensitive. Where it cannot be told what a mark is for, more is
// taken for a secret rather than less.
type Secrets struct {
	Any    bool            // there is something, maybe within types that it is made of
	Whole  bool            // all of the value
	Fields map[*Field]bool // fields whose types do not see to it themselves
	Extra  bool            // the members without a field
}

// hideSecrets finds the secrets of all types.
func (p *planner) hideSecrets(types []*Named, roots []schema.Root) {
	if !p.sharing.sensitive {
		return
	}
	for _, n := range p.named {
		schemas := append([]*rule.Schema{n.Schema}, n.Also...)
		if i := slices.Index(types, n); i >= 0 {
			schemas = append(schemas, roots[i].Rule) // what leads to a type may be marked, too
		}
		p.secretsOf(n, schemas)
	}
	for again := true; again; {
		again = false
		for _, n := range p.named {
			if !n.Secrets.Any && slices.ContainsFunc(within(n.Is), func(to *Named) bool { return to.Secrets.Any }) {
				n.Secrets.Any, again = true, true
			}
		}
	}
}

// secretsOf finds the secrets of a type, but for those within types that it is made of.
func (p *planner) secretsOf(n *Named, schemas []*rule.Schema) {
	own := &n.Secrets
	s, isStruct := n.Is.(*Struct)
	if !isStruct {
		own.Whole = p.marks(n.Is, n, schemas)
		own.Any = own.Whole
		return
	}
	m := membersOf(schemas)
	own.Whole = m.whole || p.marks(nil, n, m.other)
	own.Fields = map[*Field]bool{}
	fields := map[string]bool{}
	for _, f := range s.Fields {
		fields[f.Member] = f.Soft == nil
		if p.marks(f.Type, nil, append(m.of(f.Member), f.Soft...)) {
			own.Fields[f] = true
		}
	}
	for _, c := range s.Constants {
		fields[c.Member] = true
	}
	rest := m.rest()
	for _, named := range m.named {
		if !fields[named.Name] {
			rest = append(rest, named.Schema)
		}
	}
	own.Extra = s.Extra != nil && p.marks(s.Extra, nil, rest)
	own.Any = own.Whole || own.Extra || len(own.Fields) > 0 || s.Other && p.marks(nil, nil, schemas)
}

// marks reports whether schemas, or those below them, mark something as sensitive that the named types within a type do not see
// to. A type does not see to what is said beside itself: of is the one whose secrets are asked for.
func (p *planner) marks(t Type, of *Named, schemas []*rule.Schema) bool {
	sees := map[*rule.Schema]bool{}
	for _, n := range within(t) {
		sees[n.Schema] = true
		for _, s := range n.Also {
			sees[s] = true
		}
	}
	if of != nil {
		delete(sees, of.Schema)
		for _, s := range of.Also {
			delete(sees, s)
		}
	}
	seen := map[*rule.Schema]bool{}
	var marked func(s *rule.Schema) bool
	marked = func(s *rule.Schema) bool {
		if s == nil || seen[s] {
			return false
		}
		seen[s] = true
		if s.Sensitive {
			return true
		}
		if Pure(s) == s && (sees[s] || sees[p.sharing.of(s)]) {
			return false
		}
		for _, a := range s.Applicators {
			if slices.ContainsFunc(a.Subschemas(), marked) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(schemas, marked)
}

// within are the named types that a type is made of.
func within(t Type) []*Named {
	switch t := t.(type) {
	case *Named:
		return []*Named{t}
	case *Struct:
		var list []*Named
		for _, f := range t.Fields {
			list = append(list, within(f.Type)...)
		}
		return append(list, within(t.Extra)...)
	case *Tuple:
		list := within(t.Rest)
		for _, f := range t.Items {
			list = append(list, within(f.Type)...)
		}
		return list
	case *Union:
		return t.Variants
	case Slice:
		return within(t.Of)
	case Map:
		return within(t.Of)
	case Pointer:
		return []*Named{t.To}
	case Wrapped:
		return within(t.Of)
	}
	return nil
}
