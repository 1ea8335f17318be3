package toml

import (
	"errors"

	"github.com/assaykit/assay/document"
	"github.com/pelletier/go-toml/v2/unstable"
)

// reader makes a tree of what the library's parser finds. The parser says where keys and scalars stand; where arrays and inline tables do, is found
// on the way.
type reader struct {
	parser unstable.Parser
	body   []byte
	places *document.Places
	root   *node
	// table is the one whose header was read last.
	table *node
}

// key is a part of a key, which may be dotted.
type key struct {
	name     string
	position document.Position
	end      int // the offset behind it
}

func newReader(body []byte) *reader {
	r := &reader{body: body, places: document.NewPlaces(body)}
	r.parser.Reset(body)
	r.root = table(headed, document.Position{Line: 1, Column: 1})
	r.table = r.root
	return r
}

// read reads all expressions: headers, and keys with their values.
func (r *reader) read() error {
	for r.parser.NextExpression() {
		e := r.parser.Expression()
		var err error
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			err = r.header(e)
		case unstable.KeyValue:
			_, err = r.keyValue(e, r.table)
		}
		if err != nil {
			return err
		}
	}
	if err := r.parser.Error(); err != nil {
		return r.fault(err)
	}
	return nil
}

// fault is an error of the parser, with its place.
func (r *reader) fault(err error) error {
	p := document.Position{Line: 1, Column: 1}
	text := err.Error()
	if e, ok := errors.AsType[*unstable.ParserError](err); ok {
		p = r.places.At(int(r.parser.Range(e.Highlight).Offset))
		text = e.Message
	}
	return p.Refuse("not TOML: %s", text)
}

// keys are the parts of the key of an expression.
func (r *reader) keys(e *unstable.Node) (list []key, err error) {
	for parts := e.Key(); parts.Next(); {
		n := parts.Node()
		at := int(n.Raw.Offset)
		if len(list) == document.MaxDepth {
			return nil, r.places.At(at).Refuse("found a key of more parts, wanted at most %d", document.MaxDepth)
		}
		list = append(list, key{string(n.Data), r.places.At(at), at + int(n.Raw.Length)})
	}
	return list, nil
}

// header makes the table of [a.b] or [[a.b]] the current one.
func (r *reader) header(e *unstable.Node) error {
	keys, err := r.keys(e)
	if err != nil {
		return err
	}
	n, last, err := walk(r.root, keys, implied)
	if err != nil {
		return err
	}
	if e.Kind == unstable.ArrayTable {
		return r.item(n, last)
	}
	switch t := n.get(last.name); {
	case t == nil:
		r.table = table(headed, last.position)
		n.add(last.name, last.position, r.table)
	case t.origin == implied:
		r.table, t.origin = t, headed
	case t.origin == headed && t.kind == document.Object:
		return last.position.Refuse("found the table %q twice, wanted it once", last.name)
	default:
		return other(last, "a table")
	}
	return nil
}

// item makes one more table of an array the current one.
func (r *reader) item(n *node, last key) error {
	list := n.get(last.name)
	switch {
	case list == nil:
		list = &node{kind: document.Array, origin: headed, position: last.position}
		n.add(last.name, last.position, list)
	case list.kind != document.Array || list.origin != headed:
		return other(last, "an array of tables")
	}
	r.table = table(headed, last.position)
	list.items = append(list.items, r.table)
	return nil
}

// walk goes from a table along a key to the table that has its last part.
func walk(n *node, keys []key, by origin) (*node, key, error) {
	last := len(keys) - 1
	for _, k := range keys[:last] {
		if n = n.child(k, by); n == nil {
			return nil, k, other(k, "a table")
		}
	}
	return n, keys[last], nil
}

// other is the error for a key that has another value than is wanted.
func other(k key, wanted string) error {
	return k.position.Refuse("found the key %q, which has another value already, wanted %s", k.name, wanted)
}

// keyValue adds a key with its value to a table, and gives the offset behind it.
func (r *reader) keyValue(e *unstable.Node, to *node) (end int, err error) {
	keys, err := r.keys(e)
	if err != nil {
		return 0, err
	}
	to, last, err := walk(to, keys, dotted)
	if err != nil {
		return 0, err
	}
	value, end, err := r.value(e.Value(), r.skip(last.end))
	if err != nil {
		return 0, err
	}
	if i, ok := to.byName[last.name]; ok {
		return 0, last.position.Placed(&document.DuplicateError{Name: last.name, First: to.members[i].position, Second: last.position})
	}
	to.add(last.name, last.position, value)
	return end, nil
}

// skip passes over what stands between keys and values.
func (r *reader) skip(i int) int {
	for ; i < len(r.body); i++ {
		switch r.body[i] {
		case ' ', '\t', '\r', '\n', ',', '=':
		case '#':
			for i < len(r.body) && r.body[i] != '\n' {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// value reads the value that begins at an offset, and gives the offset behind it.
func (r *reader) value(n *unstable.Node, at int) (v *node, end int, err error) {
	p := r.places.At(at)
	switch n.Kind {
	case unstable.Array:
		v = &node{kind: document.Array, position: p}
		end = at + 1
		for items := n.Children(); items.Next(); {
			if items.Node().Kind == unstable.Comment {
				continue
			}
			var item *node
			if item, end, err = r.value(items.Node(), r.skip(end)); err != nil {
				return nil, 0, err
			}
			v.items = append(v.items, item)
		}
		return v, r.skip(end) + 1, nil
	case unstable.InlineTable:
		v = table(aValue, p)
		end = at + 1
		for members := n.Children(); members.Next(); {
			if members.Node().Kind == unstable.Comment {
				continue
			}
			if end, err = r.keyValue(members.Node(), v); err != nil {
				return nil, 0, err
			}
		}
		return v, r.skip(end) + 1, nil
	}
	v, err = scalar(n, p)
	raw := n.Raw
	if n.Kind == unstable.Bool {
		raw = r.parser.Range(n.Data)
	}
	return v, int(raw.Offset + raw.Length), err
}
