package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// missing lists who does not take part in what, and why. One reason for all of a case is told once.
func (r results) missing(b *strings.Builder) {
	b.WriteString("\n## Who does not take part\n\n")
	begin := b.Len()
	for _, contest := range contests {
		c := r[contest]
		for _, name := range c.names() {
			of := map[string][]string{}
			for _, w := range ways[contest] {
				if why := c.notes[name][w.name]; why != "" {
					of[why] = append(of[why], w.called)
				}
			}
			for _, why := range slices.Sorted(maps.Keys(of)) {
				who := strings.Join(of[why], ", ")
				if len(c.of[name]) == 0 {
					who = "all"
				}
				fmt.Fprintf(b, "- %s, %s, %s: %s\n", titles[contest], name, who, strings.ReplaceAll(why, "<", "&lt;"))
			}
		}
	}
	for _, w := range ways["Judge"] {
		if c := r["Judge"]; (w.name == "ajv" || w.name == "blaze") && c != nil && !c.has(w.name) {
			fmt.Fprintf(b, "- %s: left out of this run, which said why: without npm, for one\n", w.called)
		}
	}
	if b.Len() == begin {
		b.WriteString("Nobody.\n")
	}
}
