package rule

import (
	"strconv"

	"github.com/assaykit/assay/document"
)

// MinItems is the keyword minItems (validation, section 6.4.2).
type MinItems struct{ N int }

func (MinItems) Keyword() string { return "minItems" }

func (k MinItems) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.Array || d.Len(at) >= k.N
}

func (k MinItems) Wanted() string { return "at least " + Count(k.N, "item") }

func (MinItems) Found(d *document.Document, at int) string { return Count(d.Len(at), "item") }

// MaxItems is the keyword maxItems (validation, section 6.4.1).
type MaxItems struct{ N int }

func (MaxItems) Keyword() string { return "maxItems" }

func (k MaxItems) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.Array || d.Len(at) <= k.N
}

func (k MaxItems) Wanted() string { return "at most " + Count(k.N, "item") }

func (MaxItems) Found(d *document.Document, at int) string { return Count(d.Len(at), "item") }

// UniqueItems is the keyword uniqueItems where it is true (validation, section 6.4.3).
type UniqueItems struct{}

func (UniqueItems) Keyword() string { return "uniqueItems" }

func (UniqueItems) Valid(d *document.Document, at int) bool {
	if d.Kind(at) != document.Array {
		return true
	}
	_, second := repeated(d, at)
	return second < 0
}

func (UniqueItems) Wanted() string { return "items that are all different" }

func (UniqueItems) Found(d *document.Document, at int) string {
	first, second := repeated(d, at)
	return "equal items " + strconv.Itoa(first) + " and " + strconv.Itoa(second)
}

// repeated finds two equal items of an array by their indexes; second is -1 where there are none.
func repeated(d *document.Document, at int) (first, second int) {
	if d.Len(at) > 8 {
		return repeatedOfMany(d, at)
	}
	end := d.End(at)
	for i, j := at+1, 0; i < end; i, j = d.End(i), j+1 {
		for k, l := at+1, 0; k < i; k, l = d.End(k), l+1 {
			if document.Equal(d.Value(i), d.Value(k)) {
				return l, j
			}
		}
	}
	return 0, -1
}

// hashed is an item in a table by its hash; next is the index behind its own, 0 in an empty place.
type hashed struct {
	hash        uint64
	entry, next int
}

// repeatedOfMany looks items up by their hashes, so that the work stays linear. The table of some dozens of items takes no
// memory of its own.
func repeatedOfMany(d *document.Document, at int) (first, second int) {
	var room [128]hashed
	table := room[:]
	if size := len(table); size < 2*d.Len(at) {
		for size < 2*d.Len(at) {
			size *= 2
		}
		table = make([]hashed, size)
	}
	mask := uint64(len(table) - 1)
	for i, j, end := at+1, 0, d.End(at); i < end; i, j = d.End(i), j+1 {
		v := d.Value(i)
		hash := v.Hash()
		slot := hash & mask
		for ; table[slot].next > 0; slot = (slot + 1) & mask {
			if other := &table[slot]; other.hash == hash && document.Equal(v, d.Value(other.entry)) {
				return other.next - 1, j
			}
		}
		table[slot] = hashed{hash, i, j + 1}
	}
	return 0, -1
}

// PrefixItems is the keyword prefixItems (core, section 10.3.1.1), in drafts before 2020-12 the array
// form of items.
type PrefixItems struct {
	Name    string // prefixItems or items
	Schemas []*Schema
}

func (k PrefixItems) Subschemas() []*Schema { return k.Schemas }

func (k PrefixItems) Keyword() string { return k.Name }

func (k PrefixItems) Valid(r *Run, at int) bool {
	d := r.Document
	if d.Kind(at) != document.Array {
		return true
	}
	for i, n, end := at+1, 0, d.End(at); i < end && n < len(k.Schemas); i, n = d.End(i), n+1 {
		if !r.child(k.Schemas[n], i) {
			return false
		}
	}
	return true
}

func (k PrefixItems) Explain(x *Explanation, at int) bool {
	ok := true
	for n, item := range x.Document.Value(at).Items() {
		if n < len(k.Schemas) && !x.Apply(k.Schemas[n], item.Entry(), k.Name, strconv.Itoa(n)) {
			ok = false
		}
	}
	return ok
}

// Items is the keyword items (core, section 10.3.1.2): a schema for each item behind those that prefixItems
// speaks of. In drafts before 2020-12 it is additionalItems where it follows an array of items. It is unevaluatedItems, too, where the
// items that the schemas in place speak of are known when the schema is compiled.
type Items struct {
	Name   string // items, additionalItems or unevaluatedItems
	From   int    // the index of the first item it speaks of
	Schema *Schema
}

func (k Items) Subschemas() []*Schema { return []*Schema{k.Schema} }

func (k Items) Keyword() string { return k.Name }

func (k Items) Valid(r *Run, at int) bool {
	d := r.Document
	if d.Kind(at) != document.Array || d.Len(at) <= k.From {
		return true
	}
	for i, n, end := at+1, 0, d.End(at); i < end; i, n = d.End(i), n+1 {
		if n >= k.From && !r.child(k.Schema, i) {
			return false
		}
	}
	return true
}

func (k Items) Explain(x *Explanation, at int) bool {
	ok := true
	for n, item := range x.Document.Value(at).Items() {
		if n >= k.From && !x.Apply(k.Schema, item.Entry(), k.Name) {
			ok = false
		}
	}
	return ok
}

// Contains is the keyword contains with its companions minContains and maxContains (core, section
// 10.3.1.3; validation, sections 6.4.4 and 6.4.5).
type Contains struct {
	Schema *Schema
	Min    int
	Max    int // -1: no maximum
	// Evaluates says that the items it accepts count as evaluated, which they do from 2020-12 on.
	Evaluates bool
}

func (k Contains) Subschemas() []*Schema { return []*Schema{k.Schema} }

func (Contains) Keyword() string { return "contains" }

func (k Contains) Valid(r *Run, at int) bool {
	d := r.Document
	if d.Kind(at) != document.Array {
		return true
	}
	n := 0
	for i, end := at+1, d.End(at); i < end; i = d.End(i) {
		if r.apart(k.Schema, i) {
			if n++; k.Max < 0 && n >= k.Min && !r.tracking {
				return true
			}
			if r.tracking && k.Evaluates {
				r.evaluated = append(r.evaluated, i)
			}
		}
	}
	return n >= k.Min && (k.Max < 0 || n <= k.Max)
}

func (k Contains) Explain(x *Explanation, at int) bool {
	if x.Document.Kind(at) != document.Array {
		return true
	}
	n := 0
	for _, item := range x.Document.Value(at).Items() {
		if ok, _ := x.Trial(func() bool { return x.Apply(k.Schema, item.Entry(), "contains") }); ok {
			n++
		}
	}
	found := Count(n, "item") + " that the schema of contains accepts"
	switch {
	case n < k.Min && k.Min == 1:
		x.Report("contains", "at least 1", found, at)
	case n < k.Min:
		x.Report("minContains", "at least "+strconv.Itoa(k.Min), found, at)
	case k.Max >= 0 && n > k.Max:
		x.Report("maxContains", "at most "+strconv.Itoa(k.Max), found, at)
	default:
		return true
	}
	return false
}
