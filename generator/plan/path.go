package plan

import (
	"net/url"
	"path"
	"strings"

	"github.com/assaykit/assay/document"
)

// route is the way to a schema as words for names: where it starts (a definition, or the document) and what
// leads on from there.
type route struct {
	document string   // the stem of the document's name
	base     []string // keys of the definitions passed, outermost first
	steps    []string // the words behind the innermost definition
	tokens   []string // all of the way, keywords included
}

// structural keywords hold subschemas by name: the name is the word.
var byName = map[string]bool{
	"properties": true, "patternProperties": true, "dependentSchemas": true, "dependencies": true, "propertyDependencies": true,
}

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
	var r route
	stem := path.Base(strings.TrimSuffix(uri, "/"))
	r.document = strings.TrimSuffix(strings.TrimSuffix(stem, path.Ext(stem)), ".schema")
	if text, err := url.PathUnescape(fragment); err == nil {
		fragment = text
	}
	tokens := strings.Split(strings.TrimPrefix(fragment, "/"), "/")
	for i := 0; i < len(tokens) && fragment != ""; i++ {
		r.tokens = append(r.tokens, document.UnescapePointer(tokens[i]))
	}
	for i := 0; i < len(tokens) && fragment != ""; i++ {
		token := document.UnescapePointer(tokens[i])
		named := i+1 < len(tokens)
		switch word, known := single[token]; {
		case definitions[token] && named:
			i++
			r.base, r.steps = append(r.base, document.UnescapePointer(tokens[i])), nil
		case byName[token] && named:
			i++
			r.steps = append(r.steps, document.UnescapePointer(tokens[i]))
		case known:
			if named && numeric(tokens[i+1]) {
				i++
				word = exported(token) + tokens[i]
			}
			r.steps = append(r.steps, word)
		default:
			r.steps = append(r.steps, token)
		}
	}
	return r
}

func numeric(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// proposals are names for what is at the route, the shortest first. root is the name of the root type, which
// stands for the document where there is no definition on the way and the document is the root's.
func (r route) proposals(root string, ofRoot bool) []string {
	start := root
	if !ofRoot {
		start = r.document
	}
	var list []string
	if n := len(r.base); n > 0 {
		for from := n - 1; from >= 0; from-- {
			list = append(list, exported(append(append([]string{}, r.base[from:]...), r.steps...)...))
		}
	}
	list = append(list, exported(append(append([]string{start}, r.base...), r.steps...)...))
	whole := append([]string{start}, r.tokens...)
	list = append(list, exported(whole...))
	for i, w := range whole {
		whole[i] = spelled(w)
	}
	return append(list, exported(whole...))
}
