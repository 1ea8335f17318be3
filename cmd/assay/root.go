package main

import (
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// streams are what a run reads and writes: reports go to out, all else to notes.
type streams struct {
	in       io.Reader
	out      io.Writer
	notes    *notes
	progress *progress // nil until there is something to read, and where nobody looks at it
}

// show lets the progress of reading files be seen until end is called.
func (s *streams) show(names []string) (end func()) {
	s.progress = newProgress(s.notes.w, names)
	s.notes.w = s.progress.beside(s.notes.w)
	return s.progress.end
}

// run is the whole program: it gives the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := streams{in: stdin, out: stdout, notes: &notes{w: stderr}}
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	if err != nil && err.Error() != "" {
		s.notes.print(err.Error())
	}
	return statusOf(err)
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "assay",
		Short: "Validate JSON, YAML and TOML, generate Go and check API traffic by JSON Schema",
		Long: `assay validates documents of JSON, YAML and TOML against JSON Schema, generates Go from schemas, and checks
recorded API traffic against a contract.

Exit status: 0 all is valid; 1 something is invalid; 2 wrong usage, or input that is missing or
cannot be read; 3 a schema or the configuration cannot be used. Reports go to standard output,
all else to standard error.`,
		Example: `  assay validate --schema schema.json payload.json
  assay generate --schema schema.json --out internal/payload
  assay contract recording.har
  assay schema check schema.json`,
		Version:       versionText(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noSuchCommand,
		RunE:          wantsCommand,
	}
	root.SetVersionTemplate("assay {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newGenerate(s), newValidate(s), newContract(s), newCapture(s), newSchema(s), newVersion(s))
	return root
}

// noSuchCommand refuses arguments of a command that has only subcommands.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var known []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() && sub.Name() != "help" && sub.Name() != "completion" {
			known = append(known, sub.Name())
		}
	}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usage(cmd, "found the command %q, did you mean %s?", args[0], strings.Join(near, " or "))
	}
	return usage(cmd, "found the command %q, wanted one of %s", args[0], strings.Join(known, ", "))
}

// wantsCommand shows the help of a command that does nothing by itself.
func wantsCommand(cmd *cobra.Command, _ []string) error {
	cmd.SetOut(cmd.ErrOrStderr())
	if err := cmd.Help(); err != nil {
		return err
	}
	return ended(statusUsage)
}

// newVersion is what --version is, for those who ask by a command.
func newVersion(s streams) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Say which version this is",
		Example: "  assay version",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(cmd, "found %q, wanted nothing behind version", args[0])
			}
			if _, err := fmt.Fprintf(s.out, "assay %s\n", versionText()); err != nil {
				return fmt.Errorf("standard output: %w", err)
			}
			return nil
		},
	}
}

// versionText is the version of the program: the linker's, else what the Go command noted.
func versionText() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown)"
	}
	return info.Main.Version
}
