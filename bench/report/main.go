// Command report makes tables and a picture of what the benchmarks found.
package main

import (
	"flag"
	"log"
	"os"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("report: ")
	tables := flag.String("tables", "", "the Markdown `file` to write (default standard output)")
	picture := flag.String("picture", "", "the SVG `file` to write (default none)")
	lock := flag.String("lock", "node/package-lock.json", "the `file` with the versions of what runs on Node.js")
	flag.Parse()
	if err := report(*tables, *picture, *lock, flag.Args()); err != nil {
		log.Fatal(err)
	}
}

func report(tables, picture, lock string, files []string) error {
	all, config, err := read(files)
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(introduction)
	all.ratioTable(&b)
	for _, name := range contests {
		if all[name] != nil {
			all.contestTable(&b, name)
		}
	}
	all.caseTable(&b)
	all.worstTable(&b)
	all.missing(&b)
	if err := all.machine(&b, config, lock); err != nil {
		return err
	}
	if picture != "" {
		if err := all.draw(picture); err != nil {
			return err
		}
	}
	if tables == "" {
		_, err := os.Stdout.WriteString(b.String())
		return err
	}
	return os.WriteFile(tables, []byte(b.String()), 0o666)
}

const introduction = `# Benchmarks

Written by ` + "`make bench`" + `: every contender over the same documents, one after the other in each round, of all rounds the fastest. The cases are the
project's model and the schemas of the field's benchmark that have documents. All documents are valid, and who says otherwise is left out of the
case and named below.

- ` + "`format`" + ` is an assertion in the model's case alone; google/jsonschema-go knows none.
- santhosh-tekuri, google and ajv judge decoded values: their times have the decoding in them, by v6's own function, by encoding/json (for v5 with
  numbers as text) and by JSON.parse.
- Blaze is measured by the command line that its makers publish, in its fast mode: from texts by the processor's time in user mode for a document
  more, which has the command's own work in it; with documents in hand by its own benchmark.
- Structs for the others are those of ` + "`optional: pointer`" + `, with any for unions. They drop the members that have no field, which generated code
  keeps and writes again.

`
