package main

import (
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/spf13/cobra"
)

// excluded are the globs of what is left out.
type excluded []string

// check refuses globs that match nothing ever.
func (e excluded) check(cmd *cobra.Command) error {
	for _, glob := range e {
		if glob == "" || !doublestar.ValidatePathPattern(glob) {
			return usage(cmd, "--exclude: found %q, wanted a glob such as '**/drafts/*.json'", glob)
		}
	}
	return nil
}

// match reports whether a file or folder is left out: a glob matches it, or a folder that it is in. base is the folder
// that it was found from; globs are held against the path as it is and as it is seen from there.
func (e excluded) match(path, base string) bool {
	if len(e) == 0 {
		return false
	}
	path = filepath.Clean(path)
	if e.matchFolders(path) {
		return true
	}
	below, err := filepath.Rel(base, path)
	return err == nil && below != path && below != ".." && !strings.HasPrefix(below, ".."+string(filepath.Separator)) && e.matchFolders(below)
}

// matchFolders holds the globs against a path, then against each folder on its way.
func (e excluded) matchFolders(path string) bool {
	for ; path != "." && path != filepath.Dir(path); path = filepath.Dir(path) {
		for _, glob := range e {
			// Clean takes ./ from the front and / from the end, as paths are found without them.
			if match, err := doublestar.PathMatch(filepath.Clean(glob), path); err == nil && match {
				return true
			}
		}
	}
	return false
}
