package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/assaykit/assay/capture"
	"github.com/assaykit/assay/schema"
)

// bodyFolders are the folders whose files are the bodies of responses, by their names.
type bodyFolders struct {
	naming *capture.Naming     // that of --bodies; nil where folders hold captures
	files  map[string]bodyName // those that were found
}

// bodyName is the name of a file below its folder, and how names are read there.
type bodyName struct {
	naming *capture.Naming
	below  string
}

// set reads the pattern of --bodies.
func (b *bodyFolders) set(pattern string) (err error) {
	b.naming, err = capture.ParseNaming(pattern)
	return err
}

// expand adds what an argument leads to: captures, or the files of a folder of bodies.
func (b *bodyFolders) expand(e *expander, arg string) error {
	if info, err := os.Stat(arg); b.naming == nil || err != nil || !info.IsDir() {
		return e.add(arg)
	}
	return b.folder(e, arg, b.naming)
}

// folder adds all files of a folder of bodies.
func (b *bodyFolders) folder(e *expander, folder string, naming *capture.Naming) error {
	all := expander{any: true, notes: e.notes}
	err := all.add(folder)
	if b.files == nil {
		b.files = map[string]bodyName{}
	}
	for _, file := range all.files {
		e.file(file)
		if below, err := filepath.Rel(folder, file); err == nil {
			b.files[file] = bodyName{naming, filepath.ToSlash(below)}
		}
	}
	return err
}

// entry adds the files of a folder that the configuration names. The first error is one of the configuration.
func (b *bodyFolders) entry(e *expander, c *config, entry bodiesEntry) (wrong, missing error) {
	naming, err := capture.ParseNaming(entry.Names)
	if err != nil {
		at := schema.Problem{File: c.name, Position: entry.at, Message: "names: " + err.Error()}
		return unusable(&schema.Error{Problems: []schema.Problem{at}}), nil
	}
	return nil, b.folder(e, c.path(entry.Folder), naming)
}

// open opens a capture, or a body by its name.
func (b *bodyFolders) open(l *captureLimits, name string, r io.Reader) (*capture.Reader, error) {
	if file, is := b.files[name]; is {
		return l.OpenBody(file.naming, name, file.below, r)
	}
	return l.open(name, r)
}
