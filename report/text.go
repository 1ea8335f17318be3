package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// text is the report for people: each violation with its place first, so that editors and terminals jump to it,
// and with the line that it is on.
type text struct {
	w       io.Writer
	style   style
	width   int
	verbose bool
	quiet   bool
	most    int // how many violations are shown; 0 is all
	shown   int
	hidden  int
	all     bool // violations that are alike are all shown
	folds   folds
	tally   tally
}

// defaultWidth is how wide an excerpt is where the options do not say.
const defaultWidth = 100

func newText(w io.Writer, o Options) Reporter[Result] {
	t := &text{w: w, style: newStyle(o.Color), width: o.Width, verbose: o.Verbose, quiet: o.Quiet, most: o.MaxErrors, all: o.All || o.Verbose}
	if t.width <= 0 {
		t.width = defaultWidth
	}
	return t
}

// Add writes the violations of an invalid instance. One that is as wanted is named only in a verbose report.
func (t *text) Add(r Result) error {
	t.tally.add(r)
	var b strings.Builder
	t.folded(&b, r.Source)
	switch {
	case r.Err != nil:
		t.faults(&b, r)
	case t.verbose && r.passedOver() != "":
		fmt.Fprintf(&b, "%s: passed over: %s\n", t.style.place(sourceOf(r)), r.passedOver())
	case t.verbose:
		verdict := "valid"
		if r.WantInvalid {
			verdict = "invalid, as wanted"
		}
		fmt.Fprintf(&b, "%s: %s\n", t.style.place(sourceOf(r)), t.style.good(verdict))
	}
	if b.Len() == 0 {
		return nil
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// folded writes of which kinds of violations of the source before not all are shown, where another begins.
func (t *text) folded(b *strings.Builder, source string) {
	before := t.folds.source
	list := t.folds.begin(source)
	for _, f := range list {
		b.WriteString(f.line(before, t.style))
	}
	if len(list) > 0 {
		b.WriteByte('\n')
	}
}

// addRow has nothing to write unless the report is verbose.
func (t *text) addRow(first Result, count int) error {
	if !t.verbose {
		t.tally.instances += count
		return nil
	}
	for range count {
		if err := t.Add(first); err != nil {
			return err
		}
		first.Record++
	}
	return nil
}

// Close writes how many violations were not shown, and the summary, unless the report is quiet.
func (t *text) Close() error {
	var b strings.Builder
	t.folded(&b, "")
	if t.hidden > 0 {
		what := "violations are"
		if t.hidden == 1 {
			what = "violation is"
		}
		fmt.Fprintf(&b, "%d more %s not shown\n\n", t.hidden, what)
	}
	if !t.quiet {
		b.WriteString(t.tally.String() + "\n")
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// sourceOf names the instance where no position does.
func sourceOf(r Result) string {
	if r.Records && r.Empty {
		return visible(r.Source) + ": document " + strconv.Itoa(r.Record)
	}
	if r.Records {
		return visible(r.Source) + ": record " + strconv.Itoa(r.Record)
	}
	return visible(r.Source)
}

// faults writes the violations of an instance, as far as there is room for them. Those of one value share the excerpt.
func (t *text) faults(b *strings.Builder, r Result) {
	list := faults(r.Err)
	if !t.all {
		list = slices.DeleteFunc(list, t.folds.hides)
	}
	if room := t.most - t.shown; t.most > 0 && len(list) > room {
		t.hidden += len(list) - room
		list = list[:room]
	}
	t.shown += len(list)
	marks := newMarks(r.Err.Sensitive)
	for len(list) > 0 {
		n := 1
		for n < len(list) && together(list[n-1], list[n]) {
			n++
		}
		for _, f := range list[:n] {
			at := place(r.Source, f.Position)
			if f.Position.Line == 0 {
				at = sourceOf(r)
			}
			fmt.Fprintf(b, "%s: %s\n", t.style.place(at), t.style.message(f.line()))
		}
		t.excerpt(b, r, list[0], marks)
		if v := meant(list[0].Violation); !t.verbose && t.elsewhere(v.Position, list[0].Position) {
			t.excerpt(b, r, fault{Violation: v}, marks)
		}
		for _, m := range list[0].Misspelt {
			if t.elsewhere(m.Position, list[0].Position) {
				t.excerpt(b, r, fault{Violation: rule.Violation{Position: m.Position, Start: m.Start, End: m.End}}, marks)
			}
		}
		t.notes(b, r, list[:n])
		b.WriteByte('\n')
		list = list[n:]
	}
}

// elsewhere reports whether the excerpt of one place does not show another.
func (t *text) elsewhere(a, b document.Position) bool {
	return a.Line != b.Line || a.Column > b.Column+t.width/2
}

// together reports whether two violations are of one value and have nothing of their own to show.
func together(a, b fault) bool {
	return a.Position == b.Position && a.Start == b.Start && a.End == b.End &&
		a.InstanceLocation == b.InstanceLocation && len(a.Causes) == 0 && len(b.Causes) == 0
}

// numberWidth is the room for line numbers; a longer one moves its own excerpt to the right.
const numberWidth = 5

// excerpt writes the line that a violation is on, and marks the value beneath.
func (t *text) excerpt(b *strings.Builder, r Result, f fault, marks marks) {
	number := fmt.Sprintf("%*d", numberWidth, f.Position.Line)
	frame := len(number) + len(" | ")
	q, ok := excerpt(r, f, marks, t.width-frame)
	if !ok {
		return
	}
	bar := t.style.frame(" |")
	carets := strings.TrimLeft(q.under, " ")
	indent := q.under[:len(q.under)-len(carets)]
	fmt.Fprintf(b, "%s%s %s\n", t.style.frame(number), bar, q.line())
	fmt.Fprintf(b, "%*s%s %s%s\n", len(number), "", bar, indent, t.style.fault(carets))
}

// notes writes what is to be said below an excerpt: causes, then the demands that are not met, each
// once.
func (t *text) notes(b *strings.Builder, r Result, group []fault) {
	margin := strings.Repeat(" ", numberWidth+1)
	for _, f := range group {
		for _, l := range explained(f.Violation, t.verbose) {
			fmt.Fprintf(b, "%s%s\n", margin, l)
		}
	}
	said := map[string]bool{"": true}
	note := func(s string) {
		if !said[s] {
			said[s] = true
			fmt.Fprintf(b, "%s%s %s\n", margin, t.style.frame("="), s)
		}
	}
	for _, f := range group {
		note(f.demand())
		if t.verbose && f.Worded != "" {
			note(visible(f.Demand()))
		}
		if t.verbose && f.AbsoluteKeywordLocation != "" {
			note("defined at " + visible(f.AbsoluteKeywordLocation))
		}
	}
	if r.Records && group[0].Position != (document.Position{}) {
		note("record " + strconv.Itoa(r.Record))
	}
}
