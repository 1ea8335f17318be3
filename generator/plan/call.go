package plan

import (
	"slices"
	"strings"

	"github.com/assaykit/assay/rule"
)

// calling is a variant with words: what it might be called within its union, the best first.
type calling struct {
	*Named
	words []step
	kind  string // the word for the types of its values
}

// callVariants finds words for the variants whose schemas are branches without a name. Each takes the first of its own that no
// other variant might take; the one of its kind that finds none is called by the kind.
func (p *planner) callVariants(named *Named, u *Union, parts []part) {
	member, members := discriminator(parts), ownersOf(parts)
	callings := make([]calling, len(parts))
	for i, n := range u.Variants {
		callings[i] = calling{n, p.wordsFor(parts, i, member, members), wordOf(parts[i].kinds)}
	}
	chosen := make([]step, len(parts))
	for i := range callings {
		chosen[i] = choose(callings, i)
	}
	for i, n := range u.Variants {
		if !nameless(named, parts, i, n) {
			continue
		}
		called := chosen[i]
		if called.word == "" && lonely(callings, chosen, i) {
			called = step{callings[i].kind, ofWith}
		}
		r := routeOf(n.branch().Location)
		if called.word == "" && len(n.Also) > 0 {
			called = step{p.spell.exported(r.tokens[len(r.tokens)-2:]...), ofVariant}
		}
		if called.word == callings[i].kind && n.Part {
			called.is = ofWith
		}
		p.call(named, n, r, called)
	}
}

// call gives a variant its word, and all that is within its branch.
func (p *planner) call(union, n *Named, r route, called step) {
	if called.word == "" {
		return
	}
	if (called.is != ofTitle || len(n.Also) > 0) && (n.union == nil || nearer(union, n.union, n.branch())) {
		n.union, n.word = union, called.word
	}
	at := r.location(len(r.tokens))
	if other, ok := p.called[at]; !ok || called.word < other.word {
		p.called[at] = called // a branch that several unions have is called the same whichever is met first
		p.variantAt[at] = n
	}
}

// callPatterns calls members whose names match one of several patterns by that, since what they are called otherwise is the type of all.
func (p *planner) callPatterns(list []rule.PatternProperty) {
	for _, each := range list {
		if source := each.Pattern.String(); p.spell.exported(source) != "" {
			r := routeOf(each.Schema.Location)
			p.called[r.location(len(r.tokens))] = step{source, ofMember}
		}
	}
}

// standVariants makes those variants stand for themselves in the names of what is within them whose unions are called
// by more than their place.
func (p *planner) standVariants() {
	for at, n := range p.variantAt {
		if name := p.special(n); name != "" {
			p.called[at] = step{name, ofTitle}
		}
	}
}

// nearer reports whether a union rather than another gives a variant of both its name: that which the branch stands in.
func nearer(union, other *Named, branch *rule.Schema) bool {
	within := func(n *Named) bool { return strings.HasPrefix(branch.Location, n.Schema.Location+"/") }
	if within(union) != within(other) {
		return within(union)
	}
	return before(union.Schema, other.Schema)
}

// branch is the schema that makes a variant of a union: the last that its values satisfy.
func (n *Named) branch() *rule.Schema {
	if len(n.Also) > 0 {
		return n.Also[len(n.Also)-1]
	}
	return n.Schema
}

// lastOf is the schema of a conjunction that is a branch, where one of its schemas is.
func lastOf(c conjunction) *rule.Schema { return c.schemas[len(c.schemas)-1] }

// nameless reports whether a variant is the type of a branch that has a number alone, and of all its values in that union.
func nameless(union *Named, parts []part, at int, n *Named) bool {
	branch := n.branch()
	if n == union || !routeOf(branch.Location).anonymous() {
		return false
	}
	if !n.Part {
		return true
	}
	has := func(one part) bool {
		return slices.ContainsFunc(one.of, func(c conjunction) bool { return lastOf(c) == branch })
	}
	for i, one := range parts {
		if has(one) != (i == at) {
			return false
		}
	}
	return branch != union.branch() && len(parts[at].of) == 1
}

// choose is the first word of a variant that no other might take.
func choose(all []calling, at int) step {
	for _, w := range all[at].words {
		taken := false
		for i, other := range all {
			taken = taken || i != at && other.Named != all[at].Named && slices.ContainsFunc(other.words, func(o step) bool { return o.word == w.word })
		}
		if !taken {
			return w
		}
	}
	return step{}
}

// lonely reports whether all other variants of the same kind have words.
func lonely(all []calling, chosen []step, at int) bool {
	for i, other := range all {
		if i != at && (other.kind == all[at].kind && chosen[i].word == "" || chosen[i].word == all[at].kind) {
			return false
		}
	}
	return true
}
