package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
	"github.com/spf13/cobra"
)

// configured are the targets of the configuration.
func (g *generateCommand) configured(cmd *cobra.Command) ([]target, error) {
	for name, value := range map[string]string{"out": g.target.out, "package": g.target.Package, "type": g.target.Type} {
		if value != "" {
			return nil, usage(cmd, "--%s: found %q without a schema, wanted --schema FILE beside it", name, value)
		}
	}
	c, err := loadConfig(g.config)
	if err != nil {
		return nil, err
	}
	if c == nil {
		return nil, usage(cmd, "found no schema and no %s in this folder or above it, wanted --schema FILE or such a file", configName)
	}
	var targets []target
	for i := range c.Generate {
		e := &c.Generate[i]
		t := target{c.reference(e.Schema), c.path(e.Out), generator.Options{Package: e.Package, Type: e.Type, Style: e.Style}, c, e, nil}
		err := t.complete()
		if err == nil {
			err = t.agrees(targets)
		}
		if err != nil {
			return nil, unusable(t.at(err))
		}
		if err := c.checkImports(e); err != nil {
			return nil, unusable(err)
		}
		targets = append(targets, t)
	}
	if len(targets) == 0 {
		return nil, usage(cmd, "found no generate entries in %s, wanted at least one, or --schema FILE", c.name)
	}
	return targets, nil
}

// agrees is the error for a target that writes another package to the folder of one before it.
func (t *target) agrees(before []target) error {
	for _, other := range before {
		if absolute(other.out) == absolute(t.out) && other.Package != t.Package {
			return &generator.OptionError{Option: "out", Err: fmt.Errorf("found %s for package %s, to which the entry in line %d writes package %s, wanted a folder of its own for each",
				t.out, t.Package, other.entry.at.Position().Line, other.Package)}
		}
	}
	return nil
}

// checkImports wants the files and folders of imports to be there: a path that is misspelt would mean no schema at all.
func (c *config) checkImports(e *generateEntry) error {
	list := e.shared.Get("imports")
	if own := e.at.Get("imports"); !own.IsZero() {
		list = own
	}
	for _, one := range list.Items() {
		at := one.Get("schema")
		if isURI(at.Text()) {
			continue
		}
		there := func(ending string) bool {
			_, err := os.Stat(c.path(at.Text()) + ending)
			return err == nil
		}
		if !slices.ContainsFunc([]string{"", ".json", ".yaml", ".yml"}, there) {
			return c.at(at.Position(), fmt.Errorf("imports: found %q, which is not on disk, wanted a file or folder of schemas, or the beginning of their URIs", at.Text()))
		}
	}
	return nil
}

// strangeFormats are warnings of formats that a configuration has types for, no specification defines, and none of the schemas
// has: they may be misspelt. Those that all entries have in common count where no entry has them.
func strangeFormats(targets []target) (list []schema.Problem) {
	var used []string
	for _, t := range targets {
		used = append(used, t.formats...)
	}
	for i, t := range targets {
		if t.entry == nil {
			continue
		}
		if i == 0 {
			list = append(list, t.strange(t.entry.shared.Get("formats"), used)...)
		}
		list = append(list, t.strange(t.entry.at.Get("formats"), t.formats)...)
	}
	return list
}

// strange are the warnings for one object of formats.
func (t *target) strange(formats document.Value, used []string) (list []schema.Problem) {
	known := slices.Compact(slices.Sorted(slices.Values(slices.Concat(schema.FormatNames(), used))))
	for name := range formats.Members() {
		if slices.Contains(known, name.Text()) {
			continue
		}
		message := fmt.Sprintf("warning: formats: found %q, which none of its schemas has", name.Text())
		if near := slices.DeleteFunc(slices.Clone(known), func(k string) bool { return !alike(k, name.Text()) }); len(near) > 0 {
			message += ", did you mean " + strings.Join(near, " or ") + "?"
		}
		list = append(list, schema.Problem{File: t.config.name, Position: name.Position(), Message: message})
	}
	return list
}
