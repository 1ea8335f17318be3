package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// dash is the argument that stands for standard input or output.
const dash = "-"

// expander turns arguments into the files to be read, in the order of the arguments and each once.
type expander struct {
	// endings are those that files found in folders must have, before .gz or .zst.
	endings []string
	any     bool // whether files in folders may have any ending
	notes   *notes
	exclude excluded
	files   []string
	seen    map[string]bool
	left    int // how many files and folders were left out
}

// packed are the endings of compressed files.
var packed = []string{".gz", ".zst"}

// ending is the ending of a file's name in lower case, without that of its compression.
func ending(name string) string {
	name = strings.ToLower(name)
	for _, p := range packed {
		name = strings.TrimSuffix(name, p)
	}
	return filepath.Ext(name)
}

// add expands an argument: -, a file, a folder with all that is in it, or a glob. The error says that it leads to
// nothing.
func (e *expander) add(arg string) error {
	if arg == dash {
		e.file(arg)
		return nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return e.folder(arg)
	case err == nil:
		if !e.leave(arg, filepath.Dir(arg)) {
			e.file(arg)
		}
		return nil
	case strings.ContainsAny(arg, "*?[{"):
		return e.glob(arg)
	}
	return fmt.Errorf("%s: cannot be read: %w", arg, reason(err))
}

func (e *expander) file(name string) {
	key := name
	if name != dash {
		key = filepath.Clean(name)
	}
	if e.seen[key] {
		return
	}
	if e.seen == nil {
		e.seen = map[string]bool{}
	}
	e.seen[key] = true
	e.files = append(e.files, name)
}

// leave reports whether a path, found from base, is left out, and counts it.
func (e *expander) leave(path, base string) bool {
	out := e.exclude.match(path, base)
	if out {
		e.left++
	}
	return out
}

// folder adds the files in a folder and the folders in it, in the order of their names.
func (e *expander) folder(dir string) error {
	found := false
	// The slash lets WalkDir follow dir itself where that is a symbolic link.
	err := filepath.WalkDir(dir+string(filepath.Separator), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("%s: cannot be read: %w", filepath.Clean(path), reason(err))
		}
		if e.leave(path, dir) {
			found = true
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		mode := entry.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := os.Stat(path)
			if err != nil {
				return fmt.Errorf("%s: cannot be read: %w", path, reason(err))
			}
			if mode = info.Mode(); mode.IsDir() {
				e.notes.print(path + ": note: a symbolic link to a folder is not followed; name it to have it checked")
			}
		}
		if mode.IsRegular() && (e.any || slices.Contains(e.endings, ending(path))) {
			found = true
			e.file(filepath.Clean(path))
		}
		return nil
	})
	if err == nil && !found && e.any {
		return fmt.Errorf("%s: found no file, wanted at least one", dir)
	}
	if err == nil && !found {
		err = fmt.Errorf("%s: found no file that ends in %s, wanted at least one", dir, e.wanted())
	}
	return err
}

// glob adds the files that a glob matches, whatever their endings.
func (e *expander) glob(pattern string) error {
	matches, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly(), doublestar.WithFailOnIOErrors())
	if err != nil {
		return fmt.Errorf("%s: %w", pattern, err)
	}
	if len(matches) == 0 {
		return fmt.Errorf("%s: found no file that matches, wanted at least one", pattern)
	}
	slices.Sort(matches)
	base, _ := doublestar.SplitPattern(filepath.ToSlash(pattern))
	for _, m := range matches {
		if !e.leave(m, filepath.FromSlash(base)) {
			e.file(m)
		}
	}
	return nil
}

// wanted lists the endings for messages.
func (e *expander) wanted() string {
	return strings.Join(e.endings, ", ") + " (or these with .gz or .zst)"
}

// covers reports whether a file is one that an argument would lead to.
func covers(arg, file string) bool {
	arg, file = absolute(arg), absolute(file)
	if arg == file {
		return true
	}
	if info, err := os.Stat(arg); err == nil {
		return info.IsDir() && strings.HasPrefix(file, strings.TrimSuffix(arg, string(filepath.Separator))+string(filepath.Separator))
	}
	match, err := doublestar.PathMatch(arg, file)
	return err == nil && match
}

// absolute is the path from the root of the file system, or the path itself where that cannot be had.
func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}
