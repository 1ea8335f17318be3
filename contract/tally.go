package contract

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/assaykit/assay/capture/secret"
)

// MostKinds is how many kinds a [Tally] tells apart. More of them are counted as one.
const MostKinds = 10_000

// MostNames is how many undeclared members of one schema a [Tally] tells apart: objects with more are maps, whose names are data. The others are counted as the member {…}.
const MostNames = 50

// anyName stands for a name of a member, or a segment of a path, that looks as if it was data.
const anyName = "{…}"

// Tally counts by kind. There may be more kinds than memory should hold: then the first ones are kept, by the order of their keys. One
// that is among the first of all is among the first of every part, so that tallies of parts add up to that of the whole. The same goes for the
// names of members in each schema.
type Tally struct {
	kinds map[Key]Kind
	// others is how often there was another kind.
	others int
	// trimmed says that nothing came since the first kinds were kept, and lookup is what [Tally.knows] asks of them, made when it first does.
	trimmed bool
	lookup  *lookup
}

// Key tells kinds apart. What has no meaning for a kind is "".
type Key struct {
	Operation string `json:"operation"`
	// Rejected says that the status of the exchange was 400 or more.
	Rejected bool `json:"rejected,omitempty"`
	// Status and MediaType are those of a response that the contract does not document. Where MediaType is there, it has the status.
	Status    string `json:"status,omitempty"`
	MediaType string `json:"mediaType,omitempty"`
	// KeywordLocation is that of a violation, Code its code where no keyword is broken, and InstanceLocation the place in the body.
	KeywordLocation  string `json:"keywordLocation,omitempty"`
	Code             string `json:"code,omitempty"`
	InstanceLocation string `json:"instanceLocation,omitempty"`
	// Where is that of [Finding].Where.
	Where string `json:"where,omitempty"`
	// Part and Schema are where an undocumented member, or a value beyond an enum, is, by the names that [Side] and [PartCoverage] have.
	Part   string `json:"part,omitempty"`
	Schema string `json:"schema,omitempty"`
	// Member is the name of an undocumented member, or {…} for those that look as if they were data.
	Member string `json:"member,omitempty"`
	// Value is one beyond an enum, as JSON; "" unless the check was asked to show values.
	Value string `json:"value,omitempty"`
}

func (k Key) compare(o Key) int {
	return cmp.Or(strings.Compare(k.Operation, o.Operation), compareBool(k.Rejected, o.Rejected), strings.Compare(k.Status, o.Status), strings.Compare(k.MediaType, o.MediaType),
		strings.Compare(k.KeywordLocation, o.KeywordLocation), strings.Compare(k.Code, o.Code), strings.Compare(k.InstanceLocation, o.InstanceLocation),
		strings.Compare(k.Where, o.Where), strings.Compare(k.Part, o.Part), strings.Compare(k.Schema, o.Schema),
		compareNames(k.Member, o.Member), strings.Compare(k.Value, o.Value))
}

// compareNames puts the one that stands for many last: what is folded must not come before what is told apart.
func compareNames(a, b string) int {
	return cmp.Or(compareBool(a == anyName, b == anyName), strings.Compare(a, b))
}

// valid is the key as JSON can hold it: keys that are written alike are alike.
func (k Key) valid() Key {
	for _, text := range []*string{&k.Operation, &k.Status, &k.MediaType, &k.KeywordLocation, &k.Code, &k.InstanceLocation, &k.Where, &k.Part,
		&k.Schema, &k.Member, &k.Value} {
		*text = valid(*text)
	}
	return k
}

// valid is a text as JSON can hold it.
func valid(text string) string { return strings.ToValidUTF8(text, "\ufffd") }

// Kind is how often something was, and where first.
type Kind struct {
	Count int   `json:"count"`
	First Place `json:"first"`
	// Types are those of the values of an undocumented member, in alphabetical order.
	Types []string `json:"types,omitempty"`
}

// Place is an exchange of a capture.
type Place struct {
	Source string `json:"source"`
	Entry  int    `json:"entry"`
	Line   int    `json:"line,omitempty"`
}

