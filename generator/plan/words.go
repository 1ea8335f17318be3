package plan

import (
	"go/token"
	"strings"
	"unicode"

	"github.com/assaykit/assay/rule"
)

// speller writes the words of names as Go's own style has them: initialisms in capitals. It has each by its
// small letters.
type speller map[string]string

// newSpeller knows the common initialisms, and those given, each written as it is to be.
func newSpeller(more []string) speller {
	sp := speller{"oauth": "OAuth", "oauth2": "OAuth2"}
	for _, w := range strings.Fields(`acl api ascii aws cli cpu css csv db dns eof gcp gpu grpc guid html http https id ip json
		jwt lhs mime os pdf qps ram rhs rpc sdk sla smtp sql ssh ssl tcp tls ttl udp ui uid uuid uri url utf8 vm xml xmpp xsrf xss yaml`) {
		sp[w] = strings.ToUpper(w)
	}
	for _, w := range strings.Fields("acl api cpu gpu id ip pdf uid uuid uri url vm") {
		sp[w+"s"] = strings.ToUpper(w) + "s"
	}
	for _, w := range more {
		sp[strings.ToLower(w)] = w
	}
	return sp
}

// words splits a name as it is found in schemas at punctuation and where small letters meet capitals.
func words(name string) []string {
	var list []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			list = append(list, string(word))
			word = nil
		}
	}
	runes := []rune(name)
	for i, r := range runes {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			flush()
			continue
		}
		if unicode.IsUpper(r) && i > 0 {
			lowerBefore := unicode.IsLower(runes[i-1]) || unicode.IsDigit(runes[i-1])
			lowerBehind := i+1 < len(runes) && unicode.IsLower(runes[i+1])
			if lowerBefore || lowerBehind && unicode.IsUpper(runes[i-1]) {
				flush()
			}
		}
		word = append(word, r)
	}
	flush()
	return list
}

// punctuation names the characters that words drops, for names that differ in nothing else.
var punctuation = map[rune]string{
	'-': "Dash", '_': "Underscore", '.': "Dot", '/': "Slash", '$': "Dollar", '@': "At", '#': "Hash", '+': "Plus",
	'*': "Star", ' ': "Space", ':': "Colon", '%': "Percent", '&': "And", '!': "Bang", '?': "Question", '=': "Equals",
	'<': "Less", '>': "Greater", '~': "Tilde", '^': "Caret", '|': "Bar", ',': "Comma", ';': "Semicolon", '(': "Open",
	')': "Close", '[': "OpenBracket", ']': "CloseBracket", '{': "OpenBrace", '}': "CloseBrace", '\'': "Quote", '"': "DoubleQuote",
	'\\': "Backslash", '`': "Backquote",
}

// spelled is the name with its punctuation written out.
func spelled(name string) string {
	var b strings.Builder
	for _, r := range name {
		if word, ok := punctuation[r]; ok {
			b.WriteString(" " + word + " ")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// letterCase says how a name is written, for names that differ in that alone.
func letterCase(name string) string {
	switch {
	case name == strings.ToLower(name):
		return "lower"
	case name == strings.ToUpper(name):
		return "upper"
	}
	return "mixed"
}

// exported makes an exported Go name of names found in schemas. It is "" where there is no letter or digit in them.
func (sp speller) exported(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		for _, w := range words(name) {
			if known, ok := sp[strings.ToLower(w)]; ok {
				b.WriteString(known)
				continue
			}
			runes := []rune(w)
			b.WriteString(string(unicode.ToUpper(runes[0])) + string(runes[1:]))
		}
	}
	text := b.String()
	if text == "" {
		return ""
	}
	// A digit cannot begin a Go name, nor can a letter without case begin an exported one.
	if !token.IsExported(text) {
		text = "X" + text
	}
	if !token.IsIdentifier(text) {
		return ""
	}
	return text
}

// variants are names made of one found in a schema, the shortest first. kind is a word for what has the name.
func (sp speller) variants(name, kind string) []string {
	return []string{sp.exported(name), sp.exported(spelled(name)), sp.exported(name, kind), sp.exported(letterCase(name), spelled(name), kind)}
}

// singular is the name of one of several things; it is "" where the name is no plural that it knows.
func singular(name string) string {
	lower := strings.ToLower(name)
	for _, row := range []struct{ ending, instead string }{
		{"ies", "y"}, {"sses", "ss"}, {"shes", "sh"}, {"tches", "tch"}, {"xes", "x"},
		{"ses", "-"}, {"ss", "-"}, {"us", "-"}, {"is", "-"}, {"s", ""},
	} {
		if stem := len(name) - len(row.ending); strings.HasSuffix(lower, row.ending) && stem > 1 {
			if row.instead == "-" {
				return ""
			}
			return name[:stem] + row.instead
		}
	}
	return ""
}

// short is the title of a schema as a name, where it is no more than a few words.
func (sp speller) short(s *rule.Schema) string {
	title := s.Annotation("title").TextOr("")
	if len(words(title)) > 3 {
		return ""
	}
	return sp.exported(title)
}
