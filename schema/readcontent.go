package schema

import (
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// assertsContent reports whether the keywords of content are more than annotations.
func (r *reader) assertsContent() bool {
	switch r.options.Content {
	case AssertContent:
		return true
	case AnnotateContent:
		return false
	}
	return r.options.Formats == SpecFormats && r.site.resource.dialect.draft == Draft7
}

// The three keywords become one rule, which the last of them that is there makes.

func readContentEncoding(r *reader, k *keyword, v document.Value) {
	annotation(r, k, v)
	if v.Kind() != document.String {
		r.wants(k, v, "the name of an encoding")
		return
	}
	if !r.assertsContent() {
		return
	}
	if !rule.KnowsEncoding(v.Text()) {
		r.fail(k, v, "found the encoding %q, wanted one of RFC 4648 or RFC 2045: base64, base64url, base32, base32hex, base16, quoted-printable, 7bit, 8bit or binary", v.Text())
	}
	if _, more := r.beside("contentMediaType"); !more {
		r.apply(rule.Content{Encoding: v.Text()})
	}
}

func readContentMediaType(r *reader, k *keyword, v document.Value) {
	annotation(r, k, v)
	if v.Kind() != document.String {
		r.wants(k, v, "a media type")
		return
	}
	if !r.assertsContent() {
		return
	}
	rows := rule.Content{Encoding: r.site.value.Get("contentEncoding").TextOr(""), MediaType: v.Text()}
	if schema, ok := r.beside("contentSchema"); ok {
		rows.Schema = r.sub(schema, "contentSchema")
	}
	r.apply(rows)
}

// readContentSchema keeps the annotation; without contentMediaType beside it the keyword says nothing.
func readContentSchema(r *reader, k *keyword, v document.Value) { annotation(r, k, v) }
