package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
	"github.com/assaykit/assay/rule"
)

// How much a page of coverage shows of each list. All is counted all the same.
const (
	mostRows      = 300 // of one body
	mostDriftRows = 100 // of one operation
	fewUnseen     = 30
)

// CoverageHTML writes what a summary says of a contract as a page for browsers: how much of it was seen as charts, and each operation with its
// statuses, what of its bodies was seen and what never, and what parts from the contract. It loads nothing. The error is the writer's.
func CoverageHTML(w io.Writer, s *contract.Summary, o Options) error {
	style := pageStyle + coverageOwnStyle
	p := coveragePage{
		Policy: policyOf(string(coverageScript), string(style)), Style: style, Script: coverageScript,
		Version: visible(o.Version), Exchanges: rule.Count(s.Exchanges, "exchange"), Totals: coverageTotals(s.Totals()), Results: coverageResultsOf(s),
	}
	if !o.Time.IsZero() {
		p.Time = o.Time.Format(time.RFC3339)
	}
	drift := map[string][]contract.News{}
	for _, n := range s.News(contract.NewSummary()) {
		name := n.Key.Operation
		if _, known := s.Operations[name]; !known {
			name = ""
		}
		drift[name] = append(drift[name], n)
	}
	p.Elsewhere = driftRows(nil, drift[""])
	counts := map[string]int{}
	for _, name := range slices.SortedFunc(maps.Keys(s.Operations), byPath) {
		op := coverageOperationOf(name, s.Operations[name], drift[name])
		for state := range strings.FieldsSeq(op.States) {
			counts[state]++
		}
		if s.Operations[name].Exchanges > 0 {
			p.Seen = append(p.Seen, op)
		} else {
			p.Unseen = append(p.Unseen, op)
		}
	}
	p.Few = len(p.Unseen) <= fewUnseen
	for _, state := range []coverageState{{"seen", "seen", 0}, {"missed", "never seen", 0}, {"partly", "seen in part", 0}, {"broken", "broken", 0}, {"undocumented", "with what is undocumented", 0}} {
		if state.Number = counts[state.Name]; state.Number > 0 {
			p.States = append(p.States, state)
		}
	}
	return coverageTemplate().Execute(w, p)
}

// splitName parts the method from the path in the name of an operation, where it has one.
func splitName(name string) (method, path string) {
	before, after, found := strings.Cut(name, " ")
	if found && strings.HasPrefix(after, "/") && before == strings.ToUpper(before) {
		return before, after
	}
	return "", name
}

// byPath puts the operations of one path beside each other.
func byPath(a, b string) int {
	m, p := splitName(a)
	n, q := splitName(b)
	return cmp.Or(strings.Compare(p, q), strings.Compare(m, n))
}

// coverageResultsOf is nil where there is no exchange.
func coverageResultsOf(s *contract.Summary) *coverageResults {
	out := &coverageResults{Chart: chart{Whole: max(s.Exchanges, 1), Label: "exchanges by their results"}}
	classes := map[contract.Result]string{contract.Valid: "yes", contract.Invalid: "no", contract.Skipped: "skipped"}
	rank := func(r contract.Result) int {
		return slices.Index([]string{"yes", "no", "else", "skipped"}, cmp.Or(classes[r], "else"))
	}
	for _, r := range slices.SortedFunc(maps.Keys(s.Results), func(a, b contract.Result) int {
		return cmp.Or(rank(a)-rank(b), strings.Compare(string(a), string(b)))
	}) {
		if n := s.Results[r]; n > 0 {
			class := cmp.Or(classes[r], "else")
			out.Chart.add(class, n)
			out.List = append(out.List, coverageResult{class, visible(string(r)), n})
		}
	}
	if out.List == nil {
		return nil
	}
	return out
}

// coverageTotals are how much of the whole was seen.
func coverageTotals(t contract.Totals) []coverageTotal {
	var list []coverageTotal
	for _, row := range []struct {
		of string
		contract.Ratio
	}{{"operations", t.Operations}, {"statuses", t.Statuses}, {"members", t.Members}, {"branches", t.Branches}, {"values", t.Values}} {
		if percent, ok := row.Percent(); ok {
			list = append(list, coverageTotal{row.of, strconv.Itoa(percent) + " %", fmt.Sprintf("%d of %d", row.Seen, row.All), ratioChart(row.Seen, row.All, " "+row.of)})
		}
	}
	return list
}

// driftRows are what parts from the contract; nil where nothing does.
func driftRows(o *contract.OperationSummary, list []contract.News) *coverageDrift {
	if len(list) == 0 {
		return nil
	}
	d := &coverageDrift{}
	for i, n := range list {
		if i == mostDriftRows {
			d.More = len(list) - i
			break
		}
		text := n.Describe() + placeOf(o, n.Key)
		if len(n.Types) > 0 {
			text += ": " + strings.Join(n.Types, ", ")
		}
		if n.Key.Rejected {
			text += ", rejected"
		}
		d.Rows = append(d.Rows, coverageDriftRow{n.Count, visible(text), visible(n.First.String()), n.Kind == contract.DriftKind(contract.Invalid)})
	}
	return d
}

