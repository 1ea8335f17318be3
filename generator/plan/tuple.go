package plan

import "strconv"

// tuple decides on arrays whose items have schemas by their place: a slice where all are of one type, else a struct that is
// written as an array.
func (p *planner) tuple(s subject) Type {
	places, rest := s.places()
	t := &Tuple{}
	switch {
	case len(rest.schemas) == 0:
		t.Rest = Raw{}
	case !rest.nothing():
		t.Rest = p.element(rest)
	}
	if slice := p.uniform(places, t.Rest); slice != nil {
		return slice
	}
	named := p.declare(s.conjunction)
	named.Is = t
	taken := p.unusable()
	taken["Rest"] = true
	names := naming{taken: taken}
	for i, c := range places {
		if c.nothing() {
			t.Rest = nil
			break
		}
		f := &Field{Member: strconv.Itoa(i), Schema: c.owner(), Doc: doc(c.owner())}
		d := p.typeOf(c)
		f.Type = p.memberType(f, d, i < s.minItems)
		if w, ok := f.Type.(Wrapped); ok && w.State != Nullable {
			w.Pointer, w.Nil = false, false
			f.Type = w
		}
		t.Items = append(t.Items, f)
		names.add(f.Member, func(name string) { f.Name = name }, goName(f.Schema), p.spell.short(f.Schema), "Item"+f.Member)
	}
	names.settle()
	return named
}

// places are the schemas of the items that have some by their place, and those of the items behind.
func (v *view) places() (places []conjunction, rest conjunction) {
	for _, k := range v.prefix {
		for i, s := range k.Schemas {
			if i == len(places) {
				places = append(places, conjunction{})
			}
			places[i].add(s)
		}
	}
	for _, k := range v.items {
		for i := k.From; i < len(places); i++ {
			places[i].add(k.Schema)
		}
		rest.add(k.Schema)
	}
	return places, rest
}

// uniform is a slice that holds all items, where they are of one type; else nil.
func (p *planner) uniform(places []conjunction, rest Type) Type {
	var of Type
	for _, c := range places {
		if c.nothing() {
			break
		}
		t := p.element(c)
		if of != nil && !same(t, of) {
			return nil
		}
		of = t
	}
	if of == nil || rest != nil && !same(rest, of) {
		return nil
	}
	return Slice{of}
}
