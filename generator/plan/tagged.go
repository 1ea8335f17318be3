package plan

import (
	"maps"
	"slices"

	"github.com/assaykit/assay/rule"
)

// Tagged is an anyOf or oneOf whose branches are told by a string that a member of an object has.
type Tagged struct {
	Member string
	Cases  []TaggedCase
	// Rest are the branches for an object whose member is absent or has none of the strings of the cases.
	Rest []*rule.Schema
}

// TaggedCase are the branches for some strings.
type TaggedCase struct {
	Texts   []string
	Schemas []*rule.Schema
}

// worthwhile is from how many cases on one look at the member is better than to ask each branch.
const worthwhile = 3

// TaggedOf is nil where no member tells branches apart, or where to ask each is as quick.
func TaggedOf(branches []*rule.Schema) *Tagged {
	if len(branches) < worthwhile {
		return nil
	}
	c := rule.Choose(branches)
	if _, empty := c.By[""]; c.Member == "" || empty {
		return nil
	}
	t := &Tagged{Member: c.Member}
	for _, s := range branches {
		if slices.Contains(c.Absent, s) || slices.Contains(c.Other, s) {
			t.Rest = append(t.Rest, s)
		}
	}
	for _, text := range slices.Sorted(maps.Keys(c.By)) {
		i := slices.IndexFunc(t.Cases, func(one TaggedCase) bool { return slices.Equal(one.Schemas, c.By[text]) })
		if i < 0 {
			t.Cases = append(t.Cases, TaggedCase{Schemas: c.By[text]})
			i = len(t.Cases) - 1
		}
		t.Cases[i].Texts = append(t.Cases[i].Texts, text)
	}
	if free := len(c.Other); len(t.Cases) < worthwhile || free > 2 {
		return nil
	}
	return t
}
