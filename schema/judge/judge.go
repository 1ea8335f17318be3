// Package judge says whether a schema document is well formed: whether it is what the metaschema of its dialect
// asks of it.
//
// The metaschemas and the engine that applies them are those of the module santhosh-tekuri/jsonschema/v5, which has
// all of them but v1's built in: nothing is loaded. Its findings become problems with file, line and column, in the
// words of this project as far as they are known.
//
// What it says of formats counts only where package format agrees, and nothing that it says of regular expressions
// does: it knows Go's syntax of them, not that of ECMA-262. Patterns are judged where they are compiled, in package
// schema. That is also where an unknown dialect is refused.
//
// A large document is first looked at by the interpreter; what that finds well formed is.
//
// The same engine is the second opinion of a verdict on an instance: see [Second].
package judge

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
	v5 "github.com/santhosh-tekuri/jsonschema/v5"
)

// Check judges a schema document by the metaschema of its own dialect, or of the draft given where it names
// none; zero is 2020-12. Schemas within it that have a URI and a dialect of their own are judged by that
// (core, section 9.3.1). The problems come in the order of their places; there are none where the document is well formed, or
// where its dialect is unknown.
func Check(src *schema.Source, draft schema.Draft) []schema.Problem {
	return CheckAt(src, src.Document.Root(), draft)
}

// CheckAt is [Check] for a schema within a document that is not itself one, such as an OpenAPI description.
func CheckAt(src *schema.Source, at document.Value, draft schema.Draft) []schema.Problem {
	base := metaschemas[draft]
	if base == "" {
		base = metaschemas[schema.Draft2020]
	}
	var problems []schema.Problem
	for _, r := range resources(at, base) {
		for _, f := range r.judge() {
			problems = append(problems, f.problem(src))
		}
	}
	slices.SortStableFunc(problems, func(a, b schema.Problem) int {
		return cmp.Or(cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column), strings.Compare(a.Message, b.Message))
	})
	return slices.Compact(problems)
}

// metaschemas are the URIs of the drafts' metaschemas, by which the engine knows all but that of v1.
var metaschemas = map[schema.Draft]string{
	schema.Draft4:    "http://json-schema.org/draft-04/schema",
	schema.Draft6:    "http://json-schema.org/draft-06/schema",
	schema.Draft7:    "http://json-schema.org/draft-07/schema",
	schema.Draft2019: "https://json-schema.org/draft/2019-09/schema",
	schema.Draft2020: "https://json-schema.org/draft/2020-12/schema",
	schema.V1:        "https://json-schema.org/v1",
}

// metaschema is the compiled metaschema of a URI, nil where it is none of a draft. The engine made all of
// them when the program started.
func metaschema(uri string) *v5.Schema {
	if uri = strings.TrimSuffix(uri, "#"); strings.Contains(uri, "#") {
		return nil
	}
	c := v5.NewCompiler()
	c.LoadURL = refuse
	s, err := c.Compile(uri)
	if err != nil {
		return nil
	}
	return s
}

// refuse is what the engine is given to load documents with: it has all that it may know.
func refuse(uri string) (io.ReadCloser, error) {
	return nil, fmt.Errorf("%s is not among the documents of the schema", uri)
}

// known reports whether a dialect is one of the drafts'.
func known(dialect string) bool { return isV1(dialect) || metaschema(dialect) != nil }

// judge applies the metaschema to the resource, without the resources of other dialects within it.
func (r resource) judge() []finding {
	if isV1(r.dialect) {
		return r.judgeV1()
	}
	meta := metaschema(r.dialect)
	if meta == nil || r.large() && r.wellFormed() {
		return nil
	}
	return r.judgeV5(meta)
}

// judgeV5 applies a metaschema by the engine.
func (r resource) judgeV5(meta *v5.Schema) []finding {
	c := converter{standIns: true, skip: r.inner, unnamed: unnamed}
	err := validate(meta, c.value(r.root))
	if err == nil {
		return nil
	}
	return findings(r.root, err)
}

// validate is the engine's verdict. It panics on some inputs that are beyond it; that is an error, too.
func validate(s *v5.Schema, instance any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the engine failed: %v", p)
		}
	}()
	return s.Validate(instance)
}
