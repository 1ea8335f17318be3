package main

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/document/json5"
	"github.com/assaykit/assay/document/toml"
	"github.com/assaykit/assay/document/yaml"
	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
)

// instance is one document of an input, or why there is none.
type instance struct {
	document *document.Document
	err      *rule.Error   // the text is no document
	result   report.Result // all but the verdict
	lost     bool          // the document has no instance where it should have one
}

// instances calls yield for each instance of a batch, in order.
func (b *batch) instances(yield func(instance)) {
	switch b.language {
	case oneJSON:
		yield(b.alone())
	case commented:
		yield(b.commented())
	case records:
		for i, l := range b.lines {
			yield(b.json(b.text[l.start:l.end:l.end], l.number, b.first+i, true))
		}
	case yamlStream:
		b.yaml(yield)
	case json5Text:
		yield(b.one(json5.Parse, "JSON5"))
	case tomlText:
		yield(b.one(toml.Parse, "TOML"))
	}
}

// json reads one JSON text.
func (b *batch) json(text []byte, line, record int, several bool) instance {
	i := instance{result: report.Result{Source: b.name, Record: record, Records: several, Text: text, Line: line}}
	d, err := document.ParseWithin(text, line, b.limits.Limits)
	if err != nil {
		wanted := aText
		if several {
			wanted = "at least one record"
		}
		i.err = notJSON(b.name, text, wanted, err)
		return i
	}
	i.document = d
	return i
}

// alone reads a text that is one JSON document. Where it is another kind of file, the error says how that is read.
func (b *batch) alone() instance {
	i := b.json(b.text, 1, 1, false)
	if i.err == nil {
		return i
	}
	wrong, ok := errors.AsType[*document.SyntaxError](i.err.Syntax)
	if _, limit := errors.AsType[*document.LimitError](i.err.Syntax); ok && !limit {
		if how := readBy(b.name, b.text); how != "" {
			wrong.Wanted += " (" + how + ")"
			i.err = rule.SyntaxError(wrong)
		}
	}
	return i
}

// readBy says how a text that is no JSON is read, if that can be told. What is called JSON and has its braces is JSON with a slip, which YAML
// may be, too.
func readBy(name string, text []byte) string {
	switch {
	case bytes.HasPrefix(text, []byte("\x1f\x8b")):
		return "gzip is read in a file that ends in .gz"
	case bytes.HasPrefix(text, []byte("\x28\xb5\x2f\xfd")):
		return "Zstandard is read in a file that ends in .zst"
	}
	if d, err := document.ParseJSONC(text); err == nil {
		d.Release()
		return "comments and commas behind the last are read with --jsonc, or in a .jsonc file"
	}
	if _, err := json5.Parse(text); err == nil {
		return "JSON5 is read in a .json5 file, or with --input-format json5 where the ending says nothing"
	}
	const long = 1 << 20 // whose reading would take longer than a hint is worth
	if len(text) > long {
		return ""
	}
	if d, err := toml.Parse(text); err == nil && d.Root().Len() > 0 {
		return "TOML is read in a .toml file, or with --input-format toml where the ending says nothing"
	}
	start := bytes.TrimSpace(text)
	slip := strings.HasSuffix(name, ".json") && (bytes.HasPrefix(start, []byte("{")) || bytes.HasPrefix(start, []byte("[")))
	if !slip && looksYAML(text) {
		return "YAML is read in a .yaml file, or with --input-format yaml where the ending says nothing"
	}
	return ""
}

// looksYAML reports whether a text is YAML with members or items: anything that stands alone is a string there.
func looksYAML(text []byte) bool {
	docs, err := yaml.Parse(text)
	return err == nil && len(docs) > 0 && (docs[0].Root().Kind() == document.Object || docs[0].Root().Kind() == document.Array)
}

// commented reads a text that is one JSON document with comments.
func (b *batch) commented() instance {
	i := instance{result: report.Result{Source: b.name, Record: 1, Text: b.text, Line: 1}}
	d, err := document.ParseJSONCWithin(b.text, b.limits.Limits)
	if err != nil {
		i.err = notJSON(b.name, b.text, aText, err)
		return i
	}
	i.document = d
	return i
}

// one reads a text that is one document of another language than JSON.
func (b *batch) one(parse func([]byte) (*document.Document, error), language string) instance {
	i := instance{result: report.Result{Source: b.name, Record: 1, Text: b.text, Line: 1}}
	d, err := parse(b.text)
	if err != nil {
		i.err = notRead(b.name, b.text, language, "a "+language+" text", err)
		return i
	}
	if i.err = b.limits.exceeded(d); i.err == nil {
		i.document = d
	}
	return i
}

// yaml reads the documents of a YAML stream. A fault ends it: what follows cannot be told.
func (b *batch) yaml(yield func(instance)) {
	decoder := yaml.NewDecoder(bytes.NewReader(b.text))
	decoder.Expansion = b.limits.aliases
	var all []instance
	for {
		d, err := decoder.Next()
		i := instance{document: d, result: report.Result{Source: b.name, Record: len(all) + 1, Text: b.text, Line: 1}}
		if err == io.EOF && len(all) > 0 {
			break
		}
		if err != nil {
			i.err = notYAML(b.name, b.text, err)
		} else if i.err = b.limits.exceeded(d); i.err != nil {
			i.document = nil
		}
		all = append(all, i)
		if err != nil {
			break
		}
	}
	for _, i := range all {
		i.result.Records = len(all) > 1
		yield(i)
	}
}
