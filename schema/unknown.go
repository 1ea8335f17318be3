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
		if rows[0].drafts.Has(d.draft) {
			return // its vocabulary is not in use, as the metaschema wants it
		}
		r.warn(name, "found the keyword %q, which %s does not have: it checks nothing", keyword, d.draft.Title())
	} else if near := r.nearest(keyword); near != "" {
		r.warn(name, "found the unknown keyword %q, did you mean %q? It checks nothing", keyword, near)
	} else {
		r.strange[r.schema] = true
		if r.options.Whole {
			r.warn(name, "found the unknown keyword %q: it checks nothing", keyword)
		}
	}
}

// extensions are the extension keywords that say something to this toolkit, with what comes of a misspelt one.
var extensions = map[string]string{
	"x-sensitive": "It hides nothing", "x-go-name": "It names nothing", "x-go-type": "It asks for no type", "x-go-tags": "It asks for no tags",
}

// nearly warns of a keyword that looks like one of these.
func (r *reader) nearly(name document.Value) bool {
	near := nearestExtension(name.Text())
	if near != "" {
		r.warn(name, "found the unknown keyword %q, did you mean %q? %s", name.Text(), near, extensions[near])
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
		if n := edits(strings.ToLower(keyword), known, 3); n < least || n == least && known < best {
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
		n := edits(name, known, 3)
		if n < least || n == least && known < best {
			best, least = known, n
		}
	}
	if 3*least > len(name) {
		return ""
	}
	return best
}

// edits is the number of letters to insert, delete, replace or swap that turn a into b; limit
// where it is no less.
func edits(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			next[j] = min(last[j]+1, next[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, last, next = last, next, before
	}
	return min(last[len(b)], limit)
}
