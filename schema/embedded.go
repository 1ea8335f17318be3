package schema

import (
	"fmt"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Text is the JSON text of a schema document with its URI.
type Text struct{ URI, JSON string }

// Embedded is a schema within a program. Generated code judges by itself and asks an Embedded only to explain
// what is invalid, so nothing is compiled before the first explanation.
type Embedded struct {
	texts    []Text
	options  Options
	compiled sync.Map // fragment to *Schema
}

// Embed makes an Embedded of the documents of a schema, the root's first.
func Embed(o Options, texts ...Text) *Embedded {
	e := &Embedded{texts: texts, options: o}
	e.options.Load = e.load
	return e
}

func (e *Embedded) load(uri string) (*Source, error) {
	for _, t := range e.texts {
		if t.URI == uri {
			d, err := document.Parse([]byte(t.JSON))
			if err != nil {
				return nil, err
			}
			return &Source{URI: uri, Name: uri, Document: d}, nil
		}
	}
	return nil, fmt.Errorf("no embedded document has the URI %s", uri)
}

// Explain says why a document does not satisfy the schema at a location: a URI of one of the texts with a
// fragment. It is never nil: a document that the interpreter accepts although the generated code did not is
// reported as a fault of the generated code.
func (e *Embedded) Explain(d *document.Document, uri, fragment string) *rule.Error {
	s, err := e.schema(uri, fragment)
	if err == nil {
		if found := s.Explain(d); found != nil {
			return found
		}
		err = fmt.Errorf("the generated code refuses what its schema accepts: please report this as a defect of assay")
	}
	return &rule.Error{Violations: []rule.Violation{{
		AbsoluteKeywordLocation: uri + "#" + fragment, Found: "a value that the generated code refuses", Wanted: err.Error(),
	}}}
}

func (e *Embedded) schema(uri, fragment string) (*Schema, error) {
	key := uri + "#" + fragment
	if s, ok := e.compiled.Load(key); ok {
		return s.(*Schema), nil
	}
	src, err := e.load(uri)
	if err != nil {
		return nil, err
	}
	s, err := Compile(src, fragment, e.options)
	if err != nil {
		return nil, err
	}
	e.compiled.Store(key, s)
	return s, nil
}
