package yaml

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/assaykit/assay/document"
)

// Decode reads the one document of a file by the ending of its name: .yaml and .yml as YAML, .jsonc as JSON with
// comments, all else as JSON. It is meant for the Decode of schema.Files. Errors begin with line:col.
func Decode(name string, text []byte) (*document.Document, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		docs, err := Parse(text)
		if err != nil {
			return nil, err
		}
		return Only(docs)
	case ".jsonc":
		return document.ParseJSONC(text)
	}
	return document.Parse(text)
}

// Only is the document of a stream that has one; the error begins with the line:col of what is too much.
func Only(docs []*document.Document) (*document.Document, error) {
	switch len(docs) {
	case 0:
		return nil, errors.New("1:1: found no YAML document, wanted one")
	case 1:
		return docs[0], nil
	}
	second := docs[1].Root().Position()
	return nil, fmt.Errorf("%d:%d: found the second of %d YAML documents, wanted one", second.Line, second.Column, len(docs))
}
