package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document"
)

// chooser says which schema governs an instance.
type chooser struct {
	library *library
	config  *config // nil where there is none
}

// choose is the schema that the input was given with, else the one that the instance names with $schema, else
// that of the configuration's entry for the file. d is nil where the text is no document. An error says why there
// is none.
func (c chooser) choose(in input, d *document.Document) (*opened, error) {
	reference := in.schema
	named := ""
	if reference == "" && d != nil {
		if s := d.Root().Get("$schema"); s.Kind() == document.String {
			named = s.Text()
			reference = c.named(in.name, named)
		}
	}
	if reference == "" {
		var err error
		if reference, err = c.configured(in.name); err != nil {
			return nil, err
		}
	}
	if reference != "" {
		return c.library.open(reference)
	}
	found := "found no schema for it, wanted --schema FILE, a $schema in the instance"
	if named != "" {
		found = fmt.Sprintf("found the $schema %q, which is not on disk, wanted --map PREFIX=DIR for it, --schema FILE", named)
	}
	return nil, &failure{statusUsage, fmt.Errorf("%s: %s, or an entry of validate in %s", in.name, found, configName)}
}

// named is the reference for what an instance names: a file, relative to the instance's own, or a URL that --map
// leads to a file. It is "" for any other URL, which may be there for others to read.
func (c chooser) named(file, schema string) string {
	switch {
	case strings.HasPrefix(schema, "file:"):
		return schema
	case strings.Contains(schema, "://"):
		for _, m := range c.library.files.Maps {
			if strings.HasPrefix(schema, m.Prefix) {
				return strings.TrimSuffix(schema, "#")
			}
		}
		return ""
	case strings.HasPrefix(schema, "urn:") || schema == "" || schema[0] == '#':
		return ""
	}
	name, fragment, found := strings.Cut(schema, "#")
	if !filepath.IsAbs(name) && file != dash {
		name = filepath.Join(filepath.Dir(file), filepath.FromSlash(name))
	}
	if found && fragment != "" {
		name += "#" + fragment
	}
	return name
}

// configured is the schema of the entry of the configuration whose files cover one. It is "" where there is none.
func (c chooser) configured(file string) (string, error) {
	if c.config == nil || file == dash {
		return "", nil
	}
	found := ""
	for _, e := range c.config.Validate {
		reference := c.config.reference(e.Schema)
		if found == reference || !e.covers(c.config, file) {
			continue
		}
		if found != "" {
			return "", &failure{statusUsage, fmt.Errorf("%s: found two entries of %s for it, %s and %s; wanted --schema FILE", file, c.config.name, found, reference)}
		}
		found = reference
	}
	return found, nil
}

// covers reports whether a file is among those of the entry.
func (e validateEntry) covers(c *config, file string) bool {
	for _, f := range e.Files {
		if covers(c.path(f), file) {
			return true
		}
	}
	return false
}
