package schema

import "github.com/assaykit/assay/document"

// declares are the keywords beside properties that may say what members there are, in this schema or in one that it applies.
var declares = []string{
	"$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "if", "then", "else", "not", "dependentSchemas", "dependencies",
	"patternProperties", "unevaluatedProperties",
}

// undeclared warns of names in required that properties beside it does not declare, for nothing checks what they hold: where a
// declared name looks like it, and where additionalProperties refuses it, so that no object can be valid. Other names may
// be declared by a schema that applies this one.
func (r *reader) undeclared(required document.Value) {
	properties, ok := r.beside("properties")
	if !ok || properties.Kind() != document.Object || required.Kind() != document.Array {
		return
	}
	for _, keyword := range declares {
		if _, there := r.beside(keyword); there {
			return
		}
	}
	additional, _ := r.beside("additionalProperties")
	refused := !additional.IsZero() && additional.Kind() == document.Boolean && !additional.True()
	for _, name := range required.Items() {
		if name.Kind() != document.String || !properties.Get(name.Text()).IsZero() {
			continue
		}
		switch meant := nearestMember(properties, name.Text()); {
		case meant != "" && properties.Len() > 0 && !lists(required, meant):
			r.warn(CodeUndeclared, name, "required: found %q, which properties does not declare, did you mean %q?", name.Text(), meant)
		case refused:
			r.warn(CodeUndeclared, name, "required: found %q, which properties does not declare and additionalProperties refuses: no object is valid", name.Text())
		}
	}
}

// lists reports whether an array has a string.
func lists(array document.Value, text string) bool {
	for _, item := range array.Items() {
		if item.Kind() == document.String && item.Text() == text {
			return true
		}
	}
	return false
}
