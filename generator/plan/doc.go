package plan

import (
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// doc is the text of a schema's description, or else of its title, a paragraph an entry. What is deprecated
// ends in a paragraph as Go's tools look for it, whichever way the schema says so: by the keyword deprecated, by
// the message that editors show (deprecationMessage), or by the first word of its description.
func doc(s *rule.Schema) []string {
	text := annotated(s, "description")
	if text == "" {
		text = annotated(s, "title")
	}
	reason := annotated(s, "deprecationMessage")
	if d := s.Annotation("deprecated"); reason == "" && d.Kind() == document.Boolean && d.True() {
		reason = "the schema marks it so."
	}
	if rest, is := afterDeprecated(text); is {
		switch {
		case rest == "" && reason == "":
			reason = "the schema says so."
		case rest != "":
			reason = rest
		}
		text = ""
	}
	var list []string
	if text != "" {
		list = append(list, text)
	}
	if reason != "" {
		list = append(list, "Deprecated: "+reason)
	}
	return list
}

// annotated is the text of an annotation, "" where it is absent or is not a string.
func annotated(s *rule.Schema, keyword string) string {
	return strings.TrimSpace(s.Annotation(keyword).TextOr(""))
}

// afterDeprecated is what follows a first word "deprecated" that stands apart, as in "DEPRECATED: use b" and
// "[Deprecated] use b". "Deprecated features" is a text about something else.
func afterDeprecated(text string) (rest string, is bool) {
	const word = "deprecated"
	bare := strings.TrimLeft(text, "[(*_")
	if len(bare) < len(word) || !strings.EqualFold(bare[:len(word)], word) {
		return "", false
	}
	rest = strings.TrimLeft(bare[len(word):], "])*_:.,;!- ")
	apart := rest == "" || strings.ContainsAny(bare[len(word):len(bare)-len(rest)], "])*_:.,;!-")
	return rest, apart
}