// coverageOperationOf is an operation with what its drift is.
func coverageOperationOf(name string, o *contract.OperationSummary, drift []contract.News) coverageOperation {
	op := coverageOperation{Name: visible(name)}
	method, path := splitName(name)
	op.Method, op.Path = visible(method), visible(path)
	if o.Exchanges == 0 {
		op.States = "missed"
		return op
	}
	op.Sum = rule.Count(o.Exchanges, "exchange")
	for _, status := range slices.Sorted(maps.Keys(o.Documented)) {
		op.Statuses = append(op.Statuses, coverageStatus{visible(status), times(o.Documented[status]), o.Documented[status]})
	}
	op.Drift = driftRows(o, drift)
	total := o.Totals()
	of := contract.Ratio{Seen: total.Members.Seen + total.Branches.Seen + total.Values.Seen + total.Statuses.Seen, All: total.Members.All + total.Branches.All + total.Values.All + total.Statuses.All}
	if of.All > 0 {
		c := ratioChart(of.Seen, of.All, " statuses, members, branches and values")
		op.Chart = &c
	}
	states := []string{"seen"}
	if of.Seen < of.All {
		states = append(states, "partly")
	}
	broken, beside := 0, 0
	for _, n := range drift {
		if n.Kind == contract.DriftKind(contract.Invalid) {
			broken++
		} else {
			beside++
		}
	}
	if broken > 0 {
		states = append(states, "broken")
		op.Flags = append(op.Flags, coverageFlag{rule.Count(broken, "violation"), true})
	}
	if beside > 0 {
		states = append(states, "undocumented")
		op.Flags = append(op.Flags, coverageFlag{strconv.Itoa(beside) + " undocumented", false})
	}
	op.States = strings.Join(states, " ")
	for _, side := range []struct {
		mark string
		contract.Side
	}{{"", o.Accepted}, {" (rejected)", o.Rejected}} {
		for _, part := range slices.Sorted(maps.Keys(side.Parts)) {
			if p := side.Parts[part]; p.Bodies > 0 {
				op.Parts = append(op.Parts, coveragePartOf(part+side.mark, p))
			}
		}
	}
	return op
}

// coveragePartOf is a body, with rows by the places of values in it.
func coveragePartOf(name string, p *contract.PartCoverage) coveragePart {
	total := p.Totals()
	noun := " valid bodies"
	if p.Bodies == 1 {
		noun = " valid body"
	}
	part := coveragePart{Name: visible(name), Sum: strconv.Itoa(p.Bodies) + noun + ratios("; ", total.Members, total.Branches, total.Values)}
	locations := slices.SortedFunc(maps.Keys(p.Schemas), func(a, b string) int {
		return cmp.Or(strings.Compare(p.Schemas[a].At, p.Schemas[b].At), strings.Compare(a, b))
	})
	for _, location := range locations {
		part.Rows = append(part.Rows, schemaRows(p.Schemas[location])...)
	}
	if more := len(part.Rows) - mostRows; more > 0 {
		part.Rows, part.More = part.Rows[:mostRows], more
	}
	return part
}

// schemaRows are the members of a schema, its branches and the values that it lists.
func schemaRows(s *contract.SchemaCoverage) []coverageRow {
	var rows []coverageRow
	row := func(where, what string, n, of int, extent string) {
		r := coverageRow{Where: visible(where), What: visible(what), Missed: n == 0, Extent: visible(strings.TrimPrefix(extent, ", "))}
		if n > 0 {
			r.Chart, r.Times = ratioChart(n, of, " times"), strconv.Itoa(n)+" of "+strconv.Itoa(of)
		}
		rows = append(rows, r)
	}
	if s.Objects > 0 {
		for _, name := range slices.Sorted(maps.Keys(s.Members)) {
			m := s.Members[name]
			extent := extent(m, m.Seen) // without how often it was absent, which the bar says
			if m.Required {
				extent += ", required"
			}
			row(s.At+"/"+document.EscapePointer(name), "", m.Seen, s.Objects, extent)
		}
	}
	if s.Values == 0 {
		return rows
	}
	at := cmp.Or(s.At, "(root)")
	for _, name := range slices.Sorted(maps.Keys(s.Branches)) {
		row(at, "by "+name, s.Branches[name], max(s.Values, s.Branches[name]), "")
	}
	for _, value := range slices.Sorted(maps.Keys(s.Enum)) {
		row(at, "is "+value, s.Enum[value], max(s.Values, s.Enum[value]), "")
	}
	return rows
}
