package field

import (
	"encoding/json"
)

// object is an object that is read or written as a struct. It is small, for it is copied when another one opens and closes.
type object struct {
	names *table
	n     int32 // the next member; while reading the next one that is there
	skip  int32 // what Coder.skip is for the object around it
	// where its part of Coder.places, of Coder.unknown and of Coder.loose begins
	places, unknown, loose int32
	end                    int32 // of a tuple that is read: the entry behind it
}

// Open begins a struct. code is the function that calls it, with v, a pointer to the struct: all pointers share one instance of this
// function.
func Open[P any](c *Coder, names *Names, v P, code func(P, *Coder)) {
	if c.listing {
		return
	}
	t := names.table.Load()
	if t == nil {
		t = names.list(func(c *Coder) { code(v, c) })
	}
	c.open(t)
}

func (c *Coder) open(t *table) {
	c.outer = append(c.outer, c.object)
	c.object = object{names: t, skip: c.skip, places: int32(len(c.places)), unknown: int32(len(c.unknown)), loose: int32(len(c.loose))}
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
	c.skip = int32(n)
	c.object.n += c.skip
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
