package main

import (
	"fmt"
	"strings"

	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
	"github.com/spf13/cobra"
)

func newSchema(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Judge, bundle, lock, infer and print schemas",
		Example: `  assay schema check schema.json
  assay schema bundle schema.json --out bundle.json`,
		Args: noSuchCommand,
		RunE: wantsCommand,
	}
	cmd.AddCommand(newSchemaCheck(s), newSchemaBundle(s), newSchemaLock(s), newSchemaInfer(s), newSchemaConfig(s))
	return cmd
}

func newSchemaCheck(s streams) *cobra.Command {
	var flags schemaFlags
	cmd := &cobra.Command{
		Use:   "check [flags] SCHEMA...",
		Short: "Say whether schemas are well formed and can be used",
		Long: `Say whether schemas are well formed by the metaschemas of their dialects, and can be used with all that
they refer to.

SCHEMA is a file, with #pointer or #anchor for a part of it, a folder with .json, .yaml and .yml files, a
glob, or a URL. Problems and warnings go to standard error; a warning alone makes no schema unusable, but with --strict.`,
		Example: `  assay schema check schema.json
  assay schema check --map https://example.com/schemas/=schemas schemas/
  assay schema check api.yaml#/components/schemas/User`,
		ValidArgsFunction: completeFiles(schemaEndings...),
		RunE: func(cmd *cobra.Command, args []string) error {
			return checkSchemas(cmd, s, &flags, args)
		},
	}
	cmd.Flags().SortFlags = false
	flags.add(cmd, false)
	flags.addVerbose(cmd)
	return cmd
}

// checkSchemas prints a line for each schema that can be used, and the problems of the others.
func checkSchemas(cmd *cobra.Command, s streams, flags *schemaFlags, args []string) error {
	library, err := flags.library(cmd, s.notes)
	if err != nil {
		return err
	}
	library.options.Whole, library.options.Each = true, true
	if len(args) == 0 {
		return usage(cmd, "found no schema, wanted files, folders or globs")
	}
	status := statusValid
	fail := func(err error, least int) {
		s.notes.once(err.Error())
		status = max(status, least)
	}
	for _, arg := range args {
		files, err := schemaFiles(arg, s.notes)
		if err != nil {
			fail(err, statusSchema)
		}
		for _, file := range files {
			schema, err := library.open(file)
			if err != nil {
				fail(err, statusOf(err))
				continue
			}
			about := schema.Draft.Title()
			if n := len(schema.Roots()); schema.Rule() == nil {
				about += ", " + rule.Count(n, "schema")
			}
			if n := len(schema.Sources); n > 1 {
				about += ", " + rule.Count(n, "document")
			}
			if n := len(schema.Warnings); n > 0 {
				about += ", " + rule.Count(n, "warning")
			}
			if _, err := fmt.Fprintln(s.out, report.Lines(fmt.Sprintf("%s: ok (%s)", file, about))); err != nil {
				return fmt.Errorf("standard output: %w", err)
			}
		}
	}
	return ended(status)
}

// schemaFiles expands an argument. One with a fragment, or a URL, is a schema as it is.
func schemaFiles(arg string, n *notes) ([]string, error) {
	if strings.Contains(arg, "#") || strings.Contains(arg, "://") {
		return []string{arg}, nil
	}
	e := expander{endings: []string{".json", ".yaml", ".yml"}, notes: n}
	err := e.add(arg)
	return e.files, err
}
