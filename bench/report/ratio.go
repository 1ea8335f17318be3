package main

import (
	"cmp"
	"math"
	"slices"
)

// ratio is how long one way takes as a multiple of what another takes, in a case. ok is false where one of them does not take part.
func (r results) ratio(p pair, name string) (q float64, ok bool) {
	c := r[p.contest]
	if c == nil {
		return 0, false
	}
	a, ok := c.of[name][p.way]
	b, both := c.of[name][p.other]
	return a.ns / b.ns, ok && both
}

// mean is the geometric mean of a ratio over the cases that both take part in, and how many these are; allocs is the mean of how many
// allocations the two make.
func (r results) mean(p pair) (mean float64, cases int, allocs, others float64) {
	c := r[p.contest]
	if c == nil {
		return 0, 0, 0, 0
	}
	sum := 0.0
	for _, name := range c.cases {
		if q, ok := r.ratio(p, name); ok {
			sum += math.Log(q)
			allocs += c.of[name][p.way].allocs
			others += c.of[name][p.other].allocs
			cases++
		}
	}
	n := float64(cases)
	return math.Exp(sum / n), cases, allocs / n, others / n
}

// finding is a ratio in a case.
type finding struct {
	pair
	in    string
	ratio float64
}

// worst are the cases in which we do worst, each by its worst ratio.
func (r results) worst(n int) []finding {
	var all []finding
	for _, p := range pairs {
		if !foreign(p) {
			continue
		}
		for _, name := range r[p.contest].names() {
			if q, ok := r.ratio(p, name); ok {
				all = append(all, finding{p, name, q})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b finding) int { return cmp.Compare(b.ratio, a.ratio) })
	return all[:min(n, len(all))]
}

// foreign reports whether a ratio is to somebody else's work that does at least the same as ours: that without a schema does less.
func foreign(p pair) bool {
	switch p.other {
	case "generated", "interpreter", "interpreter-indexed", "sonic.Valid":
		return false
	}
	return true
}

// common are the cases that all ways with any result take part in.
func (c *contest) common() []string {
	all := map[string]bool{}
	for _, of := range c.of {
		for way := range of {
			all[way] = true
		}
	}
	var common []string
	for _, name := range c.cases {
		if len(c.of[name]) == len(all) {
			common = append(common, name)
		}
	}
	return common
}

// mean is the result of a way over some cases: geometric means of times, arithmetic ones of allocations, of which there may be none.
func (c *contest) mean(way string, cases []string) result {
	var m result
	for _, name := range cases {
		r := c.of[name][way]
		m.ns += math.Log(r.ns)
		m.mbs += math.Log(r.mbs)
		m.allocs += r.allocs
		m.bytes += r.bytes
	}
	n := float64(len(cases))
	return result{ns: math.Exp(m.ns / n), mbs: math.Exp(m.mbs / n), allocs: m.allocs / n, bytes: m.bytes / n}
}

// names are the cases of a contest, also of one that did not take place.
func (c *contest) names() []string {
	if c == nil {
		return nil
	}
	return c.cases
}

// has reports whether a way has a result in any case.
func (c *contest) has(way string) bool {
	return c != nil && slices.ContainsFunc(c.cases, func(name string) bool { _, ok := c.of[name][way]; return ok })
}
