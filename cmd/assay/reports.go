package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/report"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// reportFlags say which reports are written, where and how.
type reportFlags struct {
	formats   []string
	outputs   []output
	names     []string // of the file of each report
	color     string
	verbose   bool
	quiet     bool
	maxErrors int
	all       bool
	fails     func(contract.Finding) bool // which exchanges are failures; nil: the report's own choice
	schemas   *library                    // of which reports tell the places; nil: none
	omissions []report.Omission           // what was found missing before there are reports
}

// add gives a command the flags; known are the formats that it has.
func (f *reportFlags) add(cmd *cobra.Command, known []string) {
	choice(cmd, "report", "`format` of the report: "+strings.Join(known, ", ")+" (default text); repeatable", known,
		func(s string) { f.formats = append(f.formats, s) })
	cmd.Flags().Func("output", "`file` for the report, - for standard output; repeatable: the n-th for the n-th --report, or where there are fewer,\nfor the --report before it", func(s string) error {
		f.outputs = append(f.outputs, output{max(len(f.formats)-1, 0), s})
		return nil
	})
	f.color = "auto"
	words := []string{"auto", "always", "never"}
	choice(cmd, "color", "`when` to colour: auto, always or never; auto is for terminals, if NO_COLOR is not set (default auto)", words,
		func(s string) { f.color = s })
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "let the text report name what is valid, too, and say where each remote schema came from")
}

// output is a file that was named behind some reports.
type output struct {
	report int // the one before it; 0 also where none was
	name   string
}

// check settles the pairs of formats and outputs. Where there are as many, the n-th go together; else an output is that of the report
// before it.
func (f *reportFlags) check(cmd *cobra.Command) error {
	if len(f.formats) == 0 {
		f.formats = []string{"text"}
	}
	if len(f.outputs) > len(f.formats) {
		return usage(cmd, "--output: found %d of them, wanted at most one for each --report, of which there are %d", len(f.outputs), len(f.formats))
	}
	f.names = make([]string, len(f.formats))
	for i, o := range f.outputs {
		if len(f.outputs) == len(f.formats) {
			o.report = i
		}
		if f.names[o.report] != "" {
			return usage(cmd, "--output: found %s and %s for one --report, wanted one", f.names[o.report], o.name)
		}
		f.names[o.report] = o.name
	}
	for i, name := range f.names {
		if name == "" {
			name = dash
			f.names[i] = dash
		}
		if slices.Contains(f.names[:i], name) {
			if name == dash {
				name = "standard output"
			}
			return usage(cmd, "--output: found two reports for %s, wanted one; say --output FILE for each --report", name)
		}
	}
	return nil
}

// options are how a report is written to a file, or to standard output.
func (f *reportFlags) options(w io.Writer) report.Options {
	o := report.Options{Color: f.color == "always", Verbose: f.verbose, Quiet: f.quiet, MaxErrors: f.maxErrors, All: f.all, Fails: f.fails, Version: versionText(), Time: began()}
	if f.schemas != nil {
		o.Place = (&locator{library: f.schemas}).place
	}
	if folder, err := os.Getwd(); err == nil {
		o.Folder = folder
	}
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return o
	}
	if f.color == "auto" {
		o.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil {
		o.Width = width
	}
	return o
}

// reports are all reports of a run as one.
type reports[T report.Result | contract.Finding] struct {
	each []written[T]
}

// written is a report with where it goes.
type written[T report.Result | contract.Finding] struct {
	report.Reporter[T]
	name string
	w    *bufio.Writer
	file *replacement // nil for standard output
}

// openReports opens every report that the flags ask for, unless it would be written over a file that the run reads.
func openReports[T report.Result | contract.Finding](f *reportFlags, s streams, read readFiles,
	open func(string, io.Writer, report.Options) (report.Reporter[T], error)) (*reports[T], error) {
	r := &reports[T]{}
	for _, name := range f.names {
		if err := read.refuse("--output", name); err != nil {
			return nil, err
		}
	}
	for i, format := range f.formats {
		out := written[T]{name: f.names[i]}
		to := s.out
		if out.name != dash {
			file, err := replace(out.name)
			if err != nil {
				r.discard()
				return nil, &failure{statusUsage, fmt.Errorf("%s: cannot be written: %w", out.name, reason(err))}
			}
			to, out.file = file.File, file
		}
		out.w = bufio.NewWriterSize(s.progress.beside(to), 64<<10)
		var err error
		out.Reporter, err = open(format, out.w, f.options(to))
		if r.each = append(r.each, out); err != nil {
			r.discard()
			return nil, err
		}
	}
	for _, o := range f.omissions {
		if err := r.omit(o.Source, o.Reason); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// add reports one verdict.
func (r *reports[T]) add(verdict T) error {
	for _, out := range r.each {
		if err := out.Add(verdict); err != nil {
			return out.failed(err)
		}
	}
	return nil
}

// addRow reports a result, and as many as count says in all where it is the first of valid instances in a row.
func addRow(r *reports[report.Result], first report.Result, count int) error {
	for _, out := range r.each {
		if err := report.AddRow(out.Reporter, first, count); err != nil {
			return out.failed(err)
		}
	}
	return nil
}

// note adds a line to the end of all reports that have room for it, and reports whether one has.
func (r *reports[T]) note(line string) bool {
	noted := false
	for _, out := range r.each {
		if n, ok := out.Reporter.(report.Noter); ok {
			n.Note(line)
			noted = true
		}
	}
	return noted
}

// flush shows what was reported so far.
func (r *reports[T]) flush() error {
	for _, out := range r.each {
		if err := out.w.Flush(); err != nil {
			return out.failed(err)
		}
	}
	return nil
}

// close ends all reports.
func (r *reports[T]) close() error {
	var all []error
	for _, out := range r.each {
		err := errors.Join(out.Close(), out.w.Flush())
		if err == nil && out.file != nil {
			err = out.file.commit()
		}
		if err != nil {
			all = append(all, out.failed(err))
		}
	}
	return errors.Join(all...)
}

// discard ends reports that are not closed: a file that would get one stays as it was.
func (r *reports[T]) discard() {
	for _, out := range r.each {
		if out.file != nil {
			out.file.discard()
		}
	}
}

func (out written[T]) failed(err error) error {
	name := out.name
	if name == dash {
		name = "standard output"
	}
	return &failure{statusUsage, fmt.Errorf("%s: the report cannot be written: %w", name, reason(err))}
}
