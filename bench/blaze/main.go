// Command blaze measures Blaze by the command line that its makers publish, @sourcemeta/jsonschema, and prints what Go's
// benchmarks print.
//
// The command's own benchmark loop does not tell what parsing takes. So that is in the difference between a file of the documents and one
// that has them many times, by the processor's time in user mode: starting and compiling the schema cancel out.
package main

import (
	"flag"
	"fmt"
	"log"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/assaykit/assay/bench/corpus"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("blaze: ")
	work := flag.String("work", "_work", "the `folder` of the cases")
	node := flag.String("node", "node", "the `folder` of node_modules")
	rounds := flag.Int("rounds", 1, "how `many` times to measure")
	flag.Parse()
	command, err := find(*node)
	if err != nil {
		log.Fatal(err)
	}
	cases, err := corpus.Read(*work)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range cases {
		texts, err := c.Texts()
		if err != nil {
			log.Fatal(err)
		}
		r := runner{command, c, texts, *work}
		for range *rounds {
			if err := r.round(); err != nil {
				for _, way := range []string{whole, indexed} {
					fmt.Printf("note %s %s\n", r.name(way), strings.Join(strings.Fields(err.Error()), " "))
				}
				break
			}
		}
	}
}

// find is the command for this machine.
func find(node string) (string, error) {
	system := runtime.GOOS + "-" + map[string]string{"amd64": "x86_64", "arm64": "arm64"}[runtime.GOARCH]
	pattern := filepath.Join(node, "node_modules", "@sourcemeta", "jsonschema", "build", "*", "jsonschema-"+system)
	if found, err := filepath.Glob(pattern); err == nil && len(found) == 1 {
		return found[0], nil
	}
	return "", fmt.Errorf("found no command for %s: %s", system, pattern)
}
