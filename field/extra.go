package field

import (
	"encoding/json"
	"errors"
	"slices"

	"github.com/assaykit/assay/document"
)

// errTwice is why a member without a field may not have the name of one that has a field: the object would have that
// name twice.
var errTwice = errors.New("found it in AdditionalProperties, wanted it in its field")

// Extra are the members that have no field. It comes last. They are written in the order of their names.
func Extra[T any](c *Coder, v *map[string]T, code func(*T, *Coder)) {
	switch {
	case c.listing:
	case c.d == nil:
		writeMembers(c, *v, c.object.names, code)
	case len(c.unknown) > int(c.object.unknown):
		unknown := c.unknown[c.object.unknown:]
		*v = make(map[string]T, len(unknown))
		value := new(T)
		for _, m := range unknown {
			readMember(c, *v, m, value, code)
		}
	}
}

// RawExtra is Extra for members that may hold any JSON.
func RawExtra(c *Coder, v *map[string]json.RawMessage) {
	switch {
	case c.listing:
	case c.d == nil:
		names := sorted(c, *v)
		for _, name := range names {
			if !c.label(name, c.object.names) {
				return
			}
			c.raw((*v)[name])
		}
		c.unsort(names)
	case len(c.unknown) > int(c.object.unknown):
		unknown := c.unknown[c.object.unknown:]
		*v = make(map[string]json.RawMessage, len(unknown))
		for _, m := range unknown {
			(*v)[c.keep(c.d.Text(m))] = c.text(m + 1)
		}
	}
}

// readMember reads the member whose name is at an entry into a map. Value is room for it.
func readMember[T any](c *Coder, into map[string]T, name int, value *T, code func(*T, *Coder)) {
	*value = *new(T)
	c.at = name + 1
	code(value, c)
	into[c.keep(c.d.Text(name))] = *value
}

// writeMembers writes the members of a map in the order of their names. None may have a name that is taken.
func writeMembers[T any](c *Coder, from map[string]T, taken *table, code func(*T, *Coder)) {
	if len(from) == 0 {
		return
	}
	value, names := new(T), sorted(c, from)
	for _, name := range names {
		if !c.label(name, taken) {
			return
		}
		*value = from[name]
		code(value, c)
	}
	c.unsort(names)
}

// sorted are the names of a map in their order, for unsort to give back.
func sorted[T any](c *Coder, members map[string]T) []string {
	start := len(c.sorted)
	for name := range members {
		c.sorted = append(c.sorted, name)
	}
	names := c.sorted[start:]
	if len(names) > 1 {
		slices.Sort(names)
	}
	return names
}

func (c *Coder) unsort(names []string) {
	clear(names)
	c.sorted = c.sorted[:len(c.sorted)-len(names)]
}

// label begins a member that has no field, and reports whether its value may follow: not after an error, for the value
// around it may hold itself.
func (c *Coder) label(name string, taken *table) bool {
	if c.err != nil {
		return false
	}
	c.comma()
	c.b = append(document.AppendString(c.b, name), ':')
	if taken != nil && !c.comparing && taken.has(name) && !c.isLoose(name) {
		c.Fail(errTwice)
		return false
	}
	return true
}
