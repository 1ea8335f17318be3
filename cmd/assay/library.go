package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/judge"
)

// library opens schemas, each once. Any number of goroutines may use it.
type library struct {
	options schema.Options
	files   schema.Files
	notes   *notes
	mu      sync.Mutex
	opened  map[string]func() (*opened, error)
	read    []string // the files that schemas came from
}

// opened is a schema that can be used.
type opened struct {
	*schema.Schema
	source   *schema.Source
	fragment string
	// public says that the schema marks nothing as sensitive.
	public bool
	// opinion is the second opinion, made when it is first asked for.
	opinion func() (*judge.Opinion, error)
}

func newLibrary(f *schemaFlags, n *notes) *library {
	l := &library{notes: n, opened: map[string]func() (*opened, error){}}
	l.files = schema.Files{Maps: f.maps, Decode: decodeSchema}
	l.options = schema.Options{Default: f.draft, Formats: f.formats, Content: f.content, Load: l.files.Load}
	return l
}

// decodeSchema reads a schema document by the ending of its file.
func decodeSchema(name string, text []byte) (*document.Document, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
	default:
		return document.Parse(text)
	}
	docs, err := yaml.Parse(text)
	if err != nil {
		return nil, err
	}
	if len(docs) != 1 {
		return nil, fmt.Errorf(" found %d YAML documents, wanted one", len(docs))
	}
	return docs[0], nil
}

// open opens a schema: FILE or URL, with a JSON Pointer or an anchor behind #. Its warnings are printed. An error
// is the failure with each problem on a line of its own.
func (l *library) open(reference string) (*opened, error) {
	l.mu.Lock()
	once := l.opened[reference]
	if once == nil {
		once = sync.OnceValues(func() (*opened, error) { return l.compile(reference) })
		l.opened[reference] = once
	}
	l.mu.Unlock()
	return once()
}

// names are the files that the schemas opened so far came from, with all that they refer to.
func (l *library) names() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.read)
}

// keep notes the files that sources came from.
func (l *library) keep(sources []*schema.Source) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, src := range sources {
		l.read = append(l.read, src.Name)
	}
}

// compile opens, judges and compiles.
func (l *library) compile(reference string) (*opened, error) {
	name, fragment, _ := strings.Cut(reference, "#")
	find := l.files.Open
	if strings.Contains(name, "://") {
		find = l.files.Load
	}
	src, err := find(name)
	if err != nil {
		return nil, unusable(err)
	}
	sources := []*schema.Source{src}
	options := l.options
	options.Load = func(uri string) (*schema.Source, error) {
		s, err := l.files.Load(uri)
		if err != nil {
			return nil, l.hinted(err, uri, sources)
		}
		sources = append(sources, s)
		return s, nil
	}
	s, err := schema.Compile(src, fragment, options)
	l.keep(sources)
	if err := l.problems(sources, fragment, err); err != nil {
		return nil, unusable(err)
	}
	for _, w := range s.Warnings {
		l.notes.once(schema.Problem{File: w.File, Position: w.Position, Message: "warning: " + w.Message}.String())
	}
	o := &opened{Schema: s, source: src, fragment: fragment, public: !slices.ContainsFunc(sources, marksSensitive)}
	o.opinion = sync.OnceValues(func() (*judge.Opinion, error) {
		return judge.Second(src, fragment, options, sources[1:]...)
	})
	return o, nil
}

// problems are what compiling and judging found. Where both speak of one place, compiling says it better.
func (l *library) problems(sources []*schema.Source, fragment string, compiling error) error {
	var list []schema.Problem
	if e, ok := errors.AsType[*schema.Error](compiling); ok {
		list = slices.Clone(e.Problems)
	} else if compiling != nil {
		return compiling
	}
	known := map[string]bool{}
	for _, p := range list {
		known[place(p)] = true
	}
	for i, src := range sources {
		at := src.Document.Root()
		if i == 0 && strings.HasPrefix(fragment, "/") {
			if at = at.Lookup(fragment); at.IsZero() {
				continue
			}
		}
		for _, p := range judge.CheckAt(src, at, l.options.Default) {
			if !known[place(p)] {
				list = append(list, p)
			}
		}
	}
	if len(list) == 0 {
		return nil
	}
	order := map[string]int{}
	for i, src := range sources {
		order[src.Name] = i
	}
	slices.SortStableFunc(list, func(a, b schema.Problem) int {
		return cmp.Or(cmp.Compare(order[a.File], order[b.File]),
			cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column))
	})
	return &schema.Error{Problems: list}
}

// place is where a problem is.
func place(p schema.Problem) string {
	return fmt.Sprintf("%s:%d:%d", p.File, p.Position.Line, p.Position.Column)
}

// marksSensitive reports whether a schema document uses the keyword that marks values no report may show. One
// that only looks so costs no more than excerpts.
func marksSensitive(src *schema.Source) bool {
	d := src.Document
	for at := range d.Entries() {
		if d.Kind(at) == document.String && d.Text(at) == "x-sensitive" {
			return true
		}
	}
	return false
}
