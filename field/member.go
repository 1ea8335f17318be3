package field

import (
	"encoding/json"
	"errors"
	"slices"

	"github.com/assaykit/assay/document"
)

// object is an object that is read or written as a struct.
type object struct {
	names *table
	n     int // the next member; while reading the next one that is there
	skip  int // what Coder.skip is for the object around it
	// where its part of Coder.places, of Coder.unknown and of Coder.loose begins
	places, unknown, loose int
	end                    int // of a tuple that is read: the entry behind it
}

// Open begins a struct. code is the function that calls it.
func Open[T any](c *Coder, names *Names, code func(*T, *Coder)) {
	if c.listing {
		return
	}
	t := names.table.Load()
	if t == nil {
		t = names.list(func(c *Coder) { code(new(T), c) })
	}
	c.open(t)
}

func (c *Coder) open(t *table) {
	c.outer = append(c.outer, c.object)
	c.object = object{names: t, places: len(c.places), unknown: len(c.unknown), loose: len(c.loose), skip: c.skip}
	c.skip = 0
	if c.d != nil {
		c.find()
	} else {
		c.begin('{')
	}
}

// find notes where the members of the object at hand are.
func (c *Coder) find() {
	t, d := c.object.names, c.d
	c.places = append(c.places, make([]int32, len(t.names))...)
	places := c.places[c.object.places:]
	for m, end := c.at+1, d.End(c.at); m < end; m = d.End(m + 1) {
		if n := t.find(d, m); n >= 0 {
			places[n] = int32(m + 1)
		} else {
			c.unknown = append(c.unknown, m)
		}
	}
	c.pass()
}

// pass passes the members that are absent.
func (c *Coder) pass() {
	n := 0
	places := c.places[c.object.places+c.object.n:]
	for n < len(places) && places[n] == 0 {
		n++
	}
	c.skip = n
	c.object.n += n
}

// Close ends a struct.
func (c *Coder) Close() {
	if c.listing {
		return
	}
	if c.d == nil {
		c.end('}')
	}
	c.places, c.unknown, c.loose = c.places[:c.object.places], c.unknown[:c.object.unknown], c.loose[:c.object.loose]
	c.skip = c.object.skip
	last := len(c.outer) - 1
	c.object, c.outer = c.outer[last], c.outer[:last]
}

// next goes on to the next member of a struct, and reports whether it is to be read or written now.
func (c *Coder) next(name string) bool {
	n := c.object.n
	switch {
	case c.skip > 0:
		c.skip--
		return false
	case c.d != nil:
		c.at = int(c.places[c.object.places+n])
		c.object.n++
		c.pass()
		return true
	case c.listing:
		c.listed = append(c.listed, name)
		return false
	}
	label := c.object.names.labels[n]
	if c.b[len(c.b)-1] == '{' {
		label = label[1:]
	}
	c.b = append(c.b, label...)
	c.object.n++
	return true
}

// absent passes a member that is absent while writing.
func (c *Coder) absent() bool {
	if c.d != nil || c.listing {
		return false
	}
	c.object.n++
	return true
}

// Member is a member that is there whatever its value is.
func Member[T any](c *Coder, name string, v *T, code func(*T, *Coder)) {
	if c.next(name) {
		code(v, c)
	}
}

// OptionalMember is a member that may be absent.
func OptionalMember[T any](c *Coder, name string, v *Optional[T], code func(*T, *Coder)) {
	if c.skip > 0 {
		c.skip--
		return
	}
	optional(c, name, v, code)
}

func optional[T any](c *Coder, name string, v *Optional[T], code func(*T, *Coder)) {
	if !v.present && c.absent() {
		return
	}
	if c.next(name) {
		if c.d != nil {
			v.present = true
		}
		code(&v.value, c)
	}
}

// MaybeMember is a member that may be absent or null.
func MaybeMember[T any](c *Coder, name string, v *Maybe[T], code func(*T, *Coder)) {
	if c.skip > 0 {
		c.skip--
		return
	}
	maybeMember(c, name, v, code)
}

func maybeMember[T any](c *Coder, name string, v *Maybe[T], code func(*T, *Coder)) {
	if (v.state != absent || !c.absent()) && c.next(name) {
		maybe(c, v, code)
	}
}

// maybe reads or writes a value that is there and may be null.
func maybe[T any](c *Coder, v *Maybe[T], code func(*T, *Coder)) {
	isNull := c.Null(v.state == null)
	if c.d != nil {
		v.state = given
		if isNull {
			v.state = null
		}
	}
	if !isNull {
		code(&v.value, c)
	}
}

// RawMember is a member that may hold any JSON. Without a text it is absent.
func RawMember(c *Coder, name string, v *json.RawMessage) {
	if c.skip > 0 {
		c.skip--
		return
	}
	raw(c, name, v)
}

func raw(c *Coder, name string, v *json.RawMessage) {
	if (len(*v) > 0 || !c.absent()) && c.next(name) {
		Raw(v, c)
	}
}

// errTwice is why a member without a field may not have the name of one that has a field: the object would have that
// name twice.
var errTwice = errors.New("found it in AdditionalProperties, wanted it in its field")

// Extra are the members that have no field. It comes last. They are written in the order of their names.
func Extra[T any](c *Coder, v *map[string]T, code func(*T, *Coder)) {
	switch {
	case c.listing:
	case c.d == nil:
		if apart(c, *v) {
			writeMembers(c, *v, code)
		}
	case len(c.unknown) > c.object.unknown:
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
	if c.d == nil {
		Extra(c, v, Raw)
		return
	}
	unknown := c.unknown[c.object.unknown:]
	if len(unknown) == 0 {
		return
	}
	*v = make(map[string]json.RawMessage, len(unknown))
	for _, m := range unknown {
		(*v)[c.keep(c.d.Text(m))] = c.text(m + 1)
	}
}

// apart makes sure that no member without a field has the name of one that has a field.
func apart[T any](c *Coder, members map[string]T) bool {
	if len(members) == 0 || c.comparing {
		return true
	}
	for _, name := range c.object.names.names {
		if _, twice := members[name]; twice && !c.isLoose(name) {
			c.label(name)
			c.Fail(errTwice)
			return false
		}
	}
	return true
}

// readMember reads the member whose name is at an entry into a map. Value is room for it.
func readMember[T any](c *Coder, into map[string]T, name int, value *T, code func(*T, *Coder)) {
	*value = *new(T)
	c.at = name + 1
	code(value, c)
	into[c.keep(c.d.Text(name))] = *value
}

// writeMembers writes the members of a map in the order of their names.
func writeMembers[T any](c *Coder, from map[string]T, code func(*T, *Coder)) {
	if len(from) == 0 {
		return
	}
	value, start := new(T), len(c.sorted)
	for name := range from {
		c.sorted = append(c.sorted, name)
	}
	slices.Sort(c.sorted[start:])
	for i, end := start, len(c.sorted); i < end && c.err == nil; i++ { // after an error, for the value may hold itself
		name := c.sorted[i]
		c.label(name)
		*value = from[name]
		code(value, c)
	}
	clear(c.sorted[start:])
	c.sorted = c.sorted[:start]
}

// label begins a member that has no field.
func (c *Coder) label(name string) {
	c.comma()
	c.b = append(document.AppendString(c.b, name), ':')
}
