package plan

import (
	"net/url"
	"path"
	"strings"

	"github.com/assaykit/assay/document"
)

// route is the way to a schema, as steps whose words make its name.
type route struct {
	document string   // the stem of the document's name
	tokens   []string // all of the way, keywords included
	uri      string

	// plain are the steps that name something, and full are also those that only have a number, as the branches of anyOf, or that
	// lead to the same instance, as conditions. The words of plain may say less: those of an item are the singular of its list.
	plain, full []step
	// exact is full with an item called so behind the name of its list.
	exact  []step
	called callings
}

// location tells the place apart that the first tokens of the way lead to.
func (r route) location(tokens int) string {
	return r.uri + "#" + strings.Join(r.tokens[:tokens], "\x00")
}

// push takes in a step that names something.
func (r *route) push(word string, is stepKind) {
	r.plain = append(r.plain, step{word, is})
	r.pass(word, is)
}

// pass takes in a step that names nothing by itself.
func (r *route) pass(word string, is stepKind) {
	r.full, r.exact = append(r.full, step{word, is}), append(r.exact, step{word, is})
}

// structural keywords hold subschemas by name: the name is the word.
var byName = map[string]bool{"properties": true, "patternProperties": true}

// conditions hold subschemas by the name of the member that they depend on.
var conditions = map[string]bool{"dependentSchemas": true, "dependencies": true, "propertyDependencies": true}

// definitions hold subschemas that stand for themselves.
var definitions = map[string]bool{"$defs": true, "definitions": true, "schemas": true}

// single gives the word for keywords that hold one subschema.
var single = map[string]string{
	"items": "Item", "additionalItems": "Item", "prefixItems": "Item", "additionalProperties": "Value", "contains": "Match",
	"propertyNames": "Name", "allOf": "", "anyOf": "", "oneOf": "", "if": "If", "then": "Then", "else": "Else", "not": "Not",
}

// routeOf reads the way to a schema from its location.
func routeOf(location string) route { return callings(nil).route(location) }

// route reads the way to a schema from its location, with the words that branches on it are called by.
func (called callings) route(location string) route {
	uri, fragment, _ := strings.Cut(location, "#")
	r := route{uri: uri, called: called}
	stem := path.Base(strings.TrimSuffix(uri, "/"))
	r.document = strings.TrimSuffix(strings.TrimSuffix(stem, path.Ext(stem)), ".schema")
	if text, err := url.PathUnescape(fragment); err == nil {
		fragment = text
	}
	tokens := strings.Split(strings.TrimPrefix(fragment, "/"), "/")
	for i := 0; i < len(tokens) && fragment != ""; i++ {
		r.tokens = append(r.tokens, document.UnescapePointer(tokens[i]))
	}
	for i := 0; i < len(r.tokens); i++ {
		i += r.step(i)
	}
	return r
}

// step takes in the token at i, and says how many behind it belong to it.
func (r *route) step(i int) (more int) {
	token, next := r.tokens[i], ""
	named := i+1 < len(r.tokens)
	if named {
		next = r.tokens[i+1]
	}
	word, known := single[token]
	switch {
	case token == "components" && definitions[next]:
		return 0
	// What is no keyword, and holds schemas, holds definitions.
	case named && (definitions[token] || i == 0 && !known && !byName[token] && !conditions[token]):
		r.push(next, ofDefinition)
		return 1
	case conditions[token] && named:
		r.pass(next, ofBranch)
		return 1
	case token == "patternProperties" && named:
		r.pattern(next, i)
		return 1
	case byName[token] && named:
		r.push(next, ofMember)
		return 1
	case known && named && numeric(next):
		r.numbered(token, word, i)
		return 1
	case word == "Item" || word == "Value":
		r.plain, r.full = element(r.plain, word), element(r.full, word)
		r.exact = append(r.exact, step{word, ofElement})
	case word == "If", word == "Then", word == "Else":
		r.pass(word, ofBranch)
	case known:
		r.push(word, ofMember)
	default:
		r.push(token, ofMember)
	}
	return 0
}

// numbered takes in the step to a subschema that has a number: a branch, or the item of a tuple, which is called as any other item
// as long as it is alone.
func (r *route) numbered(keyword, word string, i int) {
	if called, ok := r.called[r.location(i+2)]; ok {
		if r.pass(called.word, called.is); called.is != ofWith {
			r.plain = append(r.plain, called)
		}
		return
	}
	if word == "" {
		r.pass(keyword+r.tokens[i+1], ofBranch)
		return
	}
	r.plain = element(r.plain, word)
	r.pass(word+r.tokens[i+1], ofMember)
}

// pattern takes in the step to members whose names match a pattern, which are called as the values of a map are. The pattern is no
// word that anyone would say, unless there are others beside it.
func (r *route) pattern(source string, i int) {
	if called, ok := r.called[r.location(i+2)]; ok {
		r.push(called.word, called.is)
		return
	}
	r.plain = element(r.plain, "Value")
	if len(words(source)) == 0 {
		source = "Value"
	}
	r.pass(source, ofMember)
}

// behind are the words of the way that are behind the innermost definition.
func (r route) behind() (list []string) {
	for _, s := range r.plain[anchor(r.plain)+1:] {
		list = append(list, s.word)
	}
	return list
}

// defined reports whether the way ends with the name of a definition.
func (r route) defined() bool {
	n := len(r.full)
	return n > 0 && r.full[n-1].is == ofDefinition
}

// ofDefinition reports whether the way ends with a definition, or with a branch of one.
func (r route) ofDefinition() bool {
	n := len(r.plain)
	return n > 0 && r.plain[n-1].is == ofDefinition
}

// definition is the key of the definition that the way ends with.
func (r route) definition() string { return r.full[len(r.full)-1].word }

// member reports whether the way ends with the name of a member.
func (r route) member() bool {
	n := len(r.tokens)
	return n > 1 && byName[r.tokens[n-2]] && !(n > 2 && byName[r.tokens[n-3]])
}

// anonymous reports whether the way ends with a branch of a list, which has a number instead of a name.
func (r route) anonymous() bool {
	n := len(r.tokens)
	return n > 1 && numeric(r.tokens[n-1]) && (r.tokens[n-2] == "anyOf" || r.tokens[n-2] == "oneOf" || r.tokens[n-2] == "allOf")
}

func numeric(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
