package rule

import (
	"slices"

	"github.com/assaykit/assay/document"
)

// Choice knows which branches of anyOf or oneOf can accept a value: by its kind, and for an object by the string that a
// member has, where branches name theirs by const or enum.
type Choice struct {
	of [document.Object + 1][]*Schema
	// Member is the name of the member, "" where none tells branches apart.
	Member string
	// By are the branches for each string, in their order; Absent those for an object without the member, and Other
	// for one where it is something else.
	By            map[string][]*Schema
	Absent, Other []*Schema
}

// candidates are the branches that can accept the value at an entry, in their order.
func (c *Choice) candidates(d *document.Document, at int) []*Schema {
	kind := d.Kind(at)
	if kind != document.Object || c.Member == "" {
		return c.of[kind]
	}
	v := d.Find(at, c.Member)
	if v < 0 {
		return c.Absent
	}
	if d.Kind(v) == document.String {
		if list, ok := c.By[d.Text(v)]; ok {
			return list
		}
	}
	return c.Other
}

// selective is an applicator that tries no branch of anyOf or oneOf which cannot accept the value. Any other
// applicator is itself.
func selective(a Applicator) Applicator {
	switch k := a.(type) {
	case AnyOf:
		return anyOf{k, Choose(k.Schemas)}
	case OneOf:
		return oneOf{k, Choose(k.Schemas)}
	}
	return a
}

type anyOf struct {
	AnyOf
	choice *Choice
}

func (k anyOf) Valid(r *Run, at int) bool {
	return AnyOf{k.choice.candidates(r.Document, at)}.Valid(r, at)
}

type oneOf struct {
	OneOf
	choice *Choice
}

func (k oneOf) Valid(r *Run, at int) bool {
	return OneOf{k.choice.candidates(r.Document, at)}.Valid(r, at)
}

// Choose looks for what tells the branches of anyOf or oneOf apart.
func Choose(branches []*Schema) *Choice {
	c := &Choice{}
	for _, s := range branches {
		kinds := kindsOf(s)
		for kind := range c.of {
			if kinds>>kind&1 != 0 {
				c.of[kind] = append(c.of[kind], s)
			}
		}
	}
	c.discriminate()
	return c
}

// discriminate finds the member that tells most of the branches for objects apart.
func (c *Choice) discriminate() {
	branches := c.of[document.Object]
	guarded := make([]map[string]guard, len(branches))
	counts, look := map[string]int{}, guarding{mostGuarding, map[*Schema]bool{}}
	for i, s := range branches {
		guarded[i] = look.of(s)
		for name, g := range guarded[i] {
			if g.texts != nil {
				counts[name]++
			}
		}
	}
	most := 1 // one branch alone is as quickly tried
	for name, n := range counts {
		if n > most || n == most && c.Member != "" && name < c.Member {
			c.Member, most = name, n
		}
	}
	if c.Member == "" {
		return
	}
	if free := len(branches) - counts[c.Member]; free > mostFree {
		c.Member = "" // each string would lead to nearly all branches
		return
	}
	c.By = map[string][]*Schema{}
	for i, s := range branches {
		c.divide(s, guarded[i][c.Member])
	}
}

// mostFree is how many branches there may be that a member does not tell from others: each is listed for every string.
const mostFree = 16

// divide adds a branch where it can accept an object. A branch that any string may lead to is added to those that
// strings have so far, and to the lists of others when they begin.
func (c *Choice) divide(s *Schema, g guard) {
	if g.texts == nil || !g.required {
		c.Absent = append(c.Absent, s)
	}
	if g.texts == nil {
		for text := range c.By {
			c.By[text] = append(c.By[text], s)
		}
		c.Other = append(c.Other, s)
		return
	}
	for text := range g.texts {
		list, begun := c.By[text]
		if !begun {
			list = slices.Clone(c.Other)
		}
		c.By[text] = append(list, s)
	}
}

// behind follows references that stand alone.
func behind(s *Schema) *Schema {
	for range 16 { // a reference may lead back to itself
		if s.Never || len(s.Assertions) > 0 || len(s.Applicators) != 1 {
			return s
		}
		ref, ok := s.Applicators[0].(*Ref)
		if !ok {
			return s
		}
		s = ref.Target
	}
	return s
}

// kindsOf are the kinds of values that a schema may accept, by its own keywords.
func kindsOf(s *Schema) Types {
	if s = behind(s); s.Never {
		return 0
	}
	kinds := everyKind
	for _, a := range s.Assertions {
		switch k := a.(type) {
		case Type:
			own := k.Types & everyKind
			if k.Types&TypeInteger != 0 {
				own |= TypeNumber
			}
			kinds &= own
		case Const:
			kinds &= Types(1) << k.Value.Kind()
		case Enum:
			var own Types
			for _, v := range k.Values {
				own |= Types(1) << v.Kind()
			}
			kinds &= own
		}
	}
	return kinds
}
