package rule

import (
	"net/url"
	"strings"

	"github.com/assaykit/assay/document"
)

// Unit is what one application of a schema came to, or one keyword of it: a node of the tree that the output formats of
// JSON Schema are views of (core, section 12.3).
//
// Below the unit of a schema are those of its keywords, below the unit of a keyword those of the schemas that it applied.
// The tree holds what was found, whether it counts or not: the failing branches of an anyOf that passes, and the annotations of
// schemas that fail. [Unit.AppendOutput] leaves out what the format wanted leaves out.
type Unit struct {
	// Valid says that the instance satisfies the schema or the keyword.
	Valid bool
	// Keyword is the keyword's name, or "" for the unit of a schema.
	Keyword string
	// Schema is the schema applied, or the one that has the keyword. It is nil for the schema false of a
	// keyword that reports by itself which members must not be there.
	Schema *Schema
	// KeywordLocation is the path of keywords that led here, references included. v1 calls it the evaluation path.
	KeywordLocation string
	// AbsoluteKeywordLocation is the place of the schema or the keyword: a URI with a JSON Pointer as fragment. v1 calls that of a schema
	// the schema location.
	AbsoluteKeywordLocation string
	// InstanceLocation is the JSON Pointer of the value judged; for a member name it is that of the member.
	InstanceLocation string
	// Error is the message of the violation, as [Violation.Message] words it; "" where there is none. A unit that
	// fails without a message has a unit below it that fails.
	Error string
	// Annotation is the JSON text of what the keyword says of the instance; nil: nothing.
	Annotation []byte
	// Units are those below, in the order of evaluation.
	Units []*Unit

	at   int  // the entry of the value
	name bool // the entry is that of a member name
}

// Evaluate applies the schema to a document and records what every schema and every keyword came to. It is never nil; the
// document may be released afterwards. Messages are those of [Schema.Explain] and hide the same values.
func (s *Schema) Evaluate(d *document.Document, values Values) (u *Unit) {
	r, effort := &recorder{locator: document.NewLocator(d)}, newEffort(s.Limits, d.Entries())
	defer undecided(func(why noVerdict) {
		u = &Unit{Schema: s, AbsoluteKeywordLocation: s.Location, Error: why.violation().Message()}
	})
	x := &Explanation{Run: Run{Document: d, memory: newMemory(s, d.Entries())}, values: values, record: r, effort: effort}
	x.renew = func() { *effort = *newEffort(s.Limits, d.Entries()) }
	x.run(s)
	return r.root
}

// recorder makes the tree of units while an Explanation goes through a schema.
type recorder struct {
	locator *document.Locator
	root    *Unit
	unit    *Unit // of the schema whose keywords are evaluated
	// apart says that the schemas applied next belong to a Trial: whether their keyword fails is said by a Report, if at all.
	apart bool
}

// apply makes the unit of a schema that is applied at an entry; path is that of [Explanation.Apply].
func (r *recorder) apply(x *Explanation, s *Schema, at int, path []string) bool {
	outer, apart := r.unit, r.apart
	u := &Unit{Schema: s, AbsoluteKeywordLocation: s.Location, at: at}
	var keyword *Unit
	if outer == nil {
		r.root = u
	} else {
		keyword = outer.keyword(path[0])
		u.InstanceLocation = r.location(at)
		u.name = at == outer.at && outer.name || path[0] == PropertyNames{}.Keyword()
		u.KeywordLocation = strings.Join(append([]string{keyword.KeywordLocation}, path[1:]...), "/")
		keyword.Units = append(keyword.Units, u)
	}
	for _, a := range s.Assertions {
		u.keyword(a.Keyword())
	}
	for _, a := range s.Applicators {
		u.keyword(a.Keyword())
	}
	r.unit, r.apart = u, false
	u.Valid = x.keywords(s, at)
	u.annotate(x.Document)
	r.unit, r.apart = outer, apart
	if keyword != nil && !u.Valid && !apart {
		keyword.Valid = false
	}
	return u.Valid
}

// location is the JSON Pointer of an entry that a keyword of the schema at hand speaks of.
func (r *recorder) location(at int) string {
	if at == r.unit.at {
		return r.unit.InstanceLocation
	}
	return r.locator.Pointer(at)
}

// trial evaluates what f does for a keyword that does not fail as the schemas applied by f do.
func (r *recorder) trial(f func() bool) bool {
	apart := r.apart
	r.apart = true
	ok := f()
	r.apart = apart
	return ok
}

// keyword is the unit of a keyword below that of its schema. It is made where there is none yet, and passes until
// something is said against it.
func (u *Unit) keyword(name string) *Unit {
	for _, k := range u.Units {
		if k.Keyword == name {
			return k
		}
	}
	token := document.EscapePointer(name)
	k := &Unit{
		Valid: true, Keyword: name, Schema: u.Schema, KeywordLocation: u.KeywordLocation + "/" + token,
		AbsoluteKeywordLocation: Child(u.Schema.Location, (&url.URL{Fragment: token}).EscapedFragment()),
		InstanceLocation:        u.InstanceLocation, at: u.at,
	}
	u.Units = append(u.Units, k)
	return k
}

// fail notes a violation of the schema whose keywords are evaluated.
func (r *recorder) fail(v Violation, at int) {
	u := r.unit
	if v.Keyword != "" {
		u = u.keyword(v.Keyword)
		u.Valid = false
	}
	if at != u.at {
		// The keyword speaks of a child itself, as its schema false would have to.
		child := &Unit{
			KeywordLocation: u.KeywordLocation, AbsoluteKeywordLocation: u.AbsoluteKeywordLocation,
			InstanceLocation: r.location(at), at: at,
		}
		u.Units = append(u.Units, child)
		u = child
	}
	u.Error = v.Message()
}
