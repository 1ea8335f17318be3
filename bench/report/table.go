package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ratioTable has the geometric mean of each ratio.
func (r results) ratioTable(b *strings.Builder) {
	b.WriteString("## Ratios\n\nTime by time, the geometric mean over the cases that both take part in: below 1 the first is faster.\n\n")
	head(b, "ratio", "time", "cases", "allocations per document", "of the other")
	for _, p := range pairs {
		if mean, cases, allocs, others := r.mean(p); cases > 0 {
			row(b, p.called, "**"+number(mean)+"**", strconv.Itoa(cases), number(allocs), number(others))
		}
	}
}

// contestTable has what each contender needs for a document.
func (r results) contestTable(b *strings.Builder, name string) {
	c := r[name]
	common := c.common()
	if len(common) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\nPer document, over the %d of %d cases that all take part in: geometric means, arithmetic ones of allocations.\n\n",
		titles[name], len(common), len(c.cases))
	head(b, "way", "ns", "MB/s", "allocations", "bytes allocated", "cases")
	for _, w := range ways[name] {
		if !c.has(w.name) {
			continue
		}
		m := c.mean(w.name, common)
		called := w.called
		if w.does != "" {
			called += " (" + w.does + ")"
		}
		cases := 0
		for _, of := range c.of {
			if _, ok := of[w.name]; ok {
				cases++
			}
		}
		row(b, called, number(m.ns), number(m.mbs), number(m.allocs), number(m.bytes), strconv.Itoa(cases))
	}
}

// caseTable has the most telling ratios of each case.
func (r results) caseTable(b *strings.Builder) {
	var shown []pair
	for _, p := range pairs {
		if r[p.contest].has(p.way) && r[p.contest].has(p.other) && slices.Contains(telling, p.called) {
			shown = append(shown, p)
		}
	}
	if len(shown) == 0 {
		return
	}
	b.WriteString("\n## Case by case\n\n")
	cells := []string{"case"}
	for _, p := range shown {
		cells = append(cells, p.called)
	}
	head(b, cells...)
	for _, name := range r[shown[0].contest].cases {
		cells := []string{name}
		for _, p := range shown {
			cell := "-"
			if q, ok := r.ratio(p, name); ok {
				cell = number(q)
			}
			cells = append(cells, cell)
		}
		row(b, cells...)
	}
}

// worstTable has the ratios that are least to our credit.
func (r results) worstTable(b *strings.Builder) {
	b.WriteString("\n## The five worst ratios\n\nTo the work of others, sonic.Valid aside, which does less.\n\n")
	head(b, "ratio", "time", "case")
	for _, f := range r.worst(5) {
		row(b, f.called, number(f.ratio), f.in)
	}
}
