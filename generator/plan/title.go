package plan

import (
	"regexp"
	"strings"
	"sync"

	"github.com/assaykit/assay/rule"
)

// manyWords is more than a title may have to be the name of a type.
const manyWords = 5

// about and ending are what titles say that is true of every schema: "JSON Schema for the Widget configuration files".
var (
	about = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^((a|an|the)\s+)?(json[\s-]*)?schemas?(\s+definitions?)?\s+(for|of)\s+((a|an|the)\s+)?`)
	})
	ending = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\s+((json[\s-]*)?schema|(config(uration)?\s+)?files?)\.?$`)
	})
)

// titled is a title as the name of a type: without what is true of every schema, and "" where it has more words than a name.
func (sp speller) titled(title string) string {
	title = strings.TrimSpace(title)
	for _, idle := range []*regexp.Regexp{about(), ending(), ending()} {
		if rest := idle.ReplaceAllString(title, ""); sp.exported(rest) != "" {
			title = rest
		}
	}
	if len(strings.Fields(title)) >= manyWords || strings.Contains(title, "://") {
		return ""
	}
	return sp.exported(title)
}

// documentName is what a schema that is a whole document is called: by its title, else by the place, or by a long title
// where that says nothing.
func (sp speller) documentName(s *rule.Schema) string {
	title := s.Annotation("title").TextOr("")
	r := routeOf(s.Location)
	stem := sp.proposals(r, r.document)[0]
	switch short := sp.titled(title); {
	case short != "":
		return short
	case stem == "", nondescript[strings.ToLower(stem)]:
		if long := sp.exported(title); long != "" {
			return long
		}
	}
	return stem
}

// nondescript are names that many documents have.
var nondescript = map[string]bool{"schema": true, "schemas": true, "index": true, "root": true, "main": true, "latest": true, "draft": true}
