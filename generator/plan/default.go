package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// findDefaults gives fields the defaults of their schemas, where those are valid and their Go types can hold them; for others
// there is a note.
func (p *planner) findDefaults() {
	for _, n := range p.named {
		s, ok := n.Is.(*Struct)
		if !ok {
			continue
		}
		for _, f := range s.Fields {
			value := f.stated()
			if value.IsZero() || f.Soft != nil {
				continue
			}
			why := ""
			switch {
			case !all(f.schemas...).accepts(value.Document(), value.Entry()):
				why = "does not satisfy its own schema"
			case !fits(f.Type, value):
				why = "does not fit its Go type"
			default:
				f.Default = value
				continue
			}
			p.notes = append(p.notes, schema.Problem{
				File: p.schema.NameOf(value), Position: value.Position(),
				Message: fmt.Sprintf("%s: the default %s; New%s leaves it out", value.Pointer(), why, n.Name),
			})
		}
	}
}

// stated is the default of a member: what its schema says, or else one that it refers to.
func (f *Field) stated() document.Value {
	for s := f.source; s != nil; {
		if v := s.Annotation("default"); !v.IsZero() {
			return v
		}
		if s == Pure(s) {
			break
		}
		s = s.Applicators[0].(*rule.Ref).Target
	}
	for _, s := range f.schemas {
		if v := s.Annotation("default"); !v.IsZero() {
			return v
		}
	}
	return document.Value{}
}

// fits reports whether a Go type can hold a value that is valid. What a type of another package can hold is not known here.
func fits(t Type, v document.Value) bool {
	switch t := t.(type) {
	case Wrapped:
		return v.Kind() == document.Null || fits(t.Of, v)
	case Basic:
		return t.fits(v)
	case Time:
		_, err := time.Parse(time.RFC3339, strings.ToUpper(v.TextOr("")))
		return err == nil
	case Raw, Custom, Number:
		return true
	}
	switch v.Kind() {
	case document.Number:
		return Int64.fits(v) || Float64.fits(v)
	case document.Array:
		for _, item := range v.Items() {
			if !fits(nil, item) {
				return false
			}
		}
	case document.Object:
		for _, value := range v.Members() {
			if !fits(nil, value) {
				return false
			}
		}
	}
	return true
}

// fits reports whether a predeclared type can hold a value.
func (b Basic) fits(v document.Value) bool {
	switch {
	case b == String:
		return v.Kind() == document.String
	case b == Bool:
		return v.Kind() == document.Boolean
	case v.Kind() != document.Number:
		return false
	}
	n := v.Document().Decimal(v.Entry())
	bits := 64
	if at := strings.IndexAny(string(b), "0123456789"); at >= 0 {
		bits, _ = strconv.Atoi(string(b[at:]))
	}
	switch kind := strings.TrimRight(string(b), "0123456789"); kind {
	case "float":
		f, err := strconv.ParseFloat(v.Text(), bits)
		again, ok := document.ParseDecimal(strconv.FormatFloat(f, 'g', -1, bits))
		return err == nil && ok && again.Compare(n) == 0
	case "uint":
		great, ok := n.Uint()
		return ok && great>>(bits-1)>>1 == 0
	}
	small, ok := n.Int()
	return ok && small>>(bits-1) == small>>63
}

// HasDefaults reports whether a struct has a default somewhere that is always there: in a field, or in a struct that it always
// has.
func (n *Named) HasDefaults() bool {
	s, ok := n.Is.(*Struct)
	return ok && slices.ContainsFunc(s.Fields, func(f *Field) bool {
		inner, ok := f.Type.(*Named)
		return !f.Default.IsZero() || ok && inner.HasDefaults()
	})
}
