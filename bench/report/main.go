// Command report makes tables and a picture of what the benchmarks found.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("report: ")
	flag.Parse()
	all, err := read(flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	var b strings.Builder
	for _, name := range []string{"Judge", "Decode", "Encode"} {
		if c := all[name]; c != nil {
			summary(&b, name, c)
		}
	}
	fmt.Fprint(os.Stdout, b.String())
}

func summary(b *strings.Builder, name string, c *contest) {
	common := c.common()
	fmt.Fprintf(b, "\n%s: %d cases, %d in common\n\n| way | cases | ns/doc | MB/s | allocs/doc | generated / it |\n| --- | --- | --- | --- | --- | --- |\n", name, len(c.cases), len(common))
	for _, way := range c.ways() {
		m, r := c.mean(way, common), c.ratio("generated", way)
		fmt.Fprintf(b, "| %s | %d | %.0f | %.0f | %.1f | %.3f |\n", way, r.cases, m.ns, m.mbs, m.allocs, r.mean)
	}
	fmt.Fprintf(b, "\n| case |")
	for _, way := range c.ways() {
		fmt.Fprintf(b, " %s |", way)
	}
	fmt.Fprintf(b, "\n| --- |%s\n", strings.Repeat(" --- |", len(c.ways())))
	for _, name := range c.cases {
		fmt.Fprintf(b, "| %s |", name)
		for _, way := range c.ways() {
			if r, ok := c.of[name][way]; ok {
				fmt.Fprintf(b, " %.0f |", r.ns)
			} else {
				fmt.Fprintf(b, " - |")
			}
		}
		fmt.Fprintln(b)
	}
	for _, name := range c.cases {
		for way, why := range c.notes[name] {
			fmt.Fprintf(b, "\n- %s, %s: %s", name, way, why)
		}
	}
}

// ways are the contenders, in no case's but in a fixed order.
func (c *contest) ways() []string {
	var ways []string
	seen := map[string]bool{}
	for _, way := range order {
		for _, of := range c.of {
			if _, ok := of[way]; ok && !seen[way] {
				seen[way] = true
				ways = append(ways, way)
			}
		}
	}
	return ways
}

var order = []string{
	"generated", "generated-append", "interpreter", "index", "generated-indexed", "interpreter-indexed", "v5", "v6", "google", "ajv", "blaze",
	"encoding-json.Valid", "sonic.Valid", "fastjson", "encoding-json", "json-v2", "sonic", "goccy", "easyjson",
}
