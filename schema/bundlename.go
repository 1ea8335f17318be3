package schema

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// bundleNames gives files URIs that tell nothing of the machine they are on. A file keeps its place as seen from the
// folder of the root's document, so relative references between files mean the same as before. Folders above that
// one are called "-" if a file was found in them.
//
// The URIs begin with https://bundle.invalid/: a scheme that every implementation resolves relative references against,
// which urn: is not, and a host that nobody can ever look up (RFC 6761, section 6.4), unlike what file: leads to.
type bundleNames struct {
	host   string
	folder []string // that of the root's document
	above  int      // so many folders above it are in use
}

// nameBundle makes the names for documents, the root's first, and the resources in them.
func nameBundle(documents []*resource) bundleNames {
	n := bundleNames{folder: foldersOf(documents[0].uri)}
	if !onDisk(documents[0].uri) {
		n.folder = foldersOf(documents[0].foundAt())
	}
	taken := map[string]bool{}
	for _, d := range documents {
		for _, r := range d.all() {
			taken[r.uri.Host] = true
			if onDisk(r.uri) {
				n.above = max(n.above, n.up(foldersOf(r.uri)))
			}
		}
	}
	n.host = "bundle.invalid"
	for i := 2; taken[n.host]; i++ {
		n.host = fmt.Sprintf("bundle%d.invalid", i)
	}
	return n
}

// foundAt is the URI that the resource's document was found at.
func (r *resource) foundAt() *url.URL {
	u, err := url.Parse(r.source.URI)
	if err != nil {
		return &url.URL{}
	}
	return u
}

// onDisk reports whether a URI says where a file is.
func onDisk(u *url.URL) bool { return u.Opaque == "" && (u.Scheme == "file" || u.Scheme == "") }

// foldersOf are the folders of a file's path, escaped as in the URI.
func foldersOf(u *url.URL) []string {
	if !onDisk(u) {
		return nil
	}
	segments := strings.Split(strings.TrimPrefix(u.EscapedPath(), "/"), "/")
	return segments[:len(segments)-1]
}

// up is how many folders above the root's lies the deepest one that is above the given folders, too.
func (n bundleNames) up(folders []string) int { return len(n.folder) - n.shared(folders) }

// shared is how many folders, from the first, are those of the root's document.
func (n bundleNames) shared(folders []string) int {
	same := 0
	for same < min(len(n.folder), len(folders)) && n.folder[same] == folders[same] {
		same++
	}
	return same
}

// of is what a URI is called in the bundle. One that does not say where a file is stays as it is.
func (n bundleNames) of(u *url.URL) *url.URL {
	if !onDisk(u) {
		return u
	}
	folders := foldersOf(u)
	segments := slices.Repeat([]string{"-"}, max(0, n.above-n.up(folders)))
	segments = append(segments, folders[n.shared(folders):]...)
	escaped := u.EscapedPath()
	segments = append(segments, escaped[strings.LastIndexByte(escaped, '/')+1:])
	named := &url.URL{Scheme: "https", Host: n.host, RawPath: "/" + strings.Join(segments, "/"), RawQuery: u.RawQuery}
	named.Path, _ = url.PathUnescape(named.RawPath) // what EscapedPath gives can be unescaped
	return named
}
