package field

import (
	"encoding/json"
	"slices"

	"github.com/assaykit/assay/document"
)

// Constant is a member that always has one value, as JSON text.
func Constant(c *Coder, name, text string) {
	if c.next(name) && c.d == nil {
		c.b = append(c.b, text...)
	}
}

// Other is for a struct whose schema allows values that are no objects: it reads or writes such a value, which is kept as it is, and
// reports whether there is one.
func Other(c *Coder, v *json.RawMessage) bool {
	switch {
	case c.listing, c.d != nil && c.d.Kind(c.at) == document.Object, c.d == nil && len(*v) == 0:
		return false
	}
	Raw(v, c)
	return true
}

// SoftMember is a member whose field has it where it satisfies a schema; where it does not, it is among the members without a
// field.
func SoftMember[T any](c *Coder, name string, v *Optional[T], code func(*T, *Coder), valid func(d *document.Document, at int) bool) {
	c.soft(name, !v.present, valid)
	OptionalMember(c, name, v, code)
}

// SoftMaybeMember is a soft member that may be null.
func SoftMaybeMember[T any](c *Coder, name string, v *Maybe[T], code func(*T, *Coder), valid func(d *document.Document, at int) bool) {
	c.soft(name, v.state == absent, valid)
	MaybeMember(c, name, v, code)
}

// SoftPointerMember is a soft member for whose absence a nil pointer stands.
func SoftPointerMember[T any](c *Coder, name string, v **T, code func(*T, *Coder), valid func(d *document.Document, at int) bool) {
	c.soft(name, *v == nil, valid)
	PointerMember(c, name, v, code)
}

// soft prepares a soft member. While reading, one that is not valid becomes
// one without a field; while writing, one that is absent may be among those.
func (c *Coder) soft(name string, absent bool, valid func(d *document.Document, at int) bool) {
	switch {
	case c.listing:
	case c.d == nil && absent:
		c.loose = append(c.loose, name)
	case c.d != nil && c.skip == 0:
		place := &c.places[c.object.places+c.object.n]
		if !valid(c.d, int(*place)) {
			c.unknown = append(c.unknown, int(*place)-1)
			*place = 0
			c.pass()
		}
	}
}

// isLoose reports whether a member of the innermost object is a soft one that its field does not have.
func (c *Coder) isLoose(name string) bool {
	return slices.Contains(c.loose[c.object.loose:], name)
}
