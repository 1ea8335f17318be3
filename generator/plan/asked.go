package plan

import (
	"cmp"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// checkAsked notes what schemas ask for and Go cannot have, wherever it stands: what is asked for at a place that has no type of its
// own would go unnoticed otherwise.
func (p *planner) checkAsked() {
	for s := range p.sharing.seen {
		p.checkName(s.Annotation("x-go-name"))
		p.checkType(s.Annotation("x-go-type"))
		p.checkTags(s.Annotation("x-go-tags"))
	}
}

func (p *planner) checkName(v document.Value) {
	if !v.IsZero() && !isExported(v.TextOr("")) {
		p.problem(v, "x-go-name: found %s, wanted a Go name that begins with a capital letter such as \"UserID\"", v.JSON())
	}
}

// isExported reports whether a text is a name that other packages can use.
func isExported(name string) bool { return token.IsIdentifier(name) && token.IsExported(name) }

// asked is the x-go-name of a member, where one of its schemas has one. That of a definition, or of another document, names a type.
func (m member) asked() document.Value {
	for _, s := range append([]*rule.Schema{m.source}, m.schemas...) {
		if v := s.Annotation("x-go-name"); !v.IsZero() && routeOf(s.Location).member() {
			return v
		}
	}
	return document.Value{}
}

// wish is the name that a field is asked to have; "" for any.
func (f *Field) wish() string {
	if name := f.asked.TextOr(""); isExported(name) {
		return name
	}
	return ""
}

// refused notes that a name that was asked for could not be given.
func (p *planner) refused(at document.Value, wish, given string) {
	if wish != "" && wish != given {
		p.problem(at, "x-go-name: found %q, which something else is called already, wanted another name", wish)
	}
}

// checkNames notes the types that could not have the names that their schemas ask for. What stands for a part of a schema is
// called by it with more words, and for a member's type it is enough that the field is called so.
func (p *planner) checkNames(root *Named) {
	for _, n := range p.named {
		if n.whole() && n.suffix == "" && !routeOf(n.Schema.Location).member() && !(n == root && p.Root != "") {
			p.refused(n.Schema.Annotation("x-go-name"), goName(n.Schema), n.Name)
		}
	}
}

func (p *planner) checkType(v document.Value) {
	if v.IsZero() {
		return
	}
	if v.Kind() != document.String {
		p.problem(v, "x-go-type: found %s, wanted a string such as \"net/netip.Addr\"", v.JSON())
	} else if _, err := p.goType(v.Text()); err != nil {
		p.problem(v, "x-go-type: %v", err)
	}
}

func (p *planner) checkTags(v document.Value) {
	if !v.IsZero() && v.Kind() != document.Object {
		p.problem(v, "x-go-tags: found %s, wanted an object of strings such as {\"db\": \"user_id\"}", v.JSON())
	}
	for key, value := range v.Members() {
		if !taggable(key, value) {
			p.problem(value, "x-go-tags: found %s: %s, wanted a key other than json, and a string without backquotes", strconv.Quote(key.Text()), value.JSON())
		}
	}
}

// taggable reports whether a struct tag can have a key and a value. That of json is not for the asking: names in JSON are those of
// the schema.
func taggable(key, value document.Value) bool {
	return key.Text() != "json" && tagKey().MatchString(key.Text()) && value.Kind() == document.String &&
		!strings.ContainsFunc(value.Text(), func(r rune) bool { return r == '`' || !unicode.IsPrint(r) })
}

// tagKey is a key of a struct tag.
var tagKey = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`) })

// tags are the struct tags that x-go-tags asks for.
func tags(s *rule.Schema) map[string]string {
	tags := map[string]string{}
	for key, value := range s.Annotation("x-go-tags").Members() {
		if taggable(key, value) {
			tags[key.Text()] = value.Text()
		}
	}
	return tags
}

// inPlaceOrder sorts problems by file and place; each is there once.
func inPlaceOrder(list []schema.Problem) []schema.Problem {
	slices.SortFunc(list, func(a, b schema.Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Position.Line-b.Position.Line, a.Position.Column-b.Position.Column, strings.Compare(a.Message, b.Message))
	})
	return slices.Compact(list)
}
