package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/models"
)

// configSchema is the schema of configurations.
var configSchema = sync.OnceValue(func() *schema.Schema {
	d, err := document.Parse(models.AssayConfiguration)
	if err != nil {
		panic("assay: the schema of configurations: " + err.Error())
	}
	s, err := schema.Compile(&schema.Source{URI: "file:///" + configName, Name: configName, Document: d}, "", schema.Options{})
	if err != nil {
		panic("assay: the schema of configurations: " + err.Error())
	}
	return s
})

// check holds a configuration against its schema. A key that this does not know is an error, so that a misspelt
// one cannot go unnoticed. The error lists each problem as file:line:col.
func (c *config) check(d *document.Document) error {
	if d.Root().Kind() == document.Null {
		return nil
	}
	invalid := configSchema().Explain(d)
	if invalid == nil {
		return nil
	}
	var problems []schema.Problem
	for _, v := range invalid.Violations {
		problems = append(problems, c.problem(d.Root(), v))
	}
	return &schema.Error{Problems: problems}
}

// problem is a violation in the words of configurations: keys and lists.
func (c *config) problem(root document.Value, v rule.Violation) schema.Problem {
	p := schema.Problem{File: c.name, Position: v.Position, Message: spot(v.InstanceLocation) + ": " + v.Message()}
	switch v.Keyword {
	case "required":
		p.Message = fmt.Sprintf("%s: found %s, wanted %s", spot(v.InstanceLocation), strings.Replace(v.Found, "member", "key", 1), demandedAt(v.AbsoluteKeywordLocation))
	case "type", "pattern":
		lists := strings.NewReplacer("an array", "a list")
		p.Message = fmt.Sprintf("%s: found %s, wanted %s%s", spot(v.InstanceLocation), lists.Replace(v.Found), lists.Replace(v.Wanted), exampleAt(v.AbsoluteKeywordLocation))
	case "additionalProperties", "unevaluatedProperties":
		slash := strings.LastIndexByte(v.InstanceLocation, '/')
		object, key := v.InstanceLocation[:slash], document.UnescapePointer(v.InstanceLocation[slash+1:])
		for name := range root.Lookup(object).Members() {
			if name.Text() == key {
				p.Position = name.Position()
			}
		}
		p.Message = fmt.Sprintf("%s: found the unknown key %q, %s", spot(object), key, meant(key, keysAt(v.AbsoluteKeywordLocation)))
	}
	return p
}

// spot is what a place in a configuration is called: its key, or the list that it is in.
func spot(pointer string) string {
	tokens := strings.Split(pointer, "/")
	last := tokens[len(tokens)-1]
	switch {
	case pointer == "":
		return "the configuration"
	case strings.Trim(last, "0123456789") == "":
		return "an entry of " + tokens[len(tokens)-2]
	}
	return last
}

// schemaAt is the schema that a keyword stands in, by its location.
func schemaAt(location string) document.Value {
	_, pointer, _ := strings.Cut(location, "#")
	return configSchema().Sources[0].Document.Root().Lookup(pointer[:strings.LastIndexByte(pointer, '/')])
}

// keysAt are the keys that an object may have, by the location of the keyword that lets in no others.
func keysAt(location string) []string { return keysOf(schemaAt(location)) }

// demandedAt are the keys that an object must have, by the location of the keyword that says so.
func demandedAt(location string) string {
	var names []string
	for _, name := range schemaAt(location).Get("required").Items() {
		names = append(names, name.Text())
	}
	return strings.Join(names, " and ")
}

// exampleAt is an example of what a keyword wants, to follow that, by its location. That of the whole file would be long.
func exampleAt(location string) string {
	at := schemaAt(location)
	for _, example := range at.Get("examples").Items() {
		if at.Entry() != 0 {
			return " such as " + example.JSON()
		}
	}
	return ""
}

// keysOf are the keys of a schema of objects, its own first.
func keysOf(object document.Value) []string {
	var keys []string
	for name := range object.Get("properties").Members() {
		keys = append(keys, name.Text())
	}
	if ref := object.Get("$ref"); !ref.IsZero() {
		keys = append(keys, keysOf(object.Document().Root().Lookup(strings.TrimPrefix(ref.Text(), "#")))...)
	}
	return keys
}

// meant asks for the key that a name may have been meant for, where one is near, and lists them all where none is.
func meant(name string, keys []string) string {
	near := slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return !alike(k, name) })
	if len(near) == 0 {
		return "wanted one of " + strings.Join(keys, ", ")
	}
	return "did you mean " + strings.Join(near, " or ") + "?"
}
