package main

import (
	"errors"
	"fmt"
	"github.com/assaykit/assay/rule"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/schema"
	"github.com/assaykit/assay/schema/judge"
	"github.com/assaykit/assay/schema/remote"
	"github.com/spf13/cobra"
)

// library opens schemas, each once. Any number of goroutines may use it.
type library struct {
	options schema.Options
	files   schema.Files
	notes   *notes
	strict  bool     // warnings are errors
	roots   []string // folders in which any schema may refer to files
	// fetcher gets remote schemas; nil where there are to be none.
	fetcher func() (*remote.Fetcher, error)
	mu      sync.Mutex
	opened  map[string]func() (*opened, error)
	read    []string // the files that schemas came from, and those that stand beside what is written for them
}

// opened is a schema that can be used.
type opened struct {
	*schema.Schema
	name     string // as it was asked for
	source   *schema.Source
	fragment string
	// public says that the schema marks nothing as sensitive.
	public bool
	// opinion is the second opinion, made when it is first asked for.
	opinion func() (*judge.Opinion, error)
}

// library is where schemas are opened by the flags.
func (f *schemaFlags) library(cmd *cobra.Command, n *notes) (*library, error) {
	if err := f.net.check(cmd); err != nil {
		return nil, err
	}
	l := &library{notes: n, strict: f.strict, opened: map[string]func() (*opened, error){}}
	l.files = schema.Files{Maps: f.maps, Decode: l.decode}
	l.options = schema.Options{Default: f.draft, Formats: f.formats, Content: f.content}
	l.roots = f.folders(cmd)
	l.fetcher = f.net.fetcher(cmd, n, l.keep)
	return l, nil
}

// decode reads a schema document and notes the file that it came from.
func (l *library) decode(name string, text []byte) (*document.Document, error) {
	l.keep(name)
	return yaml.Decode(name, text)
}

// open opens a schema: FILE or URL, with a JSON Pointer or an anchor behind #. Its warnings are printed. An error
// is the failure with each problem on a line of its own.
func (l *library) open(reference string) (*opened, error) {
	l.mu.Lock()
	once := l.opened[reference]
	if once == nil {
		reference = strings.Clone(reference) // it may be a text of a document, whose memory is used again
		once = sync.OnceValues(func() (*opened, error) { return l.compile(reference) })
		l.opened[reference] = once
	}
	l.mu.Unlock()
	return once()
}

// names are the files that the schemas opened so far came from, with all that they refer to, and those that were looked
// for in vain.
func (l *library) names() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.read)
}

// keep notes a file that a schema comes from, or that stands beside what is written for one.
func (l *library) keep(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !slices.Contains(l.read, name) {
		l.read = append(l.read, name)
	}
}

// source reads the document of a file or a URL.
func (l *library) source(name string) (*schema.Source, error) {
	if strings.HasPrefix(name, "file:") {
		return l.load(name, nil)
	}
	if strings.Contains(name, "://") {
		return l.load(name, append([]string{}, l.roots...)) // what a --map leads to stays in its folder
	}
	l.keep(name)
	return l.files.Open(name)
}

// loader gets what a document refers to, all of which is listed in sources. A document on disk may refer to files in its own folder.
func (l *library) loader(src *schema.Source, sources *[]*schema.Source) func(uri string) (*schema.Source, error) {
	within := append([]string{}, l.roots...)
	if strings.HasPrefix(src.URI, "file:") {
		within = append(within, filepath.Dir(src.Name))
	}
	*sources = append(*sources, src)
	return func(uri string) (*schema.Source, error) {
		s, err := l.load(uri, within)
		if err != nil {
			if path, ok := strings.CutPrefix(uri, "file://"); ok {
				l.keep(filepath.FromSlash(path))
			}
			return nil, l.hinted(err, uri, *sources)
		}
		*sources = append(*sources, s)
		return s, nil
	}
}

// compile opens, judges and compiles.
func (l *library) compile(reference string) (*opened, error) {
	name, fragment, _ := strings.Cut(reference, "#")
	src, err := l.source(name)
	if err != nil {
		return nil, unusable(err)
	}
	var sources []*schema.Source
	options := l.options
	options.Load = l.loader(src, &sources)
	s, err := schema.Compile(src, fragment, options)
	if err := l.problems(sources, s, fragment, err); err != nil {
		return nil, unusable(err)
	}
	if err := l.warn(s.Warnings); err != nil {
		return nil, unusable(err)
	}
	o := &opened{Schema: s, name: reference, source: src, fragment: fragment, public: !slices.ContainsFunc(sources, marksSensitive)}
	o.opinion = sync.OnceValues(func() (*judge.Opinion, error) {
		return second(src, fragment, options, sources[1:])
	})
	return o, nil
}

// warn prints the warnings of a schema, or is their error where they are to be one.
func (l *library) warn(warnings []schema.Problem) error {
	const most = 5
	var all []error
	for i, w := range warnings {
		if !l.strict && !l.options.Whole && i == most && len(warnings) > most+1 {
			l.notes.once(fmt.Sprintf("%s: %s more; assay schema check shows all", w.File, rule.Count(len(warnings)-most, "warning")))
			break
		}
		if l.strict {
			all = append(all, errors.New(w.Coded()))
			continue
		}
		w.Message = "warning: " + w.Message
		l.notes.once(w.Coded())
	}
	return errors.Join(all...)
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
