package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
)

// exchangeText is the report of a contract check for people. It has no excerpts, since what was recorded is secret.
type exchangeText struct {
	w       io.Writer
	style   style
	verbose bool
	fails   func(contract.Finding) bool // nil where nobody said
	tally   exchangeTally
	begun   bool // something stands above that no blank line ends
	notes   []string
}

func newExchangeText(w io.Writer, o Options) Reporter[contract.Finding] {
	return &exchangeText{w: w, style: newStyle(o.Color), verbose: o.Verbose, fails: o.Fails, tally: newExchangeTally()}
}

// Note keeps a line for the end.
func (t *exchangeText) Note(line string) { t.notes = append(t.notes, line) }

// Add writes a finding. What is valid, skipped or known is named only in a verbose report, but for what is a failure though it is valid.
func (t *exchangeText) Add(f contract.Finding) error {
	t.tally.add(f)
	fails := f.Result == contract.Valid && t.fails != nil && t.fails(f) // by what is undocumented
	if fails {
		t.tally.drifted++
	}
	if (harmless(f) || f.Known) && !fails && !t.verbose {
		return nil
	}
	var b strings.Builder
	paint := t.style.fault
	if harmless(f) && !fails {
		paint = t.style.good
	}
	fmt.Fprintf(&b, "%s: %s%s%s\n", t.style.place(exchangePlace(f)), answered(f), paint(visible(string(f.Result))+known(f)), circumstances(f))
	// Those of one exchange that are alike are shown by a few of them.
	var alike folds
	alike.begin("")
	for _, v := range faults(f.Err) {
		if !t.verbose && alike.hides(v) {
			continue
		}
		fmt.Fprintf(&b, "  %s\n", t.style.message(v.line()))
		for _, l := range explained(v.Violation, t.verbose) {
			fmt.Fprintf(&b, "    %s\n", l)
		}
		if d := v.demand(); d != "" {
			fmt.Fprintf(&b, "    %s %s\n", t.style.frame("="), d)
		}
	}
	for _, l := range alike.order {
		fmt.Fprintf(&b, "  %s\n", t.style.message(l.text()))
	}
	t.begun = f.Err == nil
	if f.Err != nil {
		b.WriteByte('\n')
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// Close writes the summary.
func (t *exchangeText) Close() error {
	summary := t.tally.String() + "\n" + t.tally.skips()
	if t.begun {
		summary = "\n" + summary
	}
	for _, line := range t.notes {
		summary += visible(line) + "\n"
	}
	_, err := io.WriteString(t.w, summary)
	return err
}

// known says of a finding that a baseline has it.
func known(f contract.Finding) string {
	if f.Known {
		return ", known"
	}
	return ""
}

// harmless reports whether a finding is nothing to act on.
func harmless(f contract.Finding) bool {
	return f.Err == nil && (f.Result == contract.Valid || f.Result == contract.Skipped)
}

// exchangePlace is the capture, the line in it where that is known, and the entry.
func exchangePlace(f contract.Finding) string {
	return place(f.Source, document.Position{Line: f.Line}) + ": entry " + strconv.Itoa(f.Entry)
}

// request is what was asked of the server, as far as that is known; of a damaged entry it may be "".
func request(f contract.Finding) string {
	return strings.TrimSpace(visible(f.Method) + " " + visible(f.URL))
}

// answered is what was asked and the status of the answer, as far as they are known, ready for the result to follow:
// "GET /users/1 → 200 ".
func answered(f contract.Finding) string {
	r := request(f)
	switch {
	case r == "":
		return ""
	case f.Status == 0:
		return r + " → "
	}
	return r + " → " + strconv.Itoa(f.Status) + " "
}

// outcome is what was asked, what was answered and what came of it: "GET /users/1 → 200 invalid".
func outcome(f contract.Finding) string { return answered(f) + visible(string(f.Result)) }

// circumstances are the operation and the reason, as far as there are any: " (create user): no body".
func circumstances(f contract.Finding) string {
	s := ""
	if f.Operation != "" {
		s = " (" + visible(f.Operation) + ")"
	}
	if f.Reason != "" {
		s += ": " + visible(f.Reason)
	}
	return s
}
