package main

import "math"

// ratio is how long a way takes as a multiple of what another takes, as the geometric mean over the cases that both take part in.
type ratio struct {
	way, other string
	mean       float64
	cases      int
}

func (c *contest) ratio(way, other string) ratio {
	r := ratio{way: way, other: other}
	sum := 0.0
	for _, name := range c.cases {
		a, ok := c.of[name][way]
		b, both := c.of[name][other]
		if ok && both {
			sum += math.Log(a.ns / b.ns)
			r.cases++
		}
	}
	r.mean = math.Exp(sum / float64(r.cases))
	return r
}

// common are the cases that all ways with any result take part in.
func (c *contest) common() []string {
	ways := map[string]bool{}
	for _, of := range c.of {
		for way := range of {
			ways[way] = true
		}
	}
	var common []string
	for _, name := range c.cases {
		if len(c.of[name]) == len(ways) {
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
