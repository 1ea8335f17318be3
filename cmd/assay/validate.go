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
var validateEndings = []string{".json", ".yaml", ".yml", ".ndjson", ".jsonl"}

// validateCommand is what the command line of assay validate says.
type validateCommand struct {
	streams
	schemas    schemaFlags
	reports    reportFlags
	config     string
	jobs       int
	crossCheck bool
	format     rule.OutputFormat // zero: no output
}

func newValidate(s streams) *cobra.Command {
	v := &validateCommand{streams: s}
	cmd := &cobra.Command{
		Use:   "validate [flags] INPUT...",
		Short: "Check JSON and YAML documents against a schema",
		Long: `Check JSON and YAML documents against a schema.

INPUT is a file, a folder, a glob such as 'payloads/**/*.json', or - for standard input. In folders, and
the folders in them, the files that end in .json, .yaml, .yml, .ndjson or .jsonl are checked, each
also with .gz or .zst behind it. Any other file that is named, or that a glob matches, is read as JSON.

Every document of a YAML stream is an instance, and so is every line of .ndjson and .jsonl; blank lines
are passed over. Standard input is one JSON text, or NDJSON where its first line is a whole
value and more follows. An input without any instance is invalid.

Without --schema, an instance's own $schema names its schema, a file beside it or a URL that --map leads to a
file; else the entry of assay.yaml for the file does. Without any INPUT, all that assay.yaml
names is checked. A whole assay.yaml for it:

  validate:
    - schema: schemas/user.json             # FILE[#pointer or anchor], relative to assay.yaml
      files: [users, "logs/**/*.ndjson"]    # files, folders and globs
    - schema: api.yaml#/components/schemas/Order
      files: [orders/*.json]

Its routes, which govern recorded traffic, are shown by assay contract --help:

  contract:
    routes:                                 # name, host, method, status, media-type and pointer may be left out
      - {name: get user, host: "*.example.com", method: GET, path: "/users/{id}", status: 2XX,
         media-type: application/json, pointer: /data, schema: schemas/user.json}

An exchange of such traffic is a line of NDJSON:

  {"method": "GET", "url": "https://api.example.com/users/1", "status": 200, "response": {"body": {"id": 1}}}

With --output-format, each object of "instances" in the json report has the member "output" behind "errors": the
outcome in that format of JSON Schema, for valid instances, too. flag, basic, detailed and verbose
are those of 2019-09 and 2020-12; flag, list and hierarchical are those of v1; each can be had for
schemas of any draft. A text that is not JSON or YAML has no output.`,
		Example: `  assay validate --schema schema.json payload.json payloads/
  assay validate --schema api.yaml#/components/schemas/User 'users/**/*.yaml'
  zcat log.ndjson.gz | assay validate --schema event.json --report ndjson -
  assay validate --schema schema.json --report text --output - --report junit --output report.xml payloads/
  assay validate --schema schema.json --report html --output report.html --report sarif --output report.sarif payloads/
  assay validate --schema schema.json --report json --output-format basic payload.json
  assay validate`,
		ValidArgsFunction: completeFiles("json", "yaml", "yml", "ndjson", "jsonl", "gz", "zst"),
		RunE:              func(cmd *cobra.Command, args []string) error { return v.run(cmd, args) },
	}
	cmd.Flags().SortFlags = false
	v.schemas.add(cmd, true)
	cmd.Flags().StringVar(&v.config, "config", "", "the `file` that says which schema governs which files (default the nearest assay.yaml)")
	v.reports.add(cmd, report.InstanceFormats())
	formats := rule.OutputFormats()
	choice(cmd, "output-format", "output `format` of JSON Schema that the json report has for each instance:\n"+strings.Join(formats, ", "), formats,
		func(s string) { v.format, _ = rule.ParseOutputFormat(s) })
	cmd.Flags().IntVar(&v.jobs, "jobs", runtime.GOMAXPROCS(0), "how many instances are checked at a time, a `number` from 1")
	cmd.Flags().BoolVar(&v.crossCheck, "cross-check", false, "ask a second engine, and warn where it disagrees")
	return cmd
}

func (v *validateCommand) run(cmd *cobra.Command, args []string) error {
	if v.jobs < 1 {
		return usage(cmd, "--jobs: found %d, wanted a number from 1", v.jobs)
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
	check := &validation{jobs: v.jobs, crossCheck: v.crossCheck, format: v.format}
	check.library = library
	if v.schemas.schema == "" || v.config != "" {
		if check.config, err = loadConfig(v.config); err != nil {
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
	if check.reports, err = openReports(&v.reports, v.streams, read, report.Instances); err != nil {
		return err
	}
	found, err := check.run(inputs)
	if err == nil {
		err = check.reports.close()
	}
	if err != nil {
		return err
	}
	return ended(max(status, found))
}

// inputs are the files to be checked. status tells of arguments that lead to nothing, which have been said; the error is one that
// leaves no input at all.
func (v *validateCommand) inputs(cmd *cobra.Command, args []string, c *config) (inputs []input, status int, err error) {
	add := func(schema string, names []string) {
		e := expander{endings: validateEndings, notes: v.notes}
		for _, name := range names {
			if err := e.add(name); err != nil {
				v.notes.print(err.Error())
				v.reports.omit(name, err.Error())
				status = statusUsage
			}
		}
		for _, file := range e.files {
			inputs = append(inputs, input{file, schema})
		}
	}
	switch {
	case len(args) > 0:
		add(v.schemas.schema, args)
	case v.schemas.schema == "" && c != nil:
		for _, entry := range c.Validate {
			names := make([]string, len(entry.Files))
			for i, f := range entry.Files {
				names[i] = c.path(f)
			}
			add(c.reference(entry.Schema), names)
		}
	}
	if len(inputs) > 0 {
		return inputs, status, nil
	}
	if status != statusValid {
		return nil, status, ended(status)
	}
	return nil, status, usage(cmd, "found no input, wanted files, folders, globs or -, or an %s with validate entries", configName)
}
