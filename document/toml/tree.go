package toml

import (
	"github.com/assaykit/assay/document"
)

// node is a value. Tables are found in pieces, wherever their keys are, so that a document is made of them when all is read.
type node struct {
	kind     document.Kind
	origin   origin
	position document.Position
	text     string // of a scalar: a number in JSON's syntax, a string, true or false
	items    []*node
	members  []member
	byName   map[string]int // the index in members
}

// origin says how a table came about, and so what may be added to it (TOML 1.1, sections Table and Array of Tables).
type origin uint8

const (
	aValue  origin = iota // a scalar, an array, or an inline table: it is whole
	dotted                // by a dotted key: others may add to it, and headers may lead through it
	implied               // by the header of a table within it: it may get a header of its own
	headed                // by its own header, or an array of such tables
)

// member is a key of a table, at the place where it is first named.
type member struct {
	name     string
	position document.Position
	value    *node
}

func table(by origin, p document.Position) *node {
	return &node{kind: document.Object, origin: by, position: p, byName: map[string]int{}}
}

// get is the value of a key, or nil.
func (n *node) get(name string) *node {
	if i, ok := n.byName[name]; ok {
		return n.members[i].value
	}
	return nil
}

func (n *node) add(name string, p document.Position, value *node) {
	n.byName[name] = len(n.members)
	n.members = append(n.members, member{name, p, value})
}

// child is the table that a part of a key leads to, of a dotted one or of a header, which is made where there is none. Of an array of tables it is
// the last. It is nil where the key leads to something else.
func (n *node) child(k key, by origin) *node {
	c := n.get(k.name)
	switch {
	case c == nil:
		c = table(by, k.position)
		n.add(k.name, k.position, c)
	case by == dotted && c.origin != dotted, c.origin == aValue:
		return nil
	case c.kind == document.Array:
		return c.items[len(c.items)-1]
	}
	return c
}

// build adds the value to a document.
func (n *node) build(b *document.Builder) error {
	switch n.kind {
	case document.Boolean:
		b.Boolean(n.text == "true", n.position)
		return nil
	case document.Number:
		return n.position.Placed(b.Number(n.text, n.position))
	case document.String:
		return n.position.Placed(b.String(n.text, n.position))
	case document.Array:
		if err := b.BeginArray(n.position); err != nil {
			return n.position.Placed(err)
		}
		for _, item := range n.items {
			if err := item.build(b); err != nil {
				return err
			}
		}
	default:
		if err := b.BeginObject(n.position); err != nil {
			return n.position.Placed(err)
		}
		for _, m := range n.members {
			if err := b.Name(m.name, m.position); err != nil {
				return m.position.Placed(err)
			}
			if err := m.value.build(b); err != nil {
				return err
			}
		}
	}
	b.End()
	return nil
}
