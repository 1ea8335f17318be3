package contract

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// Knows reports whether the summary has a drift, so that it is not new beside it. A value beyond an enum is known where the summary has one
// of the same enum but does not show values, or this one is not shown; what may be among the kinds that were not told apart is known, too.
func (s *Summary) Knows(d Drift) bool {
	if d.Kind == WiderRange {
		return false
	}
	return s.tally(d.Kind).knows(d.Key.valid())
}

// lookup is what the kinds of a tally come to, for kinds that are not among them.
type lookup struct {
	names  map[Key]int  // how many members of a schema are told apart
	hidden map[Key]bool // the kinds without their values
	last   Key
}

func (t *Tally) knows(key Key) bool {
	t.trim()
	if _, has := t.kinds[key]; has {
		return true
	}
	if t.lookup == nil {
		t.lookup = t.newLookup()
	}
	switch {
	case key.Member != "":
		if _, has := t.kinds[key.group()]; has && t.lookup.names[key.group()] >= MostNames {
			return true
		}
	case key.Value == "" && t.lookup.hidden[key]:
		return true
	case key.Value != "":
		hidden := key
		hidden.Value = ""
		if _, has := t.kinds[hidden]; has {
			return true
		}
	}
	return t.others > 0 && t.lookup.last.compare(key) < 0
}

func (t *Tally) newLookup() *lookup {
	l := &lookup{names: map[Key]int{}, hidden: map[Key]bool{}}
	for key := range t.kinds {
		if key.compare(l.last) > 0 {
			l.last = key
		}
		if key.Member != anyName {
			l.names[key.group()]++
		}
		key.Value = ""
		l.hidden[key] = true
	}
	return l
}

// News is what a summary has of drift that a baseline has not, by kinds and keys, each with its count and first place; that of wider ranges
// has neither.
type News struct {
	Drift
	First Place
}

// News is what is new beside a baseline.
func (s *Summary) News(baseline *Summary) []News {
	var list []News
	for _, kind := range driftKinds {
		t := s.tally(kind)
		for key, k := range t.Kinds() {
			if d := (Drift{Kind: kind, Key: key, Count: k.Count, Types: k.Types}); !baseline.Knows(d) {
				list = append(list, News{d, k.First})
			}
		}
	}
	list = append(list, s.wider(baseline)...)
	slices.SortFunc(list, func(a, b News) int {
		return cmp.Or(cmp.Compare(rank(a.Kind), rank(b.Kind)), a.Key.compare(b.Key), cmp.Compare(a.Note, b.Note))
	})
	return list
}

// rank is where a kind stands in lists.
func rank(kind DriftKind) int {
	if i := slices.Index(driftKinds, kind); i >= 0 {
		return i
	}
	return len(driftKinds)
}

// wider are the ranges that are wider than those of a baseline. Where that has none, there is nothing to hold against.
func (s *Summary) wider(baseline *Summary) []News {
	var list []News
	for name, o := range s.Operations {
		was := baseline.Operations[name]
		if was == nil {
			continue
		}
		for i, side := range []*Side{&o.Accepted, &o.Rejected} {
			before := []*Side{&was.Accepted, &was.Rejected}[i]
			for part, p := range side.Parts {
				if q := before.Parts[part]; q != nil {
					for location, c := range p.Schemas {
						if d := q.Schemas[location]; d != nil {
							list = append(list, c.wider(d, Key{Operation: name, Rejected: i == 1, Part: part, Schema: location})...)
						}
					}
				}
			}
		}
	}
	return list
}

func (s *SchemaCoverage) wider(was *SchemaCoverage, key Key) []News {
	var list []News
	compare := func(name string, m, before *MemberCoverage) {
		if m == nil || before == nil {
			return
		}
		key.Member = name
		for _, note := range m.wider(before) {
			list = append(list, News{Drift: Drift{Kind: WiderRange, Key: key, Count: 1, Note: note}})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Members)) {
		compare(name, s.Members[name], was.Members[name])
	}
	compare(anyName, s.Others, was.Others)
	compare("", s.Items, was.Items)
	return list
}

// wider says which ranges are wider than they were.
func (m *MemberCoverage) wider(was *MemberCoverage) []string {
	var notes []string
	for _, r := range []struct {
		of       string
		now, was *Range
	}{{"lengths", m.Lengths, was.Lengths}, {"numbers of items", m.Counts, was.Counts}, {"digits", m.Digits, was.Digits}} {
		if r.now != nil && r.was != nil && *r.was.merge(r.now) != *r.was {
			notes = append(notes, fmt.Sprintf("%s from %d to %d, which were from %d to %d,", r.of, r.now.Min, r.now.Max, r.was.Min, r.was.Max))
		}
	}
	if m.Numbers != nil && was.Numbers != nil && *was.Numbers.merge(m.Numbers) != *was.Numbers {
		notes = append(notes, fmt.Sprintf("numbers from %s to %s, which were from %s to %s,", m.Numbers.Min, m.Numbers.Max, was.Numbers.Min, was.Numbers.Max))
	}
	return notes
}
