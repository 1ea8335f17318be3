package schema

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/rule/format"
	"github.com/assaykit/assay/rule/pattern"
)

// counted reads a keyword whose value is a non-negative integer.
func counted(assertion func(n int) rule.Assertion) func(*reader, *keyword, document.Value) {
	return func(r *reader, k *keyword, v document.Value) {
		if n, ok := r.count(k, v); ok {
			r.assert(assertion(n))
		}
	}
}

// limited reads a keyword whose value is a number.
func limited(assertion func(l rule.Limit) rule.Assertion) func(*reader, *keyword, document.Value) {
	return func(r *reader, k *keyword, v document.Value) {
		if l, ok := r.limit(k, v); ok {
			r.assert(assertion(l))
		}
	}
}

// The assertions that counted and limited make.

func minimum(l rule.Limit) rule.Assertion          { return rule.Minimum{Limit: l} }
func maximum(l rule.Limit) rule.Assertion          { return rule.Maximum{Limit: l} }
func exclusiveMinimum(l rule.Limit) rule.Assertion { return rule.ExclusiveMinimum{Limit: l} }
func exclusiveMaximum(l rule.Limit) rule.Assertion { return rule.ExclusiveMaximum{Limit: l} }
func minLength(n int) rule.Assertion               { return rule.MinLength{N: n} }
func maxLength(n int) rule.Assertion               { return rule.MaxLength{N: n} }
func minItems(n int) rule.Assertion                { return rule.MinItems{N: n} }
func maxItems(n int) rule.Assertion                { return rule.MaxItems{N: n} }
func minProperties(n int) rule.Assertion           { return rule.MinProperties{N: n} }
func maxProperties(n int) rule.Assertion           { return rule.MaxProperties{N: n} }

func readType(r *reader, k *keyword, v document.Value) {
	t := rule.Type{Literal: r.site.resource.dialect.draft < Draft6}
	add := func(name document.Value) {
		is, ok := rule.ParseType(name.Text())
		if name.Kind() != document.String || !ok {
			r.fail(k, name, "found %s, wanted one of array, boolean, integer, null, number, object and string", name.JSON())
		}
		t.Types |= is
	}
	switch v.Kind() {
	case document.String:
		add(v)
	case document.Array:
		if v.Len() == 0 {
			r.fail(k, v, "found an empty array, wanted at least one type")
		}
		for _, name := range v.Items() {
			add(name)
		}
	default:
		r.wants(k, v, "a type's name or an array of them")
	}
	r.assert(t)
}

func readEnum(r *reader, k *keyword, v document.Value) {
	if v.Kind() != document.Array {
		r.wants(k, v, "an array of values")
		return
	}
	values := make([]document.Value, 0, v.Len())
	for _, item := range v.Items() {
		values = append(values, item)
	}
	r.assert(rule.NewEnum(values))
}

func readConst(r *reader, _ *keyword, v document.Value) { r.assert(rule.Const{Value: v}) }

// In draft 4 and what OpenAPI made of it, exclusiveMinimum and exclusiveMaximum are booleans that change the meaning of the number
// beside them.

func readMinimumDraft4(r *reader, k *keyword, v document.Value) {
	if exclusive, ok := r.beside("exclusiveMinimum"); !ok || !exclusive.True() {
		limited(minimum)(r, k, v)
	} else if l, ok := r.limit(k, v); ok {
		r.assert(rule.ExclusiveMinimum{Limit: l, Beside: true})
	}
}

func readMaximumDraft4(r *reader, k *keyword, v document.Value) {
	if exclusive, ok := r.beside("exclusiveMaximum"); !ok || !exclusive.True() {
		limited(maximum)(r, k, v)
	} else if l, ok := r.limit(k, v); ok {
		r.assert(rule.ExclusiveMaximum{Limit: l, Beside: true})
	}
}

func besideNumber(r *reader, k *keyword, v document.Value) {
	if v.Kind() != document.Boolean {
		r.wants(k, v, "a boolean, as "+r.site.resource.dialect.draft.Title()+" has it")
	}
}

func readMultipleOf(r *reader, k *keyword, v document.Value) {
	l, ok := r.limit(k, v)
	if ok && l.Number.Sign() <= 0 {
		r.fail(k, v, "found %s, wanted a number greater than 0", v.Text())
	} else if ok {
		r.assert(rule.MultipleOf{Limit: l})
	}
}

// pattern compiles a regular expression, once for each text.
func (r *reader) pattern(k *keyword, at document.Value) *pattern.Pattern {
	if p, ok := r.expressions[at.Text()]; ok {
		return p
	}
	p, err := pattern.CompileWithin(at.Text(), r.options.Limits.Match)
	if err != nil {
		r.fail(k, at, "%v", err)
		return nil
	}
	r.expressions[at.Text()] = p
	return p
}

func readPattern(r *reader, k *keyword, v document.Value) {
	if v.Kind() != document.String {
		r.wants(k, v, "a regular expression in a string")
	} else if p := r.pattern(k, v); p != nil {
		r.assert(rule.Pattern{Pattern: p})
	}
}

func readFormat(r *reader, k *keyword, v document.Value) {
	annotation(r, k, v)
	if v.Kind() != document.String {
		r.wants(k, v, "a format's name")
		return
	}
	asserted := r.options.Formats == AssertFormats ||
		r.options.Formats == SpecFormats && r.site.resource.dialect.vocabularies&assertsFormats != 0
	if !asserted {
		return
	}
	check, ok := format.Lookup(v.Text())
	if !ok {
		if r.site.resource.dialect.vocabularies&openAPIBase != 0 && openAPIFormats[v.Text()] {
			return
		}
		r.warn(CodeUnknownFormat, v, "format: found %q, which no specification defines: it checks nothing", v.Text())
		return
	}
	r.assert(rule.Format{Name: v.Text(), Check: check})
}

func readUniqueItems(r *reader, k *keyword, v document.Value) {
	if v.Kind() != document.Boolean {
		r.wants(k, v, "a boolean")
	} else if v.True() {
		r.assert(rule.UniqueItems{})
	}
}

func readRequired(r *reader, k *keyword, v document.Value) {
	var names []string
	known := map[string]bool{}
	for _, name := range r.names(k, v) {
		if !known[name] {
			known[name] = true
			if !r.optional(name) {
				names = append(names, name)
			}
		}
	}
	if len(names) > 0 {
		r.undeclared(v)
		r.assert(rule.Required{Names: names})
	}
}

func readDependentRequired(r *reader, k *keyword, v document.Value) {
	if !r.object(k, v, "arrays of member names") {
		return
	}
	rows := rule.DependentRequired{Name: k.name}
	for _, m := range byNames(v) {
		rows.Each = append(rows.Each, rule.Dependency{On: m.name.Text(), Names: r.names(k, m.value)})
	}
	r.assert(rows)
}

func readSensitive(r *reader, k *keyword, v document.Value) {
	if v.Kind() != document.Boolean {
		r.wants(k, v, "a boolean")
		return
	}
	r.schema.Sensitive = v.True()
	annotation(r, k, v)
}
