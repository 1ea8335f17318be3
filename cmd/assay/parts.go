package main

import (
	"fmt"

	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
)

// parts hands on the instances within a document. What is not there makes it invalid, whatever is wanted of the instances.
func (b *batch) parts(whole instance, yield func(instance)) {
	next := func(pointer string) instance {
		b.parted++
		i := instance{result: whole.result}
		i.result.Record, i.result.Records, i.result.At = b.parted, true, pointer
		return i
	}
	if whole.err != nil {
		i := next("")
		i.err = whole.err
		yield(i)
		return
	}
	list, lost := b.at.find(whole.document)
	for _, s := range list {
		i := next(s.pointer)
		i.document = whole.document.Part(s.entry)
		yield(i)
	}
	switch {
	case len(lost) > 0:
		i := next("")
		i.err, i.lost = &rule.Error{Violations: lost}, true
		yield(i)
	case len(list) == 0:
		r := whole.result
		r.Empty, r.Text = true, nil
		b.add(r)
	}
}

// parting counts what steps led to in the file that is reported.
type parting struct {
	of    input
	found int // instances, in the batches so far
	empty int // documents without any
}

// begin is called before a batch is reported.
func (p *parting) begin(b *batch, n *notes) {
	if b.first > 1 { // it goes on with a file
		return
	}
	p.end(n)
	*p = parting{of: b.input}
}

// number lets the instances of a file that is read in batches have numbers one after the other, and tells of the first document
// that has none: there may be as many as a file has lines.
func (p *parting) number(r *report.Result, n *notes) {
	if !r.Empty {
		r.Record += p.found
		return
	}
	if p.empty++; p.empty > 1 {
		return
	}
	where := r.Source
	if r.Records {
		where = fmt.Sprintf("%s: document %d", r.Source, r.Record)
	}
	n.print(fmt.Sprintf("%s: warning: found no value at %s, so that nothing of it was checked", where, p.of.at))
}

// end counts the others.
func (p *parting) end(n *notes) {
	if p.empty > 1 {
		n.print(fmt.Sprintf("%s: warning: found no value at %s in %s more", p.of.name, p.of.at, rule.Count(p.empty-1, "document")))
	}
	p.empty = 0
}
