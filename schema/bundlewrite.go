package schema

import (
	"net/url"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
)

// field is a member of an object to be written.
type field struct {
	name string
	text []byte
}

func (f field) is(name string) bool { return f.name == name }

func str(s string) []byte { return document.AppendString(nil, s) }

func object(fields []field) []byte {
	b := []byte{'{'}
	for i, f := range fields {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(document.AppendString(b, f.name), ':'), f.text...)
	}
	return append(b, '}')
}

// write makes the text of the bundle, without white space.
func (b *bundle) write() []byte {
	if len(b.problems) > 0 {
		return nil
	}
	home := b.parts[0]
	if b.fragment == "" {
		return b.part(home)
	}
	ref := home.uri + fragmentText(b.fragmentIn(home.resource, b.fragment))
	apply := field{"$ref", str(ref)}
	draft := home.dialect.draft
	if draft <= Draft7 {
		apply = field{"allOf", slices.Concat([]byte{'['}, object([]field{apply}), []byte{']'})}
	}
	return object([]field{
		{"$schema", str(draft.uri())},
		apply,
		{draft.definitions(), object(b.definitions(nil, b.parts))},
	})
}

// part writes a document.
func (b *bundle) part(p *part) []byte {
	if p.root.Kind() == document.Object {
		return object(b.fields(p))
	}
	if !p.identified {
		return b.value(nil, p.root)
	}
	list := p.head(nil)
	if !p.root.True() {
		list = append(list, field{"not", []byte("{}")})
	}
	return object(list)
}

// head adds what a document is identified by, $schema first, where the document itself does not have it.
func (p *part) head(list []field) []field {
	if p.dialected && !slices.ContainsFunc(list, func(f field) bool { return f.is("$schema") }) {
		list = slices.Insert(list, 0, field{"$schema", str(p.dialect.draft.uri())})
	}
	id := p.dialect.draft.identifier()
	if p.identified && p.root.Get(id).IsZero() {
		behind := slices.IndexFunc(list, func(f field) bool { return f.is("$schema") }) + 1
		list = slices.Insert(list, behind, field{id, str(p.uri)})
	}
	return list
}

// fields are the members of a document that is an object.
func (b *bundle) fields(p *part) []field {
	var list []field
	draft := p.dialect.draft
	held := len(p.holds) == 0
	for name, value := range p.root.Members() {
		f := field{name.Text(), nil}
		switch {
		case p.moved[f.name]:
			continue
		case p.lifted && f.is("$ref"):
			f = field{"allOf", b.reference(p)}
		case p.identified && f.is(draft.identifier()):
			f.text = str(p.id(value))
		case p.dialected && f.is("$schema"):
			f.text = str(draft.uri())
		case !held && f.is(draft.definitions()):
			f.text, held = b.holding(p, value), true
		default:
			f.text = b.value(nil, value)
		}
		list = append(list, f)
	}
	if !held {
		list = append(list, field{draft.definitions(), object(b.definitions(nil, p.holds))})
	}
	return p.head(list)
}

// reference is allOf of a document that is a reference: the reference with what is ignored beside it.
func (b *bundle) reference(p *part) []byte {
	var list []field
	for name, value := range p.root.Members() {
		if n := name.Text(); n == "$ref" || p.moved[n] {
			list = append(list, field{n, b.value(nil, value)})
		}
	}
	return slices.Concat([]byte{'['}, object(list), []byte{']'})
}

// id is the identifier of a document whose own is the value.
func (p *part) id(own document.Value) string {
	u, err := url.Parse(own.TextOr(""))
	switch {
	case err != nil:
		return p.uri
	case u.Scheme != "" && sameDocument(u, p.uri):
		return own.Text()
	case strings.HasPrefix(own.TextOr(""), "#") && p.dialect.draft <= Draft7 && !p.lifted:
		return p.uri + fragmentText(u.Fragment)
	}
	return p.uri
}

// holding writes the definitions of a document along with the documents that it is to hold.
func (b *bundle) holding(p *part, own document.Value) []byte {
	if own.Kind() != document.Object {
		b.fail(CodeBundle, p.source, own, "%s: found %s, wanted an object, to put the other documents there", p.dialect.draft.definitions(), kindWord(own))
		return nil
	}
	var list []field
	for name, value := range own.Members() {
		list = append(list, field{name.Text(), b.value(nil, value)})
	}
	return object(b.definitions(list, p.holds))
}

// definitions adds documents by their URIs. One whose URI is the name of a definition already gets a # behind it.
func (b *bundle) definitions(list []field, parts []*part) []field {
	for _, p := range parts {
		name := p.uri
		for slices.ContainsFunc(list, func(f field) bool { return f.is(name) }) {
			name += "#"
		}
		list = append(list, field{name, b.part(p)})
	}
	return list
}

// value writes a value with the strings in it that change.
func (b *bundle) value(text []byte, v document.Value) []byte {
	if other, ok := b.texts[v]; ok {
		return document.AppendString(text, other)
	}
	switch v.Kind() {
	case document.Array:
		text = append(text, '[')
		for i, item := range v.Items() {
			if i > 0 {
				text = append(text, ',')
			}
			text = b.value(text, item)
		}
		return append(text, ']')
	case document.Object:
		text = append(text, '{')
		for name, value := range v.Members() {
			if text[len(text)-1] != '{' {
				text = append(text, ',')
			}
			text = append(document.AppendString(text, name.Text()), ':')
			text = b.value(text, value)
		}
		return append(text, '}')
	}
	return v.Document().AppendJSON(text, v.Entry())
}