// String is the capture, the line in it where that is known, and the entry: "a.har:7: entry 2".
func (p Place) String() string {
	place := p.Source
	if p.Line > 0 {
		place += ":" + strconv.Itoa(p.Line)
	}
	return place + ": entry " + strconv.Itoa(p.Entry)
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

// count counts what an exchange has of drift.
func (t *Tally) count(d Drift, at Place) {
	at.Source = valid(at.Source)
	t.add(d.Key.valid(), Kind{d.Count, at, d.Types})
}

// add counts a kind, and keeps the first where there are many.
func (t *Tally) add(key Key, more Kind) {
	t.put(key, more)
	if len(t.kinds) >= 2*MostKinds {
		t.trim()
	}
}

// put counts a kind.
func (t *Tally) put(key Key, more Kind) {
	k, known := t.kinds[key]
	if !known || more.First.compare(k.First) < 0 {
		k.First = more.First
	}
	k.Count = sum(k.Count, more.Count)
	k.Types = union(k.Types, more.Types)
	t.kinds[key] = k
	t.trimmed, t.lookup = false, nil
}

// union is both lists as one, in order, each word once. Neither changes.
func union(a, b []string) []string {
	for _, word := range b {
		if i, has := slices.BinarySearch(a, word); !has {
			a = slices.Insert(slices.Clone(a), i, word)
		}
	}
	return a
}

// trim folds names of which one schema has too many, and keeps the first kinds.
func (t *Tally) trim() {
	if t.trimmed {
		return
	}
	t.fold()
	if len(t.kinds) > MostKinds {
		for _, key := range t.keys()[MostKinds:] {
			t.others = sum(t.others, t.kinds[key].Count)
			delete(t.kinds, key)
		}
	}
	t.trimmed = true
}

// fold counts the members of each schema behind the first as one.
func (t *Tally) fold() {
	names := map[Key]int{}
	crowded := false
	for key := range t.kinds {
		if key.Member != "" && key.Member != anyName {
			group := key.group()
			names[group]++
			crowded = crowded || names[group] > MostNames
		}
	}
	if !crowded {
		return
	}
	clear(names)
	for _, key := range t.keys() {
		if key.Member == "" || key.Member == anyName {
			continue
		}
		group := key.group()
		if names[group]++; names[group] > MostNames {
			k := t.kinds[key]
			delete(t.kinds, key)
			t.put(group, k)
		}
	}
}

// group is the kind of the members of the same schema that are not told apart.
func (k Key) group() Key {
	k.Member = anyName
	return k
}

// keys are those of the kinds, in order.
func (t *Tally) keys() []Key {
	return slices.SortedFunc(maps.Keys(t.kinds), Key.compare)
}

func (t *Tally) merge(other *Tally) {
	for key, k := range other.kinds {
		t.add(key, k)
	}
	t.others = sum(t.others, other.others)
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
		return errNegative
	}
	*t = Tally{kinds: map[Key]Kind{}, others: o.Others}
	for _, k := range o.Kinds {
		if k.Count < 1 {
			return fmt.Errorf("found the count %d, wanted at least 1", k.Count)
		}
		// What an earlier kind of the same key has is added to, as in a merge.
		k.Types = union(nil, k.Types)
		k.First.Source = valid(k.First.Source)
		t.add(k.Key.valid(), k.Kind)
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
			segments[i] = anyName
		}
	}
	return strings.ToUpper(f.Method) + " " + host + strings.Join(segments, "/")
}

// parameterLike reports whether a segment of a path looks like the value of a parameter: it has a digit and nothing but what numbers, dates,
// UUIDs and digests are made of, or it is longer than words are.
func parameterLike(segment string) bool {
	const longWord, fewDigits, letters = 32, 3, "abcdefghijklmnopqrstuvwxyz"
	if len(segment) > longWord || segment == redacted || secret.Looks(segment) {
		return true
	}
	if len(segment) > 1 && (segment[0] == 'v' || segment[0] == 'V') && len(segment) <= 3 {
		return false // a version
	}
	if kind, number, is := strings.Cut(segment, "_"); is && kind != "" && len(number) >= fewDigits &&
		strings.Trim(kind, letters) == "" && strings.Trim(number, "0123456789") == "" {
		return true // ord_00000001
	}
	return strings.ContainsAny(segment, "0123456789") && strings.Trim(segment, "0123456789abcdefABCDEF-_.:%") == ""
}
