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
	if c := r["Judge"]; c != nil && !c.has("ajv") {
		b.WriteString("- ajv: left out, for Node.js or npm was not there\n")
	}
	if c := r["Judge"]; c != nil && !c.has("blaze") {
		b.WriteString("- Blaze: left out, for Node.js or npm was not there, or its command does not run on this machine\n")
	}
	if b.Len() == begin {
		b.WriteString("Nobody.\n")
	}
}
