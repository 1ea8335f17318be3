package schema

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// lost is a fragment that leads to nothing.
type lost struct {
	at    document.Value // how far it leads
	why   string         // what is missing there, with a colon in front
	meant string         // the fragment that it may have been meant for, "" where none is near
	names string         // else what is there
}

// hintless is how many problems there may be before no fragments are looked for that others are near to: looking takes time.
const hintless = 50

// lose finds out where a fragment loses its way.
func (c *compiler) lose(r *resource, fragment string) lost {
	if r.within != nil {
		r = r.within
	}
	l := lost{at: r.root}
	if len(c.problems) < hintless {
		l.meant = c.meant(r, fragment)
	}
	if !strings.HasPrefix(fragment, "/") {
		l.why = fmt.Sprintf(": it has no anchor %q", fragment)
		return l
	}
	passed := ""
	for token := range strings.SplitSeq(fragment[1:], "/") {
		v := c.child(l.at, token)
		if v.IsZero() {
			l.why = ": " + missing(l.at, passed, token)
			if last := passed[strings.LastIndexByte(passed, '/')+1:]; definitionsName(last) && l.at.Kind() == document.Object && l.at.Len() > 0 {
				l.names = listed(l.at, passed)
			}
			break
		}
		l.at, passed = v, passed+"/"+token
	}
	return l
}

// missing says what is not at a value, by a reference token.
func missing(v document.Value, pointer, token string) string {
	where := "#" + pointer
	if pointer == "" {
		where = "the document"
	}
	switch v.Kind() {
	case document.Object:
		return fmt.Sprintf("%s has no member %q", where, document.UnescapePointer(token))
	case document.Array:
		if strings.Trim(token, "0123456789") == "" {
			return fmt.Sprintf("%s has only %s", where, rule.Count(v.Len(), "item"))
		}
	}
	return fmt.Sprintf("%s is %s", where, kindWord(v))
}

// wanted ends a message about the fragment. quoted is how a fragment is shown.
func (l lost) wanted(what string, quoted func(fragment string) string) string {
	switch {
	case l.meant != "":
		return l.why + ", did you mean " + quoted(l.meant) + "?"
	case l.names != "":
		return l.why + ", wanted one of its schemas" + l.names
	}
	return l.why + ", wanted " + what
}

// definitionsName reports whether schemas that others refer to stand under a name.
func definitionsName(name string) bool {
	return name == "$defs" || name == "definitions" || name == "schemas"
}

// meant is the fragment that leads somewhere and differs least from one that does not: a letter or two in its tokens, or the place of
// a definition of that name.
func (c *compiler) meant(r *resource, fragment string) string {
	for _, name := range slices.Sorted(maps.Keys(r.anchors)) {
		if nearNames(name, fragment) {
			return name
		}
	}
	tokens := strings.Split(strings.TrimPrefix(fragment, "/"), "/")
	if fragment[0] == '/' {
		if p, ok := repaired(r.root, tokens); ok {
			return p
		}
	}
	last := tokens[len(tokens)-1:]
	for _, place := range []string{"/$defs", "/definitions", "/components/schemas"} {
		if held := r.root.Lookup(place); held.Kind() == document.Object {
			if p, ok := repaired(held, last); ok {
				return place + p
			}
		}
	}
	return ""
}

// repaired is the pointer below a value whose tokens are those given, or the members nearest to them.
func repaired(v document.Value, tokens []string) (pointer string, ok bool) {
	for _, token := range tokens {
		child := v.Lookup("/" + token)
		if child.IsZero() {
			if token = nearestMember(v, document.UnescapePointer(token)); token == "" {
				return "", false
			}
			child, token = v.Get(token), document.EscapePointer(token)
		}
		v, pointer = child, pointer+"/"+token
	}
	return pointer, true
}

// nearestMember is the name of a member that differs least from another name; "" where none is near.
func nearestMember(v document.Value, name string) string {
	best, least := "", 3
	for member := range v.Members() {
		text := member.Text()
		if strings.EqualFold(text, name) {
			return text
		}
		if n := rule.Edits(text, name, 3); n < least && nearNames(text, name) {
			best, least = text, n
		}
	}
	return best
}

// nearNames reports whether two names differ by a letter in three at most, and by two at most.
func nearNames(a, b string) bool {
	return 3*rule.Edits(a, b, 3) <= min(len(a), len(b), 6) || strings.EqualFold(a, b)
}
