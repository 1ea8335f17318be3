package schema

import (
	"embed"
	"strings"

	"github.com/assaykit/assay/document"
)

// metaschemas are the specifications' own documents, so that references to them need no network.
//
//go:embed metaschema
var metaschemas embed.FS

// Metaschema is the specifications' own document of a URI, whose fragment may be empty. It is nil for any other URI.
func Metaschema(uri string) *Source { return metaschema(strings.TrimSuffix(uri, "#")) }

// metaschema is the built-in document of a URI, or nil.
func metaschema(uri string) *Source {
	uri = unreleased(uri)
	name, ok := strings.CutPrefix(uri, "http://json-schema.org/")
	if !ok {
		if name, ok = strings.CutPrefix(uri, "https://json-schema.org/"); !ok {
			return nil
		}
	}
	text, err := metaschemas.ReadFile("metaschema/" + strings.TrimSuffix(name, "#") + ".json")
	if err != nil {
		return nil
	}
	d, err := document.Parse(text)
	if err != nil {
		panic("schema: the built-in metaschema " + uri + " is not JSON: " + err.Error())
	}
	return &Source{URI: uri, Name: uri, Document: d}
}
