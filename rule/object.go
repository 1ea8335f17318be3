package rule

import (
	"strconv"

	"github.com/assaykit/assay/document"
)

// MinProperties is the keyword minProperties (validation, section 6.5.2).
type MinProperties struct{ N int }

func (MinProperties) Keyword() string { return "minProperties" }

func (k MinProperties) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.Object || d.Len(at) >= k.N
}

func (k MinProperties) Wanted() string { return "at least " + Count(k.N, "member") }

func (MinProperties) Found(d *document.Document, at int) string { return Count(d.Len(at), "member") }

// MaxProperties is the keyword maxProperties (validation, section 6.5.1).
type MaxProperties struct{ N int }

func (MaxProperties) Keyword() string { return "maxProperties" }

func (k MaxProperties) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.Object || d.Len(at) <= k.N
}

func (k MaxProperties) Wanted() string { return "at most " + Count(k.N, "member") }

func (MaxProperties) Found(d *document.Document, at int) string { return Count(d.Len(at), "member") }

// Required is the keyword required (validation, section 6.5.3).
type Required struct{ Names []string }

func (Required) Keyword() string { return "required" }

func (k Required) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.Object || hasAll(d, at, k.Names)
}

func (k Required) Wanted() string { return "every required member" }

func (k Required) Found(d *document.Document, at int) string {
	return "no " + membersFound(missing(d, at, k.Names))
}

func hasAll(d *document.Document, at int, names []string) bool {
	if len(names)*d.Len(at) > manyLooks {
		return len(missing(d, at, names)) == 0
	}
	for _, name := range names {
		if d.Find(at, name) < 0 {
			return false
		}
	}
	return true
}

// missing are those of the names that the object has no member of.
func missing(d *document.Document, at int, names []string) []string {
	has := func(name string) bool { return d.Find(at, name) >= 0 }
	if len(names)*d.Len(at) > manyLooks {
		present := make(map[string]bool, d.Len(at))
		for name := range d.Value(at).Members() {
			present[name.Text()] = true
		}
		has = func(name string) bool { return present[name] }
	}
	var none []string
	for _, name := range names {
		if !has(name) {
			none = append(none, name)
		}
	}
	return none
}

// manyLooks is from how many comparisons on a table of the members is cheaper.
const manyLooks = 4096

// membersFound and membersWanted write the names of members in quotes.
func membersFound(names []string) string {
	if len(names) == 1 {
		return "member " + strconv.Quote(names[0])
	}
	return "members " + either(quotes(names))
}

func membersWanted(names []string) string {
	if len(names) == 1 {
		return "the " + membersFound(names)
	}
	return "the members " + all(quotes(names))
}

func quotes(names []string) []string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	return quoted
}

// DependentRequired is the keyword dependentRequired (validation, section 6.5.4), and the array form of
// dependencies in earlier drafts: an object that has the member On has the members Names, too.
type DependentRequired struct {
	Name string // dependentRequired or dependencies
	Each []Dependency
}

// Dependency is what the presence of one member demands: other members, or that the
// whole object satisfies a schema.
type Dependency struct {
	On     string
	Names  []string
	Schema *Schema
}

func (k DependentRequired) Keyword() string { return k.Name }

func (k DependentRequired) Valid(d *document.Document, at int) bool {
	return k.broken(d, at) == nil
}

// broken is the first dependency that the object does not keep.
func (k DependentRequired) broken(d *document.Document, at int) *Dependency {
	if d.Kind(at) != document.Object {
		return nil
	}
	for i := range k.Each {
		if d.Find(at, k.Each[i].On) >= 0 && !hasAll(d, at, k.Each[i].Names) {
			return &k.Each[i]
		}
	}
	return nil
}

func (k DependentRequired) Wanted() string {
	if len(k.Each) == 1 {
		return membersWanted(k.Each[0].Names) + " beside " + strconv.Quote(k.Each[0].On)
	}
	return "the members that the present ones demand"
}

func (k DependentRequired) Found(d *document.Document, at int) string {
	b := k.broken(d, at)
	return "the member " + strconv.Quote(b.On) + " and no " + membersFound(missing(d, at, b.Names)) + ", which it demands"
}
