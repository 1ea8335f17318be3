package report

import (
	"io"
	"strings"

	"github.com/assaykit/assay/contract"
)

// jsonReport writes one JSON document. Verdicts are written as they come, so the summary, and whether all is
// valid, or invalid where that is wanted, stand behind them.
type jsonReport[T Result | contract.Finding] struct {
	w      io.Writer
	member string // the name of the array
	object func(T) any
	count  func(T)
	ending func() any // the members behind the array, as an object
	begun  bool
	// omissions are told behind the verdicts.
	omissions []omissionObject
}

func newExchangeJSON(w io.Writer, _ Options) Reporter[contract.Finding] {
	t := newExchangeTally()
	return &jsonReport[contract.Finding]{w: w, member: "exchanges", object: ofExchange, count: t.add, ending: func() any {
		return exchangesEnding{exchangesSummary{t.exchanges, t.violations, t.results}}
	}}
}

type instancesEnding struct {
	Summary instancesSummary `json:"summary"`
	Valid   bool             `json:"valid"`
}

type instancesSummary struct {
	Instances int `json:"instances"`
	Valid     int `json:"valid"`
	Invalid   int `json:"invalid"`
	// How many of those that were wanted to be invalid are, and how many are not.
	ExpectedInvalid int `json:"expectedInvalid,omitempty"`
	UnexpectedValid int `json:"unexpectedValid,omitempty"`
	// Skipped are not among the instances.
	Skipped int `json:"skipped,omitempty"`
	// Empty are the documents that have no instance.
	Empty      int `json:"empty,omitempty"`
	Violations int `json:"violations"`
}

type exchangesEnding struct {
	Summary exchangesSummary `json:"summary"`
}

type exchangesSummary struct {
	Exchanges  int                     `json:"exchanges"`
	Violations int                     `json:"violations"`
	Results    map[contract.Result]int `json:"results"`
}

// Add writes one verdict, on a line of its own.
func (j *jsonReport[T]) Add(verdict T) error {
	j.count(verdict)
	object, err := encode(j.object(verdict))
	if err != nil {
		return err
	}
	before := ",\n"
	if !j.begun {
		before = j.opening() + "\n"
		j.begun = true
	}
	_, err = io.WriteString(j.w, before+string(object[:len(object)-1]))
	return err
}

// Omit keeps an omission for the end.
func (j *jsonReport[T]) Omit(o Omission) error {
	j.omissions = append(j.omissions, omissionObject{o.Source, notChecked, o.Reason})
	return nil
}

// opening is the document up to its first verdict.
func (j *jsonReport[T]) opening() string { return `{"` + j.member + `":[` }

// Close ends the document.
func (j *jsonReport[T]) Close() error {
	ending, err := encode(j.ending())
	if err != nil {
		return err
	}
	before := "\n"
	if !j.begun {
		before = j.opening()
	}
	omissions := ""
	if len(j.omissions) > 0 {
		list, err := encode(j.omissions)
		if err != nil {
			return err
		}
		omissions = `"omissions":` + strings.TrimSuffix(string(list), "\n") + ","
	}
	_, err = io.WriteString(j.w, before+"],"+omissions+string(ending[1:]))
	return err
}

// jsonInstances is the json report of instances.
type jsonInstances struct {
	jsonReport[Result]
	tally tally
	row   validRow
}

func newJSON(w io.Writer, _ Options) Reporter[Result] {
	j := &jsonInstances{}
	t := &j.tally
	j.jsonReport = jsonReport[Result]{w: w, member: "instances", object: ofInstanceWithOutput, count: t.add, ending: func() any {
		return instancesEnding{
			instancesSummary{t.instances, t.instances - t.invalid, t.invalid, t.wanted, t.unwanted, t.skipped, t.empty, t.violations}, t.asWanted() && len(j.omissions) == 0,
		}
	}}
	return j
}

// Add writes one verdict, and counts an instance that was passed over.
func (j *jsonInstances) Add(r Result) error {
	if r.passedOver() != "" {
		j.tally.add(r)
		return nil
	}
	return j.jsonReport.Add(r)
}

// addRow adds the first as any other where it begins the report.
func (j *jsonInstances) addRow(first Result, count int) error {
	if !j.begun {
		if err := j.Add(first); err != nil {
			return err
		}
		first.Record++
		count--
	}
	j.tally.instances += count
	return j.row.write(j.w, ",\n", first, count, "")
}
