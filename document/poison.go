//go:build assaypoison

package document

// poisoned makes released memory useless at once, so that tests see whoever goes on using it.
const poisoned = true

// poison writes over the document's memory. Kinds of entries become none that is known, and places lead behind any text.
func (d *Document) poison() {
	for i := range d.tape[:cap(d.tape)] {
		d.tape[:cap(d.tape)][i] = entry{^uint64(0), ^uint64(0)}
	}
	for i := range d.arena[:cap(d.arena)] {
		d.arena[:cap(d.arena)][i] = 0xa5
	}
}
