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
	own  string
	turn int
	set  func(name string)
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
		claimed := map[string][]*party{}
		for _, p := range n.parties {
			for _, c := range p.claims(p.name()) {
				claimed[c] = append(claimed[c], p)
			}
		}
		again := map[*party]bool{}
		for name, parties := range claimed {
			if len(parties) > 1 || n.taken[name] {
				keeper := keeperOf(parties)
				for _, p := range parties {
					if p != keeper || n.taken[name] {
						again[p] = p.turn < len(p.proposals)
					}
				}
			}
		}
		moved := false
		for p, more := range again {
			if more {
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

// keeperOf is the one party that proposes its own name; nil where there is none, or more than one.
func keeperOf(parties []*party) *party {
	var keeper *party
	for _, p := range parties {
		if p.own == "" || p.own != p.name() {
			continue
		}
		if keeper != nil {
			return nil
		}
		keeper = p
	}
	return keeper
}
