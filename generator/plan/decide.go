package plan

import (
	"slices"
	"strconv"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// decision is the Go type for a conjunction's values other than null, and whether null is one of them.
// A Raw type holds null by itself.
type decision struct {
	is       Type
	nullable bool
}

// subject is a conjunction with what is known of it.
type subject struct {
	conjunction
	*view
	kinds rule.Types // of its values but null
	known bool       // whether the schemas say of which types values are
}

// typeOf decides on the type of a conjunction.
func (p *planner) typeOf(c conjunction) decision {
	c = p.shared(c)
	key := p.key(c)
	if d, ok := p.decided[key]; ok {
		return d
	}
	nullable := p.nullable(c)
	if p.deciding[key] {
		// It leads back to itself, so it needs a name. What that stands for is not known yet.
		return decision{p.declare(c), nullable}
	}
	p.deciding[key] = true
	d := decision{p.decide(c), nullable}
	delete(p.deciding, key)
	if own := p.own[key]; own != nil && d.is != Type(own) {
		own.Is = d.is
		if other, ok := d.is.(*Named); ok {
			own.Is = other.Is
		}
		d.is = own
	}
	p.decided[key] = d
	return d
}

// decide asks each decider in turn; the first that knows the subject decides.
func (p *planner) decide(c conjunction) Type {
	s := subject{conjunction: c, view: look(c)}
	s.kinds, s.known = p.kindsOf(c, s.view)
	for _, decides := range []func(subject) Type{
		p.anything, p.given, p.delegated, p.enum, p.discriminated, p.object, p.ofKinds, p.branches, p.array, p.scalar, p.implied,
	} {
		if t := decides(s); t != nil {
			return t
		}
	}
	return p.loose(s)
}

// loose falls back to any JSON value, and notes it.
func (p *planner) loose(s subject) Type {
	p.note(s.owner(), s.why())
	return Raw{}
}

// why says what keeps a schema from having a Go type of its own.
func (s subject) why() string {
	switch {
	case !s.known:
		return "the schema does not say of which type its values are"
	case s.listed:
		return "its values have no Go type of their own"
	}
	return "its values have no one Go type"
}

// anything decides on schemas that accept anything, or nothing but null.
func (p *planner) anything(s subject) Type {
	if !s.demands && s.conjunction.kinds == 0 || s.never || s.known && s.kinds == 0 {
		return Raw{}
	}
	return nil
}

// delegated decides on schemas that refer to another, or have it in allOf, and say no more than that of the shape of their
// values: the type is that of the other.
func (p *planner) delegated(s subject) Type {
	if len(s.chosen) > 0 {
		return nil
	}
	candidates := s.elsewhere
	if len(s.schemas) > 1 {
		candidates = append(candidates, s.schemas...)
	}
	for _, to := range candidates {
		part := all(to).of(s.conjunction.kinds)
		if p.key(part) == p.key(s.conjunction) {
			continue
		}
		if s.alike(look(part)) {
			return p.typeOf(part).is
		}
	}
	return nil
}

// ofKinds decides on values of several types by deciding on those of each.
func (p *planner) ofKinds(s subject) Type {
	if !s.known || len(s.either) > 0 && len(s.members) == 0 {
		return nil
	}
	var parts []conjunction
	for _, row := range kindWords {
		if s.kinds&row.is != 0 {
			parts = append(parts, s.of(row.is))
		}
	}
	if len(parts) < 2 {
		return nil
	}
	return p.union(s, parts)
}

// array decides on arrays.
func (p *planner) array(s subject) Type {
	if !s.known || s.kinds != rule.TypeArray {
		return nil
	}
	if len(s.prefix) > 0 {
		return p.tuple(s)
	}
	var items conjunction
	for _, k := range s.items {
		items.add(k.Schema)
	}
	if len(items.schemas) == 0 {
		return Slice{Raw{}}
	}
	return Slice{p.element(items)}
}

// element is the type of an item or of a map's value.
func (p *planner) element(c conjunction) Type {
	return p.orNull(p.typeOf(c))
}

// orNull is the type of values that are always there.
func (p *planner) orNull(d decision) Type {
	if _, raw := d.is.(Raw); !raw && d.nullable {
		return Wrapped{State: Nullable, Of: d.is, Pointer: p.Pointers}
	}
	return d.is
}

// scalar decides on values of one simple type.
func (p *planner) scalar(s subject) Type {
	if !s.known {
		return nil
	}
	switch s.kinds {
	case rule.TypeString:
		return String
	case rule.TypeBoolean:
		return Bool
	case rule.TypeInteger:
		switch {
		case s.listed: // some of them beyond an int64, or it were an enum
			return Number{}
		case s.natural && s.great:
			return Uint64
		case s.branchIsGreat():
			return Number{}
		}
		return Int64
	case rule.TypeNumber:
		if p.ExactNumbers || slices.ContainsFunc(s.values, inexact) {
			return Number{}
		}
		return Float64
	}
	return nil
}

// branchIsGreat reports whether a branch of an anyOf or oneOf is for numbers beyond an int64.
func (v *view) branchIsGreat() bool {
	return slices.ContainsFunc(v.either, func(c choice) bool {
		return slices.ContainsFunc(c.branches, func(s *rule.Schema) bool { return look(all(s)).great })
	})
}

// inexact reports whether a value is a number that no float64 holds.
func inexact(v document.Value) bool {
	if v.Kind() != document.Number {
		return false
	}
	f, err := strconv.ParseFloat(v.JSON(), 64)
	again, ok := document.ParseDecimal(strconv.FormatFloat(f, 'g', -1, 64))
	return err != nil || !ok || again.Compare(v.Document().Decimal(v.Entry())) != 0
}

// implied decides on schemas that do not say of which type values are, but have keywords that speak of one: values of that type
// have a Go type, and all others are kept as they are.
func (p *planner) implied(s subject) Type {
	if s.known || s.listed || s.conjunction.kinds != 0 {
		return nil
	}
	var parts []part
	for _, row := range []struct {
		is     rule.Types
		spoken bool
	}{
		{rule.TypeObject, len(s.closed)+len(s.patterns) > 0},
		{rule.TypeArray, len(s.items)+len(s.prefix) > 0},
		{rule.TypeString, s.text},
		{rule.TypeNumber, s.number},
	} {
		if row.spoken {
			c := s.of(row.is)
			parts = append(parts, part{p.typeOf(c).is, row.is, []conjunction{c}})
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return p.declareUnion(s, append(parts, part{is: Raw{}}))
}

// oneOf decides on values that satisfy one of several schemas at least.
func (p *planner) oneOf(schemas []*rule.Schema) decision {
	c := all(schemas...)
	if len(c.schemas) == 1 {
		return p.typeOf(c)
	}
	c.some = true
	key := p.key(c)
	if d, ok := p.decided[key]; ok {
		return d
	}
	var d decision
	var parts []conjunction
	for _, s := range c.schemas {
		d.nullable = d.nullable || p.nullable(all(s))
		parts = append(parts, p.expanded(s, 0)...)
	}
	d.is = p.union(subject{conjunction: c, view: &view{}}, parts)
	p.decided[key] = d
	return d
}
