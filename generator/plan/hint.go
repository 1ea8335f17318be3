package plan

import (
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// hinted tells parts by OpenAPI's discriminator: a member whose string names the schema. It is a hint, so the
// schema is asked, too, and a value that keeps to none of the names is told as others are. It is nil where there is no discriminator, or
// where it does not name every part.
func (n *Named) hinted(parts []part) []Test {
	d := n.Schema.Annotation("discriminator")
	member := d.Get("propertyName").TextOr("")
	if member == "" {
		return nil
	}
	var list []Test
	for _, one := range parts {
		if len(one.of) != 1 || one.kinds != rule.TypeObject {
			return nil
		}
		values := mapped(one.of[0].owner(), d.Get("mapping"))
		if len(values) == 0 {
			return nil
		}
		list = append(list, Test{Kinds: one.kinds, Member: member, Values: values, Any: [][]*rule.Schema{one.of[0].schemas}})
	}
	return list
}

// mapped are the strings that a discriminator has for a schema: those of its mapping that lead there, else its name.
func mapped(s *rule.Schema, mapping document.Value) []string {
	r := routeOf(s.Location)
	if !r.defined() {
		return nil
	}
	name := r.definition()
	var values []string
	for key, to := range mapping.Members() {
		if target := to.TextOr(""); target == name || strings.HasSuffix(target, "/"+document.EscapePointer(name)) {
			values = append(values, key.Text())
		}
	}
	if len(values) == 0 {
		return []string{name}
	}
	slices.Sort(values)
	return values
}
