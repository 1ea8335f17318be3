package main

import (
	"fmt"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
)

// validation checks inputs, several batches at a time, and reports in the order of the inputs.
type validation struct {
	streams
	chooser
	reports    *reports[report.Result]
	jobs       int
	crossCheck bool
	format     rule.OutputFormat // zero: no output
	failFast   bool              // nothing is checked after the first instance that is not as wanted
	failed     bool              // there was one
	parting    parting
	room       *room
}

// collectAt is by how much of what is in use memory may grow until it is collected, in percent. What is in use is little, and what
// faults leave behind is much: twice the usual spares a fifth of the time where many instances are invalid. Where texts are long,
// it is the usual again.
const collectAt = 200

// run checks all inputs. status is the exit status of what was found; the error is one of writing a report.
//
// One goroutine reads, jobs of them check, and the caller's reports. The queue is in the order of reading. Its length
// and the room that texts have bound how much is in memory.
func (v *validation) run(inputs []input) (status int, err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(collectAt))
	defer func() { v.parting.end(v.notes) }()
	v.room = newRoom(2 * (v.jobs + 1) * batchSize)
	queue := make(chan *batch, 2*v.jobs)
	work := make(chan *batch)
	stop := make(chan struct{})
	var all sync.WaitGroup
	all.Go(func() {
		defer close(queue)
		defer close(work)
		v.read(inputs, queue, work, stop)
	})
	for range v.jobs {
		all.Go(func() {
			for b := range work {
				v.check(b)
				b.done <- struct{}{}
			}
		})
	}
	for b := range queue {
		n := len(b.text)
		if err == nil { // else the reader has been told to stop
			<-b.done
			var found int
			if found, err = v.report(b, len(queue) == 0); err != nil {
				close(stop)
			}
			status = max(status, found)
			b.release()
			if v.failed && err == nil {
				close(stop)
				// What was read ahead is let go while the program ends: reading may be waiting for input that never comes.
				go v.drop(queue, n)
				return status, nil
			}
		}
		v.room.give(n)
	}
	all.Wait()
	return status, err
}

// drop lets batches go that nobody waits for, the first with its n bytes already taken from the queue.
func (v *validation) drop(queue <-chan *batch, n int) {
	v.room.give(n)
	for range queue {
		v.room.give(v.room.limit)
	}
}

// read puts the batches of all inputs in the queue, then to work, until told to stop.
func (v *validation) read(inputs []input, queue, work chan<- *batch, stop <-chan struct{}) {
	going := true
	for _, in := range inputs {
		if !going {
			return
		}
		v.batches(in, func(b *batch) bool {
			n := len(b.text) // b is another's as soon as it is at work
			for _, next := range []chan<- *batch{queue, work} {
				select {
				case next <- b:
				case <-stop:
					going = false
					return false
				}
			}
			v.room.take(n)
			return true
		})
	}
}

// report reports what a batch came to.
func (v *validation) report(b *batch, flush bool) (status int, err error) {
	v.parting.begin(b, v.notes)
	for _, line := range b.notes {
		v.notes.once(line)
	}
	for i := range b.verdicts {
		r := &b.verdicts[i]
		if len(b.at) > 0 {
			v.parting.number(&r.Result, v.notes)
		}
		if r.Err != nil {
			status = max(status, statusInvalid)
		}
		if err := addRow(v.reports, r.Result, r.count); err != nil {
			return status, err
		}
		if v.failed = v.failFast && r.Err != nil; v.failed {
			return status, nil
		}
	}
	v.parting.found += b.parted
	for _, fault := range b.faults {
		status = max(status, statusOf(fault))
		// What is wrong with a schema is told of the schema, what follows from it of each file.
		if line := fault.Error(); v.notes.once(line) && strings.HasPrefix(line, b.name+": ") {
			if err := v.reports.omit(b.name, line); err != nil {
				return status, err
			}
		}
	}
	if b.err != nil {
		status = max(status, statusUsage)
		line := fmt.Sprintf("%s: cannot be read: %v", b.name, b.err)
		v.notes.print(line)
		if err := v.reports.omit(b.name, line); err != nil {
			return status, err
		}
	}
	if flush {
		err = v.reports.flush()
	}
	return status, err
}

// check gives the verdict on each instance of a batch.
func (v *validation) check(b *batch) {
	if b.err != nil && len(b.lines) == 0 {
		return
	}
	var given *opened
	if b.schema != "" {
		given, _ = v.library.open(b.schema) // once, for instances may be many and short
	}
	judge := func(i instance) {
		schema, err := given, error(nil)
		if given == nil {
			schema, err = v.choose(b, i.document)
		}
		if err == errNoSchema && b.skip(i) {
			return
		}
		if err != nil && i.err == nil {
			b.faults = append(b.faults, err)
			if statusOf(err) == statusSchema {
				b.faults = append(b.faults, unusable(fmt.Errorf("%s: not checked, since its schema cannot be used", b.name)))
			}
			return
		}
		b.add(v.verdict(b, i, schema))
	}
	if len(b.at) == 0 {
		b.instances(judge)
		return
	}
	b.instances(func(whole instance) { b.parts(whole, judge) })
}
