package main

import (
	"fmt"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
)

// steps lead from the root of a document to its instances: the tokens of a JSON Pointer (RFC 6901), of which * is every item or
// member. Without any the document is the instance.
type steps []string

// parseSteps reads a pointer such as /data/items/*. A member that is called * is among those that * leads to, and cannot be
// asked for alone.
func parseSteps(text string) (s steps, err error) {
	if text == "" {
		return nil, nil
	}
	if text[0] != '/' {
		return nil, fmt.Errorf("found %q, wanted a JSON Pointer such as /data/items/*", text)
	}
	for token := range strings.SplitSeq(text[1:], "/") {
		if strings.Contains(strings.NewReplacer("~0", "", "~1", "").Replace(token), "~") {
			return nil, fmt.Errorf("found %q, wanted ~0 for a tilde and ~1 for a slash (RFC 6901)", text)
		}
		s = append(s, document.UnescapePointer(token))
	}
	return s, nil
}

// String is the pointer.
func (s steps) String() string {
	var b strings.Builder
	for _, token := range s {
		b.WriteString("/" + document.EscapePointer(token))
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
	for _, token := range s {
		var next []reached
		for _, from := range list {
			to, missing := follow(d, from, token)
			if missing != "" {
				lost = append(lost, rule.Violation{Fault: rule.CodeNothingAt, InstanceLocation: from.pointer, Position: d.Position(from.entry),
					Found: missing, Wanted: "what --at " + s.String() + " leads to"})
			}
			next = append(next, to...)
		}
		list = next
	}
	return list, lost
}

// follow takes a step from a value; missing is what is there instead.
func follow(d *document.Document, from reached, token string) (to []reached, missing string) {
	v := d.Value(from.entry)
	add := func(token string, value document.Value) {
		to = append(to, reached{value.Entry(), from.pointer + "/" + document.EscapePointer(token)})
	}
	switch kind := v.Kind(); {
	case kind == document.Object && token == "*":
		for name, value := range v.Members() {
			add(name.Text(), value)
		}
	case kind == document.Object:
		value := v.Get(token)
		if value.IsZero() {
			return nil, fmt.Sprintf("no member %q%s", token, membersOf(v))
		}
		add(token, value)
	case kind == document.Array:
		for i, item := range v.Items() {
			if index := fmt.Sprint(i); token == "*" || token == index {
				add(index, item)
			}
		}
		if len(to) == 0 && token != "*" {
			return nil, fmt.Sprintf("no item %q in an array of %d", token, v.Len())
		}
	default:
		return nil, "a " + kind.String()
	}
	return to, ""
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

// parts hands on the instances within a document. What is not there makes it invalid, whatever is wanted of the instances.
func (b *batch) parts(whole instance, yield func(instance)) {
	next := func(pointer string) instance {
		b.parted++
		i := instance{result: whole.result}
		i.result.Record, i.result.Records, i.result.At = b.parted, true, pointer
		return i
	}
	if whole.err != nil {
		i := next("")
		i.err = whole.err
		yield(i)
		return
	}
	list, lost := b.at.find(whole.document)
	for _, s := range list {
		i := next(s.pointer)
		i.document = whole.document.Part(s.entry)
		yield(i)
	}
	if len(lost) > 0 {
		i := next("")
		i.err, i.lost = &rule.Error{Violations: lost}, true
		yield(i)
	} else if len(list) == 0 {
		where := b.name
		if whole.result.Records {
			where = fmt.Sprintf("%s: record %d", b.name, whole.result.Record)
		}
		b.notes = append(b.notes, fmt.Sprintf("%s: warning: found no value at %s, so that nothing of it was checked", where, b.at))
	}
}

// number lets the instances of a file that is read in batches have numbers one after the other.
func (v *validation) number(b *batch, r *report.Result) {
	if b.at == nil {
		return
	}
	if b.first <= 1 && r.Record == 1 {
		v.parted = 0
	}
	v.parted++
	r.Record = v.parted
}
