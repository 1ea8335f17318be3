package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// steps lead from the root of a document to its instances. Without any the document is the instance.
type steps []step

// step is a token of a JSON Pointer (RFC 6901), or every item or member.
type step struct {
	name  string
	every bool
}

// parseSteps reads a pointer such as /data/items/*. A star is ~2, as a slash is ~1, where it is a member name.
func parseSteps(text string) (steps, error) {
	s := steps{}
	if text == "" {
		return s, nil
	}
	if text[0] != '/' {
		return nil, fmt.Errorf("found %q, wanted a JSON Pointer such as /data/items/*", text)
	}
	for token := range strings.SplitSeq(text[1:], "/") {
		name, err := nameOf(token)
		if err != nil {
			return nil, fmt.Errorf("found %q, wanted %w", text, err)
		}
		s = append(s, step{name, token == "*"})
	}
	return s, nil
}

// nameOf undoes the escapes of a token.
func nameOf(token string) (string, error) {
	if strings.Contains(strings.NewReplacer("~0", "", "~1", "", "~2", "").Replace(token), "~") {
		return "", errors.New("~0 for a tilde, ~1 for a slash (RFC 6901) and ~2 for a star")
	}
	return strings.NewReplacer("~0", "~", "~1", "/", "~2", "*").Replace(token), nil
}

// String is the pointer.
func (s steps) String() string {
	var b strings.Builder
	for _, t := range s {
		token := document.EscapePointer(t.name)
		if !t.every && token == "*" {
			token = "~2"
		}
		b.WriteString("/" + token)
	}
	return b.String()
}

// reached is a value in a document.
type reached struct {
	entry   int
	pointer string
}

// find gives the values that the steps lead to, in order, and what is in the way of others.
func (s steps) find(d *document.Document) (list []reached, lost []rule.Violation) {
	list = []reached{{0, ""}}
	places := document.NewLocator(d) // lost values may be as many as there are items
	for _, t := range s {
		var next []reached
		for _, from := range list {
			to, missing := follow(d, from, t)
			if missing != "" {
				lost = append(lost, rule.Violation{Fault: rule.CodeNothingAt, InstanceLocation: from.pointer, Position: places.Position(from.entry),
					Found: missing, Wanted: "what " + s.String() + " leads to"})
			}
			next = append(next, to...)
		}
		list = next
	}
	return list, lost
}

// follow takes a step from a value; missing is what is there instead.
func follow(d *document.Document, from reached, t step) (to []reached, missing string) {
	v := d.Value(from.entry)
	add := func(token string, value document.Value) {
		to = append(to, reached{value.Entry(), from.pointer + "/" + document.EscapePointer(token)})
	}
	kind := v.Kind()
	switch {
	case kind != document.Object && kind != document.Array:
		return nil, "a " + kind.String()
	case !t.every:
		value := v.Lookup("/" + document.EscapePointer(t.name))
		switch {
		case !value.IsZero():
			add(t.name, value)
		case kind == document.Object:
			missing = fmt.Sprintf("no member %q%s", t.name, membersOf(v))
		default:
			missing = fmt.Sprintf("no item %q in an array of %d", t.name, v.Len())
		}
	case kind == document.Object:
		for name, value := range v.Members() {
			add(name.Text(), value)
		}
	default:
		for i, item := range v.Items() {
			add(strconv.Itoa(i), item)
		}
	}
	return to, missing
}

// membersOf says what members an object has, if they are few.
func membersOf(v document.Value) string {
	const most = 5
	if v.Len() == 0 || v.Len() > most {
		return ""
	}
	var names []string
	for name := range v.Members() {
		names = append(names, fmt.Sprintf("%q", name.Text()))
	}
	return " beside " + strings.Join(names, ", ")
}
