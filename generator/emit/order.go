package emit

import (
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// canonical writes a schema document so that the order of its keywords does not show, while that of properties, which
// is the order of fields, does.
func canonical(root document.Value) string {
	return string(appendCanonical(nil, root, schemaObject, 0))
}

// role is what a value of a schema document is.
type role uint8

const (
	plainValue   role = iota // no schema that is known of
	schemaObject             // a schema, or a list of them
	schemasByName
	fieldsByName // schemas by name, whose order is that of fields
)

// roles are those of the values of keywords.
var roles = map[string]role{
	"properties": fieldsByName, "patternProperties": schemasByName, "dependentSchemas": schemasByName, "dependencies": schemasByName,
	"propertyDependencies": plainValue,
	"$defs":                schemasByName, "definitions": schemasByName,
	"items": schemaObject, "additionalItems": schemaObject, "prefixItems": schemaObject, "contains": schemaObject,
	"additionalProperties": schemaObject, "propertyNames": schemaObject, "unevaluatedItems": schemaObject,
	"unevaluatedProperties": schemaObject, "allOf": schemaObject, "anyOf": schemaObject, "oneOf": schemaObject,
	"not": schemaObject, "if": schemaObject, "then": schemaObject, "else": schemaObject, "contentSchema": schemaObject,
}

func appendCanonical(b []byte, v document.Value, is role, depth int) []byte {
	switch v.Kind() {
	case document.Array:
		b = append(b, '[')
		for i, item := range v.Items() {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendCanonical(b, item, is, depth+1)
		}
		return append(b, ']')
	case document.Object:
		return appendMembers(b, v, is, depth)
	}
	return v.Document().AppendJSON(b, v.Entry())
}

// appendMembers begins a line for each keyword of the root, for each definition and for each of the root's properties, so
// that changes are small.
func appendMembers(b []byte, v document.Value, is role, depth int) []byte {
	broken := depth == 0 || depth == 1 && (is == schemasByName || is == fieldsByName)
	b = append(b, '{')
	for i, m := range membersOf(v, is) {
		if i > 0 {
			b = append(b, ',')
		}
		if broken {
			b = append(b, '\n')
		}
		child := plainValue
		switch is {
		case plainValue:
			// It may be a schema all the same, to which a reference leads.
			if m.name == "properties" {
				child = fieldsByName
			}
		case schemaObject:
			child = roles[m.name]
		case schemasByName, fieldsByName:
			child = schemaObject
		}
		b = append(document.AppendString(b, m.name), ':')
		b = appendCanonical(b, m.value, child, depth+1)
	}
	if broken {
		b = append(b, '\n')
	}
	return append(b, '}')
}

// member is a member of an object of the schema document.
type member struct {
	name  string
	value document.Value
}

// membersOf lists the members of an object: as they come where that is the order of fields, else by name.
func membersOf(v document.Value, is role) []member {
	var list []member
	for name, value := range v.Members() {
		list = append(list, member{name.Text(), value})
	}
	if is != fieldsByName {
		slices.SortFunc(list, func(a, b member) int { return strings.Compare(a.name, b.name) })
	}
	return list
}
