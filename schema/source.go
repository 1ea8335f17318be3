package schema

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document"
)

// Source is a schema document and where it comes from.
type Source struct {
	URI      string // absolute, without fragment: what its relative references are resolved against
	Name     string // what errors call it
	Document *document.Document
}

// Files finds schema documents on disk.
type Files struct {
	// Maps say where URLs are found on disk; they are tried in order.
	Maps []Map
	// Decode reads documents by the ending of their name. nil reads JSON whatever the name.
	Decode func(name string, text []byte) (*document.Document, error)
	// Within are the folders in which [Files.Load] may read, and for what Maps lead to, the folder of the map, symbolic links followed.
	// nil is any for Load, and none but that of the schema for [Files.Compile]. What is opened by its path is not looked at.
	Within []string
}

// Map says that what has a URL beginning with Prefix is found in the folder Dir, by the rest of the URL as it
// is, or with .json, .yaml or .yml added.
type Map struct{ Prefix, Dir string }

// ParseMap reads PREFIX=DIR.
func ParseMap(text string) (Map, error) {
	prefix, dir, ok := strings.Cut(text, "=")
	if !ok || prefix == "" || dir == "" {
		return Map{}, fmt.Errorf("found %q, wanted PREFIX=DIR", text)
	}
	return Map{prefix, dir}, nil
}

// Open reads the schema document in a file.
func (f Files) Open(path string) (*Source, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return f.read(filepath.Clean(path), FileURI(full))
}

// FileURI is the file: URI of an absolute path.
func FileURI(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// NotOnDiskError says that nothing leads from a URI to a file.
type NotOnDiskError struct{ URI string }

// Error says what would.
func (e *NotOnDiskError) Error() string {
	return e.URI + " is not on disk; --map PREFIX=DIR says where such URLs are found"
}

// Load reads the schema document of a URI: a file's, or one that Maps lead to a file. It is meant for
// [Options.Load]. The error is a *[NotOnDiskError] where it is neither, and an
// *[OutsideError] where it is not within the folders that are allowed.
func (f Files) Load(uri string) (*Source, error) {
	for _, m := range f.Maps {
		if path := m.find(uri); path != "" {
			if f.Within != nil {
				if err := Confined(path, append([]string{m.Dir}, f.Within...)); err != nil {
					return nil, err
				}
			}
			return f.read(path, uri)
		}
	}
	u, err := url.Parse(uri)
	if err != nil {
		return nil, err
	}
	if u.Scheme != "file" {
		return nil, &NotOnDiskError{uri}
	}
	path := filepath.Clean(filepath.FromSlash(u.Path))
	if found := existing(path); found != "" {
		path = found
	}
	if err := Confined(path, f.Within); err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: cannot be read: found a %s, wanted a file", relative(path), kindOf(info.Mode()))
	}
	return f.read(relative(path), uri)
}

// kindOf names what is no regular file. Reading it may not end.
func kindOf(mode fs.FileMode) string {
	if mode.IsDir() {
		return "folder"
	}
	return "pipe, device or socket"
}

// find is the file that a URL leads to, or "". The prefix ends where a part of the URL's path does.
func (m Map) find(uri string) string {
	rest, ok := strings.CutPrefix(uri, m.Prefix)
	if !ok || rest != "" && !strings.HasSuffix(m.Prefix, "/") && rest[0] != '/' && rest[0] != '?' {
		return ""
	}
	if path := existing(filepath.Join(m.Dir, filepath.FromSlash(strings.TrimPrefix(rest, "/")))); path != "" {
		return path
	}
	// The file's name is the path without a query, its escapes undone.
	rest, _, _ = strings.Cut(rest, "?")
	decoded, err := url.PathUnescape(rest)
	if err != nil {
		return ""
	}
	return existing(filepath.Join(m.Dir, filepath.FromSlash(strings.TrimPrefix(decoded, "/"))))
}

// existing is the path, or the path with an ending that a schema has, if there is such a file.
func existing(path string) string {
	for _, ending := range []string{"", ".json", ".yaml", ".yml"} {
		if info, err := os.Stat(path + ending); err == nil && info.Mode().IsRegular() {
			return path + ending
		}
	}
	return ""
}

// relative writes a path as seen from the working directory where it is below that.
func relative(path string) string {
	if here, err := os.Getwd(); err == nil {
		if r, err := filepath.Rel(here, path); err == nil && !strings.HasPrefix(r, "..") {
			return r
		}
	}
	return path
}

func (f Files) read(path, uri string) (*Source, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		var p *os.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return nil, fmt.Errorf("%s: cannot be read: %w", path, err)
	}
	decode := f.Decode
	if decode == nil {
		decode = func(_ string, text []byte) (*document.Document, error) { return document.Parse(text) }
	}
	d, err := decode(path, text)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", path, err)
	}
	return &Source{URI: uri, Name: path, Document: d}, nil
}
