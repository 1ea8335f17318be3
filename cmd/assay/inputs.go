package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// inputFlags say which files are checked.
type inputFlags struct {
	exclude excluded
	// ignoreMissing lets instances be passed over that nothing names a schema for.
	ignoreMissing bool
	comments      bool // JSON may have them
	otherwise     language
	at            steps // to the instances; nil leaves it to the configuration
	limits        limits
	catalog       string
	expect        expectation // "" leaves it to the configuration
	lists         []string    // the files that @FILE named
}

// add gives a command the flags.
func (f *inputFlags) add(cmd *cobra.Command) {
	f.addSources(cmd)
	cmd.Flags().StringVar(&f.catalog, "catalog", "", "a catalogue of schemas as SchemaStore has it, a `file`, for what nothing nearer names a schema for")
	if err := cmd.RegisterFlagCompletionFunc("catalog", completeFiles("json")); err != nil {
		panic("assay: completion of --catalog: " + err.Error())
	}
	cmd.Flags().BoolVar(&f.ignoreMissing, "ignore-missing-schema", false, "pass over instances that nothing names a schema for, and count them")
	choice(cmd, "expect", "what all instances must be, `verdict` valid or invalid (default what assay.yaml says, else valid)",
		[]string{string(expectValid), string(expectInvalid)}, func(s string) { f.expect = expectation(s) })
}

// addSources gives a command the flags that say how files are found and read.
func (f *inputFlags) addSources(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar((*[]string)(&f.exclude), "exclude", nil, "a `glob` of files and folders that are left out, as they are found or relative\nto the folder or pattern given; repeatable")
	cmd.Flags().BoolVar(&f.comments, "jsonc", false, "let JSON have comments and commas behind the last item or member, as .jsonc files may")
	f.otherwise = unsaid
	choice(cmd, "input-format", "how standard input and files of no known ending are written, `format` "+strings.Join(languages, ", ")+"\n(default json, and standard input may be ndjson)",
		languages, func(s string) { f.otherwise = language(slices.Index(languages, s)) })
	cmd.Flags().Func("at", "the `pointer` to the instances in each document, a JSON Pointer of which * is every item or\nmember, such as /data/items/*, and ~2 a star (default what assay.yaml says, else the whole)", func(s string) (err error) {
		f.at, err = parseSteps(s)
		return err
	})
	f.limits.add(cmd)
}

// check refuses what cannot be meant.
func (f *inputFlags) check(cmd *cobra.Command) error {
	return f.exclude.check(cmd)
}

// gathering collects the files to be checked.
type gathering struct {
	*validateCommand
	inputs []input
	left   int // how many files and folders --exclude has left out
	status int // tells of arguments that lead to nothing, which have been said
}

// add takes what some names lead to, with its schema. of says on which terms a file is checked, where the command line does not.
func (g *gathering) add(schema string, names []string, of func(file string) (terms, error)) error {
	e := expander{endings: validateEndings, notes: g.notes, exclude: g.choice.exclude}
	for _, name := range names {
		if err := e.add(name); err != nil {
			g.notes.print(err.Error())
			g.reports.omit(name, err.Error())
			g.status = statusUsage
		}
	}
	g.left += e.left
	for _, file := range e.files {
		wanted, err := g.choice.terms(file, of)
		if err != nil {
			return err
		}
		g.inputs = append(g.inputs, input{
			name: file, schema: schema, at: wanted.at, wantInvalid: wanted.expect == expectInvalid,
			limits: &g.choice.limits, comments: g.choice.comments, otherwise: g.choice.otherwise,
		})
	}
	return nil
}

// inputs are the files to be checked. status tells of arguments that lead to nothing, which have been said; the error is one that
// leaves no input at all.
func (v *validateCommand) inputs(cmd *cobra.Command, args []string, c *config) (inputs []input, status int, err error) {
	g := &gathering{validateCommand: v}
	switch {
	case len(args) > 0:
		var names []string
		if names, v.choice.lists, err = v.listed(cmd, args); err == nil {
			err = g.add(v.schemas.schema, names, func(file string) (terms, error) {
				if v.schemas.schema != "" {
					return terms{}, nil
				}
				return c.terms(file)
			})
		}
	case v.schemas.schema == "" && c != nil:
		for _, entry := range c.Validate {
			names := make([]string, len(entry.Files))
			for i, f := range entry.Files {
				names[i] = c.path(f)
			}
			err = errors.Join(err, g.add(c.reference(entry.Schema), names, func(string) (terms, error) { return entry.terms() }))
		}
	}
	switch {
	case err != nil:
		return nil, g.status, err
	case len(g.inputs) > 0:
		return g.inputs, g.status, nil
	case g.status != statusValid:
		return nil, g.status, ended(g.status)
	case g.left > 0:
		return nil, g.status, usage(cmd, "--exclude: found no file that it leaves, wanted at least one")
	}
	return nil, g.status, usage(cmd, "found no input, wanted files, folders, globs, @FILE or -, or an %s with validate entries", configName)
}
