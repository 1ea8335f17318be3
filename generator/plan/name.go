package plan

import (
	"fmt"
	"hash/fnv"
)

// naming gives Go names to many things at once, so that no name depends on the order in which things
// come. Each party has proposals, the shortest first; on a clash all parties to it move on to their next one.
type naming struct {
	parties []*party
	taken   map[string]bool // names that no party may have
}

// party is one thing to be named.
type party struct {
	proposals []string
	// claims are the names that come with a name, such as that of its validator.
	claims func(name string) []string
	// key tells parties apart whose proposals are all the same.
	key string
	// own is a name that is the party's as it stands; "" where the first proposal was made of another text. Others give way to it.
	own string
	// place is the same for parties that stand for one schema. Of those the one with the highest rank keeps its name.
	place string
	rank  int
	// followers have the party's name within their own, so they move on with it.
	followers []*party
	turn      int
	set       func(name string)
}

// add enters a party; empty proposals are passed over.
func (n *naming) add(key string, set func(string), proposals ...string) *party {
	p := &party{key: key, set: set, claims: func(name string) []string { return []string{name} }}
	for _, s := range proposals {
		if s != "" {
			p.proposals = append(p.proposals, s)
		}
	}
	n.parties = append(n.parties, p)
	return p
}

// name is the party's proposal of this turn. Behind the last one there is one more, which
// has a digest of the key.
func (p *party) name() string {
	if p.turn < len(p.proposals) {
		return p.proposals[p.turn]
	}
	h := fnv.New32a()
	h.Write([]byte(p.key))
	last := "X"
	if len(p.proposals) > 0 {
		last = p.proposals[len(p.proposals)-1]
	}
	return fmt.Sprintf("%sX%08x", last, h.Sum32())
}

// settle lets all parties propose until no two claim one name, then tells each its name.
func (n *naming) settle() {
	for {
		moving := map[*party]bool{}
		for _, p := range n.clashing() {
			p.follow(moving)
		}
		moved := false
		for p := range moving {
			if p.turn < len(p.proposals) {
				p.turn++
				moved = true
			}
		}
		if !moved {
			break
		}
	}
	for _, p := range n.parties {
		p.set(p.name())
	}
}

// clashing are the parties that may not have the names that they propose.
func (n *naming) clashing() (list []*party) {
	claimed := map[string][]*party{}
	for _, p := range n.parties {
		for _, c := range p.claims(p.name()) {
			claimed[c] = append(claimed[c], p)
		}
	}
	for name, parties := range claimed {
		if len(parties) < 2 && !n.taken[name] {
			continue
		}
		keeper := keeperOf(parties)
		for _, p := range parties {
			if p != keeper || n.taken[name] {
				list = append(list, p)
			}
		}
	}
	return list
}

// follow adds the party to those that move on, and its followers as long as they are called after it.
func (p *party) follow(moving map[*party]bool) {
	if moving[p] {
		return
	}
	moving[p] = true
	for _, f := range p.followers {
		if f.turn == p.turn {
			f.follow(moving)
		}
	}
}

// keeperOf is the one party that keeps a name: that whose own it is, or where all stand for one schema that of the highest rank;
// nil where there is none, or more than one.
func keeperOf(parties []*party) *party {
	if keeper, n := the(parties, func(p *party) bool { return p.own != "" && p.own == p.name() }); n > 0 {
		return keeper
	}
	highest := 0
	for _, p := range parties {
		if highest = max(highest, p.rank); p.place == "" || p.place != parties[0].place {
			return nil
		}
	}
	keeper, _ := the(parties, func(p *party) bool { return p.rank == highest })
	return keeper
}

// the is the one party that is so, or nil where it is not one; n is how many are.
func the(parties []*party, is func(p *party) bool) (one *party, n int) {
	for _, p := range parties {
		if is(p) {
			one, n = p, n+1
		}
	}
	if n != 1 {
		return nil, n
	}
	return one, n
}
