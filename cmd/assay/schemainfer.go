package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema/infer"
	"github.com/spf13/cobra"
)

// inferCommand is what the command line of assay schema infer says, and what was seen.
type inferCommand struct {
	streams
	input     inputFlags
	options   infer.Options
	output    string // the file that gets the schema
	sample    string // the file that gets what was seen
	out       string // the folder of the schemas of operations
	operation string

	seen      infer.Sample
	exchanges exchangesSeen
	status    int
}

func newSchemaInfer(s streams) *cobra.Command {
	c := &inferCommand{streams: s, exchanges: exchangesSeen{}}
	cmd := &cobra.Command{
		Use:   "infer [flags] INPUT...",
		Short: "Propose a schema for documents, or for the responses of recorded traffic",
		Long: `Propose a JSON Schema for documents that were seen, or for the responses of recorded traffic. It accepts all of
them, and is the same whatever their order.

INPUT is what assay validate takes, or a capture, which its content tells; standard input is documents. The schema has types, members
that are always there as required, formats that all strings of a place have, members of objects whose names are data as
additionalProperties, and in $comment ranges and how often something was there. Strings of a place become an enum where few words repeat:
then values of the documents stand in the schema. --no-enums keeps them out; nothing else is a value but the least and
the greatest number.

The JSON bodies of a capture are told apart by operation and status, with {id} for what looks like the value of a parameter. With --out DIR
each gets a schema of its own, and standard output the routes for assay.yaml that lead to them; --operation picks one.

--sample FILE keeps what was seen, of which a later run makes one schema with more: assay schema infer monday.json tuesday.json
adds up what two machines saw. It has up to 24 different strings of each place, unless --no-enums is given.`,
		Example: `  assay schema infer users/*.json --title User --output user.schema.json
  assay schema infer --at /data/items/* response.json
  assay schema infer --out schemas recording.har >> assay.yaml
  assay schema infer --operation 'GET /users/{id} 200' recording.har`,
		ValidArgsFunction: completeFiles("json", "jsonc", "json5", "yaml", "yml", "toml", "ndjson", "jsonl", "har", "gz", "zst"),
		RunE:              func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&c.output, "output", dash, "the `file` that gets the schema, - for standard output")
	flags.StringVar(&c.out, "out", "", "the `folder` that gets a schema for each operation of captures")
	flags.StringVar(&c.operation, "operation", "", "the `operation` of captures that the schema is for, such as 'GET /users/{id} 200'")
	flags.StringVar(&c.sample, "sample", "", "a `file` that gets what was seen, to be taken in by another run")
	flags.StringVar(&c.options.Title, "title", "", "the `title` of the schema")
	flags.StringVar(&c.options.ID, "id", "", "the $id of the schema, a `URI`")
	flags.BoolVar(&c.options.Closed, "closed", false, "forbid members that were not seen")
	flags.BoolVar(&c.options.NoEnums, "no-enums", false, "let no string of a document stand in the schema")
	flags.BoolVar(&c.options.NoComments, "no-comments", false, "leave out ranges and how often something was there")
	c.input.addSources(cmd)
	return cmd
}

func (c *inferCommand) run(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage(cmd, "found no input, wanted files, folders, globs or -")
	}
	if err := c.input.check(cmd); err != nil {
		return err
	}
	e := expander{endings: append(slices.Clone(validateEndings), ".har"), notes: c.notes, exclude: c.input.exclude}
	for _, arg := range args {
		if err := e.add(arg); err != nil {
			c.notes.print(err.Error())
			c.status = statusUsage
		}
	}
	if len(e.files) == 0 {
		return ended(max(c.status, statusUsage))
	}
	for _, name := range e.files {
		if !c.capture(name) {
			c.documents(name)
		}
	}
	if err := c.write(cmd); err != nil {
		return err
	}
	return ended(c.status)
}

// documents takes in the documents of a file.
func (c *inferCommand) documents(name string) {
	take := func(i instance) {
		switch {
		case i.err != nil:
			c.fault(fmt.Sprintf("%s:%s", name, i.err), statusInvalid)
		case infer.IsSample(i.document.Root()) && !i.result.Records:
			c.merge(name, i.document)
		default:
			c.seen.Add(i.document.Root())
			i.document.Release()
		}
	}
	in := input{name: name, comments: c.input.comments, otherwise: c.input.otherwise, at: c.input.at, limits: &c.input.limits}
	c.batches(in, func(b *batch) bool {
		if b.err != nil {
			c.fault(fmt.Sprintf("%s: cannot be read: %v", name, b.err), statusUsage)
		}
		if b.err == nil || len(b.lines) > 0 {
			b.instances(func(whole instance) {
				if len(b.at) == 0 {
					take(whole)
				} else {
					b.parts(whole, take)
				}
			})
		}
		b.release()
		return true
	})
}

// merge takes in what another run saw.
func (c *inferCommand) merge(name string, d *document.Document) {
	s, err := infer.Parse(d.Source())
	if err != nil {
		c.fault(fmt.Sprintf("%s: %v", name, err), statusUsage)
		return
	}
	c.seen.Merge(s)
}

// mostDamaged is how many entries may be damaged before the first that is none, in what is taken for a capture. Documents may have members that
// look like those of exchanges.
const mostDamaged = 100

// capture takes in the responses of a capture. It reports whether the file is one: in which there is an exchange, unless the user says that it has
// documents.
func (c *inferCommand) capture(name string) bool {
	if name == dash || len(c.input.at) > 0 || c.input.otherwise != unsaid {
		return false
	}
	f, err := c.raw(name)
	if err != nil {
		return false // the documents say so
	}
	defer func() { _ = f.Close() }() // it was only read
	r, err := capture.Open(name, f)
	if err != nil {
		return false
	}
	defer r.Close()
	var damaged []error // before the first exchange
	for known := false; ; {
		x, err := r.Next()
		_, over := errors.AsType[*capture.SourceError](err)
		switch {
		case err == io.EOF:
			return known
		case err != nil && !known:
			if damaged = append(damaged, err); over || len(damaged) > mostDamaged {
				return false
			}
			continue
		case over:
			c.fault(err.Error(), statusUsage)
			return true
		case err != nil:
			c.fault(err.Error(), statusInvalid)
			continue
		case !known:
			known = true
			for _, err := range damaged {
				c.fault(err.Error(), statusInvalid)
			}
		}
		if err := c.exchanges.add(x); err != nil {
			c.fault(fmt.Sprintf("%s:%d: entry %d: %v", name, x.Line, x.Entry, err), statusInvalid)
		}
	}
}

// fault tells what could not be taken in.
func (c *inferCommand) fault(line string, status int) {
	c.notes.print(line)
	c.status = max(c.status, status)
}
