package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/schema"
)

// configReader reads an assay.yaml strictly: a key it does not know is an error, so that a misspelt one cannot go
// unnoticed.
type configReader struct {
	*config
	problems []schema.Problem
}

// key is a key that an object of the configuration may have.
type key struct {
	name     string
	required bool
	read     func(document.Value)
}

func (r *configReader) err() error {
	if len(r.problems) == 0 {
		return nil
	}
	return &schema.Error{Problems: r.problems}
}

func (r *configReader) fail(at document.Value, message string, args ...any) {
	r.problems = append(r.problems, schema.Problem{File: r.name, Position: at.Position(), Message: fmt.Sprintf(message, args...)})
}

// read reads the whole configuration.
func (r *configReader) read(root document.Value) {
	if root.Kind() == document.Null {
		return
	}
	r.object(root, "the configuration", []key{
		{"generate", false, func(v document.Value) { r.list(v, "generate", r.generateEntry) }},
		{"validate", false, func(v document.Value) { r.list(v, "validate", r.validateEntry) }},
		{"contract", false, r.contractEntry},
	})
}

func (r *configReader) generateEntry(v document.Value) {
	e := generateEntry{at: v.Position()}
	r.object(v, "an entry of generate", []key{
		{"schema", true, r.text("schema", &e.schema)},
		{"out", true, r.text("out", &e.out)},
		{"package", false, r.text("package", &e.pkg)},
		{"type", false, r.text("type", &e.goType)},
	})
	r.config.generate = append(r.config.generate, e)
}

func (r *configReader) validateEntry(v document.Value) {
	var e validateEntry
	r.object(v, "an entry of validate", []key{
		{"schema", true, r.text("schema", &e.schema)},
		{"files", true, r.texts("files", &e.files)},
	})
	r.config.validate = append(r.config.validate, e)
}

func (r *configReader) contractEntry(v document.Value) {
	r.object(v, "contract", []key{
		{"captures", false, r.texts("captures", &r.config.contract.captures)},
		{"routes", true, func(v document.Value) { r.list(v, "routes", r.routeEntry) }},
	})
}

func (r *configReader) routeEntry(v document.Value) {
	e := routeEntry{at: v.Position()}
	r.object(v, "a route", []key{
		{"name", false, r.text("name", &e.name)},
		{"host", false, r.text("host", &e.host)},
		{"method", false, r.text("method", &e.method)},
		{"path", true, r.text("path", &e.path)},
		{"status", false, r.status(&e.status)},
		{"media-type", false, r.text("media-type", &e.media)},
		{"pointer", false, r.text("pointer", &e.pos)},
		{"schema", true, r.text("schema", &e.schema)},
	})
	r.config.contract.routes = append(r.config.contract.routes, e)
}

// object reads the members of an object by their keys.
func (r *configReader) object(v document.Value, what string, keys []key) {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	if v.Kind() != document.Object {
		r.fail(v, "%s: found %s, wanted an object with %s", what, kindOf(v), strings.Join(names, ", "))
		return
	}
	known := map[string]func(document.Value){}
	for _, k := range keys {
		known[k.name] = k.read
		if k.required && v.Get(k.name).IsZero() {
			r.fail(v, "%s: found no %s, wanted one", what, k.name)
		}
	}
	for name, value := range v.Members() {
		if read := known[name.Text()]; read != nil {
			read(value)
			continue
		}
		r.fail(name, "%s: found the unknown key %q, %s", what, name.Text(), meant(name.Text(), names))
	}
}

// meant asks for the key that a name may have been meant for, where one is near, and lists them all where none is.
func meant(name string, keys []string) string {
	near := slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return !alike(k, name) })
	if len(near) == 0 {
		return "wanted one of " + strings.Join(keys, ", ")
	}
	return "did you mean " + strings.Join(near, " or ") + "?"
}

// list reads the items of an array.
func (r *configReader) list(v document.Value, name string, read func(document.Value)) {
	if v.Kind() != document.Array {
		r.fail(v, "%s: found %s, wanted a list", name, kindOf(v))
		return
	}
	for _, item := range v.Items() {
		read(item)
	}
}

// text reads a string that is not empty.
func (r *configReader) text(name string, into *string) func(document.Value) {
	return func(v document.Value) {
		switch {
		case v.Kind() != document.String:
			r.fail(v, "%s: found %s, wanted a string", name, kindOf(v))
		case v.Text() == "":
			r.fail(v, "%s: found an empty string, wanted text", name)
		default:
			*into = v.Text()
		}
	}
}

// texts reads a list of strings.
func (r *configReader) texts(name string, into *[]string) func(document.Value) {
	return func(v document.Value) {
		r.list(v, name, func(item document.Value) {
			var s string
			r.text(name, &s)(item)
			*into = append(*into, s)
		})
	}
}

// status reads a status, which YAML takes for a number unless it is quoted.
func (r *configReader) status(into *string) func(document.Value) {
	return func(v document.Value) {
		if v.Kind() == document.Number {
			*into = v.Text()
			return
		}
		r.text("status", into)(v)
	}
}

// kindOf is the kind of a value with its article.
func kindOf(v document.Value) string {
	switch k := v.Kind(); k {
	case document.Null:
		return "nothing"
	case document.Array:
		return "a list"
	case document.Object:
		return "an object"
	default:
		return "a " + k.String()
	}
}
