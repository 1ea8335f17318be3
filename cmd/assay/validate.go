package main

import (
	"runtime"
	"slices"
	"strings"

	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
	"github.com/spf13/cobra"
)

// validateEndings are those of the files that are looked for in folders.
var validateEndings = []string{".json", ".jsonc", ".json5", ".yaml", ".yml", ".toml", ".ndjson", ".jsonl"}

// validateCommand is what the command line of assay validate says.
type validateCommand struct {
	streams
	schemas    schemaFlags
	choice     inputFlags
	reports    reportFlags
	config     string
	jobs       int
	crossCheck bool
	failFast   bool
	format     rule.OutputFormat // zero: no output
}

func newValidate(s streams) *cobra.Command {
	v := &validateCommand{streams: s}
	cmd := &cobra.Command{
		Use:               "validate [flags] INPUT...",
		Short:             "Check documents of JSON, YAML, TOML and others against a schema",
		Long:              validateHelp,
		Example:           validateExamples,
		ValidArgsFunction: completeFiles("json", "jsonc", "json5", "yaml", "yml", "toml", "ndjson", "jsonl", "gz", "zst"),
		RunE:              func(cmd *cobra.Command, args []string) error { return v.run(cmd, args) },
	}
	cmd.Flags().SortFlags = false
	v.schemas.add(cmd, true)
	v.choice.add(cmd)
	cmd.Flags().StringVar(&v.config, "config", "", "the `file` that says which schema governs which files (default the nearest assay.yaml)")
	v.reports.add(cmd, report.InstanceFormats())
	formats := rule.OutputFormats()
	choice(cmd, "output-format", "output `format` of JSON Schema that the json report has for each instance:\n"+strings.Join(formats, ", "), formats,
		func(s string) { v.format, _ = rule.ParseOutputFormat(s) })
	cmd.Flags().IntVar(&v.jobs, "jobs", runtime.GOMAXPROCS(0), "how many instances are checked at a time, a `number` from 1")
	cmd.Flags().BoolVar(&v.failFast, "fail-fast", false, "stop after the first instance that is not as wanted")
	cmd.Flags().BoolVarP(&v.reports.quiet, "quiet", "q", false, "let the text report have what is wrong alone, without a summary")
	cmd.Flags().IntVar(&v.reports.maxErrors, "max-errors", 0, "how many violations the text report shows, a `number`; it counts the others (default 0: all)")
	cmd.Flags().BoolVar(&v.reports.all, "all", false, "let the text report show each violation; else it shows 5 of those of a file that are alike, and counts the others")
	cmd.Flags().BoolVar(&v.crossCheck, "cross-check", false, "ask a second engine, and warn where it disagrees")
	return cmd
}

func (v *validateCommand) run(cmd *cobra.Command, args []string) error {
	if v.jobs < 1 {
		return usage(cmd, "--jobs: found %d, wanted a number from 1", v.jobs)
	}
	if v.reports.quiet && v.reports.verbose {
		return usage(cmd, "--quiet: found --verbose beside it, wanted one of them")
	}
	if v.reports.maxErrors < 0 {
		return usage(cmd, "--max-errors: found %d, wanted a number from 1, or 0 for all", v.reports.maxErrors)
	}
	if err := v.choice.check(cmd); err != nil {
		return err
	}
	if err := v.reports.check(cmd); err != nil {
		return err
	}
	if v.format != 0 && !slices.Contains(v.reports.formats, "json") {
		return usage(cmd, "--output-format: found --report %s, wanted --report json, which alone has room for the output", strings.Join(v.reports.formats, " and "))
	}
	library, err := v.schemas.library(cmd, v.notes)
	if err != nil {
		return err
	}
	library.options.Limits = v.choice.limits.rule
	check := &validation{jobs: v.jobs, crossCheck: v.crossCheck, format: v.format}
	check.failFast = v.failFast
	check.library, check.ignoreMissing = library, v.choice.ignoreMissing
	if v.schemas.schema == "" || v.config != "" {
		if check.config, err = loadConfig(v.config); err != nil {
			return err
		}
	}
	if v.choice.catalog != "" {
		if check.catalog, err = library.loadCatalog(v.choice.catalog); err != nil {
			return err
		}
	}
	inputs, status, err := v.inputs(cmd, args, check.config)
	if err != nil {
		return err
	}
	// A schema that is known from the start must be usable before anything is reported.
	for _, in := range inputs {
		if in.schema != "" {
			if _, err := library.open(in.schema); err != nil {
				return err
			}
		}
	}
	names := make([]string, len(inputs))
	for i, in := range inputs {
		names[i] = in.name
	}
	defer v.show(names)()
	check.streams = v.streams
	read := readFiles{anySchema: v.schemas.schema == ""}
	read.addRun(check.config, library)
	for _, in := range inputs {
		read.addInput(in.name, v.in)
	}
	read.add("the catalogue", v.choice.catalog)
	for _, list := range v.choice.lists {
		read.add("a list of inputs", list)
	}
	v.reports.schemas = library
	if check.reports, err = openReports(&v.reports, v.streams, read, report.Instances); err != nil {
		return err
	}
	defer check.reports.discard()
	found, err := check.run(inputs)
	if err == nil {
		err = check.reports.close()
	}
	if err != nil {
		return err
	}
	return ended(max(status, found))
}
