package schema

import (
	"strings"

	"github.com/assaykit/assay/document"
)

// Vocabularies is a set of vocabularies: the groups in which 2019-09 and later have their keywords (core, section
// 8.1). Earlier drafts have all of them.
type Vocabularies uint16

const (
	core Vocabularies = 1 << iota
	applicator
	unevaluated
	validation
	metadata
	formats
	content
	ours
	// openAPIBase is the vocabulary that OpenAPI adds (OpenAPI 3.1, section 4.8.24.2): no ordinary schema has it.
	openAPIBase
	// assertsFormats is not a group of keywords: it makes format an assertion.
	assertsFormats
	everyVocabulary = (assertsFormats - 1) &^ openAPIBase
)

// vocabularyNames are the last parts of the vocabularies' URIs.
var vocabularyNames = map[string]Vocabularies{
	"core": core, "applicator": applicator, "unevaluated": unevaluated, "validation": validation, "meta-data": metadata,
	"content": content, "format": formats, "format-annotation": formats, "format-assertion": formats | assertsFormats,
}

// dialect says what the keywords of a resource mean: a draft, and those of its vocabularies that are in use.
type dialect struct {
	draft        Draft
	vocabularies Vocabularies
}

// dialect is that of all keywords of the draft.
func (d Draft) dialect() dialect {
	if openAPI.Has(d) {
		return dialect{d, everyVocabulary | openAPIBase}
	}
	return dialect{d, everyVocabulary}
}

// row is the keyword of that name in a dialect, or nil.
func (c *compiler) row(name string, d dialect) *keyword {
	rows := c.keywords[name]
	for i := range rows {
		if rows[i].drafts.Has(d.draft) && rows[i].vocabulary&d.vocabularies != 0 {
			return &rows[i]
		}
	}
	return nil
}

// dialectOf is the dialect that a schema names with $schema: a draft's, or that of a metaschema which can
// be loaded. The problem is noted where it is neither.
func (c *compiler) dialectOf(src *Source, name document.Value) (dialect, bool) {
	if name.Kind() != document.String {
		c.fail(CodeDialect, src, src.Document.Root(), "$schema: found a metaschema that names no dialect, wanted the URI of one")
		return dialect{}, false
	}
	uri := strings.TrimSuffix(name.Text(), "#")
	if draft, ok := draftOf(uri); ok {
		return draft.dialect(), true
	}
	if openAPIName(uri, "dialect") {
		return openAPI31, true
	}
	if d, ok := c.dialects[uri]; ok {
		if d.draft == 0 {
			c.fail(CodeDialect, src, name, "$schema: found the dialect %q, whose metaschema leads back to itself, wanted one that leads to a draft's", name.Text())
		}
		return d, d.draft != 0
	}
	c.dialects[uri] = dialect{} // against metaschemas that name each other
	meta, err := c.load(uri)
	if err != nil {
		c.fail(CodeDialect, src, name, "$schema: found the dialect %q, wanted that of draft 4, 6, 7, 2019-09, 2020-12 or v1, or of a metaschema that can be loaded: %v", name.Text(), err)
		return dialect{}, false
	}
	d, ok := c.dialectOf(meta, meta.Document.Root().Get("$schema"))
	if !ok {
		return dialect{}, false
	}
	if v := meta.Document.Root().Get("$vocabulary"); v.Kind() == document.Object && d.draft >= Draft2019 {
		d.vocabularies = c.vocabulariesOf(meta, v, d.draft)
	}
	c.dialects[uri] = d
	return d, true
}

// vocabulariesOf reads $vocabulary of a metaschema (core, section 8.1.2). One that is unknown and required is a
// problem.
func (c *compiler) vocabulariesOf(meta *Source, v document.Value, draft Draft) Vocabularies {
	set := core | ours
	for name, required := range v.Members() {
		if openAPIName(name.Text(), "vocab") {
			set |= openAPIBase
			continue
		}
		rest, ok := strings.CutPrefix(name.Text(), "https://json-schema.org/draft/"+draft.String()+"/vocab/")
		bits, known := vocabularyNames[rest]
		switch {
		case ok && known:
			set |= bits
			if draft == Draft2019 && bits == applicator {
				set |= unevaluated
			}
			if draft == Draft2019 && bits == formats && required.True() {
				set |= assertsFormats
			}
		case required.True():
			c.fail(CodeDialect, meta, name, "$vocabulary: found the required vocabulary %q, wanted one that is known", name.Text())
		}
	}
	return set
}

// load is the document of a URI: a built-in metaschema, or what the options find. The latter is kept as a source.
func (c *compiler) load(uri string) (*Source, error) {
	for _, src := range c.sources {
		if src.URI == uri {
			return src, nil
		}
	}
	if src := metaschema(uri); src != nil {
		return src, nil
	}
	if c.options.Load == nil {
		return nil, errUnknownURI
	}
	src, err := c.options.Load(uri)
	if err != nil {
		return nil, err
	}
	src.URI = uri
	c.sources = append(c.sources, src)
	return src, nil
}
