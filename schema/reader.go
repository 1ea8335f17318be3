package schema

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// reader makes the rules of one schema object.
type reader struct {
	*compiler
	site   site
	scope  *scope // the dynamic scope within the schema
	schema *rule.Schema

	// Keywords that others beside them refer to, made once.
	named    *rule.Properties
	patterns *rule.PatternProperties
}

// read goes through the keywords of the schema object in the order of the table, then through the members that are
// no keywords.
func (r *reader) read() {
	d := r.site.resource.dialect
	alone := refOnly(d, r.site.value)
	var known, unknown []member
	for name, value := range r.site.value.Members() {
		row := r.row(name.Text(), d)
		// What is beside a reference is ignored in old drafts, but what this toolkit reads is meant for it.
		if alone && name.Text() != "$ref" && extensions[name.Text()] == "" {
			r.nearly(name)
			if row != nil && row.demands() {
				r.warn(CodeIgnoredKeyword, name, "found the keyword %q beside $ref, where %s ignores it: it checks nothing", name.Text(), d.draft.Title())
			}
			continue
		}
		if row != nil {
			known = append(known, member{row, name, value})
		} else {
			unknown = append(unknown, member{nil, name, value})
		}
	}
	slices.SortFunc(known, func(a, b member) int { return a.keyword.rank - b.keyword.rank })
	slices.SortFunc(unknown, func(a, b member) int { return strings.Compare(a.name.Text(), b.name.Text()) })
	for _, m := range known {
		m.keyword.read(r, m.keyword, m.value)
	}
	for _, m := range unknown {
		r.unknown(m.name, m.value)
	}
}

// byNames lists the members of an object by their names, for keywords whose members have no order that matters.
func byNames(v document.Value) []member {
	var list []member
	for name, value := range v.Members() {
		list = append(list, member{name: name, value: value})
	}
	slices.SortFunc(list, func(a, b member) int { return strings.Compare(a.name.Text(), b.name.Text()) })
	return list
}

// member is a member of a schema object, with its keyword where it is one.
type member struct {
	keyword     *keyword
	name, value document.Value
}

// fail notes a problem of a keyword.
func (r *reader) fail(k *keyword, at document.Value, message string, args ...any) {
	r.compiler.fail(CodeKeywordValue, r.site.resource.source, at, "%s: %s", k.name, fmt.Sprintf(message, args...))
}

// warn notes something that checks nothing.
func (r *reader) warn(code Code, at document.Value, message string, args ...any) {
	r.compiler.warn(code, r.site.resource.source, at, message, args...)
}

// wants notes that a keyword's value is not of the kind it should be.
func (r *reader) wants(k *keyword, v document.Value, wanted string) {
	r.fail(k, v, "found %s, wanted %s", kindWord(v), wanted)
}

// assert adds an assertion, apply an applicator.
func (r *reader) assert(a rule.Assertion) { r.schema.Assertions = append(r.schema.Assertions, a) }

func (r *reader) apply(a rule.Applicator) { r.schema.Applicators = append(r.schema.Applicators, a) }

// sub compiles a subschema by the reference tokens that lead to it from this schema.
func (r *reader) sub(v document.Value, tokens ...string) *rule.Schema {
	return r.compiler.schema(r.site.down(v, tokens...), r.scope)
}

// beside is the value of another keyword of the same schema, if the draft has it.
func (r *reader) beside(name string) (document.Value, bool) {
	v := r.site.value.Get(name)
	return v, !v.IsZero() && r.row(name, r.site.resource.dialect) != nil
}

// nothing is for keywords that demand nothing by themselves.
func nothing(*reader, *keyword, document.Value) {}

// annotation keeps a keyword that says something of instances and demands nothing.
func annotation(r *reader, k *keyword, v document.Value) {
	r.schema.Annotations = append(r.schema.Annotations, rule.Annotation{Keyword: k.name, Value: v})
}

// count reads a non-negative integer. Numbers beyond an int count as the largest one: no instance gets there.
func (r *reader) count(k *keyword, v document.Value) (n int, ok bool) {
	if v.Kind() != document.Number {
		r.wants(k, v, "a non-negative integer")
		return 0, false
	}
	d, _ := document.ParseDecimal(v.Text())
	if d.Sign() < 0 || !d.Integer() {
		r.fail(k, v, "found %s, wanted a non-negative integer", v.Text())
		return 0, false
	}
	whole, fits := d.Int()
	if !fits {
		whole = math.MaxInt
	}
	return int(whole), true
}

// limit reads a number.
func (r *reader) limit(k *keyword, v document.Value) (rule.Limit, bool) {
	if v.Kind() != document.Number {
		r.wants(k, v, "a number")
		return rule.Limit{}, false
	}
	d, _ := document.ParseDecimal(v.Text())
	return rule.NewLimit(d), true
}

// names reads an array of strings.
func (r *reader) names(k *keyword, v document.Value) []string {
	if v.Kind() != document.Array {
		r.wants(k, v, "an array of strings")
		return nil
	}
	names := make([]string, 0, v.Len())
	for _, item := range v.Items() {
		if item.Kind() != document.String {
			r.wants(k, item, "a string")
			continue
		}
		names = append(names, item.Text())
	}
	return names
}

// list compiles an array of schemas, which must have one at least.
func (r *reader) list(k *keyword, v document.Value) []*rule.Schema {
	if v.Kind() != document.Array {
		r.wants(k, v, "an array of schemas")
		return nil
	}
	if v.Len() == 0 {
		r.fail(k, v, "found an empty array, wanted at least one schema")
	}
	var schemas []*rule.Schema
	list(v, func(sub document.Value, tokens ...string) {
		schemas = append(schemas, r.sub(sub, k.name, tokens[0]))
	})
	return schemas
}

// object reports whether a keyword's value is an object, and notes the problem where it is none.
func (r *reader) object(k *keyword, v document.Value, of string) bool {
	if v.Kind() == document.Object {
		return true
	}
	r.wants(k, v, "an object of "+of)
	return false
}
