package contract

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// object looks at the members of an object: each is for the schemas that any schema in place has for it.
func (a *applied) object() {
	d := a.document
	for name, end := a.at+1, d.End(a.at); name < end; name = d.End(name + 1) {
		m := member{applied: a, name: d.Text(name), at: name + 1}
		for _, s := range a.schemas {
			for _, k := range s.Applicators {
				m.ask(s, k)
			}
		}
		if !m.declared {
			m.unevaluated()
		}
		if !m.declared {
			m.undocumented()
		}
		if len(m.schemas) > 0 {
			a.value(m.schemas, m.at, a.hidden)
		}
	}
}

// member is one of an object, with the schemas that are for its value.
type member struct {
	*applied
	name     string
	at       int
	declared bool
	schemas  []*rule.Schema
}

// ask asks a keyword of a schema in place for the member.
func (m *member) ask(s appliedSchema, k rule.Applicator) {
	switch k := k.(type) {
	case rule.Properties:
		if p, has := s.members[m.name]; has {
			m.is(s, p.Schema, func(c *SchemaCoverage) *MemberCoverage { return made(&c.Members, p.Name) })
		}
	case rule.PatternProperties:
		for _, p := range k.Each {
			if rule.MatchesIn(m.document, p.Pattern, m.name) {
				m.is(s, p.Schema, others)
			}
		}
	case rule.AdditionalProperties:
		if says(k.Schema) && k.Additional(m.document, m.name) {
			m.is(s, k.Schema, others)
		}
	}
}

// unevaluated asks for the schemas of members that nothing else speaks of.
func (m *member) unevaluated() {
	for _, s := range m.applied.schemas {
		for _, k := range s.Applicators {
			if k, ok := k.(rule.UnevaluatedProperties); ok && says(k.Schema) {
				m.is(s, k.Schema, others)
			}
		}
	}
}

func others(c *SchemaCoverage) *MemberCoverage { return kept(&c.Others) }

func items(c *SchemaCoverage) *MemberCoverage { return kept(&c.Items) }

// kept is a coverage, which is made where there is none.
func kept(m **MemberCoverage) *MemberCoverage {
	if *m == nil {
		*m = &MemberCoverage{}
	}
	return *m
}

// is notes that a schema has another one for the member.
func (m *member) is(s appliedSchema, sub *rule.Schema, in func(*SchemaCoverage) *MemberCoverage) {
	m.declared = true
	if !s.condition {
		m.see(in(m.schema(s.shape)), m.at)
		m.schemas = append(m.schemas, sub)
	}
}

// undocumented notes a member that no schema in place declares. An object of which none declares any member is a map, where the
// schemas say something of the others, or of names; and nothing is known of it where they do not even say that it is an object.
func (m *member) undocumented() {
	owner := slices.IndexFunc(m.applied.schemas, func(s appliedSchema) bool { return !s.condition && s.names })
	name := strings.Clone(m.name) // the document's memory is not ours to keep
	if m.hidden || dataLike(name) || m.secret(name) {
		name = anyName
	}
	if owner < 0 {
		name = anyName
		owner = slices.IndexFunc(m.applied.schemas, func(s appliedSchema) bool { return !s.condition && s.object })
		if owner < 0 || slices.ContainsFunc(m.applied.schemas, func(s appliedSchema) bool { return s.mapped }) {
			return
		}
	}
	m.drift(UndocumentedMember, Key{Schema: m.applied.schemas[owner].location, Member: name}, typeOf(m.document, m.at))
}

// typeOf is the type of a value, by its name in schemas.
func typeOf(d *document.Document, at int) string {
	switch d.Kind(at) {
	case document.Null:
		return "null"
	case document.Boolean:
		return "boolean"
	case document.Number:
		if d.Integer(at) {
			return "integer"
		}
		return "number"
	case document.String:
		return "string"
	case document.Array:
		return "array"
	}
	return "object"
}

// longestName is how many bytes the name of a member has that somebody gave it.
const longestName = 40

// dataLike reports whether the name of a member looks as if it was data: an identifier, a date, an address, a token, or a path.
func dataLike(name string) bool {
	if name == "" || len(name) > longestName || parameterLike(name) {
		return true
	}
	digits := 0
	for _, c := range name {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case !unicode.IsLetter(c) && !strings.ContainsRune("_-$.:@", c):
			return true
		}
	}
	return digits > 4 || strings.LastIndexByte(name, '@') > 0
}

// array looks at the items of an array.
func (a *applied) array() {
	for n, item := range a.document.Value(a.at).Items() {
		i := member{applied: a, at: item.Entry()}
		for _, s := range a.schemas {
			for _, k := range s.Applicators {
				i.askItem(s, k, n)
			}
		}
		for _, s := range a.schemas {
			for _, k := range s.Applicators {
				if k, ok := k.(rule.UnevaluatedItems); ok && !i.declared {
					i.is(s, k.Schema, items)
				}
			}
		}
		if len(i.schemas) > 0 {
			a.value(i.schemas, i.at, a.hidden)
		}
	}
}

// askItem asks a keyword of a schema in place for the item of an index.
func (m *member) askItem(s appliedSchema, k rule.Applicator, n int) {
	switch k := k.(type) {
	case rule.PrefixItems:
		if n < len(k.Schemas) {
			m.is(s, k.Schemas[n], items)
		}
	case rule.Items:
		if n >= k.From {
			m.is(s, k.Schema, items)
		}
	case rule.Contains:
		if k.Schema.ValidAt(m.document, m.at) {
			m.is(s, k.Schema, items)
		}
	}
}

// see counts a value, and how large it is.
func (m *member) see(c *MemberCoverage, at int) {
	d := m.document
	c.Seen++
	switch d.Kind(at) {
	case document.Null:
		c.Null++
	case document.String:
		c.Lengths = c.Lengths.with(d.Runes(at))
	case document.Array:
		c.Counts = c.Counts.with(d.Len(at))
	case document.Number:
		text := d.Decimal(at).String()
		c.Digits = c.Digits.with(digits(text))
		if !m.values.Hidden && !m.hidden && len(text) <= longestNumber && !m.secret(text) {
			c.Numbers = c.Numbers.merge(&Numbers{json.Number(text), json.Number(text)})
		}
	}
}

// with is the range with one more.
func (r *Range) with(n int) *Range { return r.merge(&Range{n, n}) }

// digits is how many digits of a number stand before its point, where it is written without exponent.
func digits(text string) int {
	mantissa, exponent, _ := strings.Cut(strings.TrimPrefix(text, "-"), "e")
	shift, _ := strconv.Atoi(exponent)
	whole, _, _ := strings.Cut(mantissa, ".")
	return max(0, len(strings.TrimLeft(whole, "0"))+shift)
}
