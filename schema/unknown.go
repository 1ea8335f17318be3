package schema

import (
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// unknown keeps a keyword that the draft does not have as an annotation (core, section 6.5), and warns of
// it, for it checks nothing. Extension keywords (x-...) are meant to say something to others.
func (r *reader) unknown(name, value document.Value) {
	keyword := name.Text()
	r.schema.Annotations = append(r.schema.Annotations, rule.Annotation{Keyword: keyword, Value: value})
	if r.nearly(name) || strings.HasPrefix(keyword, "x-") {
		return
	}
	d := r.site.resource.dialect
	if rows, other := r.keywords[keyword]; other && rows[0].vocabulary != openAPIBase {
		switch {
		case rows[0].drafts.Has(d.draft):
			return // its vocabulary is not in use, as the metaschema wants it
		case rows[0].vocabulary == metadata, keyword == "$comment", keyword == "$defs":
			return // it checks nothing in any draft
		}
		r.warn(CodeForeignKeyword, name, "found the keyword %q, which %s does not have: it checks nothing", keyword, d.draft.Title())
	} else if near := r.nearest(keyword); near != "" {
		r.warn(CodeUnknownKeyword, name, "found the unknown keyword %q, did you mean %q? It checks nothing", keyword, near)
	} else {
		r.strange[r.schema] = true
		if r.options.Whole {
			r.warn(CodeUnknownKeyword, name, "found the unknown keyword %q: it checks nothing", keyword)
		}
	}
}

// extensions are the extension keywords that say something to this toolkit, with what comes of a misspelt one.
var extensions = map[string]string{
	"x-sensitive": "It hides nothing", "x-message": "It words nothing", "errorMessage": "It words nothing", "x-go-name": "It names nothing", "x-go-type": "It asks for no type", "x-go-tags": "It asks for no tags",
}

// nearly warns of a keyword that looks like one of these.
func (r *reader) nearly(name document.Value) bool {
	near := nearestExtension(name.Text())
	if near != "" {
		r.warn(CodeUnknownKeyword, name, "found the unknown keyword %q, did you mean %q? %s", name.Text(), near, extensions[near])
	}
	return near != ""
}

// nearestExtension is the one of these that a keyword looks like; "" where it looks like none, or is one.
func nearestExtension(keyword string) string {
	if extensions[keyword] != "" || keyword == "" || keyword[0] != 'x' && keyword[0] != 'X' {
		return ""
	}
	best, least := "", 3
	for known := range extensions {
		if n := rule.Edits(strings.ToLower(keyword), known, 3); n < least || n == least && known < best {
			best, least = known, n
		}
	}
	return best
}

// nearest is the keyword of the table that differs from a name by the fewest edits, at most two; "" where none does. Each name is
// looked at once.
func (r *reader) nearest(name string) string {
	of := looked{name, r.site.resource.dialect.vocabularies&openAPIBase != 0}
	near, ok := r.near[of]
	if !ok {
		near = r.fewestEdits(name)
		r.near[of] = near
	}
	return near
}

// looked is a name that keywords were looked for which look like it: with those of OpenAPI, or without.
type looked struct {
	name    string
	openAPI bool
}

func (r *reader) fewestEdits(name string) string {
	best, least := "", 3
	for known, rows := range r.keywords {
		if rows[0].vocabulary&^r.site.resource.dialect.vocabularies == openAPIBase {
			continue
		}
		n := rule.Edits(name, known, 3)
		if n < least || n == least && known < best {
			best, least = known, n
		}
	}
	if 3*least > len(name) {
		return ""
	}
	return best
}
