package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/assaykit/assay/capture"
)

// bodyFolders are the folders whose files are the bodies of responses, by their names.
type bodyFolders struct {
	naming *capture.Naming   // nil where folders hold captures
	below  map[string]string // the files that were found, with their paths below the folder
}

// set reads the pattern of --bodies.
func (b *bodyFolders) set(pattern string) (err error) {
	b.naming, err = capture.ParseNaming(pattern)
	return err
}

// expander is one that finds all files of a folder of bodies, or nil for an argument that is none.
func (b *bodyFolders) expander(arg string, n *notes) *expander {
	info, err := os.Stat(arg)
	if b.naming == nil || err != nil || !info.IsDir() {
		return nil
	}
	return &expander{any: true, notes: n}
}

// add takes the files that were found in a folder.
func (b *bodyFolders) add(folder string, files []string) {
	if b.below == nil {
		b.below = map[string]string{}
	}
	for _, file := range files {
		if path, err := filepath.Rel(folder, file); err == nil {
			b.below[file] = filepath.ToSlash(path)
		}
	}
}

// open opens a capture, or a body by its name.
func (b *bodyFolders) open(name string, r io.Reader) (*capture.Reader, error) {
	if below, is := b.below[name]; is {
		return b.naming.Open(name, below, r)
	}
	if name == dash {
		return capture.Open(name, r)
	}
	return capture.Limits{}.OpenBeside(name, r, os.DirFS(filepath.Dir(name)))
}
