package document

// Part is the value at an entry as a document of its own, whose root has the place that the value has. It shares the memory of the
// document that it is taken from: that must not be released before all that is read from the part is done with.
func (d *Document) Part(at int) *Document {
	if at == 0 {
		return d
	}
	end := d.End(at)
	p := &Document{text: d.text, shown: d.shown, data: d.data, before: d.before, arena: d.arena, part: true}
	p.tape = append(make([]entry, 0, end-at), d.tape[at:end]...)
	if d.places != nil {
		p.places = d.places[at:end:end]
	}
	p.moveBack(0, at)
	return p
}

// moveBack lets the values within one end where they do after so many entries in front of them are gone.
func (d *Document) moveBack(at, by int) {
	d.tape[at].tail -= uint64(by) << 32
	step := 0
	switch d.Kind(at) {
	case Array:
	case Object:
		step = 1 // a name has its hash where a value has its end
	default:
		return
	}
	for i, end := at+1, d.End(at); i < end; i = d.End(i + step) {
		d.moveBack(i+step, by)
	}
}
