package schema

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// Text is the JSON text of a schema document with its URI.
type Text struct{ URI, JSON string }

// Embedded is a schema within a program. Generated code judges by itself and asks an Embedded to explain what is
// invalid, so nothing is compiled before the first explanation.
type Embedded struct {
	compiled func() (*Schema, error)
}

// Embed makes an Embedded of the documents of a schema, the root's first. fragment says what of the root's document
// the schema is, "" for all of it.
func Embed(o Options, fragment string, texts ...Text) *Embedded {
	o.Each = true // where the fragment leads to a map of schemas, the package is of all of them
	o.Load = func(uri string) (*Source, error) {
		for _, t := range texts {
			if t.URI == uri {
				d, err := document.Parse([]byte(t.JSON))
				return &Source{URI: uri, Name: uri, Document: d}, err
			}
		}
		return nil, errUnknownURI
	}
	return &Embedded{sync.OnceValues(func() (*Schema, error) {
		src, err := o.Load(texts[0].URI)
		if err != nil {
			return nil, err
		}
		return Compile(src, fragment, o)
	})}
}

// errDisagree is what an explanation says that finds nothing to explain.
var errDisagree = errors.New("its schema to refuse it, too: please report this as a defect of assay")

// Explain says why a document does not satisfy all schemas of some IDs. It is never nil: a document that the interpreter
// accepts although the generated code did not is reported as a fault of the generated code.
func (e *Embedded) Explain(d *document.Document, ids ...string) *rule.Error {
	var all *rule.Error
	failed := errDisagree
	for _, id := range ids {
		s, err := e.find(id)
		if err != nil {
			failed = err
			continue
		}
		if found := s.Explain(d, rule.ShowValues); all == nil {
			all = found
		} else if found != nil {
			merge(all, found)
		}
	}
	if all == nil {
		all = &rule.Error{Violations: []rule.Violation{{
			AbsoluteKeywordLocation: strings.Join(ids, " "), Found: "a value that the generated code refuses", Wanted: failed.Error(),
		}}}
	}
	return all
}

// merge adds the violations of another schema by the same document, in the order of their positions.
func merge(all, other *rule.Error) {
	all.Violations = append(all.Violations, other.Violations...)
	slices.SortStableFunc(all.Violations, func(a, b rule.Violation) int { return a.Start - b.Start })
	all.Sensitive = append(all.Sensitive, other.Sensitive...)
	all.Secret = all.Secret || other.Secret
}

// Valid reports whether the value at an entry satisfies the schema with an ID. Generated code asks it where a keyword
// depends on what others evaluated.
func (e *Embedded) Valid(d *document.Document, at int, id string) bool {
	s, err := e.find(id)
	return err == nil && s.Within(d, at)
}

// accepts reports whether a document satisfies all schemas of some IDs.
func (e *Embedded) accepts(d *document.Document, ids []string) bool {
	for _, id := range ids {
		if s, err := e.find(id); err != nil || !s.Valid(d) {
			return false
		}
	}
	return true
}

func (e *Embedded) find(id string) (*rule.Schema, error) {
	compiled, err := e.compiled()
	if err != nil {
		return nil, err
	}
	if s := compiled.Find(id); s != nil {
		return s, nil
	}
	return nil, errUnknownURI
}
