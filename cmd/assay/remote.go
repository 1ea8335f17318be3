package main

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/remote"
)

// load finds the document of a URI: on disk, among the specifications' own, or where it may be fetched, by its URL.
func (l *library) load(uri string, within []string) (*schema.Source, error) {
	files := l.files
	files.Within = within
	src, err := files.Load(uri)
	if _, missing := errors.AsType[*schema.NotOnDiskError](err); !missing {
		return src, err
	}
	if src := schema.Metaschema(uri); src != nil {
		return src, nil
	}
	switch {
	case !remote.Knows(uri):
		return nil, err
	case l.fetcher == nil:
		return nil, fmt.Errorf("%s is not on disk and was not fetched; --allow-net fetches it, --map PREFIX=DIR says where such URLs are found", uri)
	}
	fetcher, err := l.fetcher()
	if err != nil {
		return nil, err
	}
	fetched, err := fetcher.Get(uri)
	if err != nil {
		return nil, err
	}
	d, err := decodeRemote(uri, fetched.Text)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", uri, err)
	}
	return &schema.Source{URI: uri, Name: uri, Document: d}, nil
}

// decodeRemote reads a document by the ending of its URL or else, for many have none, by how it begins. What servers say of
// its media type is wrong too often.
func decodeRemote(uri string, text []byte) (*document.Document, error) {
	ending := ""
	if u, err := url.Parse(uri); err == nil {
		ending = path.Ext(u.Path)
	}
	first := bytes.TrimLeft(text, " \t\r\n\ufeff")
	switch {
	case len(first) == 0:
		return nil, errors.New("1:1: found no text, wanted JSON or YAML")
	case first[0] == '<':
		return nil, errors.New("1:1: found HTML or XML, wanted JSON or YAML")
	case first[0] != '{' && first[0] != '[' && ending != ".json" && ending != ".jsonc":
		ending = ".yaml"
	}
	d, err := yaml.Decode(ending, text)
	if err != nil {
		return nil, err
	}
	return d, namesNoFile(d)
}

// namesNoFile is the error for a remote document that leads to a file of this machine: it could end up in a bundle or in generated
// code.
func namesNoFile(d *document.Document) error {
	for at := range d.Entries() {
		if d.Kind(at) != document.Object {
			continue
		}
		for name, value := range d.Value(at).Members() {
			switch name.Text() {
			case "$id", "id", "$ref", "$dynamicRef", "$recursiveRef", "$schema":
				if text := value.TextOr(""); len(text) >= 5 && strings.EqualFold(text[:5], "file:") {
					p := value.Position()
					return fmt.Errorf("%d:%d: %s: found %q in a remote document, wanted none that leads to a file of this machine", p.Line, p.Column, name.Text(), text)
				}
			}
		}
	}
	return nil
}
