package infer

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/assaykit/assay/capture/secret"
	"github.com/assaykit/assay/rule"
)

// Options say what a schema says.
type Options struct {
	ID    string // its $id; "" is none
	Title string
	// Closed forbids members that were not seen.
	Closed bool
	// NoEnums leaves the values of strings out.
	NoEnums bool
	// NoComments leaves out how often something was seen, and in which range.
	NoComments bool
}

// Strings become an enum where there are two at least and at most mostEnum different ones, each was seen several times on average, and all look like words.
const (
	mostEnum   = 12
	timesEach  = 3
	leastTimes = 6
)

var wordLike = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]{0,23}([ _./:-][A-Za-z0-9]{1,24})*$`)

// Schema is a JSON Schema (2020-12) that accepts all documents of the sample, as text. The same sample gives the same bytes. Members
// stand in the order that they mostly have.
func (s *Sample) Schema(o Options) []byte {
	var out object
	out.set("$schema", "https://json-schema.org/draft/2020-12/schema")
	if o.ID != "" {
		out.set("$id", o.ID)
	}
	if o.Title != "" {
		out.set("title", o.Title)
	}
	return append(out, s.root.schema(o)...).pretty()
}

// schema is what a schema says of the values of a place.
func (s *shape) schema(o Options) object {
	var out object
	switch types := s.types(); len(types) {
	case 0:
		return out
	case 1:
		out.set("type", types[0])
	default:
		out.set("type", types)
	}
	if s.Numbers != nil {
		out.comment(o, "numbers", s, s.Numbers.Count, between(s.Numbers.Min, s.Numbers.Max))
	}
	if s.Strings != nil {
		s.text(&out, o)
	}
	if a := s.Arrays; a != nil {
		out.comment(o, "arrays", s, a.Count, a.Items.of("item"))
		if a.Of.Count > 0 {
			out.set("items", a.Of.schema(o))
		}
	}
	if s.Objects != nil {
		s.Objects.schema(&out, o)
	}
	return out
}

// types are the words of the keyword type.
func (s *shape) types() []string {
	var list []string
	for _, t := range []struct {
		name  string
		there bool
	}{
		{"object", s.Objects != nil}, {"array", s.Arrays != nil}, {"string", s.Strings != nil},
		{"integer", s.Numbers != nil && s.Numbers.Integers == s.Numbers.Count}, {"number", s.Numbers != nil && s.Numbers.Integers < s.Numbers.Count},
		{"boolean", s.Booleans > 0}, {"null", s.Nulls > 0},
	} {
		if t.there {
			list = append(list, t.name)
		}
	}
	return list
}

// text is what is said of strings.
func (s *shape) text(out *object, o Options) {
	t := s.Strings
	out.comment(o, "strings", s, t.Count, t.Length.of("character"))
	if f := t.format(); f != "" {
		out.set("format", f)
		return
	}
	// An enum would have to list the values of other types, too.
	if values := t.enum(); !o.NoEnums && values != nil && s.Count == t.Count+s.Nulls {
		list := make([]any, len(values), len(values)+1)
		for i, v := range values {
			list[i] = v
		}
		if s.Nulls > 0 {
			list = append(list, nil)
		}
		out.set("enum", list)
	}
}

// enum are the values that a place seems to choose from; nil where it does not seem so.
func (t *texts) enum() []string {
	if t.Many || len(t.Values) < 2 || len(t.Values) > mostEnum || t.Count < max(leastTimes, timesEach*len(t.Values)) {
		return nil
	}
	for text := range t.Values {
		if !wordLike.MatchString(text) || secret.Looks(text) {
			return nil
		}
	}
	return slices.Sorted(maps.Keys(t.Values))
}

// schema is what is said of objects.
func (o *objects) schema(out *object, with Options) {
	if o.isMap() {
		if !with.NoComments {
			out.add("$comment", o.Size.of("member"))
		}
		out.set("additionalProperties", o.all().schema(with))
		return
	}
	names := slices.SortedFunc(maps.Keys(o.Members), func(a, b string) int {
		x, y := o.Members[a], o.Members[b]
		return cmp.Or(cmp.Compare(float64(x.Place)/float64(x.Of.Count), float64(y.Place)/float64(y.Of.Count)), strings.Compare(a, b))
	})
	var required []string
	var properties object
	for _, name := range names {
		member := &o.Members[name].Of
		of := with
		of.NoEnums = of.NoEnums || secret.Member(name)
		schema := member.schema(of)
		if member.Count == o.Count {
			required = append(required, name)
		} else if !with.NoComments {
			schema.add("$comment", fmt.Sprintf("in %d of %d", member.Count, o.Count))
		}
		properties.set(name, schema)
	}
	if properties != nil {
		out.set("properties", properties)
	}
	if required != nil {
		out.set("required", required)
	}
	if with.Closed {
		out.set("additionalProperties", false)
	}
}

// comment says how often values of a kind were seen, where there are others, and in which range.
func (o *object) comment(options Options, kind string, s *shape, count int, within string) {
	if options.NoComments {
		return
	}
	if count < s.Count {
		within = rule.Count(count, strings.TrimSuffix(kind, "s")) + " of " + within
	}
	o.add("$comment", within)
}

// add adds to a text, behind a semicolon where there is one.
func (o *object) add(name, text string) {
	for i, e := range *o {
		if e.name == name {
			(*o)[i].value = e.value.(string) + "; " + text
			return
		}
	}
	o.set(name, text)
}

// of is the range as a number of things: "1 item", "0 to 3 items".
func (s span) of(noun string) string {
	if s.Min == s.Max {
		return rule.Count(s.Min, noun)
	}
	return fmt.Sprintf("%d to %s", s.Min, rule.Count(s.Max, noun))
}

// between is a range, or the only value of it.
func between(least, most string) string {
	if least == most {
		return least
	}
	return least + " to " + most
}
