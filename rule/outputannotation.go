package rule

import (
	"strconv"

	"github.com/assaykit/assay/document"
)

// annotator is an applicator that says which children it applied its schemas to (core, section 7.7).
type annotator interface {
	Applicator
	// annotation is the JSON text of what the keyword says of the value at an entry, by the units of the schemas that it
	// applied; nil where it has nothing to say: where it applied none.
	annotation(d *document.Document, at int, applied []*Unit) []byte
}

// annotate adds the annotations of a schema to its unit. A member name has none: no JSON Pointer leads to it,
// and its member's value is not what they speak of.
func (u *Unit) annotate(d *document.Document) {
	if u.name {
		return
	}
	for _, a := range u.Schema.Applicators {
		k, ok := a.(annotator)
		if !ok {
			continue
		}
		if unit := u.keyword(a.Keyword()); unit.Valid {
			unit.Annotation = k.annotation(d, u.at, unit.Units)
		}
	}
	for _, a := range u.Schema.Annotations {
		if u.Schema.speaks(a, d.Kind(u.at)) {
			u.keyword(a.Keyword).Annotation = []byte(a.Value.JSON())
		}
	}
}

// speaks reports whether an annotation of the schema says something of values of a kind: contentEncoding and its like speak of
// strings alone, and contentSchema only where there is a media type (validation, section 8).
func (s *Schema) speaks(a Annotation, kind document.Kind) bool {
	switch a.Keyword {
	case "contentEncoding", "contentMediaType":
		return kind == document.String
	case "contentSchema":
		return kind == document.String && !s.Annotation("contentMediaType").IsZero()
	}
	return true
}

// names lists the members that schemas were applied to.
func names(d *document.Document, applied []*Unit) []byte {
	var b []byte
	last := -1
	for _, u := range applied {
		if u.at == last {
			continue // two patterns match one name
		}
		last = u.at
		b = append(b, "[,"[min(len(b), 1)])
		b = document.AppendString(b, d.Text(u.at-1))
	}
	if b == nil {
		return nil
	}
	return append(b, ']')
}

func (Properties) annotation(d *document.Document, _ int, applied []*Unit) []byte {
	return names(d, applied)
}

func (PatternProperties) annotation(d *document.Document, _ int, applied []*Unit) []byte {
	return names(d, applied)
}

func (AdditionalProperties) annotation(d *document.Document, _ int, applied []*Unit) []byte {
	return names(d, applied)
}

func (UnevaluatedProperties) annotation(d *document.Document, _ int, applied []*Unit) []byte {
	return names(d, applied)
}

// whole is true for what was applied at all.
func whole(applied []*Unit) []byte {
	if len(applied) == 0 {
		return nil
	}
	return []byte("true")
}

func (Items) annotation(_ *document.Document, _ int, applied []*Unit) []byte {
	return whole(applied)
}

func (UnevaluatedItems) annotation(_ *document.Document, _ int, applied []*Unit) []byte {
	return whole(applied)
}

// The annotation of prefixItems is the largest index, or true where that is the last (core, section 10.3.1.1).
func (PrefixItems) annotation(d *document.Document, at int, applied []*Unit) []byte {
	if n := len(applied); n > 0 && n < d.Len(at) {
		return strconv.AppendInt(nil, int64(n-1), 10)
	}
	return whole(applied)
}

// The annotation of contains lists the indexes that it accepts, or is true where it accepts all; for an array without
// items it is there, too (core, section 10.3.1.3). Before 2020-12 there is none.
func (k Contains) annotation(d *document.Document, at int, applied []*Unit) []byte {
	if !k.Evaluates || d.Kind(at) != document.Array {
		return nil
	}
	b, all := []byte{'['}, len(applied) > 0
	for i, u := range applied { // one for each item
		if !u.Valid {
			all = false
			continue
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(i), 10)
	}
	if all {
		return whole(applied)
	}
	return append(b, ']')
}
