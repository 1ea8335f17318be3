package plan

import (
	"go/token"
	"strings"
	"unicode"
)

// initialisms are written in capitals within Go names, as Go's own style has it.
var initialisms = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`acl api ascii cpu css dns eof guid html http https id ip json lhs qps ram rhs rpc sla
		smtp sql ssh tcp tls ttl udp ui uid uuid uri url utf8 vm xml xmpp xsrf xss yaml`) {
		set[w] = true
	}
	return set
}()

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
func exported(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		for _, w := range words(name) {
			if initialisms[strings.ToLower(w)] {
				b.WriteString(strings.ToUpper(w))
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
