package schema

import (
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// readMessage reads x-message, or errorMessage as ajv-errors has it: a string for all that is wrong, or an object by keyword, with
// messages for single members and items, and for all else by "_". It demands nothing, so what is wrong with it is but warned of.
func readMessage(r *reader, k *keyword, v document.Value) {
	annotation(r, k, v)
	if _, both := r.beside("x-message"); both && k.name != "x-message" {
		r.warn(CodeMessage, v, "%s: found x-message beside it, which goes before it: its messages are never shown", k.name)
		return
	}
	m := &rule.Messages{}
	switch v.Kind() {
	case document.String:
		m.Others = r.messageText(k, v)
	case document.Object:
		r.messages(k, v, m)
	default:
		r.warn(CodeMessage, v, "%s: found %s, wanted a message, or an object of messages by keyword", k.name, kindWord(v))
		return
	}
	r.schema.Messages = m
}

// messages reads those of an object.
func (r *reader) messages(k *keyword, object document.Value, m *rule.Messages) {
	m.Keywords, m.Missing = map[string]string{}, map[string]map[string]string{}
	for name, value := range object.Members() {
		keyword := name.Text()
		if keyword == "_" {
			m.Others = r.messageText(k, value)
			continue
		}
		beside := r.site.value.Get(keyword)
		if beside.IsZero() {
			r.strayMessage(k, name)
		}
		switch {
		case value.Kind() == document.Object && keyword == "properties":
			m.Properties = r.messagesByName(k, keyword, value, nameOf(beside))
		case value.Kind() == document.Object && keyword == "required":
			m.Missing[keyword] = r.messagesByName(k, keyword, value, listOf(beside))
		case value.Kind() == document.Object && (keyword == "dependentRequired" || keyword == "dependencies"):
			m.Missing[keyword] = r.messagesByName(k, keyword, value, nameOf(beside))
		case value.Kind() == document.Array && (keyword == "items" || keyword == "prefixItems"):
			for _, item := range value.Items() {
				m.Items = append(m.Items, r.messageText(k, item))
			}
		default:
			m.Keywords[keyword] = r.messageText(k, value)
		}
	}
}

// strayMessage warns of a message for a keyword that the schema does not have.
func (r *reader) strayMessage(k *keyword, name document.Value) {
	if near := nearestMember(r.site.value, name.Text()); near != "" && near != k.name {
		r.warn(CodeMessage, name, "%s: found a message for %q, which the schema does not have, did you mean %q? It is never shown", k.name, name.Text(), near)
	} else {
		r.warn(CodeMessage, name, "%s: found a message for %q, which the schema does not have: it is never shown", k.name, name.Text())
	}
}

// nameOf are the names of an object, listOf those of an array of strings.
func nameOf(object document.Value) []string {
	var names []string
	for name := range object.Members() {
		names = append(names, name.Text())
	}
	return names
}

func listOf(array document.Value) []string {
	var names []string
	for _, item := range array.Items() {
		if item.Kind() == document.String {
			names = append(names, item.Text())
		}
	}
	return names
}

// messagesByName reads messages for single members. Names that the keyword does not speak of are warned of where one that it speaks of
// looks like them; others may be let in by another keyword.
func (r *reader) messagesByName(k *keyword, keyword string, object document.Value, known []string) map[string]string {
	texts := map[string]string{}
	for name, value := range object.Members() {
		texts[name.Text()] = r.messageText(k, value)
		near, least := "", 3
		for _, word := range known {
			n := rule.Edits(word, name.Text(), 3)
			if n == 0 {
				near = ""
				break
			}
			if n < least && nearNames(word, name.Text()) {
				near, least = word, n
			}
		}
		if near != "" {
			r.warn(CodeMessage, name, "%s: found a message for %q, which %s does not have, did you mean %q?", k.name, name.Text(), keyword, near)
		}
	}
	return texts
}

// messageText reads one message, "" where it is none. Its references to values must be such.
func (r *reader) messageText(k *keyword, v document.Value) string {
	if v.Kind() != document.String {
		r.warn(CodeMessage, v, "%s: found %s, wanted a message", k.name, kindWord(v))
		return ""
	}
	text := v.Text()
	for rest := text; ; {
		_, after, begins := strings.Cut(rest, "${")
		reference, more, ends := strings.Cut(after, "}")
		if !begins || !ends {
			return text
		}
		if !rule.IsReference(reference) {
			r.warn(CodeMessage, v, "%s: found %s, wanted a JSON Pointer such as ${/a/b} or a relative one such as ${1/a}", k.name, strconv.Quote("${"+reference+"}"))
		}
		rest = more
	}
}
