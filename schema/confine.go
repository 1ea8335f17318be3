package schema

import (
	"path/filepath"
	"strings"
)

// OutsideError says that a reference leads to a file that no folder holds in which files may be read.
type OutsideError struct {
	// Path is the file as it was found, and Real where it is when symbolic links are followed.
	Path, Real string
	// Folders are those in which it would be allowed; there may be none.
	Folders []string
}

// Error says what would allow it.
func (e *OutsideError) Error() string {
	found := "found the file " + e.Path
	if e.Real != e.Path {
		found += ", which is " + e.Real
	}
	if len(e.Folders) == 0 {
		return found + ", wanted none: no folder is known in which this schema may refer to files; --root DIR names one"
	}
	return found + ", wanted a file within " + strings.Join(e.Folders, " or ") + "; --root DIR allows another folder"
}

// Confined is the error for a file that is in none of the folders, symbolic links followed on both sides. Within nil no file is. What the path
// has of .. goes back in the path itself, not in what links of it lead to; whoever opens the file has to clean the path by [filepath.Clean] likewise. A file that is not there is
// where the innermost folder of its path is.
func Confined(path string, within []string) error {
	if within == nil {
		return nil
	}
	path = filepath.Clean(path)
	real, err := realPath(path)
	for missing := path; err != nil; real, err = realPath(missing) {
		above := filepath.Dir(missing)
		if above == missing {
			break
		}
		missing = above
	}
	for _, dir := range within {
		// A folder that is not there has no files.
		if root, unknown := realPath(dir); err == nil && unknown == nil && holds(root, real) {
			return nil
		}
	}
	return &OutsideError{relative(path), relative(real), within}
}

// realPath is the absolute path of what is there, without symbolic links.
func realPath(path string) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(full)
}

// holds reports whether a folder, or one in it, has a file.
func holds(dir, file string) bool {
	rest, err := filepath.Rel(dir, file)
	return err == nil && rest != ".." && !strings.HasPrefix(rest, ".."+string(filepath.Separator))
}
