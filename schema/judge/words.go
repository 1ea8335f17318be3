package judge

import (
	"slices"
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
)

// words says what was found and what was wanted. Where the engine's message is of no known form it is
// given as it is.
func (f finding) words() string {
	if w := f.wanted(); w != "" {
		return "found " + f.found() + ", wanted " + w
	}
	return f.message
}

// found describes the value.
func (f finding) found() string {
	if f.inName {
		return "the name " + quote(f.text())
	}
	switch f.value.Kind() {
	case document.Null:
		return "null"
	case document.Boolean, document.Number:
		return f.value.Text()
	case document.String:
		if f.keyword == "type" {
			return "a string"
		}
		return quote(f.value.Text())
	case document.Array:
		if f.value.Len() == 0 {
			return "an empty array"
		}
		return "an array"
	case document.Object:
		return "an object"
	}
	return "this"
}

// wanted says what the metaschema demands, "" where that is not known.
func (f finding) wanted() string {
	if f.demand != "" {
		return f.demand
	}
	switch f.keyword {
	case "type":
		return kinds(f.kinds)
	case "enum", "const":
		if list, ok := strings.CutPrefix(f.message, "value must be "); ok {
			return list
		}
	case "format":
		return "text of the format " + f.formatName()
	case "minimum":
		if n, ok := between(f.message, "must be >= ", " but found"); ok {
			return "at least " + n
		}
	case "exclusiveMinimum":
		if n, ok := between(f.message, "must be > ", " but found"); ok {
			return "more than " + n
		}
	case "minItems":
		if n, ok := between(f.message, "minimum ", " items required"); ok {
			return "at least " + n + " item" + plural(n)
		}
	case "uniqueItems":
		return "items that all differ"
	case "pattern":
		if p, ok := between(f.message, "does not match pattern '", "'"); ok {
			return "text that matches " + p
		}
	case "dependencies":
		need, rest, ok := strings.Cut(strings.TrimPrefix(f.message, "property "), " is required, if ")
		if ok {
			return "the member " + need + " beside " + strings.TrimSuffix(rest, " property exists")
		}
	}
	return ""
}

// between is the part of a text after one string and before the next.
func between(text, before, after string) (string, bool) {
	_, rest, ok := strings.Cut(text, before)
	if !ok {
		return "", false
	}
	end := strings.LastIndex(rest, after)
	if end < 0 {
		return "", false
	}
	return rest[:end], true
}

func plural(n string) string {
	if n == "1" {
		return ""
	}
	return "s"
}

// kinds lists types with their articles: "an object or a boolean".
func kinds(types []string) string {
	var list []string
	for _, t := range types {
		word := "a " + t
		if strings.IndexAny(t, "aeiou") == 0 {
			word = "an " + t
		}
		if !slices.Contains(list, word) {
			list = append(list, word)
		}
	}
	if n := len(list); n > 2 {
		list = []string{strings.Join(list[:n-1], ", "), list[n-1]}
	}
	return strings.Join(list, " or ")
}

// quote puts a text in quotes, cut where it is long.
func quote(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return strconv.Quote(string(runes[:most])) + "…"
	}
	return strconv.Quote(text)
}
