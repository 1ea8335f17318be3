package main

import (
	"fmt"

	"github.com/assaykit/assay/schema"
	"github.com/spf13/cobra"
)

func newSchemaBundle(s streams) *cobra.Command {
	var flags schemaFlags
	var out string
	cmd := &cobra.Command{
		Use:   "bundle [flags] SCHEMA",
		Short: "Write a schema and all that it refers to as one document",
		Long: `Write a schema and all documents that it refers to as one JSON document, which accepts and refuses the same
and needs no file beside it.

SCHEMA is a file in JSON or YAML, with #pointer or #anchor for a part of it, or a URL that --map leads to a
file or --allow-net fetches. The other documents go into $defs (definitions up to draft 7) under their URIs. References stay as they are
wherever they still lead to the same schema. Files without an $id that is an absolute URI are called by one below
https://bundle.invalid/; nothing in the bundle tells where they were.

A schema whose metaschema chooses vocabularies cannot be bundled: that metaschema could not go with it.`,
		Example: `  assay schema bundle schema.json > bundle.json
  assay schema bundle --map https://example.com/schemas/=schemas schema.json --out bundle.json
  assay schema bundle api.yaml#/components/schemas/User`,
		ValidArgsFunction: completeFiles(schemaEndings...),
		RunE: func(cmd *cobra.Command, args []string) error {
			return bundleSchema(cmd, s, &flags, out, args)
		},
	}
	cmd.Flags().SortFlags = false
	flags.add(cmd, false)
	flags.addVerbose(cmd)
	cmd.Flags().StringVar(&out, "out", dash, "the `file` to write, - for standard output")
	return cmd
}

// bundleSchema writes the bundle of a schema. Nothing is written where there is none.
func bundleSchema(cmd *cobra.Command, s streams, flags *schemaFlags, out string, args []string) error {
	library, err := flags.library(cmd, s.notes)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usage(cmd, "found %d schemas, wanted one", len(args))
	}
	opened, err := library.open(args[0])
	if err != nil {
		return err
	}
	text, err := schema.Bundle(opened.Schema)
	if err != nil {
		return unusable(err)
	}
	if out == dash {
		if _, err := s.out.Write(text); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
		return nil
	}
	if err := replaceFile(out, text); err != nil {
		return &failure{statusUsage, fmt.Errorf("%s: cannot be written: %w", out, reason(err))}
	}
	return nil
}
