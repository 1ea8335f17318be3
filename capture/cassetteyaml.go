package capture

import (
	"errors"
	"io"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// maxAnchored bounds the text of items that are kept because later ones may refer to them. It is read again with each that
// does; maxAgain bounds all of that.
const (
	maxAnchored = 1 << 20
	maxAgain    = 16 << 20
)

var errNotKept = errors.New("refers to an anchor that is not there, or was not kept")

// parse reads the text of an item alone, or behind those with anchors where it refers to one.
func (c *cassette) parse(item []byte) (*yaml.Node, error) {
	list, err := parseYAML(item)
	if err != nil && strings.Contains(err.Error(), "unknown anchor") {
		if c.again += len(c.anchored); c.again > maxAgain {
			return nil, errNotKept
		}
		if list, err = parseYAML(slices.Concat(c.anchored, item)); err != nil {
			return nil, errNotKept
		}
	}
	if err != nil || list.Kind != yaml.SequenceNode || len(list.Content) == 0 {
		return nil, errBrokenYAML
	}
	entry := list.Content[len(list.Content)-1]
	if hasAnchor(entry) && len(c.anchored)+len(item) <= maxAnchored {
		c.anchored = append(append(c.anchored, item...), '\n')
	}
	return entry, nil
}

// parseYAML reads a document. Errors of the library quote the text, and must not be passed on.
func parseYAML(text []byte) (value *yaml.Node, err error) {
	// The library has panicked on texts that are no YAML.
	defer func() {
		if recover() != nil {
			value, err = nil, errBrokenYAML
		}
	}()
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		return nil, err
	}
	if len(document.Content) != 1 {
		return nil, errBrokenYAML
	}
	return document.Content[0], nil
}

// hasAnchor reports whether a value has an anchor in it.
func hasAnchor(n *yaml.Node) bool {
	return n.Anchor != "" || slices.ContainsFunc(n.Content, hasAnchor)
}

// readFlow reads interactions that are written in flow style, which begin on a line and may go on to the end. It
// is held whole, and so it is bounded as an entry is.
func (c *cassette) readFlow(line []byte) error {
	c.first = c.line
	text := slices.Clone(line)
	for {
		if int64(len(text)) > c.source.limits.Entry {
			return &LimitError{What: "interactions in flow style", Limit: c.source.limits.Entry}
		}
		line, err := c.readLine()
		if len(line) == 0 {
			if err != io.EOF {
				return err
			}
			break
		}
		text = append(text, line...)
	}
	document, err := parseYAML(text)
	if err != nil || document.Kind != yaml.MappingNode {
		return errBrokenYAML
	}
	list := meant(document.Content[1])
	if list.Kind != yaml.SequenceNode {
		return errors.New("interactions: found another value, wanted a sequence")
	}
	for i := 2; i < len(document.Content); i += 2 {
		if document.Content[i].Value == "interactions" {
			return errors.New("interactions is given twice")
		}
	}
	c.flow = list.Content
	return nil
}

// flowing reads the next of the interactions in flow style.
func (c *cassette) flowing() (*Exchange, error) {
	entry := c.flow[0]
	c.flow = c.flow[1:]
	c.entry++
	return c.exchange(entry, c.first+entry.Line-1, nil)
}
