package infer

import (
	"github.com/assaykit/assay/capture/secret"
	"regexp"
	"strings"

	"github.com/assaykit/assay/document"
)

// arrays are the arrays seen at a place.
type arrays struct {
	Count int   `json:"count"`
	Items span  `json:"items"`
	Of    shape `json:"of"` // all of their items
}

func (a *arrays) add(d *document.Document, at int) {
	a.Items.widen(d.Len(at), a.Count == 0)
	a.Count++
	for i, end := at+1, d.End(at); i < end; i = d.End(i) {
		a.Of.add(d, i)
	}
}

func (a *arrays) merge(o *arrays) {
	a.Items.join(o.Items, a.Count == 0)
	a.Count += o.Count
	a.Of.merge(&o.Of)
}

// objects are the objects seen at a place.
type objects struct {
	Count int  `json:"count"`
	Size  span `json:"size"` // members
	// Members are by their names; nil where those are too many. Then Any is what all are.
	Members map[string]*member `json:"members,omitempty"`
	Any     *shape             `json:"any,omitempty"`
}

// member is a member of some name.
type member struct {
	// Place is the sum of its places among the members, from 0: those that mostly come first stand first in the schema.
	Place int   `json:"place"`
	Of    shape `json:"of"`
}

func (o *objects) add(d *document.Document, at int) {
	o.Size.widen(d.Len(at), o.Count == 0)
	o.Count++
	place := 0
	for m, end := at+1, d.End(at); m < end; m = d.End(m + 1) {
		if o.Any != nil {
			o.Any.add(d, m+1)
			continue
		}
		into := o.member(d.Text(m))
		into.Place += place
		into.Of.add(d, m+1)
		place++
		o.bound()
	}
}

// member is the member of a name, a new one where there is none.
func (o *objects) member(name string) *member {
	m := o.Members[name]
	if m == nil {
		if o.Members == nil {
			o.Members = map[string]*member{}
		}
		m = &member{}
		o.Members[strings.Clone(name)] = m
	}
	return m
}

// bound gives names up where they are too many.
func (o *objects) bound() {
	if len(o.Members) > MostNames {
		o.giveUp()
	}
}

func (o *objects) giveUp() {
	any := o.all()
	o.Members, o.Any = nil, any
}

// all is what the members of all names are.
func (o *objects) all() *shape {
	if o.Any != nil {
		return o.Any
	}
	all := &shape{}
	for _, m := range o.Members {
		all.merge(&m.Of)
	}
	return all
}

func (o *objects) merge(other *objects) {
	o.Size.join(other.Size, o.Count == 0)
	o.Count += other.Count
	if other.Any != nil && o.Any == nil {
		o.giveUp()
	}
	if o.Any != nil {
		o.Any.merge(other.all())
		return
	}
	for name, m := range other.Members {
		into := o.member(name)
		into.Place += m.Place
		into.Of.merge(&m.Of)
	}
	o.bound()
}

// keyLike are names that are data: numbers, dates, digests, UUIDs, paths, versions, addresses.
var keyLike = regexp.MustCompile(`^[0-9]|[/@:*.]|^[0-9a-fA-F-]{16,}$`)

// tokenLike reports whether a name may be a key or a token: it is longer than names are, and has digits among letters.
func tokenLike(name string) bool {
	const long = 20
	letters, digits := 0, 0
	for _, r := range name {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
			letters++
		case r != '-' && r != '_':
			return false
		}
	}
	return letters+digits >= long && digits > 2 && letters > 2
}

// isMap reports whether the names of the members are data rather than words of a schema. What cannot be told is taken for words.
func (o *objects) isMap() bool {
	if o.Any != nil {
		return true
	}
	const few = 3
	keys, seen, kinds := 0, 0, ""
	for name, m := range o.Members {
		if tokenLike(name) || secret.Looks(name) {
			return true // it must not stand in a schema
		}
		if keyLike.MatchString(name) {
			keys++
		}
		seen += m.Of.Count
		switch k := m.Of.kinds(); {
		case k == "": // nulls alone
		case kinds == "":
			kinds = k
		case k != kinds:
			kinds = "several"
		}
	}
	if kinds == "several" || len(o.Members) < few {
		return false
	}
	// Each object has but some of many names, or most names are no words.
	const many = 20
	rarely := len(o.Members) >= many && seen*5 < len(o.Members)*o.Count
	return rarely || keys*2 > len(o.Members)
}

// kinds names the kinds of values, null aside.
func (s *shape) kinds() string {
	kinds := ""
	for _, k := range []struct {
		name  string
		there bool
	}{{"boolean ", s.Booleans > 0}, {"number ", s.Numbers != nil}, {"string ", s.Strings != nil}, {"array ", s.Arrays != nil}, {"object ", s.Objects != nil}} {
		if k.there {
			kinds += k.name
		}
	}
	return kinds
}
