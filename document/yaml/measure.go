package yaml

import (
	"fmt"

	library "gopkg.in/yaml.v3"
)

// MaxExpansion is how much the aliases of one document may add to it where [Decoder] does not say otherwise: one for each value and member name,
// and for long ones one more for each 64 bytes.
const MaxExpansion = 1_000_000

const bytesCounted = 64

// measure goes over the nodes of a document once, before anything is built of it. It restores their text,
// checks their tags and aliases, and refuses what would grow beyond what is allowed: sizes add up, so that takes
// no longer than reading did, however much the aliases would make of it.
type measure struct {
	source   *source
	sizes    map[*library.Node]int // of what has an anchor; open while it is not yet known
	total    int                   // size of all that was passed
	expanded int                   // the part of it that comes of aliases
	most     int                   // that may be expanded
}

const open = -1

func (m *measure) node(n *library.Node) error {
	if n.Kind == library.AliasNode {
		return m.alias(n)
	}
	before := m.total
	if n.Anchor != "" {
		m.sizes[n] = open
	}
	if n.Kind == library.ScalarNode {
		if err := m.source.restore(n); err != nil {
			return err
		}
		m.source.specify(n)
	}
	if err := checkTag(n); err != nil {
		return err
	}
	m.total += 1 + len(n.Value)/bytesCounted
	for _, child := range n.Content {
		if err := m.node(child); err != nil {
			return err
		}
	}
	if n.Anchor != "" {
		m.sizes[n] = m.total - before
	}
	return nil
}

// alias adds what an alias stands for. An anchor of another document is not to be seen (YAML 1.2, section
// 3.2.2.2), which the library does not mind.
func (m *measure) alias(n *library.Node) error {
	size, known := m.sizes[n.Alias]
	switch {
	case !known:
		return unexpected(position(n), "the alias *"+n.Value, "an anchor of this name before it in the same document")
	case size == open:
		return unexpected(position(n), "the alias *"+n.Value+" within what it stands for", "an alias of something else")
	}
	m.total += size
	if m.expanded += size; m.expanded > m.most {
		err := unexpected(position(n), "aliases that expand to more than "+fmt.Sprint(m.most)+" values", "fewer")
		err.Err = ErrExpansion
		return err
	}
	return nil
}
