package rule

import (
	"strings"

	"github.com/assaykit/assay/document"
)

// Types is a set of the types that the keyword type names: a bit for each kind of
// value, and one for integer, which is a kind of number.
type Types uint16

// The types by their names in schemas (validation, section 6.1.1).
const (
	TypeNull    = Types(1) << document.Null
	TypeBoolean = Types(1) << document.Boolean
	TypeNumber  = Types(1) << document.Number
	TypeString  = Types(1) << document.String
	TypeArray   = Types(1) << document.Array
	TypeObject  = Types(1) << document.Object
	TypeInteger = Types(1) << 8
)

// typeNames has the types in the order in which they are written.
var typeNames = []struct {
	is            Types
	name, article string
}{
	{TypeString, "string", "a string"},
	{TypeInteger, "integer", "an integer"},
	{TypeNumber, "number", "a number"},
	{TypeBoolean, "boolean", "a boolean"},
	{TypeArray, "array", "an array"},
	{TypeObject, "object", "an object"},
	{TypeNull, "null", "null"},
}

// ParseType is the set of the one type that a schema names; ok is false for a name that is no type.
func ParseType(name string) (t Types, ok bool) {
	for _, row := range typeNames {
		if row.name == name {
			return row.is, true
		}
	}
	return 0, false
}

// Has reports whether all types of u are in t.
func (t Types) Has(u Types) bool { return t&u == u }

// String lists the types with their articles, to follow "wanted".
func (t Types) String() string {
	var words []string
	for _, row := range typeNames {
		if t&row.is != 0 {
			words = append(words, row.article)
		}
	}
	return either(words)
}

// either joins words by commas and, before the last, "or".
func either(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
	return strings.Join(words, "")
}

// all joins words by commas and, before the last, "and".
func all(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// Type is the keyword type (validation, section 6.1.1). In draft 4 only a number written without
// fraction and exponent is an integer; later, 1.0 is one, too.
type Type struct {
	Types Types
	// Literal is draft 4's meaning of integer.
	Literal bool
}

func (Type) Keyword() string { return "type" }

func (k Type) Valid(d *document.Document, at int) bool {
	kind := d.Kind(at)
	if k.Types>>kind&1 != 0 {
		return true
	}
	if kind != document.Number || k.Types&TypeInteger == 0 {
		return false
	}
	if k.Literal {
		_, digits := document.ParseDecimal(d.Text(at))
		return digits && !strings.ContainsAny(d.Text(at), ".eE")
	}
	return d.Integer(at)
}

func (k Type) Wanted() string { return k.Types.String() }

func (k Type) Found(*document.Document, int) string { return "" }
