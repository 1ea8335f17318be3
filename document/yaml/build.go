package yaml

import (
	"github.com/assaykit/assay/document"
	library "gopkg.in/yaml.v3"
)

// builder makes a document of nodes.
type builder struct{ out document.Builder }

// document makes the document of a document node.
func (s *source) document(n *library.Node, expansion int) (*document.Document, error) {
	root := n.Content[0]
	m := measure{source: s, sizes: map[*library.Node]int{}, most: expansion}
	if err := m.node(root); err != nil {
		return nil, err
	}
	begin := position(root)
	if root.Kind == library.ScalarNode && root.Style == 0 && root.Value == "" && root.Anchor == "" {
		begin = position(n) // the library places an empty document where the next one begins
	}
	var b builder
	if err := b.value(root, begin); err != nil {
		return nil, err
	}
	return b.out.Document(), nil
}

// value adds the value of a node, at the place given.
func (b *builder) value(n *library.Node, p document.Position) error {
	switch n.Kind {
	case library.AliasNode:
		return b.value(n.Alias, p)
	case library.SequenceNode:
		return b.sequence(n, p)
	case library.MappingNode:
		return b.mapping(n, p)
	}
	return b.scalar(n, p)
}

func (b *builder) sequence(n *library.Node, p document.Position) error {
	if err := b.out.BeginArray(p); err != nil {
		return placed(p, err)
	}
	for _, item := range n.Content {
		if err := b.value(item, position(item)); err != nil {
			return err
		}
	}
	b.out.End()
	return nil
}

func (b *builder) mapping(n *library.Node, p document.Position) error {
	if err := b.out.BeginObject(p); err != nil {
		return placed(p, err)
	}
	members, err := membersOf(n)
	if err != nil {
		return err
	}
	for _, m := range members {
		at := position(m.key)
		if err := b.out.Name(m.name, at); err != nil {
			return placed(at, err)
		}
		if err := b.value(m.value, position(m.value)); err != nil {
			return err
		}
	}
	b.out.End()
	return nil
}
