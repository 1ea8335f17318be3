package main

import (
	"errors"
	"fmt"

	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
	"github.com/spf13/cobra"
)

// generateCommand is what the command line of assay generate says.
type generateCommand struct {
	streams
	schemas   schemaFlags
	config    string
	target    target
	checkOnly bool
	watches   bool
}

func newGenerate(s streams) *cobra.Command {
	g := &generateCommand{streams: s}
	cmd := &cobra.Command{
		Use:   "generate [flags] [SCHEMA]",
		Short: "Write Go for a schema",
		Long: `Write Go for a schema: types, codecs and validators.

Without SCHEMA, Go is written for every entry of generate in assay.yaml. A file is only touched where it
changes; files in the folder that were generated before and are no longer are removed. Where a type is
looser than its schema a note says so; the generated validators check the schema all the same.

With --watch it goes on, and writes again whenever one of the files that it read changes, until it is interrupted.

Paths are relative to the working directory, which for //go:generate is the folder of the file
with the directive; those in assay.yaml are relative to that file.`,
		Example: `  assay generate --schema schema.json --out internal/payload
  assay generate --out internal/user --type User api.yaml#/components/schemas/User
  assay generate
  assay generate --check
  assay generate --watch`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeFiles(schemaEndings...),
		RunE:              func(cmd *cobra.Command, args []string) error { return g.run(cmd, args) },
	}
	cmd.Flags().SortFlags = false
	g.schemas.add(cmd, true)
	g.schemas.addVerbose(cmd)
	cmd.Flags().StringVar(&g.target.out, "out", "", "the `folder` to write to")
	cmd.Flags().StringVar(&g.target.Package, "package", "", "the `name` of the Go package (default that of the Go files in the folder, else\nthe folder's name without what is no letter or digit)")
	cmd.Flags().StringVar(&g.target.Type, "type", "", "the `name` of the root type (default from the schema's title or file)")
	cmd.Flags().StringVar(&g.config, "config", "", "the `file` that says what to write (default the nearest assay.yaml)")
	cmd.Flags().BoolVar(&g.checkOnly, "check", false, "write nothing; show what would change, and exit with 1 if anything would")
	cmd.Flags().BoolVar(&g.watches, "watch", false, "write again whenever a schema or the configuration changes")
	return cmd
}

func (g *generateCommand) run(cmd *cobra.Command, args []string) error {
	library, err := g.schemas.library(cmd, g.notes)
	if err != nil {
		return err
	}
	if g.watches {
		return g.watch(cmd, args)
	}
	changes, err := g.changes(cmd, args, library)
	if err != nil {
		return err
	}
	if g.checkOnly {
		return g.show(changes)
	}
	for _, c := range changes {
		if err := c.apply(); err != nil {
			return &failure{statusUsage, err}
		}
		g.notes.print(c.String())
	}
	return nil
}

// changes generates all that is asked for, and tells what of it is not there yet.
func (g *generateCommand) changes(cmd *cobra.Command, args []string, l *library) ([]change, error) {
	l.options.Each = true
	targets, err := g.targets(cmd, args)
	if err != nil {
		return nil, err
	}
	folders := newFolders()
	for i := range targets {
		if err := g.generate(l, &targets[i], folders); err != nil {
			return nil, err
		}
	}
	for _, warning := range strangeFormats(targets) {
		g.notes.once(warning.String())
	}
	return folders.changes()
}

// targets are what to write Go for: the schema that is given, else all of the configuration.
func (g *generateCommand) targets(cmd *cobra.Command, args []string) ([]target, error) {
	t := g.target
	t.schema = g.schemas.schema
	switch {
	case len(args) > 1:
		return nil, usage(cmd, "found %d schemas, wanted one", len(args))
	case len(args) == 1 && t.schema != "":
		return nil, usage(cmd, "--schema: found %q beside the argument %q, wanted one schema", t.schema, args[0])
	case len(args) == 1:
		t.schema = args[0]
	}
	if g.configures(args) {
		return g.configured(cmd)
	}
	if g.config != "" {
		return nil, usage(cmd, "--config: found %q beside the schema %q, wanted one of them: the entries of a configuration have schemas of their own", g.config, t.schema)
	}
	if t.out == "" {
		return nil, usage(cmd, "--out: found no folder, wanted the one to write to")
	}
	err := t.complete()
	if err != nil {
		return nil, usage(cmd, "--%w", err) // it begins with the name of a flag
	}
	return []target{t}, nil
}

// configures reports whether the configuration says what to write.
func (g *generateCommand) configures(args []string) bool {
	return len(args) == 0 && g.schemas.schema == ""
}

// generate makes the files of one target.
func (g *generateCommand) generate(l *library, t *target, into *folders) error {
	if err := t.reachable(); err != nil {
		l.keep(t.file()) // it may come to be one
		return err
	}
	beside := neighboursIn(t.out)
	for _, n := range beside {
		l.keep(n.at.Filename)
	}
	if err := t.fits(beside); err != nil {
		return err
	}
	t.Declared = typesOf(beside)
	s, err := l.open(t.schema)
	if err != nil {
		return err
	}
	if len(s.Roots()) == 0 {
		return unusable(fmt.Errorf("%s: found no schema in it, wanted at least one", t.schema))
	}
	out, err := generator.Generate(s.Schema, t.Options)
	if option, ok := errors.AsType[*generator.OptionError](err); ok && t.entry == nil {
		return &failure{statusUsage, fmt.Errorf("assay: --%w", option)}
	}
	if err != nil {
		return unusable(t.at(err))
	}
	if err := clashes(beside, out); err != nil {
		return unusable(err)
	}
	for _, n := range out.Notes {
		g.notes.once(schema.Problem{File: n.File, Position: n.Position, Message: "note: " + n.Message}.String())
	}
	t.formats = out.Formats
	return into.add(t, out.Files)
}

// show prints what would change.
func (g *generateCommand) show(changes []change) error {
	for _, c := range changes {
		if _, err := g.out.Write(c.diff()); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	if len(changes) == 0 {
		return nil
	}
	g.notes.print("assay: generated files are out of date; assay generate writes them")
	return ended(statusInvalid)
}
