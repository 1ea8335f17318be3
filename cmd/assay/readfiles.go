package main

import (
	"io"
	"os"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/yaml"
)

// readFiles are the files that a run reads: no report may be written over one of them.
type readFiles struct {
	list []readFile
	// anySchema says that instances may name schemas that are not known yet, so that every file that may be one is
	// spared.
	anySchema bool
}

// readFile is a file that is read; what says what as.
type readFile struct {
	what string
	info os.FileInfo
}

// add takes a file. One that is not there cannot be written over.
func (r *readFiles) add(what, name string) {
	if info, err := os.Stat(name); err == nil {
		r.list = append(r.list, readFile{what, info})
	}
}

// addInput takes an input, or the file that standard input comes from.
func (r *readFiles) addInput(name string, stdin io.Reader) {
	if name != dash {
		r.add("an input", name)
		return
	}
	if file, ok := stdin.(*os.File); ok {
		if info, err := file.Stat(); err == nil {
			r.list = append(r.list, readFile{"an input", info})
		}
	}
}

// addBaseline takes the summary of an earlier run. One that was written over would accept what was to fail.
func (r *readFiles) addBaseline(name string, stdin io.Reader) {
	if name == dash {
		r.addInput(name, stdin)
		return
	}
	r.add("the baseline", name)
}

// addRun takes the configuration, which may be nil, and the schemas that are open.
func (r *readFiles) addRun(c *config, l *library) {
	if c != nil {
		r.add("the configuration", c.name)
	}
	for _, name := range l.names() {
		r.add("a schema", name)
	}
}

// refuse is the error for an output of a flag that is one of the files, by whatever path; nil where it is none.
func (r *readFiles) refuse(flag, output string) error {
	info, err := os.Stat(output)
	if output == dash || err != nil || !info.Mode().IsRegular() {
		return nil
	}
	for _, f := range r.list {
		if os.SameFile(f.info, info) {
			return usage(nil, "%s: found %s, which is %s, wanted another file", flag, output, f.what)
		}
	}
	if r.anySchema && mayBeSchema(output) {
		return usage(nil, "%s: found %s, which may be a schema, wanted another file, or --schema FILE to say which schema is read", flag, output)
	}
	return nil
}

// mayBeSchema reports whether a file could be read as a schema: an object that is not one of the reports, or a boolean.
func mayBeSchema(name string) bool {
	text, err := os.ReadFile(name)
	if err != nil {
		return true
	}
	d, err := yaml.Decode(name, text)
	if err != nil {
		return false
	}
	defer d.Release()
	root := d.Root()
	report := !root.Get("summary").IsZero() || !root.Get("runs").IsZero() || !root.Get("source").IsZero() && !root.Get("errors").IsZero()
	return root.Kind() == document.Boolean || root.Kind() == document.Object && !report
}
