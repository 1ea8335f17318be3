package schema

import (
	"fmt"
	"strings"
)

// Draft is a version of JSON Schema, or a language of schemas that was made from one.
type Draft uint8

// The drafts that schemas may be written in, in the order of their time. OpenAPI up to 3.0 has its own variants of the
// one between 4 and 6; from 3.1 on it has 2020-12.
const (
	Draft4 Draft = iota + 1
	Swagger20
	OpenAPI30
	Draft6
	Draft7
	Draft2019
	Draft2020
	// V1 is the version that follows 2020-12.
	V1
)

// dialects has each draft's name and the URI of its metaschema, without an empty fragment. Those of OpenAPI have none: the
// description that schemas stand in says what they are written in.
var dialects = []struct {
	draft     Draft
	name, uri string
}{
	{Draft4, "4", "http://json-schema.org/draft-04/schema"},
	{Swagger20, "Swagger 2.0", ""},
	{OpenAPI30, "OpenAPI 3.0", ""},
	{Draft6, "6", "http://json-schema.org/draft-06/schema"},
	{Draft7, "7", "http://json-schema.org/draft-07/schema"},
	{Draft2019, "2019-09", "https://json-schema.org/draft/2019-09/schema"},
	{Draft2020, "2020-12", "https://json-schema.org/draft/2020-12/schema"},
	{V1, "v1", "https://json-schema.org/v1"},
}

// String is the draft's name, such as "7" or "2020-12".
func (d Draft) String() string {
	for _, row := range dialects {
		if row.draft == d {
			return row.name
		}
	}
	return fmt.Sprintf("Draft(%d)", uint8(d))
}

// Title is the draft's name as it is spoken of, such as "draft 7" or "OpenAPI 3.0".
func (d Draft) Title() string {
	if openAPI.Has(d) {
		return d.String()
	}
	return "draft " + d.String()
}

// HasMetaschema reports whether a metaschema describes the draft's schemas.
func (d Draft) HasMetaschema() bool { return everyDraft.Has(d) }

// DraftNames are the names that [ParseDraft] knows.
func DraftNames() []string {
	var names []string
	for _, row := range dialects {
		if row.uri != "" {
			names = append(names, row.name)
		}
	}
	return names
}

// ParseDraft is the draft of a name such as "7", "draft-07" or "2020-12".
func ParseDraft(name string) (Draft, error) {
	short := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(name, "draft"), "-"), "0")
	for _, row := range dialects {
		if row.name == short && row.uri != "" {
			return row.draft, nil
		}
	}
	return 0, fmt.Errorf("found draft %q, wanted one of %s", name, strings.Join(DraftNames(), ", "))
}

// draftOf is the draft whose metaschema has the URI. A fragment that is empty does not count, nor does the
// difference between http and https, nor the release of a version: v1/2026 is v1.
func draftOf(uri string) (Draft, bool) {
	if uri = unreleased(strings.TrimSuffix(uri, "#")); uri == "" {
		return 0, false
	}
	for _, row := range dialects {
		if row.uri == uri || strings.Replace(row.uri, "http:", "https:", 1) == uri ||
			strings.Replace(row.uri, "https:", "http:", 1) == uri {
			return row.draft, true
		}
	}
	return 0, false
}

// unreleased is the URI of v1's metaschema without the year of its release, and any other URI as it is.
func unreleased(uri string) string {
	if short := strings.TrimSuffix(uri, "/2026"); strings.HasSuffix(short, "//json-schema.org/v1") {
		return short
	}
	return uri
}

// uri is the URI by which schemas name the draft's metaschema.
func (d Draft) uri() string {
	for _, row := range dialects {
		if row.draft == d {
			if d <= Draft7 {
				return row.uri + "#"
			}
			return row.uri
		}
	}
	return ""
}

// identifier is the keyword that gives a schema its URI, "" where there is none.
func (d Draft) identifier() string {
	switch {
	case d == Draft4:
		return "id"
	case openAPI.Has(d):
		return ""
	}
	return "$id"
}

// definitions is the keyword that holds schemas for others to refer to.
func (d Draft) definitions() string {
	if d <= Draft7 {
		return "definitions"
	}
	return "$defs"
}

// Drafts is a set of drafts.
type Drafts uint16

const (
	openAPI = Drafts(1<<Swagger20 | 1<<OpenAPI30)
	// everyDraft has those of JSON Schema itself.
	everyDraft = Drafts(1<<(V1+1)-1<<Draft4) &^ openAPI
	everywhere = everyDraft | openAPI
)

// since is the draft and all of JSON Schema that came after it.
func since(d Draft) Drafts { return everyDraft >> d << d }

// until is the draft and all of JSON Schema that came before it.
func until(d Draft) Drafts { return everyDraft &^ since(d+1) }

// Has reports whether a draft is in the set.
func (s Drafts) Has(d Draft) bool { return s>>d&1 != 0 }

// only is the set of one draft.
func only(d Draft) Drafts { return 1 << d }
