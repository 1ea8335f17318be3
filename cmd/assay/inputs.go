package main

import "github.com/spf13/cobra"

// inputFlags say which files are checked.
type inputFlags struct {
	exclude excluded
	lists   []string // the files that @FILE named
}

// add gives a command the flags.
func (f *inputFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar((*[]string)(&f.exclude), "exclude", nil, "a `glob` of files and folders that are left out, as they are found or relative\nto the folder or pattern given; repeatable")
}

// check refuses what cannot be meant.
func (f *inputFlags) check(cmd *cobra.Command) error {
	return f.exclude.check(cmd)
}

// inputs are the files to be checked. status tells of arguments that lead to nothing, which have been said; the error is one that
// leaves no input at all.
func (v *validateCommand) inputs(cmd *cobra.Command, args []string, c *config) (inputs []input, status int, err error) {
	left := 0
	add := func(schema string, names []string) {
		e := expander{endings: validateEndings, notes: v.notes, exclude: v.choice.exclude}
		for _, name := range names {
			if err := e.add(name); err != nil {
				v.notes.print(err.Error())
				v.reports.omit(name, err.Error())
				status = statusUsage
			}
		}
		left += e.left
		for _, file := range e.files {
			inputs = append(inputs, input{file, schema})
		}
	}
	switch {
	case len(args) > 0:
		var names []string
		if names, v.choice.lists, err = v.listed(cmd, args); err != nil {
			return nil, status, err
		}
		add(v.schemas.schema, names)
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
	if left > 0 {
		return nil, status, usage(cmd, "--exclude: found no file that it leaves, wanted at least one")
	}
	return nil, status, usage(cmd, "found no input, wanted files, folders, globs, @FILE or -, or an %s with validate entries", configName)
}
