package main

import (
	"cmp"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
	"github.com/assaykit/assay/schema"
)

// locator says where keywords stand in the schemas that a library has opened. One goroutine may use it.
type locator struct {
	library *library
	known   map[string]schemaPlace
}

// schemaPlace is a place in a schema document; without a file it is not known.
type schemaPlace struct {
	file string
	at   document.Position
}

// place is the place of a keyword, or of a schema, by its absolute keyword location.
func (l *locator) place(location string) (file string, at document.Position, ok bool) {
	p, known := l.known[location]
	if !known {
		if l.known == nil {
			l.known = map[string]schemaPlace{}
		}
		p = l.find(location)
		l.known[location] = p
	}
	return p.file, p.at, p.file != ""
}

// find looks through all schemas that are open.
func (l *locator) find(location string) schemaPlace {
	parent, keyword := location, ""
	if i := strings.LastIndexByte(location, '/'); i > strings.IndexByte(location, '#') {
		parent, keyword = location[:i], document.UnescapePointer(location[i+1:])
	}
	for _, s := range l.library.all() {
		if r := at(s, parent); r != nil && keyword != "" {
			if v := r.Source.Get(keyword); !v.IsZero() {
				return schemaPlace{s.NameOf(v), v.Document().Position(v.Entry() - 1)}
			}
		}
		if r := at(s, location); r != nil {
			return schemaPlace{s.NameOf(r.Source), r.Source.Position()}
		}
	}
	return schemaPlace{}
}

// at is the schema at a location, which has an empty fragment or none where it is a whole document.
func at(s *schema.Schema, location string) *rule.Schema {
	return cmp.Or(s.Find(location), s.Find(strings.TrimSuffix(location, "#")))
}

// all are the schemas that were opened and can be used.
func (l *library) all() []*schema.Schema {
	l.mu.Lock()
	var each []func() (*opened, error)
	for _, once := range l.opened {
		each = append(each, once)
	}
	l.mu.Unlock()
	var list []*schema.Schema
	for _, once := range each {
		if o, err := once(); err == nil {
			list = append(list, o.Schema)
		}
	}
	return list
}
