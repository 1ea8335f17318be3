package rule

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule/format"
	"github.com/assaykit/assay/rule/pattern"
)

// MinLength is the keyword minLength (validation, section 6.3.2). Lengths count characters: Unicode code points.
type MinLength struct{ N int }

func (MinLength) Keyword() string { return "minLength" }

func (k MinLength) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.String || d.Runes(at) >= k.N
}

func (k MinLength) Wanted() string { return "at least " + Count(k.N, "character") }

func (MinLength) Found(d *document.Document, at int) string { return Count(d.Runes(at), "character") }

// MaxLength is the keyword maxLength (validation, section 6.3.1).
type MaxLength struct{ N int }

func (MaxLength) Keyword() string { return "maxLength" }

func (k MaxLength) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.String || d.Runes(at) <= k.N
}

func (k MaxLength) Wanted() string { return "at most " + Count(k.N, "character") }

func (MaxLength) Found(d *document.Document, at int) string { return Count(d.Runes(at), "character") }

// Pattern is the keyword pattern (validation, section 6.3.3). The expression need not match the whole string.
type Pattern struct{ Pattern *pattern.Pattern }

func (Pattern) Keyword() string { return "pattern" }

func (k Pattern) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.String || MatchesIn(d, k.Pattern, d.Text(at))
}

func (k Pattern) Wanted() string { return "a string that matches " + k.Pattern.String() }

func (Pattern) Found(*document.Document, int) string { return "" }

// Format is the keyword format as an assertion (validation, section 7.2).
type Format struct {
	Name  string
	Check format.Checker
}

func (Format) Keyword() string { return "format" }

func (k Format) Valid(d *document.Document, at int) bool {
	return d.Kind(at) != document.String || k.Check(d.Text(at))
}

func (k Format) Wanted() string {
	if says, ok := formatWords[k.Name]; ok {
		return says
	}
	return "a string of the format " + k.Name
}

func (Format) Found(*document.Document, int) string { return "" }

// formatWords says what a format is where its name alone does not, with an example.
var formatWords = map[string]string{
	"date-time":     "a date-time with offset such as 2026-11-01T09:30:00Z (RFC 3339)",
	"date":          "a date such as 2026-11-01 (RFC 3339)",
	"time":          "a time with offset such as 09:30:00Z (RFC 3339)",
	"duration":      "a duration such as P1DT12H (ISO 8601)",
	"email":         "an email address",
	"hostname":      "a host name",
	"ipv4":          "an IPv4 address",
	"ipv6":          "an IPv6 address",
	"uri":           "a URI with scheme such as https://example.com/ (RFC 3986)",
	"uri-reference": "a URI or a relative reference (RFC 3986)",
	"uuid":          "a UUID such as 2eb8aa08-aa98-11ea-b4aa-73b441d16380",
	"json-pointer":  "a JSON Pointer such as /a/0 (RFC 6901)",
	"regex":         "a regular expression (ECMA-262)",
}
