package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema/remote"
	"github.com/bmatcuk/doublestar/v4"
)

// catalog says by globs which schemas are for which files, in the format of SchemaStore.
type catalog struct {
	name    string // of its file
	Schemas []catalogEntry
}

// catalogEntry is a schema of a catalogue.
type catalogEntry struct {
	Name      string   `json:"name"`
	FileMatch []string `json:"fileMatch"`
	URL       string   `json:"url"`
}

// loadCatalog reads a catalogue: a file, or a URL as schemas have them. The error says what of it cannot be used, and where.
func (l *library) loadCatalog(name string) (*catalog, error) {
	d, err := l.readCatalog(name)
	if err != nil {
		return nil, unusable(err)
	}
	defer d.Release()
	wrong := func(v document.Value, message string) error {
		p := v.Position()
		return unusable(fmt.Errorf("%s:%d:%d: %s", name, p.Line, p.Column, message))
	}
	schemas := d.Root().Get("schemas")
	if schemas.Kind() != document.Array {
		return nil, wrong(d.Root(), `found no list "schemas", wanted a catalogue such as {"schemas": [{"name": …, "fileMatch": [globs], "url": …}]}`)
	}
	c := &catalog{name: name}
	for _, v := range schemas.Items() {
		var e catalogEntry
		if err := json.Unmarshal([]byte(v.JSON()), &e); err != nil || e.URL == "" {
			return nil, wrong(v, `found an entry of schemas that cannot be read, wanted an object with a "url", and a list of globs as "fileMatch"`)
		}
		for _, glob := range e.FileMatch {
			if !doublestar.ValidatePattern(catalogGlob(glob)) {
				return nil, wrong(v, fmt.Sprintf("found the fileMatch %q, wanted a glob", glob))
			}
		}
		e.URL = besideURL(name, e.URL)
		c.Schemas = append(c.Schemas, e)
	}
	return c, nil
}

// readCatalog is the document of a catalogue.
func (l *library) readCatalog(name string) (*document.Document, error) {
	if remote.Knows(name) {
		src, err := l.load(name, nil)
		if err != nil {
			return nil, err
		}
		return src.Document, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", name, reason(err))
	}
	d, err := document.Parse(text)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	return d, nil
}

// catalogGlob is a glob for whole paths: as editors read catalogues, one begins at any folder.
func catalogGlob(glob string) string {
	return "**/" + strings.TrimPrefix(path.Clean(strings.TrimPrefix(glob, "!")), "/")
}

// besideURL is what an entry of a catalogue names, where the catalogue has a URL: that may be relative to it. Paths are relative to
// those that are files, which is for the chooser.
func besideURL(catalog, reference string) string {
	if !remote.Knows(catalog) {
		return reference
	}
	base, err := url.Parse(catalog)
	if err != nil {
		return reference
	}
	to, err := base.Parse(reference)
	if err != nil {
		return reference
	}
	return to.String()
}

// find is the URL for a file, "" where the catalogue has none. Of several that match, the one with the longest glob is
// narrowest; where two are as long, nobody can tell which is meant.
func (c *catalog) find(file string) (string, error) {
	file = filepath.ToSlash(absolute(file))
	for _, p := range packed {
		file = strings.TrimSuffix(file, p)
	}
	var best, rival catalogEntry
	longest := 0
	for _, e := range c.Schemas {
		switch n := e.match(file); {
		case n > longest:
			best, rival, longest = e, catalogEntry{}, n
		case n == longest && n > 0 && e.URL != best.URL:
			rival = e
		}
	}
	if rival.URL != "" {
		return "", fmt.Errorf("found two schemas of %s for it, %s (%s) and %s (%s), by globs of one length; wanted --schema FILE, or an entry of validate in %s",
			c.name, best.Name, best.URL, rival.Name, rival.URL, configName)
	}
	return best.URL, nil
}

// match is the length of the longest glob that matches a path, 0 where none does, or one with ! in front forbids it.
func (e catalogEntry) match(file string) (longest int) {
	for _, glob := range e.FileMatch {
		if match, err := doublestar.Match(catalogGlob(glob), file); err != nil || !match {
			continue
		}
		if strings.HasPrefix(glob, "!") {
			return 0
		}
		longest = max(longest, len(glob))
	}
	return longest
}
