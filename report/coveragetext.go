package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// coverageText writes a summary as a tree of operations, with what was seen of each, missed and broken.
type coverageText struct {
	b       strings.Builder
	style   style
	verbose bool
}

// CoverageText writes what a summary says of a contract, for people: each operation with its statuses and bodies, what was never seen of
// them and what parts from the contract, and the whole in percent. With Verbose it has what was seen, too. The error is the writer's.
func CoverageText(w io.Writer, s *contract.Summary, o Options) error {
	t := &coverageText{style: newStyle(o.Color), verbose: o.Verbose}
	drift := map[string][]contract.News{}
	for _, n := range s.News(contract.NewSummary()) {
		name := n.Key.Operation
		if _, known := s.Operations[name]; !known {
			name = ""
		}
		drift[name] = append(drift[name], n)
	}
	for _, name := range slices.Sorted(maps.Keys(s.Operations)) {
		t.operation(name, s.Operations[name], drift[name])
	}
	if list := drift[""]; len(list) > 0 {
		t.line(0, t.style.place("Without an operation of the contract"))
		t.drift(nil, list)
	}
	t.totals(s)
	_, err := io.WriteString(w, t.b.String())
	return err
}

// line writes a line at a depth of the tree.
func (t *coverageText) line(depth int, text string) {
	t.b.WriteString(strings.Repeat("  ", depth) + text + "\n")
}

// operation writes one, in a line where there is nothing to tell of it.
func (t *coverageText) operation(name string, o *contract.OperationSummary, drift []contract.News) {
	if o.Exchanges == 0 {
		t.line(0, t.style.place(visible(name))+": "+t.style.frame("never seen"))
		return
	}
	head := t.style.place(visible(name)) + ": " + rule.Count(o.Exchanges, "exchange")
	for _, r := range slices.Sorted(maps.Keys(o.Results)) {
		if n := o.Results[r]; n > 0 {
			head += ", " + strconv.Itoa(n) + " " + visible(string(r))
		}
	}
	t.line(0, head)
	t.statuses(o)
	t.side("", o.Accepted)
	t.side(" (rejected)", o.Rejected)
	t.drift(o, drift)
}

// statuses writes those of the contract, and how often each governed a response.
func (t *coverageText) statuses(o *contract.OperationSummary) {
	var words []string
	for _, status := range slices.Sorted(maps.Keys(o.Documented)) {
		word := visible(status) + " " + times(o.Documented[status])
		if o.Documented[status] == 0 {
			word = t.style.frame(word)
		}
		words = append(words, word)
	}
	if len(words) > 0 {
		t.line(1, "statuses: "+strings.Join(words, ", "))
	}
}

// times says how often something was.
func times(n int) string {
	if n == 0 {
		return "never"
	}
	return strconv.Itoa(n) + " ×"
}

// side writes the bodies of exchanges that were accepted, or of those that were not. What has no body is told by its status.
func (t *coverageText) side(mark string, s contract.Side) {
	for _, name := range slices.Sorted(maps.Keys(s.Parts)) {
		p := s.Parts[name]
		if p.Bodies == 0 {
			continue
		}
		total := p.Totals()
		t.line(1, visible(name)+mark+": "+strconv.Itoa(p.Bodies)+" valid"+ratios("; ", total.Members, total.Branches, total.Values))
		t.part(p)
	}
}

// ratios says how much was seen of what there is, of members, branches and values.
func ratios(before string, list ...contract.Ratio) string {
	var words []string
	for i, r := range list {
		if percent, ok := r.Percent(); ok {
			words = append(words, fmt.Sprintf("%d of %d %s (%d%%)", r.Seen, r.All, []string{"members", "branches", "values"}[i], percent))
		}
	}
	if words == nil {
		return ""
	}
	return before + strings.Join(words, ", ")
}

// mostMissed is how many lines tell what was never seen in the bodies of a part, unless the report is verbose.
const mostMissed = 20

// part writes what was never seen in the bodies of a part, by its place in them. What is within a value that never came is told by that.
func (t *coverageText) part(p *contract.PartCoverage) {
	locations := slices.SortedFunc(maps.Keys(p.Schemas), func(a, b string) int {
		return cmp.Or(strings.Compare(p.Schemas[a].At, p.Schemas[b].At), strings.Compare(a, b))
	})
	var missed []string
	for _, location := range locations {
		s := p.Schemas[location]
		if s.Values == 0 && len(s.Branches) == 0 {
			continue
		}
		missed = append(missed, t.schema(s)...)
	}
	if more := len(missed) - mostMissed; more > 0 && !t.verbose {
		missed = append(missed[:mostMissed], strconv.Itoa(more)+" more were never seen")
	}
	for _, m := range missed {
		t.line(2, m)
	}
}

