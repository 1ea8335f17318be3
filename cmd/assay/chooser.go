package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/remote"
)

// chooser says which schema governs an instance.
type chooser struct {
	library *library
	config  *config  // nil where there is none
	catalog *catalog // nil where there is none
	// ignoreMissing says that instances without a schema are passed over.
	ignoreMissing bool
}

// errNoSchema says that an instance is to be passed over, as nothing names a schema for it.
var errNoSchema = errors.New("no schema")

// choose is the schema that the input was given with, else the one that the instance names with $schema, else
// that of what speaks of its file. d is nil where the text is no document. An error says why there is none.
func (c chooser) choose(b *batch, d *document.Document) (*opened, error) {
	reference, said, url := b.schema, "", ""
	if reference == "" && d != nil {
		if s := d.Root().Get("$schema"); s.Kind() == document.String {
			reference = c.named(b.name, s.Text())
			if err := c.library.outside(reference, b.name); err != nil {
				return nil, err
			}
			url, said = s.Text(), fmt.Sprintf("the $schema %q", s.Text())
		}
	}
	if reference == "" {
		of, err := b.ofFile(c)
		if err != nil {
			return nil, err
		}
		if reference = of.reference; said == "" {
			said, url = of.said, of.url
		}
	}
	if reference != "" {
		return c.library.open(reference)
	}
	// What is said is a URL that is not to be had here; a file that is not there has been opened, and is an error.
	if c.ignoreMissing {
		return nil, errNoSchema
	}
	found := "found no schema for it, wanted --schema FILE, a $schema in the instance"
	if said != "" {
		found = fmt.Sprintf("found %s, which is not on disk, wanted --map PREFIX=DIR for it, --schema FILE", said)
		if remote.Knows(url) {
			found = fmt.Sprintf("found %s, which is not on disk and was not fetched, wanted --map PREFIX=DIR or --allow-net for it, --schema FILE", said)
		}
	}
	return nil, &failure{statusUsage, fmt.Errorf("%s: %s, or an entry of validate in %s", b.name, found, configName)}
}

// fileSchema is the schema of a file whose instances name none.
type fileSchema struct {
	known     bool   // this was asked for
	reference string // "" where there is none
	said      string // what names a schema that is not on disk
	url       string // its
	err       error
}

// ofFile is the schema for the instances of a batch that name none: they share what was found for the first.
func (b *batch) ofFile(c chooser) (fileSchema, error) {
	if !b.common.known {
		b.common = c.ofFile(b)
		b.common.known = true
	}
	return b.common, b.common.err
}

// ofFile looks from near to far: the modeline of a YAML or TOML file, the configuration, the catalogue.
func (c chooser) ofFile(b *batch) (f fileSchema) {
	if b.language == yamlStream || b.language == tomlText {
		if named := modeline(b.text); named != "" {
			f.url, f.said = named, fmt.Sprintf("the modeline $schema=%s", named)
			if f.reference = c.named(b.name, named); f.reference != "" {
				f.err = c.library.outside(f.reference, b.name)
				return f
			}
		}
	}
	if f.reference, f.err = c.configured(b.name); f.reference != "" || f.err != nil || c.catalog == nil || b.name == dash {
		return f
	}
	url, err := c.catalog.find(b.name)
	if err != nil {
		f.err = &failure{statusUsage, fmt.Errorf("%s: %w", b.name, err)}
	} else if url != "" {
		f.url, f.said = url, fmt.Sprintf("the schema %s of %s", url, c.catalog.name)
		f.reference = c.named(c.catalog.name, url)
	}
	return f
}

// named is the reference for what an instance or its file names: a file, relative to the instance's own, or a URL that --map
// leads to a file or that is to be fetched. It is "" for any other URL, which may be there for others to read.
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
		if isMetaschema(schema) || c.library.fetcher != nil && remote.Knows(schema) {
			return strings.TrimSuffix(schema, "#")
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

// isMetaschema reports whether a URI is that of a draft's metaschema, which is built in.
func isMetaschema(uri string) bool { return schema.Metaschema(uri) != nil }

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
