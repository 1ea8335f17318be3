package report

import (
	_ "embed" // the parts of the page
	"html/template"
	"strconv"
	"sync"
)

// The parts of the page of coverage, which has the style of the page of verdicts, too.
var (
	//go:embed page/coverage.html
	coveragePageText string
	//go:embed page/coverage.css
	coverageOwnStyle template.CSS
	//go:embed page/coverage.js
	coverageScript template.JS

	coverageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("coverage").Parse(coveragePageText)) })
)

// coveragePage is what the template is given. All texts in it have been made visible; the template escapes them.
type coveragePage struct {
	Policy        string
	Style         template.CSS
	Script        template.JS
	Version, Time string
	Exchanges     string
	Results       *coverageResults
	Totals        []coverageTotal
	Elsewhere     *coverageDrift
	States        []coverageState
	Seen, Unseen  []coverageOperation
	Few           bool // so few were never seen that they are listed at once
}

// coverageResults are the results of all exchanges, as a bar and a legend of it.
type coverageResults struct {
	Chart chart
	List  []coverageResult
}

type coverageResult struct {
	Class, Name string
	Number      int
}

// coverageTotal is how much was seen of something.
type coverageTotal struct {
	Name, Percent, Count string
	Chart                chart
}

// coverageState is what operations can be chosen by.
type coverageState struct {
	Name, Text string
	Number     int
}

// coverageOperation is one, with all that its row and its inside say.
type coverageOperation struct {
	Name, Method, Path, Sum, States string
	Flags                           []coverageFlag
	Chart                           *chart
	Statuses                        []coverageStatus
	Drift                           *coverageDrift
	Parts                           []coveragePart
}

// coverageFlag says in a row that something is wrong, or else, inside.
type coverageFlag struct {
	Text string
	Bad  bool
}

type coverageStatus struct {
	Name, Text string
	Number     int
}

// coverageDrift is what parts from the contract, as many rows as are shown.
type coverageDrift struct {
	Rows []coverageDriftRow
	More int
}

type coverageDriftRow struct {
	Count       int
	What, First string
	Bad         bool
}

// coveragePart is a body of an operation: what its schemas have, as many rows as are shown.
type coveragePart struct {
	Name, Sum string
	Rows      []coverageRow
	More      int
}

// coverageRow is a member, a branch or a value.
type coverageRow struct {
	Where, What string
	Missed      bool
	Chart       chart
	Times       string
	Extent      string
}

// chart is a bar of some whole, with parts of it from the left.
type chart struct {
	Whole int
	Label string
	Bars  []bar
}

type bar struct {
	Class       string
	From, Width int
}

// ratioChart is a bar of how many of all there are.
func ratioChart(n, all int, of string) chart {
	c := chart{Whole: max(all, 1), Label: strconv.Itoa(n) + " of " + strconv.Itoa(all) + of}
	c.add("yes", min(n, all))
	return c
}

// add adds a part behind the others.
func (c *chart) add(class string, n int) {
	if n == 0 {
		return
	}
	from := 0
	if len(c.Bars) > 0 {
		last := c.Bars[len(c.Bars)-1]
		from = last.From + last.Width
	}
	c.Bars = append(c.Bars, bar{class, from, n})
}
