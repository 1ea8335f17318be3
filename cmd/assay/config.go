package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
)

// configName is the file that says what a project generates and checks.
const configName = "assay.yaml"

// config is what an assay.yaml says. Paths in it are relative to its folder.
type config struct {
	name     string // as errors call it
	dir      string
	generate []generateEntry
	validate []validateEntry
	contract contractEntry
}

// generateEntry is a schema to write Go for.
type generateEntry struct {
	at                       document.Position
	schema, out, pkg, goType string
}

// validateEntry is a schema with the files it governs: files, folders and globs.
type validateEntry struct {
	schema string
	files  []string
}

// contractEntry is the contract and the captures that are held against it.
type contractEntry struct {
	captures []string
	routes   []routeEntry
}

// routeEntry says which schema governs which responses. Its fields are those of contract.Route.
type routeEntry struct {
	at                                           document.Position
	name, host, method, path, status, media, pos string
	schema                                       string
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
	switch len(docs) {
	case 0:
		return c, nil
	case 1:
	default:
		return nil, unusable(fmt.Errorf("%s: found %d YAML documents, wanted one", file, len(docs)))
	}
	r := configReader{config: c}
	r.read(docs[0].Root())
	if err := r.err(); err != nil {
		return nil, unusable(err)
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
