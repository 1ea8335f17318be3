package contract

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// MostKinds is how many kinds a [Tally] tells apart. More of them are counted as one.
const MostKinds = 10_000

// Tally counts by kind. There may be more kinds than memory should hold: then the first ones are kept, by the order of their keys. One
// that is among the first of all is among the first of every part, so that tallies of parts add up to that of the whole.
type Tally struct {
	kinds map[Key]Kind
	// others is how often there was another kind.
	others int
}

// Key tells kinds apart: an operation, and for violations the place in its schema, or the code where no keyword is broken, and the
// place in the body.
type Key struct {
	Operation        string `json:"operation"`
	KeywordLocation  string `json:"keywordLocation,omitempty"`
	Code             string `json:"code,omitempty"`
	InstanceLocation string `json:"instanceLocation,omitempty"`
	// Where is that of [Finding].Where.
	Where string `json:"where,omitempty"`
}

func (k Key) compare(o Key) int {
	return cmp.Or(strings.Compare(k.Operation, o.Operation), strings.Compare(k.KeywordLocation, o.KeywordLocation),
		strings.Compare(k.Code, o.Code), strings.Compare(k.InstanceLocation, o.InstanceLocation), strings.Compare(k.Where, o.Where))
}

// Kind is how often something was, and where first.
type Kind struct {
	Count int   `json:"count"`
	First Place `json:"first"`
}

// Place is an exchange of a capture.
type Place struct {
	Source string `json:"source"`
	Entry  int    `json:"entry"`
	Line   int    `json:"line,omitempty"`
}

func (p Place) compare(q Place) int {
	return cmp.Or(strings.Compare(p.Source, q.Source), cmp.Compare(p.Entry, q.Entry), cmp.Compare(p.Line, q.Line))
}

func newTally() *Tally { return &Tally{kinds: map[Key]Kind{}} }

// Kinds are those that are told apart, by their keys.
func (t *Tally) Kinds() map[Key]Kind {
	t.trim()
	return t.kinds
}

// Others is how often there was a kind that is not told apart.
func (t *Tally) Others() int {
	t.trim()
	return t.others
}

// add counts a kind.
func (t *Tally) add(key Key, n int, at Place) {
	k, known := t.kinds[key]
	if !known || at.compare(k.First) < 0 {
		k.First = at
	}
	k.Count += n
	t.kinds[key] = k
	if len(t.kinds) >= 2*MostKinds {
		t.trim()
	}
}

// trim keeps the first kinds.
func (t *Tally) trim() {
	if len(t.kinds) <= MostKinds {
		return
	}
	for _, key := range t.keys()[MostKinds:] {
		t.others += t.kinds[key].Count
		delete(t.kinds, key)
	}
}

// keys are those of the kinds, in order.
func (t *Tally) keys() []Key {
	return slices.SortedFunc(maps.Keys(t.kinds), Key.compare)
}

func (t *Tally) merge(other *Tally) {
	for key, k := range other.kinds {
		t.add(key, k.Count, k.First)
	}
	t.others += other.others
}

// tallyObject is the JSON form of a tally.
type tallyObject struct {
	Kinds  []kindObject `json:"kinds"`
	Others int          `json:"others,omitempty"`
}

type kindObject struct {
	Key
	Kind
}

// MarshalJSON writes the kinds by their keys.
func (t *Tally) MarshalJSON() ([]byte, error) {
	t.trim()
	o := tallyObject{Kinds: []kindObject{}, Others: t.others}
	for _, key := range t.keys() {
		o.Kinds = append(o.Kinds, kindObject{key, t.kinds[key]})
	}
	return json.Marshal(o)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *Tally) UnmarshalJSON(text []byte) error {
	var o tallyObject
	if err := json.Unmarshal(text, &o); err != nil {
		return err
	}
	if o.Others < 0 {
		return errors.New("found a negative count, wanted none")
	}
	*t = Tally{map[Key]Kind{}, o.Others}
	for _, k := range o.Kinds {
		if k.Count < 1 {
			return fmt.Errorf("found the count %d, wanted at least 1", k.Count)
		}
		t.add(k.Key, k.Count, k.First)
	}
	return nil
}

// undocumented is the operation that an exchange seems to belong to, where the contract has none.
func undocumented(f Finding) string {
	host, path := "", f.URL
	if u, err := url.Parse(f.URL); err == nil {
		host, path = u.Host, u.EscapedPath()
	}
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if parameterLike(s) {
			segments[i] = "{…}"
		}
	}
	return strings.ToUpper(f.Method) + " " + host + strings.Join(segments, "/")
}

// parameterLike reports whether a segment of a path looks like the value of a parameter: it has a digit and nothing but what numbers, dates,
// UUIDs and digests are made of, or it is longer than words are.
func parameterLike(segment string) bool {
	const longWord = 32
	if len(segment) > longWord {
		return true
	}
	if len(segment) > 1 && (segment[0] == 'v' || segment[0] == 'V') && len(segment) <= 3 {
		return false // a version
	}
	return strings.ContainsAny(segment, "0123456789") && strings.Trim(segment, "0123456789abcdefABCDEF-_.:%") == ""
}
