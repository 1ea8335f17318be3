package main

import (
	"fmt"

	"github.com/assaykit/assay/schema/models"
	"github.com/spf13/cobra"
)

func newSchemaConfig(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Print the schema of assay.yaml",
		Long: `Print the JSON Schema of assay.yaml, by which the file is checked. It describes every key.

Editors that know the YAML language server complete and check the file where its first line says so:

  # yaml-language-server: $schema=assay.schema.json`,
		Example: "  assay schema config > assay.schema.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(cmd, "found %q, wanted nothing behind config", args[0])
			}
			if _, err := s.out.Write(models.AssayConfiguration); err != nil {
				return fmt.Errorf("standard output: %w", err)
			}
			return nil
		},
	}
}
