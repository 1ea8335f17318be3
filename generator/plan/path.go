package plan

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// route is the way to a schema as words for names: where it starts (a definition, or the document) and what
// leads on from there.
type route struct {
	document string   // the stem of the document's name
	base     []string // keys of the definitions passed, outermost first
	steps    []string // the words behind the innermost definition
	branches []string // the same with the branches of anyOf and its like, and of conditions
	tokens   []string // all of the way, keywords included
	uri      string
}

// location tells the place apart that the first tokens of the way lead to; -1 is all of them.
func (r route) location(tokens int) string {
	if tokens < 0 {
		tokens = len(r.tokens)
	}
	return r.uri + "#" + strings.Join(r.tokens[:tokens], "\x00")
}

// behind are the words of the way behind its first tokens.
func (r route) behind(tokens int) []string {
	rest := route{tokens: r.tokens[tokens:]}
	for i := 0; i < len(rest.tokens); i++ {
		i += rest.step(i)
	}
	return rest.steps
}

// push takes in a word behind the innermost definition.
func (r *route) push(word string) {
	r.steps, r.branches = append(r.steps, word), append(r.branches, word)
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
func routeOf(location string) route {
	uri, fragment, _ := strings.Cut(location, "#")
	r := route{uri: uri}
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
		r.base, r.steps, r.branches = append(r.base, next), nil, nil
		return 1
	case conditions[token] && named:
		r.branches = append(r.branches, next)
		return 1
	case byName[token] && named:
		r.push(next)
		return 1
	case known && named && numeric(next):
		if r.branches = append(r.branches, token+next); word != "" {
			r.steps = append(r.steps, token+next)
		}
		return 1
	case word == "Item" || word == "Value":
		r.element(word)
	case word == "If", word == "Then", word == "Else":
		r.branches = append(r.branches, word)
	case known:
		r.push(word)
	default:
		r.push(token)
	}
	return 0
}

// element takes in the step to an item or value, which is called by the singular of what it is within.
func (r *route) element(word string) {
	last := len(r.steps) - 1
	if last < 0 || singular(r.steps[last]) == "" {
		r.push(word)
		return
	}
	one := singular(r.steps[last])
	r.steps = append(slices.Clone(r.steps[:last]), one)
	if last := len(r.branches) - 1; singular(r.branches[last]) == one {
		r.branches = append(slices.Clone(r.branches[:last]), one)
	} else {
		r.branches = append(r.branches, word)
	}
}

// defined reports whether the way ends with the name of a definition.
func (r route) defined() bool { return len(r.base) > 0 && len(r.steps) == 0 }

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

// proposals are names for what is at the route, the shortest first. root is the name of the root type, which
// stands for the document where there is no definition on the way and the document is the root's.
func (sp speller) proposals(r route, root string, ofRoot bool) []string {
	start := root
	if !ofRoot {
		start = r.document
	}
	var list []string
	for _, steps := range [][]string{r.steps, r.branches} {
		for from := len(r.base) - 1; from >= 0; from-- {
			words := slices.Concat(r.base[from:], steps)
			list = append(list, sp.exported(words...))
			for i, w := range words {
				words[i] = spelled(w)
			}
			if r.defined() {
				list = append(list, sp.exported(words...), sp.exported(append(words, letterCase(r.base[len(r.base)-1]))...))
			}
		}
		list = append(list, sp.exported(slices.Concat([]string{start}, r.base, steps)...))
	}
	whole := slices.Concat([]string{start}, r.tokens)
	list = append(list, sp.exported(whole...))
	for i, w := range whole {
		whole[i] = spelled(w)
	}
	return append(list, sp.exported(whole...))
}
