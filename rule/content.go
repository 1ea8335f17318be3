package rule

import (
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"io"
	"mime/quotedprintable"
	"strings"

	"github.com/assaykit/assay/document"
)

// Content is what contentEncoding, contentMediaType and contentSchema say together of the text within a string (validation,
// section 8). They are annotations, and assertions where a schema is compiled so.
type Content struct {
	Encoding  string // "" where the text stands as it is
	MediaType string // "" where nothing is said of it
	Schema    *Schema
}

// decoders undo the encodings of contentEncoding (RFC 4648; RFC 2045, section 6).
var decoders = map[string]func(string) ([]byte, error){
	"base64":           base64.StdEncoding.Strict().DecodeString,
	"base64url":        base64.URLEncoding.Strict().DecodeString,
	"base32":           base32.StdEncoding.DecodeString,
	"base32hex":        base32.HexEncoding.DecodeString,
	"base16":           hex.DecodeString,
	"quoted-printable": func(s string) ([]byte, error) { return io.ReadAll(quotedprintable.NewReader(strings.NewReader(s))) },
	"7bit":             asItIs,
	"8bit":             asItIs,
	"binary":           asItIs,
	"":                 asItIs,
}

func asItIs(s string) ([]byte, error) { return []byte(s), nil }

// KnowsEncoding reports whether an encoding can be undone.
func KnowsEncoding(name string) bool {
	_, ok := decoders[strings.ToLower(name)]
	return ok
}

// decode is the text within a string; ok is false where it is not encoded so.
func (k Content) decode(d *document.Document, at int) (text []byte, ok bool) {
	decoder, known := decoders[strings.ToLower(k.Encoding)]
	if !known {
		return nil, false
	}
	// The decoders of package base64 and base32 pass over line breaks, which RFC 4648 does not allow.
	s := d.Text(at)
	if strings.HasPrefix(strings.ToLower(k.Encoding), "base") && strings.ContainsAny(s, "\r\n") {
		return nil, false
	}
	text, err := decoder(s)
	return text, err == nil
}

// isJSON reports whether a media type is JSON's (RFC 8259, section 11; RFC 6839, section 3.1).
func isJSON(mediaType string) bool {
	essence, _, _ := strings.Cut(strings.ToLower(mediaType), ";")
	essence = strings.TrimSpace(essence)
	return essence == "application/json" || strings.HasSuffix(essence, "+json")
}

// inner is the document within a string that holds JSON; ok is false where it holds none. It is nil where the
// media type is another.
func (k Content) inner(d *document.Document, at int) (inner *document.Document, ok bool) {
	text, ok := k.decode(d, at)
	if !ok || !isJSON(k.MediaType) {
		return nil, ok
	}
	inner, err := document.Parse(text)
	return inner, err == nil
}

func (k Content) Subschemas() []*Schema {
	if k.Schema == nil {
		return nil
	}
	return []*Schema{k.Schema}
}

// Keyword is the one of the three that demands most.
func (k Content) Keyword() string {
	switch {
	case k.Schema != nil:
		return "contentSchema"
	case k.MediaType != "":
		return "contentMediaType"
	}
	return "contentEncoding"
}

func (k Content) Valid(r *Run, at int) bool {
	if r.Document.Kind(at) != document.String {
		return true
	}
	inner, ok := k.inner(r.Document, at)
	if inner != nil {
		ok = k.Schema == nil || r.within(k.Schema, inner)
		inner.Release()
	}
	return ok
}

func (k Content) Explain(x *Explanation, at int) bool {
	d := x.Document
	if d.Kind(at) != document.String {
		return true
	}
	if _, ok := k.decode(d, at); !ok {
		x.Report("contentEncoding", "a string in the encoding "+k.Encoding, "", at)
		return false
	}
	inner, ok := k.inner(d, at)
	if !ok {
		x.Report("contentMediaType", "text of the media type "+k.MediaType, "", at)
		return false
	}
	if inner == nil || k.Schema == nil {
		return true
	}
	values := x.values
	if x.sensitive(at) {
		values = HideValues
	}
	if x.within(k.Schema, inner) {
		return true
	}
	found := k.Schema.explain(inner, values, x.effort, func() {}) // a string in a string in a string must not have a new effort each
	if found.Secret {
		x.secrets.mark(at) // the string holds what no report may show
	}
	x.Report("contentSchema", "JSON that the schema of contentSchema accepts", "", at, within(found.Violations)...)
	return false
}

// within are violations by a document that stands within a string: their places are none of the file.
func within(list []Violation) []Violation {
	for i := range list {
		v := &list[i]
		v.Position, v.Start, v.End = document.Position{}, 0, 0
		v.Causes = within(v.Causes)
	}
	return list
}
