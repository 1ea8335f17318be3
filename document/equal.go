package document

import (
	"hash/maphash"
)

// seed makes the hashes of this process unpredictable from outside.
var seed = maphash.MakeSeed()

func seededHash(b []byte) uint64 { return maphash.Bytes(seed, b) }

// Equal reports whether two values are equal by JSON Schema's rule (core, section
// 4.2.2): numbers by their mathematical value, objects whatever the order of
// their members.
func Equal(a, b Value) bool { return equal(a.doc, a.at, b.doc, b.at) }

func equal(d *Document, i int, e *Document, j int) bool {
	kind := d.Kind(i)
	if kind != e.Kind(j) {
		return false
	}
	switch kind {
	case Null:
		return true
	case Boolean:
		return d.True(i) == e.True(j)
	case Number:
		return d.Text(i) == e.Text(j) || equalNumbers(d.Bytes(i), e.Bytes(j))
	case String:
		return d.Text(i) == e.Text(j)
	}
	if d.Len(i) != e.Len(j) {
		return false
	}
	if kind == Object {
		return equalMembers(d, i, e, j)
	}
	end := d.End(i)
	for i, j = i+1, j+1; i < end; i, j = d.End(i), e.End(j) {
		if !equal(d, i, e, j) {
			return false
		}
	}
	return true
}

func equalNumbers(a, b []byte) bool {
	m, okM := scale(a)
	n, okN := scale(b)
	if okM && okN {
		return m.normal() == n.normal()
	}
	return parseDecimal(a).Compare(parseDecimal(b)) == 0
}

// equalMembers compares two objects with as many members. Most are written in one order,
// so the member at the same place is tried first.
func equalMembers(d *Document, i int, e *Document, j int) bool {
	end, k := d.End(i), j+1
	var index map[string]int
	for m := i + 1; m < end; m = d.End(m + 1) {
		name, value := d.Text(m), -1
		switch {
		case e.Text(k) == name:
			value = k + 1
		case e.Len(j) <= 8:
			value = e.Find(j, name)
		default:
			if index == nil {
				index = e.memberIndex(j)
			}
			if at, ok := index[name]; ok {
				value = at
			}
		}
		if value < 0 || !equal(d, m+1, e, value) {
			return false
		}
		if k = e.End(k + 1); k >= e.End(j) {
			k = j + 1
		}
	}
	return true
}

// memberIndex maps the names of an object to the entries of their values.
func (d *Document) memberIndex(at int) map[string]int {
	index := make(map[string]int, d.Len(at))
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		index[d.Text(m)] = m + 1
	}
	return index
}

// Hash is a number that is the same for equal values within one process; values made to collide cannot be
// made from outside.
func (v Value) Hash() uint64 { return v.doc.hash(v.at) }

func (d *Document) hash(at int) uint64 {
	kind := d.Kind(at)
	h := uint64(kind) * 0x9E3779B97F4A7C15
	switch kind {
	case Boolean:
		if d.True(at) {
			h++
		}
	case Number:
		h ^= hashNumber(d.Bytes(at))
	case String:
		h ^= seededHash(d.Bytes(at))
	case Array:
		for i, end := at+1, d.End(at); i < end; i = d.End(i) {
			h = maphash.Comparable(seed, [2]uint64{h, d.hash(i)})
		}
	case Object:
		for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
			h += maphash.Comparable(seed, [2]uint64{seededHash(d.Bytes(m)), d.hash(m + 1)})
		}
	}
	return h
}

// hashNumber is the same for all ways to write a number: one of few digits may be written with many.
func hashNumber(text []byte) uint64 {
	few, ok := scale(text)
	if !ok {
		many := parseDecimal(text)
		if few, ok = many.scaled(); !ok {
			return maphash.String(seed, many.String())
		}
	}
	return maphash.Comparable(seed, few.normal())
}