// schema lists what was never seen of a schema, and in a verbose report the rest, too.
func (t *coverageText) schema(s *contract.SchemaCoverage) []string {
	var lines []string
	tell := func(n int, what, more string) {
		switch {
		case n == 0:
			lines = append(lines, t.style.frame("never")+" "+visible(what))
		case t.verbose:
			lines = append(lines, t.style.good(times(n))+" "+visible(what+more))
		}
	}
	if s.Objects > 0 {
		for _, name := range slices.Sorted(maps.Keys(s.Members)) {
			m := s.Members[name]
			tell(m.Seen, s.At+"/"+document.EscapePointer(name), extent(m, s.Objects))
		}
	}
	if s.Values == 0 {
		return lines
	}
	here := " at " + cmp.Or(s.At, "the root")
	for _, name := range slices.Sorted(maps.Keys(s.Branches)) {
		tell(s.Branches[name], name+here, "")
	}
	for _, value := range slices.Sorted(maps.Keys(s.Enum)) {
		tell(s.Enum[value], value+here, "")
	}
	return lines
}

// extent says of a member that was seen how often it was absent or null, and how large.
func extent(m *contract.MemberCoverage, objects int) string {
	s := ""
	if n := objects - m.Seen; n > 0 {
		s += ", absent " + times(n)
	}
	if m.Nullable || m.Null > 0 {
		s += ", null " + times(m.Null)
	}
	for _, r := range []struct {
		of string
		*contract.Range
	}{{"character", m.Lengths}, {"item", m.Counts}, {"digit", m.Digits}} {
		if r.Range == nil {
			continue
		}
		s += ", "
		if r.Max > r.Min {
			s += strconv.Itoa(r.Min) + " to "
		}
		s += rule.Count(r.Max, r.of)
	}
	if m.Numbers != nil {
		s += ", " + string(m.Numbers.Min) + " to " + string(m.Numbers.Max)
	}
	return s
}

// drift writes what parts from the contract, with counts and first places.
func (t *coverageText) drift(o *contract.OperationSummary, list []contract.News) {
	for _, n := range list {
		text := n.Describe() + placeOf(o, n.Key)
		if len(n.Types) > 0 {
			text += ": " + strings.Join(n.Types, ", ")
		}
		if n.Key.Rejected {
			text += ", rejected"
		}
		t.line(1, t.style.fault(strconv.Itoa(n.Count)+" ×")+" "+t.style.message(visible(text))+", first in "+visible(n.First.String()))
	}
}

// placeOf is where in bodies an undocumented member, or a value beyond an enum, is: " at /*/nick".
func placeOf(o *contract.OperationSummary, key contract.Key) string {
	if o == nil || key.Schema == "" {
		return ""
	}
	side := o.Accepted
	if key.Rejected {
		side = o.Rejected
	}
	p := side.Parts[key.Part]
	if p == nil || p.Schemas[key.Schema] == nil {
		return ""
	}
	at := p.Schemas[key.Schema].At
	if key.Member != "" {
		at += "/" + document.EscapePointer(key.Member)
	}
	return " at " + cmp.Or(at, "the root")
}

// totals writes how much of the whole was seen, and what was not told apart.
func (t *coverageText) totals(s *contract.Summary) {
	totals := s.Totals()
	t.b.WriteByte('\n')
	t.line(0, rule.Count(s.Exchanges, "exchange"))
	for _, row := range []struct {
		of string
		contract.Ratio
	}{{"operations", totals.Operations}, {"statuses", totals.Statuses}, {"members", totals.Members}, {"branches", totals.Branches}, {"values", totals.Values}} {
		if percent, ok := row.Percent(); ok {
			t.line(1, fmt.Sprintf("%3d%% of the %s were seen, %d of %d", percent, row.of, row.Seen, row.All))
		}
	}
	others := 0
	for _, tally := range []*contract.Tally{s.Undocumented, s.Statuses, s.MediaTypes, s.Members, s.Beyond, s.Violations} {
		others += tally.Others()
	}
	if others > 0 {
		t.line(1, fmt.Sprintf("%d × something parts from the contract that is not told apart", others))
	}
}
