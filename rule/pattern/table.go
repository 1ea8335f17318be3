package pattern

import "sync/atomic"

// tabled is a matcher with a table in front, which takes a few instructions a byte. The table knows ASCII alone and takes
// time to make, so other strings, and the first few, go to the matcher behind it.
type tabled struct {
	slow  matcher
	tree  node // of which the table is made
	uses  atomic.Int32
	table atomic.Pointer[table]
}

// warm is the use at which a pattern gets its table.
const warm = 32

func newTabled(n node, slow matcher) matcher { return &tabled{slow: slow, tree: n} }

func (m *tabled) match(s string) (bool, error) {
	if t := m.table.Load(); t != nil {
		if matched, decided := t.match(s); decided {
			return matched, nil
		}
	} else if m.uses.Add(1) == warm {
		t := newTable(linearText(m.tree))
		if t == nil {
			t = &table{start: unknown} // which decides nothing, and spares the counting
		}
		m.table.Store(t)
	}
	return m.slow.match(s)
}

// table is a deterministic automaton over ASCII. A state is the place in next where its row begins; a row has a state for
// each class of characters that the pattern tells apart, then one for bytes beyond ASCII, and one for the end of the text.
type table struct {
	start uint16
	end   uint16 // the class of the end of the text
	class [256]uint8
	next  []uint16
}

// The states that need no row: the rest of the text cannot match any more, or has not to, or the table cannot tell.
const (
	refused uint16 = iota
	accepted
	unknown
	firstRow // states from here on have rows
)

func (t *table) match(s string) (matched, decided bool) {
	state, next := t.start, t.next
	if state >= firstRow {
		for i := range len(s) {
			if state = next[int(state)+int(t.class[s[i]])]; state < firstRow {
				return state == accepted, state != unknown
			}
		}
		state = next[state+t.end]
	}
	return state == accepted, state != unknown
}
