package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/capture/redact"
	"github.com/assaykit/assay/capture/secret"
	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/rule"
	"github.com/spf13/cobra"
)

func newCapture(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "capture",
		Short:   "Clean recorded API traffic of secrets",
		Example: "  assay capture redact --output clean.har recording.har",
		Args:    noSuchCommand,
		RunE:    wantsCommand,
	}
	cmd.AddCommand(newCaptureRedact(s))
	return cmd
}

// redactCommand is what the command line of assay capture redact says.
type redactCommand struct {
	streams
	schemas schemaFlags
	specs   []string
	servers []string
	limits  captureLimits
	output  string
	options redact.Options
	unknown int // exchanges of which the descriptions have no operation
}

func newCaptureRedact(s streams) *cobra.Command {
	c := &redactCommand{streams: s, output: dash}
	cmd := &cobra.Command{
		Use:   "redact [flags] CAPTURE",
		Short: "Write a capture without what is or may be secret",
		Long: `Write a capture without what is or may be secret, fit to be kept beside the code.

CAPTURE is a file that assay contract reads, or - for standard input. A HAR becomes a HAR, all else becomes NDJSON. What is no part of an exchange for
assay contract is left out: timings, pages, comments, addresses, members of a recorder's own. The capture itself is never written over.

What is taken out has a stand-in of the same type and length, of the same format where that is known, and the same for the same text: values of queries, credentials in
headers and cookies, what looks like a token wherever it is, names included, and in JSON the values of members that are called as credentials
are (password, access_token, apiKey), or that the schemas of --spec mark as x-sensitive. Userinfo and fragments of URLs are left out. Of forms all
values have stand-ins, and so have other bodies as a whole. With --all-values, so has every string and number of JSON.

No program knows every secret by its looks: read what was written before it is committed. The key of the stand-ins is drawn by lot, unless the environment variable
ASSAY_HASH_KEY has one, with which equal texts have equal stand-ins in several captures. Cleaning a clean capture changes nothing.

A damaged entry is left out, told of, and makes the exit status 1. Of a capture that cannot be read to its end nothing is written to a file.`,
		Example: `  assay capture redact --output testdata/users.har recording.har
  assay capture redact --keep-query page --keep-query sort --output users.ndjson recording.ndjson
  assay capture redact --spec openapi.yaml --all-values - <recording.har`,
		ValidArgsFunction: completeFiles("har", "ndjson", "jsonl", "json", "yaml", "gz", "zst"),
		RunE:              func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().StringVar(&c.output, "output", dash, "where the clean capture is written, a `file`, or - for standard output")
	cmd.Flags().StringArrayVar(&c.options.KeepQuery, "keep-query", nil, "keep the values of the query parameter of a `name`, unless they look like tokens; repeatable")
	cmd.Flags().BoolVar(&c.options.AllValues, "all-values", false, "let every string and number of a JSON body have a stand-in")
	cmd.Flags().StringArrayVar(&c.specs, "spec", nil, "an OpenAPI description, `FILE` in JSON or YAML, that marks what is x-sensitive; repeatable")
	if err := cmd.RegisterFlagCompletionFunc("spec", completeFiles(schemaEndings...)); err != nil {
		panic("assay: completion of --spec: " + err.Error())
	}
	cmd.Flags().StringArrayVar(&c.servers, "server", nil, "the `URL` that the traffic was recorded at, in place of the servers of --spec; repeatable")
	c.limits.add(cmd, false)
	c.schemas.add(cmd, false)
	return cmd
}

func (c *redactCommand) run(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage(cmd, "found %s, wanted one, or - for standard input", rule.Count(len(args), "capture"))
	}
	if len(c.servers) > 0 && len(c.specs) == 0 {
		return usage(cmd, "--server: found no --spec, wanted the description whose servers it is in the place of")
	}
	library, err := c.schemas.library(cmd, c.notes)
	if err != nil {
		return err
	}
	if err := c.mark(library); err != nil {
		return err
	}
	c.options.Key = []byte(os.Getenv("ASSAY_HASH_KEY"))
	var read readFiles
	read.addRun(nil, library)
	read.addInput(args[0], c.in)
	if err := read.refuse("--output", c.output); err != nil {
		return err
	}
	defer c.show(args)()
	return c.redact(args[0])
}

