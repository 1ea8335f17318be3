package rule

import (
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
)

// Messages are the words that a schema has for its violations (the keywords x-message and errorMessage), instead of ours. They go for the
// schema and for those within it that have none of their own.
type Messages struct {
	// Keywords are those for single keywords of the schema, and for what they apply.
	Keywords map[string]string
	// Missing are those for single members, by the keyword that demands them.
	Missing map[string]map[string]string
	// Properties are those for what is wrong with the values of members, Items for items by their index.
	Properties map[string]string
	Items      []string
	// Others is the one for all else; "" where there is none.
	Others string
}

// worded is a schema with messages that is being evaluated.
type worded struct {
	schema *Schema
	at     int // the entry of its instance
	depth  int // the length of its keyword location
}

// word gives a violation at an entry the words of the innermost schema that has some for it.
func (x *Explanation) word(v *Violation, at int) {
	for i := len(x.worded) - 1; i >= x.apart; i-- {
		w := x.worded[i]
		if text := x.message(w, v, at); text != "" {
			v.Worded = x.fill(text, w.at)
			return
		}
	}
}

// message is what a schema has to say of a violation; "" where it has nothing.
func (x *Explanation) message(w worded, v *Violation, at int) string {
	m := w.schema.Messages
	keyword, own := v.Keyword, len(x.path) == w.depth
	if !own {
		keyword = document.UnescapePointer(x.path[w.depth])
	}
	if own && len(m.Missing[keyword]) > 0 {
		if text := x.missingMessage(w, keyword); text != "" {
			return text
		}
	}
	if text := m.Keywords[keyword]; text != "" {
		return text
	}
	if child := x.childToken(w, at); child != "" {
		switch x.Document.Kind(w.at) {
		case document.Object:
			if text := m.Properties[document.UnescapePointer(child)]; text != "" {
				return text
			}
		case document.Array:
			if i, err := strconv.Atoi(child); err == nil && i < len(m.Items) && m.Items[i] != "" {
				return m.Items[i]
			}
		}
	}
	return m.Others
}

// childToken is the reference token of the child of a schema's instance that an entry is in; "" where no child has a message.
func (x *Explanation) childToken(w worded, at int) string {
	if at == w.at || len(w.schema.Messages.Properties)+len(w.schema.Messages.Items) == 0 {
		return ""
	}
	rest, within := strings.CutPrefix(x.pointer(at), x.pointer(w.at)+"/")
	if !within {
		return ""
	}
	token, _, _ := strings.Cut(rest, "/")
	return token
}

// pointer is the JSON Pointer of an entry.
func (x *Explanation) pointer(at int) string {
	if x.record != nil {
		return x.record.locator.Pointer(at)
	}
	return x.places.Pointer(at)
}

// missingMessage has the messages for members that are missing, and names those that have none. It is "" where no missing one has any.
func (x *Explanation) missingMessage(w worded, keyword string) string {
	messages := w.schema.Messages.Missing[keyword]
	var said, unsaid []string
	for _, a := range w.schema.Assertions {
		switch k := a.(type) {
		case Required:
			if keyword != k.Keyword() {
				continue
			}
			for _, name := range missing(x.Document, w.at, k.Names) {
				if text := messages[name]; text != "" {
					said = append(said, text)
				} else {
					unsaid = append(unsaid, name)
				}
			}
		case DependentRequired:
			if b := k.broken(x.Document, w.at); keyword == k.Name && b != nil {
				return messages[b.On]
			}
		}
	}
	if len(said) > 0 && len(unsaid) > 0 {
		said = append(said, "found no "+membersFound(unsaid))
	}
	return strings.Join(said, "; ")
}

// fill puts values of the instance in the places that a message has for them: ${/a/b}, ${1/a} and ${0#}. They are told as in our own
// messages, so that nothing is shown that is sensitive or hidden, nor much of what is long.
func (x *Explanation) fill(text string, at int) string {
	var b strings.Builder
	for {
		before, rest, begins := strings.Cut(text, "${")
		reference, after, ends := strings.Cut(rest, "}")
		if !begins || !ends {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(before + x.referred(reference, at))
		text = after
	}
}

// referred is what a JSON Pointer, or a relative one, leads to from an entry.
func (x *Explanation) referred(reference string, at int) string {
	pointer := reference
	if up, rest, relative := relativePointer(reference); relative {
		here := x.pointer(at)
		for range up {
			i := strings.LastIndexByte(here, '/')
			if i < 0 {
				return "nothing"
			}
			here = here[:i]
		}
		if rest == "#" {
			return x.quoteName(document.UnescapePointer(here[strings.LastIndexByte(here, '/')+1:]))
		}
		pointer = here + rest
	}
	v := x.Document.Root().Lookup(pointer)
	if v.IsZero() {
		return "nothing"
	}
	return x.describe(v.Entry())
}

// relativePointer splits a relative JSON Pointer in how many steps it goes up, and where from there.
func relativePointer(s string) (up int, rest string, ok bool) {
	n := 0
	for n < len(s) && n < 4 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 {
		return 0, "", false
	}
	up, err := strconv.Atoi(s[:n])
	rest = s[n:]
	return up, rest, err == nil && (rest == "" || rest == "#" || rest[0] == '/')
}

// IsReference reports whether a text is what a message may have between ${ and }.
func IsReference(s string) bool {
	_, _, relative := relativePointer(s)
	return relative || s == "" || s[0] == '/'
}
