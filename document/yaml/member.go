package yaml

import (
	"github.com/assaykit/assay/document"
	library "gopkg.in/yaml.v3"
)

// member is a name with its value, as they are in a mapping or in one that was merged into it.
type member struct {
	name       string
	key, value *library.Node
}

// membersOf lists the members of a mapping in the order in which they are written; what a merge key
// takes over stands at the place of the merge key.
func membersOf(n *library.Node) ([]member, error) {
	own, merges, err := ownMembers(n)
	if err != nil || !merges {
		return own, err // the document's builder looks for equal names
	}
	m := merger{taken: map[string]bool{}}
	err = m.add(n)
	return m.all, err
}

// merger lists the members of a mapping with those that it takes over.
type merger struct {
	all   []member
	taken map[string]bool // the names that are listed, or are about to be
}

// add lists those members of a mapping whose names are not taken. The mapping's own members take their names
// before those that it takes over itself.
func (m *merger) add(n *library.Node) error {
	own, _, err := ownMembers(n)
	if err != nil {
		return err
	}
	listed, err := m.take(own)
	if err != nil {
		return err
	}
	for i, o := range own {
		if listed[i] {
			m.all = append(m.all, o)
		}
		if isMerge(o.key) {
			if err := m.merge(o.value); err != nil {
				return err
			}
		}
	}
	return nil
}

// take takes the names of a mapping's own members; listed says which of them were not taken yet.
func (m *merger) take(own []member) (listed []bool, err error) {
	type name struct {
		text  string
		merge bool // a quoted "<<" is a name like others
	}
	listed, first := make([]bool, len(own)), map[name]*library.Node{}
	for i, o := range own {
		n := name{o.name, isMerge(o.key)}
		if key, twice := first[n]; twice {
			return nil, repeated(o.name, key, o.key)
		}
		first[n] = o.key
		if !n.merge && !m.taken[o.name] {
			m.taken[o.name], listed[i] = true, true
		}
	}
	return listed, nil
}

// merge adds what the value of a merge key names: a mapping, or several.
func (m *merger) merge(value *library.Node) error {
	sources := []*library.Node{value}
	if list := resolved(value); list.Kind == library.SequenceNode {
		sources = list.Content
	}
	for _, from := range sources {
		mapping := resolved(from)
		if mapping.Kind != library.MappingNode {
			return unexpected(position(from), kindNames[mapping.Kind]+" to merge", "a mapping, or a sequence of mappings")
		}
		if err := m.add(mapping); err != nil {
			return err
		}
	}
	return nil
}

// ownMembers lists the members that a mapping has itself, merge keys among them.
func ownMembers(n *library.Node) (own []member, merges bool, err error) {
	own = make([]member, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		scalar := resolved(key)
		if scalar.Kind != library.ScalarNode {
			return nil, false, unexpected(position(key), kindNames[scalar.Kind]+" as a key", "a scalar, which can name a JSON member")
		}
		merges = merges || isMerge(key)
		own = append(own, member{scalar.Value, key, value})
	}
	return own, merges, nil
}

// resolved is the node that an alias stands for, or the node itself.
func resolved(n *library.Node) *library.Node {
	if n.Kind == library.AliasNode {
		return n.Alias
	}
	return n
}

// isMerge is whether a key is the merge key: << without quotes, or whatever has the tag !!merge.
func isMerge(key *library.Node) bool { return key.Tag == "!!merge" }

// repeated is the error of a name that a mapping has twice.
func repeated(name string, first, second *library.Node) error {
	p := position(second)
	return placed(p, &document.DuplicateError{Name: name, First: position(first), Second: p})
}
