package rule

import (
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
)

// Values says how far an explanation may show values of the instance. Of a value that is not shown it says type and length.
type Values struct {
	// Hidden lets it show none. What resembles a value is not told either.
	Hidden bool
	// Sum is what tells hidden values apart without showing them, a keyed hash; nil tells nothing. It is not asked of what the schema marks as
	// sensitive, and not of booleans and null, of which there are too few to hide one. With it, the digits of hidden numbers are counted.
	Sum func(document.Value) string
	// Secret reports whether a string, a number or the name of a member is not shown although others are; nil reports none.
	Secret func(text string) bool
	// Revealed lets it show also what the schema marks as sensitive.
	Revealed bool
}

// ShowValues lets an explanation quote values, except those that the schema marks as
// sensitive; HideValues lets it say their type and length only.
var (
	ShowValues = Values{}
	HideValues = Values{Hidden: true}
)

// Explanation is one evaluation of a schema that collects each violation.
type Explanation struct {
	Run
	values  Values
	places  *document.Locator
	schema  *Schema  // the one whose keywords are evaluated
	path    []string // the keyword location of that schema
	secrets secrets
	sums    map[int]string // of hidden values, by their entries
	found   []Violation
	hidden  int // over zero within a sensitive value
	// spelling looks for what misspelt words may have been meant to be.
	spelling spelling
	names    *document.Locator // of members that are misspelt; nil until there is one
	// worded are the schemas around the one at hand that have messages, the innermost last. Those before apart are outside of a trial:
	// they have no words for what is found in it.
	worded []worded
	apart  int
	// record makes the tree of units; then violations are told there. It is nil where violations are all that is wanted.
	record *recorder
	effort *effort
	renew  func()
}

// Explain says why a document does not satisfy the schema. It is nil where it does.
func (s *Schema) Explain(d *document.Document, values Values) (e *Error) {
	defer undecided(func(why noVerdict) { e = undecidedError(why) })
	if s.Within(d, 0) {
		return nil
	}
	effort := newEffort(s.Limits, d.Entries())
	return s.explain(d, values, effort, func() { *effort = *newEffort(s.Limits, d.Entries()) })
}

// explain says why a document does not satisfy the schema, which is known. If all has to be said again, the effort is renewed first.
func (s *Schema) explain(d *document.Document, values Values, e *effort, renew func()) *Error {
	x := &Explanation{Run: Run{Document: d, memory: newMemory(s, d.Entries())}, values: values, places: document.NewLocator(d), effort: e, renew: renew}
	x.run(s)
	sortViolations(x.found)
	if e.dropped {
		x.found = append(x.found, tooManyViolations(s.Limits))
	}
	return &Error{Violations: x.found, Sensitive: x.secrets.spans(d), Secret: len(x.secrets.marked) > 0}
}

// run goes through a schema. A keyword may speak of a value before another one marks it as sensitive: so
// where there are marks, all is said again once they are known. Where a reference was not gone into, nobody knows what it would have
// marked, so then everything is if a schema marks anything at all.
func (x *Explanation) run(s *Schema) {
	x.spelling = newSpelling()
	x.Apply(s, 0)
	if x.effort.cut && s.marks(map[*Schema]bool{}) {
		x.secrets.mark(0)
	}
	if len(x.secrets.marked) > 0 {
		x.secrets.settle(x.Document)
		x.renew()
		x.found, x.spelling.left = nil, mostSpelled
		x.Apply(s, 0)
	}
}

// Apply evaluates a schema at an entry; path is what the keyword that applies it adds to the keyword
// location.
func (x *Explanation) Apply(s *Schema, at int, path ...string) bool {
	schema, depth := x.schema, len(x.path)
	x.schema, x.path = s, append(x.path, path...)
	sensitive := s.Sensitive && !x.values.Revealed
	if sensitive {
		x.secrets.mark(at)
		x.hidden++
	}
	if s.Messages != nil {
		x.worded = append(x.worded, worded{s, at, len(x.path)})
		defer func() { x.worded = x.worded[:len(x.worded)-1] }()
	}
	var ok bool
	if x.record == nil {
		ok = x.keywords(s, at)
	} else {
		ok = x.record.apply(x, s, at, path)
	}
	if sensitive {
		x.hidden--
	}
	x.schema, x.path = schema, x.path[:depth]
	return ok
}

// keywords evaluates each keyword of a schema.
func (x *Explanation) keywords(s *Schema, at int) bool {
	if s.Never {
		x.report(Violation{Wanted: "no value here"}, at)
		return false
	}
	ok := true
	for _, a := range s.Assertions {
		if !a.Valid(x.Document, at) {
			ok = false
			v := Violation{Keyword: a.Keyword(), Wanted: a.Wanted(), Found: a.Found(x.Document, at)}
			x.spell(&v, s, a, at)
			x.report(v, at)
		}
	}
	for _, a := range s.Applicators {
		if !a.Explain(x, at) {
			ok = false
		}
	}
	return ok
}

// Report adds a violation of the schema that is being evaluated.
func (x *Explanation) Report(keyword, wanted, found string, at int, causes ...Violation) {
	x.report(Violation{Keyword: keyword, Wanted: wanted, Found: found, Causes: causes}, at)
}

// report fills in where a violation is, and adds it.
func (x *Explanation) report(v Violation, at int) {
	if v.Found == "" {
		v.Found = x.describe(at)
	}
	x.word(&v, at)
	if x.record != nil {
		x.record.fail(v, at)
		return
	}
	v.InstanceLocation = x.places.Pointer(at)
	v.Position = x.places.Position(at)
	v.Start, v.End = x.Document.Span(at)
	v.AbsoluteKeywordLocation = x.schema.Location
	path := x.path
	if v.Keyword != "" {
		token := document.EscapePointer(v.Keyword)
		path = append(path, token)
		v.AbsoluteKeywordLocation = Child(v.AbsoluteKeywordLocation, token)
	}
	if len(path) > 0 {
		v.KeywordLocation = "/" + strings.Join(path, "/")
	}
	if x.effort.keep(&v) {
		x.found = append(x.found, v)
	}
}

// Child is the location of a schema's keyword; token is a reference token of a JSON Pointer.
func Child(location, token string) string {
	if !strings.Contains(location, "#") {
		location += "#"
	}
	return location + "/" + token
}

// Trial evaluates what f does apart: violations in it are returned instead of reported.
func (x *Explanation) Trial(f func() bool) (ok bool, violations []Violation) {
	found, apart := x.found, x.apart
	x.found, x.apart = nil, len(x.worded)
	if x.record == nil {
		ok = f()
	} else {
		ok = x.record.trial(f)
	}
	violations, x.found, x.apart = x.found, found, apart
	return ok, violations
}

// Count says a number of things: "1 item", "2 items".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
