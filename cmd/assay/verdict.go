package main

import (
	"fmt"
	"slices"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/report"
	"github.com/assaykit/assay/rule"
)

// verdict is the result for an instance with its schema, which is nil only where its text is no document.
func (v *validation) verdict(b *batch, i instance, schema *opened) report.Result {
	r := i.result
	r.WantInvalid = b.wantInvalid && !i.lost
	if schema != nil {
		r.Schema, r.Public = schema.name, schema.public
	}
	if len(b.at) > 0 && !r.Public {
		r.Text = nil // what is beside the instance may be sensitive, too
	}
	if i.err != nil {
		if r.Err = i.err; r.WantInvalid {
			r.Err, r.Text = nil, nil
		}
		return r
	}
	if b.language == commented && !r.Public {
		r.Text = i.document.Source() // a comment may hold what the schema calls sensitive
	}
	valid := schema.Valid(i.document)
	if v.crossCheck {
		b.compare(r, schema, i.document, valid)
	}
	if v.format != 0 {
		r.Output = schema.Rule().Output(i.document, v.format, rule.ShowValues)
	}
	switch {
	case !valid && !r.WantInvalid:
		r.Err = schema.Explain(i.document)
		r.Err.Within(r.At)
		return r
	case valid && r.WantInvalid:
		r.Err = unwanted(i.document)
		r.Err.Within(r.At)
	}
	// Only now: what Explain says may point into the document.
	i.document.Release()
	r.Text = nil
	return r
}

// skip passes an instance without a schema over, and reports whether it did: a text that is no document is still invalid
// where its file's name says that it should be one.
func (b *batch) skip(i instance) bool {
	if i.err != nil && (b.name == dash || slices.Contains(validateEndings, ending(b.name))) {
		return false
	}
	if i.document != nil {
		i.document.Release()
	}
	r := i.result
	r.Skipped, r.Text = true, nil
	b.add(r)
	return true
}

// unwanted is what is wrong with a valid instance that was wanted to be invalid.
func unwanted(d *document.Document) *rule.Error {
	return &rule.Error{Violations: []rule.Violation{{Fault: rule.CodeUnexpectedlyValid, Found: "a valid instance", Wanted: "an invalid one", Position: d.Root().Position()}}}
}

// add notes a result. Instances of one schema in a row that are as wanted are one entry, unless each has an output of its own.
func (b *batch) add(r report.Result) {
	if r.Err == nil && r.Output == nil && len(b.at) == 0 {
		if n := len(b.verdicts) - 1; n >= 0 {
			if last := &b.verdicts[n]; last.Err == nil && last.Output == nil && last.Skipped == r.Skipped && last.Schema == r.Schema && last.Record+last.count == r.Record {
				last.count++
				return
			}
		}
	}
	b.kept = b.kept || r.Err != nil // its violations point into the text
	b.verdicts = append(b.verdicts, judged{r, 1})
}

// compare asks for the second opinion.
func (b *batch) compare(r report.Result, schema *opened, d *document.Document, valid bool) {
	opinion, err := schema.opinion()
	if err != nil {
		b.notes = append(b.notes, fmt.Sprintf("%s: warning: no second opinion: %v", schema.source.Name, err))
		return
	}
	second, err := opinion.Valid(d)
	where := r.Source
	if r.Records {
		where = fmt.Sprintf("%s: record %d", r.Source, r.Record)
	}
	if err != nil {
		b.notes = append(b.notes, fmt.Sprintf("%s: warning: no second opinion: %v", where, err))
	} else if second != valid {
		b.notes = append(b.notes, fmt.Sprintf("%s: warning: this engine says %s, the second one says %s", where, verdict(valid), verdict(second)))
	}
}

func verdict(valid bool) string {
	if valid {
		return "valid"
	}
	return "invalid"
}
