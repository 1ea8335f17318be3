package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
)

// htmlInstances shows instances.
type htmlInstances struct {
	html
	options Options
	tally   tally
}

func newHTML(w io.Writer, o Options) Reporter[Result] {
	return &htmlInstances{html: newHTMLPage(w, o, "instance", "Schemas", "Invalid"), options: o}
}

// Add counts an instance, and keeps what is wrong with it.
func (h *htmlInstances) Add(r Result) error {
	h.tally.add(r)
	if r.passedOver() != "" {
		return nil
	}
	h.begin(r.Source, r.Schema, r.Err != nil)
	if r.Err == nil {
		return nil
	}
	marks := newMarks(r.Err.Sensitive)
	for _, f := range faults(r.Err) {
		h.violation(checkOf(f), func() htmlError {
			e := shownFault(h.options, f)
			if r.Records {
				e.Head = "record " + strconv.Itoa(r.Record)
			}
			if q, ok := excerpt(r, f, marks, defaultWidth); ok {
				e.Quote = &htmlQuote{f.Position.Line, q.before, q.value, q.after}
			}
			return e
		})
	}
	return nil
}

// Close writes the page.
func (h *htmlInstances) Close() error {
	t := h.tally
	p := &h.page
	p.Valid, p.Good = t.instances-t.invalid, t.asWanted()
	switch {
	case t.instances == 0:
		p.Title = "No instances"
	case p.Good && t.wanted > 0:
		p.Title = rule.Count(t.instances, "instance") + ", all as wanted"
	case p.Good:
		p.Title = rule.Count(t.instances, "instance") + ", all valid"
	case t.wanted+t.unwanted > 0:
		p.Title = strconv.Itoa(t.invalid-t.wanted+t.unwanted) + " of " + rule.Count(t.instances, "instance") + " not as wanted"
	default:
		p.Title = strconv.Itoa(t.invalid) + " of " + rule.Count(t.instances, "instance") + " invalid"
	}
	p.Counts = []htmlCount{
		{"Instances", t.instances, false}, {"Valid", p.Valid, false}, {"Invalid", t.invalid, t.invalid > t.wanted},
		{"Violations", t.violations, t.violations > 0},
	}
	if t.empty > 0 {
		p.Counts = append(p.Counts, htmlCount{"Documents without an instance", t.empty, true})
	}
	return h.write()
}

// shownFault is what a fault says, whatever it is in.
func shownFault(o Options, f fault) htmlError {
	e := htmlError{
		Pointer: visible(f.InstanceLocation), Message: visible(f.message),
		Causes: explained(f.Violation, false), Demand: f.demand(),
	}
	if f.Position.Line > 0 {
		e.Place = strconv.Itoa(f.Position.Line) + ":" + strconv.Itoa(f.Position.Column)
	}
	if f.Keyword != "" {
		e.Absolute = visible(o.shortLocation(f.AbsoluteKeywordLocation))
	}
	return e
}

// htmlExchanges shows exchanges. It has no excerpts, since what was recorded is secret.
type htmlExchanges struct {
	html
	options Options
	tally   exchangeTally
}

func newExchangeHTML(w io.Writer, o Options) Reporter[contract.Finding] {
	return &htmlExchanges{html: newHTMLPage(w, o, "exchange", "Operations", "Failing"), options: o, tally: newExchangeTally()}
}

// Add counts an exchange, and keeps what is wrong with it. What does not count as a failure is a warning.
func (h *htmlExchanges) Add(f contract.Finding) error {
	h.tally.add(f)
	fails := h.options.fails(f)
	h.begin(f.Source, f.Operation, fails)
	if !fails {
		h.page.Valid++
	}
	if harmless(f) && !fails {
		return nil
	}
	keep := func(c check, e htmlError) {
		h.violation(c, func() htmlError {
			e.Warning = !fails
			e.Head = "entry " + strconv.Itoa(f.Entry) + ": " + strings.TrimSuffix(answered(f), " ")
			if f.Operation != "" {
				e.Head += " (" + visible(f.Operation) + ")"
			}
			if f.Line > 0 {
				e.Place = "line " + strconv.Itoa(f.Line)
			}
			return e
		})
	}
	for _, v := range faults(f.Err) {
		keep(checkOfExchange(v), shownFault(h.options, v))
	}
	if f.Err == nil {
		keep(checkOfResult(f.Result), htmlError{Message: visible(string(f.Result) + ": " + f.Reason)})
	}
	return nil
}

// Close writes the page.
func (h *htmlExchanges) Close() error {
	p := &h.page
	failing := p.Total - p.Valid
	p.Good = failing == 0
	p.Title = strconv.Itoa(failing) + " of " + rule.Count(p.Total, "exchange") + " break the contract"
	if p.Good {
		p.Title = rule.Count(p.Total, "exchange") + ", none breaks the contract"
	}
	p.Counts = []htmlCount{{"Exchanges", p.Total, false}}
	for _, r := range h.tally.order() {
		if n := h.tally.results[r]; n > 0 {
			p.Counts = append(p.Counts, htmlCount{visible(string(r)), n, r != contract.Valid && r != contract.Skipped})
		}
	}
	return h.write()
}
