package report

import (
	"net/url"
	"path/filepath"
	"strings"

	uriformat "github.com/assaykit/assay/rule/format"
)

// standardInput is what a source is called that has no file.
const standardInput = "-"

// relative is the path of a file as it leads on from the folder of the options, with slashes. It is not ok for one that lies
// elsewhere, or where nobody knows.
func (o Options) relative(path string) (string, bool) {
	path = filepath.Clean(path)
	if !filepath.IsLocal(path) && o.Folder != "" {
		if !filepath.IsAbs(path) {
			path = filepath.Join(o.Folder, path)
		}
		if below, err := filepath.Rel(o.Folder, path); err == nil {
			path = below
		}
	}
	return filepath.ToSlash(path), filepath.IsLocal(path)
}

// name is what a file is called in all runs alike, from whichever folder they are started.
func (o Options) name(path string) string {
	if below, ok := o.relative(path); ok {
		return below
	}
	return path
}

// sourceRoot is how the folder is called that relative URIs start from: the name that code scanning services look for.
const sourceRoot = "%SRCROOT%"

// artifact is the place of a file as SARIF has it: relative to the source root if it lies beneath, else an absolute URI where
// the folder is known.
func (o Options) artifact(path string) *sarifArtifact {
	if path == standardInput {
		return &sarifArtifact{Description: &sarifText{"standard input"}}
	}
	if below, ok := o.relative(path); ok {
		return &sarifArtifact{URI: (&url.URL{Path: below}).String(), Base: sourceRoot}
	}
	if !filepath.IsAbs(path) && o.Folder != "" {
		path = filepath.Join(o.Folder, path)
	}
	if !filepath.IsAbs(path) {
		return &sarifArtifact{URI: (&url.URL{Path: filepath.ToSlash(path)}).String()}
	}
	return &sarifArtifact{URI: fileURI(path)}
}

// schemaArtifact is the place of a schema document that a URI names; nil where it is not one that others can read.
func (o Options) schemaArtifact(uri string) *sarifArtifact {
	u, err := url.Parse(uri)
	switch {
	case err != nil || u.Scheme == "":
		return nil
	case u.Scheme == "file" && u.Host == "":
		return o.artifact(filepath.FromSlash(u.Path))
	}
	// What Go takes for a URI, and writes again, may still be none.
	text := u.String()
	if !uriformat.URI(text) {
		return nil
	}
	return &sarifArtifact{URI: text}
}

// shortLocation is an absolute keyword location, of a file in the folder by its path from there: nobody needs to know where on a machine the folder is.
func (o Options) shortLocation(absolute string) string {
	uri, fragment, _ := strings.Cut(absolute, "#")
	if u, err := url.Parse(uri); err == nil && u.Scheme == "file" && o.Folder != "" {
		if path, ok := o.relative(filepath.FromSlash(u.Path)); ok {
			return path + "#" + fragment
		}
	}
	return absolute
}

// fileURI is the URI of an absolute path.
func fileURI(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // that of Windows begins with a drive
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