// mark asks the descriptions what is sensitive.
func (c *redactCommand) mark(l *library) error {
	if len(c.specs) == 0 {
		return nil
	}
	checker, err := l.described(c.specs, c.servers, contract.Options{})
	if err != nil {
		return err
	}
	c.options.Marks = func(x *capture.Exchange) redact.Marks {
		s := checker.Sensitive(x)
		if !s.Governed {
			c.unknown++
		}
		return redact.Marks{Path: s.Path, Request: ranges(s.Request), Response: ranges(s.Response)}
	}
	return nil
}

func ranges(spans []rule.Span) [][2]int {
	list := make([][2]int, len(spans))
	for i, s := range spans {
		list[i] = [2]int{s.Start, s.End}
	}
	return list
}

// redact writes the clean capture. A file takes its place in one step, when it is whole.
func (c *redactCommand) redact(name string) error {
	f, err := c.raw(name)
	if err != nil {
		return &failure{statusUsage, fmt.Errorf("%s: cannot be read: %w", name, err)}
	}
	defer func() { _ = f.Close() }() // it was only read
	reader, err := c.limits.open(name, f)
	if err != nil {
		return &failure{statusUsage, err}
	}
	defer reader.Close()
	to, commit := c.out, func() error { return nil }
	if c.output != dash {
		file, err := replace(c.output)
		if err != nil {
			return c.unwritten(err)
		}
		defer file.discard()
		to, commit = file, file.commit
	}
	w := bufio.NewWriterSize(c.progress.beside(to), 64<<10)
	status, err := c.copy(reader, w)
	if err != nil {
		return err
	}
	if err := errors.Join(w.Flush(), commit()); err != nil {
		return c.unwritten(err)
	}
	if c.unknown > 0 {
		c.notes.print(fmt.Sprintf("assay: found no operation of --spec for %s, so what is x-sensitive in them is not known; see its servers and paths, and --server", rule.Count(c.unknown, "exchange")))
	}
	return ended(status)
}

// exchangeWriter writes a capture.
type exchangeWriter interface {
	Write(*capture.Exchange) error
	Close() error
}

// lineWriter writes NDJSON, which has no end of its own.
type lineWriter struct{ *capture.Writer }

func (lineWriter) Close() error { return nil }

// redactVersion is that of what is written, which a HAR tells. It is not the program's: a clean capture is to stay as it is.
const redactVersion = "1"

// copy writes the exchanges of a capture clean. The error is of a capture that ends before its time, or cannot be written.
func (c *redactCommand) copy(r *capture.Reader, to io.Writer) (status int, err error) {
	var w exchangeWriter = lineWriter{capture.NewWriter(to)}
	if r.Format() == "HAR" {
		w = capture.NewHARWriter(to, "assay capture redact", redactVersion)
	}
	clean := redact.New(c.options)
	for {
		x, err := r.Next()
		switch {
		case err == io.EOF:
			if err := w.Close(); err != nil {
				return status, c.unwritten(err)
			}
			return status, nil
		case err == nil:
			if err := w.Write(clean.Exchange(x)); err != nil {
				return status, c.unwritten(err)
			}
			continue
		}
		e, damaged := errors.AsType[*capture.EntryError](err)
		if !damaged {
			return status, &failure{statusUsage, wordsOf(err)}
		}
		status = statusInvalid
		c.notes.print(wordsOf(e).Error() + "; the entry is left out")
	}
}

// wordsOf is an error of reading a capture without what looks like a token in it: it may name headers and members.
func wordsOf(err error) error {
	switch e := err.(type) {
	case *capture.EntryError:
		return &capture.EntryError{Source: e.Source, Entry: e.Entry, Line: e.Line, Column: e.Column, Err: errors.New(secret.Words(e.Err.Error()))}
	case *capture.SourceError:
		return &capture.SourceError{Source: e.Source, Line: e.Line, Column: e.Column, Err: errors.New(secret.Words(e.Err.Error()))}
	}
	return err
}

func (c *redactCommand) unwritten(err error) error {
	name := c.output
	if name == dash {
		name = "standard output"
	}
	return &failure{statusUsage, fmt.Errorf("%s: the capture cannot be written: %w", name, reason(err))}
}
