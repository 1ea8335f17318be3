package rule

import "github.com/assaykit/assay/document"

// fused is properties, patternProperties, additionalProperties and required of one schema in one pass over the members
// of an object. It is an applicator by being Properties, of which nothing else is used: the keywords themselves explain.
type fused struct {
	Properties
	names    *nameTable
	patterns []PatternProperty
	other    *Schema // of additionalProperties; nil where there is none
	demands  bool    // what is required is among it
	required int
}

// fuse is nil where a schema says nothing of members by properties or additionalProperties.
func fuse(s *Schema) *fused {
	var list []Property
	f := &fused{}
	found := false
	for _, a := range s.Applicators {
		switch k := a.(type) {
		case Properties:
			found, list = true, k.Members
		case PatternProperties:
			f.patterns = k.Each
		case AdditionalProperties:
			if k.Name == "additionalProperties" {
				found, f.other, list, f.patterns = true, k.Schema, k.Named.Members, k.Patterns.Each
			}
		}
	}
	if !found {
		return nil
	}
	var required []string
	for _, a := range s.Assertions {
		// A sole name is quickly looked up, and sorts out what is of another kind before its members are judged.
		if k, ok := a.(Required); ok && len(k.Names) > 1 {
			f.demands, required = true, k.Names
		}
	}
	f.names = newNameTable(list, required)
	f.required = f.names.required
	return f
}

// fuses reports whether an applicator of the schema is among it.
func (f *fused) fuses(a Applicator) bool {
	switch k := a.(type) {
	case Properties, PatternProperties:
		return true
	case AdditionalProperties:
		return k.Name == "additionalProperties"
	}
	return false
}

func (f *fused) Valid(r *Run, at int) bool {
	d, required := r.Document, f.required
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		additional := true
		if n := f.names.find(d, m); n != nil {
			if n.required {
				required--
			}
			if n.schema != nil {
				additional = false
				if !r.child(n.schema, m+1) {
					return false
				}
			}
		}
		for _, p := range f.patterns {
			if MatchesIn(d, p.Pattern, d.Text(m)) {
				additional = false
				if !r.child(p.Schema, m+1) {
					return false
				}
			}
		}
		if additional && f.other != nil && !r.child(f.other, m+1) {
			return false
		}
	}
	return required == 0
}

// nameTable is a table of member names by the hash that the document has for each. Names may be made to collide in it:
// those of a schema of which too many do are looked up by themselves.
type nameTable struct {
	slots    []int32 // 1 plus an index of list
	list     []named
	required int
	steps    int // past entries of other names, while it was made
	byName   map[string]int32
}

// crowded reports whether names collide more than by chance.
func (t *nameTable) crowded() bool { return t.steps > 64+8*len(t.list) }

type named struct {
	name     string
	hash     uint32
	schema   *Schema // nil where it is but required
	required bool
}

func newNameTable(members []Property, required []string) *nameTable {
	size := 4
	for size < 2*(len(members)+len(required)) {
		size *= 2
	}
	t := &nameTable{slots: make([]int32, size)}
	for _, m := range members {
		t.add(m.Name).schema = m.Schema
	}
	for _, name := range required {
		if n := t.add(name); !n.required {
			n.required = true
			t.required++
		}
	}
	return t
}

// place is where a name is in the list, 0 where it is not, else one more.
func (t *nameTable) place(name string) int32 {
	if t.byName == nil && t.crowded() {
		t.byName = make(map[string]int32, len(t.slots)/2)
		for i := range t.list {
			t.byName[t.list[i].name] = int32(i + 1)
		}
	}
	return t.byName[name]
}

// add is the entry of a name, a new one where it has none.
func (t *nameTable) add(name string) *named {
	hash := document.NameHash(name)
	if n := t.place(name); n > 0 {
		return &t.list[n-1]
	}
	slot := int(hash) & (len(t.slots) - 1)
	for ; t.byName == nil && t.slots[slot] != 0; slot = (slot + 1) & (len(t.slots) - 1) {
		if n := &t.list[t.slots[slot]-1]; n.name == name {
			return n
		}
		t.steps++
	}
	t.list = append(t.list, named{name: name, hash: hash})
	if t.byName != nil {
		t.byName[name] = int32(len(t.list))
	} else {
		t.slots[slot] = int32(len(t.list))
	}
	return &t.list[len(t.list)-1]
}

// find is the entry of the member name at an entry of a document, nil where there is none.
func (t *nameTable) find(d *document.Document, m int) *named {
	if t.byName != nil {
		if n := t.byName[d.Text(m)]; n > 0 {
			return &t.list[n-1]
		}
		return nil
	}
	hash := d.NameHash(m)
	for slot := int(hash) & (len(t.slots) - 1); t.slots[slot] != 0; slot = (slot + 1) & (len(t.slots) - 1) {
		if n := &t.list[t.slots[slot]-1]; n.hash == hash && n.name == d.Text(m) {
			return n
		}
	}
	return nil
}
