package main

import (
	"errors"
	"fmt"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/report"
	"github.com/spf13/cobra"
)

// writeOut puts a text in a file, or on standard output.
func (s *streams) writeOut(name string, text []byte) error {
	if name == dash {
		if _, err := s.out.Write(text); err != nil {
			return &failure{statusUsage, fmt.Errorf("standard output: cannot be written: %w", reason(err))}
		}
		return nil
	}
	if err := (change{path: name, new: text}).apply(); err != nil {
		return &failure{statusUsage, err}
	}
	return nil
}

func newContractMerge(s streams) *cobra.Command {
	output, format, o := dash, "json", report.Options{}
	cmd := &cobra.Command{
		Use:   "merge [flags] SUMMARY...",
		Short: "Add up the summaries of parts of some captures",
		Long: `Add up what assay contract --summary FILE wrote for parts of some captures, as shards of an archive that were
checked on several machines. The sum is, byte by byte, the summary of one run over all of them. With --report text or html it is told to people: each
operation with what was seen, what never was, and what parts from the contract, how often and where first.

SUMMARY is a file, or - for standard input. The order does not matter. A capture that is called merge is ./merge for
assay contract.`,
		Example: `  assay contract --summary a.json captures/a
  assay contract --summary b.json captures/b
  assay contract merge --output all.json a.json b.json
  assay contract merge --report text all.json
  assay contract merge --report html --output coverage.html all.json`,
		ValidArgsFunction: completeFiles("json"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(cmd, "found no summary, wanted files that assay contract --summary wrote")
			}
			sum := contract.NewSummary()
			for _, name := range args {
				if err := s.mergeFile(sum, name); err != nil {
					return err
				}
			}
			if format == "json" {
				return s.writeOut(output, sum.JSON())
			}
			write := report.CoverageText
			if format == "html" {
				write = report.CoverageHTML
			}
			return s.writeOut(output, toldOf(sum, write, o))
		},
	}
	cmd.Flags().SortFlags = false
	choice(cmd, "report", "`format` of the sum: json, which merge reads, text, or html: a page with charts (default json)", []string{"json", "text", "html"}, func(word string) { format = word })
	cmd.Flags().BoolVarP(&o.Verbose, "verbose", "v", false, "let the text name what was seen, too")
	cmd.Flags().StringVar(&output, "output", dash, "where the sum is written, a `file`, or - for standard output")
	return cmd
}

// mergeFile adds a summary in a file. One that cannot be used ends the merge: a sum without it would be wrong.
func (s *streams) mergeFile(sum *contract.Summary, name string) error {
	one, err := s.readSummary(name)
	if err != nil {
		return &failure{statusUsage, err}
	}
	sum.Merge(one)
	return nil
}

// readSummary reads a summary in a file, or on standard input.
func (s *streams) readSummary(name string) (*contract.Summary, error) {
	f, err := s.raw(name)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", name, reason(err))
	}
	text, err := readAll(f, largestText)
	err = errors.Join(err, f.Close())
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", name, reason(err))
	}
	one, err := contract.ParseSummary(text)
	if e, ok := errors.AsType[*contract.SummaryError](err); ok {
		return nil, fmt.Errorf("%s:%d:%d: %w", name, e.Line, e.Column, err)
	}
	if err != nil {
		return nil, fmt.Errorf("%s:1:1: %w", name, err)
	}
	return one, nil
}
