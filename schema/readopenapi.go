package schema

import (
	"maps"
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/rule/format"
)

// FormatNames are the formats that some specification defines: those of the drafts, and those of OpenAPI's registry.
func FormatNames() []string {
	return slices.Concat(format.Names(), slices.Sorted(maps.Keys(openAPIFormats)))
}

// openAPIFormats are the formats of OpenAPI's registry that are annotations and no more.
var openAPIFormats = map[string]bool{
	"int8": true, "int16": true, "int32": true, "int64": true, "uint8": true, "uint16": true, "uint32": true, "uint64": true,
	"single-int": true, "double-int": true, "float": true, "double": true, "decimal": true, "decimal128": true,
	"byte": true, "binary": true, "base64url": true, "password": true, "char": true, "html": true, "commonmark": true,
	"media-range": true, "http-date": true,
	"sf-binary": true, "sf-boolean": true, "sf-decimal": true, "sf-integer": true, "sf-string": true, "sf-token": true,
}

// readTypeOpenAPI reads the type of OpenAPI 3.0, which is one, and null beside it where nullable says so (3.0.3, section
// 4.7.24.1).
func readTypeOpenAPI(r *reader, k *keyword, v document.Value) {
	if v.Kind() != document.String {
		r.wants(k, v, "a type's name")
		return
	}
	is, ok := rule.ParseType(v.Text())
	if !ok || is == rule.TypeNull {
		r.fail(k, v, "found %q, wanted one of array, boolean, integer, number, object and string; nullable: true beside it lets in null", v.Text())
		return
	}
	if nullable, ok := r.beside("nullable"); ok && nullable.True() {
		is |= rule.TypeNull
	}
	r.assert(rule.Type{Types: is, Literal: true})
}

// readTypeSwagger reads the type of Swagger 2.0: as in draft 4, and file, which says that a response is no JSON.
func readTypeSwagger(r *reader, k *keyword, v document.Value) {
	if v.Kind() == document.String && v.Text() == "file" {
		annotation(r, k, v)
		return
	}
	readType(r, k, v)
}

// readNullable warns where the keyword says nothing: it only adds to type.
func readNullable(r *reader, k *keyword, v document.Value) {
	if v.Kind() != document.Boolean {
		r.wants(k, v, "a boolean")
		return
	}
	annotation(r, k, v)
	if !v.True() {
		return
	}
	if _, ok := r.beside("type"); !ok {
		r.warn(CodeIgnoredKeyword, v, "nullable: found it without type beside it, where it checks nothing and lets in nothing")
		return
	}
	if enum, ok := r.beside("enum"); ok && !hasNull(enum) {
		r.warn(CodeIgnoredKeyword, v, "nullable: found it beside an enum without null, which does not let in null")
	}
}

func hasNull(list document.Value) bool {
	for _, item := range list.Items() {
		if item.Kind() == document.Null {
			return true
		}
	}
	return false
}

// readDiscriminator keeps the annotation that says which member tells the branches of oneOf or anyOf apart: an object
// with its name and which value leads to which schema; in Swagger 2.0 the name alone.
func readDiscriminator(r *reader, k *keyword, v document.Value) {
	name := v
	if r.site.resource.dialect.draft != Swagger20 {
		if !r.object(k, v, "propertyName and mapping") {
			return
		}
		name = v.Get("propertyName")
		for _, to := range v.Get("mapping").Members() {
			if to.Kind() != document.String {
				r.wants(k, to, "the name of a schema or a reference to one in a string")
			}
		}
	}
	if name.IsZero() {
		r.fail(k, v, "found no propertyName, wanted the name of a member")
	} else if name.Kind() != document.String {
		r.wants(k, name, "the name of a member in a string")
	}
	annotation(r, k, v)
}
