package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/generator"
	"github.com/assaykit/assay/schema"
)

// configName is the file that says what a project generates and checks.
const configName = "assay.yaml"

// config is what an assay.yaml says. Paths in it are relative to its folder. Its schema is that of package models.
type config struct {
	name     string // as errors call it
	dir      string
	Generate []generateEntry `json:"generate"`
	Defaults generator.Style `json:"generate-defaults"`
	Validate []validateEntry `json:"validate"`
	Contract contractEntry   `json:"contract"`
}

// generateEntry is a schema to write Go for.
type generateEntry struct {
	at      document.Value // the entry
	shared  document.Value // generate-defaults
	Schema  string         `json:"schema"`
	Out     string         `json:"out"`
	Package string         `json:"package"`
	Type    string         `json:"type"`
	generator.Style
}

// validateEntry is a schema with the files it governs: files, folders and globs.
type validateEntry struct {
	Schema string      `json:"schema"`
	Files  []string    `json:"files"`
	Expect expectation `json:"expect"`
	At     string      `json:"at"`
}

// contractEntry is the contract and the captures that are held against it.
type contractEntry struct {
	Captures []string      `json:"captures"`
	Bodies   []bodiesEntry `json:"bodies"`
	Routes   []routeEntry  `json:"routes"`
	Specs    []string      `json:"specs"`
}

// bodiesEntry is a folder of bodies, and the pattern that its files' names follow.
type bodiesEntry struct {
	at     document.Position
	Folder string `json:"folder"`
	Names  string `json:"names"`
}

// routeEntry says which schema governs which responses. Its fields are those of contract.Route.
type routeEntry struct {
	at        document.Position
	Name      string `json:"name"`
	Host      string `json:"host"`
	Method    string `json:"method"`
	Path      string `json:"path"`
	Status    word   `json:"status"`
	MediaType string `json:"media-type"`
	Pointer   string `json:"pointer"`
	Schema    string `json:"schema"`
}

// optionAt is where the configuration has what an error of an option speaks of: in the entry, or else in what all
// have in common.
func (e *generateEntry) optionAt(err error) document.Position {
	if o, ok := errors.AsType[*generator.OptionError](err); ok {
		for _, object := range []document.Value{e.at, e.shared} {
			if object.Kind() != document.Object || object.Get(o.Option).IsZero() {
				continue
			}
			// Formats are those of both.
			if at := object.Get(o.Option).Lookup(o.Within); !at.IsZero() {
				return at.Position()
			}
		}
	}
	return e.at.Position()
}

// word is a text that YAML takes for a number unless it is quoted.
type word string

// UnmarshalJSON reads a string, or a number as it is written.
func (w *word) UnmarshalJSON(text []byte) error {
	if text[0] != '"' {
		*w = word(text)
		return nil
	}
	return json.Unmarshal(text, (*string)(w))
}

// loadConfig reads the configuration: the file given, else the assay.yaml in the working directory or the nearest
// folder above it. It is nil where there is none. The error lists each problem as file:line:col.
func loadConfig(file string) (*config, error) {
	file, err := configFile(file)
	if err != nil || file == "" {
		return nil, err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, unusable(fmt.Errorf("%s: cannot be read: %w", file, reason(err)))
	}
	docs, err := yaml.Parse(text)
	if err != nil {
		return nil, unusable(fmt.Errorf("%s:%w", file, err))
	}
	c := &config{name: file, dir: filepath.Dir(file)}
	if len(docs) == 0 {
		return c, nil
	}
	d, err := yaml.Only(docs)
	if err != nil {
		return nil, unusable(fmt.Errorf("%s:%w", file, err))
	}
	if err := c.check(d); err != nil {
		return nil, unusable(err)
	}
	if err := c.read(d.Root()); err != nil {
		return nil, unusable(fmt.Errorf("%s: %w", file, err))
	}
	return c, nil
}

// configFile is the file given, else the one that is found; "" where there is none.
func configFile(given string) (string, error) {
	if given != "" {
		return given, nil
	}
	return findConfig()
}

// findConfig walks up from the working directory. The path found is written as seen from there.
func findConfig() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for up := ""; ; up = filepath.Join(up, "..") {
		if info, err := os.Stat(filepath.Join(dir, configName)); err == nil && info.Mode().IsRegular() {
			return filepath.Join(up, configName), nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// path is a path of the configuration as seen from the working directory. Globs are paths, too.
func (c *config) path(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(c.dir, filepath.FromSlash(p))
}

// reference is a path, or a URL, with what stands behind #.
func (c *config) reference(ref string) string {
	if strings.Contains(ref, "://") {
		return ref
	}
	name, fragment, found := strings.Cut(ref, "#")
	if !found {
		return c.path(name)
	}
	return c.path(name) + "#" + fragment
}

// uri is a path of the configuration as the URI of a file, or a URL as it is.
func (c *config) uri(ref string) string {
	if isURI(ref) {
		return ref
	}
	return schema.FileURI(absolute(c.path(ref)))
}

// isURI reports whether a text is a URI, not a path. A scheme of one letter is a drive.
func isURI(text string) bool {
	u, err := url.Parse(text)
	return err == nil && len(u.Scheme) > 1
}

// at starts an error with a place in the configuration.
func (c *config) at(p document.Position, err error) error {
	return fmt.Errorf("%s:%d:%d: %w", c.name, p.Line, p.Column, err)
}

// reason is a file's error without its path, which is said anyway.
func reason(err error) error {
	if p, ok := errors.AsType[*os.PathError](err); ok {
		return p.Err
	}
	return err
}
