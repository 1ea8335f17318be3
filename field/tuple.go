package field

import (
	"encoding/json"
	"errors"
)

// errGap is why an item cannot be absent: there is one behind it.
var errGap = errors.New("found it absent before an item that is there, wanted every item in front of that")

// OpenTuple begins an array whose items have types by their place.
func (c *Coder) OpenTuple() {
	c.outer = append(c.outer, c.object)
	// While reading n is the entry of the next item; while writing it counts absent items.
	c.object = object{places: int32(len(c.places)), unknown: int32(len(c.unknown)), loose: int32(len(c.loose))}
	if c.d != nil {
		c.object.n, c.object.end = int32(c.at+1), int32(c.d.End(c.at))
	} else {
		c.begin('[')
	}
}

// CloseTuple ends an array.
func (c *Coder) CloseTuple() {
	if c.d == nil {
		c.end(']')
	}
	last := len(c.outer) - 1
	c.object, c.outer = c.outer[last], c.outer[:last]
}

// nextItem goes on to the next item, and reports whether it is there.
func (c *Coder) nextItem() bool {
	switch {
	case c.d == nil && c.object.n > 0:
		c.comma() // so that the error is that of the item which is absent
		c.Fail(errGap)
		return false
	case c.d == nil:
		c.comma()
		return true
	case c.object.n >= c.object.end:
		return false
	}
	c.at = int(c.object.n)
	c.object.n = int32(c.d.End(c.at))
	return true
}

// absentItem passes an item that is absent while writing.
func (c *Coder) absentItem() bool {
	if c.d == nil {
		c.object.n++
	}
	return c.d == nil
}

// Item is an item that is always there.
func Item[T any](c *Coder, v *T, code func(*T, *Coder)) {
	if c.nextItem() {
		code(v, c)
	}
}

// OptionalItem is an item that may be absent, with all behind it.
func OptionalItem[T any](c *Coder, v *Optional[T], code func(*T, *Coder)) {
	if !v.present && c.absentItem() || !c.nextItem() {
		return
	}
	if c.d != nil {
		v.present = true
	}
	code(&v.value, c)
}

// MaybeItem is an item that may be null, or absent with all behind it.
func MaybeItem[T any](c *Coder, v *Maybe[T], code func(*T, *Coder)) {
	if v.state == absent && c.absentItem() || !c.nextItem() {
		return
	}
	maybe(c, v, code)
}

// RawItem is an item that may hold any JSON. Without a text it is absent, with all behind it.
func RawItem(c *Coder, v *json.RawMessage) {
	if len(*v) == 0 && c.absentItem() || !c.nextItem() {
		return
	}
	Raw(v, c)
}

// Rest are the items behind those that have a place.
func Rest[T any](c *Coder, v *[]T, code func(*T, *Coder)) {
	for i := 0; c.d != nil && c.nextItem(); i++ {
		*v = append(*v, *new(T))
		code(&(*v)[i], c)
	}
	for i := 0; c.d == nil && c.err == nil && i < len(*v); i++ {
		if c.nextItem() {
			code(&(*v)[i], c)
		}
	}
}
