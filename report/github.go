package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/assaykit/assay/contract"
	"github.com/assaykit/assay/document"
)

// command writes a workflow command of GitHub Actions, which becomes an annotation at a line of a file. The file's
// name stays as it is, for GitHub looks it up.
func command(level, file string, p document.Position, title string, lines []string) string {
	s := "::" + level + " file=" + escapeProperty(file)
	if p.Line > 0 {
		s += ",line=" + strconv.Itoa(p.Line)
		if p.Column > 0 {
			s += ",col=" + strconv.Itoa(p.Column)
		}
	}
	return s + ",title=" + escapeProperty(title) + "::" + escapeData(strings.Join(lines, "\n")) + "\n"
}

// The escapes of workflow commands: what would end the command, or a property of it.
var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func escapeData(s string) string     { return dataEscapes.Replace(s) }
func escapeProperty(s string) string { return propertyEscapes.Replace(s) }

// githubInstances writes an error for each violation.
type githubInstances struct {
	w     io.Writer
	tally tally
}

func newGitHub(w io.Writer, _ Options) Reporter[Result] { return &githubInstances{w: w} }

// Add writes a command for each violation, and nothing for a valid instance.
func (g *githubInstances) Add(r Result) error {
	g.tally.add(r)
	var b strings.Builder
	for _, f := range faults(r.Err) {
		b.WriteString(command("error", r.Source, f.Position, titleOf(r, f), append([]string{f.line()}, details(f)...)))
	}
	_, err := io.WriteString(g.w, b.String())
	return err
}

// addRow has nothing to write.
func (g *githubInstances) addRow(_ Result, count int) error {
	g.tally.instances += count
	return nil
}

// Omit writes an error for what was not checked.
func (g *githubInstances) Omit(o Omission) error { return omitGitHub(g.w, o) }

func omitGitHub(w io.Writer, o Omission) error {
	_, err := io.WriteString(w, command("error", o.Source, document.Position{}, "not checked", []string{visible(o.Reason)}))
	return err
}

// Close writes the summary for the log: a line that is no command.
func (g *githubInstances) Close() error {
	_, err := io.WriteString(g.w, g.tally.String()+"\n")
	return err
}

// titleOf is the heading of an annotation at an instance.
func titleOf(r Result, f fault) string {
	if r.WantInvalid {
		return "valid document"
	}
	return title(f)
}

// title is the heading of an annotation.
func title(f fault) string {
	s := "JSON Schema"
	switch {
	case f.demand() == "":
		return "invalid document"
	case f.Keyword != "":
		s += ": " + visible(f.Keyword)
	}
	if f.InstanceLocation != "" {
		s += " at " + visible(f.InstanceLocation)
	}
	return s
}

// githubExchanges writes an error for each violation, or for each exchange that fails without one, and a warning for
// what does not count as a failure.
type githubExchanges struct {
	w       io.Writer
	options Options
	tally   exchangeTally
}

func newExchangeGitHub(w io.Writer, o Options) Reporter[contract.Finding] {
	return &githubExchanges{w: w, options: o, tally: newExchangeTally()}
}

// Add writes the commands of a finding, none for one that is valid, or skipped without that being a failure.
func (g *githubExchanges) Add(f contract.Finding) error {
	g.tally.add(f)
	fails := g.options.fails(f)
	if harmless(f) && !fails {
		return nil
	}
	level := "warning"
	if fails {
		level = "error"
	}
	where := document.Position{Line: f.Line}
	head := "entry " + strconv.Itoa(f.Entry) + ": " + outcome(f)
	var b strings.Builder
	for _, v := range faults(f.Err) {
		lines := append([]string{head, v.line()}, details(v)...)
		b.WriteString(command(level, f.Source, where, title(v), lines))
	}
	if f.Err == nil {
		b.WriteString(command(level, f.Source, where, visible(string(f.Result)), []string{head + circumstances(f)}))
	}
	_, err := io.WriteString(g.w, b.String())
	return err
}

// Omit writes an error for what was not checked.
func (g *githubExchanges) Omit(o Omission) error { return omitGitHub(g.w, o) }

// Close writes the summary for the log: a line that is no command.
func (g *githubExchanges) Close() error {
	_, err := io.WriteString(g.w, g.tally.String()+"\n")
	return err
}
