package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/assaykit/assay/schema"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError says which flag is wrong, what was found and what is wanted, in one line.
func flagError(cmd *cobra.Command, err error) error {
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return unknownFlag(cmd, e)
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		value, _ := pflag.UnquoteUsage(e.GetFlag())
		return usage(cmd, "--%s: found no value, wanted --%s %s", e.GetFlag().Name, e.GetFlag().Name, value)
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		reason := e.Unwrap()
		if n, ok := errors.AsType[*strconv.NumError](reason); ok {
			wanted := "a number"
			if n.Func == "ParseBool" {
				wanted = "true or false"
			}
			reason = fmt.Errorf("found %q, wanted %s", e.GetValue(), wanted)
		}
		return usage(cmd, "--%s: %w", e.GetFlag().Name, reason)
	}
	return usage(cmd, "%v", err)
}

// unknownFlag says which flag may have been meant. A long one with a single dash, as Go's own commands have it, comes
// as letters of which the first that are flags are taken already.
func unknownFlag(cmd *cobra.Command, e *pflag.NotExistError) error {
	name := "--" + e.GetSpecifiedName()
	letters, _, _ := strings.Cut(e.GetSpecifiedShortnames(), "=")
	if letters != "" {
		name = "-" + letters
	}
	var near []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		switch {
		case f.Hidden:
		case letters == "" && alike(f.Name, e.GetSpecifiedName()),
			len(letters) > 1 && (alike(f.Name, letters) || f.Shorthand != "" && f.Shorthand+letters == f.Name):
			near = append(near, "--"+f.Name)
		}
	})
	if len(near) == 0 {
		return usage(cmd, "%s: found an unknown flag, wanted one of the flags of the command", name)
	}
	return usage(cmd, "%s: found an unknown flag, did you mean %s?", name, strings.Join(near, " or "))
}

// alike reports whether two words differ by about two letters in one place.
func alike(a, b string) bool {
	short, long := min(len(a), len(b)), max(len(a), len(b))
	same := 0
	for same < short && a[same] == b[same] {
		same++
	}
	for i := 1; same < short && a[len(a)-i] == b[len(b)-i]; i++ {
		same++
	}
	return same > 0 && same >= long-2
}

// choice adds a flag that takes one of some words.
func choice(cmd *cobra.Command, name, text string, words []string, set func(string)) {
	cmd.Flags().Func(name, text, func(s string) error {
		if !slices.Contains(words, s) {
			return fmt.Errorf("found %q, wanted one of %s", s, strings.Join(words, ", "))
		}
		set(s)
		return nil
	})
	completion(cmd, name, words)
}

// completion lets a shell complete the values of a flag.
func completion(cmd *cobra.Command, flag string, words []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic("assay: completion of --" + flag + ": " + err.Error())
	}
}

// schemaEndings are the endings of schema files, as shells complete them.
var schemaEndings = []string{"json", "yaml", "yml"}

// completeFiles completes arguments with files of some endings.
func completeFiles(endings ...string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return endings, cobra.ShellCompDirectiveFilterFileExt
	}
}

// schemaFlags are those of all commands that take a schema.
type schemaFlags struct {
	schema  string
	draft   schema.Draft
	formats schema.Formats
	content schema.Content
	maps    []schema.Map
	roots   []string
	net     netFlags
	strict  bool
}

// add gives a command the flags.
func (f *schemaFlags) add(cmd *cobra.Command, withSchema bool) {
	if withSchema {
		cmd.Flags().StringVar(&f.schema, "schema", "", "the schema: `FILE[#pointer or anchor]`, JSON or YAML, or a URL that --map leads to a file or --allow-net fetches")
		if err := cmd.RegisterFlagCompletionFunc("schema", completeFiles(schemaEndings...)); err != nil {
			panic("assay: completion of --schema: " + err.Error())
		}
	}
	drafts := schema.DraftNames()
	cmd.Flags().Func("default-draft", "the `draft` of schemas that name none: "+strings.Join(drafts, ", ")+" (default 2020-12)", func(s string) (err error) {
		f.draft, err = schema.ParseDraft(s)
		return err
	})
	completion(cmd, "default-draft", drafts)
	choice(cmd, "formats", "what format does, `mode` assert, annotate or spec: what each draft says (default assert)",
		[]string{"assert", "annotate", "spec"}, func(s string) { f.formats, _ = schema.ParseFormats(s) })
	choice(cmd, "content", "what contentEncoding, contentMediaType and contentSchema do, `mode` assert or annotate (default annotate)",
		[]string{"assert", "annotate"}, func(s string) {
			f.content = map[string]schema.Content{"assert": schema.AssertContent, "annotate": schema.AnnotateContent}[s]
		})
	cmd.Flags().Func("map", "`PREFIX=DIR`: where URLs that begin with PREFIX are found on disk, with and without\n.json or .yaml; repeatable, tried in order", func(s string) error {
		m, err := schema.ParseMap(s)
		f.maps = append(f.maps, m)
		return err
	})
	cmd.Flags().StringArrayVar(&f.roots, "root", nil, "a `folder` in which schemas may refer to files, beside the schema's own and that of\nassay.yaml; repeatable")
	if err := cmd.MarkFlagDirname("root"); err != nil {
		panic("assay: completion of --root: " + err.Error())
	}
	cmd.Flags().BoolVar(&f.strict, "strict", false, "refuse schemas that there is a warning about: unknown keywords and formats,\nkeywords that check nothing, required names that are not declared")
	f.net.add(cmd)
}

// addVerbose gives a command without reports the flag that says where remote schemas came from.
func (f *schemaFlags) addVerbose(cmd *cobra.Command) {
	cmd.Flags().BoolP("verbose", "v", false, "say where each remote schema came from")
}
