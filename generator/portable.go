package generator

import (
	"strings"

	"github.com/assaykit/assay/schema"
)

// portable gives the documents of a schema URIs that mean the same on every machine: files are called by their path
// below the deepest folder that holds all of them.
func portable(s *schema.Schema) func(uri string) string {
	folder, first := "", true
	for _, src := range s.Sources {
		path, ok := strings.CutPrefix(src.URI, "file://")
		if !ok {
			continue
		}
		path = path[:strings.LastIndexByte(path, '/')+1]
		if first {
			folder, first = path, false
		}
		for !strings.HasPrefix(path, folder) {
			folder = folder[:strings.LastIndexByte(strings.TrimSuffix(folder, "/"), '/')+1]
		}
	}
	return func(uri string) string {
		path, ok := strings.CutPrefix(uri, "file://")
		if !ok {
			return uri
		}
		return "file:///" + strings.TrimPrefix(path, folder)
	}
}
