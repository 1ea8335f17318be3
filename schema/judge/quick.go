package judge

import (
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// quickFrom is how many entries a schema has, at least, that is first looked at by the interpreter: compiling a metaschema takes as
// long as the engine takes for a schema of that size.
const quickFrom = 1000

// large reports whether the interpreter is to look at the resource first.
func (r resource) large() bool {
	at := r.root.Entry()
	return r.alike() && r.root.Document().End(at)-at >= quickFrom
}

// alike reports whether interpreter and engine judge the resource by the same. The interpreter looks at all that is
// within, so there must be none of other dialects. The engine's own metaschema of draft 4 wants more than the specification's: that URIs are such.
func (r resource) alike() bool {
	return len(r.inner) == 0 && strings.TrimSuffix(r.dialect, "#") != metaschemas[schema.Draft4]
}

// wellFormed reports whether the interpreter finds that the metaschema of the resource allows it. It is many times as fast
// as the engine, which is asked where the answer is no: that may be for a reason that is set aside, and the words of findings
// are made from the engine's.
func (r resource) wellFormed() bool {
	meta := interpreted(r.dialect)
	return meta != nil && meta.Rule().ValidAt(r.root.Document(), r.root.Entry())
}

// quick are the metaschemas by their URIs, as functions that compile each once.
var quick sync.Map

// interpreted is the metaschema of a URI for the interpreter, nil where it is none that is built in.
func interpreted(uri string) *schema.Schema {
	compile, ok := quick.Load(uri)
	if !ok {
		compile, _ = quick.LoadOrStore(uri, sync.OnceValue(func() *schema.Schema { return interpret(uri) }))
	}
	return compile.(func() *schema.Schema)()
}

func interpret(uri string) *schema.Schema {
	b := &document.Builder{}
	at := document.Position{Line: 1, Column: 1}
	if b.BeginObject(at) != nil || b.Name("$ref", at) != nil || b.String(uri, at) != nil {
		return nil
	}
	b.End()
	s, err := schema.Compile(&schema.Source{URI: "urn:assay:judge", Name: uri, Document: b.Document()}, "", schema.Options{})
	if err != nil {
		return nil
	}
	return s
}
