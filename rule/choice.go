package rule

import (
	"slices"

	"github.com/assaykit/assay/document"
)

// choice knows which branches of anyOf or oneOf can accept a value: by its kind, and for an object by the string that a
// member has, where branches name theirs by const or enum.
type choice struct {
	of     [document.Object + 1][]*Schema
	member string // "" where no member tells branches apart
	by     map[string][]*Schema
	absent []*Schema // for an object without the member
	other  []*Schema // for any other value of the member
}

// candidates are the branches that can accept the value at an entry, in their order.
func (c *choice) candidates(d *document.Document, at int) []*Schema {
	kind := d.Kind(at)
	if kind != document.Object || c.member == "" {
		return c.of[kind]
	}
	v := d.Find(at, c.member)
	if v < 0 {
		return c.absent
	}
	if d.Kind(v) == document.String {
		if list, ok := c.by[d.Text(v)]; ok {
			return list
		}
	}
	return c.other
}

// selective is an applicator that tries no branch of anyOf or oneOf which cannot accept the value. Any other
// applicator is itself.
func selective(a Applicator) Applicator {
	switch k := a.(type) {
	case AnyOf:
		return anyOf{k, choose(k.Schemas)}
	case OneOf:
		return oneOf{k, choose(k.Schemas)}
	}
	return a
}

type anyOf struct {
	AnyOf
	choice *choice
}

func (k anyOf) Valid(r *Run, at int) bool {
	return AnyOf{k.choice.candidates(r.Document, at)}.Valid(r, at)
}

type oneOf struct {
	OneOf
	choice *choice
}

func (k oneOf) Valid(r *Run, at int) bool {
	return OneOf{k.choice.candidates(r.Document, at)}.Valid(r, at)
}

func choose(branches []*Schema) *choice {
	c := &choice{}
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
func (c *choice) discriminate() {
	guards := map[string]int{}
	var order []string
	for _, s := range c.of[document.Object] {
		for _, p := range propertiesOf(s) {
			if stringsOf(p.Schema) != nil {
				if guards[p.Name]++; guards[p.Name] == 1 {
					order = append(order, p.Name)
				}
			}
		}
	}
	best := 1 // one branch alone is as quickly tried
	for _, name := range order {
		if guards[name] > best {
			c.member, best = name, guards[name]
		}
	}
	if c.member != "" {
		c.divide()
	}
}

// divide lists the branches for each string of the member.
func (c *choice) divide() {
	c.by = map[string][]*Schema{}
	texts := make([]map[string]bool, len(c.of[document.Object]))
	for i, s := range c.of[document.Object] {
		for _, p := range propertiesOf(s) {
			if p.Name == c.member {
				texts[i] = stringsOf(p.Schema)
			}
		}
		for text := range texts[i] {
			c.by[text] = nil
		}
	}
	for i, s := range c.of[document.Object] {
		if texts[i] == nil {
			c.other = append(c.other, s)
		}
		if texts[i] == nil || !requires(s, c.member) {
			c.absent = append(c.absent, s)
		}
		for text := range c.by {
			if texts[i] == nil || texts[i][text] {
				c.by[text] = append(c.by[text], s)
			}
		}
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

func propertiesOf(s *Schema) []Property {
	for _, a := range behind(s).Applicators {
		if k, ok := a.(Properties); ok {
			return k.Members
		}
	}
	return nil
}

// stringsOf are the values of a schema that accepts some strings and nothing else, nil for any other.
func stringsOf(s *Schema) map[string]bool {
	for _, a := range behind(s).Assertions {
		switch k := a.(type) {
		case Const:
			if k.Value.Kind() == document.String {
				return map[string]bool{k.Value.Text(): true}
			}
		case Enum:
			if len(k.Values) > 0 && len(k.texts) == len(k.Values) {
				return k.texts
			}
		}
	}
	return nil
}

func requires(s *Schema, member string) bool {
	return slices.ContainsFunc(behind(s).Assertions, func(a Assertion) bool {
		k, ok := a.(Required)
		return ok && slices.Contains(k.Names, member)
	})
}
