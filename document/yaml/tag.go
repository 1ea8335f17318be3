package yaml

import (
	"bytes"
	"strings"

	"github.com/assaykit/assay/document"
	library "gopkg.in/yaml.v3"
)

// tagOf is the tag that is written at a node, "" where none is.
func tagOf(n *library.Node) string {
	if n.Style&library.TaggedStyle == 0 {
		return ""
	}
	return n.Tag
}

// kindWanted names the kind of node that a tag of YAML's own stands on.
var kindWanted = map[string]library.Kind{
	"!!map": library.MappingNode, "!!set": library.MappingNode,
	"!!seq": library.SequenceNode, "!!omap": library.SequenceNode, "!!pairs": library.SequenceNode,
	"!!str": library.ScalarNode, "!!null": library.ScalarNode, "!!bool": library.ScalarNode, "!!int": library.ScalarNode,
	"!!float": library.ScalarNode, "!!binary": library.ScalarNode, "!!timestamp": library.ScalarNode,
}

var kindNames = map[library.Kind]string{
	library.MappingNode: "a mapping", library.SequenceNode: "a sequence", library.ScalarNode: "a scalar",
}

// checkTag refuses a tag of YAML's own on a node of another kind (YAML 1.2, section 10.1.1).
func checkTag(n *library.Node) error {
	tag := tagOf(n)
	if wanted, known := kindWanted[tag]; known && wanted != n.Kind {
		return unexpected(position(n), "the tag "+tag+" on "+kindNames[n.Kind], "it on "+kindNames[wanted])
	}
	return nil
}

// position is where a node begins, its anchor and tag included.
func position(n *library.Node) document.Position {
	return document.Position{Line: n.Line, Column: n.Column}
}

// specify writes the tag !!str at a plain scalar that has the tag "!", which makes it a string (YAML 1.2,
// section 6.9.1). The library does not tell, so the text is looked at.
func (s *source) specify(n *library.Node) {
	if !s.nonSpecific || n.Style != 0 {
		return
	}
	rest := s.text[s.offset(s.marks.inText(position(n))):]
	if len(rest) > 0 && rest[0] == '&' {
		behind := bytes.IndexAny(rest, blanks)
		rest = bytes.TrimLeft(rest[max(behind, 0):], blanks)
	}
	if len(rest) > 0 && rest[0] == '!' && endsTag(rest[1:]) {
		n.Style, n.Tag = library.TaggedStyle, "!!str"
	}
}

const blanks = " \t\r\n"

// endsTag is whether nothing of a tag follows its first character.
func endsTag(rest []byte) bool {
	return len(rest) == 0 || strings.IndexByte(blanks, rest[0]) >= 0
}
