package capture

import (
	"bytes"
	"io"
)

// nock reads a recording of nock: one array with an exchange an item. It reads items as a HAR's entries are read.
type nock struct {
	har
	begun bool
}

func openNock(s *source) func() (*Exchange, error) {
	n := &nock{har: newEntries(s, readNockEntry, glanceNock)}
	return n.next
}

func (n *nock) next() (*Exchange, error) {
	for {
		if n.level == inEntries && n.json.More() {
			return n.exchange()
		}
		err := n.step()
		if err == errComplete {
			return nil, io.EOF
		}
		if err != nil {
			return nil, n.ended(err)
		}
		n.window.pass(n.json.InputOffset())
	}
}

// step enters the array, or leaves it, or finds the end of the source.
func (n *nock) step() error {
	switch {
	case n.level == inEntries:
		n.level = outside
	case n.begun:
		return n.atEnd()
	default:
		n.begun, n.level = true, inEntries
		// Nothing else leads to entries, and so nothing else can be missing.
		n.seen = [inEntries]bool{true, true, true}
	}
	_, err := n.json.Token()
	return err
}

// claimsNock looks for a scope among the members of the first object of the array that the text is.
func claimsNock(head []byte) bool {
	item, is := firstItem(head)
	if !is {
		return false
	}
	found := false
	_ = firstObject(item, func(name string) bool {
		found = name == "scope"
		return !found
	})
	return found
}

// firstItem returns the text from the first item on, where the text is an array of objects.
func firstItem(head []byte) ([]byte, bool) {
	head = bytes.TrimLeft(head, " \t\r\n")
	if !bytes.HasPrefix(head, []byte("[")) {
		return nil, false
	}
	item := bytes.TrimLeft(head[1:], " \t\r\n")
	return item, bytes.HasPrefix(item, []byte("{"))
}

// hintsNock says no: an array whose first item has no scope may be anything.
func hintsNock([]byte) bool { return false }

// glanceNock reads what it can of the head of a damaged item.
func glanceNock(item []byte) head {
	c := newCursor(item)
	var e nockEntry
	_, _ = c.object(
		member{"scope", c.text(&e.scope)},
		member{"method", c.text(&e.method)},
		member{"path", c.text(&e.path)},
		member{"status", c.integer(&e.status)},
	)
	return e.head()
}
